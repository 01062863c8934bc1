//! A measured number, exact: "12,50" stays twelve and fifty hundredths, and is never a float.
use anyhow::{Result, anyhow};
use base::{
    db::{Column, Row},
    languages::Words,
};
use std::fmt;

/// `scaled` over ten to the `places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    scaled: i64,
    places: u8,
}

/// Digits before the point and after it: enough for rupiah of a province, and for per mille of a per cent.
const DIGITS_MAX: usize = 13;
const PLACES_MAX: usize = 4;

impl Figure {
    pub fn whole(number: i64) -> Figure {
        Figure { scaled: number, places: 0 }
    }

    /// As people write it: a comma before the fraction, dots between thousands: "1.234,5". Nothing is guessed: "12.5" is
    /// refused, because a dot stands between thousands only.
    pub fn read(written: &str) -> Option<Figure> {
        let written = written.trim();
        let (minus, digits) = match written.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, written),
        };
        let (whole, fraction) = digits.split_once(',').unwrap_or((digits, ""));
        if digits.ends_with(',') || !well_grouped(whole) {
            return None;
        }
        Figure::of(minus, &whole.replace('.', ""), fraction)
    }

    /// What `Display` wrote.
    pub fn stored(text: &str) -> Option<Figure> {
        let (minus, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        Figure::of(minus, whole, fraction)
    }

    fn of(minus: bool, whole: &str, fraction: &str) -> Option<Figure> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = (1..=DIGITS_MAX).contains(&whole.len()) && fraction.len() <= PLACES_MAX;
        if !fits || !digits(whole) || !digits(fraction) {
            return None;
        }
        let scaled: i64 = format!("{whole}{fraction}").parse().ok()?;
        let places = u8::try_from(fraction.len()).ok()?;
        Some(Figure { scaled: if minus { -scaled } else { scaled }, places })
    }

    pub fn places(self) -> u8 {
        self.places
    }

    /// The number in units of ten to the minus `places`; `places` is at least its own.
    pub fn in_places(self, places: u8) -> i64 {
        self.scaled * 10_i64.pow(u32::from(places.saturating_sub(self.places)))
    }

    /// "1.234,5", as the page's language writes it, with as many places as were measured.
    pub fn words(self, words: &Words) -> String {
        words.decimal(self.scaled, i16::from(self.places))
    }

    /// As `read` takes it back.
    pub fn typed(self) -> String {
        self.to_string().replace('.', ",")
    }
}

/// Digits alone, or dots that part them by threes.
fn well_grouped(whole: &str) -> bool {
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3))
}

/// As stored and as machines read it: "1234.5".
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.scaled < 0 { "-" } else { "" };
        let size = self.scaled.unsigned_abs();
        let unit = 10_u64.pow(u32::from(self.places));
        match usize::from(self.places) {
            0 => write!(f, "{minus}{size}"),
            places => write!(f, "{minus}{}.{:0places$}", size / unit, size % unit),
        }
    }
}

impl Column for Figure {
    fn column(row: &Row, index: usize) -> Result<Figure> {
        let text: String = row.get(index)?;
        Figure::stored(&text).ok_or_else(|| anyhow!("{text:?} is no figure"))
    }

    fn nullable(row: &Row, index: usize) -> Result<Option<Figure>> {
        let Some(text) = row.get::<Option<String>>(index)? else { return Ok(None) };
        Figure::stored(&text).map(Some).ok_or_else(|| anyhow!("{text:?} is no figure"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_as_it_was_measured() {
        let cases = [
            ("12,50", "12.50"),
            ("1.234,5", "1234.5"),
            ("2.520.000", "2520000"),
            ("-0,05", "-0.05"),
            ("0", "0"),
            ("9999999999999,9999", "9999999999999.9999"),
        ];
        for (written, stored) in cases {
            let figure = Figure::read(written).unwrap();
            assert_eq!(figure.to_string(), stored);
            assert_eq!(Figure::stored(stored), Some(figure));
            assert_eq!(Figure::read(&figure.typed()), Some(figure));
        }
    }

    #[test]
    fn what_could_be_meant_in_two_ways_is_refused() {
        for written in [
            "12.5", "1,234.5", "1.23", "1.2345", "12,", ",5", "", "-", "1e3", "12,34567", "١٢",
            "1 000",
        ] {
            assert_eq!(Figure::read(written), None, "{written}");
        }
    }

    #[test]
    fn figures_of_different_places_are_compared_in_the_finer_one() {
        let (coarse, fine) = (Figure::read("12,5").unwrap(), Figure::read("12,47").unwrap());
        assert_eq!((coarse.in_places(2), fine.in_places(2)), (1250, 1247));
    }
}
