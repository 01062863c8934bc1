//! The format of the file: names inside it, how a row is written, what the manifest says, the seal at the end.
use anyhow::{Context, Result, bail, ensure};
use base::db::{Cell, Cells, Table};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
};

/// Counts up when an older program could not read the file.
pub const FORMAT: u32 = 1;
pub const HEAD: &str = "suara.json";
pub const MANIFEST: &str = "manifest.json";

/// Left out: what ends with the machine it was made on, and what the head of the file says already.
pub const TRANSIENT: &[&str] =
    &["sessions", "one_time_codes", "parked_forms", "sent_forms", "recent_texts"];
pub const LEFT_OUT: &[&str] = &["migrations"];

/// The frame that every zstd reader skips: 4 bytes of name, 4 of length, the hash.
const SEAL_NAME: u32 = 0x184D_2A50;
const SEAL_BYTES: u64 = 40;

/// The first entry: what has to be known before anything can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub format: u32,
    pub program: String,
    pub engine: String,
    pub made_at: Timestamp,
    /// With the time of each in microseconds.
    pub migrations: Vec<(String, i64)>,
}

/// The last entry: what the file must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub head: Head,
    pub tables: Vec<TableSum>,
    pub files: Vec<FileSum>,
}

/// A table in the order of its key: its columns and every row as they are written in the file, hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSum {
    pub name: String,
    pub rows: u64,
    pub sha256: String,
}

/// A picture or another file; its name is its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSum {
    pub hash: String,
    pub bytes: u64,
}

/// Counts and hashes a table while it passes.
pub struct Summing {
    name: String,
    rows: u64,
    hash: Sha256,
}

impl Summing {
    pub fn new(table: &Table) -> Result<Summing> {
        let mut hash = Sha256::new();
        hash.update(serde_json::to_vec(&table.columns)?);
        Ok(Summing { name: table.name.clone(), rows: 0, hash })
    }

    /// The row as it is written: a line of JSON.
    pub fn row(&mut self, row: &Cells) -> Result<Vec<u8>> {
        let mut line = serde_json::to_vec(&row.iter().map(portable).collect::<Vec<Value>>())?;
        line.push(b'\n');
        self.hash.update(&line);
        self.rows += 1;
        Ok(line)
    }

    pub fn done(self) -> TableSum {
        TableSum { name: self.name, rows: self.rows, sha256: hexadecimal(&self.hash.finalize()) }
    }
}

fn portable(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Int(number) => Value::from(*number),
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Bytes(bytes) => Value::from(STANDARD.encode(bytes)),
    }
}

/// Reads a line that `Summing::row` wrote.
pub fn read_row(table: &Table, line: &[u8]) -> Result<Cells> {
    let values: Vec<Value> = serde_json::from_slice(line)?;
    ensure!(values.len() == table.columns.len(), "a row has {} values", values.len());
    let kinds = table.columns.iter().map(|(_, kind)| kind.as_str());
    values.into_iter().zip(kinds).map(|(value, kind)| cell(value, kind)).collect()
}

fn cell(value: Value, kind: &str) -> Result<Cell> {
    Ok(match (value, kind) {
        (Value::Null, _) => Cell::Null,
        (Value::Number(number), "integer") => {
            Cell::Int(number.as_i64().context("a number is no whole number")?)
        }
        (Value::String(text), "text") => Cell::Text(text),
        (Value::String(text), "bytes") => Cell::Bytes(STANDARD.decode(text)?),
        (other, kind) => bail!("{other} is not {kind}"),
    })
}

pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hashes what is written through it.
pub struct Sealing<W> {
    to: W,
    hash: Sha256,
}

impl<W: Write> Sealing<W> {
    pub fn new(to: W) -> Sealing<W> {
        Sealing { to, hash: Sha256::new() }
    }

    /// Closes with the seal.
    pub fn seal(mut self) -> Result<W> {
        self.to.write_all(&SEAL_NAME.to_le_bytes())?;
        self.to.write_all(&32_u32.to_le_bytes())?;
        self.to.write_all(&self.hash.finalize())?;
        Ok(self.to)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Opens a file whose seal is whole; what is read ends before the seal. Also its size.
pub fn open(path: &Path) -> Result<(io::Take<File>, u64)> {
    let name = path.display();
    let mut file = File::open(path).with_context(|| format!("cannot open {name}"))?;
    let size = file.metadata()?.len();
    let inner = size.checked_sub(SEAL_BYTES).with_context(|| format!("{name} is cut short"))?;
    let mut hash = Sha256::new();
    let mut begun = Read::by_ref(&mut file).take(inner);
    let mut buffer = vec![0; 1 << 16];
    loop {
        match begun.read(&mut buffer)? {
            0 => break,
            read => hash.update(&buffer[..read]),
        }
    }
    let mut seal = vec![];
    Sealing { to: &mut seal, hash }.seal()?;
    let mut found = vec![];
    file.read_to_end(&mut found)?;
    ensure!(
        found == seal,
        "{name} is damaged or cut short: its content is not what was written; take another copy"
    );
    file.seek(SeekFrom::Start(0))?;
    Ok((file.take(inner), size))
}
