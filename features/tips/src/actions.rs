//! The verbs: a tip comes in, is asked about, answered, completed, closed; how its sender is reached is forgotten.
use crate::{
    rules::TipRules,
    store::{self, StepRow},
    tip::{Deed, NUMBER, State, Step, Tip, TipDraft},
};
use anyhow::{Context, Result};
use base::{
    app::App,
    cases,
    db::Tx,
    events::{self, Happening},
    ids::{AreaCode, PersonId, TipId},
    refusal::{OrNotFound, Outcome, Refusal},
    vault::{SEALED_KEYS, SealedPage, Slot},
    visitor::{Role, Scope, SignedIn},
};

/// What became of it, for its sender only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub id: TipId,
    pub code: String,
}

/// Takes a tip in. Sent twice, it is the one that the first sending made.
pub async fn send(app: &App, draft: &TipDraft) -> Outcome<Sent> {
    let rules = TipRules::now(app)?;
    let once = draft.once_hash();
    let sent = |id| Sent { id, code: draft.code() };
    if let Some(id) = store::by_form(&app.db, &once).await? {
        return Ok(sent(id));
    }
    let mut tx = app.db.begin().await?;
    if store::count_waiting(&mut tx).await? >= rules.waiting_max {
        return Err(Refusal::Conflict("refusal-tips-full").into());
    }
    let tip = new_tip(app, &mut tx, draft).await?;
    if !store::insert(&mut tx, &tip, &once).await? {
        // The same form came in by another line meanwhile.
        drop(tx);
        let id = store::by_form(&app.db, &once).await?;
        return Ok(sent(id.context("a tip was neither made nor found")?));
    }
    if let Some(contact) = &draft.contact {
        let contact = app.seal(Tip::slot_of_contact(tip.id), contact)?;
        store::insert_sender(&mut tx, tip.id, &contact).await?;
    }
    media::attach(&mut tx, &draft.mark, tip.id.into(), None).await?;
    note(app, &mut tx, tip.id, (Step::Received, None, None)).await?;
    tx.commit().await?;
    Ok(sent(tip.id))
}

async fn new_tip(app: &App, tx: &mut Tx, draft: &TipDraft) -> Outcome<Tip> {
    let number = loop {
        let number = cases::make_number(&app.random, NUMBER, app.today());
        if store::by_number(&mut *tx, &number).await?.is_none() {
            break number;
        }
    };
    let id: TipId = app.make_id();
    let sealed = |column, text: &Option<String>| {
        text.as_deref().map(|text| app.seal(Tip::slot(id, column), text)).transpose()
    };
    Ok(Tip {
        id,
        number,
        code_hash: cases::code_hash(&draft.code()),
        what: app.seal(Tip::slot(id, "what"), &draft.what)?,
        happened: sealed("happened", &draft.happened)?,
        chat: sealed("chat", &draft.chat)?,
        area: draft.area,
        attribution: draft.attribution,
        lang: draft.lang.code().to_owned(),
        sent_at: app.now(),
        state: State::Received,
        state_at: app.now(),
        reason: None,
    })
}

/// The row of the step with its words sealed, and an event without any.
async fn note(
    app: &App,
    tx: &mut Tx,
    tip: TipId,
    (step, by, words): (Step, Option<PersonId>, Option<&str>),
) -> Outcome<()> {
    let id: i64 = app.make_id();
    let words = words.map(|words| app.seal(Tip::slot_of_words(id), words)).transpose()?;
    let row = StepRow { id, at: app.now(), person: by, step, words };
    store::insert_step(tx, tip, &row).await?;
    let verb = format!("tip.{step}");
    events::record(app, tx, Happening { subject: tip.into(), verb: &verb, by, detail: None })
        .await?;
    Ok(())
}

/// Editors read what comes from their areas, all of them what names none; the chief editor everything.
pub(crate) fn may_read(by: &SignedIn, area: Option<AreaCode>) -> bool {
    by.may(Role::ChiefEditor, Scope::House)
        || match area {
            Some(area) => by.may(Role::Editor, Scope::Area(area)),
            None => by.grants.iter().any(|grant| grant.role == Role::Editor),
        }
}

/// The tip, for somebody of its desk.
pub(crate) async fn at_desk(app: &App, by: &SignedIn, id: TipId) -> Outcome<Tip> {
    let tip = store::find(&app.db, id).await?.or_not_found()?;
    if may_read(by, tip.area) {
        return Ok(tip);
    }
    Err(Refusal::NotAllowed("refusal-tip-area").into())
}

/// The desk takes a step.
pub(crate) async fn answer(app: &App, by: &SignedIn, id: TipId, deed: &Deed) -> Outcome<()> {
    let tip = at_desk(app, by, id).await?;
    take(app, &tip, Some(by.id), deed).await
}

/// The sender takes a step; the caller has seen their code.
pub(crate) async fn answer_as_sender(app: &App, tip: &Tip, deed: &Deed) -> Outcome<()> {
    if store::count_steps(&app.db, tip.id).await? >= store::STEPS_MAX {
        return Err(Refusal::Conflict("refusal-tip-steps").into());
    }
    take(app, tip, None, deed).await
}

async fn take(app: &App, before: &Tip, by: Option<PersonId>, deed: &Deed) -> Outcome<()> {
    let changed = || Refusal::Conflict("refusal-tip-step");
    let state = before.after(deed.step).ok_or_else(changed)?;
    let mut tx = app.db.begin().await?;
    let state_at = if state == before.state { before.state_at } else { app.now() };
    let reason = deed.reason.clone().or_else(|| before.reason.clone());
    let after = Tip { state, state_at, reason, ..before.clone() };
    if !store::change(&mut tx, before, &after).await? {
        return Err(changed().into());
    }
    note(app, &mut tx, before.id, (deed.step, by, deed.words.as_deref())).await?;
    tx.commit().await?;
    Ok(())
}

/// The clock's round.
pub(crate) async fn forget(app: &App) -> Result<()> {
    let rules = TipRules::now(app)?;
    let (closed, sent) =
        (TipRules::days(rules.contact_days), TipRules::days(rules.contact_days_max));
    let mut tx = app.db.begin().await?;
    store::forget_contacts(&mut tx, app.now() - closed, app.now() - sent).await?;
    tx.commit().await
}

/// What the vault keeps of tips, for `suara doctor`.
pub(crate) async fn sealed(app: &App, after: i64) -> Result<Option<SealedPage>> {
    let tips = store::after(&app.db, after, SEALED_KEYS).await?;
    let Some(last) = tips.last().map(|tip| tip.id.0) else { return Ok(None) };
    let mut values: Vec<(Slot, String)> = vec![];
    let ids: Vec<i64> = tips.iter().map(|tip| tip.id.0).collect();
    for tip in tips {
        values.push((Tip::slot(tip.id, "what"), tip.what));
        values.extend(tip.happened.map(|text| (Tip::slot(tip.id, "happened"), text)));
        values.extend(tip.chat.map(|text| (Tip::slot(tip.id, "chat"), text)));
    }
    for (id, contact) in store::contacts(&app.db, &ids).await? {
        values.push((Tip::slot_of_contact(id), contact));
    }
    for (step, words) in store::words_of(&app.db, &ids).await? {
        values.push((Tip::slot_of_words(step), words));
    }
    Ok(Some(SealedPage { last, values }))
}
