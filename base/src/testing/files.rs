//! Files as browsers send them.
use super::browse::{Seen, as_who, ask};
use crate::web::Site;
use axum::{body::Body, http::Request};

/// The type of the forms that `form` makes.
pub const TYPE: &str = "multipart/form-data; boundary=batas";

/// Eight grey dots by eight.
pub const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\0\0\0\0\xe1d\xe1W\0\0\0\x0eIDAT\
    x\xdac8\x01\x05\x0c\x941\0\x08\xb12\x01\xb5\xc0\xabe\0\0\0\0IEND\xaeB`\x82";

/// A second of silence as a WAV file: a recording without a microphone.
pub fn silence() -> Vec<u8> {
    let format = [1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0];
    let data = [0x80; 8000];
    let length = |bytes: u32| bytes.to_le_bytes();
    let chunks = [b"fmt ", &length(16)[..], &format, b"data", &length(8000), &data].concat();
    [b"RIFF", &length(8028)[..], b"WAVE", &chunks].concat()
}

/// A form with one file in the field `attach`; without a name and bytes, none was chosen.
pub fn form(fields: &[(&str, &str)], (name, bytes): (&str, &[u8])) -> Vec<u8> {
    let mut body: Vec<u8> =
        fields.iter().flat_map(|(name, value)| part(name, value.as_bytes())).collect();
    body.extend(part(&format!("attach\"; filename=\"{name}"), bytes));
    body.extend(b"--batas--\r\n");
    body
}

fn part(name: &str, value: &[u8]) -> Vec<u8> {
    let head = format!("--batas\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
    [head.as_bytes(), value, b"\r\n"].concat()
}

/// Sends such a form.
pub async fn post(
    site: &Site,
    (path, who): (&str, &str),
    fields: &[(&str, &str)],
    file: (&str, &[u8]),
) -> Seen {
    let request = Request::post(path).header("content-type", TYPE);
    ask(site, as_who(request, who).body(Body::from(form(fields, file))).expect("a request")).await
}
