//! The house's own pages and the administrator's desk.
//!
//! ```text
//! default text (version 1) ─► an administrator saves ─► version 2 ─► …      older ones stay readable at ?versi=n
//! ```
//!
//! Nothing is edited in place: the terms that someone agreed to can be read for ever. Anyone reads; administrators of
//! the house write, in each language; the Indonesian text binds.
//!
//! Editors keep the house's words: what the spelling assistant marks no more.
mod actions;
mod defaults;
mod page;
mod pages;
mod store;
#[cfg(test)]
mod tests;
mod word;

pub use actions::{
    add_page, add_word, agreement_version, fill_defaults, responsible, terms_after, terms_version,
    words,
};
pub use page::{NewPage, Slug};
pub use store::VersionRow;

use base::{
    feature::{Describe, Desk, Feature, Route, Who},
    subject::Kind,
    visitor::Role,
};

const ADMINISTRATOR: Who = Who::Any(&[Role::Administrator]);
/// Everyone who has something to do under /pengelola; each card is shown to those who may use it.
const DESK: Who =
    Who::Any(&[Role::Administrator, Role::ChiefEditor, Role::Editor, Role::OutletManager]);

const EDITORS: Who = Who::Any(&[Role::Editor, Role::ChiefEditor]);

/// Redaksi, guidelines, terms, privacy, contact; the administrator's desk.
pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::get("/redaksi", Who::Anyone, pages::show),
            Route::get("/pedoman", Who::Anyone, pages::show),
            Route::get("/syarat", Who::Anyone, pages::show),
            Route::get("/privasi", Who::Anyone, pages::show),
            Route::get("/kontak", Who::Anyone, pages::show),
            Route::get("/piagam", Who::Anyone, pages::show),
            Route::get("/perjanjian-pewarta", Who::Anyone, pages::show),
            Route::get("/pengelola", DESK, pages::desk),
            Route::get("/pengelola/halaman", ADMINISTRATOR, pages::list),
            Route::get("/pengelola/halaman/{slug}/{language}", ADMINISTRATOR, pages::edit),
            Route::post("/pengelola/halaman/{slug}/{language}", ADMINISTRATOR, pages::save),
            Route::get("/pengelola/pekerjaan", ADMINISTRATOR, pages::jobs),
            Route::post("/pengelola/pekerjaan/{id}/coba-lagi", ADMINISTRATOR, pages::revive),
            Route::get("/meja/kata", EDITORS, pages::word_list),
            Route::post("/meja/kata", EDITORS, pages::add_word),
            Route::post("/meja/kata/buang", EDITORS, pages::take_words_out),
        ],
        describe: Some(Describe {
            kinds: &[Kind::HousePage],
            card: |app, _, subject| Box::pin(pages::card(app, subject)),
        }),
        desks: &[
            Desk { key: "menu-administration", path: "/pengelola" },
            Desk { key: "house-words", path: "/meja/kata" },
        ],
        tables: &["house_pages", "house_words"],
        gallery: pages::gallery,
        ..Feature::named("house")
    }
}
