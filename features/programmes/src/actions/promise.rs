//! What was promised at an activity, and that it was kept.
use super::next_place;
use crate::store;
use agencies::NewPromise;
use base::{
    app::App,
    db::Tx,
    ids::{ActivityId, AgencyId, PersonId, PromiseId},
    jiff::civil::Date,
    refusal::{OrNotFound, Outcome},
};

/// Who promised what at an activity.
#[derive(Debug, Clone)]
pub struct NewActivityPromise {
    pub agency: Option<AgencyId>,
    pub who: String,
    pub what: String,
    pub until: Option<Date>,
}

/// Notes a promise, said on the activity's first day.
pub async fn promise(
    app: &App,
    tx: &mut Tx,
    (activity, new): (ActivityId, NewActivityPromise),
    by: Option<PersonId>,
) -> Outcome<PromiseId> {
    let row = store::activity(&mut *tx, activity).await?.or_not_found()?;
    let known = agencies::promises_of(&mut *tx, activity.into()).await?;
    next_place((1..).take(known.len()))?;
    let new = NewPromise {
        subject: activity.into(),
        agency: new.agency,
        who: new.who,
        what: new.what,
        until: new.until,
        said_on: row.starts,
        zone: None,
    };
    agencies::promise(app, tx, new, by).await
}

/// A promise of this activity was kept: what shows it, and when.
pub async fn keep_promise(
    app: &App,
    tx: &mut Tx,
    (activity, promise): (ActivityId, PromiseId),
    (proof, on): (&str, Date),
    by: Option<PersonId>,
) -> Outcome<()> {
    let known = agencies::promises_of(&mut *tx, activity.into()).await?;
    known.iter().find(|row| row.id == promise).or_not_found()?;
    agencies::keep_promise(app, tx, promise, (proof, on, app.config.zone), by).await
}

/// A promise of this activity that was written down wrongly.
pub(crate) async fn correct_promise(
    app: &App,
    tx: &mut Tx,
    (activity, promise): (ActivityId, PromiseId),
    right: NewActivityPromise,
    by: Option<PersonId>,
) -> Outcome<()> {
    let known = agencies::promises_of(&mut *tx, activity.into()).await?;
    let stood = known.into_iter().find(|row| row.id == promise).or_not_found()?;
    let right = NewPromise {
        subject: activity.into(),
        agency: right.agency,
        who: right.who,
        what: right.what,
        until: right.until,
        said_on: stood.said_on,
        zone: None,
    };
    agencies::correct_promise(app, tx, promise, &right, by).await
}

/// A promise that nobody made at this activity.
pub(crate) async fn strike_promise(
    app: &App,
    tx: &mut Tx,
    (activity, promise): (ActivityId, PromiseId),
    by: Option<PersonId>,
) -> Outcome<()> {
    let known = agencies::promises_of(&mut *tx, activity.into()).await?;
    known.iter().find(|row| row.id == promise).or_not_found()?;
    agencies::strike_promise(app, tx, promise, by).await
}
