//! Writing the copy: one thread reads the database as of one moment, another packs; nothing but a few rows is in memory.
use crate::{
    House, Report,
    file::{
        FORMAT, FileSum, HEAD, Head, LEFT_OUT, MANIFEST, Manifest, Sealing, Summing, TRANSIENT,
        TableSum,
    },
};
use anyhow::{Context, Result};
use base::{
    blobs::Blobs,
    db::{Db, Piece, Table},
};
use serde::Serialize;
use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};
use tar::{Builder, Header};
use tempfile::NamedTempFile;
use tokio::sync::mpsc;

/// Rows are packed in entries of about this size.
const ENTRY_BYTES: usize = 1 << 20;
/// Batches of rows between the two threads.
const UNDER_WAY: usize = 4;

type Archive<'a> = Builder<zstd::Encoder<'a, Sealing<&'a mut NamedTempFile>>>;

/// Makes a consistent copy of everything in one file, while others write. The file appears under its name when it is
/// whole and on disk; one that stood there is replaced then.
pub async fn backup(from: House<'_>, file: &Path) -> Result<Report> {
    let head = Head {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        engine: from.db.engine().to_string(),
        made_at: from.now,
        migrations: from.db.migrations_applied().await?,
    };
    let tables = kept_tables(from.db).await?;
    let (to, pieces) = mpsc::channel(UNDER_WAY);
    let (blobs, path) = (Blobs::in_data(from.data), file.to_owned());
    let packing = tokio::task::spawn_blocking(move || write(&path, head, pieces, &blobs));
    let read = from.db.read_whole(tables, to).await;
    // When packing failed, reading failed because of it.
    let manifest = packing.await??;
    read.context("reading the database")?;
    let file_bytes = std::fs::metadata(file)?.len();
    Ok(Report { file: file.to_owned(), file_bytes, manifest })
}

/// The tables that a copy holds.
pub(crate) async fn kept_tables(db: &Db) -> Result<Vec<Table>> {
    let mut tables = db.shapes().await?;
    tables.retain(|table| {
        let name = table.name.as_str();
        !TRANSIENT.contains(&name) && !LEFT_OUT.contains(&name)
    });
    Ok(tables)
}

fn write(
    path: &Path,
    head: Head,
    pieces: mpsc::Receiver<Piece>,
    blobs: &Blobs,
) -> Result<Manifest> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut file = NamedTempFile::new_in(&folder)
        .with_context(|| format!("cannot write into {}", folder.display()))?;
    let mut encoder = zstd::Encoder::new(Sealing::new(&mut file), 3)?;
    encoder.include_checksum(true)?;
    let mut archive = Builder::new(encoder);
    let time = u64::try_from(head.made_at.as_second()).unwrap_or(0);
    let mut packer = Packer { archive: &mut archive, time };
    packer.json(HEAD, &head)?;
    let tables = packer.tables(pieces)?;
    let files = packer.files(blobs)?;
    let manifest = Manifest { head, tables, files };
    packer.json(MANIFEST, &manifest)?;
    archive.into_inner()?.finish()?.seal()?.flush()?;
    file.as_file().sync_all()?;
    file.persist(path).with_context(|| format!("cannot name {}", path.display()))?;
    File::open(&folder)?.sync_all()?;
    Ok(manifest)
}

struct Packer<'a, 'b> {
    archive: &'a mut Archive<'b>,
    time: u64,
}

impl Packer<'_, '_> {
    fn entry(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut header = Header::new_gnu();
        header.set_size(u64::try_from(bytes.len())?);
        header.set_mode(0o600);
        header.set_mtime(self.time);
        self.archive.append_data(&mut header, name, bytes)?;
        Ok(())
    }

    fn json(&mut self, name: &str, value: &impl Serialize) -> Result<()> {
        self.entry(name, &serde_json::to_vec_pretty(value)?)
    }

    fn tables(&mut self, mut pieces: mpsc::Receiver<Piece>) -> Result<Vec<TableSum>> {
        let mut sums = vec![];
        let mut open: Option<OpenTable> = None;
        while let Some(piece) = pieces.blocking_recv() {
            match piece {
                Piece::Table(table) => {
                    if let Some(done) = open.take() {
                        sums.push(done.close(self)?);
                    }
                    self.json(&format!("tables/{}/columns.json", table.name), &table.columns)?;
                    open = Some(OpenTable::new(&table)?);
                }
                Piece::Rows(rows) => {
                    let table = open.as_mut().context("rows of no table")?;
                    for row in rows {
                        let line = table.sum.row(&row)?;
                        table.lines.extend(line);
                    }
                    if table.lines.len() > ENTRY_BYTES {
                        table.flush(self)?;
                    }
                }
            }
        }
        if let Some(done) = open {
            sums.push(done.close(self)?);
        }
        Ok(sums)
    }

    /// Listed after the tables were read: a file stands before the row that names it. One that was deleted since is
    /// meant to be gone.
    fn files(&mut self, blobs: &Blobs) -> Result<Vec<FileSum>> {
        let mut sums = vec![];
        for hash in blobs.all()? {
            let Some(bytes) = blobs.get(hash)? else { continue };
            self.entry(&format!("files/{hash}"), &bytes)?;
            sums.push(FileSum { hash: hash.to_string(), bytes: u64::try_from(bytes.len())? });
        }
        Ok(sums)
    }
}

/// The table that is being packed.
struct OpenTable {
    name: String,
    sum: Summing,
    entries: usize,
    lines: Vec<u8>,
}

impl OpenTable {
    fn new(table: &Table) -> Result<OpenTable> {
        let name = table.name.clone();
        Ok(OpenTable { name, sum: Summing::new(table)?, entries: 0, lines: vec![] })
    }

    fn flush(&mut self, packer: &mut Packer) -> Result<()> {
        self.entries += 1;
        packer.entry(&format!("tables/{}/{:06}.jsonl", self.name, self.entries), &self.lines)?;
        self.lines.clear();
        Ok(())
    }

    fn close(mut self, packer: &mut Packer) -> Result<TableSum> {
        if !self.lines.is_empty() {
            self.flush(packer)?;
        }
        Ok(self.sum.done())
    }
}
