//! A text as words, each with its place and the sentence it stands in.
use std::ops::Range;

/// A word of a text, by bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    pub text: &'a str,
    /// With what it is joined to by hyphens: "masing-masing".
    pub joined: &'a str,
    pub at: Range<usize>,
    /// Which sentence, from 0.
    pub sentence: usize,
}

impl Word<'_> {
    /// Begins with a capital and goes on in small letters.
    pub fn is_capitalised(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|letter| !letter.is_uppercase())
    }
}

/// The sentences of a text: to a full stop, a question or exclamation mark before a space, or to the end of a line.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        let ends = match letter {
            '\n' => true,
            '.' => ends_sentence(&text[start..at], &text[after..]),
            '!' | '?' | '…' => text[after..].starts_with([' ', '"', '”', ')']),
            _ => false,
        };
        if ends {
            push(text, start..after, &mut found);
            start = after;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

/// After "Jl", "Dr", "H", "No" a full stop ends no sentence.
fn ends_sentence(before: &str, after: &str) -> bool {
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let is_title = word.chars().count() <= 3 && word.starts_with(char::is_uppercase);
    !is_title && after.starts_with([' ', '"', '”', ')'])
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let sentence = &text[range.clone()];
    let words = sentence.trim();
    if !words.is_empty() {
        let start = range.start + (sentence.len() - sentence.trim_start().len());
        found.push(start..start + words.len());
    }
}

/// Every word that is one: letters, with hyphens cut. Left out are addresses of pages and mail, and what has a digit in
/// it or sticks to one.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = vec![];
    for (number, sentence) in sentences(text).into_iter().enumerate() {
        let mut rest = sentence.clone();
        while let Some(chunk) = next_chunk(text, &mut rest) {
            letters_of(text, chunk, number, &mut found);
        }
    }
    found
}

/// What stands between spaces.
fn next_chunk(text: &str, rest: &mut Range<usize>) -> Option<Range<usize>> {
    let left = &text[rest.clone()];
    let start = rest.start + (left.len() - left.trim_start().len());
    let chunk = text[start..rest.end].split(char::is_whitespace).next()?;
    if chunk.is_empty() {
        return None;
    }
    rest.start = start + chunk.len();
    Some(start..start + chunk.len())
}

fn letters_of<'a>(text: &'a str, chunk: Range<usize>, sentence: usize, found: &mut Vec<Word<'a>>) {
    let whole = &text[chunk.clone()];
    // A link of ours is `[words](address)`: the words are read.
    let end = whole.find("](").unwrap_or(whole.len());
    let read = &whole[..end];
    if ["://", "@", "www.", "#"].iter().any(|sign| read.contains(sign)) {
        return;
    }
    let is_in = |letter: char| letter.is_alphanumeric() || letter == '\'' || letter == '’';
    let mut at = 0;
    for piece in read.split(|letter| !is_in(letter)) {
        let word = piece.trim_matches(['\'', '’']);
        if word.chars().all(char::is_alphabetic) && !word.is_empty() {
            let cut = piece.len() - piece.trim_start_matches(['\'', '’']).len();
            let start = chunk.start + at + cut;
            let at = start..start + word.len();
            found.push(Word {
                text: &text[at.clone()],
                joined: joined(read, start - chunk.start),
                at,
                sentence,
            });
        }
        at += piece.len() + read[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
    }
}

/// The word at a place, with what hyphens join to it.
fn joined(chunk: &str, at: usize) -> &str {
    let is_in = |letter: char| letter.is_alphabetic() || letter == '-';
    let before = chunk[..at].trim_end_matches(is_in).len();
    let after = chunk.len() - chunk[at..].trim_start_matches(is_in).len();
    chunk[before..after].trim_matches('-')
}
