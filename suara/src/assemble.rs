//! From what the operator chose to the running program: opens the database, migrates, loads what features keep.
use crate::features;
use anyhow::{Context, Result, bail};
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
    settings,
    vault::Vault,
};
use std::{fs::File, path::Path};
use tokio::sync::Notify;

/// Opens the house, with every migration applied.
pub async fn open(config: Config) -> Result<App> {
    let (on, off) = features::choose(&config).context("the features of this house")?;
    let db = connect(&config).await?;
    let clock = Clock::System;
    let applied = db.migrate(clock.now().as_microsecond()).await?;
    if !applied.is_empty() {
        tracing::info!(count = applied.len(), engine = %db.engine(), "migrations applied");
    }
    let random = Random::system();
    let mut kept = Kept::default();
    features::keep(&db, &mut kept).await?;
    let vault = Vault::start(&config, &db, (&random, &clock)).await?;
    let app = App::new(Parts {
        mailer: Mailer::from_config(&config)?,
        subscribers: features::subscribers(&on),
        features: on,
        asleep: off.iter().flat_map(|feature| feature.jobs.iter().map(|job| job.kind)).collect(),
        identify: features::identify(),
        agreement: Some(features::agreement()),
        desk_key: Some(features::desk_key()),
        blobs: Blobs::in_data(&config.data),
        ids: Ids::new(random.number()),
        languages: Languages::load()?,
        rules: Rules::load()?,
        limits: if config.limits_off { Limits::none() } else { Limits::new() },
        job_added: Notify::new(),
        vault,
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

/// Opens a house that is there already, and makes nothing where there is none.
pub async fn connect_to_house(config: &Config) -> Result<Db> {
    if config.database.is_none() && !config.sqlite_path().is_file() {
        bail!(
            "there is no house in the data folder {}: name the right one with --data or SUARA_DATA",
            config.data.display()
        );
    }
    connect(config).await
}

/// The name under which the house was last served. The name itself is the operator's to choose, outside the database: a
/// copy that is brought back elsewhere only says what it was.
pub const HOUSE_NAME: &str = "house-name";

/// Notes the name that the house is served under; the one before, when it was another.
pub async fn note_name(app: &App) -> Result<Option<String>> {
    let before = settings::text(&app.db, HOUSE_NAME).await?;
    if before.as_ref() == Some(&app.config.name) {
        return Ok(None);
    }
    let mut tx = app.db.begin().await?;
    settings::put_text(app, &mut tx, (HOUSE_NAME, &app.config.name), None).await?;
    tx.commit().await?;
    Ok(before)
}

/// What to say when a copy, or a database, had another name than the one that is configured here.
pub async fn other_name(db: &Db, config: &Config) -> Result<Option<String>> {
    let had = settings::text(db, HOUSE_NAME).await?.filter(|name| *name != config.name);
    Ok(had.map(|had| {
        format!(
            "this house was served as \"{had}\", and here its name is \"{}\": set SUARA_NAME (and SUARA_TAGLINE), or \
             name and tagline in suara.toml, for they are not in the database",
            config.name
        )
    }))
}

/// The data folder is readable by its owner only: it holds people's addresses.
pub fn make_folder(data: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    if data.is_dir() {
        return Ok(());
    }
    let made: Vec<&Path> = data
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .collect();
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder
        .create(data)
        .with_context(|| format!("cannot make the data folder {}", data.display()))?;
    // A folder's name is on disk only when the folder around it is: else a power cut takes the house and all that was
    // kept in it.
    for folder in made {
        let around = folder.parent().filter(|around| !around.as_os_str().is_empty());
        File::open(around.unwrap_or(Path::new("."))).and_then(|around| around.sync_all())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_data_folder_is_made_with_the_folders_around_it_and_for_its_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("warga/data");
        for _ in 0..2 {
            make_folder(&data).unwrap();
        }
        assert_eq!(std::fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700);
    }
}
