//! Areas by their official code: names, what lies above and below, the time zone, former areas; and those that a house
//! adds itself.
//!
//! Everyone reads. The official list is part of the program; house-made areas stand in a table and in memory.
mod level;
mod pages;
mod picker;
mod registry;
mod store;
#[cfg(test)]
mod tests;

pub use level::{Level, no_finer_than};
pub use pages::{attribution, find_form};
pub use picker::{picked, picker, searching};
pub use registry::{Areas, LocalArea, add_local};

use base::{
    feature::{Describe, Feature, Route, Who},
    ids::AreaCode,
    subject::{Card, Kind},
};

/// Names, trails, zones, the picker and the pages that lead down the levels.
pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::get("/daerah", Who::Anyone, pages::index),
            Route::get("/daerah/dulu/{key}", Who::Anyone, pages::former),
        ],
        footer: &[("footer-areas", "/daerah")],
        describe: Some(Describe {
            kinds: &[Kind::Area],
            card: |app, _, subject| {
                let code = AreaCode(subject.id);
                let areas = app.keeper::<Areas>();
                let card = areas
                    .exists(code)
                    .then(|| Card::named(subject, areas.name(code), format!("/daerah/{code}")));
                Box::pin(async move { Ok(card) })
            },
        }),
        tables: &["areas_local"],
        gallery: pages::gallery,
        ..Feature::named("areas")
    }
}
