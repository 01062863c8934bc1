//! Writing: a text is saved as often as its writer likes, each save a version; two who save at once both keep their words.
use super::drafts::{may_edit, must_become, note, step};
use crate::{
    draft::{DraftState, StoryDraft},
    store::{self, DraftRow, DraftVersion},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{DraftId, PersonId},
    languages::Lang,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};
use jiff::SignedDuration;

/// Drafts that one person may have begun at a time.
const WORKING_MAX: i64 = 100;
/// Saves of one open form within this time are one version.
const ONE_VERSION: SignedDuration = SignedDuration::from_mins(10);
const VERSIONS_KEPT: i64 = 300;

/// What a form wants to keep.
#[derive(Debug, Clone)]
pub struct Save {
    /// `None`: a draft that is begun.
    pub id: Option<DraftId>,
    pub draft: StoryDraft,
    /// The version that the form showed.
    pub seen: i64,
    /// What the open form is known by.
    pub form: Option<String>,
    pub lang: Lang,
}

/// What became of it.
#[derive(Debug)]
pub enum Saved {
    Kept {
        id: DraftId,
        version: i64,
    },
    /// Somebody else had saved, or it has left the writer's hands: what was typed is kept beside it. The draft as it is.
    Conflict(Box<DraftRow>),
}

/// Keeps a text.
pub async fn save_draft(app: &App, by: &SignedIn, save: &Save) -> Outcome<Saved> {
    let mut tx = app.db.begin().await?;
    let known = match (save.id, &save.form) {
        (Some(id), _) => Some(id),
        (None, Some(form)) => store::draft_of_form(&mut tx, by.id, form).await?,
        (None, None) => None,
    };
    let Some(id) = known else { return begin(app, tx, by.id, save).await };
    let row = store::draft(&mut tx, id).await?.or_not_found()?;
    if !may_write(&mut tx, by, &row).await? {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    if is_same(&row, &save.draft) {
        return Ok(Saved::Kept { id, version: row.version });
    }
    let same_form = save.form.is_some() && save.form == row.saved_form;
    let fresh = row.version == save.seen || same_form;
    if !fresh || !is_open_to(by, &row) {
        return keep_aside(app, tx, by.id, (save, row)).await;
    }
    let from = (save.form.as_deref(), app.now());
    if !store::save_draft(&mut tx, (id, row.version), &save.draft, from).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    let number = row.version + 1;
    keep_version(app, &mut tx, (id, by.id), (save, number, false)).await?;
    tx.commit().await?;
    Ok(Saved::Kept { id, version: number })
}

async fn begin(app: &App, mut tx: Tx, by: PersonId, save: &Save) -> Outcome<Saved> {
    if store::count_working(&mut tx, by).await? >= WORKING_MAX {
        return Err(Refusal::Conflict("refusal-drafts-many").into());
    }
    let id: DraftId = app.make_id();
    let (form, lang) = (save.form.as_deref(), save.lang.code());
    if !store::insert_draft(&mut tx, (id, by, lang), &save.draft, (form, app.now())).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    keep_version(app, &mut tx, (id, by), (save, 1, false)).await?;
    let happening =
        Happening { subject: id.into(), verb: "draft.begun", by: Some(by), detail: None };
    events::record(app, &mut tx, happening).await?;
    tx.commit().await?;
    Ok(Saved::Kept { id, version: 1 })
}

async fn keep_aside(
    app: &App,
    mut tx: Tx,
    by: PersonId,
    (save, mut row): (&Save, DraftRow),
) -> Outcome<Saved> {
    if !store::count_aside(&mut tx, (row.id, row.version)).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    row.version += 1;
    keep_version(app, &mut tx, (row.id, by), (save, row.version, true)).await?;
    tx.commit().await?;
    Ok(Saved::Conflict(Box::new(row)))
}

/// A version of its own, or the same open form's of a few minutes ago grown longer.
async fn keep_version(
    app: &App,
    tx: &mut Tx,
    (id, by): (DraftId, PersonId),
    (save, number, aside): (&Save, i64, bool),
) -> Result<()> {
    let now = app.now();
    let before = store::newest_version(&mut *tx, id, aside).await?.filter(|before| {
        before.form.is_some() && before.form == save.form && now < before.began_at + ONE_VERSION
    });
    if let Some(before) = &before {
        store::delete_version(tx, id, before.number).await?;
    }
    let version = DraftVersion {
        number,
        began_at: before.map_or(now, |before| before.began_at),
        at: now,
        person: by,
        form: save.form.clone(),
        aside,
        title: save.draft.title.clone(),
        body: save.draft.body.clone(),
    };
    store::insert_version(tx, id, &version).await?;
    store::forget_old_versions(tx, id, VERSIONS_KEPT).await
}

fn is_same(row: &DraftRow, draft: &StoryDraft) -> bool {
    row.draft() == *draft
}

/// Whether this person may see and change the draft at all: its writers, the editors of its area.
pub(crate) async fn may_write(tx: &mut Tx, by: &SignedIn, row: &DraftRow) -> Result<bool> {
    let edits = row.state != DraftState::Working && may_edit(by, row);
    Ok(row.person == by.id
        || (edits && row.state == DraftState::Sent)
        || store::co_writers(tx, row.id).await?.contains(&by.id))
}

/// Whose turn it is: the writers' until it is sent, then the editors', but nobody edits their own.
pub(crate) fn is_open_to(by: &SignedIn, row: &DraftRow) -> bool {
    match row.state {
        DraftState::Sent => row.person != by.id && may_edit(by, row),
        state => state.is_with_writer(),
    }
}

/// Hands a draft to the editors; the same text sent twice is one draft.
pub async fn send_draft(app: &App, by: &SignedIn, id: DraftId) -> Outcome<DraftId> {
    let mut tx = app.db.begin().await?;
    let row = store::draft(&mut tx, id).await?.or_not_found()?;
    if !may_write(&mut tx, by, &row).await? {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    if row.state == DraftState::Sent {
        return Ok(id);
    }
    must_become(&row, DraftState::Sent)?;
    let missing = [("title", &row.title), ("body", &row.body)];
    if let Some((field, _)) = missing.into_iter().find(|(_, words)| words.trim().is_empty()) {
        return Err(Refusal::Invalid(FieldErrors::one(field, "error-empty")).into());
    }
    let hash = crate::draft::text(&row.title, &row.body).hash();
    if let Some(twin) = store::sent_twin(&mut tx, (id, row.person), &hash).await? {
        return forget_for(app, tx, (&row, by.id), twin).await;
    }
    if !store::send_draft(&mut tx, (id, row.state), &hash, app.now()).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    note(app, &mut tx, (id, by.id), (DraftState::Sent, None)).await?;
    tx.commit().await?;
    Ok(id)
}

/// The same text is with the editors already: the second draft goes, the first is what was meant.
async fn forget_for(
    app: &App,
    mut tx: Tx,
    (row, by): (&DraftRow, PersonId),
    twin: DraftId,
) -> Outcome<DraftId> {
    if row.state == DraftState::Returned {
        return Err(Refusal::Invalid(FieldErrors::one("body", "error-draft-twice")).into());
    }
    if row.state == DraftState::Working {
        step(app, &mut tx, (row, by), (DraftState::Withdrawn, None)).await?;
        super::files::to_twin(app, &mut tx, (row, twin)).await?;
        tx.commit().await?;
    }
    Ok(twin)
}

/// The writer thinks better of it. The text stays to be read; pictures and recordings are gone.
pub async fn withdraw_draft(app: &App, by: &SignedIn, id: DraftId) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = store::draft(&mut tx, id).await?.or_not_found()?;
    if row.person != by.id {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    step(app, &mut tx, (&row, by.id), (DraftState::Withdrawn, None)).await?;
    media::remove_all(app, &mut tx, id.into()).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether it is this person's own, or one they wrote with others.
pub(crate) async fn writes(app: &App, by: &SignedIn, row: &DraftRow) -> Result<bool> {
    Ok(row.person == by.id || store::co_writers(&app.db, row.id).await?.contains(&by.id))
}

/// The draft in which this person sent this text before.
pub(crate) async fn sent_before(
    app: &App,
    by: &SignedIn,
    draft: &StoryDraft,
) -> Result<Option<DraftId>> {
    store::sent_twin(&app.db, (DraftId(0), by.id), &draft.text().hash()).await
}

/// The draft, for its writers and for those who edit it.
pub(crate) async fn draft_for(app: &App, by: &SignedIn, id: DraftId) -> Outcome<DraftRow> {
    let row = store::draft(&app.db, id).await?.or_not_found()?;
    let writes = writes(app, by, &row).await?;
    let edits = may_edit(by, &row) && store::was_sent(&app.db, id).await?;
    if writes || edits { Ok(row) } else { Err(Refusal::NotAllowed("refusal-not-yours").into()) }
}

/// What a form that is closed left, by the number it was given.
pub(crate) async fn version_of(
    app: &App,
    by: &SignedIn,
    (id, number): (DraftId, i64),
) -> Outcome<(DraftRow, DraftVersion, Option<DraftVersion>)> {
    let row = draft_for(app, by, id).await?;
    let mut found = store::version_and_before(&app.db, id, number).await?.into_iter();
    let version = found.next().filter(|version| version.number == number).or_not_found()?;
    Ok((row, version, found.next()))
}
