//! Pages that mix features: the front page, an area, a person.
//!
//! They know no feature by name. What stands on them comes from `Feature.blocks` (finished pieces) and from
//! `app.list` (cards, newest first); everyone reads them.
mod blocks;
mod mixed;
mod pages;
#[cfg(test)]
mod tests;

use base::feature::{Feature, Route, Who};

pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::get("/", Who::Anyone, pages::home::show),
            Route::get("/daerah/{code}", Who::Anyone, pages::area::show),
            Route::get("/pewarta/{id}", Who::Anyone, pages::person::show),
        ],
        gallery: pages::samples::gallery,
        ..Feature::named("front")
    }
}
