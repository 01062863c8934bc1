//! A word that the house vouches for, so that the spelling assistant marks it no more.
use base::refusal::FieldErrors;

/// Words on the list at most: it is read whole for each text.
pub(crate) const WORDS_MAX: i64 = 2_000;
const LETTERS: std::ops::RangeInclusive<usize> = 2..=40;

/// The word as it is kept, in small letters.
pub(crate) fn checked(typed: &str) -> Result<String, FieldErrors> {
    let word = typed.trim().to_lowercase();
    let is_word = |letter: char| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-');
    let fits = LETTERS.contains(&word.chars().count());
    let begins = word.starts_with(char::is_alphabetic) && word.ends_with(char::is_alphabetic);
    match fits && begins && word.chars().all(is_word) {
        true => Ok(word),
        false => Err(FieldErrors::one("word", "error-house-word")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_in_small_letters_or_nothing() {
        for (typed, kept) in
            [(" Begawe ", "begawe"), ("gotong-royong", "gotong-royong"), ("jum'at", "jum'at")]
        {
            assert_eq!(checked(typed).as_deref(), Ok(kept));
        }
        for typed in ["", "x", "dua kata", "ayam2", "-an", "a\u{202e}b", &"a".repeat(41)] {
            assert!(checked(typed).is_err(), "{typed:?}");
        }
    }
}
