//! The public export: every public list of the features that are on, in one file that anyone may have.
use crate::open_data::{self, Reached};
use anyhow::{Context, Result};
use base::app::App;
use sha2::{Digest, Sha256};
use std::{
    fmt,
    fs::File,
    path::{Path, PathBuf},
};
use tar::{Builder, Header};
use tempfile::NamedTempFile;

type Archive<'a> = Builder<zstd::Encoder<'a, &'a mut NamedTempFile>>;

/// What a public export holds.
#[derive(Debug, Clone)]
pub struct Exported {
    pub file: PathBuf,
    /// Name and rows of each list.
    pub tables: Vec<(&'static str, u64)>,
}

/// Writes the export; it appears under its name when it is whole and on disk. A tar in zstd: `baca-saya.txt`, each list
/// as CSV, `manifest.json` with rows and SHA-256 of each.
pub async fn export(app: &App, file: &Path) -> Result<Exported> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).to_owned();
    let mut written = NamedTempFile::new_in(&folder)
        .with_context(|| format!("cannot write into {}", folder.display()))?;
    let mut archive = Builder::new(zstd::Encoder::new(&mut written, 9)?);
    let time = u64::try_from(app.now().as_second()).unwrap_or(0);
    entry(&mut archive, ("baca-saya.txt", time), read_me(app).as_bytes())?;
    let (mut tables, mut manifest) = (vec![], serde_json::Map::new());
    for table in open_data::tables(app) {
        let (rows, bytes) = whole(app, &table).await?;
        let hash = crate::file::hexadecimal(&Sha256::digest(&bytes));
        entry(&mut archive, (&format!("{}.csv", table.name), time), &bytes)?;
        let told = serde_json::json!({"rows": rows, "columns": table.columns, "sha256": hash});
        manifest.insert(table.name.to_owned(), told);
        tables.push((table.name, rows));
    }
    let manifest = serde_json::to_vec_pretty(&manifest)?;
    entry(&mut archive, ("manifest.json", time), &manifest)?;
    archive.into_inner()?.finish()?;
    written.as_file().sync_all()?;
    written.persist(file).with_context(|| format!("cannot name {}", file.display()))?;
    File::open(&folder)?.sync_all()?;
    Ok(Exported { file: file.to_owned(), tables })
}

async fn whole(app: &App, table: &base::feature::OpenTable) -> Result<(u64, Vec<u8>)> {
    let (mut bytes, mut place) = (vec![], Reached::Start);
    while place != Reached::End {
        let (piece, next) = open_data::piece(app, table, place).await?;
        bytes.extend(piece);
        place = next;
    }
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let rows = u64::try_from(reader.byte_records().count())?;
    Ok((rows, bytes))
}

fn entry(archive: &mut Archive<'_>, (name, time): (&str, u64), bytes: &[u8]) -> Result<()> {
    let mut header = Header::new_gnu();
    header.set_size(u64::try_from(bytes.len())?);
    header.set_mode(0o644);
    header.set_mtime(time);
    archive.append_data(&mut header, name, bytes)?;
    Ok(())
}

fn read_me(app: &App) -> String {
    format!(
        "{}\n{}\n{}\n\nSetiap berkas .csv adalah satu daftar publik (UTF-8, RFC 4180). Sel yang tampak seperti rumus diberi tanda petik \
         tunggal di depannya.\nEach .csv file is one public list. A cell that looks like a formula has an apostrophe before it.\n",
        app.config.name,
        app.config.address,
        app.now()
    )
}

impl fmt::Display for Exported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.file.display())?;
        for (name, rows) in &self.tables {
            writeln!(f, "  {name:<20} {rows:>10}")?;
        }
        write!(f, "Only what anyone may see; the whole house is in `suara backup`.")
    }
}
