//! Codes of an authenticator app: time-based one-time passwords (RFC 6238) with SHA-1, six digits and steps of 30
//! seconds, which is what every such app reads. No I/O.
use base::jiff::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;

const STEP_S: i64 = 30;
/// Codes of one step before and one after are taken too: phones' clocks go wrong.
const STEPS_AROUND: i64 = 1;
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A secret as it is shown and stored: base 32 (RFC 4648), without padding.
pub fn secret_text(bytes: &[u8; 20]) -> String {
    let mut text = String::new();
    for five in bytes.chunks_exact(5) {
        let value = five.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
        for digit in (0..8).rev() {
            let index = usize::try_from(value >> (digit * 5) & 31).unwrap_or_default();
            text.push(char::from(ALPHABET[index]));
        }
    }
    text
}

/// In fours, as one reads it out and types it.
pub fn in_fours(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let fours: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
    fours.join(" ")
}

fn secret_bytes(text: &str) -> Vec<u8> {
    let digits: Vec<u64> = text
        .bytes()
        .filter_map(|byte| ALPHABET.iter().position(|known| *known == byte))
        .filter_map(|digit| u64::try_from(digit).ok())
        .collect();
    let five = |eight: &[u64]| eight.iter().fold(0_u64, |value, digit| value << 5 | digit);
    digits.chunks_exact(8).flat_map(|eight| five(eight).to_be_bytes()[3..].to_vec()).collect()
}

/// RFC 4226, 5.3: the code of a step.
fn code_of(secret: &[u8], step: i64) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret)
        .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest[19] & 15);
    let four = [digest[offset] & 127, digest[offset + 1], digest[offset + 2], digest[offset + 3]];
    format!("{:06}", u32::from_be_bytes(four) % 1_000_000)
}

fn step_at(now: Timestamp) -> i64 {
    now.as_second().div_euclid(STEP_S)
}

/// The code that an app shows now.
#[cfg(test)]
pub fn code_now(secret: &str, now: Timestamp) -> String {
    code_of(&secret_bytes(secret), step_at(now))
}

/// The step whose code was typed, if it is one of those taken now.
pub fn matching_step(secret: &str, typed: &str, now: Timestamp) -> Option<i64> {
    let secret = secret_bytes(secret);
    let typed: String = typed.chars().filter(char::is_ascii_digit).collect();
    let around = step_at(now) - STEPS_AROUND..=step_at(now) + STEPS_AROUND;
    let is_it = |step: &i64| bool::from(code_of(&secret, *step).as_bytes().ct_eq(typed.as_bytes()));
    around.rev().find(is_it)
}

/// What the QR code says to the app: whose house, which account, which secret.
pub fn address_for_app(house: &str, account: &str, secret: &str) -> String {
    let encode = |text: &str| -> String {
        let encoded: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
        encoded.replace('+', "%20")
    };
    let (house, account) = (encode(house), encode(account));
    format!("otpauth://totp/{house}:{account}?secret={secret}&issuer={house}")
}

/// A QR code as the path of an SVG, one unit a module, and the width with the quiet zone; `None` when the text is too
/// long for any.
pub fn qr_path(text: &str) -> Option<(String, i32)> {
    const QUIET: i32 = 4;
    let code = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                path.push_str(&format!(
                    "M{} {}h{}v1h-{}z",
                    from + QUIET,
                    y + QUIET,
                    x - from,
                    x - from
                ));
            }
            x += 1;
        }
    }
    Some((path, code.size() + 2 * QUIET))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the RFC's test vectors.
    const OF_THE_RFC: &[u8; 20] = b"12345678901234567890";

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        // RFC 6238, appendix B, SHA-1; of its eight digits the last six.
        let cases = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        let secret = secret_text(OF_THE_RFC);
        assert_eq!(secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        for (second, code) in cases {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(code_now(&secret, now), code, "{second}");
            assert_eq!(matching_step(&secret, code, now), Some(second / 30));
        }
    }

    #[test]
    fn a_phone_that_is_half_a_minute_wrong_gets_in_and_one_that_is_more_does_not() {
        let secret = secret_text(OF_THE_RFC);
        let now = Timestamp::from_second(1_111_111_110).unwrap();
        let code_at = |second| code_now(&secret, Timestamp::from_second(second).unwrap());
        for second in [1_111_111_080, 1_111_111_110, 1_111_111_140] {
            assert_eq!(matching_step(&secret, &code_at(second), now), Some(second / 30));
        }
        for second in [1_111_111_050, 1_111_111_170] {
            assert_eq!(matching_step(&secret, &code_at(second), now), None);
        }
        for typed in ["", "12345", "0000000", "kode"] {
            assert_eq!(matching_step(&secret, typed, now), None, "{typed}");
        }
        let spaced = format!("{} {}", &code_at(1_111_111_110)[..3], &code_at(1_111_111_110)[3..]);
        assert!(matching_step(&secret, &spaced, now).is_some(), "as apps show it");
    }

    #[test]
    fn the_app_reads_house_account_and_secret() {
        let address = address_for_app("Suara Tirtawana", "sari@suara.example", "GEZDGNBV");
        let expected = "otpauth://totp/Suara%20Tirtawana:sari%40suara.example?secret=GEZDGNBV&issuer=Suara%20Tirtawana";
        assert_eq!(address, expected);
        let (path, width) = qr_path(&address).unwrap();
        // A finder pattern stands in the first row: seven dark modules behind the quiet zone.
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert_eq!((width - 8 - 17) % 4, 0);
        assert_eq!(in_fours("GEZDGNBVGY"), "GEZD GNBV GY");
    }
}
