//! Stories: what neighbours report, in sections, by occasion, area, outlet, person and tag.
//!
//! ```text
//! working ─► sent ─► returned, with a reason ─► sent again      withdrawn by its writer
//!              │      scheduled ◄─► sent; goes out at its hour
//!              ▼ approved, and verified or with the Pedoman's four conditions, by an editor of the area, never by its writer
//! published ──► corrected, updated: a new edition each time, the earlier ones stay
//!     │   └──► hidden by a moderator ◄──► shown again        an edition ──► sealed: text gone, date, reason, hash stay
//!     └──► retracted: address, title and reason stay
//! ```
//!
//! Every text that is saved stays. A save names the version it saw; one that comes too late is kept beside, and both
//! texts are shown. To approve and to verify are two flags: changed text is approved anew.
//!
//! A machine reads a draft through (spelling, what tells too much about somebody) and only says; a text with such a
//! warning is sent with one more press, from the page that shows it.
//!
//! Everyone reads; members write; editors of the area and the chief editor edit, let out, give back, correct; the chief
//! editor retracts and seals. Administrators name and order the sections and choose the lead.
mod actions;
mod answering;
mod body;
mod checking;
mod diff;
mod draft;
mod embargo;
mod front;
pub mod import;
mod jobs;
mod letters;
mod lists;
mod pages;
mod preview;
mod proof;
mod section;
mod sections;
mod shown;
mod store;
mod story;
mod subjects;
#[cfg(test)]
mod tests;

pub use actions::{
    Save, Saved, add_check, add_note, add_occasion, add_section, approve_draft, ask_before,
    choose_lead, correct, publish_draft, publish_imported, retract, return_draft, save_draft, seal,
    send_draft, verify_draft,
};
pub use checking::{CheckWay, NewCheck, NewPending, NewQuestion, Release};
pub use draft::{DraftState, StoryDraft};
pub use proof::Spelling;
pub use section::{NewOccasion, NewSection, SectionName};
pub use sections::Sections;
pub use store::{Told, happened_on, told_of};
pub use story::{Byline, EditionKind, Format, Legacy, NewEdition, NewStory, Text};

use base::{
    feature::{Desk, Feature, Route, Who},
    jobs::JobType,
    visitor::Role,
};
use pages::{
    amends, answering as answer_desk, archive, draft_routes, editions, lead, legacy, list, samples,
    sections as desk, show,
};

const EDITORS: Who = Who::Any(&[Role::Editor, Role::ChiefEditor]);
/// Taking back and sealing are the chief editor's.
const CHIEFS: Who = Who::Any(&[Role::ChiefEditor]);
const ADMINISTRATORS: Who = Who::Any(&[Role::Administrator]);

pub fn feature() -> Feature {
    Feature {
        routes: draft_routes::routes()
            .into_iter()
            .chain(public_routes())
            .chain(desk_routes())
            .collect(),
        jobs: vec![JobType::of::<jobs::PublishDue>()],
        desks: &[
            Desk { key: "drafts-heading", path: "/naskah" },
            Desk { key: "draft-desk", path: "/meja/tulisan" },
        ],
        waiting: Some(pages::draft_desk::count),
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
            "draft_versions",
            "draft_bylines",
            "draft_notes",
            "draft_checks",
            "draft_pending",
            "draft_questions",
            "draft_embargoes",
            "edition_corrections",
        ],
        menu: Some(|app, lang| Box::pin(sections::menu(app, lang))),
        footer: &[("footer-archive", "/arsip"), ("amends", "/ralat")],
        blocks: Some(front::blocks),
        forget: Some(|app, tx, gone| Box::pin(actions::forget_writer(app, tx, gone))),
        gallery: samples::gallery,
        ..Feature::named("stories")
    }
}

/// What everyone reads.
fn public_routes() -> Vec<Route> {
    vec![
        Route::get("/rubrik/{slug}", Who::Anyone, list::section),
        Route::get("/label/{tag}", Who::Anyone, list::tag),
        Route::get("/peristiwa/{id}/{slug}", Who::Anyone, list::occasion),
        Route::get("/arsip", Who::Anyone, archive::show),
        Route::get("/arsip/tanpa-tanggal", Who::Anyone, list::undated),
        Route::get("/arsip/{tahun}/{bulan}", Who::Anyone, list::month),
        Route::get("/tulisan/{id}", Who::Anyone, show::short),
        Route::get("/tulisan/{id}/{slug}", Who::Anyone, show::show),
        Route::get("/tulisan/{id}/beda", Who::Anyone, editions::difference),
        Route::get("/ralat", Who::Anyone, amends::corrections),
        Route::get("/pencabutan", Who::Anyone, amends::retractions),
        Route::get("/tulisan/{id}/edisi", Who::Anyone, editions::list),
        Route::get("/tulisan/{id}/edisi/{number}", Who::Anyone, editions::show),
        Route::get("/baca/{id}", Who::Anyone, legacy::bare),
        Route::get("/baca/{id}/", Who::Anyone, legacy::bare),
        Route::get("/baca/{id}/{slug}", Who::Anyone, legacy::with_slug),
        Route::get("/baca/{id}/{slug}/", Who::Anyone, legacy::with_slug),
    ]
}

/// Answering for what is public, the sections, the lead.
fn desk_routes() -> Vec<Route> {
    vec![
        Route::get("/meja/terbit/{id}", EDITORS, answer_desk::show),
        Route::post("/meja/terbit/{id}/edisi", EDITORS, answer_desk::edition),
        Route::post("/meja/terbit/{id}/cabut", CHIEFS, answer_desk::retract),
        Route::post("/meja/terbit/{id}/segel", CHIEFS, answer_desk::seal),
        Route::get("/pengelola/rubrik", ADMINISTRATORS, desk::form),
        Route::post("/pengelola/rubrik", ADMINISTRATORS, desk::save),
        Route::post("/pengelola/rubrik/baru", ADMINISTRATORS, desk::create),
        Route::post("/pengelola/rubrik/{id}/hapus", ADMINISTRATORS, desk::remove),
        Route::get("/pengelola/utama", ADMINISTRATORS, lead::form),
        Route::post("/pengelola/utama", ADMINISTRATORS, lead::save),
    ]
}
