//! The list: unpacking, finding, walking down.

use crate::dated::{self, Former};
use crate::search::Index;
use crate::{Area, Code, Level};
use std::sync::{LazyLock, OnceLock};

/// The official list and our tables.
pub struct Codes {
    /// The unpacked file; names are slices of it.
    text: String,
    /// By level, largest first; each sorted by code.
    levels: [Rows; 4],
    formers: Vec<Former>,
    index: OnceLock<Index>,
}

/// The areas of one level, in columns.
#[derive(Default)]
struct Rows {
    codes: Vec<i64>,
    /// Where the name stands in the text.
    starts: Vec<u32>,
    lengths: Vec<u8>,
}

static OFFICIAL: LazyLock<Codes> = LazyLock::new(|| {
    let packed = include_bytes!("../data/areas.zst");
    let text = zstd::decode_all(&packed[..]).expect("the packed list is part of the program");
    Codes::read(String::from_utf8(text).expect("the packed list is UTF-8"))
});

impl Codes {
    /// The list in the program; the first call unpacks it.
    pub fn official() -> &'static Codes {
        &OFFICIAL
    }

    /// Reads the text that `examples/pack.rs` writes; `data/README.md` describes it.
    fn read(text: String) -> Codes {
        let mut levels: [Rows; 4] = Default::default();
        // The last number at each depth: what the next line counts on from.
        let mut last = [0i64; 4];
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if !line.starts_with('#') {
                let depth = line.bytes().take_while(|byte| *byte == b'\t').count();
                let row = line[depth..].trim_end_matches('\n');
                let (tail, name) = match row.split_once('=') {
                    Some((tail, name)) => (tail.parse().expect("a number before ="), name),
                    None => (last[depth] + 1, row),
                };
                last[depth] = tail;
                if depth < 3 {
                    last[depth + 1] = if depth == 2 { 2_000 } else { 0 };
                }
                let number = match depth {
                    0 => tail,
                    1 => last[0] * 100 + tail,
                    2 => (last[0] * 100 + last[1]) * 100 + tail,
                    _ => ((last[0] * 100 + last[1]) * 100 + last[2]) * 10_000 + tail,
                };
                let name_start = start + line.trim_end_matches('\n').len() - name.len();
                let rows = &mut levels[depth];
                rows.codes.push(number);
                rows.starts.push(name_start.try_into().expect("a list under 4 GB"));
                rows.lengths.push(name.len().try_into().expect("a name under 256 bytes"));
            }
            start += line.len();
        }
        Codes { text, levels, formers: dated::read_formers(), index: OnceLock::new() }
    }

    /// The area that bears the code today.
    pub fn find(&self, code: Code) -> Option<Area<'_>> {
        let level = code.level();
        let at = self.levels[level as usize].codes.binary_search(&code.number()).ok()?;
        Some(Area { codes: self, level, at })
    }

    /// The areas in an area, by name; none for a village or an unknown code.
    pub fn children(&self, code: Code) -> impl Iterator<Item = Area<'_>> {
        let mut found: Vec<Area<'_>> = Vec::new();
        if let Some(level) = code.level().below() {
            let numbers = &self.levels[level as usize].codes;
            let first = numbers.partition_point(|n| *n < code.number() * level.span());
            let end = numbers.partition_point(|n| *n < (code.number() + 1) * level.span());
            found.extend((first..end).map(|at| Area { codes: self, level, at }));
        }
        found.sort_by(|a, b| a.name().cmp(b.name()).then(a.at.cmp(&b.at)));
        found.into_iter()
    }

    /// The provinces in the order of their codes: from Aceh to Papua.
    pub fn provinces(&self) -> impl Iterator<Item = Area<'_>> {
        self.all(Level::Province)
    }

    /// Every area of a level in the order of codes.
    pub fn all(&self, level: Level) -> impl Iterator<Item = Area<'_>> {
        (0..self.count(level)).map(move |at| Area { codes: self, level, at })
    }

    /// How many areas a level has.
    pub fn count(&self, level: Level) -> usize {
        self.levels[level as usize].codes.len()
    }

    /// The areas that are no more as they were, with their successors.
    pub fn formers(&self) -> &[Former] {
        &self.formers
    }

    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::build(self))
    }

    pub(crate) fn code_at(&self, level: Level, at: usize) -> Code {
        Code::try_from(self.levels[level as usize].codes[at]).expect("the list holds codes")
    }

    /// The name as the list writes it.
    pub(crate) fn written_at(&self, level: Level, at: usize) -> &str {
        let rows = &self.levels[level as usize];
        let start = rows.starts[at] as usize;
        &self.text[start..start + usize::from(rows.lengths[at])]
    }
}
