//! Bringing a copy back: the seal first, then into an empty database in one transaction, then read again and compared.
use crate::{
    House, Report,
    backup::kept_tables,
    file::{self, FORMAT, HEAD, Head, MANIFEST, Manifest, Summing, TableSum, read_row},
};
use anyhow::{Context, Result, bail, ensure};
use base::{
    blobs::{BlobHash, Blobs},
    db::{Cells, Db, Loading, Piece, Table},
};
use jiff::Timestamp;
use std::{io::Read, path::Path};
use tokio::sync::mpsc;

/// What the file holds, in its order.
enum Item {
    Head(Head),
    Table(Table),
    Rows(Vec<Cells>),
    File(BlobHash, Vec<u8>),
    Manifest(Manifest),
}

/// Opens a copy, brings it back into a database of its own that is thrown away, counts and compares everything, and
/// lets SQLite look for what is wrong.
pub async fn check(file: &Path, now: Timestamp) -> Result<Report> {
    let folder = tempfile::tempdir().context("a temporary folder")?;
    let db = Db::sqlite(&folder.path().join("check.sqlite"))?;
    let report = restore(file, House { db: &db, data: folder.path(), now }).await?;
    let wrong = db.verify_whole().await?;
    ensure!(wrong.is_empty(), "the restored database is not sound: {}", wrong.join("; "));
    Ok(report)
}

/// Brings a copy back into an empty database and the folder for its files; a newer program's migrations follow. When
/// it fails, nothing of the tables stands.
pub async fn restore(file: &Path, into: House<'_>) -> Result<Report> {
    let (to, items) = mpsc::channel(4);
    let path = file.to_owned();
    let unpacking = tokio::task::spawn_blocking(move || unpack(&path, &to));
    let loaded = load(items, into).await;
    let unpacked = unpacking.await?;
    // What is wrong with the file says more than what the database made of it, unless the database stopped it.
    let manifest = match (loaded, unpacked) {
        (Ok(manifest), Ok(file_bytes)) => Report { file: file.to_owned(), file_bytes, manifest },
        (Err(error), Ok(_)) => return Err(error),
        (Ok(_), Err(error)) => return Err(error),
        (Err(of_loading), Err(of_file)) if of_file.is::<Stopped>() => return Err(of_loading),
        (Err(_), Err(of_file)) => return Err(of_file),
    };
    let sums = sums(into.db).await?;
    compare(&manifest.manifest.tables, &sums).context("what was restored")?;
    into.db.migrate(into.now.as_microsecond()).await?;
    Ok(manifest)
}

/// Whoever was to load the rows has stopped, and says why.
#[derive(Debug)]
struct Stopped;

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the loading stopped")
    }
}

impl std::error::Error for Stopped {}

/// Reads the file on a thread of its own; its size.
fn unpack(path: &Path, to: &mpsc::Sender<Item>) -> Result<u64> {
    let (sealed, size) = file::open(path)?;
    let mut archive = tar::Archive::new(zstd::Decoder::new(sealed)?);
    let mut table = None;
    for entry in archive.entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().into_owned();
        let mut bytes = vec![];
        entry.read_to_end(&mut bytes)?;
        let item = item(&name, bytes, &mut table).with_context(|| format!("{name} in the file"))?;
        to.blocking_send(item).map_err(|_| Stopped)?;
    }
    Ok(size)
}

fn item(name: &str, bytes: Vec<u8>, table: &mut Option<Table>) -> Result<Item> {
    let parts: Vec<&str> = name.split('/').collect();
    Ok(match parts.as_slice() {
        [HEAD] => Item::Head(serde_json::from_slice(&bytes)?),
        [MANIFEST] => Item::Manifest(serde_json::from_slice(&bytes)?),
        ["files", hash] => {
            let hash: BlobHash = hash.parse().ok().context("not a hash")?;
            ensure!(BlobHash::of(&bytes) == hash, "its content has another hash");
            Item::File(hash, bytes)
        }
        ["tables", of, "columns.json"] => {
            let found = Table::to_write((*of).to_owned(), serde_json::from_slice(&bytes)?);
            *table = Some(found.clone());
            Item::Table(found)
        }
        ["tables", of, _] => {
            let table = table.as_ref().filter(|table| table.name == *of).context("no columns")?;
            let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
            Item::Rows(lines.map(|line| read_row(table, line)).collect::<Result<_>>()?)
        }
        _ => bail!("nobody knows what this is"),
    })
}

async fn load(mut items: mpsc::Receiver<Item>, into: House<'_>) -> Result<Manifest> {
    let Some(Item::Head(head)) = items.recv().await else { bail!("this is no copy of a house") };
    ensure!(head.format == FORMAT, "format {} was made by another version", head.format);
    into.db.migrate_as(&head.migrations).await?;
    let mut loading = into.db.begin_loading().await?;
    let shapes = kept_tables(into.db).await?;
    let mut table = None;
    let mut files = vec![];
    let mut manifest = None;
    while let Some(item) = items.recv().await {
        match item {
            Item::Head(_) => bail!("the file has two heads"),
            Item::Table(next) => table = Some(fitting(next, &shapes)?),
            Item::Rows(rows) => rows_of(&mut loading, table.as_ref(), &rows).await?,
            Item::File(hash, bytes) => files.push(keep(into.data, hash, bytes).await?),
            Item::Manifest(last) => manifest = Some(last),
        }
    }
    let manifest = manifest.context("the file ends before its manifest")?;
    ensure!(manifest.head == head, "the head and the manifest differ");
    let named: Vec<&str> = manifest.files.iter().map(|file| file.hash.as_str()).collect();
    ensure!(named == files, "the files are not those that the manifest names");
    loading.finish().await?;
    Ok(manifest)
}

/// The table as this database has it; a column more or less would be lost in silence.
fn fitting(table: Table, shapes: &[Table]) -> Result<Table> {
    let here = shapes.iter().find(|shape| shape.name == table.name);
    let here = here.with_context(|| format!("there is no table {} here", table.name))?;
    ensure!(here.columns == table.columns, "the table {} has other columns here", table.name);
    Ok(table)
}

async fn rows_of(loading: &mut Loading, table: Option<&Table>, rows: &[Cells]) -> Result<()> {
    loading.rows(table.context("rows of no table")?, rows).await
}

async fn keep(data: &Path, hash: BlobHash, bytes: Vec<u8>) -> Result<String> {
    let blobs = Blobs::in_data(data);
    let put = tokio::task::spawn_blocking(move || blobs.put(&bytes));
    ensure!(put.await?? == hash, "a file changed on its way");
    Ok(hash.to_string())
}

/// Counts and hashes what a database holds.
pub(crate) async fn sums(db: &Db) -> Result<Vec<TableSum>> {
    let tables = kept_tables(db).await?;
    let (to, mut pieces) = mpsc::channel(4);
    let count = async {
        let mut sums: Vec<Summing> = vec![];
        while let Some(piece) = pieces.recv().await {
            match piece {
                Piece::Table(table) => sums.push(Summing::new(&table)?),
                Piece::Rows(rows) => {
                    let sum = sums.last_mut().context("rows of no table")?;
                    for row in &rows {
                        sum.row(row)?;
                    }
                }
            }
        }
        anyhow::Ok(sums.into_iter().map(Summing::done).collect())
    };
    let (read, sums) = tokio::join!(db.read_whole(tables, to), count);
    read?;
    sums
}

fn compare(wanted: &[TableSum], found: &[TableSum]) -> Result<()> {
    for (wanted, found) in wanted.iter().zip(found) {
        let rows = (wanted.rows, found.rows);
        ensure!(wanted.name == found.name, "tables {} and {}", wanted.name, found.name);
        ensure!(rows.0 == rows.1, "{} has {} rows and not {}", wanted.name, rows.1, rows.0);
        ensure!(wanted == found, "{} has other content", wanted.name);
    }
    ensure!(wanted.len() == found.len(), "{} tables and not {}", found.len(), wanted.len());
    Ok(())
}
