//! The house's own pages and the administrator's desk.
//!
//! ```text
//! default text (version 1) ─► an administrator saves ─► version 2 ─► …      older ones stay readable at ?versi=n
//! ```
//!
//! Nothing is edited in place: the terms that someone agreed to can be read for ever. Anyone reads; administrators of
//! the house write, in each language; the Indonesian text binds.
mod actions;
mod defaults;
mod page;
mod store;

pub use actions::{add_page, fill_defaults, responsible, terms_version};
pub use page::{NewPage, Slug};

use base::feature::Feature;

/// Redaksi, guidelines, terms, privacy, contact; the administrator's desk.
pub fn feature() -> Feature {
    Feature { tables: &["house_pages"], ..Feature::named("house") }
}
