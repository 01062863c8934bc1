//! A story on the editors' desk: returned with a reason, let out by an editor of its area, now or at a time.
use super::{embargo, publish::publish_imported};
use crate::{
    checking::{NewPending, Release},
    draft::{self, DraftState},
    jobs::PublishDue,
    letters,
    store::{self, DraftRow, DraftStep},
    story::{Byline, NewStory, check_length},
};
use anyhow::Result;
use areas::Areas;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{DraftId, PersonId, StoryId},
    jobs,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn},
    web::Fields,
};
use jiff::{SignedDuration, Timestamp};

/// The licence that new stories have (the house's pages say so).
pub(crate) const LICENCE: &str = "CC BY-NC 4.0";
const WORDS_LETTERS_MAX: usize = 2_000;

/// Back to its writer, with what is missing.
pub async fn return_draft(app: &App, by: &SignedIn, id: DraftId, why: &str) -> Outcome<()> {
    check_words("why", why)?;
    let mut tx = app.db.begin().await?;
    let row = for_editor(&mut tx, by, id).await?;
    step(app, &mut tx, (&row, by.id), (DraftState::Returned, Some(why))).await?;
    tx.commit().await?;
    Ok(())
}

/// Lets it out, now or at a time. It must be approved; what is not verified must meet the Pedoman's four conditions and
/// says so to readers. The story, when it is public at once.
pub async fn publish_draft(
    app: &App,
    by: &SignedIn,
    id: DraftId,
    release: Release,
) -> Outcome<Option<StoryId>> {
    let mut tx = app.db.begin().await?;
    let row = for_editor(&mut tx, by, id).await?;
    let next = release.at.map_or(DraftState::Published, |_| DraftState::Scheduled);
    must_become(&row, next)?;
    if row.approved_at.is_none() {
        return Err(Refusal::Invalid(FieldErrors::one("approve", "error-not-approved")).into());
    }
    match (&release.pending, row.verified_at) {
        (_, Some(_)) => {}
        (Some(pending), None) => {
            store::put_pending(&mut tx, id, pending, (by.id, app.now())).await?;
        }
        (None, None) => {
            let errors = NewPending::read(&Fields::default()).err().unwrap_or_default();
            return Err(Refusal::Invalid(errors).into());
        }
    }
    embargo::must_be_free(&mut tx, &row, release.at.unwrap_or(app.now())).await?;
    let Some(at) = release.at else {
        let story = let_out(app, &mut tx, (&row, by.id)).await?;
        tx.commit().await?;
        return Ok(Some(story));
    };
    schedule(app, &mut tx, (&row, by.id), at).await?;
    tx.commit().await?;
    Ok(None)
}

async fn schedule(
    app: &App,
    tx: &mut Tx,
    (row, by): (&DraftRow, PersonId),
    at: Timestamp,
) -> Outcome<()> {
    if at <= app.now() || at > app.now() + SignedDuration::from_hours(24 * 366) {
        return Err(Refusal::Invalid(FieldErrors::one("publish_at", "error-publish-at")).into());
    }
    if !store::schedule_draft(tx, row.id, at).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    jobs::enqueue_at(app, tx, &PublishDue { draft: row.id, at }, at).await?;
    note(app, tx, (row.id, by), (DraftState::Scheduled, None)).await?;
    letters::tell(app, tx, (row, by), (DraftState::Scheduled, None), &row.path()).await?;
    Ok(())
}

/// Back on the desk: it does not go out by itself.
pub async fn unschedule_draft(app: &App, by: &SignedIn, id: DraftId) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = for_editor(&mut tx, by, id).await?;
    if row.state != DraftState::Scheduled {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    step(app, &mut tx, (&row, by.id), (DraftState::Sent, None)).await?;
    tx.commit().await?;
    Ok(())
}

/// The hour has come; nothing happens when it was taken off the plan or given another hour meanwhile.
pub(crate) async fn publish_due(app: &App, due: &PublishDue) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    store::hold_draft(&mut tx, due.draft).await?;
    let Some(row) = store::draft(&mut tx, due.draft).await? else { return Ok(()) };
    // The database keeps microseconds.
    let at = row.publish_at.map(Timestamp::as_microsecond);
    if row.state != DraftState::Scheduled || at != Some(due.at.as_microsecond()) {
        return Ok(());
    }
    let by = row.approved_by.unwrap_or(row.person);
    let_out(app, &mut tx, (&row, by)).await?;
    Ok(tx.commit().await?)
}

async fn let_out(app: &App, tx: &mut Tx, (row, by): (&DraftRow, PersonId)) -> Outcome<StoryId> {
    let pending = match row.verified_at {
        Some(_) => None,
        None => store::pending(&mut *tx, row.id).await?,
    };
    let mut writers = vec![row.person];
    writers.extend(store::co_writers(&mut *tx, row.id).await?);
    let notice = pending.as_ref().map(|pending| pending.notice.clone());
    let new = new_story(app, row, (by, writers, notice));
    let story = publish_imported(app, tx, new).await?;
    super::files::to_story(tx, row.id, story).await?;
    if !store::move_draft(tx, row.id, (row.state, DraftState::Published), Some(story)).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    if pending.is_some() {
        store::open_pending(tx, row.id, app.now()).await?;
    }
    note(app, tx, (row.id, by), (DraftState::Published, None)).await?;
    let path = format!("/tulisan/{story}");
    letters::tell(app, tx, (row, by), (DraftState::Published, None), &path).await?;
    Ok(story)
}

fn new_story(
    app: &App,
    row: &DraftRow,
    (by, writers, unverified_notice): (PersonId, Vec<PersonId>, Option<String>),
) -> NewStory {
    let areas = app.keeper::<Areas>();
    NewStory {
        posted_at: Some(app.now()),
        occasion_date: row.occasion_date,
        dateline: row.written_from.map(|code| areas.short_name(code)),
        bylines: writers.into_iter().map(Byline::Person).collect(),
        written_from: row.written_from,
        about: row.written_from.into_iter().collect(),
        licence: Some(LICENCE.to_owned()),
        approved: Some((row.approved_at.unwrap_or(app.now()), row.approved_by.or(Some(by)))),
        verified: row.verified_at.map(|at| (at, row.verified_by)),
        unverified_notice,
        ..NewStory::new(draft::text(&row.title, &row.body), &row.lang, row.section)
    }
}

/// Whether this person edits what was written there: an editor of the area, the chief editor.
pub(crate) fn may_edit(by: &SignedIn, row: &DraftRow) -> bool {
    let scope = row.written_from.map_or(Scope::House, Scope::Area);
    by.may(Role::ChiefEditor, Scope::House) || by.may(Role::Editor, scope)
}

pub(super) async fn for_editor(tx: &mut Tx, by: &SignedIn, id: DraftId) -> Outcome<DraftRow> {
    // Two editors decide one after the other: what one agreed to is seen by the other.
    store::hold_draft(tx, id).await?;
    let row = store::draft(&mut *tx, id).await?.or_not_found()?;
    // Nobody lets their own story out.
    if row.person == by.id {
        return Err(Refusal::NotAllowed("refusal-own-draft").into());
    }
    if may_edit(by, &row) { Ok(row) } else { Err(Refusal::NotAllowed("refusal-other-area").into()) }
}

pub(super) fn must_become(row: &DraftRow, next: DraftState) -> Result<(), Refusal> {
    if row.state.may_become(next) { Ok(()) } else { Err(Refusal::Conflict("refusal-draft-moved")) }
}

pub(super) fn check_words(field: &'static str, words: &str) -> Result<(), Refusal> {
    let mut errors = FieldErrors::default();
    check_length(field, words, WORDS_LETTERS_MAX, &mut errors);
    errors.check()
}

pub(super) async fn step(
    app: &App,
    tx: &mut Tx,
    (row, by): (&DraftRow, PersonId),
    (next, words): (DraftState, Option<&str>),
) -> Outcome<()> {
    must_become(row, next)?;
    if !store::move_draft(tx, row.id, (row.state, next), None).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    note(app, tx, (row.id, by), (next, words)).await?;
    Ok(letters::tell(app, tx, (row, by), (next, words), &row.path()).await?)
}

pub(super) async fn note(
    app: &App,
    tx: &mut Tx,
    (id, by): (DraftId, PersonId),
    (state, words): (DraftState, Option<&str>),
) -> Result<()> {
    let words = words.map(str::to_owned);
    let done = DraftStep { at: app.now(), person: by, state, words };
    store::insert_draft_step(tx, (app.make_id(), id), &done).await?;
    let verb = match state {
        DraftState::Working => "draft.begun",
        DraftState::Sent => "draft.sent",
        DraftState::Returned => "draft.returned",
        DraftState::Scheduled => "draft.scheduled",
        DraftState::Published => "draft.published",
        DraftState::Withdrawn => "draft.withdrawn",
    };
    events::record(app, tx, Happening { subject: id.into(), verb, by: Some(by), detail: None })
        .await?;
    Ok(())
}
