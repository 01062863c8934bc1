//! A story on its way: sent, returned with a reason, taken back, published by an editor of the area.
use super::publish::publish_imported;
use crate::{
    draft::{self, DraftState, StoryDraft, Verification},
    store::{self, DraftRow, DraftStep},
    story::{Byline, NewStory, check_length},
};
use anyhow::{Context, Result};
use areas::Areas;
use base::{
    app::App,
    db::{Tx, twin_is_false},
    events::{self, Happening},
    ids::{DraftId, PersonId, StoryId},
    languages::Lang,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn},
};

/// The licence that new stories have (the house's pages say so).
const LICENCE: &str = "CC BY-NC 4.0";
const WORDS_LETTERS_MAX: usize = 2_000;

/// Hands a story to the editors; the same text sent twice is one draft.
pub async fn send_draft(
    app: &App,
    by: &SignedIn,
    lang: Lang,
    draft: &StoryDraft,
) -> Outcome<DraftId> {
    let mut tx = app.db.begin().await?;
    let id: DraftId = app.make_id();
    let now = app.now();
    if !store::insert_draft(&mut tx, (id, by.id, lang.code()), draft, now).await? {
        let hash = draft.text().hash();
        let known = store::draft_with_text(&mut tx, by.id, &hash).await?;
        return Ok(known.context("a draft was neither made nor found")?);
    }
    note(app, &mut tx, (id, by.id), (DraftState::Sent, None)).await?;
    tx.commit().await?;
    Ok(id)
}

/// The writer's newer text, after it came back.
pub async fn resend_draft(app: &App, by: &SignedIn, id: DraftId, text: &StoryDraft) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = own(&mut tx, by.id, id).await?;
    must_become(&row, DraftState::Sent)?;
    if !twin_is_false(store::resend_draft(&mut tx, id, text, app.now()).await)? {
        return Err(Refusal::Invalid(FieldErrors::one("body", "error-draft-twice")).into());
    }
    note(app, &mut tx, (id, by.id), (DraftState::Sent, None)).await?;
    tx.commit().await?;
    Ok(())
}

/// The writer thinks better of it.
pub async fn withdraw_draft(app: &App, by: &SignedIn, id: DraftId) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = own(&mut tx, by.id, id).await?;
    step(app, &mut tx, (&row, by.id), (DraftState::Withdrawn, None)).await?;
    tx.commit().await?;
    Ok(())
}

/// Back to its writer, with what is missing.
pub async fn return_draft(app: &App, by: &SignedIn, id: DraftId, why: &str) -> Outcome<()> {
    check_words("why", why)?;
    let mut tx = app.db.begin().await?;
    let row = for_editor(&mut tx, by, id).await?;
    step(app, &mut tx, (&row, by.id), (DraftState::Returned, Some(why))).await?;
    tx.commit().await?;
    Ok(())
}

/// Makes it public as it stands. Approving and verifying are two things: what is not verified says so to readers.
pub async fn publish_draft(
    app: &App,
    by: &SignedIn,
    id: DraftId,
    verification: Verification,
) -> Outcome<StoryId> {
    if let Verification::Pending(notice) = &verification {
        check_words("notice", notice)?;
    }
    let mut tx = app.db.begin().await?;
    let row = for_editor(&mut tx, by, id).await?;
    must_become(&row, DraftState::Published)?;
    let story = publish_imported(app, &mut tx, new_story(app, &row, by.id, verification)).await?;
    let steps = (row.state, DraftState::Published);
    if !store::move_draft(&mut tx, id, steps, Some(story)).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    note(app, &mut tx, (id, by.id), (DraftState::Published, None)).await?;
    tx.commit().await?;
    Ok(story)
}

fn new_story(app: &App, row: &DraftRow, by: PersonId, verification: Verification) -> NewStory {
    let areas = app.keeper::<Areas>();
    let (verified, unverified_notice) = match verification {
        Verification::Verified => (Some((app.now(), Some(by))), None),
        Verification::Pending(notice) => (None, Some(notice)),
    };
    NewStory {
        posted_at: Some(app.now()),
        occasion_date: row.occasion_date,
        dateline: row.written_from.map(|code| areas.short_name(code)),
        bylines: vec![Byline::Person(row.person)],
        written_from: row.written_from,
        about: row.written_from.into_iter().collect(),
        licence: Some(LICENCE.to_owned()),
        approved: Some((app.now(), Some(by))),
        verified,
        unverified_notice,
        ..NewStory::new(draft::text(&row.title, &row.body), &row.lang, row.section)
    }
}

/// Whether this person edits what was written there: an editor of the area, the chief editor.
pub(crate) fn may_edit(by: &SignedIn, row: &DraftRow) -> bool {
    let scope = row.written_from.map_or(Scope::House, Scope::Area);
    by.may(Role::ChiefEditor, Scope::House) || by.may(Role::Editor, scope)
}

async fn for_editor(tx: &mut Tx, by: &SignedIn, id: DraftId) -> Outcome<DraftRow> {
    let row = store::draft(&mut *tx, id).await?.or_not_found()?;
    // Nobody lets their own story out.
    if row.person == by.id {
        return Err(Refusal::NotAllowed("refusal-own-draft").into());
    }
    if may_edit(by, &row) { Ok(row) } else { Err(Refusal::NotAllowed("refusal-other-area").into()) }
}

async fn own(tx: &mut Tx, by: PersonId, id: DraftId) -> Outcome<DraftRow> {
    let row = store::draft(&mut *tx, id).await?.or_not_found()?;
    if row.person == by { Ok(row) } else { Err(Refusal::NotAllowed("refusal-not-yours").into()) }
}

fn must_become(row: &DraftRow, next: DraftState) -> Result<(), Refusal> {
    if row.state.may_become(next) { Ok(()) } else { Err(Refusal::Conflict("refusal-draft-moved")) }
}

fn check_words(field: &'static str, words: &str) -> Result<(), Refusal> {
    let mut errors = FieldErrors::default();
    check_length(field, words, WORDS_LETTERS_MAX, &mut errors);
    errors.check()
}

async fn step(
    app: &App,
    tx: &mut Tx,
    (row, by): (&DraftRow, PersonId),
    (next, words): (DraftState, Option<&str>),
) -> Outcome<()> {
    must_become(row, next)?;
    if !store::move_draft(tx, row.id, (row.state, next), None).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    Ok(note(app, tx, (row.id, by), (next, words)).await?)
}

async fn note(
    app: &App,
    tx: &mut Tx,
    (id, by): (DraftId, PersonId),
    (state, words): (DraftState, Option<&str>),
) -> Result<()> {
    let words = words.map(str::to_owned);
    let done = DraftStep { at: app.now(), person: by, state, words };
    store::insert_draft_step(tx, (app.make_id(), id), &done).await?;
    let verb = match state {
        DraftState::Sent => "draft.sent",
        DraftState::Returned => "draft.returned",
        DraftState::Published => "draft.published",
        DraftState::Withdrawn => "draft.withdrawn",
    };
    events::record(app, tx, Happening { subject: id.into(), verb, by: Some(by), detail: None })
        .await?;
    Ok(())
}
