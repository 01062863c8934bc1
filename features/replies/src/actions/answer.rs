//! What the desk decides, and what the one who asked does about it.
use super::{Taken, take};
use crate::{
    letters,
    reply::{Asks, Deed, Reply, State, Step},
    store,
};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::Tx,
    ids::{AreaCode, PersonId, ReplyId},
    jiff::{SignedDuration, Timestamp},
    languages::Lang,
    links::{self, LinkKind},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    subject::{Card, Kind, Subject},
    visitor::{Role, Scope, SignedIn},
};

/// Editors answer for their areas, the chief editor for the whole house.
pub(crate) fn may_answer(by: &SignedIn, area: Option<AreaCode>) -> bool {
    let scope = area.map_or(Scope::House, Scope::Area);
    by.may(Role::ChiefEditor, Scope::House) || by.may(Role::Editor, scope)
}

/// The desk takes a step.
pub async fn answer(app: &App, by: &SignedIn, id: ReplyId, deed: Deed) -> Outcome<Reply> {
    let reply = store::find(&app.db, id).await?.or_not_found()?;
    let alone = check_desk(app, by, (&reply, deed.step)).await?;
    let card = app.describe(Lang::INDONESIAN, reply.subject()).await?;
    let public = card.as_ref().is_some_and(|card| card.public);
    if deed.step == Step::Published && reply.asks == Asks::Reply && !public {
        return Err(Refusal::Conflict("refusal-reply-gone").into());
    }
    let mut tx = app.db.begin().await?;
    let edition = mending_edition(&mut tx, (&reply, deed.step)).await?;
    let words = match (deed.words, deed.step) {
        (None, Step::Refused) => proposal(&mut tx, id).await?,
        (words, _) => words,
    };
    let ground = if deed.step == Step::Refused { reply.ground.clone() } else { deed.ground };
    if alone && matches!(deed.step, Step::Accepted | Step::Refused) {
        // Whoever asked reads it beside the decision.
        let mark = Taken { by: Some(by.id), ..Taken::silently(Step::Alone) };
        take(app, &mut tx, &reply, (mark, None)).await?;
    }
    let taken = Taken { step: deed.step, by: Some(by.id), ground, words };
    let reply = take(app, &mut tx, &reply, (taken.clone(), edition)).await?;
    if deed.step == Step::Published && reply.asks == Asks::Reply {
        let ends = (id.into(), reply.subject());
        links::join(app, &mut tx, ends, (LinkKind::Answers, None), Some(by.id)).await?;
    }
    letters::tell(app, &mut tx, (&reply, &title(card)), &taken).await?;
    tx.commit().await?;
    Ok(reply)
}

fn title(card: Option<Card>) -> String {
    card.map_or_else(String::new, |card| card.title)
}

/// Who may, whatever the state: not for another area, not about a text of their own, and no refusal alone, but where
/// nobody else can, after a pause. True: they decide so.
async fn check_desk(app: &App, by: &SignedIn, (reply, step): (&Reply, Step)) -> Outcome<bool> {
    if !may_answer(by, reply.area) {
        return Err(Refusal::NotAllowed("refusal-reply-area").into());
    }
    let own = writer(app, reply.subject()).await? == Some(by.id);
    if own && !may_alone(app, by.id, (reply, reply.sent_at)).await? {
        return Err(Refusal::NotAllowed("refusal-own-text").into());
    }
    let second = step == Step::Refused && reply.proposed_by == Some(by.id);
    if second && !may_alone(app, by.id, (reply, reply.state_at)).await? {
        return Err(Refusal::NotAllowed("refusal-reply-second").into());
    }
    Ok(own || second)
}

/// Whether nobody else answers for the area, and the pause of the rules is over since then.
pub(crate) async fn may_alone(
    app: &App,
    by: PersonId,
    (reply, since): (&Reply, Timestamp),
) -> Result<bool> {
    let set = app.rules.at("moderation", app.config.zone.date(app.now()))?;
    let hours =
        set.hours.get("alone-pause").with_context(|| format!("{} has no pause", set.id()))?;
    if app.now() < since + SignedDuration::from_hours(*hours) {
        return Ok(false);
    }
    let scope = reply.area.map_or(Scope::House, Scope::Area);
    let db = &app.db;
    let another = people::others_hold(db, &[Role::ChiefEditor], (Scope::House, by)).await?
        || people::others_hold(db, &[Role::Editor], (scope, by)).await?;
    Ok(!another)
}

/// Who wrote what is disputed, as its feature tells moderators.
async fn writer(app: &App, subject: Subject) -> Result<Option<PersonId>> {
    let mut levers = app.features.iter().filter_map(|feature| feature.levers);
    match levers.find(|levers| levers.kinds.contains(&subject.kind)) {
        Some(levers) => Ok((levers.text)(app, subject).await?.and_then(|text| text.by)),
        None => Ok(None),
    }
}

/// A correction is published when the story has an edition that mends it, made after the request was accepted.
async fn mending_edition(tx: &mut Tx, (reply, step): (&Reply, Step)) -> Outcome<Option<i64>> {
    let mends = step == Step::Published && reply.asks == Asks::Correction;
    if !mends || reply.kind != Kind::Story || reply.state != State::Accepted {
        return Ok(None);
    }
    let found = store::correction_since(tx, reply.subject(), reply.state_at).await?;
    let number = found.and_then(|detail| detail.rsplit(' ').next()?.parse().ok());
    match number {
        Some(number) => Ok(Some(number)),
        None => Err(Refusal::Invalid(FieldErrors::one("step", "error-reply-no-edition")).into()),
    }
}

/// What the first of the two wrote.
async fn proposal(tx: &mut Tx, id: ReplyId) -> Result<Option<String>> {
    let steps = store::steps(&mut *tx, id).await?;
    Ok(steps.into_iter().rfind(|row| row.step == Step::Proposed).and_then(|row| row.words))
}

/// The one who asked takes a step; the caller has seen their code.
pub async fn answer_as_sender(app: &App, reply: &Reply, deed: Deed) -> Outcome<Reply> {
    let taken = Taken { step: deed.step, by: None, ground: None, words: deed.words };
    let mut tx = app.db.begin().await?;
    let reply = take(app, &mut tx, reply, (taken, None)).await?;
    tx.commit().await?;
    Ok(reply)
}
