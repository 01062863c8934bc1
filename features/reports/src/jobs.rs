//! The round of the clock: tells that a body's time is up, closes what its reporter left, forgets contacts.
use crate::actions;
use base::{
    app::App,
    jobs::{Job, JobError},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Round;

impl Job for Round {
    const KIND: &'static str = "reports.round";

    async fn run(self, app: &App) -> Result<(), JobError> {
        Ok(actions::go_round(app).await?)
    }
}
