//! Real facts with their sources, apart from the invented demonstration: loaded by `serve --demo` and by
//! `suara import examples`. A second time changes nothing.
mod agencies;
mod innovations;
mod programme;

use anyhow::{Result, anyhow};
use base::{
    app::App,
    refusal::{Failure, Outcome},
};

/// Loads every file of `examples/`, what others name first.
pub async fn load(app: &App) -> Result<()> {
    agencies::load(app).await?;
    programme::load(app).await?;
    innovations::load(app).await?;
    let days = programmes::days_held(&app.db).await?;
    crate::witnesses::join(app, &days).await.map(drop)
}

/// The files are ours, so a refusal is our mistake.
fn ours<T>(outcome: Outcome<T>) -> Result<T> {
    outcome.map_err(|failure| match failure {
        Failure::Refused(refusal) => anyhow!("refused: {refusal}"),
        Failure::Fault(error) => error,
    })
}
