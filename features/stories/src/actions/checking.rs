//! What editors settle about a draft before it goes out: approved, verified, asked, noted; each by somebody, at a time.
use super::{
    drafts::{check_words, for_editor, may_edit},
    writing::writes,
};
use crate::{
    checking::{NewCheck, NewQuestion, beginning},
    draft::DraftState,
    store::{self, DraftRow, NoteRow},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    deadlines,
    events::{self, Happening},
    ids::{DraftId, PersonId, StoryId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};

/// The clock of a question, of which several may run for one draft; its basis is the editor's word.
const QUESTION_BASIS: &str = "asked-by-editor";

/// The text may go out as it stands. Whoever changes it afterwards takes this back.
pub async fn approve_draft(app: &App, by: &SignedIn, id: DraftId) -> Outcome<()> {
    let (mut tx, _) = at_work(app, by, id).await?;
    store::approve_draft(&mut tx, id, (by.id, app.now())).await?;
    done(app, tx, (id, by.id), "draft.approved").await
}

/// The facts are verified: somebody was asked, and it is written down who and what they said (Pedoman 2012, 2a-b).
pub async fn verify_draft(app: &App, by: &SignedIn, id: DraftId) -> Outcome<()> {
    let (mut tx, _) = at_work(app, by, id).await?;
    if store::checks(&mut tx, id).await?.is_empty() {
        return Err(invalid("asked", "error-verify-nobody-asked"));
    }
    store::verify_draft(&mut tx, id, (by.id, app.now())).await?;
    done(app, tx, (id, by.id), "draft.verified").await
}

/// Writes down who was asked.
pub async fn add_check(app: &App, by: &SignedIn, id: DraftId, new: &NewCheck) -> Outcome<()> {
    let (mut tx, _) = at_work(app, by, id).await?;
    store::insert_check(&mut tx, (app.make_id(), id), new, (by.id, app.now())).await?;
    done(app, tx, (id, by.id), "draft.checked").await
}

/// Asks somebody before the story is public, with a day until which they may answer.
pub async fn ask_before(app: &App, by: &SignedIn, id: DraftId, new: &NewQuestion) -> Outcome<()> {
    let (mut tx, _) = at_work(app, by, id).await?;
    let question: i64 = app.make_id();
    let clock = question_clock(question);
    let named = (clock.as_str(), QUESTION_BASIS);
    let due = deadlines::start_until(app, &mut tx, id.into(), named, (new.until, app.config.zone))
        .await?;
    let by_and_times = (by.id, app.now(), due);
    store::insert_question(&mut tx, (question, id), new, by_and_times).await?;
    done(app, tx, (id, by.id), "draft.asked").await
}

/// They answered, also when the story is public already.
pub async fn answer_question(
    app: &App,
    by: &SignedIn,
    (id, question): (DraftId, i64),
    answer: &str,
) -> Outcome<()> {
    check_words("reply", answer)?;
    let mut tx = app.db.begin().await?;
    let row = store::draft(&mut tx, id).await?.or_not_found()?;
    if !may_edit(by, &row) {
        return Err(Refusal::NotAllowed("refusal-other-area").into());
    }
    let now = (by.id, app.now());
    if !store::answer_question(&mut tx, (id, question), answer, now).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    deadlines::meet(app, &mut tx, id.into(), &question_clock(question)).await?;
    done(app, tx, (id, by.id), "draft.answered").await
}

fn question_clock(question: i64) -> String {
    format!("question {}", base::ids::short(question))
}

/// A note on a paragraph, counted from 0, or on the whole.
pub async fn add_note(
    app: &App,
    by: &SignedIn,
    id: DraftId,
    (paragraph, words): (Option<usize>, &str),
) -> Outcome<()> {
    check_words("note", words)?;
    let (mut tx, row) = at_work(app, by, id).await?;
    let mut paragraphs = crate::body::paragraphs(&row.body);
    let anchor = paragraph.and_then(|at| paragraphs.nth(at)).map(beginning);
    insert_note(app, &mut tx, (id, by.id), (None, anchor, words)).await?;
    done(app, tx, (id, by.id), "draft.noted").await
}

/// A word back, by a writer or an editor.
pub async fn answer_note(
    app: &App,
    by: &SignedIn,
    (id, note): (DraftId, i64),
    words: &str,
) -> Outcome<()> {
    let row = store::draft(&app.db, id).await?.or_not_found()?;
    if !writes(app, by, &row).await? && !may_edit(by, &row) {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    check_words("note", words)?;
    let mut tx = app.db.begin().await?;
    let notes = store::notes(&mut tx, id).await?;
    if !notes.iter().any(|known| known.id == note && known.answers.is_none()) {
        return Err(Refusal::NotFound.into());
    }
    insert_note(app, &mut tx, (id, by.id), (Some(note), None, words)).await?;
    done(app, tx, (id, by.id), "draft.noted").await
}

pub async fn settle_note(app: &App, by: &SignedIn, (id, note): (DraftId, i64)) -> Outcome<()> {
    let (mut tx, _) = at_work(app, by, id).await?;
    if !store::settle_note(&mut tx, (id, note), (by.id, app.now())).await? {
        return Err(Refusal::NotFound.into());
    }
    done(app, tx, (id, by.id), "draft.note-settled").await
}

async fn insert_note(
    app: &App,
    tx: &mut Tx,
    (draft, person): (DraftId, PersonId),
    (answers, anchor, words): (Option<i64>, Option<String>, &str),
) -> Result<()> {
    let (id, at, words) = (app.make_id(), app.now(), words.to_owned());
    let note = NoteRow { id, answers, person, at, anchor, words, settled_at: None };
    store::insert_note(tx, draft, &note).await
}

/// Adds somebody to those who wrote it.
pub async fn add_byline(app: &App, by: &SignedIn, id: DraftId, person: PersonId) -> Outcome<()> {
    let (mut tx, row) = at_work(app, by, id).await?;
    if store::co_writers(&mut tx, id).await?.len() >= 10 {
        return Err(invalid("writer", "error-bylines-many"));
    }
    if person != row.person {
        store::insert_co_writer(&mut tx, (id, person), (by.id, app.now())).await?;
    }
    done(app, tx, (id, by.id), "draft.byline-added").await
}

/// What was still to be verified when the story went out is settled: by asking, or by a later story that tells.
pub async fn settle_pending(
    app: &App,
    by: &SignedIn,
    id: DraftId,
    (check, update): (Option<NewCheck>, Option<StoryId>),
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = store::draft(&mut tx, id).await?.or_not_found()?;
    if !may_edit(by, &row) {
        return Err(Refusal::NotAllowed("refusal-other-area").into());
    }
    let now = (by.id, app.now());
    if let Some(update) = update {
        let known = store::find(&mut tx, update).await?;
        if known.is_none_or(|story| !story.public() || Some(story.id) == row.story) {
            return Err(invalid("update", "error-update-story"));
        }
    }
    if !store::close_pending(&mut tx, id, now, update).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    if let Some(check) = &check {
        store::insert_check(&mut tx, (app.make_id(), id), check, now).await?;
    }
    if let (Some(story), Some(_)) = (row.story, &check) {
        store::verify_story(&mut tx, story, now).await?;
    }
    if let Some(story) = row.story {
        let happening = Happening {
            subject: story.into(),
            verb: "story.verified",
            by: Some(by.id),
            detail: None,
        };
        events::record(app, &mut tx, happening).await?;
    }
    done(app, tx, (id, by.id), "draft.settled").await
}

/// A draft that lies before the editors, for one who may decide about it.
pub(super) async fn at_work(app: &App, by: &SignedIn, id: DraftId) -> Outcome<(Tx, DraftRow)> {
    let mut tx = app.db.begin().await?;
    let row = for_editor(&mut tx, by, id).await?;
    if !matches!(row.state, DraftState::Sent | DraftState::Scheduled) {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    Ok((tx, row))
}

pub(super) async fn done(
    app: &App,
    mut tx: Tx,
    (id, by): (DraftId, PersonId),
    verb: &str,
) -> Outcome<()> {
    let happening = Happening { subject: id.into(), verb, by: Some(by), detail: None };
    events::record(app, &mut tx, happening).await?;
    Ok(tx.commit().await?)
}

fn invalid(field: &'static str, key: &'static str) -> base::refusal::Failure {
    Refusal::Invalid(FieldErrors::one(field, key)).into()
}
