//! The three time zones.

use crate::tables;
use crate::{Code, Codes};

/// A time zone of Indonesia; since 1988 (Keppres 41/1987) whole provinces keep one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Zone {
    /// Waktu Indonesia Barat, UTC+7.
    Wib,
    /// Waktu Indonesia Tengah, UTC+8.
    Wita,
    /// Waktu Indonesia Timur, UTC+9.
    Wit,
}

impl Zone {
    /// As written after a time: WIB, WITA, WIT.
    pub fn abbreviation(self) -> &'static str {
        match self {
            Zone::Wib => "WIB",
            Zone::Wita => "WITA",
            Zone::Wit => "WIT",
        }
    }

    /// The name in the IANA time zone database.
    pub fn iana(self) -> &'static str {
        match self {
            Zone::Wib => "Asia/Jakarta",
            Zone::Wita => "Asia/Makassar",
            Zone::Wit => "Asia/Jayapura",
        }
    }

    /// Hours ahead of UTC.
    pub fn offset_h(self) -> i8 {
        match self {
            Zone::Wib => 7,
            Zone::Wita => 8,
            Zone::Wit => 9,
        }
    }

    /// Reads an abbreviation or an IANA name.
    pub fn parse(text: &str) -> Option<Zone> {
        [Zone::Wib, Zone::Wita, Zone::Wit]
            .into_iter()
            .find(|zone| zone.abbreviation().eq_ignore_ascii_case(text) || zone.iana() == text)
    }
}

impl Codes {
    /// The zone of the province that `code` lies in; none when no province bears the number.
    pub fn zone(&self, code: Code) -> Option<Zone> {
        tables::province(code.province()).map(|row| row.zone)
    }
}
