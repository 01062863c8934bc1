//! Passwords: argon2id, long phrases welcome, the common ones refused.
use anyhow::{Context, Result, anyhow};
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
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
    let name = fold(known);
    let first = fold(known.split_whitespace().next().unwrap_or(known));
    [name, first].iter().any(|part| {
        part.chars().count() >= 4
            && folded.contains(part.as_str())
            && folded.chars().count() <= part.chars().count() + 4
    })
}

/// Words that open the lists which guessers try first, in our readers' languages. With digits around them they stay weak.
const COMMON: [&str; 32] = [
    "password",
    "katasandi",
    "sandi",
    "rahasia",
    "bismillah",
    "indonesia",
    "merdeka",
    "sayang",
    "sayangku",
    "cintaku",
    "anakku",
    "iloveyou",
    "qwerty",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "admin",
    "administrator",
    "suara",
    "suarakomunitas",
    "suarawarga",
    "welcome",
    "selamatdatang",
    "jakarta",
    "bandung",
    "surabaya",
    "lombok",
    "persija",
    "persib",
    "garuda",
    "letmein",
    "terserah",
];

fn is_common(folded: &str) -> bool {
    let letters: String = folded.chars().filter(|c| c.is_alphabetic()).collect();
    let digits_only = letters.is_empty();
    let different: std::collections::BTreeSet<char> = folded.chars().collect();
    digits_only && folded.chars().count() < 14
        || different.len() < 4
        || is_sequence(folded)
        || COMMON.iter().any(|word| letters == *word || letters == word.repeat(2))
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
            ("jembatan lama di kali suri", None),
            ("kopi-pahit-tiga-gelas", None),
            ("ابحث عن الحقيقة دائما", None),
        ];
        for (password, expected) in cases {
            assert_eq!(problem(password, &about), expected, "{password}");
        }
        assert_eq!(problem(&"kata ".repeat(60), &about), Some("error-password-long"));
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
