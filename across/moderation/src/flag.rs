//! A flag: what a reader points out, the number they are told, and what became of it.
use base::{offences::Offence, random::Random, refusal::FieldErrors, text_enum, web::Fields};

text_enum! {
    /// What became of a flag; the sentence is `flag-state-{word}`.
    pub enum FlagState {
        Open = "open",
        /// What was flagged was hidden.
        Acted = "acted",
        /// A moderator looked and left it.
        Kept = "kept",
    }
}

text_enum! {
    /// What was done about a flag; each is a row, and what it is called is `complaint-step-{word}`.
    pub enum FlagStep {
        Received = "received",
        Examined = "examined",
        /// The desk was reminded of its hours.
        Urged = "urged",
        Acted = "acted",
        Refused = "refused",
    }
}

const WORDS_MAX: usize = 1000;
const EMAIL_MAX: usize = 254;
/// Ours are shorter; a browser may send anything, and an index takes no row of any length.
const ONCE_MAX: usize = 40;
/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DIGITS: usize = 8;

/// What the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagDraft {
    pub reason: Offence,
    pub words: String,
    pub email: Option<String>,
    /// Made with the form: the same form sent twice is one flag.
    pub once: String,
}

impl FlagDraft {
    pub fn from_fields(fields: &Fields) -> Result<FlagDraft, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reason = Offence::parse(&fields.line("reason"));
        if reason.is_none() {
            errors.add("reason", "error-flag-reason");
        }
        let words = fields.text("words");
        if words.is_empty() && reason == Some(Offence::Other) {
            errors.add("words", "error-flag-words");
        }
        check_length("words", &words, WORDS_MAX, &mut errors);
        let email = fields.line("email");
        check_length("email", &email, EMAIL_MAX, &mut errors);
        if !email.is_empty() && !looks_like_an_address(&email) {
            errors.add("email", "error-flag-email");
        }
        let email = (!email.is_empty()).then_some(email);
        match reason {
            Some(reason) if errors.is_empty() => {
                let once = fields.line("once").chars().take(ONCE_MAX).collect();
                Ok(FlagDraft { reason, words, email, once })
            }
            _ => Err(errors),
        }
    }
}

fn check_length(field: &'static str, text: &str, max: usize, errors: &mut FieldErrors) {
    let letters = text.chars().count();
    if letters > max {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let numbers = [("max", number(max)), ("got", number(letters))];
        errors.add_with(field, "error-too-long", &numbers);
    }
}

/// One @ with something on both sides and a dot behind it: the rest only the mail server knows.
fn looks_like_an_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let dotted = host.split('.').all(|part| !part.is_empty()) && host.contains('.');
    !name.is_empty() && dotted && !host.contains('@') && !text.contains([' ', ',', ';', '<', '>'])
}

/// A new number: 40 random bits, which nobody guesses under the rate limit.
pub(crate) fn make_number(random: &Random) -> String {
    let digit = |byte: u8| char::from(ALPHABET[usize::from(byte % 32)]);
    random.bytes::<DIGITS>().into_iter().map(digit).collect()
}

/// As it is told: `7KQ2-M9XD`.
pub(crate) fn spoken(number: &str) -> String {
    let middle = number.len() / 2;
    match (number.get(..middle), number.get(middle..)) {
        (Some(first), Some(second)) => format!("{first}-{second}"),
        _ => number.to_owned(),
    }
}

/// The number that someone typed, however they grouped it; `None` when it cannot be one.
pub(crate) fn typed(text: &str) -> Option<String> {
    let letters = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    let number: String = letters
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let known = number.bytes().all(|byte| ALPHABET.contains(&byte));
    (number.len() == DIGITS && known).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_back_however_it_was_typed() {
        let number = make_number(&Random::seeded(3));
        assert_eq!(typed(&spoken(&number)), Some(number.clone()));
        assert_eq!(typed(&format!(" {} ", number.to_lowercase())), Some(number));
        assert_eq!(typed("OIL0-0000"), Some("01100000".to_owned()));
        assert_eq!((typed("7KQ2"), typed("UUUUUUUU"), typed("")), (None, None, None));
    }

    type Pairs<'a> = [(&'a str, &'a str)];

    #[test]
    fn a_flag_needs_a_reason_and_other_reasons_need_words() {
        let wrong = |pairs: &Pairs<'_>| -> Vec<&'static str> {
            match FlagDraft::from_fields(&Fields::from_pairs(pairs)) {
                Ok(_) => vec![],
                Err(errors) => errors.0.iter().map(|error| error.key).collect(),
            }
        };
        let long = "a".repeat(1001);
        let cases: [(&Pairs<'_>, &[&str]); 6] = [
            (&[("reason", "lie")], &[]),
            (&[("reason", "other"), ("words", "Salah foto"), ("email", "sari@suara.example")], &[]),
            (&[], &["error-flag-reason"]),
            (&[("reason", "other")], &["error-flag-words"]),
            (&[("reason", "lie"), ("email", "sari@suara")], &["error-flag-email"]),
            (&[("reason", "x"), ("words", &long)], &["error-flag-reason", "error-too-long"]),
        ];
        for (pairs, expected) in cases {
            assert_eq!(wrong(pairs), expected, "{pairs:?}");
        }
    }
}
