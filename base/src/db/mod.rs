//! One SQL text on two engines: SQLite in this process, PostgreSQL over a pool.
//!
//! Not an ORM and not a repository trait: a store writes SQL once, in the dialect that both share, and gets typed rows
//! back. What truly differs between the engines lives in `dialect.rs`.
mod dialect;
mod migrate;
mod postgres;
mod row;
mod sqlite;
#[cfg(test)]
mod tests;
mod trouble;
mod value;
mod whole;

use anyhow::{Context, Result, anyhow};
use std::{cell, future::Future, path::Path, sync::Arc, time::Duration};

pub use dialect::Engine;
pub use migrate::{Migration, migrations};
pub use row::{Column, FromRow, Row};
pub use sqlite::Checkpoint;
pub use trouble::{Trouble, twin_is_false};
pub use value::Value;
pub use whole::{Cell, Cells, Loading, Piece, Table};

/// A statement known when the program is built; only `sql!` makes one, so that a test can find and prepare them all.
#[derive(Clone, Copy, Debug)]
pub struct Sql(&'static str);

impl Sql {
    /// Called by `sql!` only.
    #[doc(hidden)]
    pub const fn from_macro(text: &'static str) -> Sql {
        Sql(text)
    }

    /// The text as written, tokens unexpanded.
    pub fn text(self) -> &'static str {
        self.0
    }
}

/// Writes one statement. Parameters are `$1`, `$2` …; `{ids:1}` stands for the list of numbers bound as `$1`.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {
        $crate::db::Sql::from_macro($text)
    };
}

/// The values of a statement, in order: `values![id, &title, None::<i64>]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}

/// A database that the whole program shares. Cheap to clone.
#[derive(Clone)]
pub enum Db {
    Sqlite(Arc<sqlite::Sqlite>),
    Postgres(Arc<postgres::Postgres>),
}

/// Reads, from the database at large (`&Db`) or inside a transaction (`&mut Tx`), which sees its own writes.
pub trait Reads: Send + Sized {
    /// Every row that the statement returns.
    fn all<T: FromRow>(
        self,
        sql: Sql,
        values: &[Value<'_>],
    ) -> impl Future<Output = Result<Vec<T>>> + Send;

    /// The first row, if there is one.
    fn optional<T: FromRow>(
        self,
        sql: Sql,
        values: &[Value<'_>],
    ) -> impl Future<Output = Result<Option<T>>> + Send {
        async move { Ok(self.all(sql, values).await?.into_iter().next()) }
    }

    /// The first row of a statement that always returns one.
    fn one<T: FromRow>(
        self,
        sql: Sql,
        values: &[Value<'_>],
    ) -> impl Future<Output = Result<T>> + Send {
        async move {
            let first = self.all(sql, values).await?.into_iter().next();
            first.ok_or_else(|| anyhow!("no row from: {}", sql.text()))
        }
    }
}

impl Reads for &Db {
    async fn all<T: FromRow>(self, sql: Sql, values: &[Value<'_>]) -> Result<Vec<T>> {
        let rows = match self {
            Db::Sqlite(lite) => lite.read(sql, values).await,
            Db::Postgres(pg) => pg.read(sql, values).await,
        };
        rows.with_context(|| format!("read: {}", sql.text()))
    }
}

/// A transaction. Dropped without `commit` it leaves nothing behind.
///
/// Await only database calls while holding one: on SQLite it is the one writer.
pub enum Tx {
    Sqlite(sqlite::Tx),
    Postgres(Box<postgres::Tx>),
}

impl Reads for &mut Tx {
    async fn all<T: FromRow>(self, sql: Sql, values: &[Value<'_>]) -> Result<Vec<T>> {
        let rows = match self {
            Tx::Sqlite(tx) => tx.all(sql, values),
            Tx::Postgres(tx) => tx.all(sql, values).await,
        };
        rows.with_context(|| format!("in a transaction: {}", sql.text()))
    }
}

impl Tx {
    /// Runs a statement; the number of rows it changed.
    pub async fn execute(&mut self, sql: Sql, values: &[Value<'_>]) -> Result<u64> {
        let changed = match self {
            Tx::Sqlite(tx) => tx.execute(sql, values),
            Tx::Postgres(tx) => tx.execute(sql, values).await,
        };
        changed.with_context(|| format!("write: {}", sql.text()))
    }

    /// Returns once the changes are on disk. Several transactions may share one commit; if that commit fails, each of
    /// them fails.
    pub async fn commit(self) -> Result<()> {
        let done = match self {
            Tx::Sqlite(tx) => tx.commit().await,
            Tx::Postgres(tx) => tx.commit().await,
        };
        // Of one that was ended in favour of another nothing is kept; of any other failure nobody knows.
        let is_lost = done.as_ref().err().and_then(Trouble::of) == Some(Trouble::Crossed);
        if !is_lost {
            let _ = KEPT.try_with(|kept| kept.set(true));
        }
        done.context("commit")
    }

    /// Runs text that is not a registered statement: migrations and restores only.
    pub(crate) async fn batch(&mut self, text: &str) -> Result<()> {
        match self {
            Tx::Sqlite(tx) => tx.batch(text),
            Tx::Postgres(tx) => tx.batch(text).await,
        }
    }
}

tokio::task_local! {
    /// Whether a transaction of this task was kept.
    static KEPT: cell::Cell<bool>;
}

/// Does some work, and tells whether the database keeps anything of it.
pub(crate) async fn noting_what_is_kept<F: Future>(work: F) -> (F::Output, bool) {
    let noting = async {
        let done = work.await;
        (done, KEPT.with(cell::Cell::get))
    };
    KEPT.scope(cell::Cell::new(false), noting).await
}

impl Db {
    /// Opens (and makes, if need be) the SQLite file at `path`.
    pub fn sqlite(path: &Path) -> Result<Db> {
        Ok(Db::Sqlite(Arc::new(sqlite::Sqlite::open(path)?)))
    }

    /// Connects to PostgreSQL, or an engine that speaks its protocol: `postgres://user@host:port/name`.
    pub async fn postgres(url: &str, connections_max: usize) -> Result<Db> {
        Ok(Db::Postgres(Arc::new(postgres::Postgres::connect(url, connections_max).await?)))
    }

    /// Which engine answers.
    pub fn engine(&self) -> Engine {
        match self {
            Db::Sqlite(_) => Engine::Sqlite,
            Db::Postgres(_) => Engine::Postgres,
        }
    }

    /// Begins a transaction; on SQLite this waits for the one writer.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Db::Sqlite(lite) => Tx::Sqlite(lite.begin().await?),
            Db::Postgres(pg) => Tx::Postgres(Box::new(pg.begin().await?)),
        })
    }

    /// One statement in a transaction of its own; the number of rows it changed.
    pub async fn execute(&self, sql: Sql, values: &[Value<'_>]) -> Result<u64> {
        let mut tx = self.begin().await?;
        let changed = tx.execute(sql, values).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// Applies the migrations that are not applied yet, each in a transaction; their names.
    pub async fn migrate(&self, now_us: i64) -> Result<Vec<String>> {
        migrate::migrate(self, now_us).await
    }

    /// Applies these migrations and no others, as of these times: the schema that a backup was made with.
    pub async fn migrate_as(&self, applied: &[(String, i64)]) -> Result<()> {
        migrate::migrate_as(self, applied).await
    }

    /// Parses and plans a statement without running it: the test that every statement is right on both engines.
    pub async fn prepare(&self, sql_text: &str) -> Result<()> {
        match self {
            Db::Sqlite(lite) => lite.prepare(sql_text).await,
            Db::Postgres(pg) => pg.prepare(sql_text).await,
        }
    }

    /// A statement that answers only when the database does, within `limit`.
    pub async fn ping(&self, limit: Duration) -> Result<()> {
        let question = self.one::<(i64,)>(sql!("SELECT CAST(1 AS BIGINT)"), values![]);
        tokio::time::timeout(limit, question).await.context("the database does not answer")??;
        Ok(())
    }

    /// Columns of every table as `table.column type null|not null`, sorted: what a test compares between engines.
    pub async fn schema(&self) -> Result<Vec<String>> {
        dialect::schema(self).await
    }

    /// Every table but the engine's own, sorted.
    pub async fn tables(&self) -> Result<Vec<String>> {
        let mut names: Vec<String> = self
            .schema()
            .await?
            .iter()
            .filter_map(|line| line.split('.').next().map(str::to_owned))
            .collect();
        names.dedup();
        Ok(names)
    }

    /// What is wrong with the database's file, in the engine's words; empty when nothing is. PostgreSQL checks itself.
    pub async fn verify(&self) -> Result<Vec<String>> {
        let lite = match self {
            Db::Sqlite(_) => self,
            Db::Postgres(_) => return Ok(vec![]),
        };
        let lines = lite.all::<(String,)>(sql!("PRAGMA quick_check(10)"), values![]).await?;
        Ok(lines.into_iter().map(|(line,)| line).filter(|line| line != "ok").collect())
    }

    /// Settings that let PostgreSQL answer before a change is on disk, by name; SQLite's are ours and never do.
    pub async fn settings_that_lose_writes(&self) -> Result<Vec<String>> {
        if self.engine() == Engine::Sqlite {
            return Ok(vec![]);
        }
        let off = sql!(
            "SELECT CAST(name AS TEXT) FROM pg_settings
             WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off' ORDER BY name"
        );
        let names = self.all::<(String,)>(off, values![]).await?;
        Ok(names.into_iter().map(|(name,)| name).collect())
    }

    /// SQLite: moves the write-ahead log into the file. PostgreSQL looks after itself.
    pub async fn checkpoint(&self) -> Result<Option<Checkpoint>> {
        match self {
            Db::Sqlite(lite) => lite.checkpoint().await.map(Some),
            Db::Postgres(_) => Ok(None),
        }
    }
}
