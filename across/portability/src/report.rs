//! What a copy holds, as the operator reads it.
use crate::file::Manifest;
use std::{fmt, path::PathBuf};

/// What a copy holds; every number was counted and every hash compared.
#[derive(Debug, Clone)]
pub struct Report {
    pub file: PathBuf,
    pub file_bytes: u64,
    pub manifest: Manifest,
}

impl Report {
    pub fn rows(&self) -> u64 {
        self.manifest.tables.iter().map(|table| table.rows).sum()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Manifest { head, tables, files } = &self.manifest;
        writeln!(
            f,
            "{} ({} bytes), made {} from {}, {} migrations",
            self.file.display(),
            self.file_bytes,
            head.made_at,
            head.engine,
            head.migrations.len()
        )?;
        for table in tables {
            writeln!(f, "  {:<20} {:>10}  {}", table.name, table.rows, &table.sha256[..16])?;
        }
        let bytes: u64 = files.iter().map(|file| file.bytes).sum();
        write!(
            f,
            "  together {} tables, {} rows, {} files of {bytes} bytes",
            tables.len(),
            self.rows(),
            files.len()
        )
    }
}
