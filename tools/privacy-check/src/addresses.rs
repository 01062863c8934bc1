//! Where somebody lives: a street or an alley with a number, RT with RW. A street alone is news, not a home.
use crate::tokens::Token;
use std::ops::Range;

/// How many words the name of a street may take.
const NAME_MAX: usize = 6;
const STREETS: [&str; 5] = ["jl", "jln", "jalan", "gg", "gang"];
const NUMBERS: [&str; 3] = ["no", "nomor", "nomer"];
/// Beside these, RT alone tells the home too.
const HOMES: [&str; 9] = [
    "rumah",
    "rumahnya",
    "alamat",
    "alamatnya",
    "beralamat",
    "tinggal",
    "kediaman",
    "kediamannya",
    "domisili",
];

pub(crate) fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = vec![];
    for at in 0..tokens.len() {
        let end = street(text, &tokens[at..]).or_else(|| house(&tokens[at..]));
        let end = end.or_else(|| neighbourhood(tokens, at));
        let Some(end) = end else { continue };
        let place = tokens[at].at.start..end;
        match found.last_mut() {
            // Jl. Melati No. 5, RT 03/RW 02: one home.
            Some(last) if place.start <= last.end + 3 => last.end = last.end.max(place.end),
            _ => found.push(place),
        }
    }
    found
}

/// Jl. Melati No. 5; Gg. Mawar 3.
fn street(text: &str, tokens: &[Token<'_>]) -> Option<usize> {
    let (street, name) = tokens.split_first()?;
    if !street.is_one_of(&STREETS) {
        return None;
    }
    let is_short = street.small.len() < 4;
    let mut letters = 0;
    for (at, token) in name.iter().enumerate().take(NAME_MAX) {
        let next = name.get(at + 1);
        if token.begins || (at == 0 && !token.text.starts_with(char::is_uppercase)) {
            return None;
        }
        if token.is_one_of(&NUMBERS) || token.small == "rt" {
            return next.filter(|next| has_digit(next)).map(|next| next.at.end);
        }
        // "Jl. Melati 5," and "di Jalan Melati 5 rumah rusak" look alike but for what follows.
        let alone = !text[token.at.end..].trim_start_matches(' ').starts_with(char::is_lowercase);
        if is_short && letters > 0 && token.number().is_some() && alone {
            return Some(token.at.end);
        }
        letters += usize::from(token.text.starts_with(char::is_uppercase));
    }
    None
}

/// rumah di Melati No. 12.
fn house(tokens: &[Token<'_>]) -> Option<usize> {
    let (first, rest) = tokens.split_first()?;
    if !first.is_one_of(&HOMES) {
        return None;
    }
    let near = rest
        .iter()
        .take_while(|token| !token.begins && !token.is_one_of(&STREETS))
        .take(NAME_MAX)
        .zip(rest.iter().skip(1));
    let mut numbers = near.filter(|(token, next)| token.is_one_of(&NUMBERS) && has_digit(next));
    numbers.next().map(|(_, number)| number.at.end)
}

/// RT 03/RW 02, and RT 03 where the sentence says that somebody lives there.
fn neighbourhood(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let end = numbered(&tokens[at..], "rt")?;
    let rest: Vec<&Token<'_>> =
        tokens[at..].iter().filter(|token| token.at.start >= end).take(3).collect();
    let wider = rest.windows(2).find(|two| two[0].small == "rw" && has_digit(two[1]));
    let joined = rest.iter().find(|token| is_numbered(token, "rw"));
    let lives = || {
        let before = tokens[..at].iter().rev();
        let mut near = before.take_while(|token| !token.begins).take(8);
        near.any(|token| token.is_one_of(&HOMES))
    };
    match (wider, joined) {
        (Some(two), _) => Some(two[1].at.end),
        (None, Some(token)) => Some(token.at.end),
        (None, None) => lives().then_some(end),
    }
}

/// "RT 03" and "RT03".
fn numbered(tokens: &[Token<'_>], word: &str) -> Option<usize> {
    let first = tokens.first()?;
    if first.small == word {
        return tokens.get(1).filter(|next| has_digit(next)).map(|next| next.at.end);
    }
    is_numbered(first, word).then_some(first.at.end)
}

fn is_numbered(token: &Token<'_>, word: &str) -> bool {
    let rest = token.small.strip_prefix(word);
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

fn has_digit(token: &Token<'_>) -> bool {
    token.text.starts_with(|letter: char| letter.is_ascii_digit())
}
