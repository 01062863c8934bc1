//! What was done before this house kept it: reporters who come with the demonstration or from another book.
use super::{follow_role, own::new_reporter};
use crate::{
    reporter::{Application, Reporter, State, Step, year_from},
    store::{self, StepRow},
};
use anyhow::Result;
use base::{app::App, db::Tx, ids::PersonId};

/// Steps as they were taken, the application first.
#[derive(Debug, Clone)]
pub struct Filed {
    pub told: Application,
    pub steps: Vec<StepRow>,
    /// Of the card, when there is one.
    pub number: Option<String>,
}

/// Brings in a reporter with everything that was done. No letters: it is long ago.
pub async fn file_reporter(app: &App, tx: &mut Tx, person: PersonId, filed: Filed) -> Result<()> {
    let first = filed.steps.first().map_or(app.now(), |step| step.at);
    let fresh = new_reporter(app, person, &filed.told);
    let mut reporter = Reporter { applied_at: first, agreed_at: first, state_at: first, ..fresh };
    anyhow::ensure!(store::apply(tx, &reporter).await?, "{person} has a record already");
    for step in &filed.steps {
        store::insert_step(tx, (app.make_id(), person), step).await?;
        let before = reporter.state;
        let Some(state) = before.after(step.step) else { continue };
        if state != before {
            (reporter.state, reporter.state_at) = (state, step.at);
        }
        if step.step == Step::Activated {
            let day = app.config.zone.date(step.at);
            reporter.number.clone_from(&filed.number);
            (reporter.activated_on, reporter.active_until) = (Some(day), Some(year_from(day)));
        }
        store::change(tx, before, &reporter).await?;
        if let (Step::Vouched, Some(by)) = (step.step, step.by) {
            store::insert_vouch(tx, (person, first), (by, step.at)).await?;
            store::count_vouch(tx, person).await?;
        }
    }
    let by = filed.steps.last().and_then(|step| step.by);
    follow_role(app, tx, (State::Candidate, &reporter), by).await
}
