//! Names as people write them: folding, the words before a name, the exact search for one.

use crate::search::within_of;
use crate::{Area, Codes, Level};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, no accents, no apostrophes; every other sign is one space.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Appends the folded text.
pub(crate) fn fold_onto(out: &mut String, text: &str) {
    let start = out.len();
    let mut gap = false;
    let mut put = |c: char| match c {
        '\'' | '"' | '`' | '\u{2018}' | '\u{2019}' | '\u{02bc}' => {}
        c if c.is_alphanumeric() => {
            if gap && out.len() > start {
                out.push(' ');
            }
            gap = false;
            out.extend(c.to_lowercase());
        }
        _ => gap = true,
    };
    if text.is_ascii() {
        text.chars().for_each(&mut put);
    } else {
        text.nfd().filter(|c| !is_combining_mark(*c)).for_each(&mut put);
    }
}

/// Without spaces: "Fak Fak" and "Fakfak" are one name.
pub(crate) fn squash(folded: &str) -> String {
    folded.chars().filter(|c| *c != ' ').collect()
}

/// What the word before a name says of its level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spoken {
    Province,
    Kabupaten,
    Kota,
    District,
    Village,
}

/// The words people write before a name; of two that fit, the longer comes first.
const WORDS: [(&str, Spoken); 27] = [
    ("provinsi ", Spoken::Province),
    ("propinsi ", Spoken::Province),
    ("province ", Spoken::Province),
    ("prov ", Spoken::Province),
    ("kabupaten administrasi ", Spoken::Kabupaten),
    ("kabupaten ", Spoken::Kabupaten),
    ("kab ", Spoken::Kabupaten),
    ("kota administrasi ", Spoken::Kota),
    ("kotamadya ", Spoken::Kota),
    ("kodya ", Spoken::Kota),
    ("kota ", Spoken::Kota),
    ("kecamatan ", Spoken::District),
    ("kec ", Spoken::District),
    ("distrik ", Spoken::District),
    ("kapanewon ", Spoken::District),
    ("kemantren ", Spoken::District),
    ("desa adat ", Spoken::Village),
    ("desa ", Spoken::Village),
    ("ds ", Spoken::Village),
    ("kelurahan ", Spoken::Village),
    ("kel ", Spoken::Village),
    ("kalurahan ", Spoken::Village),
    ("kampung ", Spoken::Village),
    ("gampong ", Spoken::Village),
    ("nagari ", Spoken::Village),
    ("pekon ", Spoken::Village),
    ("village ", Spoken::Village),
];

impl Spoken {
    pub(crate) fn fits(self, level: Level, is_city: bool) -> bool {
        match self {
            Spoken::Province => level == Level::Province,
            Spoken::Kabupaten => level == Level::Regency && !is_city,
            Spoken::Kota => level == Level::Regency && is_city,
            Spoken::District => level == Level::District,
            Spoken::Village => level == Level::Village,
        }
    }
}

/// A name that somebody wrote, taken apart.
#[derive(Debug)]
pub(crate) struct Asked {
    /// All of it, folded: many names begin with a word such as kota or kampung.
    pub whole: String,
    /// The word before the name, and the rest.
    pub bare: Option<(Spoken, String)>,
    /// The areas named behind commas, as in "Tanjung, Lombok Utara".
    pub within: Vec<String>,
}

impl Asked {
    pub(crate) fn read(text: &str) -> Asked {
        let mut parts = text.split(',');
        let whole = fold(parts.next().unwrap_or_default());
        let bare = split_word(&whole).map(|(spoken, rest)| (spoken, rest.to_owned()));
        let within = parts.map(fold).filter(|part| !part.is_empty()).collect();
        Asked { whole, bare, within }
    }

    /// Is it the area of that folded full name?
    pub(crate) fn names(&self, full: &str, level: Level, is_city: bool) -> bool {
        let alone = split_word(full).map_or(full, |(_, rest)| rest);
        self.whole == alone
            || self
                .bare
                .as_ref()
                .is_some_and(|(spoken, rest)| rest == alone && spoken.fits(level, is_city))
    }
}

pub(crate) fn split_word(folded: &str) -> Option<(Spoken, &str)> {
    WORDS.iter().find_map(|(word, spoken)| Some((*spoken, folded.strip_prefix(word)?)))
}

impl Codes {
    /// The areas that bear a name, exactly but for case, accents, signs and spaces.
    ///
    /// Understands the word before it ("Kab. Lombok Utara", "Kota Bima"), short, English and former
    /// names ("NTB", "DIY", "West Papua", "Mamuju Utara") and the area around it ("Tanjung, Lombok Utara").
    /// Without a level, the largest level that has the name answers; one name may be borne by several.
    pub fn by_name(&self, name: &str, level: Option<Level>) -> Vec<Area<'_>> {
        let asked = Asked::read(name);
        let Some(within) = within_of(self, &asked) else { return Vec::new() };
        let levels = Level::ALL.into_iter().filter(|one| level.is_none_or(|level| level == *one));
        for level in levels {
            let mut found = self.index().exact(self, level, &asked.whole);
            if let Some((spoken, rest)) = &asked.bare {
                let fitting = self.index().exact(self, level, rest).into_iter();
                found.extend(fitting.filter(|area| spoken.fits(level, area.kind().is_city())));
            }
            if found.is_empty() && level <= Level::Regency {
                found = self.index().spelled_otherwise(self, level, &asked);
            }
            found.retain(|area| within.holds(*area));
            found.sort_by_key(|area| area.code());
            found.dedup();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_accents_fold_away() {
        assert_eq!(fold("  Kab. LOMBOK–Utara "), "kab lombok utara");
        assert_eq!(fold("Soka'an"), "sokaan");
        assert_eq!(fold("Udek Du\u{2019}en"), "udek duen");
        assert_eq!(fold("Lómbók"), "lombok");
        assert_eq!(fold("Mbinime/Jinulira"), "mbinime jinulira");
        assert_eq!(fold(" ,;"), "");
    }

    #[test]
    fn the_word_before_a_name_is_known() {
        let asked = Asked::read("Kota Bima, NTB");
        assert_eq!(asked.whole, "kota bima");
        assert_eq!(asked.bare, Some((Spoken::Kota, "bima".to_owned())));
        assert_eq!(asked.within, ["ntb"]);
        assert_eq!(Asked::read("Kotabaru").bare, None);
    }
}
