//! Copying an innovation: noted by one side or the desk, counted when both sides said yes.
use super::{Act, allowed, is_desk, record, refused, visitor};
use crate::{
    replication::{NewAnswer, NewReplication, Progress, Said, Side},
    store::{self, AnswerRow, Noted, ReplicationRow},
};
use base::{
    app::App,
    db::Tx,
    ids::{AgencyId, ReplicationId},
    jiff::civil::Date,
    links::{self, LinkKind},
    refusal::{OrNotFound, Outcome, Refusal},
    subject::Subject,
    visitor::{SignedIn, Visitor},
};

/// Notes a replication in the caller's transaction and links it with what it copies. Nobody has confirmed it by that.
pub async fn copy(
    app: &App,
    tx: &mut Tx,
    new: &NewReplication,
    act: Act,
) -> Outcome<ReplicationId> {
    let origin = store::find(&mut *tx, new.origin).await?.or_not_found()?;
    agencies::find(&mut *tx, new.agency).await?.or_not_found()?;
    if origin.agency == new.agency {
        return Err(refused("agency", "error-replication-itself"));
    }
    must_be_own(tx, new).await?;
    let id: ReplicationId = app.make_id();
    let at = act.at;
    if !store::insert_replication(tx, (id, new, origin.agency), at, act.by).await? {
        return Err(refused("agency", "error-replication-taken"));
    }
    let noted = Noted { id: app.make_id(), at, by: act.by };
    store::insert_progress(tx, id, (new.progress, new.started_on, None), noted).await?;
    let ends = (Subject::from(id), Subject::from(origin.id));
    links::join(app, tx, ends, (LinkKind::Replicates, None), act.by).await?;
    if let Some(own) = new.own {
        let ends = (Subject::from(own), Subject::from(id));
        links::join(app, tx, ends, (LinkKind::CameOf, None), act.by).await?;
    }
    record(app, tx, (id.into(), "replication.registered"), (act.by, None)).await?;
    Ok(id)
}

/// What the copy is called in the registry is an innovation of the body that copies.
async fn must_be_own(tx: &mut Tx, new: &NewReplication) -> Outcome<()> {
    let Some(own) = new.own else { return Ok(()) };
    let own = store::find(&mut *tx, own).await?;
    if own.is_some_and(|row| row.agency == new.agency && row.id != new.origin) {
        return Ok(());
    }
    Err(refused("own", "error-replication-own"))
}

/// An officer of either side, or the desk, notes a replication. Who speaks for a side has said yes for it by that.
pub(crate) async fn create(
    app: &App,
    by: &SignedIn,
    new: &NewReplication,
) -> Outcome<ReplicationId> {
    let mut tx = app.db.begin().await?;
    let origin = store::find(&mut tx, new.origin).await?.or_not_found()?;
    let side = side_of(&visitor(by), origin.agency, new.agency);
    allowed(side.is_some() || is_desk(&visitor(by)))?;
    let id = copy(app, &mut tx, new, Act::now(app, Some(by.id))).await?;
    if let Some(side) = side {
        let yes = NewAnswer { side, said: Said::Yes, letter: None, note: None };
        answer_in(app, &mut tx, (id, &yes), Act::now(app, Some(by.id))).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// The side that the visitor speaks for; an officer of both speaks for the one that copies.
fn side_of(visitor: &Visitor, origin: AgencyId, adopter: AgencyId) -> Option<Side> {
    let own = agencies::answers_for(visitor);
    if own.contains(&adopter) {
        Some(Side::Adopter)
    } else {
        own.contains(&origin).then_some(Side::Origin)
    }
}

/// The sides for which the visitor may answer here.
pub(crate) fn sides_of(visitor: &Visitor, row: &ReplicationRow) -> Vec<Side> {
    let own = agencies::answers_for(visitor);
    let speaks = |side: &Side| own.contains(&row.agency_of(*side));
    Side::ALL.iter().copied().filter(speaks).collect()
}

/// An officer answers for their side, or the desk notes the letter of a side.
pub(crate) async fn answer(
    app: &App,
    by: &SignedIn,
    (id, new): (ReplicationId, &NewAnswer),
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = store::replication(&mut tx, id).await?.or_not_found()?;
    let visitor = visitor(by);
    let may = match new.letter {
        Some(_) => is_desk(&visitor),
        None => sides_of(&visitor, &row).contains(&new.side),
    };
    allowed(may)?;
    answer_in(app, &mut tx, (id, new), Act::now(app, Some(by.id))).await?;
    tx.commit().await?;
    Ok(())
}

/// Notes what a side says, in the caller's transaction: the replication counts from when the second side agreed, and no
/// longer once one of them says no. One person does not speak for both.
pub async fn answer_in(
    app: &App,
    tx: &mut Tx,
    (id, new): (ReplicationId, &NewAnswer),
    act: Act,
) -> Outcome<()> {
    let row = store::hold_replication(tx, id).await?.or_not_found()?;
    let before = store::answers(&mut *tx, id).await?;
    let other = newest(&before).into_iter().find(|answer| answer.side != new.side);
    let other_by_hand = other.filter(|answer| answer.letter.is_none() && answer.said == Said::Yes);
    let same =
        other_by_hand.is_some_and(|answer| answer.person.is_some() && answer.person == act.by);
    if same && new.letter.is_none() {
        return Err(Refusal::Conflict("conflict-replication-one-person").into());
    }
    let at = act.at;
    store::insert_answer(tx, id, new, Noted { id: app.make_id(), at, by: act.by }).await?;
    let both = new.said == Said::Yes && other.is_some_and(|answer| answer.said == Said::Yes);
    if row.counted_at.is_some() != both {
        store::set_counted(tx, id, both.then_some(at)).await?;
    }
    let verb = match new.said {
        Said::Yes => "replication.confirmed",
        Said::No => "replication.denied",
    };
    record(app, tx, (id.into(), verb), (act.by, Some(new.side.to_string()))).await?;
    Ok(())
}

/// The newest answer of each side that answered.
pub(crate) fn newest(answers: &[AnswerRow]) -> Vec<&AnswerRow> {
    let of = |side: &Side| answers.iter().rev().find(|answer| answer.side == *side);
    Side::ALL.iter().filter_map(of).collect()
}

/// An officer of the body that copies, or the desk, notes how far it is.
pub(crate) async fn progress(
    app: &App,
    by: &SignedIn,
    id: ReplicationId,
    (progress, on, note): (Progress, Option<Date>, Option<&str>),
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = store::replication(&mut tx, id).await?.or_not_found()?;
    let visitor = visitor(by);
    allowed(is_desk(&visitor) || agencies::answers_for(&visitor).contains(&row.agency))?;
    let noted = Noted { id: app.make_id(), at: app.now(), by: Some(by.id) };
    store::insert_progress(&mut tx, id, (progress, on, note), noted).await?;
    let detail = Some(progress.to_string());
    record(app, &mut tx, (id.into(), "replication.progressed"), (Some(by.id), detail)).await?;
    tx.commit().await?;
    Ok(())
}
