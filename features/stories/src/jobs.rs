//! What happens at its hour: a story that was scheduled goes public.
use crate::actions;
use base::{
    app::App,
    ids::DraftId,
    jobs::{Job, JobError},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Stands in the database until its hour, so that a restart, or a house that was off at that hour, loses nothing.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PublishDue {
    pub draft: DraftId,
    pub at: Timestamp,
}

impl Job for PublishDue {
    const KIND: &'static str = "stories.publish-due";

    async fn run(self, app: &App) -> Result<(), JobError> {
        Ok(actions::publish_due(app, &self).await?)
    }
}
