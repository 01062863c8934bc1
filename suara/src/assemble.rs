//! From what the operator chose to the running program: opens the database, migrates, loads what features keep.
use crate::features;
use anyhow::{Context, Result};
use base::{
    app::{App, Kept, Parts},
    blobs::Blobs,
    clock::Clock,
    config::Config,
    db::Db,
    ids::Ids,
    languages::Languages,
    limits::Limits,
    mail::Mailer,
    random::Random,
    rules::Rules,
};
use std::path::Path;
use tokio::sync::Notify;

/// Opens the house, with every migration applied.
pub async fn open(config: Config) -> Result<App> {
    let db = connect(&config).await?;
    let clock = Clock::System;
    let applied = db.migrate(clock.now().as_microsecond()).await?;
    if !applied.is_empty() {
        tracing::info!(count = applied.len(), engine = %db.engine(), "migrations applied");
    }
    let random = Random::system();
    let mut kept = Kept::default();
    features::keep(&db, &mut kept).await?;
    let app = App::new(Parts {
        mailer: Mailer::from_config(&config)?,
        features: features::all()
            .into_iter()
            .filter(|f| !config.off.iter().any(|o| o == f.name))
            .collect(),
        subscribers: features::subscribers(),
        identify: features::identify(),
        blobs: Blobs::in_data(&config.data),
        ids: Ids::new(random.number()),
        languages: Languages::load()?,
        rules: Rules::load()?,
        limits: if config.limits_off { Limits::none() } else { Limits::new() },
        job_added: Notify::new(),
        config,
        db,
        clock,
        random,
        kept,
    });
    features::prepare(&app).await?;
    Ok(app)
}

/// Opens the database that the configuration names, without migrating it.
pub async fn connect(config: &Config) -> Result<Db> {
    make_folder(&config.data)?;
    match &config.database {
        Some(url) => Db::postgres(url, config.connections_max).await,
        None => Db::sqlite(&config.sqlite_path()),
    }
}

/// The data folder is readable by its owner only: it holds people's addresses.
fn make_folder(data: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    if data.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder.create(data).with_context(|| format!("cannot make the data folder {}", data.display()))
}
