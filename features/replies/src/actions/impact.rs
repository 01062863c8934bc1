//! What a story brought about is noted, and struck out when it was noted by mistake.
use super::republish::edited;
use crate::{impact::NewImpact, store};
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    languages::Lang,
    links::{self, LinkKind},
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
        let ends = (told, new.subject);
        links::join(app, tx, ends, (LinkKind::CameOf, None), Some(by.id)).await?;
    }
    let id: i64 = app.make_id();
    store::insert_impact(tx, (id, by.id), new, app.now()).await?;
    note(app, tx, (new.subject, "impact.noted"), by).await
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
    note(app, &mut tx, (subject, "impact.struck"), by).await?;
    Ok(tx.commit().await?)
}

async fn note(
    app: &App,
    tx: &mut Tx,
    (subject, verb): (Subject, &str),
    by: &SignedIn,
) -> Outcome<()> {
    let happening = Happening { subject, verb, by: Some(by.id), detail: None };
    events::record(app, tx, happening).await?;
    Ok(())
}
