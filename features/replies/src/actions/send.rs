//! A request comes in: its number and code, its clock, the letter that says so.
use super::{Taken, note, start_decide, window_until};
use crate::{
    letters,
    reply::{NUMBER, Reply, ReplyDraft, State, Step},
    rules::{ReplyRules, zone_of},
    store::{self, SenderRow},
};
use anyhow::Context;
use base::{
    app::App,
    cases,
    db::Tx,
    ids::ReplyId,
    jiff::Timestamp,
    limits::Limited,
    refusal::{OrNotFound, Outcome},
    subject::Card,
};
use people::Contact;

/// What became of it, for the one who asked only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub id: ReplyId,
    pub number: String,
    pub code: String,
}

/// Takes a request in. Sent twice, it is the one that the first sending made.
pub async fn send(app: &App, draft: &ReplyDraft) -> Outcome<Sent> {
    let card = public_card(app, draft).await?;
    if let Some(Contact::Email(email)) = &draft.contact {
        let reader = format!("reply:{}", cases::hash(email));
        app.limits.check_name(Limited::Letter, &reader, (&app.clock, &app.random))?;
    }
    let mut tx = app.db.begin().await?;
    let mut reply = new_reply(app, &mut tx, draft, (&card, app.now())).await?;
    reply.due_at = start_decide(app, &mut tx, &reply).await?;
    if store::insert(&mut tx, &reply, &draft.once_hash()).await? {
        file(app, &mut tx, (&reply, draft), &card).await?;
        tx.commit().await?;
        return Ok(sent(reply, draft));
    }
    // The same form was sent before: what it made is the answer to both, once it is on disk.
    drop(tx);
    let mut tx = app.db.begin().await?;
    let id = store::by_form(&mut tx, &draft.once_hash()).await?;
    let made = match id {
        Some(id) => store::find(&mut tx, id).await?,
        None => None,
    };
    tx.commit().await?;
    Ok(sent(made.context("a reply was neither made nor found")?, draft))
}

fn sent(reply: Reply, draft: &ReplyDraft) -> Sent {
    Sent { id: reply.id, number: reply.number, code: draft.code() }
}

/// About what anyone may see, of a kind on whose page replies stand.
async fn public_card(app: &App, draft: &ReplyDraft) -> Outcome<Card> {
    let card = app.describe(draft.lang, draft.subject).await?;
    card.filter(|card| card.public).or_not_found()
}

/// As it is when it comes in, no clock started.
pub(super) async fn new_reply(
    app: &App,
    tx: &mut Tx,
    draft: &ReplyDraft,
    (card, at): (&Card, Timestamp),
) -> Outcome<Reply> {
    let rules = ReplyRules::at(app, at)?;
    let zone = zone_of(app, card.area);
    let number = loop {
        let number = cases::make_number(&app.random, NUMBER, zone.date(at));
        if store::by_number(&mut *tx, &number).await?.is_none() {
            break number;
        }
    };
    Ok(Reply {
        id: app.make_id(),
        number,
        code_hash: cases::code_hash(&draft.code()),
        asks: draft.asks,
        kind: draft.subject.kind,
        subject_id: draft.subject.id,
        area: card.area,
        name: draft.name.clone(),
        capacity: draft.capacity.clone(),
        passage: draft.passage.clone(),
        wrong: draft.wrong.clone(),
        text: draft.text.clone(),
        proof: draft.proof.clone(),
        lang: draft.lang.code().to_owned(),
        sent_at: at,
        window_until: window_until(app, (&rules, draft.asks), card)?,
        state: State::Received,
        state_at: at,
        due_at: None,
        turn: 1,
        ground: None,
        proposed_by: None,
        published_at: None,
        edition: None,
    })
}

/// What hangs on a new request: how its sender is reached, their files, the step, the letter.
async fn file(
    app: &App,
    tx: &mut Tx,
    (reply, draft): (&Reply, &ReplyDraft),
    card: &Card,
) -> Outcome<()> {
    let sender = match draft.contact.clone() {
        Some(Contact::Email(email)) => SenderRow { email: Some(email), phone: None },
        Some(Contact::Phone(phone)) => SenderRow { email: None, phone: Some(phone) },
        None => SenderRow::default(),
    };
    store::insert_sender(tx, reply.id, &sender).await?;
    media::attach(tx, &draft.mark, reply.id.into(), None).await?;
    let taken = Taken::silently(Step::Received);
    letters::tell(app, tx, (reply, &card.title), &taken).await?;
    note(app, tx, reply, taken).await?;
    Ok(())
}
