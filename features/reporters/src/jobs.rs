//! The round of the clock.
use crate::actions;
use base::{
    app::App,
    jobs::{Job, JobError},
    refusal::Failure,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(crate) struct Round;

impl Job for Round {
    const KIND: &'static str = "reporters.round";

    async fn run(self, app: &App) -> Result<(), JobError> {
        actions::go_round(app).await.map_err(|failure| match failure {
            Failure::Fault(error) => JobError::Retry(error),
            Failure::Refused(refusal) => JobError::give_up(refusal.to_string()),
        })
    }
}
