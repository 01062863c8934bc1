//! SQLite: readers beside one writer whose transactions share commits.
//!
//! A transaction is a savepoint. The first one begins the engine's transaction, and everyone who queued behind it joins
//! before the committer's turn comes (the lock is first come, first served), so one fdatasync covers them all. Nobody is
//! answered before it. An error that ends the engine's transaction (a full disk) fails the whole group.
use super::{FromRow, Row, Sql, Value, dialect};
use crate::db::Engine;
use anyhow::{Context, Result, anyhow, bail};
use rusqlite::{Connection, OpenFlags, Statement};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::sync::{Mutex as FairMutex, Notify, OwnedMutexGuard, Semaphore, oneshot};

const READERS: usize = 4;
/// A write-ahead log larger than this is cut after a checkpoint.
const WAL_BYTES_KEPT: i64 = 64 * 1024 * 1024;

/// The open database.
pub struct Sqlite {
    path: PathBuf,
    writer: Arc<FairMutex<Writer>>,
    committer: Arc<Notify>,
    readers: Mutex<Vec<Connection>>,
    free_readers: Semaphore,
}

/// The one connection that writes, and those who wait for its next commit.
struct Writer {
    connection: Connection,
    waiting: Vec<oneshot::Sender<Result<(), String>>>,
}

/// What a checkpoint did, in pages of the write-ahead log.
#[derive(Debug, Clone, Copy)]
pub struct Checkpoint {
    pub log_pages: i64,
    pub moved_pages: i64,
}

impl Sqlite {
    pub(super) fn open(path: &Path) -> Result<Sqlite> {
        let connection = connect(path, false)?;
        let readers = (0..READERS).map(|_| connect(path, true)).collect::<Result<Vec<_>>>()?;
        let writer = Arc::new(FairMutex::new(Writer { connection, waiting: vec![] }));
        let committer = Arc::new(Notify::new());
        tokio::spawn(commit_in_turn(Arc::downgrade(&writer), committer.clone()));
        Ok(Sqlite {
            path: path.to_owned(),
            writer,
            committer,
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
        let writer = self.writer.clone().lock_owned().await;
        if writer.connection.is_autocommit() {
            writer.connection.execute_batch("BEGIN IMMEDIATE")?;
        }
        writer.connection.execute_batch("SAVEPOINT one")?;
        Ok(Tx { writer: Some(writer), committer: self.committer.clone(), broken: false })
    }

    pub(super) async fn prepare(&self, sql_text: &str) -> Result<()> {
        let writer = self.writer.lock().await;
        writer.connection.prepare(&dialect::expand(Engine::Sqlite, sql_text))?;
        Ok(())
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

/// Waits for a transaction to be released, takes its turn in the queue, and commits what has gathered.
async fn commit_in_turn(writer: std::sync::Weak<FairMutex<Writer>>, released: Arc<Notify>) {
    loop {
        released.notified().await;
        let Some(writer) = writer.upgrade() else { return };
        let turn = writer.lock_owned().await;
        // A commit waits for the disk: not on a thread that serves pages.
        if tokio::task::spawn_blocking(move || commit_group(turn)).await.is_err() {
            return;
        }
    }
}

fn commit_group(mut writer: OwnedMutexGuard<Writer>) {
    let waiting = std::mem::take(&mut writer.waiting);
    let outcome = if writer.connection.is_autocommit() {
        // Nothing is open: either nobody wrote, or the engine threw the transaction away.
        Err("the database ended the transaction; nothing of it was kept".to_owned())
    } else {
        writer.connection.execute_batch("COMMIT").map_err(|error| {
            let _ = writer.connection.execute_batch("ROLLBACK");
            error.to_string()
        })
    };
    drop(writer);
    for waiter in waiting {
        let _ = waiter.send(outcome.clone());
    }
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

/// A savepoint in the shared transaction.
pub struct Tx {
    writer: Option<OwnedMutexGuard<Writer>>,
    committer: Arc<Notify>,
    broken: bool,
}

impl Tx {
    fn writer(&mut self) -> Result<&mut Writer> {
        if self.broken {
            bail!("the shared transaction is gone");
        }
        self.writer.as_deref_mut().context("the transaction has ended")
    }

    fn run<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let writer = self.writer()?;
        let outcome = work(&writer.connection);
        if writer.connection.is_autocommit() {
            // A full disk rolls back more than this savepoint: all who share the commit must hear of it.
            let waiting = std::mem::take(&mut writer.waiting);
            let why = outcome.as_ref().err().map_or_else(String::new, |error| format!("{error:#}"));
            for waiter in waiting {
                let _ = waiter.send(Err(format!("the shared transaction was lost: {why}")));
            }
            self.broken = true;
        }
        outcome
    }

    pub(super) fn all<T: FromRow>(&mut self, sql: Sql, values: &[Value<'_>]) -> Result<Vec<T>> {
        self.run(|connection| query(connection, sql, values))
    }

    pub(super) fn execute(&mut self, sql: Sql, values: &[Value<'_>]) -> Result<u64> {
        self.run(|connection| {
            let text = dialect::expand(Engine::Sqlite, sql.text());
            let mut statement = connection.prepare_cached(&text)?;
            bind(&mut statement, values)?;
            Ok(u64::try_from(statement.raw_execute()?)?)
        })
    }

    pub(super) fn batch(&mut self, text: &str) -> Result<()> {
        self.run(|connection| Ok(connection.execute_batch(text)?))
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        self.run(|connection| Ok(connection.execute_batch("RELEASE one")?))?;
        let (tell, told) = oneshot::channel();
        let mut writer = self.writer.take().context("the transaction has ended")?;
        writer.waiting.push(tell);
        drop(writer);
        self.committer.notify_one();
        match told.await {
            Ok(outcome) => outcome.map_err(|why| anyhow!(why)),
            Err(_) => bail!("the program is stopping; the change was not confirmed"),
        }
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        let Some(writer) = self.writer.take() else { return };
        if !self.broken && !writer.connection.is_autocommit() {
            let _ = writer.connection.execute_batch("ROLLBACK TO one; RELEASE one");
        }
        drop(writer);
        self.committer.notify_one();
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
