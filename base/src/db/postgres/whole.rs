//! Whole tables of PostgreSQL: one repeatable-read transaction that streams, COPY in the one that loads.
use super::{Postgres, Tx};
use crate::db::{
    Engine,
    whole::{BATCH, Cell, Cells, Piece, Table, quoted},
};
use anyhow::{Context, Result, bail};
use bytes::Bytes;
use deadpool_postgres::Object;
use futures_util::{SinkExt, TryStreamExt};
use std::fmt::Write;
use tokio::sync::mpsc;
use tokio_postgres::{Row, types::Type};

impl Postgres {
    pub(in crate::db) async fn read_whole(
        &self,
        tables: Vec<Table>,
        to: mpsc::Sender<Piece>,
    ) -> Result<()> {
        let mut tx = self.begin().await?;
        tx.batch("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?;
        for table in tables {
            read_table(tx.connection()?, table, &to).await?;
        }
        Ok(())
    }
}

async fn read_table(connection: &Object, table: Table, to: &mpsc::Sender<Piece>) -> Result<()> {
    let text = table.select(Engine::Postgres);
    to.send(Piece::Table(table)).await.ok().context("nobody reads on")?;
    let nothing: [i64; 0] = [];
    let mut rows = std::pin::pin!(connection.query_raw(text.as_str(), nothing).await?);
    let mut batch = vec![];
    while let Some(row) = rows.try_next().await? {
        batch.push((0..row.len()).map(|at| cell(&row, at)).collect::<Result<Cells>>()?);
        if batch.len() == BATCH {
            let full = std::mem::take(&mut batch);
            to.send(Piece::Rows(full)).await.ok().context("nobody reads on")?;
        }
    }
    to.send(Piece::Rows(batch)).await.ok().context("nobody reads on")
}

fn cell(row: &Row, at: usize) -> Result<Cell> {
    let found = match *row.columns()[at].type_() {
        Type::INT8 => row.try_get::<_, Option<i64>>(at)?.map(Cell::Int),
        Type::INT4 => row.try_get::<_, Option<i32>>(at)?.map(|n| Cell::Int(n.into())),
        Type::INT2 => row.try_get::<_, Option<i16>>(at)?.map(|n| Cell::Int(n.into())),
        Type::BOOL => row.try_get::<_, Option<bool>>(at)?.map(|b| Cell::Int(b.into())),
        Type::TEXT | Type::VARCHAR => row.try_get::<_, Option<String>>(at)?.map(Cell::Text),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at)?.map(Cell::Bytes),
        ref other => bail!("{other} is none of our types"),
    };
    Ok(found.unwrap_or(Cell::Null))
}

impl Tx {
    pub(in crate::db) async fn load(&mut self, table: &Table, rows: &[Cells]) -> Result<()> {
        let mut lines = String::new();
        for row in rows {
            for (at, cell) in row.iter().enumerate() {
                lines.push_str(if at == 0 { "" } else { "\t" });
                copied(cell, &mut lines)?;
            }
            lines.push('\n');
        }
        let (name, columns) = (quoted(&table.name), table.column_list());
        let text = format!("COPY {name} ({columns}) FROM STDIN");
        let mut sink = std::pin::pin!(self.connection()?.copy_in::<_, Bytes>(&text).await?);
        sink.send(Bytes::from(lines)).await?;
        sink.finish().await?;
        Ok(())
    }

    pub(in crate::db) async fn has_rows(&mut self, text: &str) -> Result<bool> {
        Ok(self.connection()?.query_opt(text, &[]).await?.is_some())
    }
}

/// A value as COPY reads it; 0 and 1 stand for the truth too.
fn copied(cell: &Cell, out: &mut String) -> Result<()> {
    match cell {
        Cell::Null => out.push_str("\\N"),
        Cell::Int(number) => write!(out, "{number}")?,
        Cell::Text(text) => {
            for letter in text.chars() {
                match letter {
                    '\\' => out.push_str("\\\\"),
                    '\n' => out.push_str("\\n"),
                    '\r' => out.push_str("\\r"),
                    '\t' => out.push_str("\\t"),
                    other => out.push(other),
                }
            }
        }
        Cell::Bytes(bytes) => {
            out.push_str("\\\\x");
            bytes.iter().try_for_each(|byte| write!(out, "{byte:02x}"))?;
        }
    }
    Ok(())
}
