//! The verbs: each checks, writes and records the event in one transaction.
mod history;
mod own;
mod round;
mod training;

pub use history::{Filed, file_reporter};
pub(crate) use own::{apply, leave, retell};
pub(crate) use round::go_round;
pub(crate) use training::{call, close, invite, join, kept, recall};
pub use training::{file_attended, file_training};

use crate::{
    letters,
    reporter::{Deed, NUMBER, Reporter, State, Step, VOUCHES, year_from},
    store::{self, StepRow},
};
use anyhow::Result;
use base::{
    app::App,
    cases,
    db::Tx,
    events::{self, Happening},
    ids::{AreaCode, PersonId},
    jiff::civil::Date,
    refusal::{OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn},
};

/// What being active gives.
const GIVEN: (Role, Scope) = (Role::Reporter, Scope::House);

/// Whether they edit where the reporter works.
pub(crate) fn may_edit(by: &SignedIn, area: AreaCode) -> bool {
    by.may(Role::ChiefEditor, Scope::House) || by.may(Role::Editor, Scope::Area(area))
}

/// Whether they have a card that is valid now.
pub(crate) async fn is_active(app: &App, person: PersonId) -> Result<bool> {
    let found = store::find(&app.db, person).await?;
    Ok(found.is_some_and(|reporter| reporter.state == State::Active))
}

/// The desk does something: editors of the area, and active reporters where they may recommend.
pub(crate) async fn act(app: &App, by: &SignedIn, person: PersonId, deed: &Deed) -> Outcome<()> {
    let reporter = store::find(&app.db, person).await?.or_not_found()?;
    let edits = may_edit(by, reporter.area);
    let allowed = match deed.step {
        Step::Recommended => edits || is_active(app, by.id).await?,
        Step::Withdrawn => by.may(Role::ChiefEditor, Scope::House),
        _ => edits,
    };
    // Nobody speaks for themselves.
    if !allowed || by.id == person {
        return Err(Refusal::NotAllowed("refusal-reporter-deed").into());
    }
    let mut tx = app.db.begin().await?;
    if deed.step == Step::Recommended && !edits {
        vouch(app, &mut tx, (by.id, &reporter), deed.words.clone()).await?;
    } else {
        let step =
            StepRow { at: app.now(), by: Some(by.id), step: deed.step, words: deed.words.clone() };
        take(app, &mut tx, &reporter, step).await?;
    }
    Ok(tx.commit().await?)
}

/// One active reporter recommends; with the second they are recommended.
async fn vouch(
    app: &App,
    tx: &mut Tx,
    (by, reporter): (PersonId, &Reporter),
    words: Option<String>,
) -> Outcome<()> {
    // The count first: who recommends at the same time waits here, and then sees both.
    if !store::count_vouch(tx, reporter.person).await? {
        return Err(Refusal::Conflict("refusal-reporter-step").into());
    }
    let now = app.now();
    if !store::insert_vouch(tx, (reporter.person, reporter.applied_at), (by, now)).await? {
        return Err(Refusal::Conflict("refusal-reporter-vouched").into());
    }
    let step = StepRow { at: now, by: Some(by), step: Step::Vouched, words };
    note(app, tx, reporter.person, &step).await?;
    let reporter = store::find(&mut *tx, reporter.person).await?.or_not_found()?;
    if reporter.vouches >= VOUCHES {
        let step = StepRow { at: now, by: Some(by), step: Step::Recommended, words: None };
        take(app, tx, &reporter, step).await?;
    }
    Ok(())
}

/// Takes a step with all that follows from it: the card, the role, the row, the event, the letter.
pub(crate) async fn take(
    app: &App,
    tx: &mut Tx,
    before: &Reporter,
    step: StepRow,
) -> Outcome<Reporter> {
    let changed = || Refusal::Conflict("refusal-reporter-step");
    let state = before.state.after(step.step).ok_or_else(changed)?;
    let mut after = Reporter { state, ..before.clone() };
    if state != before.state {
        after.state_at = step.at;
    }
    if step.step == Step::Activated {
        give_card(app, &mut after, app.config.zone.date(step.at));
    }
    if !store::change(tx, before.state, &after).await? {
        return Err(changed().into());
    }
    follow_role(app, tx, (before.state, &after), step.by).await?;
    note(app, tx, after.person, &step).await?;
    letters::tell(app, tx, (before.state, &after), step.words.as_deref()).await?;
    Ok(after)
}

/// The year begins; a number is given once.
fn give_card(app: &App, reporter: &mut Reporter, day: Date) {
    reporter.number.get_or_insert_with(|| cases::make_number(&app.random, NUMBER, day));
    reporter.activated_on = Some(day);
    reporter.active_until = Some(year_from(day));
}

/// Who is active has the role of a reporter, and nobody else has it from here.
async fn follow_role(
    app: &App,
    tx: &mut Tx,
    (before, after): (State, &Reporter),
    by: Option<PersonId>,
) -> Result<()> {
    let what = (after.person, GIVEN.0, GIVEN.1);
    match (before == State::Active, after.state == State::Active) {
        (false, true) => people::grant(app, tx, what, by).await.map(drop),
        (true, false) => people::take_role(app, tx, what, by).await,
        _ => Ok(()),
    }
}

/// The row of the step, and the event without a word of it.
async fn note(app: &App, tx: &mut Tx, person: PersonId, step: &StepRow) -> Result<()> {
    store::insert_step(tx, (app.make_id(), person), step).await?;
    let verb = format!("reporter.{}", step.step);
    let happening = Happening { subject: person.into(), verb: &verb, by: step.by, detail: None };
    events::record(app, tx, happening).await.map(drop)
}
