//! A text as words and numbers, with what stands between them.
use std::ops::Range;

/// A run of letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub text: &'a str,
    pub small: String,
    pub at: Range<usize>,
    /// What stands before it, since the token before.
    pub gap: &'a str,
    /// Whether it begins a sentence.
    pub begins: bool,
}

impl Token<'_> {
    /// As names are written: a capital and then small letters, three at least; initials are shorter.
    pub fn is_capitalised(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().count() >= 2
            && letters.all(char::is_lowercase)
    }

    pub fn number(&self) -> Option<u32> {
        self.text.parse().ok().filter(|_| self.text.len() <= 4)
    }

    pub fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.small.as_str())
    }
}

pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = vec![];
    let mut end = 0;
    let mut rest = text;
    while let Some(first) = rest.find(char::is_alphanumeric) {
        let start = text.len() - rest.len() + first;
        let length = text[start..].find(|letter: char| !letter.is_alphanumeric());
        let at = start..length.map_or(text.len(), |length| start + length);
        let gap = &text[end..start];
        let begins = found.last().is_none_or(|before| ends_sentence(before, gap));
        let word = &text[at.clone()];
        end = at.end;
        rest = &text[end..];
        found.push(Token { text: word, small: word.to_lowercase(), at, gap, begins });
    }
    found
}

/// After "Jl", "No", "H" a full stop ends nothing.
fn ends_sentence(before: &Token<'_>, gap: &str) -> bool {
    let is_short = before.text.chars().count() <= 3 && before.text.starts_with(char::is_uppercase);
    gap.contains(['\n', '!', '?']) || (gap.contains(". ") && !is_short)
}

/// The sentence around a place.
pub(crate) fn sentence(text: &str, tokens: &[Token<'_>], at: &Range<usize>) -> Range<usize> {
    let before = tokens.iter().take_while(|token| token.at.start <= at.start);
    let start = before.filter(|token| token.begins).last().map_or(0, |token| token.at.start);
    let mut after = tokens.iter().filter(|token| token.at.start >= at.end);
    let end = after.find(|token| token.begins).map_or(text.len(), |token| token.at.start);
    let words = text[start.min(at.start)..end].trim_end();
    start.min(at.start)..start.min(at.start) + words.len()
}
