//! Areas of the past: what they were, until when, and what became of them.

use crate::names::{Asked, fold};
use crate::{Code, Codes, Level, tables};
use jiff::civil::Date;

/// An area that is no more as it was: split, renamed or given another code.
///
/// A code may mean something else today (91 of 2016 is four provinces now), so it has a key of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Former {
    /// Ours, unique: `papua-barat-2007`.
    pub key: &'static str,
    /// The code it bore, where Kemendagri's lists had one.
    pub code: Option<Code>,
    pub level: Level,
    /// Kind and name: "Provinsi Papua Barat".
    pub full_name: &'static str,
    /// The first day, where known.
    pub since: Option<Date>,
    /// The first day on which it was no more.
    pub until: Date,
    /// Today's areas on its ground; none for Timor Timur.
    pub successors: Vec<Code>,
    /// The laws that made and ended it.
    pub basis: &'static str,
}

impl Former {
    /// Did it stand on that day?
    pub fn stood(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && day < self.until
    }

    fn is_asked(&self, asked: &Asked) -> bool {
        asked.names(&fold(self.full_name), self.level, self.full_name.starts_with("Kota "))
    }
}

pub(crate) fn read_formers() -> Vec<Former> {
    tables::rows(include_str!("../tables/former.csv"))
        .map(|[key, code, full_name, since, until, successors, basis]| Former {
            key,
            code: (!code.is_empty()).then(|| tables::read_code(code)),
            level: match full_name.starts_with("Provinsi ") {
                true => Level::Province,
                false => Level::Regency,
            },
            full_name,
            since: (!since.is_empty()).then(|| tables::read_date(since)),
            until: tables::read_date(until),
            successors: successors.split_whitespace().map(tables::read_code).collect(),
            basis,
        })
        .collect()
}

impl Codes {
    /// The former area of that key.
    pub fn former(&self, key: &str) -> Option<&Former> {
        self.formers().iter().find(|former| former.key == key)
    }

    /// Today's codes for a code or a name as it was used on a day; none when nothing is known.
    ///
    /// Codes are taken strictly: 94 meant nothing in Kemendagri's list of 2016, so it resolves to nothing.
    /// Below a code that is no more, the answer is coarser: the successors of the area above.
    /// Names are taken kindly: a name of today is understood on any day, an old name long after its end.
    /// Several codes mean several successors, or several areas of that name.
    pub fn resolve(&self, name_or_code: &str, day: Date) -> Vec<Code> {
        match name_or_code.parse() {
            Ok(code) => self.resolve_code(code, day),
            Err(_) => self.resolve_name(name_or_code, day),
        }
    }

    fn resolve_code(&self, code: Code, day: Date) -> Vec<Code> {
        if let Some(former) = self.former_with_code(code, day) {
            return former.successors.clone();
        }
        if self.find(code).is_some() && self.had_begun(code, day) {
            return vec![code];
        }
        let above = code.ancestors().find_map(|code| self.former_with_code(code, day));
        above.map_or_else(Vec::new, |former| former.successors.clone())
    }

    fn former_with_code(&self, code: Code, day: Date) -> Option<&Former> {
        self.formers().iter().find(|former| former.code == Some(code) && former.stood(day))
    }

    /// Did the code and those above it stand on that day, as far as we know?
    fn had_begun(&self, code: Code, day: Date) -> bool {
        std::iter::once(code)
            .chain(code.ancestors())
            .all(|code| tables::beginning(code).is_none_or(|row| row.since <= day))
    }

    fn resolve_name(&self, text: &str, day: Date) -> Vec<Code> {
        let asked = Asked::read(text);
        let bore: Vec<&Former> = self.formers().iter().filter(|f| f.is_asked(&asked)).collect();
        let top = bore.iter().filter(|f| f.stood(day)).map(|f| f.level).min();
        if let Some(top) = top {
            let stood = bore.iter().filter(|f| f.stood(day) && f.level == top);
            return gathered(stood.flat_map(|former| former.successors.iter().copied()));
        }
        let today = self.by_name(text, None);
        if !today.is_empty() {
            return today.iter().map(|area| area.code()).collect();
        }
        let latest = bore.into_iter().max_by_key(|former| former.until);
        latest.map_or_else(Vec::new, |former| former.successors.clone())
    }
}

fn gathered(codes: impl Iterator<Item = Code>) -> Vec<Code> {
    let mut all: Vec<Code> = codes.collect();
    all.sort();
    all.dedup();
    all
}
