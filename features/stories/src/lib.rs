//! Stories: what neighbours report, in sections, by occasion, area, outlet, person and tag.
//!
//! ```text
//! published ──► corrected, updated: a new edition each time, the earlier ones stay
//!     │   └──► hidden by a moderator ◄──► shown again        an edition ──► sealed: text gone, date, reason, hash stay
//!     └──► retracted: address, title and reason stay
//! ```
//!
//! Everyone reads. Administrators name and order the sections and choose the lead. Writing and editing come with the
//! newsroom; today stories come from the imports and the demonstration.
mod actions;
mod body;
mod front;
pub mod import;
mod lists;
mod pages;
mod section;
mod sections;
mod store;
mod story;
mod subjects;
#[cfg(test)]
mod tests;

pub use actions::{
    add_occasion, add_section, choose_lead, correct, publish_imported, retract, seal,
};
pub use section::{NewOccasion, NewSection, SectionName};
pub use sections::Sections;
pub use story::{Byline, EditionKind, Format, Legacy, NewEdition, NewStory, Text};

use base::{
    feature::{Feature, Route, Who},
    visitor::Role,
};
use pages::{archive, editions, lead, legacy, list, samples, sections as desk, show};

const ADMINISTRATORS: Who = Who::Any(&[Role::Administrator]);

pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::get("/rubrik/{slug}", Who::Anyone, list::section),
            Route::get("/label/{tag}", Who::Anyone, list::tag),
            Route::get("/peristiwa/{id}/{slug}", Who::Anyone, list::occasion),
            Route::get("/arsip", Who::Anyone, archive::show),
            Route::get("/arsip/tanpa-tanggal", Who::Anyone, list::undated),
            Route::get("/arsip/{tahun}/{bulan}", Who::Anyone, list::month),
            Route::get("/tulisan/{id}", Who::Anyone, show::short),
            Route::get("/tulisan/{id}/{slug}", Who::Anyone, show::show),
            Route::get("/tulisan/{id}/edisi", Who::Anyone, editions::list),
            Route::get("/tulisan/{id}/edisi/{number}", Who::Anyone, editions::show),
            Route::get("/baca/{id}", Who::Anyone, legacy::bare),
            Route::get("/baca/{id}/", Who::Anyone, legacy::bare),
            Route::get("/baca/{id}/{slug}", Who::Anyone, legacy::with_slug),
            Route::get("/baca/{id}/{slug}/", Who::Anyone, legacy::with_slug),
            Route::get("/pengelola/rubrik", ADMINISTRATORS, desk::form),
            Route::post("/pengelola/rubrik", ADMINISTRATORS, desk::save),
            Route::post("/pengelola/rubrik/baru", ADMINISTRATORS, desk::create),
            Route::post("/pengelola/rubrik/{id}/hapus", ADMINISTRATORS, desk::remove),
            Route::get("/pengelola/utama", ADMINISTRATORS, lead::form),
            Route::post("/pengelola/utama", ADMINISTRATORS, lead::save),
        ],
        describe: Some(subjects::DESCRIBE),
        listing: Some(subjects::LISTING),
        levers: Some(subjects::LEVERS),
        chain: Some(subjects::CHAIN),
        tables: &[
            "sections",
            "section_names",
            "occasions",
            "stories",
            "editions",
            "story_bylines",
            "story_about",
            "tags",
            "story_tags",
            "story_pictures",
            "story_lists",
        ],
        menu: Some(|app, lang| Box::pin(sections::menu(app, lang))),
        footer: &[("footer-archive", "/arsip")],
        blocks: Some(front::blocks),
        gallery: samples::gallery,
        ..Feature::named("stories")
    }
}
