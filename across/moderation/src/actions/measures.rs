//! What is done to a person, and what moderators tell each other about one.
use crate::{
    decision::{Act, reaches},
    measure::{self, MeasureDraft},
    store::{self, DecisionRow},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    deadlines,
    events::{self, Happening},
    ids::{EventId, MeasureId, PersonId},
    jiff::ToSpan,
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
    measures::{self, MeasureKind},
    notices::{self, Notice},
    refusal::{OrNotFound, Outcome, Refusal},
    store::MeasureRow,
    subject::Kind,
    visitor::{Role, Scope, SignedIn},
};

/// A measure holds in the whole house, so whoever takes it has a desk of the whole house; nobody takes one against
/// themselves, and against those who moderate only the chief editor does. Whoever leads the house loses the role first.
pub(crate) async fn may_measure(app: &App, by: &SignedIn, person: PersonId) -> Outcome<()> {
    let not_allowed = |key| Err(Refusal::NotAllowed(key).into());
    if by.id == person {
        return not_allowed("refusal-measure-self");
    }
    if !reaches(by, None) {
        return not_allowed("refusal-measure-house");
    }
    let badge = people::badges(&app.db, &[person]).await?.remove(&person);
    match badge {
        Some(Role::ChiefEditor | Role::Administrator) => not_allowed("refusal-measure-role"),
        Some(Role::Moderator | Role::ComplaintDesk) if !by.may(Role::ChiefEditor, Scope::House) => {
            not_allowed("refusal-measure-role")
        }
        _ => Ok(()),
    }
}

/// Takes a measure: one transaction holds it, the public log, the person's notice and their letter.
pub async fn measure(
    app: &App,
    by: &SignedIn,
    person: PersonId,
    draft: MeasureDraft,
) -> Outcome<MeasureId> {
    people::profile(&app.db, person).await?.or_not_found()?;
    may_measure(app, by, person).await?;
    let zone = app.config.zone;
    let last = zone.date(app.now()).checked_add(draft.days.days()).map_err(anyhow::Error::from)?;
    let row = MeasureRow {
        id: app.make_id(),
        person,
        kind: draft.kind,
        reason: draft.reason,
        words: draft.words,
        subject_kind: draft.about.map(|about| about.kind),
        subject_id: draft.about.map(|about| about.id),
        at: app.now(),
        until_at: deadlines::end_of(zone, last)?,
        taken_by: by.id,
        seen_at: None,
        ended_at: None,
    };
    let letter = letter(app, &row).await?;
    let mut tx = app.db.begin().await?;
    let running = measures::in_force(&mut tx, person, app.now()).await?;
    if running.iter().any(|other| other.kind == row.kind && other.until_at >= row.until_at) {
        // A form that was sent twice, or two moderators at once.
        return Err(Refusal::Conflict("refusal-measure-runs").into());
    }
    measures::take(&mut tx, &row).await?;
    note(app, &mut tx, (&row, act_of(row.kind)), by.id).await?;
    if let Some(letter) = letter {
        jobs::enqueue(app, &mut tx, &SendMail(letter)).await?;
    }
    tx.commit().await?;
    Ok(row.id)
}

/// Ends a measure before its time. Whoever may take one may end it; nobody ends their own.
pub async fn lift(app: &App, by: &SignedIn, id: MeasureId) -> Outcome<PersonId> {
    let row = measures::find(&app.db, id).await?.or_not_found()?;
    may_measure(app, by, row.person).await?;
    let mut tx = app.db.begin().await?;
    if !measures::end(app, &mut tx, id, by.id).await? {
        return Err(Refusal::Conflict("refusal-measure-over").into());
    }
    note(app, &mut tx, (&row, Act::Lift), by.id).await?;
    tx.commit().await?;
    Ok(row.person)
}

/// Ends a measure because its appeal was right; one that is over already stays so. The log says it as an appeal.
pub(super) async fn lifted_on_appeal(
    app: &App,
    tx: &mut Tx,
    id: MeasureId,
    by: PersonId,
) -> Result<()> {
    measures::end(app, tx, id, by).await?;
    Ok(())
}

/// The event, the line in the public log, and what the person reads on the site.
pub(super) async fn note(
    app: &App,
    tx: &mut Tx,
    (row, act): (&MeasureRow, Act),
    by: PersonId,
) -> Result<EventId> {
    let (verb, word) = match act {
        Act::Lift => ("moderation.measure-lifted", "measure-lifted"),
        _ => ("moderation.measured", notice_word(row.kind)),
    };
    let detail = Some(format!("{} {}", row.kind, row.reason));
    let happening = Happening { subject: row.id.into(), verb, by: Some(by), detail };
    let id = events::record(app, tx, happening).await?;
    let decision = DecisionRow {
        id,
        at: app.now(),
        kind: Kind::Measure,
        subject_id: row.id.0,
        act,
        reason: Some(row.reason),
        flag_count: 0,
        was_held: false,
        person: by,
        alone: false,
    };
    store::insert_decision(tx, &decision).await?;
    let notice =
        Notice { word, kind: Kind::Measure, reason: Some(row.reason), path: measures::PAGE };
    notices::tell(app, tx, row.person, notice).await?;
    Ok(id)
}

fn act_of(kind: MeasureKind) -> Act {
    match kind {
        MeasureKind::Hold => Act::Hold,
        MeasureKind::Warn => Act::Warn,
        MeasureKind::Mute => Act::Mute,
        MeasureKind::Suspend => Act::Suspend,
    }
}

fn notice_word(kind: MeasureKind) -> &'static str {
    match kind {
        MeasureKind::Hold => "held",
        MeasureKind::Warn => "warned",
        MeasureKind::Mute => "muted",
        MeasureKind::Suspend => "suspended",
    }
}

/// To the person, where they have an address; in the house's own language.
async fn letter(app: &App, row: &MeasureRow) -> Result<Option<Letter>> {
    let Some(to) = people::address_of(&app.db, row.person).await? else { return Ok(None) };
    let name = people::names(&app.db, &[row.person]).await?.remove(&row.person);
    let words = app.words(Lang::INDONESIAN);
    let reason = words.t(&format!("offence-{}", row.reason));
    let until = words.moment(row.until_at, app.config.zone);
    let link = app.link(Lang::INDONESIAN, measures::PAGE);
    let what = words.t(&format!("measure-{}-hint", row.kind));
    let values = [
        ("name", name.as_deref().unwrap_or_default()),
        ("what", &what),
        ("reason", &reason),
        ("until", &until),
        ("words", &row.words),
        ("link", &link),
    ];
    Ok(Some(Letter {
        to,
        subject: words.with("letter-measure-about", "house", &app.config.name),
        body: words.fill("letter-measure-body", &values),
    }))
}

/// Moderators tell each other what they need to know of someone.
pub async fn remark(app: &App, by: &SignedIn, person: PersonId, words: &str) -> Outcome<()> {
    people::profile(&app.db, person).await?.or_not_found()?;
    let mut tx = app.db.begin().await?;
    let newest = store::remarks(&mut tx, person).await?.into_iter().next();
    if newest.is_some_and(|newest| newest.words == words && newest.by == by.id) {
        // The same form sent twice.
        return Ok(());
    }
    store::insert_remark(&mut tx, (app.make_id(), person, words), (by.id, app.now())).await?;
    tx.commit().await?;
    Ok(())
}

/// Someone says that they have read what was decided about their own.
pub async fn note_read(app: &App, person: PersonId) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    measures::note_read(app, &mut tx, person).await?;
    notices::note_read(app, &mut tx, person).await?;
    tx.commit().await?;
    Ok(())
}

/// The longest that a measure's words, or a remark, may be.
pub(crate) fn words_max(app: &App) -> Result<usize> {
    Ok(usize::try_from(measure::number(measure::rules(app)?, "words-chars-max")?)?)
}
