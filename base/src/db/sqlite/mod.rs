//! SQLite: readers beside one writer whose transactions share commits (`group.rs`).
//!
//! Never open the database's file in this process by other means: closing any handle on it drops SQLite's locks.
mod group;
#[cfg(test)]
mod tests;
mod whole;

use super::{FromRow, Row, Sql, Value, dialect};
use crate::db::Engine;
use anyhow::{Context, Result};
pub use group::Tx;
use group::Writers;
use rusqlite::{Connection, OpenFlags, Statement};
use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};
use tokio::sync::Semaphore;

const READERS: usize = 4;
/// A write-ahead log larger than this is cut after a checkpoint.
const WAL_BYTES_KEPT: i64 = 64 * 1024 * 1024;

/// The open database.
pub struct Sqlite {
    path: PathBuf,
    writers: Writers,
    readers: Mutex<Vec<Connection>>,
    free_readers: Semaphore,
}

/// What a checkpoint did, in pages of the write-ahead log.
#[derive(Debug, Clone, Copy)]
pub struct Checkpoint {
    pub log_pages: i64,
    pub moved_pages: i64,
}

impl Sqlite {
    pub(super) fn open(path: &Path) -> Result<Sqlite> {
        let writers = Writers::on(connect(path, false)?);
        let readers = (0..READERS).map(|_| connect(path, true)).collect::<Result<Vec<_>>>()?;
        Ok(Sqlite {
            path: path.to_owned(),
            writers,
            readers: Mutex::new(readers),
            free_readers: Semaphore::new(READERS),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) async fn read<T: FromRow>(&self, sql: Sql, values: &[Value<'_>]) -> Result<Vec<T>> {
        let _permit = self.free_readers.acquire().await?;
        let reader = ReaderGuard::take(&self.readers)?;
        query(&reader, sql, values)
    }

    /// A copy of the database as of one moment, made by a reader while writers go on.
    pub async fn copy_to(&self, target: &Path) -> Result<()> {
        let (from, target) = (self.path.clone(), target.to_owned());
        let copy = move || -> Result<()> {
            let connection = connect(&from, true)?;
            let target = target.to_str().context("the name of the copy is not UTF-8")?;
            connection.execute("VACUUM INTO ?1", [target])?;
            Ok(())
        };
        tokio::task::spawn_blocking(copy).await?
    }

    pub(super) async fn begin(&self) -> Result<Tx> {
        self.writers.begin().await
    }

    pub(super) async fn prepare(&self, sql_text: &str) -> Result<()> {
        self.writers.prepare(&dialect::expand(Engine::Sqlite, sql_text)).await
    }

    pub(super) async fn checkpoint(&self) -> Result<Checkpoint> {
        let path = self.path.clone();
        tokio::task::spawn_blocking(move || {
            let connection = connect(&path, false)?;
            let row = |row: &rusqlite::Row| {
                Ok(Checkpoint { log_pages: row.get(1)?, moved_pages: row.get(2)? })
            };
            Ok(connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], row)?)
        })
        .await?
    }
}

fn connect(path: &Path, reads_only: bool) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)
        .with_context(|| format!("cannot open the database {}", path.display()))?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;
         PRAGMA journal_size_limit = {WAL_BYTES_KEPT};"
    ))?;
    if reads_only {
        connection.execute_batch("PRAGMA query_only = ON")?;
    }
    Ok(connection)
}

/// A reader that goes back to the shelf when dropped.
struct ReaderGuard<'a> {
    shelf: &'a Mutex<Vec<Connection>>,
    connection: Option<Connection>,
}

impl<'a> ReaderGuard<'a> {
    fn take(shelf: &'a Mutex<Vec<Connection>>) -> Result<Self> {
        let connection = shelf.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Ok(ReaderGuard { shelf, connection: Some(connection.context("no reader is free")?) })
    }
}

impl std::ops::Deref for ReaderGuard<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("taken only on drop")
    }
}

impl Drop for ReaderGuard<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.shelf.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

/// SQLite numbers `$2 … $1` by first appearance, PostgreSQL by name: bind by name on both.
fn bind(statement: &mut Statement<'_>, values: &[Value<'_>]) -> Result<()> {
    for index in 1..=statement.parameter_count() {
        let name = statement.parameter_name(index).context("a parameter without a number")?;
        let number: usize = name[1..].parse().with_context(|| format!("parameter {name}"))?;
        let value = values.get(number - 1).with_context(|| format!("{name} has no value"))?;
        statement.raw_bind_parameter(index, value)?;
    }
    Ok(())
}

fn query<T: FromRow>(connection: &Connection, sql: Sql, values: &[Value<'_>]) -> Result<Vec<T>> {
    let text = dialect::expand(Engine::Sqlite, sql.text());
    let mut statement = connection.prepare_cached(&text)?;
    bind(&mut statement, values)?;
    let mut rows = statement.raw_query();
    let mut found = vec![];
    while let Some(row) = rows.next()? {
        found.push(T::from_row(&Row::Sqlite(row))?);
    }
    Ok(found)
}
