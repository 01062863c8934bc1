//! Pages: from a request to an answer in the visitor's language.
mod again;
mod answer;
mod failures;
mod fields;
mod form;
mod frame;
mod health;
pub mod once;
pub mod parked;
mod router;
pub mod scripts;
mod server;
#[cfg(test)]
mod tests;
mod thing;
mod visit;

pub use answer::{Answer, see_other};
pub use failures::gallery;
pub use fields::{Fields, clean_line, clean_text, slug};
pub use form::{FILES_BYTES_MAX, Form, SentFile};
pub use frame::{Frame, STYLE};
pub use router::{Site, site};
pub use server::serve;
pub use visit::Visit;

/// Forms up to this size are read; story texts fit many times over.
pub const FORM_BYTES_MAX: usize = 512 * 1024;
