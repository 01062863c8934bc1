//! What editors do with a public story: a new edition, a retraction, a seal; never with their own.
use super::life;
use crate::{
    answering::{NextEdition, RetractionGround, SealGround},
    store::{self, StoryRow},
    story::NewEdition,
};
use base::{
    app::App,
    db::Tx,
    ids::StoryId,
    languages::Lang,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn},
};

/// Whether this person edits what was written there.
pub(crate) fn may_edit_story(by: &SignedIn, row: &StoryRow) -> bool {
    let scope = row.written_from.map_or(Scope::House, Scope::Area);
    by.may(Role::ChiefEditor, Scope::House) || by.may(Role::Editor, scope)
}

/// The next edition; refused when somebody else made one since `seen`.
pub async fn add_edition(app: &App, by: &SignedIn, id: StoryId, next: NextEdition) -> Outcome<()> {
    let (mut tx, row) = at_hand(app, by, id).await?;
    if row.number != next.seen {
        return Err(Refusal::Invalid(FieldErrors::one("body", "error-edition-newer")).into());
    }
    let NextEdition { kind, text, why, mended, .. } = next;
    let new = NewEdition { text, kind, at: app.now(), why };
    let edition = life::correct(app, &mut tx, id, &new, Some(by.id)).await?;
    if let Some(mended) = &mended {
        store::insert_mended(&mut tx, edition, mended).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a story back in public, for a reason of the closed list, in words.
pub async fn retract_for(
    app: &App,
    by: &SignedIn,
    id: StoryId,
    (ground, words): (RetractionGround, &str),
) -> Outcome<()> {
    super::drafts::check_words("reason", words)?;
    let (mut tx, _) = at_hand(app, by, id).await?;
    life::retract(app, &mut tx, id, words, Some(by.id)).await?;
    store::set_retraction_ground(&mut tx, id, ground).await?;
    Ok(tx.commit().await?)
}

/// Takes the text of editions away for good, and with it whatever the desk kept of that text: drafts, saves, notes.
pub async fn seal_editions(
    app: &App,
    by: &SignedIn,
    id: StoryId,
    (numbers, ground): (&[i64], SealGround),
) -> Outcome<()> {
    if numbers.is_empty() {
        return Err(Refusal::Invalid(FieldErrors::one("edition", "error-seal-none")).into());
    }
    let (mut tx, _) = at_hand(app, by, id).await?;
    let reason = app.words(Lang::INDONESIAN).t(&format!("seal-ground-{ground}"));
    for number in numbers {
        life::seal(app, &mut tx, (id, *number), &reason, Some(by.id)).await?;
        store::set_seal_ground(&mut tx, (id, *number), ground).await?;
    }
    Ok(tx.commit().await?)
}

/// A public story, for an editor who did not write it.
async fn at_hand(app: &App, by: &SignedIn, id: StoryId) -> Outcome<(Tx, StoryRow)> {
    let mut tx = app.db.begin().await?;
    let row = store::find(&mut tx, id).await?.or_not_found()?;
    if !may_edit_story(by, &row) {
        return Err(Refusal::NotAllowed("refusal-other-area").into());
    }
    let writers = store::bylines(&mut tx, &[id.0]).await?;
    if writers.iter().any(|writer| writer.person == Some(by.id)) {
        return Err(Refusal::NotAllowed("refusal-own-draft").into());
    }
    Ok((tx, row))
}
