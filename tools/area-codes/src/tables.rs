//! Our own tables, read from the CSV texts in `tables/`.

use crate::{Code, Zone};
use jiff::civil::Date;
use std::sync::LazyLock;

/// What we add to a province.
pub(crate) struct Province {
    pub code: Code,
    pub zone: Zone,
    /// What the law calls a kecamatan and a desa there, when it has a word of its own.
    pub district_word: &'static str,
    pub village_word: &'static str,
}

/// An area that began at a known day.
pub(crate) struct Beginning {
    pub code: Code,
    pub since: Date,
    pub basis: &'static str,
}

/// A name that is used beside the official one: short, English or former.
pub(crate) struct Alias {
    pub code: Code,
    pub name: &'static str,
}

static PROVINCES: LazyLock<Vec<Province>> = LazyLock::new(|| {
    rows(include_str!("../tables/provinces.csv"))
        .map(|[code, zone, _since, _basis, district_word, village_word, _words_basis]| Province {
            code: read_code(code),
            zone: Zone::parse(zone).expect("a zone"),
            district_word,
            village_word,
        })
        .collect()
});

static BEGINNINGS: LazyLock<Vec<Beginning>> = LazyLock::new(|| {
    rows(include_str!("../tables/beginnings.csv"))
        .map(|[code, since, basis]| Beginning {
            code: read_code(code),
            since: read_date(since),
            basis,
        })
        .collect()
});

static ALIASES: LazyLock<Vec<Alias>> = LazyLock::new(|| {
    rows(include_str!("../tables/aliases.csv"))
        .map(|[code, name, _why]| Alias { code: read_code(code), name })
        .collect()
});

pub(crate) fn province(code: Code) -> Option<&'static Province> {
    PROVINCES.iter().find(|row| row.code == code)
}

pub(crate) fn beginning(code: Code) -> Option<&'static Beginning> {
    BEGINNINGS.iter().find(|row| row.code == code)
}

pub(crate) fn aliases() -> &'static [Alias] {
    &ALIASES
}

/// The rows below the heading; no field of ours holds a comma or a quote.
///
/// The tables are part of the program and a test reads them all, so a wrong row is a bug and panics.
pub(crate) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        fields.try_into().unwrap_or_else(|_| panic!("a row without {N} fields: {line}"))
    })
}

pub(crate) fn read_code(text: &str) -> Code {
    text.parse().expect("a code")
}

pub(crate) fn read_date(text: &str) -> Date {
    text.parse().expect("a date")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Codes, Level};

    #[test]
    fn every_row_names_an_area_and_its_basis() {
        let codes = Codes::official();
        assert_eq!(PROVINCES.len(), codes.count(Level::Province));
        for row in PROVINCES.iter() {
            assert!(codes.find(row.code).is_some(), "{}", row.code);
        }
        for row in BEGINNINGS.iter() {
            assert!(codes.find(row.code).is_some(), "{}", row.code);
            assert!(!row.basis.is_empty());
        }
        for row in ALIASES.iter() {
            assert!(codes.find(row.code).is_some(), "{}", row.name);
        }
    }

    #[test]
    fn every_zone_says_since_when_and_by_which_decree() {
        for [_, _, since, basis, district, village, words] in
            rows::<7>(include_str!("../tables/provinces.csv"))
        {
            read_date(since);
            assert!(basis.starts_with("Keppres 41/1987"), "{basis}");
            assert_eq!(district.is_empty(), words.is_empty());
            assert_eq!(village.is_empty(), words.is_empty());
        }
    }
}
