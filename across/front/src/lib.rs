//! Pages that mix features: the front page, an area, a person, all desks, the whole way of a voice, and the links that
//! join it.
//!
//! They know no feature by name. What stands on them comes from `Feature.blocks` (finished pieces) and from
//! `app.list` (cards, newest first); everyone reads them.
mod blocks;
mod mixed;
mod pages;
#[cfg(test)]
mod tests;

use base::{
    feature::{Feature, Route, Who},
    links::LINKERS,
};

/// Who joins and parts subjects.
const LINKER: Who = Who::Any(LINKERS);

pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::get("/", Who::Anyone, pages::home::show),
            Route::get("/meja", Who::Member, pages::desks::show),
            Route::get("/daerah/{code}", Who::Anyone, pages::area::show),
            Route::get("/pewarta/{id}", Who::Anyone, pages::person::show),
            Route::get("/rantai/{subject}", Who::Anyone, pages::chain::show),
            Route::get("/tautan/{subject}", LINKER, pages::links::form),
            Route::post("/tautan/{subject}", LINKER, pages::links::join),
            Route::post("/tautan/{subject}/lepas", LINKER, pages::links::part),
        ],
        gallery: pages::samples::gallery,
        ..Feature::named("front")
    }
}
