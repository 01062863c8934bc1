//! Transactions that share a commit.
//!
//! A transaction is a savepoint. The first one begins the engine's transaction, and everyone who queued behind it joins
//! before the committer's turn comes (the lock is first come, first served), so one fdatasync covers them all. Nobody is
//! answered before it. An error that ends the engine's transaction (a full disk) fails the whole group: whoever waits is
//! told before anybody can begin the next one.
use super::{FromRow, Sql, Value, bind, query};
use crate::db::{Engine, dialect};
use anyhow::{Context, Result, anyhow, bail};
use rusqlite::Connection;
use std::sync::{Arc, Weak};
use tokio::sync::{Mutex as FairMutex, Notify, OwnedMutexGuard, oneshot};

/// The queue in front of the one connection that writes.
pub(super) struct Writers {
    writer: Arc<FairMutex<Writer>>,
    released: Arc<Notify>,
}

/// The one connection that writes, and those who wait for its next commit.
pub(super) struct Writer {
    pub(super) connection: Connection,
    waiting: Vec<oneshot::Sender<Result<(), String>>>,
}

impl Writers {
    pub(super) fn on(connection: Connection) -> Writers {
        let writer = Arc::new(FairMutex::new(Writer { connection, waiting: vec![] }));
        let released = Arc::new(Notify::new());
        tokio::spawn(commit_in_turn(Arc::downgrade(&writer), released.clone()));
        Writers { writer, released }
    }

    pub(super) async fn begin(&self) -> Result<Tx> {
        let mut writer = self.writer.clone().lock_owned().await;
        writer.enter()?;
        Ok(Tx { writer: Some(writer), released: self.released.clone(), lost: false, failed: false })
    }

    pub(super) async fn prepare(&self, text: &str) -> Result<()> {
        self.writer.lock().await.connection.prepare(text)?;
        Ok(())
    }
}

impl Writer {
    /// Opens a savepoint, in the transaction that is open or in a new one.
    fn enter(&mut self) -> Result<()> {
        if self.connection.is_autocommit() {
            self.connection.execute_batch("BEGIN IMMEDIATE")?;
        }
        if let Err(error) = self.connection.execute_batch("SAVEPOINT one") {
            self.give_up(&error.to_string());
            return Err(error.into());
        }
        Ok(())
    }

    /// Takes back the savepoint. When even that fails, what it wrote must not go into the group's commit.
    fn leave(&mut self) {
        let undone = self.connection.execute_batch("ROLLBACK TO one; RELEASE one");
        if let Err(error) = undone {
            self.give_up(&error.to_string());
        }
    }

    /// Ends the open transaction without keeping any of it, and tells everyone who shares it.
    fn give_up(&mut self, why: &str) {
        if !self.connection.is_autocommit() {
            // Whatever it answers, SQLite ends the transaction here.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
        for waiter in self.waiting.drain(..) {
            let _ = waiter.send(Err(format!("the shared transaction was lost: {why}")));
        }
    }

    /// Keeps everything that was released, and tells everyone who shares it. Blocks until it is on disk.
    fn commit(&mut self) {
        if self.connection.is_autocommit() && self.waiting.is_empty() {
            // Those who came were all in the commit before this turn.
            return;
        }
        match self.connection.execute_batch("COMMIT") {
            Err(error) => self.give_up(&error.to_string()),
            Ok(()) => {
                for waiter in self.waiting.drain(..) {
                    let _ = waiter.send(Ok(()));
                }
            }
        }
    }
}

/// Waits for a transaction to be released, takes its turn in the queue, and commits what has gathered.
async fn commit_in_turn(writer: Weak<FairMutex<Writer>>, released: Arc<Notify>) {
    loop {
        released.notified().await;
        let Some(writer) = writer.upgrade() else { return };
        let mut turn = writer.clone().lock_owned().await;
        // A commit waits for the disk: not on a thread that serves pages.
        let committed = tokio::task::spawn_blocking(move || turn.commit()).await;
        if let Err(gone) = committed {
            // The runtime is stopping, or a bug: those who wait must hear that nothing was confirmed.
            writer.lock().await.give_up(&gone.to_string());
        }
    }
}

/// A savepoint in the shared transaction.
pub struct Tx {
    pub(super) writer: Option<OwnedMutexGuard<Writer>>,
    released: Arc<Notify>,
    /// The engine ended the shared transaction under us.
    lost: bool,
    /// A statement failed: PostgreSQL would keep nothing of this transaction, so neither do we.
    failed: bool,
}

impl Tx {
    pub(super) fn run<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        if self.lost {
            bail!("the shared transaction is gone");
        }
        let writer = self.writer.as_deref_mut().context("the transaction has ended")?;
        let outcome = work(&writer.connection);
        self.failed |= outcome.is_err();
        if writer.connection.is_autocommit() {
            // A full disk rolls back more than this savepoint: all who share the commit must hear of it.
            self.lost = true;
            writer.give_up(&outcome.as_ref().err().map_or_else(String::new, |e| format!("{e:#}")));
        }
        outcome
    }

    pub(in crate::db) fn all<T: FromRow>(
        &mut self,
        sql: Sql,
        values: &[Value<'_>],
    ) -> Result<Vec<T>> {
        self.run(|connection| query(connection, sql, values))
    }

    pub(in crate::db) fn execute(&mut self, sql: Sql, values: &[Value<'_>]) -> Result<u64> {
        self.run(|connection| {
            let text = dialect::expand(Engine::Sqlite, sql.text());
            let mut statement = connection.prepare_cached(&text)?;
            bind(&mut statement, values)?;
            Ok(u64::try_from(statement.raw_execute()?)?)
        })
    }

    pub(in crate::db) fn batch(&mut self, text: &str) -> Result<()> {
        self.run(|connection| Ok(connection.execute_batch(text)?))
    }

    pub(in crate::db) async fn commit(mut self) -> Result<()> {
        if self.failed {
            bail!("a statement of this transaction failed; nothing of it is kept");
        }
        self.run(|connection| Ok(connection.execute_batch("RELEASE one")?))?;
        let (tell, told) = oneshot::channel();
        let mut writer = self.writer.take().context("the transaction has ended")?;
        writer.waiting.push(tell);
        drop(writer);
        self.released.notify_one();
        match told.await {
            Ok(outcome) => outcome.map_err(|why| anyhow!(why)),
            Err(_) => bail!("the program is stopping; the change was not confirmed"),
        }
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        let Some(mut writer) = self.writer.take() else { return };
        if !self.lost {
            writer.leave();
        }
        drop(writer);
        self.released.notify_one();
    }
}
