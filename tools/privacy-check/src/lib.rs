//! What a text tells about somebody that had better not stand in a newspaper: numbers of identity cards, telephones,
//! where somebody lives, which child it was.
//!
//! ```text
//! text ─► 16 digits that are an area and a day    ─► Nik
//!         08…, +62 8…, (0370) …                   ─► Phone
//!         Jl. … No. 5, RT 03/RW 02                ─► Address
//!         a name beside an age below 18, or after
//!         "anak", "siswa", "pelajar", "bayi"      ─► Child
//! ```
//!
//! It only points: the number of an office is a telephone too, and who writes knows which it is. Initials are no name.
mod addresses;
mod children;
mod identity;
mod phones;
mod tokens;

#[cfg(test)]
mod tests;

use std::ops::Range;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The number of an identity card or of a family's.
    Nik,
    Phone,
    Address,
    /// The name of somebody below 18.
    Child,
}

/// A place in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    pub at: Range<usize>,
    /// The sentence it stands in.
    pub sentence: Range<usize>,
}

/// What the caller knows of the country.
pub struct Country<'a> {
    /// Whether a kabupaten or kota has this code of four digits.
    pub is_regency: &'a dyn Fn(u16) -> bool,
    /// Whether a word, in small letters, stands in the name of a place.
    pub is_place: &'a dyn Fn(&str) -> bool,
}

/// Findings in one text at most: who has so many reads no further.
const FINDINGS_MAX: usize = 50;

/// Everything that is found, in the order of the text.
pub fn check(text: &str, country: &Country<'_>) -> Vec<Finding> {
    let tokens = tokens::tokens(text);
    let numbers = identity::find(text, country).into_iter().map(|at| (Kind::Nik, at));
    let phones = phones::find(text).into_iter().map(|at| (Kind::Phone, at));
    let homes = addresses::find(text, &tokens).into_iter().map(|at| (Kind::Address, at));
    let children =
        children::find(text, &tokens, country.is_place).into_iter().map(|at| (Kind::Child, at));
    let mut all: Vec<(Kind, Range<usize>)> =
        numbers.chain(phones).chain(homes).chain(children).collect();
    all.sort_by_key(|(kind, at)| (at.start, *kind));
    all.dedup_by(|(kind, at), (earlier, before)| kind == earlier && at.start < before.end);
    all.truncate(FINDINGS_MAX);
    let whole = |(kind, at): (Kind, Range<usize>)| Finding {
        kind,
        sentence: tokens::sentence(text, &tokens, &at),
        at,
    };
    all.into_iter().map(whole).collect()
}
