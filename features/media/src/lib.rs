//! Pictures: their description, credit and licence, and the files that browsers choose from.
//!
//! ```text
//! bytes ─► checked (kind, size, no place or camera in them) ─► blob on disk ─► row in the database ─► /gambar/{hash}.webp
//! ```
//!
//! A file's address is its content's hash, so a browser may keep it for ever. Who may add a picture is the business of
//! the feature that shows it; this crate has no form of its own yet.
mod actions;
mod figure;
mod header;
mod pages;
mod picture;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{add, keep_files, write};
pub use figure::{Figure, figures, thumbnails};
pub use picture::{FILE_BYTES_MAX, Format, KeptFile, NewFile, NewPicture};

use base::feature::{Feature, Route, Sample, Who};

/// Pictures by their hash.
pub fn feature() -> Feature {
    Feature {
        routes: vec![Route::get("/gambar/{name}", Who::Anyone, pages::show)],
        tables: &["pictures", "picture_files"],
        gallery: |gallery| {
            vec![Sample {
                name: "picture",
                html: pages::FigurePage::sample(gallery.titled("Gambar")).html(),
            }]
        },
        ..Feature::named("media")
    }
}
