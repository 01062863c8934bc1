//! Days in words: how long someone held an office, where a fact was read.
use base::{jiff::civil::Date, web::Frame};

/// "14 Juni 2016", and for machines.
#[derive(Debug, Clone)]
pub(super) struct Day {
    pub words: String,
    pub machine: String,
}

impl Day {
    pub fn of(f: &Frame, date: Date) -> Day {
        Day { words: f.words.day_month_year(date), machine: date.to_string() }
    }
}

/// "Sejak 1 Maret 2013 sampai 4 Mei 2018"; what is not known is said not to be.
pub(super) fn period(
    f: &Frame,
    (from, to, known_on): (Option<Date>, Option<Date>, Option<Date>),
) -> String {
    let words =
        |date: Option<Date>| date.map(|date| f.words.day_month_year(date)).unwrap_or_default();
    let (first, last, known) = (words(from), words(to), words(known_on));
    let values = [("from", first.as_str()), ("to", last.as_str()), ("day", known.as_str())];
    let key = match (from, to, known_on) {
        (Some(_), Some(_), _) => "office-from-to",
        (Some(_), None, None) => "office-from",
        (Some(_), None, Some(_)) => "office-from-known",
        (None, Some(_), _) => "office-known-to",
        (None, None, _) => "office-known",
    };
    f.words.fill(key, &values)
}

/// Where a fact was read: an address of the web is shown by its host.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub text: String,
    pub href: Option<String>,
}

impl Source {
    pub fn of(written: String) -> Source {
        let is_address = written.starts_with("https://") && !written.contains(char::is_whitespace);
        match written.strip_prefix("https://").filter(|_| is_address) {
            Some(rest) => {
                let host = rest.split('/').next().unwrap_or(rest).to_owned();
                Source { text: host, href: Some(written) }
            }
            None => Source { text: written, href: None },
        }
    }
}
