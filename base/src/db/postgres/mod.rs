//! PostgreSQL: a pool of connections, statements prepared once on each.
mod tls;
mod whole;

use super::{FromRow, Row, Sql, Value, dialect};
use crate::db::Engine;
use anyhow::{Context, Result, bail};
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use std::time::Duration;
use tokio_postgres::{NoTls, types::ToSql};

/// How long a request waits for a free connection before it is told to come back.
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(5);

/// The pool.
pub struct Postgres {
    pool: Pool,
}

impl Postgres {
    pub(super) async fn connect(url: &str, connections_max: usize) -> Result<Postgres> {
        let tls::Address { config, tls } = tls::read(url)?;
        let recycle = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let failure = match &tls {
            None => "cannot connect to PostgreSQL",
            Some(_) => {
                "cannot connect to PostgreSQL with TLS: the server must offer it, with a certificate for its name that a \
                 public authority signed, or one in sslrootcert=FILE"
            }
        };
        let manager = match tls {
            None => Manager::from_config(config, NoTls, recycle),
            Some(tls) => Manager::from_config(config, tls, recycle),
        };
        let pool = Pool::builder(manager)
            .max_size(connections_max)
            .wait_timeout(Some(WAIT_FOR_CONNECTION))
            .create_timeout(Some(WAIT_FOR_CONNECTION))
            .runtime(Runtime::Tokio1)
            .build()?;
        drop(pool.get().await.context(failure)?);
        Ok(Postgres { pool })
    }

    pub(super) async fn read<T: FromRow>(&self, sql: Sql, values: &[Value<'_>]) -> Result<Vec<T>> {
        query(&self.pool.get().await?, sql, values).await
    }

    pub(super) async fn begin(&self) -> Result<Tx> {
        // Held by the transaction before it begins: a caller that is cancelled here must not leave a connection in the
        // pool with a transaction open.
        let mut tx = Tx { connection: Some(self.pool.get().await?), failed: false };
        tx.batch("BEGIN").await?;
        Ok(tx)
    }

    pub(super) async fn prepare(&self, sql_text: &str) -> Result<()> {
        let text = dialect::expand(Engine::Postgres, sql_text);
        self.pool.get().await?.prepare(&text).await?;
        Ok(())
    }
}

/// A transaction on a connection of its own.
pub struct Tx {
    connection: Option<Object>,
    /// A statement failed. PostgreSQL answers a COMMIT with success then and keeps nothing.
    failed: bool,
}

impl Tx {
    fn connection(&self) -> Result<&Object> {
        self.connection.as_ref().context("the transaction has ended")
    }

    pub(super) async fn all<T: FromRow>(
        &mut self,
        sql: Sql,
        values: &[Value<'_>],
    ) -> Result<Vec<T>> {
        let found = query(self.connection()?, sql, values).await;
        self.failed |= found.is_err();
        found
    }

    pub(super) async fn execute(&mut self, sql: Sql, values: &[Value<'_>]) -> Result<u64> {
        let changed = execute(self.connection()?, sql, values).await;
        self.failed |= changed.is_err();
        changed
    }

    pub(super) async fn batch(&mut self, text: &str) -> Result<()> {
        let done = self.connection()?.batch_execute(text).await;
        self.failed |= done.is_err();
        Ok(done?)
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        if self.failed {
            bail!("a statement of this transaction failed; nothing of it is kept");
        }
        let connection = self.connection.take().context("the transaction has ended")?;
        match connection.batch_execute("COMMIT").await {
            Ok(()) => Ok(()),
            Err(error) => {
                // Whether it was kept is unknown: never hand this connection to anyone else.
                drop(Object::take(connection));
                Err(error.into())
            }
        }
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            drop(Object::take(connection));
            return;
        };
        runtime.spawn(async move {
            if connection.batch_execute("ROLLBACK").await.is_err() {
                drop(Object::take(connection));
            }
        });
    }
}

fn parameters<'a>(values: &'a [Value<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    values.iter().map(|value| value as _).collect()
}

async fn execute(connection: &Object, sql: Sql, values: &[Value<'_>]) -> Result<u64> {
    let text = dialect::expand(Engine::Postgres, sql.text());
    let statement = connection.prepare_cached(&text).await?;
    Ok(connection.execute(&statement, &parameters(values)).await?)
}

async fn query<T: FromRow>(connection: &Object, sql: Sql, values: &[Value<'_>]) -> Result<Vec<T>> {
    let statement =
        connection.prepare_cached(&dialect::expand(Engine::Postgres, sql.text())).await?;
    let rows = connection.query(&statement, &parameters(values)).await?;
    rows.iter().map(|row| T::from_row(&Row::Postgres(row))).collect()
}
