//! Where a writer's link may lead.

/// Whether an address is one that we write into a page: http, https, mailto, or a path or place of this site.
///
/// Browsers forgive much in an address (white space inside a scheme, a backslash for a slash), so whatever needs
/// forgiving is no address to us.
pub(crate) fn safe(address: &str) -> bool {
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\';
    if address.is_empty() || address.chars().any(odd) {
        return false;
    }
    if address.starts_with('#') {
        return true;
    }
    if address.starts_with('/') {
        // Two slashes name another host.
        return !address.starts_with("//");
    }
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.len() > 2 && rest.starts_with("//"),
        "mailto" => !rest.is_empty(),
        _ => false,
    }
}
