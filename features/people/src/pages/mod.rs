//! Pages of accounts: the door, the account, the administrator's list of people.
pub(crate) mod account;
pub(crate) mod door;
pub(crate) mod first;
pub(crate) mod recover;
pub(crate) mod roles;
pub(crate) mod sign_up;

use base::{
    feature::{Gallery, Sample},
    refusal::{Failure, FieldErrors, Outcome, Refusal},
};

/// A check that failed shows the form again; every other failure goes on.
pub(crate) fn errors_or<T>(outcome: Outcome<T>) -> Outcome<Result<T, FieldErrors>> {
    match outcome {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(Refusal::Invalid(errors))) => Ok(Err(errors)),
        Err(failure) => Err(failure),
    }
}

/// Where someone may be led after signing in: a path of this site, and nothing that a browser reads as another.
pub(crate) fn safe_path(wanted: Option<String>) -> String {
    let wanted = wanted.unwrap_or_default();
    let of_this_site = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains(['\\', '\n', '\r', '\t'])
        && !wanted.starts_with("/masuk")
        && !wanted.contains("://");
    if of_this_site { wanted } else { "/".to_owned() }
}

/// Every page and its states.
pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let mut samples = door::gallery(gallery);
    samples.extend(sign_up::gallery(gallery));
    samples.extend(recover::gallery(gallery));
    samples.extend(first::gallery(gallery));
    samples.extend(account::gallery(gallery));
    samples.extend(roles::gallery(gallery));
    samples
}

#[cfg(test)]
mod tests {
    use super::safe_path;

    #[test]
    fn nobody_is_led_to_another_site() {
        let bad = [
            "https://jahat.example",
            "//jahat.example",
            "/\\jahat.example",
            "/a\n/b",
            "javascript:alert(1)",
            "jahat.example",
            "/x?u=https://jahat.example",
            "/masuk?lanjut=/masuk",
            "",
        ];
        for path in bad {
            assert_eq!(safe_path(Some(path.to_owned())), "/", "{path}");
        }
        let good = "/tulisan/0abc/jembatan?balas=1#k";
        assert_eq!(safe_path(Some(good.to_owned())), good);
        assert_eq!(safe_path(None), "/");
    }
}
