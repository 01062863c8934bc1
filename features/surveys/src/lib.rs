//! Satisfaction surveys of a service, by the method of 2017: one round at a time, counted exactly, published whole.
//!
//! ```text
//! draft ─► open ─► closed ─► published              each step a row: who and when; never back
//!           │ online (/survei/{id}/isi), from paper, from a table: nine marks each, no name
//!           └─► nothing of what is answered is shown before publishing
//! ```
//!
//! Officers look after their body's own rounds ("SKM"), the chief editor after the citizens' ("Survei warga, metode SKM"),
//! administrators after both. A round keeps the rule set it was made under. Groups of fewer than five stay hidden.
mod actions;
mod blocks;
mod cells;
mod import;
mod instrument;
mod pages;
mod response;
mod results;
mod round;
mod score;
mod store;
mod subjects;
#[cfg(test)]
mod tests;
mod view;

pub use actions::{Act, move_to, record_response, register};
pub use instrument::{ABOUT, ELEMENTS};
pub use response::{Response, Source};
pub use round::{NewRound, Provider, State};
pub use score::Weight;

use base::{
    feature::{Desk, Feature, MenuItem, Route, Who},
    visitor::Role,
};

/// Let in here; the actions refuse another body's.
const DESK: Who = Who::Any(&[Role::Officer, Role::Administrator, Role::ChiefEditor]);

/// Rounds, their questionnaires and results.
pub fn feature() -> Feature {
    Feature {
        routes: routes(),
        describe: Some(subjects::DESCRIBE),
        listing: Some(subjects::LISTING),
        chain: Some(subjects::CHAIN),
        open_data: subjects::OPEN_DATA,
        desks: &[Desk { key: "surveys-desk", path: "/meja/survei" }],
        tables: &["survey_rounds", "survey_areas", "survey_states", "survey_responses"],
        menu: Some(|app, lang| {
            let title = app.words(lang).t("surveys-menu");
            Box::pin(async { Ok(vec![MenuItem { title, path: "/survei".to_owned() }]) })
        }),
        blocks: Some(blocks::blocks),
        gallery: pages::gallery,
        ..Feature::named("surveys")
    }
}

fn routes() -> Vec<Route> {
    vec![
        Route::get("/survei", Who::Anyone, pages::list),
        Route::get("/survei/{id}", Who::Anyone, pages::show),
        Route::get("/survei/{id}/isi", Who::Anyone, pages::fill_form),
        Route::post("/survei/{id}/isi", Who::Anyone, pages::fill),
        Route::get("/meja/survei", DESK, pages::desk),
        Route::get("/meja/survei/baru", DESK, pages::add_form),
        Route::post("/meja/survei/baru", DESK, pages::create),
        Route::get("/meja/survei/{id}", DESK, pages::manage),
        Route::get("/meja/survei/{id}/ubah", DESK, pages::edit_form),
        Route::post("/meja/survei/{id}/ubah", DESK, pages::save),
        Route::get("/meja/survei/{id}/perbaiki", DESK, pages::correct_form),
        Route::post("/meja/survei/{id}/perbaiki", DESK, pages::correct),
        Route::post("/meja/survei/{id}/hapus", DESK, pages::discard),
        Route::post("/meja/survei/{id}/buka", DESK, pages::open),
        Route::post("/meja/survei/{id}/tutup", DESK, pages::close),
        Route::post("/meja/survei/{id}/terbitkan", DESK, pages::publish),
        Route::get("/meja/survei/{id}/kertas", DESK, pages::paper_form),
        Route::post("/meja/survei/{id}/kertas", DESK, pages::paper),
        Route::post("/meja/survei/{id}/kertas/batal", DESK, pages::take_back),
        Route::get("/meja/survei/{id}/impor", DESK, pages::import_form),
        Route::post("/meja/survei/{id}/impor", DESK, pages::bring_in),
    ]
}
