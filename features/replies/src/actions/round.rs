//! What time does: a right ends while nobody answers, and how ended cases were reached is forgotten.
use super::{Taken, take};
use crate::{letters, reply::Step, rules::ReplyRules, store};
use base::{
    app::App,
    ids::ReplyId,
    languages::Lang,
    refusal::{Failure, OrNotFound, Outcome},
};

/// One round of the clock: each case in a transaction of its own, so that one cannot hold up the others.
pub(crate) async fn go_round(app: &App) -> Outcome<()> {
    for id in store::to_lapse(&app.db, app.now()).await? {
        match lapse(app, id).await {
            // What someone did meanwhile comes before the clock.
            Ok(()) | Err(Failure::Refused(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    let mut tx = app.db.begin().await?;
    let before = app.now() - ReplyRules::now(app)?.contact_for;
    store::forget_contacts(&mut tx, before).await?;
    Ok(tx.commit().await?)
}

async fn lapse(app: &App, id: ReplyId) -> Outcome<()> {
    let reply = store::find(&app.db, id).await?.or_not_found()?;
    let card = app.describe(Lang::INDONESIAN, reply.subject()).await?;
    let title = card.map_or_else(String::new, |card| card.title);
    let taken = Taken::silently(Step::Lapsed);
    let mut tx = app.db.begin().await?;
    let reply = take(app, &mut tx, &reply, (taken.clone(), None)).await?;
    letters::tell(app, &mut tx, (&reply, &title), &taken).await?;
    Ok(tx.commit().await?)
}
