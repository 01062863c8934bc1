//! A draft waits because the newsroom gave its word; it goes out before only when that is ended with a reason.
use super::{
    checking::{at_work, done},
    drafts::check_words,
};
use crate::{
    draft::DraftState,
    embargo::NewEmbargo,
    store::{self, DraftRow},
};
use base::{
    app::App,
    db::Tx,
    ids::DraftId,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    visitor::SignedIn,
};
use jiff::Timestamp;

/// Agrees to an hour. Another that still holds is ended by it: the newest word is the one that was given.
pub async fn set_embargo(app: &App, by: &SignedIn, id: DraftId, new: &NewEmbargo) -> Outcome<()> {
    let (mut tx, row) = at_work(app, by, id).await?;
    let is_planned = row.state == DraftState::Scheduled;
    if is_planned && row.publish_at.is_some_and(|at| at < new.until) {
        return Err(too_early("embargo_until", "error-embargo-plan"));
    }
    store::end_embargoes(&mut tx, id, (by.id, app.now(), &new.why)).await?;
    store::insert_embargo(&mut tx, (app.make_id(), id), new, (by.id, app.now())).await?;
    done(app, tx, (id, by.id), "draft.embargoed").await
}

/// It need not wait any more: who asked agreed, or what was kept is known.
pub async fn end_embargo(app: &App, by: &SignedIn, id: DraftId, why: &str) -> Outcome<()> {
    check_words("embargo_end", why)?;
    let (mut tx, _) = at_work(app, by, id).await?;
    if store::end_embargoes(&mut tx, id, (by.id, app.now(), why)).await? == 0 {
        return Err(Refusal::Conflict("refusal-draft-moved").into());
    }
    done(app, tx, (id, by.id), "draft.embargo-ended").await
}

/// Nothing goes out before the hour that was agreed on.
pub(super) async fn must_be_free(tx: &mut Tx, row: &DraftRow, at: Timestamp) -> Outcome<()> {
    let held = store::embargoes(&mut *tx, row.id).await?;
    match held.iter().any(|embargo| embargo.holds(at)) {
        true => Err(too_early("publish_at", "error-embargo")),
        false => Ok(()),
    }
}

fn too_early(field: &'static str, key: &'static str) -> Failure {
    Refusal::Invalid(FieldErrors::one(field, key)).into()
}
