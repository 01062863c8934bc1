//! What ends by itself: codes after their minutes, sessions after their idle months.
use crate::{actions, store};
use base::{
    app::App,
    jiff::SignedDuration,
    jobs::{Job, JobError},
};
use serde::{Deserialize, Serialize};

/// A browser keeps its cookie this long.
const DEVICE_LIVES: SignedDuration = SignedDuration::from_hours(400 * 24);

/// Forgets what has expired, and seals secrets from before there was a vault.
#[derive(Serialize, Deserialize)]
pub(crate) struct Sweep;

impl Job for Sweep {
    const KIND: &'static str = "people.sweep";

    async fn run(self, app: &App) -> Result<(), JobError> {
        let now = app.now();
        let mut tx = app.db.begin().await?;
        store::delete_expired_codes(&mut tx, now).await?;
        store::delete_expired_sessions(&mut tx, now).await?;
        let days = actions::rule(app, "request-days")?;
        store::forget_old_requesters(&mut tx, now - SignedDuration::from_hours(24 * days)).await?;
        let long_ago = app.config.zone.date(now - DEVICE_LIVES);
        let years = actions::rule(app, "consent-proof-years")?;
        store::delete_old_proofs(&mut tx, now - SignedDuration::from_hours(24 * 365 * years))
            .await?;
        store::delete_devices_unseen_since(&mut tx, long_ago).await?;
        tx.commit().await?;
        Ok(actions::seal_secrets(app).await?)
    }
}

/// Ends the accounts whose days of waiting are over.
#[derive(Serialize, Deserialize)]
pub struct EndAccounts;

impl Job for EndAccounts {
    const KIND: &'static str = "people.end-accounts";

    async fn run(self, app: &App) -> Result<(), JobError> {
        for (person,) in store::due_endings(&app.db, app.now()).await? {
            actions::end_account(app, person).await?;
        }
        Ok(())
    }
}
