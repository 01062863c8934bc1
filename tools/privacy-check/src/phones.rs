//! Telephones of Indonesia: a mobile phone's 08… (also +62 8…), a house's or an office's with its area's code.
use std::ops::Range;

pub(crate) fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = vec![];
    let mut at = 0;
    while at < bytes.len() {
        let sticks = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'+');
        let end = if sticks { None } else { telephone(&bytes[at..]) };
        if let Some(length) = end {
            found.push(at..at + length);
        }
        at += end.unwrap_or(1);
    }
    found
}

/// How many bytes of a telephone stand at the beginning.
fn telephone(bytes: &[u8]) -> Option<usize> {
    let groups = groups(bytes);
    let first = groups.first()?;
    // A day or an hour begins with two digits: 08-12-2026, 08.30.
    let is_long = first.1.len() >= 3 || first.1 == "62";
    if !is_long {
        return None;
    }
    let ends = (1..=groups.len()).rev();
    ends.map(|count| &groups[..count]).find_map(|some| {
        let digits: String = some.iter().map(|(_, digits)| digits.as_str()).collect();
        is_telephone(&digits, bytes[0] == b'+').then(|| some.last().map_or(0, |(end, _)| *end))
    })
}

/// Groups of digits with one sign between, each with where it ends; "(0370) 621000" too.
fn groups(bytes: &[u8]) -> Vec<(usize, String)> {
    let mut groups = vec![];
    let mut at = usize::from(matches!(bytes.first(), Some(b'+' | b'(')));
    loop {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || groups.len() == 6 {
            return groups;
        }
        let text = bytes[at..at + digits].iter().map(|byte| char::from(*byte)).collect();
        at += digits;
        groups.push((at, text));
        let between = bytes[at..].iter().take_while(|byte| b" -.()/".contains(byte)).count();
        if between == 0 || between > 2 {
            return groups;
        }
        at += between;
    }
}

fn is_telephone(digits: &str, has_plus: bool) -> bool {
    let home = match digits.strip_prefix("62") {
        Some(rest) if has_plus || rest.starts_with('8') => format!("0{rest}"),
        _ if has_plus => return false,
        _ => digits.to_owned(),
    };
    let second = home.chars().nth(1);
    match (home.starts_with('0'), second) {
        (true, Some('8')) => (10..=13).contains(&home.len()) && !home.starts_with("080"),
        (true, Some('2'..='7' | '9')) => (9..=11).contains(&home.len()),
        _ => false,
    }
}
