//! The number of a case that people say, and the code by which someone without an account comes back to it.
use crate::random::Random;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// Letters and digits that are not taken for each other.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// A hundred bits: nobody guesses it, and it can be written down.
const CODE_LETTERS: usize = 20;

pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `L-261124-7KQ2M`: a letter for what it is about, the day, and five letters of chance. No sequence is asked, so that
/// several programs may work on one database; of two that are equal on one day the database refuses the second.
pub fn make_number(random: &Random, about: char, day: Date) -> String {
    let chance: String = (0..5).map(|_| letter(random.below(32))).collect();
    format!("{about}-{:02}{:02}{:02}-{chance}", day.year() % 100, day.month(), day.day())
}

fn letter(at: u32) -> char {
    usize::try_from(at).ok().and_then(|at| ALPHABET.get(at)).map_or('0', |byte| char::from(*byte))
}

/// A number as someone typed it: small letters, spaces, O for 0; `None` when it is none about that.
pub fn read_number(about: char, typed: &str) -> Option<String> {
    let own = [about.to_ascii_uppercase(), about.to_ascii_lowercase()];
    let plain = plain(typed.trim().trim_start_matches(own));
    let (day, chance) = plain.split_at_checked(6)?;
    let right = day.bytes().all(|byte| byte.is_ascii_digit()) && chance.len() == 5;
    right.then(|| format!("{about}-{day}-{chance}"))
}

/// The code of what a form with this mark sends: the same for a second sending, and known to its sender only. `kind` keeps
/// apart what the same mark means to another feature.
pub fn code_of(kind: &str, mark: &str) -> String {
    let digest = Sha256::digest(format!("{kind}-code {mark}").as_bytes());
    let letters: Vec<char> =
        digest.iter().take(CODE_LETTERS).map(|byte| letter(u32::from(byte % 32))).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What is kept of a code, however it was typed.
pub fn code_hash(typed: &str) -> String {
    hash(&plain(typed))
}

/// A code as an address holds it, however it was typed.
pub fn code_in_address(typed: &str) -> String {
    typed.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
}

fn plain(typed: &str) -> String {
    let upper = typed.to_uppercase();
    let letters = upper.chars().filter(char::is_ascii_alphanumeric);
    letters
        .map(|letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_was_typed() {
        let number = make_number(&Random::seeded(1), 'L', jiff::civil::date(2026, 11, 24));
        assert!(number.starts_with("L-261124-") && number.len() == 14, "{number}");
        assert_eq!(read_number('L', &number.to_lowercase().replace('-', " ")), Some(number));
        assert_eq!(read_number('L', "L-261124-7KQ2O"), Some("L-261124-7KQ20".to_owned()));
        for wrong in
            ["", "L", "261124", "L-2611-7KQ2M", "L-ABCDEF-7KQ2M", "L-261124-7KQ2MM", "é", "é-261"]
        {
            assert_eq!(read_number('L', wrong), None, "{wrong}");
        }
        assert_eq!(read_number('H', "L-261124-7KQ2M"), None, "a number about something else");
    }

    #[test]
    fn a_code_is_the_same_for_the_same_form_and_for_every_way_to_type_it() {
        let code = code_of("report", "mark");
        assert_eq!(code.len(), 24);
        assert_eq!(code, code_of("report", "mark"));
        assert_ne!(code, code_of("report", "another"));
        assert_ne!(code, code_of("reply", "mark"));
        assert_eq!(code_hash(&code), code_hash(&code.to_lowercase().replace('-', "")));
    }
}
