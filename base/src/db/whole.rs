//! Whole tables: read as they are at one moment, written into an empty database. For backups only, so that no feature
//! needs code of its own to be kept safe.
use super::{Db, Engine, Reads, Tx};
use crate::{sql, values};
use anyhow::{Context, Result, bail, ensure};
use tokio::sync::mpsc;

/// Rows that travel together.
pub(super) const BATCH: usize = 500;

/// A value of either engine; truth is 0 or 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// The values of one row, in the order of the table's columns.
pub type Cells = Vec<Cell>;

/// A table's name and columns, alike on both engines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// Sorted by name; the type is `integer`, `text` or `bytes`.
    pub columns: Vec<(String, String)>,
    key: Vec<String>,
    /// Columns and a number: only rows in which one of them holds it. Empty: every row.
    only: (Vec<String>, i64),
}

/// What a reading of whole tables hands over: a table, then its rows in the order of its primary key.
#[derive(Debug)]
pub enum Piece {
    Table(Table),
    Rows(Vec<Cells>),
}

impl Table {
    /// A table to be written; the order of its rows is that of whoever brings them.
    pub fn to_write(name: String, columns: Vec<(String, String)>) -> Table {
        Table { name, columns, key: vec![], only: (vec![], 0) }
    }

    /// The table with those rows only in which one of these columns holds the number.
    pub fn only(self, columns: Vec<String>, number: i64) -> Table {
        Table { only: (columns, number), ..self }
    }

    pub(super) fn column_list(&self) -> String {
        let names: Vec<String> = self.columns.iter().map(|(name, _)| quoted(name)).collect();
        names.join(", ")
    }

    pub(super) fn select(&self, engine: Engine) -> String {
        // Both engines must put the same text first, whatever the language of the server.
        let order: Vec<String> = self
            .key
            .iter()
            .map(|name| {
                let text = self.columns.iter().any(|(other, kind)| other == name && kind == "text");
                let collate =
                    if text && engine == Engine::Postgres { " COLLATE \"C\"" } else { "" };
                format!("{}{collate}", quoted(name))
            })
            .collect();
        let (columns, table, order) = (self.column_list(), quoted(&self.name), order.join(", "));
        let (naming, number) = &self.only;
        let naming: Vec<String> =
            naming.iter().map(|name| format!("{} = {number}", quoted(name))).collect();
        let only = match naming.join(" OR ") {
            all if all.is_empty() => String::new(),
            some => format!(" WHERE {some}"),
        };
        format!("SELECT {columns} FROM {table}{only} ORDER BY {order}")
    }
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl Db {
    /// Every table with its columns and its key.
    pub async fn shapes(&self) -> Result<Vec<Table>> {
        let mut tables: Vec<Table> = vec![];
        for line in self.schema().await? {
            let parts = line.split_once('.').and_then(|(table, rest)| {
                let mut words = rest.split(' ');
                Some((table, words.next()?.to_owned(), words.next()?.to_owned()))
            });
            let (table, column, kind) = parts.context("a column without a type")?;
            match tables.last_mut().filter(|last| last.name == table) {
                Some(last) => last.columns.push((column, kind)),
                None => tables.push(Table::to_write(table.to_owned(), vec![(column, kind)])),
            }
        }
        for (table, column) in self.keys().await? {
            if let Some(found) = tables.iter_mut().find(|other| other.name == table) {
                found.key.push(column);
            }
        }
        for table in &mut tables {
            table.columns.sort();
            ensure!(!table.key.is_empty(), "the table {} has no primary key", table.name);
        }
        Ok(tables)
    }

    async fn keys(&self) -> Result<Vec<(String, String)>> {
        let text = match self.engine() {
            Engine::Sqlite => sql!(
                "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND c.pk > 0 ORDER BY m.name, c.pk"
            ),
            Engine::Postgres => sql!(
                "SELECT CAST(k.table_name AS TEXT), CAST(k.column_name AS TEXT)
                 FROM information_schema.key_column_usage k JOIN information_schema.table_constraints t
                   ON t.constraint_schema = k.constraint_schema AND t.constraint_name = k.constraint_name
                      AND t.table_name = k.table_name
                 WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_schema = current_schema()
                 ORDER BY k.table_name, k.ordinal_position"
            ),
        };
        self.all(text, values![]).await
    }

    /// Hands every row of these tables to `to`, all as of one moment, while others write.
    pub async fn read_whole(&self, tables: Vec<Table>, to: mpsc::Sender<Piece>) -> Result<()> {
        match self {
            Db::Sqlite(lite) => lite.read_whole(tables, to).await,
            Db::Postgres(pg) => pg.read_whole(tables, to).await,
        }
    }

    /// The migrations that were applied, with the time in microseconds.
    pub async fn migrations_applied(&self) -> Result<Vec<(String, i64)>> {
        self.all(sql!("SELECT name, applied_at FROM migrations ORDER BY name"), values![]).await
    }

    /// Everything that SQLite can find wrong, references included; empty when nothing is. PostgreSQL checks itself.
    pub async fn verify_whole(&self) -> Result<Vec<String>> {
        if self.engine() == Engine::Postgres {
            return Ok(vec![]);
        }
        let mut wrong: Vec<(String,)> =
            self.all(sql!("PRAGMA integrity_check(20)"), values![]).await?;
        wrong.retain(|(line,)| line != "ok");
        let orphans = sql!(
            "SELECT \"table\" || ' refers to nothing in ' || parent FROM pragma_foreign_key_check LIMIT 20"
        );
        wrong.extend(self.all::<(String,)>(orphans, values![]).await?);
        Ok(wrong.into_iter().map(|(line,)| line).collect())
    }

    /// Begins to fill an empty database; nothing of it stands before `finish`.
    pub async fn begin_loading(&self) -> Result<Loading> {
        let mut tx = self.begin().await?;
        for table in self.tables().await? {
            if table != "migrations" && tx.has_rows(&table).await? {
                bail!(
                    "this database is not empty (there is something in {table}); restore into an empty one"
                );
            }
        }
        let references = match &mut tx {
            Tx::Sqlite(lite) => {
                lite.batch("PRAGMA defer_foreign_keys = ON")?;
                vec![]
            }
            Tx::Postgres(_) => references(&mut tx).await?,
        };
        for (table, name, _) in &references {
            tx.batch(&format!("ALTER TABLE {table} DROP CONSTRAINT {}", quoted(name))).await?;
        }
        Ok(Loading { tx, references })
    }
}

/// PostgreSQL's references between the tables: table, name, definition.
async fn references(tx: &mut Tx) -> Result<Vec<(String, String, String)>> {
    let text = sql!(
        "SELECT CAST(CAST(c.conrelid AS regclass) AS TEXT), CAST(c.conname AS TEXT), pg_get_constraintdef(c.oid)
         FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
         WHERE c.contype = 'f' AND n.nspname = current_schema() ORDER BY 1, 2"
    );
    tx.all(text, values![]).await
}

/// A database that is being filled, in one transaction. References are checked at its end, so that rows may come in any
/// order: comments answer comments.
pub struct Loading {
    tx: Tx,
    references: Vec<(String, String, String)>,
}

impl Loading {
    pub async fn rows(&mut self, table: &Table, rows: &[Cells]) -> Result<()> {
        match &mut self.tx {
            Tx::Sqlite(tx) => tx.load(table, rows),
            Tx::Postgres(tx) => tx.load(table, rows).await,
        }
        .with_context(|| format!("the table {}", table.name))
    }

    /// Checks the references and keeps everything.
    pub async fn finish(mut self) -> Result<()> {
        for (table, name, definition) in std::mem::take(&mut self.references) {
            let text = format!("ALTER TABLE {table} ADD CONSTRAINT {} {definition}", quoted(&name));
            self.tx.batch(&text).await.with_context(|| format!("references of {table}"))?;
        }
        self.tx.commit().await
    }
}

impl Tx {
    async fn has_rows(&mut self, table: &str) -> Result<bool> {
        let text = format!("SELECT 1 FROM {} LIMIT 1", quoted(table));
        match self {
            Tx::Sqlite(tx) => tx.has_rows(&text),
            Tx::Postgres(tx) => tx.has_rows(&text).await,
        }
    }
}
