//! The round of the clock.
use crate::actions;
use base::{
    app::App,
    jobs::{Job, JobError},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(crate) struct Round;

impl Job for Round {
    const KIND: &'static str = "replies.round";

    async fn run(self, app: &App) -> Result<(), JobError> {
        Ok(actions::go_round(app).await?)
    }
}
