//! What ends by itself: codes after their minutes, sessions after their idle months.
use crate::store;
use base::{
    app::App,
    jobs::{Job, JobError},
};
use serde::{Deserialize, Serialize};

/// Forgets what has expired.
#[derive(Serialize, Deserialize)]
pub(crate) struct Sweep;

impl Job for Sweep {
    const KIND: &'static str = "people.sweep";

    async fn run(self, app: &App) -> Result<(), JobError> {
        let now = app.now();
        let mut tx = app.db.begin().await?;
        store::delete_expired_codes(&mut tx, now).await?;
        store::delete_expired_sessions(&mut tx, now).await?;
        Ok(tx.commit().await?)
    }
}
