//! What a story brought about is noted, and struck out when it was noted by mistake.
use super::{
    history::file_impact,
    republish::{edited, note},
};
use crate::{impact::NewImpact, store};
use base::{
    app::App,
    db::Tx,
    languages::Lang,
    refusal::{FieldErrors, Outcome, Refusal},
    subject::Subject,
    visitor::SignedIn,
};

/// Notes it in the caller's transaction; the story that tells of it is linked.
pub(crate) async fn add_impact(
    app: &App,
    tx: &mut Tx,
    by: &SignedIn,
    new: &NewImpact,
) -> Outcome<()> {
    edited(app, by, new.subject).await?;
    if let Some(told) = new.told {
        let card = app.describe(Lang::INDONESIAN, told).await?;
        if told == new.subject || !card.is_some_and(|card| card.public) {
            return Err(Refusal::Invalid(FieldErrors::one("told", "error-impact-story")).into());
        }
    }
    file_impact(app, tx, by.id, new).await
}

pub(crate) async fn strike_impact(
    app: &App,
    by: &SignedIn,
    subject: Subject,
    id: i64,
) -> Outcome<()> {
    edited(app, by, subject).await?;
    let mut tx = app.db.begin().await?;
    if !store::strike_impact(&mut tx, (id, subject), (app.now(), by.id)).await? {
        return Err(Refusal::NotFound.into());
    }
    note(app, &mut tx, (subject, "impact.struck"), by.id).await?;
    Ok(tx.commit().await?)
}
