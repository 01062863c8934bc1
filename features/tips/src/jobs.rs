//! What time takes: how senders are reached.
use crate::actions;
use base::{
    app::App,
    jobs::{Job, JobError},
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(crate) struct Forget;

impl Job for Forget {
    const KIND: &'static str = "tips.forget";

    async fn run(self, app: &App) -> Result<(), JobError> {
        Ok(actions::forget(app).await?)
    }
}
