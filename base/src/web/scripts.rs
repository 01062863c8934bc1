//! The few scripts of the house: inlined where they serve, each known to the page's policy by its hash. Every page does
//! its work without them; what only a script can do is said on the page.
use super::{Answer, Visit, frame};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Asks the browser for a passkey.
pub const PASSKEY: &str = include_str!("../../../assets/js/passkey.js");
/// Keeps a story that is being written.
pub const WRITING: &str = include_str!("../../../assets/js/writing.js");
/// Sends the files of a form in pieces before the form.
pub const UPLOADING: &str = include_str!("../../../assets/js/uploading.js");
/// Both, for a story with pictures.
pub const WRITING_WITH_FILES: &str = concat!(
    include_str!("../../../assets/js/uploading.js"),
    include_str!("../../../assets/js/writing.js")
);

impl Visit {
    /// A page that holds this script inlined. It may ask this site for what it needs, and nobody else.
    pub fn page_with_script(
        &self,
        status: StatusCode,
        page: &impl Template,
        script: &str,
    ) -> Answer {
        let mut answer = self.page_with(status, page)?;
        let policy = format!(
            "{}; script-src 'sha256-{}'; connect-src 'self'",
            frame::content_security_policy(),
            STANDARD.encode(Sha256::digest(script.as_bytes()))
        );
        if let Ok(policy) = HeaderValue::from_str(&policy) {
            answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        Ok(answer)
    }
}
