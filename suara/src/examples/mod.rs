//! Real facts with their sources, apart from the invented demonstration: loaded by `serve --demo` and by
//! `suara import examples`. A second time changes nothing.
mod agencies;
mod innovations;
mod programme;

use ::agencies::Imported;
use anyhow::{Result, anyhow};
use base::{
    app::App,
    jiff::Timestamp,
    refusal::{Failure, Outcome},
};

/// What came in; the rest was here already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    pub agencies: Imported,
    pub programmes: usize,
    pub innovations: usize,
    /// Pairs of a story and an activity that belong together, these and those of before.
    pub joined: usize,
}

/// Loads every file of `examples/`, what others name first.
pub async fn load(app: &App) -> Result<Brought> {
    load_on(app, app.now()).await
}

/// The same, registered at a moment that is not now: in the demonstration they are older than what was invented.
pub async fn load_on(app: &App, at: Timestamp) -> Result<Brought> {
    Ok(Brought {
        agencies: agencies::load(app).await?,
        programmes: programme::load(app).await?,
        innovations: innovations::load(app, at).await?,
        joined: crate::witnesses::join_all(app).await?,
    })
}

/// The files are ours, so a refusal is our mistake.
fn ours<T>(outcome: Outcome<T>) -> Result<T> {
    outcome.map_err(|failure| match failure {
        Failure::Refused(refusal) => anyhow!("refused: {refusal}"),
        Failure::Fault(error) => error,
    })
}
