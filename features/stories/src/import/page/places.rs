//! Areas and the venue, found by name: in the dateline, before the date of the occasion, after "Provinsi".
use super::{Unplaced, dates::Written};
use base::ids::AreaCode;

/// What was found, and names that nobody knows.
#[derive(Default)]
pub(super) struct Found {
    pub written_from: Option<AreaCode>,
    pub happened_at: Option<AreaCode>,
    pub venue: Option<String>,
    pub about: Vec<AreaCode>,
    pub unknown: Vec<Unplaced>,
}

/// Names an area as it was called on the day of the occasion.
type Resolve<'a> = dyn Fn(&str) -> Vec<AreaCode> + 'a;

impl Found {
    pub fn read(
        text: &str,
        (dateline, occasion): (Option<&str>, Option<&Written>),
        resolve: &Resolve<'_>,
    ) -> Found {
        let mut found = Found::default();
        if let Some(dateline) = dateline {
            found.written_from = area_of_dateline(dateline, resolve);
            if found.written_from.is_none() {
                found.unknown.push(Unplaced::DatelineArea(dateline.to_owned()));
            }
        }
        if let Some(occasion) = occasion {
            found.read_venue(&text[..occasion.at], resolve);
        }
        found.read_provinces(text, resolve);
        found
    }

    /// "… di Gedung Selaparang Kantor Gubernur NTB, Mataram 14-06-16": the last place before the date.
    fn read_venue(&mut self, before: &str, resolve: &Resolve<'_>) {
        let sentence = before.rsplit(['.', '\n']).next().unwrap_or_default();
        let starts = sentence
            .match_indices(" di ")
            .filter(|(at, _)| sentence[at + 4..].starts_with(char::is_uppercase));
        let Some((at, _)) = starts.last() else { return };
        let place = sentence[at + 4..].trim().trim_end_matches([',', '(', '-']).trim();
        let (venue, area) = place.rsplit_once(',').unwrap_or(("", place));
        // "… Mataram pada Selasa" ends with the day's name.
        let area = area.trim().split(" pada ").next().unwrap_or_default().trim();
        match resolve(area).as_slice() {
            [] => self.venue = Some(place.to_owned()),
            [one] => {
                self.happened_at = Some(*one);
                self.venue = some(venue);
            }
            several => {
                let near = self.written_from.and_then(|from| nearest(several, from));
                self.happened_at = near.or(several.iter().copied().find(|c| c.0 < 10_000));
                self.venue = some(venue);
            }
        }
    }

    /// "Provinsi Aceh, Jawa Timur … dan Papua": each name of the row.
    fn read_provinces(&mut self, text: &str, resolve: &Resolve<'_>) {
        for (at, word) in text.match_indices("Provinsi ") {
            // A row ends with its paragraph, whatever mark stands there.
            let mut rest = text[at + word.len()..].split("\n\n").next().unwrap_or_default();
            while let Some((codes, after)) = longest_name(rest, resolve) {
                for code in codes {
                    if !self.about.contains(&code) {
                        self.about.push(code);
                    }
                }
                let next = after.trim_start();
                let Some(next) = next.strip_prefix(',').or(next.strip_prefix("dan ")) else {
                    break;
                };
                rest = next.trim_start();
                rest = rest.strip_prefix("dan ").unwrap_or(rest);
                if longest_name(rest, resolve).is_none() {
                    self.note_unknown(rest);
                    break;
                }
            }
        }
    }

    /// A row that breaks off at a capital letter had a name that nobody knows.
    fn note_unknown(&mut self, rest: &str) {
        let name: Vec<&str> = rest
            .split_whitespace()
            .take_while(|word| word.starts_with(char::is_uppercase))
            .take(3)
            .collect();
        if !name.is_empty() {
            self.unknown
                .push(Unplaced::Area(name.join(" ").trim_end_matches([',', '.']).to_owned()));
        }
    }
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Provinces by the longest name at the beginning of the text, and what follows it.
fn longest_name<'a>(text: &'a str, resolve: &Resolve<'_>) -> Option<(Vec<AreaCode>, &'a str)> {
    let mut ends = vec![];
    let mut at = 0;
    for word in text.split_inclusive([' ', '\n']).take(4) {
        let name = word.trim_end().trim_end_matches([',', '.', ';', ')']);
        if !name.starts_with(char::is_uppercase) {
            break;
        }
        ends.push(at + name.len());
        if name.len() < word.trim_end().len() {
            break;
        }
        at += word.len();
    }
    ends.into_iter().rev().find_map(|end| {
        let codes: Vec<AreaCode> =
            resolve(&text[..end]).into_iter().filter(|code| code.0 < 100).collect();
        (!codes.is_empty()).then(|| (codes, &text[end..]))
    })
}

/// The place named first, made certain by those after it: Kalabahi that lies in Alor.
fn area_of_dateline(dateline: &str, resolve: &Resolve<'_>) -> Option<AreaCode> {
    let plain = dateline.split('(').next().unwrap_or_default();
    let parts: Vec<&str> = plain
        .split([',', '-', '–', '—', '.', '_'])
        .map(|part| part.trim().trim_end_matches("SK").trim())
        .filter(|part| !part.is_empty())
        .collect();
    let known: Vec<Vec<AreaCode>> =
        parts.iter().map(|part| resolve(part)).filter(|codes| !codes.is_empty()).collect();
    let (first, others) = known.split_first()?;
    let inside = |code: &&AreaCode| {
        others.iter().flatten().any(|wide| code.within(*wide) && **code != *wide)
    };
    if let Some(code) = first.iter().find(inside) {
        return Some(*code);
    }
    known.iter().find(|codes| codes.len() == 1).map(|codes| codes[0]).or_else(|| {
        // A name that a kabupaten or kota shares with its villages means the former.
        first.iter().copied().find(|code| code.0 < 10_000)
    })
}

/// The one that shares most levels with `from`.
fn nearest(codes: &[AreaCode], from: AreaCode) -> Option<AreaCode> {
    let shared = |code: &&AreaCode| {
        let above = from.with_ancestors();
        code.with_ancestors().iter().filter(|area| above.contains(area)).count()
    };
    codes.iter().filter(|code| shared(code) > 0).max_by_key(|code| (shared(code), -code.0)).copied()
}
