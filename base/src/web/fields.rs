//! What a form sent: read whole, decoded strictly, cleaned of characters that only deceive.
use super::FORM_BYTES_MAX;
use crate::{
    app::App,
    refusal::{FieldErrors, Refusal},
};
use axum::{
    body::Body,
    extract::{FromRequest, Request},
};
use http_body_util::BodyExt;
use jiff::civil::Date;
use std::time::Duration;
use unicode_normalization::UnicodeNormalization;

/// The fields of a form, in the order sent. Values are cleaned: see `clean_text`.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// From pairs, for tests and for forms that were parked.
    pub fn from_pairs(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), clean_text(value))).collect())
    }

    pub(super) fn of(pairs: Vec<(String, String)>) -> Fields {
        Fields(pairs)
    }

    /// Decodes `application/x-www-form-urlencoded`; broken UTF-8 is refused, not guessed at.
    pub fn decode(body: &[u8]) -> Result<Fields, Refusal> {
        let part = |bytes: &[u8]| {
            let spaced: Vec<u8> =
                bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
            let decoded: Vec<u8> = percent_encoding::percent_decode(&spaced).collect();
            String::from_utf8(decoded).map_err(|_| Refusal::Malformed("refusal-broken-text"))
        };
        let mut pairs = vec![];
        for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let name = part(halves.next().unwrap_or_default())?;
            let value = part(halves.next().unwrap_or_default())?;
            pairs.push((name, clean_text(&value)));
        }
        Ok(Fields(pairs))
    }

    /// Several lines, trimmed; empty when the field was not sent.
    pub fn text(&self, name: &str) -> String {
        self.raw(name).unwrap_or_default().trim().to_owned()
    }

    /// One line, trimmed; empty when the field was not sent.
    pub fn line(&self, name: &str) -> String {
        clean_line(self.raw(name).unwrap_or_default())
    }

    /// Exactly as sent, spaces kept: a password.
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Sent and not empty.
    pub fn filled(&self, name: &str) -> bool {
        self.raw(name).is_some_and(|value| !value.trim().is_empty())
    }

    /// A checkbox that was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.filled(name)
    }

    /// All values of a name: checkboxes, repeated fields.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, v)| clean_line(v)).collect()
    }

    /// A whole number; notes an error for the field when it is none.
    pub fn number(&self, name: &'static str, errors: &mut FieldErrors) -> i64 {
        self.line(name).parse().unwrap_or_else(|_| {
            errors.add(name, "error-number");
            0
        })
    }

    /// A line that must be there and be at most `max` letters long.
    pub fn required_line(
        &self,
        name: &'static str,
        max: usize,
        errors: &mut FieldErrors,
    ) -> String {
        let line = self.line(name);
        check_length(name, &line, max, errors);
        line
    }

    /// Text that must be there and be at most `max` letters long.
    pub fn required_text(
        &self,
        name: &'static str,
        max: usize,
        errors: &mut FieldErrors,
    ) -> String {
        let text = self.text(name);
        check_length(name, &text, max, errors);
        text
    }

    /// A line that may be left out and is at most `max` letters long.
    pub fn optional_line(
        &self,
        name: &'static str,
        max: usize,
        errors: &mut FieldErrors,
    ) -> Option<String> {
        self.filled(name).then(|| self.required_line(name, max, errors))
    }

    /// A day that may be left out; `wrong` is the key of what is said when it is none.
    pub fn optional_date(
        &self,
        name: &'static str,
        wrong: &'static str,
        errors: &mut FieldErrors,
    ) -> Option<Date> {
        let typed = self.line(name);
        let date = typed.parse().ok();
        if date.is_none() && !typed.is_empty() {
            errors.add(name, wrong);
        }
        date
    }

    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn check_length(name: &'static str, text: &str, max: usize, errors: &mut FieldErrors) {
    let letters = text.chars().count();
    if letters == 0 {
        errors.add(name, "error-empty");
    } else if letters > max {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        errors.add_with(name, "error-too-long", &[("max", number(max)), ("got", number(letters))]);
    }
}

/// Text as people mean it: composed letters (NFC), plain line ends, and none of the characters that are invisible or
/// turn the reading direction: NUL and other controls, direction overrides and isolates, byte-order marks.
pub fn clean_text(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    unix.nfc().filter(|letter| !deceives(*letter)).collect()
}

/// `clean_text` on one line: every white space becomes one blank.
pub fn clean_line(text: &str) -> String {
    clean_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address's word from a name, at most `letters_max` long: "Dinas Kesehatan" becomes `dinas-kesehatan`. Small letters
/// a to z, digits, single hyphens between them; empty when the name has neither.
pub fn slug(name: &str, letters_max: usize) -> String {
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.chars().take(letters_max).collect::<String>().trim_end_matches('-').to_owned()
}

fn deceives(letter: char) -> bool {
    let control = letter.is_control() && letter != '\n' && letter != '\t';
    let invisible = matches!(letter,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}');
    control || invisible
}

impl FromRequest<App> for Fields {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &App) -> Result<Self, Refusal> {
        let form = request
            .headers()
            .get("content-type")
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        if !form {
            return Err(Refusal::Malformed("refusal-not-a-form"));
        }
        Fields::decode(&read_whole(request.into_body()).await?)
    }
}

/// How long the next piece of a body may take: one that is slower was cut off or is meant to hold a place.
pub(super) const PIECE_WITHIN: Duration = Duration::from_secs(30);
/// The same with all of it; the largest form at two kilobytes a second is within.
const BODY_WITHIN: (Duration, Duration) = (PIECE_WITHIN, Duration::from_secs(300));

/// Reads a body to its end, or until it is plain that it has none.
pub(super) async fn read_whole(body: Body) -> Result<Vec<u8>, Refusal> {
    read_within(body, BODY_WITHIN).await
}

async fn read_within(body: Body, (piece, whole): (Duration, Duration)) -> Result<Vec<u8>, Refusal> {
    let read = tokio::time::timeout(whole, read_pieces(body, piece)).await;
    read.unwrap_or(Err(Refusal::Malformed("refusal-cut-off")))
}

/// One that is too large is read on and thrown away for a while, so that the browser shows our sentence and not
/// "connection reset".
async fn read_pieces(mut body: Body, piece: Duration) -> Result<Vec<u8>, Refusal> {
    let mut whole = vec![];
    let mut seen = 0;
    loop {
        let next = tokio::time::timeout(piece, body.frame()).await;
        let Some(frame) = next.map_err(|_| Refusal::Malformed("refusal-cut-off"))? else { break };
        let frame = frame.map_err(|_| Refusal::Malformed("refusal-cut-off"))?;
        let Ok(data) = frame.into_data() else { continue };
        seen += data.len();
        if seen <= FORM_BYTES_MAX {
            whole.extend_from_slice(&data);
        } else if seen > 16 * FORM_BYTES_MAX {
            break;
        }
    }
    if seen > FORM_BYTES_MAX {
        return Err(Refusal::TooLarge { limit_bytes: FORM_BYTES_MAX });
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_only_deceives_is_taken_out() {
        let text = "Harga\u{0} beras\u{202e}gnay\u{2066} naik\r\nlagi\u{feff}";
        assert_eq!(clean_text(text), "Harga berasgnay naik\nlagi");
        assert_eq!(clean_line("  dua \n baris  "), "dua baris");
    }

    #[test]
    fn broken_utf8_is_refused_in_a_sentence() {
        let refused = Fields::decode(b"text=%ff%fe").unwrap_err();
        assert_eq!(refused, Refusal::Malformed("refusal-broken-text"));
    }

    #[test]
    fn fields_are_read_as_browsers_send_them() {
        let fields = Fields::decode(b"a=satu+dua&b=%C3%A9&a=tiga&c").unwrap();
        assert_eq!(fields.line("a"), "satu dua");
        assert_eq!(fields.all("a"), ["satu dua", "tiga"]);
        assert_eq!((fields.line("b"), fields.line("c")), ("é".to_owned(), String::new()));
    }

    #[tokio::test]
    async fn a_form_that_does_not_come_to_its_end_is_cut_off_in_words() {
        let dripping = |wait_ms| {
            Body::from_stream(futures_util::stream::unfold((), move |()| async move {
                tokio::time::sleep(Duration::from_millis(wait_ms)).await;
                Some((Ok::<_, std::io::Error>("a"), ()))
            }))
        };
        let within = (Duration::from_millis(200), Duration::from_millis(400));
        let cut_off = Err(Refusal::Malformed("refusal-cut-off"));
        for wait_ms in [60_000, 20] {
            let read = read_within(dripping(wait_ms), within);
            let read = tokio::time::timeout(Duration::from_secs(10), read).await;
            assert_eq!(read.unwrap(), cut_off, "{wait_ms}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(fields) = Fields::decode(&body) {
                for (_, value) in fields.pairs() {
                    prop_assert!(!value.chars().any(deceives));
                }
            }
        }
    }
}
