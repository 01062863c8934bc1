//! Pictures and recordings of a draft: whoever may change its text now may change them; they go along with the text, to
//! the story that it becomes or away with it.
use super::writing::{is_open_to, may_write};
use crate::store::{self, DraftRow};
use base::{
    app::App,
    db::Tx,
    feature::Leaving,
    ids::{DraftId, StoryId},
    refusal::{OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
    web::Fields,
};

/// Hangs what waits under the form's mark on the draft and keeps what the form says of what hangs there. What was approved
/// is approved anew when any of it changed.
pub(crate) async fn keep_files(
    app: &App,
    by: &SignedIn,
    (id, fields): (DraftId, &Fields),
) -> Outcome<()> {
    let mark = fields.line("once");
    let before = media::list(&app.db, id.into()).await?;
    let waiting = media::waiting(&app.db, &mark).await?;
    if before.is_empty() && waiting.is_empty() {
        return Ok(());
    }
    if !is_open(app, by, id).await? {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    media::say(app, &before, fields).await?;
    let mut tx = app.db.begin().await?;
    media::attach(&mut tx, &mark, id.into(), Some(by.id)).await?;
    tx.commit().await?;
    if media::list(&app.db, id.into()).await? != before {
        let mut tx = app.db.begin().await?;
        store::unapprove_draft(&mut tx, id).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn is_open(app: &App, by: &SignedIn, id: DraftId) -> Outcome<bool> {
    let mut tx = app.db.begin().await?;
    let row = store::draft(&mut tx, id).await?.or_not_found()?;
    Ok(may_write(&mut tx, by, &row).await? && is_open_to(by, &row))
}

/// They hang on the story from now on; its page shows the pictures among them.
pub(super) async fn to_story(tx: &mut Tx, draft: DraftId, story: StoryId) -> anyhow::Result<()> {
    let pictures = media::hand_on(tx, draft.into(), story.into()).await?;
    for (position, picture) in (0..).zip(pictures) {
        store::insert_picture(tx, story, position, picture).await?;
    }
    super::pictures_follow(tx, story).await
}

/// The same text was with the editors already: what was added to it since goes there too, while they have it.
pub(super) async fn to_twin(
    app: &App,
    tx: &mut Tx,
    (row, twin): (&DraftRow, DraftId),
) -> anyhow::Result<()> {
    let other = store::draft(&mut *tx, twin).await?;
    if other.is_none_or(|other| other.state != crate::DraftState::Sent) {
        return media::remove_all(app, tx, row.id.into()).await;
    }
    media::hand_on(tx, row.id.into(), twin.into()).await?;
    store::unapprove_draft(tx, twin).await
}

/// Someone's account ends: what was not published is emptied, with every text that was saved and every file.
pub(crate) async fn forget_writer(app: &App, tx: &mut Tx, gone: &Leaving) -> anyhow::Result<()> {
    for draft in store::unpublished_of(&mut *tx, gone.person).await? {
        media::remove_all(app, tx, draft.into()).await?;
    }
    store::forget_versions_of(tx, gone.person).await?;
    store::forget_writer(tx, gone.person, &gone.name).await
}
