//! Real facts with their sources, apart from the invented demonstration: loaded by `serve --demo` and by
//! `suara import examples`. A second time changes nothing.
mod agencies;

use anyhow::Result;
use base::app::App;

/// Loads every file of `examples/`, what others name first.
pub async fn load(app: &App) -> Result<()> {
    agencies::load(app).await
}
