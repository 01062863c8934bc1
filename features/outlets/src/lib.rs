//! Community media: radio, bulletin, web, wall newspaper, TV: who they are, who answers for them, whether they are on
//! the air.
//!
//! ```text
//! added by an administrator ─► on the air ⇄ silent (since, why) ─► closed
//! ```
//!
//! Anyone reads. An administrator changes every outlet, an outlet's manager their own. Each change of what can be heard
//! is a row; the newest holds.
mod actions;
mod outlet;
mod pages;
mod place;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{add, by_slug, choices, names};
pub use outlet::{AirStatus, NewAiring, NewOutlet, OutletKind, OutletWords, PressCouncil, slug_of};

use base::{
    feature::{Describe, Feature, Route, Who},
    subject::Kind,
    visitor::Role,
};

const ADMINISTRATOR: Who = Who::Any(&[Role::Administrator]);
/// A manager is let in here; the actions refuse another's outlet.
const MANAGER: Who = Who::Any(&[Role::Administrator, Role::OutletManager]);

/// Outlets and their pages.
pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::get("/media-komunitas", Who::Anyone, pages::list),
            Route::get("/media-komunitas/{slug}", Who::Anyone, pages::show),
            Route::get("/media-komunitas/{slug}/ubah", MANAGER, pages::edit),
            Route::post("/media-komunitas/{slug}/ubah", MANAGER, pages::save),
            Route::get("/media-komunitas/{slug}/siaran", MANAGER, pages::air),
            Route::post("/media-komunitas/{slug}/siaran", MANAGER, pages::tell),
            Route::get("/pengelola/media", MANAGER, pages::desk),
            Route::get("/pengelola/media/baru", ADMINISTRATOR, pages::add_form),
            Route::post("/pengelola/media/baru", ADMINISTRATOR, pages::create),
        ],
        describe: Some(Describe {
            kinds: &[Kind::Outlet],
            card: |app, lang, subject| Box::pin(pages::card(app, lang, subject)),
        }),
        footer: &[("footer-outlets", "/media-komunitas")],
        tables: &["outlets", "outlet_airings"],
        gallery: pages::gallery,
        ..Feature::named("outlets")
    }
}
