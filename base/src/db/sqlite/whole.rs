//! Whole tables of SQLite: one read transaction on a thread of its own, inserts in the one that loads.
use super::{Sqlite, Tx, connect};
use crate::db::{
    Engine,
    whole::{BATCH, Cell, Cells, Piece, Table, quoted},
};
use anyhow::{Context, Result, bail};
use rusqlite::{
    Connection, ToSql,
    types::{ToSqlOutput, ValueRef},
};
use tokio::sync::mpsc;

impl Sqlite {
    pub(in crate::db) async fn read_whole(
        &self,
        tables: Vec<Table>,
        to: mpsc::Sender<Piece>,
    ) -> Result<()> {
        let path = self.path().to_owned();
        let read = move || -> Result<()> {
            let connection = connect(&path, true)?;
            connection.execute_batch("BEGIN")?;
            tables.into_iter().try_for_each(|table| read_table(&connection, table, &to))
        };
        tokio::task::spawn_blocking(read).await?
    }
}

fn read_table(connection: &Connection, table: Table, to: &mpsc::Sender<Piece>) -> Result<()> {
    let mut statement = connection.prepare(&table.select(Engine::Sqlite))?;
    let columns = table.columns.len();
    to.blocking_send(Piece::Table(table)).context("nobody reads on")?;
    let mut rows = statement.raw_query();
    let mut batch = vec![];
    while let Some(row) = rows.next()? {
        batch.push((0..columns).map(|at| cell(row.get_ref(at)?)).collect::<Result<Cells>>()?);
        if batch.len() == BATCH {
            let full = std::mem::take(&mut batch);
            to.blocking_send(Piece::Rows(full)).context("nobody reads on")?;
        }
    }
    to.blocking_send(Piece::Rows(batch)).context("nobody reads on")
}

fn cell(value: ValueRef<'_>) -> Result<Cell> {
    Ok(match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Int(number),
        ValueRef::Text(text) => Cell::Text(std::str::from_utf8(text)?.to_owned()),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => bail!("a broken number is none of our types"),
    })
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Cell::Null => ValueRef::Null,
            Cell::Int(number) => ValueRef::Integer(*number),
            Cell::Text(text) => ValueRef::Text(text.as_bytes()),
            Cell::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl Tx {
    pub(in crate::db) fn load(&mut self, table: &Table, rows: &[Cells]) -> Result<()> {
        let places: Vec<String> = (1..=table.columns.len()).map(|at| format!("?{at}")).collect();
        let (name, columns) = (quoted(&table.name), table.column_list());
        let text = format!("INSERT INTO {name} ({columns}) VALUES ({})", places.join(", "));
        self.run(|connection| {
            let mut statement = connection.prepare_cached(&text)?;
            for row in rows {
                statement.execute(rusqlite::params_from_iter(row))?;
            }
            Ok(())
        })
    }

    pub(in crate::db) fn has_rows(&mut self, text: &str) -> Result<bool> {
        self.run(|connection| Ok(connection.prepare(text)?.exists([])?))
    }
}
