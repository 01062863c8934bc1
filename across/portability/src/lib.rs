//! Portability: a copy of everything in one file, made while the site is served, checked and brought back on either
//! engine.
//!
//! ```text
//! suara backup FILE ─► FILE ─► suara restore FILE --check      opened, counted, compared, in a database of its own
//!                          └─► suara restore FILE              into an empty house, SQLite or PostgreSQL
//! suara export FILE ─► the public lists alone, which `/data` also hands out one by one
//! ```
//!
//! The file is a tar in zstd (`zstd -d <FILE | tar t` lists it): `suara.json`, then each table as lines of JSON, the
//! files by their hash, and last `manifest.json` with counts and hashes; behind it a skippable frame holds the hash of
//! all bytes before it, so that a cut or a flipped bit anywhere is found. Every table is taken with every column, but
//! for what `file::TRANSIENT` names: sessions, one-time codes and kept forms end with the machine they were made on.
//! Anyone who has the file has what the house knows: it is written readable by its owner only.
mod backup;
mod export;
mod file;
mod open_data;
mod pages;
mod report;
mod restore;
#[cfg(test)]
mod tests;

use base::{
    db::Db,
    feature::{Feature, Route, Who},
};
use jiff::Timestamp;
use std::path::Path;

pub use backup::backup;
pub use export::{Exported, export};
pub use report::Report;
pub use restore::{check, restore};

/// The public lists of the house.
pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::get("/data", Who::Anyone, pages::list),
            Route::get("/data/{file}", Who::Anyone, pages::download),
        ],
        footer: &[("open-data-heading", "/data")],
        gallery: pages::gallery,
        ..Feature::named("portability")
    }
}

/// A house from outside: its database, the folder with its files, and what time it is.
#[derive(Clone, Copy)]
pub struct House<'a> {
    pub db: &'a Db,
    pub data: &'a Path,
    pub now: Timestamp,
}
