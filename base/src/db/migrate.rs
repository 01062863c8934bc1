//! Steps of the schema: one dated folder each, with both engines' text side by side.
use super::{Db, Engine, Reads, Tx};
use crate::{sql, values};
use anyhow::{Context, Result, bail};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../migrations"]
#[include = "*.sql"]
struct Files;

/// One step: a folder `migrations/2026-11-24-0100-people/`.
#[derive(Debug, Clone)]
pub struct Migration {
    pub name: String,
    pub sqlite: String,
    pub postgres: String,
}

/// All steps, oldest first.
pub fn migrations() -> Result<Vec<Migration>> {
    let mut names: Vec<String> = Files::iter()
        .filter_map(|path| path.split_once('/').map(|(folder, _)| folder.to_owned()))
        .collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .map(|name| {
            Ok(Migration {
                sqlite: text(&name, "sqlite.sql")?,
                postgres: text(&name, "postgres.sql")?,
                name,
            })
        })
        .collect()
}

fn text(folder: &str, file: &str) -> Result<String> {
    let path = format!("{folder}/{file}");
    let bytes = Files::get(&path).with_context(|| format!("migrations/{path} is missing"))?;
    Ok(String::from_utf8(bytes.data.into_owned())?)
}

pub(super) async fn migrate(db: &Db, now_us: i64) -> Result<Vec<String>> {
    apply(db, |_| Some(now_us)).await
}

pub(super) async fn migrate_as(db: &Db, applied: &[(String, i64)]) -> Result<()> {
    let known = migrations()?;
    if let Some((unknown, _)) =
        applied.iter().find(|(name, _)| !known.iter().any(|step| step.name == *name))
    {
        bail!("this was made by a newer Suara (it has {unknown}); use that version");
    }
    apply(db, |name| applied.iter().find(|(other, _)| other == name).map(|(_, at)| *at)).await?;
    let stand = db.migrations_applied().await?;
    if let Some((other, _)) =
        stand.iter().find(|(name, _)| !applied.iter().any(|(wanted, _)| wanted == name))
    {
        bail!("this database already has {other}, which came later; begin with an empty one");
    }
    Ok(())
}

/// Applies the steps that `when` gives a time and that are not applied yet.
async fn apply(db: &Db, when: impl Fn(&str) -> Option<i64>) -> Result<Vec<String>> {
    let mut tx = db.begin().await?;
    tx.batch(
        "CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)",
    )
    .await?;
    tx.commit().await?;
    refuse_newer(db).await?;
    let mut applied = vec![];
    for step in migrations()? {
        let Some(at_us) = when(&step.name) else { continue };
        let mut tx = db.begin().await?;
        if claim(&mut tx, &step.name, at_us).await? {
            let text = match db.engine() {
                Engine::Sqlite => &step.sqlite,
                Engine::Postgres => &step.postgres,
            };
            tx.batch(text).await.with_context(|| format!("migration {}", step.name))?;
            tx.commit().await?;
            applied.push(step.name);
        }
    }
    Ok(applied)
}

/// The row is the lock: a second program that starts at the same time waits here and then finds the step taken.
async fn claim(tx: &mut Tx, name: &str, now_us: i64) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO migrations (name, applied_at) VALUES ($1, $2) ON CONFLICT DO NOTHING"
            ),
            values![name, now_us],
        )
        .await?;
    Ok(rows == 1)
}

async fn refuse_newer(db: &Db) -> Result<()> {
    let known: Vec<String> = migrations()?.into_iter().map(|step| step.name).collect();
    let applied = db.all::<(String,)>(sql!("SELECT name FROM migrations"), values![]).await?;
    if let Some((unknown,)) = applied.into_iter().find(|(name,)| !known.contains(name)) {
        bail!("this database was made by a newer Suara (it has {unknown}); start that version");
    }
    Ok(())
}
