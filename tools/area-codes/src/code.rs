//! A code: the digits of an official area, whose number of digits tells the level.

use std::fmt;
use std::str::FromStr;

/// The digits of a code as a number: 52, 5208, 520801 or 5208012001.
///
/// A `Code` has the shape of a code; whether an area bears it, [`crate::Codes::find`] tells.
/// Codes sort by level, then by digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Code(i64);

/// The four levels of government that have codes, largest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Provinsi: 2 digits.
    Province,
    /// Kabupaten or kota: 4 digits.
    Regency,
    /// Kecamatan, in Papua distrik: 6 digits.
    District,
    /// Desa or kelurahan: 10 digits.
    Village,
}

impl Level {
    /// All four, largest first.
    pub const ALL: [Level; 4] = [Level::Province, Level::Regency, Level::District, Level::Village];

    /// What a child's number adds to its parent's: 1 at the top, 10,000 for villages.
    pub(crate) fn span(self) -> i64 {
        match self {
            Level::Province => 1,
            Level::Regency | Level::District => 100,
            Level::Village => 10_000,
        }
    }

    /// The next smaller level.
    pub fn below(self) -> Option<Level> {
        Level::ALL.get(self as usize + 1).copied()
    }
}

/// The text or number has not the shape of an area code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadCode;

impl fmt::Display for BadCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "not an area code: 2, 4, 6 or 10 digits, as in 52, 52.08, 52.08.01, 52.08.01.2001",
        )
    }
}

impl std::error::Error for BadCode {}

impl Code {
    /// The digits as a number, the form that databases hold.
    pub const fn number(self) -> i64 {
        self.0
    }

    /// The level, from the number of digits.
    pub fn level(self) -> Level {
        match self.0 {
            ..=99 => Level::Province,
            100..=9_999 => Level::Regency,
            10_000..=999_999 => Level::District,
            _ => Level::Village,
        }
    }

    /// The area it lies in; a province has none.
    pub fn parent(self) -> Option<Code> {
        match self.level() {
            Level::Province => None,
            level => Some(Code(self.0 / level.span())),
        }
    }

    /// The areas it lies in, nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = Code> {
        std::iter::successors(self.parent(), |code| code.parent())
    }

    /// The province it lies in, or itself.
    pub fn province(self) -> Code {
        self.ancestors().last().unwrap_or(self)
    }

    /// Is it `other`, or does it lie in `other`?
    pub fn is_within(self, other: Code) -> bool {
        self == other || self.ancestors().any(|code| code == other)
    }

    /// Its place among its siblings: the last group of digits.
    fn tail(self) -> i64 {
        match self.level() {
            Level::Province => self.0,
            level => self.0 % level.span(),
        }
    }
}

impl TryFrom<i64> for Code {
    type Error = BadCode;

    fn try_from(number: i64) -> Result<Code, BadCode> {
        let digits = match number {
            11..=9_999_999_999 => number.ilog10() + 1,
            _ => return Err(BadCode),
        };
        if !matches!(digits, 2 | 4 | 6 | 10) {
            return Err(BadCode);
        }
        let code = Code(number);
        let whole = code.province().0 >= 11
            && code.tail() > 0
            && code.ancestors().all(|above| above.tail() > 0);
        if whole { Ok(code) } else { Err(BadCode) }
    }
}

impl From<Code> for i64 {
    fn from(code: Code) -> i64 {
        code.0
    }
}

impl FromStr for Code {
    type Err = BadCode;

    /// Reads `52.08.01.2001` or `5208012001`; spaces around it do not matter.
    fn from_str(text: &str) -> Result<Code, BadCode> {
        let text = text.trim();
        let mut digits = String::with_capacity(10);
        for (place, group) in text.split('.').enumerate() {
            let expected = if place == 3 { 4 } else { 2 };
            let dotted = text.contains('.');
            if place > 3
                || (dotted && group.len() != expected)
                || !group.bytes().all(|byte| byte.is_ascii_digit())
            {
                return Err(BadCode);
            }
            digits.push_str(group);
        }
        if digits.len() > 10 {
            return Err(BadCode);
        }
        Code::try_from(digits.parse::<i64>().map_err(|_| BadCode)?)
    }
}

impl fmt::Display for Code {
    /// The dotted form of the decrees: `52.08.01.2001`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parent() {
            None => write!(f, "{:02}", self.0),
            Some(parent) if self.level() == Level::Village => {
                write!(f, "{parent}.{:04}", self.tail())
            }
            Some(parent) => write!(f, "{parent}.{:02}", self.tail()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(text: &str) -> Code {
        text.parse().unwrap()
    }

    #[test]
    fn the_number_of_digits_is_the_level() {
        assert_eq!(code("52").level(), Level::Province);
        assert_eq!(code("5208").level(), Level::Regency);
        assert_eq!(code("52.08.01").level(), Level::District);
        assert_eq!(code(" 5208012001 ").level(), Level::Village);
        assert_eq!(code("5208012001").to_string(), "52.08.01.2001");
    }

    #[test]
    fn a_village_lies_in_its_three() {
        let village = code("52.08.01.2001");
        let above: Vec<i64> = village.ancestors().map(Code::number).collect();
        assert_eq!(above, [520801, 5208, 52]);
        assert_eq!(village.province().number(), 52);
        assert!(village.is_within(code("5208")));
        assert!(!village.is_within(code("5201")));
        assert_eq!(code("52").parent(), None);
    }

    #[test]
    fn other_shapes_are_refused() {
        for text in [
            "",
            "5",
            "05",
            "10",
            "520",
            "52.8",
            "52.",
            ".52",
            "5200",
            "52.00.01",
            "52.08.01.0000",
            "52.08.01.200",
            "52-08",
            "5208.01",
            "52.08.01.2001.1",
            "+52",
            "٥٢",
            "520801200101",
            "52 08",
        ] {
            assert_eq!(text.parse::<Code>(), Err(BadCode), "{text:?}");
        }
        assert_eq!(Code::try_from(-52), Err(BadCode));
        assert_eq!(Code::try_from(i64::MAX), Err(BadCode));
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(p in 11i64..100, r in 1i64..100, d in 1i64..100, v in 1i64..10_000) {
            for number in [p, p * 100 + r, (p * 100 + r) * 100 + d, ((p * 100 + r) * 100 + d) * 10_000 + v] {
                let code = Code::try_from(number).unwrap();
                prop_assert_eq!(code.number(), number);
                prop_assert_eq!(code.to_string().parse(), Ok(code));
                prop_assert_eq!(number.to_string().parse(), Ok(code));
            }
        }

        #[test]
        fn no_text_panics(text in ".{0,20}") {
            if let Ok(code) = text.parse::<Code>() {
                prop_assert_eq!(code.to_string().parse(), Ok(code));
            }
        }

        #[test]
        fn no_number_panics(number: i64) {
            if let Ok(code) = Code::try_from(number) {
                prop_assert_eq!(code.number(), number);
            }
        }
    }
}
