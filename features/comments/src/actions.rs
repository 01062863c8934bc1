//! The verbs: each checks, writes and records the event in one transaction.
use crate::{
    comment::{CommentDraft, State, TalkRules, place},
    store::{self, CommentRow, Marks},
};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::{Reads, Tx},
    events::{self, Happening},
    feature::Verdict,
    holds::{self, NewText},
    ids::{CommentId, PersonId},
    languages::Lang,
    offences::Offence,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    subject::{Card, Kind, Subject},
    visitor::SignedIn,
};
use jiff::Timestamp;

/// What became of a comment that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    pub id: CommentId,
    pub state: State,
}

/// Writes a comment. Sent twice, it is the one that the first sending made.
pub async fn post(app: &App, by: &SignedIn, draft: &CommentDraft) -> Outcome<Posted> {
    let rules = TalkRules::now(app)?;
    let mut errors = FieldErrors::default();
    rules.check_text(&draft.text, &mut errors);
    let answered = find_answered(app, draft, &mut errors).await?;
    errors.check()?;
    let area = commentable(app, draft.subject).await?.area;
    let id: CommentId = app.make_id();
    let (parent, position) = place(id, answered.as_ref(), rules.depth_max);
    let now = app.now();
    let lang = Some(draft.lang.code().to_owned());
    let marks = Marks { once: draft.once_hash(), text_hash: draft.text_hash(), lang };
    let mut tx = app.db.begin().await?;
    if let Some(posted) = earlier(&mut tx, by.id, &marks, now - rules.edit_window).await? {
        // What was found may share a commit that is still to come: the answer waits for it.
        tx.commit().await?;
        return Ok(posted);
    }
    let new =
        NewText { subject: id.into(), area, by: Some(by.id), text: &draft.text, shown_before: 0 };
    let state = first_state(app, &mut tx, by.id, new).await?;
    let comment = CommentRow {
        id,
        kind: draft.subject.kind,
        subject_id: draft.subject.id,
        parent,
        position,
        person: Some(by.id),
        name: None,
        at: Some(now),
        text: draft.text.clone(),
        state,
        shown_at: (state == State::Shown).then_some(now),
        ended_at: None,
        reason: None,
        edited_at: None,
    };
    if !store::insert(&mut tx, &comment, &marks).await? {
        // The same form was being sent at the same time and was quicker: what it made is the answer to both.
        drop(tx);
        let mut tx = app.db.begin().await?;
        let made = earlier(&mut tx, by.id, &marks, now).await?;
        tx.commit().await?;
        return Ok(made.context("a comment was neither made nor found")?);
    }
    if state == State::Shown {
        store::add_to_count(&mut tx, draft.subject, 1).await?;
    }
    let detail = Some(state.to_string());
    let happening =
        Happening { subject: id.into(), verb: "comment.posted", by: Some(by.id), detail };
    events::record(app, &mut tx, happening).await?;
    tx.commit().await?;
    Ok(Posted { id, state })
}

/// The comment that is answered; one that is gone from sight is not.
async fn find_answered(
    app: &App,
    draft: &CommentDraft,
    errors: &mut FieldErrors,
) -> Result<Option<CommentRow>> {
    let Some(parent) = draft.parent else { return Ok(None) };
    let found = store::find(&app.db, parent).await?;
    let found = found.filter(|row| row.subject() == draft.subject && row.state == State::Shown);
    if found.is_none() {
        errors.add("text", "error-comment-answered-gone");
    }
    Ok(found)
}

/// Comments stand under what anyone may see, and answers to comments are comments themselves.
async fn commentable(app: &App, subject: Subject) -> Outcome<Card> {
    if matches!(subject.kind, Kind::Comment | Kind::Flag) {
        return Err(Refusal::NotFound.into());
    }
    let card = app.describe(Lang::INDONESIAN, subject).await?;
    card.filter(|card| card.public).or_not_found()
}

async fn earlier(
    tx: &mut Tx,
    person: PersonId,
    marks: &Marks,
    since: Timestamp,
) -> Result<Option<Posted>> {
    let mut found = store::twin(&mut *tx, person, &marks.text_hash, since).await?;
    if let (None, Some(once)) = (found, &marks.once) {
        found = store::made_by_form(&mut *tx, person, once).await?;
    }
    Ok(found.map(|(id, state)| Posted { id, state }))
}

/// Shown at once, or waiting and then in the moderators' queue.
async fn first_state(app: &App, tx: &mut Tx, by: PersonId, new: NewText<'_>) -> Result<State> {
    let shown_before = store::shown_of(&mut *tx, by).await?;
    let held = holds::place(app, tx, NewText { shown_before, ..new }).await?;
    Ok(if held.is_some() { State::Waiting } else { State::Shown })
}

/// The comment, for its writer.
pub async fn find_own(db: impl Reads, by: PersonId, id: CommentId) -> Outcome<CommentRow> {
    let comment = store::find(db, id).await?.or_not_found()?;
    if comment.person == Some(by) {
        Ok(comment)
    } else {
        Err(Refusal::NotAllowed("refusal-not-yours").into())
    }
}

/// Changes one's own comment within the window. The earlier text is kept, and what must wait waits (again); the state
/// that it has now.
pub async fn edit(app: &App, by: PersonId, id: CommentId, text: &str) -> Outcome<State> {
    let rules = TalkRules::now(app)?;
    let before = find_own(&app.db, by, id).await?;
    let now = app.now();
    let mut errors = FieldErrors::default();
    rules.check_text(text, &mut errors);
    if rules.editable_until(&before, now).is_none() {
        errors.add("text", "error-comment-window");
    }
    errors.check()?;
    if before.text == text {
        return Ok(before.state);
    }
    let under = app.describe(Lang::INDONESIAN, before.subject()).await?;
    let area = under.and_then(|card| card.area);
    let mut tx = app.db.begin().await?;
    let was_shown = before.state == State::Shown;
    let others_shown = store::shown_of(&mut tx, by).await? - i64::from(was_shown);
    let new = NewText { subject: id.into(), area, by: Some(by), text, shown_before: others_shown };
    let held = holds::place(app, &mut tx, new).await?.is_some();
    let waits = held || before.state == State::Waiting;
    let after = CommentRow {
        text: text.to_owned(),
        state: if waits { State::Waiting } else { State::Shown },
        shown_at: if waits { None } else { before.shown_at },
        edited_at: Some(now),
        ..before.clone()
    };
    if !store::replace_text(&mut tx, &before, &after).await? {
        return Err(Refusal::Conflict("refusal-comment-changed").into());
    }
    store::keep_edition(&mut tx, id, &before.text, now).await?;
    if was_shown && waits {
        store::add_to_count(&mut tx, before.subject(), -1).await?;
    }
    let detail = Some(after.state.to_string());
    let happening = Happening { subject: id.into(), verb: "comment.edited", by: Some(by), detail };
    events::record(app, &mut tx, happening).await?;
    tx.commit().await?;
    Ok(after.state)
}

/// Takes one's own comment back. Its place stays, and so do the answers to it.
pub async fn withdraw(app: &App, by: PersonId, id: CommentId) -> Outcome<()> {
    let comment = find_own(&app.db, by, id).await?;
    let mut tx = app.db.begin().await?;
    let ended = end(app, &mut tx, &comment, (State::Withdrawn, None)).await?;
    if !ended {
        return Err(Refusal::Conflict("refusal-comment-changed").into());
    }
    holds::lift(&mut tx, id.into()).await?;
    let happening =
        Happening { subject: id.into(), verb: "comment.withdrawn", by: Some(by), detail: None };
    events::record(app, &mut tx, happening).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a comment from sight, whichever of the two open states it is in, and keeps the count.
async fn end(
    app: &App,
    tx: &mut Tx,
    comment: &CommentRow,
    (to, reason): (State, Option<Offence>),
) -> Result<bool> {
    let when = (app.now(), reason);
    if store::end(tx, comment.id, (State::Shown, to), when).await? {
        store::add_to_count(tx, comment.subject(), -1).await?;
        return Ok(true);
    }
    store::end(tx, comment.id, (State::Waiting, to), when).await
}

/// The moderator's lever: false when the comment already was so, or was withdrawn.
pub async fn judge(app: &App, tx: &mut Tx, id: CommentId, verdict: Verdict) -> Outcome<bool> {
    let comment = store::find(&mut *tx, id).await?.or_not_found()?;
    match verdict {
        Verdict::Hide(offence) => Ok(end(app, tx, &comment, (State::Hidden, Some(offence))).await?),
        Verdict::Show => {
            let shown = store::show(tx, id, app.now()).await?;
            if shown {
                store::add_to_count(tx, comment.subject(), 1).await?;
            }
            Ok(shown)
        }
    }
}

/// A comment that was made elsewhere: kept as it was written, shown at once.
#[derive(Debug, Clone)]
pub struct ImportedComment {
    pub subject: Subject,
    /// As it stood under the comment; used when there is no account.
    pub name: String,
    pub person: Option<PersonId>,
    /// `None`: not known, and said so.
    pub at: Option<Timestamp>,
    pub text: String,
    pub parent: Option<CommentId>,
}

/// Brings in a comment. The caller sees to it that it happens once.
pub async fn import(app: &App, tx: &mut Tx, comment: ImportedComment) -> Result<CommentId> {
    let id: CommentId = app.make_id();
    let answered = match comment.parent {
        Some(parent) => store::find(&mut *tx, parent).await?,
        None => None,
    };
    let rules = TalkRules::now(app)?;
    let (parent, position) = place(id, answered.as_ref(), rules.depth_max);
    let draft = CommentDraft {
        subject: comment.subject,
        parent,
        text: comment.text.clone(),
        once: String::new(),
        lang: Lang::INDONESIAN,
    };
    let row = CommentRow {
        id,
        kind: comment.subject.kind,
        subject_id: comment.subject.id,
        parent,
        position,
        person: comment.person,
        name: comment.person.is_none().then_some(comment.name),
        at: comment.at,
        text: comment.text,
        state: State::Shown,
        shown_at: Some(comment.at.unwrap_or(app.now())),
        ended_at: None,
        reason: None,
        edited_at: None,
    };
    let marks = Marks { once: None, text_hash: draft.text_hash(), lang: None };
    store::insert(tx, &row, &marks).await?;
    store::add_to_count(tx, comment.subject, 1).await?;
    let happening = Happening {
        subject: id.into(),
        verb: "comment.imported",
        by: comment.person,
        detail: None,
    };
    events::record(app, tx, happening).await?;
    Ok(id)
}
