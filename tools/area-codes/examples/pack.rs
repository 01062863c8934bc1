//! Makes `data/areas.zst` from the CSV files of idn-area-data.
//!
//! `cargo run --release -p area-codes --example pack -- FOLDER`, where FOLDER is the package's `data`.
//! The same input gives the same bytes. `data/README.md` describes the format.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The list a release of the package carries; change it with the package.
const SOURCE: &str = "idn-area-data 4.0.1, ODbL 1.0; Kepmendagri 300.2.2-2138 Tahun 2025";
const FILES: [&str; 4] = ["provinces.csv", "regencies.csv", "districts.csv", "villages.csv"];

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let folder = std::env::args().nth(1).ok_or("which folder holds the CSV files?")?;
    let mut areas = BTreeMap::new();
    for (depth, file) in FILES.iter().enumerate() {
        let before = areas.len();
        read(&Path::new(&folder).join(file), depth, &mut areas)?;
        println!("{file}: {}", areas.len() - before);
    }
    let text = write(&areas);
    let packed = zstd::encode_all(text.as_bytes(), 22)?;
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/areas.zst");
    std::fs::write(&target, &packed)?;
    println!("{} bytes of text, {} packed", text.len(), packed.len());
    Ok(())
}

/// Codes as groups of numbers, so that an area sorts before what lies in it.
type Areas = BTreeMap<Vec<u32>, String>;

fn read(path: &Path, depth: usize, areas: &mut Areas) -> Result<(), Failure> {
    let mut reader = csv::Reader::from_path(path)?;
    for record in reader.records() {
        let record = record?;
        let code: Vec<u32> = record[0].split('.').map(str::parse).collect::<Result<_, _>>()?;
        let name = tidied(&record[record.len() - 1]);
        let known = code.len() == 1 || areas.contains_key(&code[..code.len() - 1]);
        if code.len() != depth + 1
            || !known
            || name.is_empty()
            || name.contains(['=', '\t', '\n', '#'])
        {
            return Err(format!("cannot place {record:?}").into());
        }
        if areas.insert(code, name).is_some() {
            return Err(format!("twice: {record:?}").into());
        }
    }
    Ok(())
}

/// The few signs that typing left behind: `Soka"an`, `Teuw*`, `lamuk`.
fn tidied(name: &str) -> String {
    let name = name.trim().trim_end_matches('*').replace(['"', '\u{2019}'], "'");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn write(areas: &Areas) -> String {
    let mut text = format!("# {SOURCE}\n");
    let mut last = [0u32; 4];
    for (code, name) in areas {
        let depth = code.len() - 1;
        let tail = code[depth];
        text.extend(std::iter::repeat_n('\t', depth));
        if tail != last[depth] + 1 {
            write!(text, "{tail}=").expect("writing to a string");
        }
        text.push_str(name);
        text.push('\n');
        last[depth] = tail;
        if depth < 3 {
            last[depth + 1] = if depth == 2 { 2_000 } else { 0 };
        }
    }
    text
}
