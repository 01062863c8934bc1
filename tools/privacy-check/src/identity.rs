//! NIK and the number of a family's card: regency and district, day (a woman's plus 40), month, year, four digits more.
use crate::Country;
use std::ops::Range;

const DIGITS: usize = 16;

pub(crate) fn find(text: &str, country: &Country<'_>) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = vec![];
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (digits, end) = run(bytes, at);
        if digits.len() == DIGITS && is_nik(&digits, country) {
            found.push(at..end);
        }
        at = end;
    }
    found
}

/// Digits with at most one space, full stop or hyphen between two, as people group them.
fn run(bytes: &[u8], start: usize) -> (Vec<u8>, usize) {
    let (mut digits, mut at, mut end) = (vec![], start, start);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                digits.push(byte - b'0');
                end = at + 1;
            }
            b' ' | b'.' | b'-' if end == at => {}
            _ => break,
        }
        at += 1;
    }
    (digits, end)
}

fn is_nik(digits: &[u8], country: &Country<'_>) -> bool {
    let number = |at: usize| u16::from(digits[at]) * 10 + u16::from(digits[at + 1]);
    let (day, month) = (number(6), number(8));
    let day = if day > 40 { day - 40 } else { day };
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day) && (country.is_regency)(number(0) * 100 + number(2))
}
