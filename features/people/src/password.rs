//! Passwords: argon2id, long phrases welcome, the common ones refused.
use anyhow::{Context, Result, anyhow};
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use std::collections::BTreeSet;
use tokio::sync::Semaphore;

const LETTERS_MIN: usize = 10;
/// Longer than any phrase; bounds what a request can make us hash.
const LETTERS_MAX: usize = 256;

/// Two at once: each takes 19 MiB and a core.
static TURNS: Semaphore = Semaphore::const_new(2);

/// OWASP's second choice for argon2id: 19 MiB, two passes, one lane.
fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|error| anyhow!("{error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash to store, in PHC form, with a salt of its own.
pub async fn hash(password: &str) -> Result<String> {
    let _turn = TURNS.acquire().await?;
    let password = password.to_owned();
    tokio::task::spawn_blocking(move || {
        let hash = argon2()?.hash_password(password.as_bytes());
        Ok(hash.map_err(|error| anyhow!("{error}"))?.to_string())
    })
    .await
    .context("hashing ended")?
}

/// Whether the password is the one that was hashed. Without a stored hash the same work is done, so that the time
/// taken does not tell whether there is such an account.
pub async fn verify(password: &str, stored: Option<String>) -> Result<bool> {
    let _turn = TURNS.acquire().await?;
    let password = password.to_owned();
    tokio::task::spawn_blocking(move || {
        let Some(stored) = stored else {
            let _ = argon2()?.hash_password(password.as_bytes());
            return Ok(false);
        };
        let stored = PasswordHash::new(&stored).map_err(|error| anyhow!("{error}"))?;
        Ok(argon2()?.verify_password(password.as_bytes(), &stored).is_ok())
    })
    .await
    .context("verifying ended")?
}

/// What is wrong with a new password, as a locale key. `about` is what anyone knows of the person.
pub fn problem(password: &str, about: &[&str]) -> Option<&'static str> {
    let letters = password.chars().count();
    let folded = fold(password);
    if letters < LETTERS_MIN {
        Some("error-password-short")
    } else if letters > LETTERS_MAX {
        Some("error-password-long")
    } else if is_common(&folded) {
        Some("error-password-common")
    } else if about.iter().any(|known| tells(&folded, known)) {
        Some("error-password-about-you")
    } else {
        None
    }
}

/// Lower case, letters and digits only: "Rahasia-123 !" and "rahasia123" are one guess.
fn fold(text: &str) -> String {
    text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// A password that is little more than a name or an address.
fn tells(folded: &str, known: &str) -> bool {
    let known = known.split('@').next().unwrap_or(known);
    let parts: Vec<String> = known.split(|c: char| !c.is_alphanumeric()).map(fold).collect();
    let turned: String = parts.iter().rev().map(String::as_str).collect();
    parts.iter().chain([&fold(known), &turned]).any(|part| {
        part.chars().count() >= 4
            && folded.contains(part.as_str())
            && folded.chars().count() <= part.chars().count() + 4
    })
}

/// Words that open the lists which guessers try first, in our readers' languages. One or two of them, with digits
/// around them or in place of letters, stay weak.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "password", "passwd", "katasandi", "sandi", "kunci", "rahasia", "rahasiaku", "bismillah",
    "alhamdulillah", "assalamualaikum", "allahuakbar", "indonesia", "indonesiaraya", "merdeka",
    "pancasila", "garuda", "sayang", "sayangku", "sayangkamu", "akusayangkamu", "cinta", "cintaku",
    "akucintakamu", "anakku", "keluarga", "bahagia", "selamanya", "iloveyou", "qwerty",
    "qwertyuiop", "qwertyui", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "qazwsx", "qazwsxedc",
    "admin", "administrator", "user", "guest", "suara", "suarakomunitas", "suarawarga", "warga",
    "berita", "pewarta", "welcome", "selamatdatang", "jakarta", "bandung", "surabaya", "semarang",
    "yogyakarta", "makassar", "lombok", "persija", "persib", "arema", "letmein", "master",
    "dragon", "monkey", "football", "princess", "sunshine", "terserah", "lupa", "lupapassword",
    "gantisandi", "test", "testing", "coba", "cobacoba", "percobaan", "halo", "hello", "abcd",
    "asdf", "qwer",
];

fn is_common(folded: &str) -> bool {
    let different: BTreeSet<char> = folded.chars().collect();
    let digits_only = folded.chars().all(char::is_numeric);
    digits_only && folded.chars().count() < 14
        || different.len() < 4
        || is_sequence(folded)
        || is_repeated(folded)
        || [folded.to_owned(), without_disguise(folded)].iter().any(|text| is_common_words(text))
}

/// "p4ssw0rd" is "password".
fn without_disguise(text: &str) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    };
    // Digits at the ends count the tries ("sandi2026"); those inside stand for letters.
    text.trim_matches(char::is_numeric).chars().map(letter).collect()
}

/// Nothing but one or two common words and digits.
fn is_common_words(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    COMMON.iter().any(|first| {
        letters.strip_prefix(first).is_some_and(|rest| rest.is_empty() || COMMON.contains(&rest))
    })
}

/// "abcabcabcabc": one short piece over and over.
fn is_repeated(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (1..=4).any(|piece| {
        letters.len() > piece && letters.iter().skip(piece).eq(&letters[..letters.len() - piece])
    })
}

/// "abcdefghij", "9876543210".
fn is_sequence(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|letter| i64::from(u32::from(letter))).collect();
    let step = |by: i64| codes.windows(2).all(|pair| pair[1] - pair[0] == by);
    codes.len() > 2 && (step(1) || step(-1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn weak_passwords_are_refused_with_the_reason_and_phrases_are_welcome() {
        let about = ["Sari Wulandari", "sari.w@suara.example"];
        let cases = [
            ("pendek", Some("error-password-short")),
            ("Rahasia-12345", Some("error-password-common")),
            ("bismillah123", Some("error-password-common")),
            ("1234567890", Some("error-password-common")),
            ("081234567890", Some("error-password-common")),
            ("aaaaaaaaaaaa", Some("error-password-common")),
            ("abcdefghijkl", Some("error-password-common")),
            ("sariwulandari1", Some("error-password-about-you")),
            ("P4ssw0rd2026", Some("error-password-common")),
            ("sayangku-indonesia", Some("error-password-common")),
            ("abcabcabcabc", Some("error-password-common")),
            ("qazqazqazqaz", Some("error-password-common")),
            ("9876543210zz", None),
            ("          ", Some("error-password-common")),
            ("Wulandari Sari", Some("error-password-about-you")),
            ("jembatan lama di kali suri", None),
            ("kopi-pahit-tiga-gelas", None),
            ("ابحث عن الحقيقة دائما", None),
        ];
        for (password, expected) in cases {
            assert_eq!(problem(password, &about), expected, "{password}");
        }
        assert_eq!(problem(&"kata ".repeat(60), &about), Some("error-password-long"));
    }

    proptest! {
        #[test]
        fn any_text_is_judged(password in ".{0,300}", name in ".{0,20}") {
            if problem(&password, &[&name]).is_none() {
                prop_assert!((LETTERS_MIN..=LETTERS_MAX).contains(&password.chars().count()));
            }
        }

        #[test]
        fn four_unusual_words_are_always_welcome(
            words in proptest::collection::vec("[bdgjkl][aeiou][bdgjkl]{2}[aeiou]", 4),
        ) {
            let different: BTreeSet<&String> = words.iter().collect();
            prop_assume!(different.len() == 4);
            prop_assert_eq!(problem(&words.join(" "), &["Sari Wulandari"]), None);
        }
    }

    #[tokio::test]
    async fn a_password_opens_its_own_hash_only() {
        let stored = hash("kopi-pahit-tiga-gelas").await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(verify("kopi-pahit-tiga-gelas", Some(stored.clone())).await.unwrap());
        assert!(!verify("kopi-pahit-dua-gelas", Some(stored)).await.unwrap());
        assert!(!verify("kopi-pahit-tiga-gelas", None).await.unwrap());
    }
}
