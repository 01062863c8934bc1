//! Dates in a text: "14-06-16", "23/03/2018", "14 Juni 2016".
use jiff::civil::{Date, DateTime};

/// A date with the letters that say it and where they begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub date: Date,
    pub written: String,
    pub at: usize,
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// All dates, each day once, in the order of the text.
pub(super) fn find(text: &str) -> Vec<Written> {
    let words = words(text);
    let mut found: Vec<Written> = vec![];
    for (index, (at, word)) in words.iter().enumerate() {
        let numeric = in_numbers(word).map(|date| (date, (*word).to_owned()));
        let spelled = || {
            let [(_, day), (_, month), (last, year)] = words.get(index..index + 3)? else {
                return None;
            };
            let date = spelled_out(day, month, year)?;
            Some((date, text[*at..last + year.len()].to_owned()))
        };
        if let Some((date, written)) = numeric.or_else(spelled)
            && found.iter().all(|other| other.date != date)
        {
            found.push(Written { date, written, at: *at });
        }
    }
    found
}

/// "05 September 2014 | 19:42"; a day without an hour is no moment.
pub(super) fn moment(text: &str) -> Option<DateTime> {
    let date = find(text).first()?.date;
    let clock = words(text).into_iter().map(|(_, word)| word).find_map(|word| {
        let (hour, minute) = word.split_once([':', '.'])?;
        Some((hour.parse().ok()?, minute.parse().ok()?))
    });
    let (hour, minute) = clock?;
    DateTime::new(date.year(), date.month(), date.day(), hour, minute, 0, 0).ok()
}

/// Words with the place where each begins, without the marks around them.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mark = |c: char| !c.is_alphanumeric();
    let mut found = vec![];
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let front = piece.len() - piece.trim_start_matches(mark).len();
        let word = piece.trim_matches(mark);
        if !word.is_empty() {
            found.push((at + front, word));
        }
        at += piece.len();
    }
    found
}

fn in_numbers(word: &str) -> Option<Date> {
    let mark = ['-', '/'].into_iter().find(|mark| word.matches(*mark).count() == 2)?;
    let parts: Vec<&str> = word.split(mark).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    date(day.parse().ok()?, month.parse().ok()?, year)
}

fn spelled_out(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = month.to_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)?;
    // Of "29-30 September 2012" the first day.
    let day = day.split(['-', '–', '/']).next()?;
    date(day.parse().ok()?, i8::try_from(month + 1).ok()?, year)
}

fn date(day: i8, month: i8, year: &str) -> Option<Date> {
    let number: i16 = year.parse().ok()?;
    let year = match year.len() {
        // Community media began to publish in this form after 1969.
        2 if number < 70 => 2000 + number,
        2 => 1900 + number,
        4 if (1945..=2100).contains(&number) => number,
        _ => return None,
    };
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_needs_a_day_and_an_hour() {
        let read = |text| moment(text).map(|moment| moment.to_string());
        assert_eq!(read("05 September 2014 | 19:42").as_deref(), Some("2014-09-05T19:42:00"));
        assert_eq!(read("05-09-14 19.42").as_deref(), Some("2014-09-05T19:42:00"));
        assert_eq!(
            (read("05 September 2014"), read("19:42"), read("05-09-14 29:42")),
            (None, None, None)
        );
    }

    #[test]
    fn dates_are_read_in_the_forms_that_reporters_use() {
        let cases = [
            ("NTB, Mataram 14-06-16.", "2016-06-14 14-06-16"),
            ("pada (23/03/2018) lalu", "2018-03-23 23/03/2018"),
            ("Selasa, 14 Juni 2016, pagi", "2016-06-14 14 Juni 2016"),
            ("29-30 September 2012", "2012-09-29 29-30 September 2012"),
            ("nomor 25 tahun 2009 dan 31-02-16, 1/2/3", ""),
        ];
        for (text, expected) in cases {
            let found = find(text);
            let said: Vec<String> =
                found.iter().map(|f| format!("{} {}", f.date, f.written)).collect();
            assert_eq!(said.join("; "), expected, "{text}");
        }
    }
}
