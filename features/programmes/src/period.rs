//! A year, a month or a day, as exactly as it is known: `2015`, `2015-01`, `2015-01-27`.
use base::{
    anyhow::{self, Context},
    db::{Column, Row},
    jiff::civil::Date,
    languages::Words,
};
use std::fmt;

/// A point of a calendar that is no finer than what the source tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    Year(i16),
    Month(i16, i8),
    Day(Date),
}

impl Calendar {
    /// Reads `2015`, `2015-01`, `2015-01-27`; `None` for what is no date.
    pub fn parse(text: &str) -> Option<Calendar> {
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            10 => text.to_owned(),
            _ => return None,
        };
        let day: Date = whole.parse().ok().filter(|day: &Date| day.year() > 0)?;
        let known = match text.len() {
            4 => Calendar::Year(day.year()),
            7 => Calendar::Month(day.year(), day.month()),
            _ => Calendar::Day(day),
        };
        (known.to_string() == text).then_some(known)
    }

    /// The first day that it may mean.
    pub fn first_day(self) -> Date {
        match self {
            Calendar::Year(year) => Date::constant(year, 1, 1),
            Calendar::Month(year, month) => Date::constant(year, month, 1),
            Calendar::Day(day) => day,
        }
    }

    /// The last day that it may mean.
    pub fn last_day(self) -> Date {
        match self {
            Calendar::Year(year) => Date::constant(year, 12, 31),
            Calendar::Month(..) => self.first_day().last_of_month(),
            Calendar::Day(day) => day,
        }
    }

    /// "2015", "Januari 2015", "27 Januari 2015".
    pub fn in_words(self, words: &Words) -> String {
        match self {
            Calendar::Year(year) => year.to_string(),
            Calendar::Month(..) => words.month_year(self.first_day()),
            Calendar::Day(day) => words.day_month_year(day),
        }
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Calendar::Year(year) => write!(f, "{year:04}"),
            Calendar::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Calendar::Day(day) => write!(f, "{day}"),
        }
    }
}

impl Column for Calendar {
    fn column(row: &Row, index: usize) -> anyhow::Result<Self> {
        let text = row.get::<String>(index)?;
        Calendar::parse(&text).with_context(|| format!("{text:?} is no day, month or year"))
    }

    fn nullable(row: &Row, index: usize) -> anyhow::Result<Option<Self>> {
        let Some(text) = row.get::<Option<String>>(index)? else { return Ok(None) };
        Ok(Some(
            Calendar::parse(&text).with_context(|| format!("{text:?} is no day, month or year"))?,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_claimed() {
        let cases = [
            ("2015", Some("2015-01-01 2015-12-31")),
            ("2016-02", Some("2016-02-01 2016-02-29")),
            ("2016-06-14", Some("2016-06-14 2016-06-14")),
            ("2016-13", None),
            ("14-06-16", None),
            ("2016-6", None),
            ("", None),
            ("sejak", None),
        ];
        for (text, days) in cases {
            let read = Calendar::parse(text);
            let found = read.map(|known| format!("{} {}", known.first_day(), known.last_day()));
            assert_eq!(found.as_deref(), days, "{text}");
            assert!(read.is_none_or(|known| known.to_string() == text));
        }
    }
}
