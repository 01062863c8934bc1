//! What was done elsewhere or before this house kept it: a reply that was published, what a story changed.
use super::{republish::note, send::new_reply};
use crate::{
    impact::NewImpact,
    reply::{Reply, ReplyDraft, State, Step},
    store::{self, SenderRow, StepRow},
};
use base::{
    app::App,
    db::Tx,
    ids::{AreaCode, PersonId, ReplyId},
    jiff::Timestamp,
    links::{self, LinkKind},
    refusal::Outcome,
    subject::Card,
};

/// When and by whom a reply was published, and of what.
#[derive(Debug, Clone)]
pub struct Filed {
    /// Where what it answers was written, and when that was first published.
    pub area: Option<AreaCode>,
    pub first_at: Timestamp,
    pub sent_at: Timestamp,
    pub published_at: Timestamp,
    pub by: PersonId,
}

/// Brings in a published reply. The caller sees to it that it happens once.
pub async fn file_reply(
    app: &App,
    tx: &mut Tx,
    draft: &ReplyDraft,
    filed: Filed,
) -> Outcome<ReplyId> {
    let Filed { area, first_at, sent_at, published_at, by } = filed;
    let card = Card { at: Some(first_at), area, ..Card::named(draft.subject, "", "") };
    let before = new_reply(app, tx, draft, (&card, sent_at)).await?;
    let (id, state) = (before.id, State::Published);
    store::insert(tx, &before, &draft.once_hash()).await?;
    store::insert_sender(tx, id, &SenderRow::default()).await?;
    let at = published_at;
    let after = Reply { state, state_at: at, published_at: Some(at), ..before.clone() };
    store::change(tx, &before, &after).await?;
    let desk = Some(by);
    let steps =
        [(Step::Received, sent_at, None), (Step::Accepted, at, desk), (Step::Published, at, desk)];
    for (step, at, person) in steps {
        let row = StepRow { at, person, step, ground: None, words: None };
        store::insert_step(tx, (app.make_id(), id), &row).await?;
    }
    links::join(app, tx, (id.into(), draft.subject), (LinkKind::Answers, None), desk).await?;
    note(app, tx, (id.into(), "reply.published"), by).await?;
    Ok(id)
}

/// Notes what a story changed; the story that tells of it is linked.
pub async fn file_impact(app: &App, tx: &mut Tx, by: PersonId, new: &NewImpact) -> Outcome<()> {
    if let Some(told) = new.told {
        let ends = (told, new.subject);
        links::join(app, tx, ends, (LinkKind::CameOf, None), Some(by)).await?;
    }
    store::insert_impact(tx, (app.make_id(), by), new, app.now()).await?;
    note(app, tx, (new.subject, "impact.noted"), by).await
}
