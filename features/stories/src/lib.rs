//! Stories: what neighbours report, in sections, by occasion, area, outlet, person and tag.
//!
//! ```text
//! sent ─► returned, with a reason ─► sent again      withdrawn by its writer
//!   │
//!   ▼ by an editor of the area, never by its writer
//! published ──► corrected, updated: a new edition each time, the earlier ones stay
//!     │   └──► hidden by a moderator ◄──► shown again        an edition ──► sealed: text gone, date, reason, hash stay
//!     └──► retracted: address, title and reason stay
//! ```
//!
//! Everyone reads; members write; editors of the area and the chief editor let out or give back. Administrators name and
//! order the sections and choose the lead.
mod actions;
mod body;
mod draft;
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
    add_occasion, add_section, choose_lead, correct, publish_draft, publish_imported, retract,
    return_draft, seal, send_draft,
};
pub use draft::{DraftState, StoryDraft, Verification};
pub use section::{NewOccasion, NewSection, SectionName};
pub use sections::Sections;
pub use store::{Told, happened_on, told_of};
pub use story::{Byline, EditionKind, Format, Legacy, NewEdition, NewStory, Text};

use base::{
    feature::{Desk, Feature, Route, Who},
    visitor::Role,
};
use pages::{archive, draft_routes, editions, lead, legacy, list, samples, sections as desk, show};

const ADMINISTRATORS: Who = Who::Any(&[Role::Administrator]);

pub fn feature() -> Feature {
    Feature {
        routes: draft_routes::routes()
            .into_iter()
            .chain([
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
            ])
            .collect(),
        desks: &[
            Desk { key: "drafts-heading", path: "/naskah" },
            Desk { key: "draft-desk", path: "/meja/tulisan" },
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
            "drafts",
            "draft_steps",
        ],
        menu: Some(|app, lang| Box::pin(sections::menu(app, lang))),
        footer: &[("footer-archive", "/arsip")],
        blocks: Some(front::blocks),
        forget: Some(|_, tx, gone| Box::pin(store::forget_writer(tx, gone.person, &gone.name))),
        gallery: samples::gallery,
        ..Feature::named("stories")
    }
}
