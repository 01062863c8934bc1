//! Innovations of public bodies: what was changed in a service, how to copy it, what it brought, who copied it.
//!
//! ```text
//! registered ─► idea ─► trial ─► applied ─► institutional ─► stopped      each step, also back, is a row with its paper
//!     │ told anew: an edition; the earlier ones stay        checked: continuing, growing, stopped; old after 12 months
//!     └─► copied by another body: noted ─► both sides say yes ─► counted ─► one says no: not counted
//! ```
//!
//! Everyone reads and comments. Officers of the body and administrators tell, note stages, results and awards; they and
//! the chief editor note that somebody looked whether it still runs. Officers of both sides confirm a replication; the
//! desk notes a letter. What the house took from public sources is marked as an example.
mod actions;
mod blocks;
mod chart;
mod coverage;
mod figure;
mod form;
mod innovation;
mod open_data;
mod pages;
mod record;
mod replication;
mod results;
mod store;
mod subjects;
#[cfg(test)]
mod tests;
mod view;

pub use actions::{
    Act, answer_in, copy, note_award, note_check, note_indicator, note_observation, note_stage,
    register, registered,
};
pub use figure::Figure;
pub use innovation::{
    AdaptedFrom, Initiator, Level, Medium, NewInnovation, Origin, Part, SourceLine, Stage, State,
    Telling,
};
pub use record::{Baseline, NewAward, NewCheck, NewIndicator, NewObservation, NewStage};
pub use replication::{
    Basis, Extent, Mode, NewAnswer, NewReplication, Paper, Progress, Said, Side,
};

use base::{
    feature::{Desk, Feature, MenuItem, Route, Who},
    visitor::Role,
};

/// Let in here; the actions refuse another body's.
const DESK: Who = Who::Any(&[Role::Officer, Role::Administrator, Role::ChiefEditor]);
const TELLERS: Who = Who::Any(&[Role::Officer, Role::Administrator]);
const NEWSROOM: Who = Who::Any(&[Role::Administrator, Role::ChiefEditor]);
const OFFICERS: Who = Who::Any(&[Role::Officer]);

/// Innovations, replications, coverage.
pub fn feature() -> Feature {
    Feature {
        routes: routes(),
        describe: Some(subjects::DESCRIBE),
        listing: Some(subjects::LISTING),
        chain: Some(subjects::CHAIN),
        open_data: open_data::TABLES,
        desks: &[Desk { key: "innovations-desk", path: "/meja/inovasi" }],
        tables: &[
            "innovations",
            "innovation_areas",
            "innovation_editions",
            "innovation_texts",
            "innovation_stages",
            "innovation_indicators",
            "innovation_observations",
            "innovation_checks",
            "innovation_awards",
            "innovation_sources",
            "replications",
            "replication_answers",
            "replication_states",
        ],
        menu: Some(|app, lang| {
            let title = app.words(lang).t("innovations-menu");
            Box::pin(async { Ok(vec![MenuItem { title, path: "/inovasi".to_owned() }]) })
        }),
        blocks: Some(blocks::blocks),
        gallery: pages::gallery,
        ..Feature::named("innovations")
    }
}

fn routes() -> Vec<Route> {
    vec![
        Route::get("/inovasi", Who::Anyone, pages::list),
        Route::get("/inovasi/cakupan", Who::Anyone, pages::coverage),
        Route::get("/inovasi/{id}", Who::Anyone, pages::short),
        Route::get("/inovasi/{id}/{slug}", Who::Anyone, pages::show),
        Route::get("/inovasi/{id}/edisi", Who::Anyone, pages::editions),
        Route::get("/replikasi/{id}", Who::Anyone, pages::replication),
        Route::get("/meja/inovasi", DESK, pages::desk),
        Route::get("/meja/inovasi/baru", TELLERS, pages::add_form),
        Route::post("/meja/inovasi/baru", TELLERS, pages::create),
        Route::get("/meja/inovasi/{id}/ubah", TELLERS, pages::edit_form),
        Route::post("/meja/inovasi/{id}/ubah", TELLERS, pages::save),
        Route::get("/meja/inovasi/{id}/tahap", TELLERS, pages::stage_form),
        Route::post("/meja/inovasi/{id}/tahap", TELLERS, pages::stage),
        Route::get("/meja/inovasi/{id}/hasil", TELLERS, pages::results_form),
        Route::post("/meja/inovasi/{id}/indikator", TELLERS, pages::indicator),
        Route::post("/meja/inovasi/{id}/nilai", TELLERS, pages::observation),
        Route::get("/meja/inovasi/{id}/periksa", DESK, pages::check_form),
        Route::post("/meja/inovasi/{id}/periksa", DESK, pages::check),
        Route::get("/meja/inovasi/{id}/penghargaan", TELLERS, pages::award_form),
        Route::post("/meja/inovasi/{id}/penghargaan", TELLERS, pages::award),
        Route::get("/meja/inovasi/{id}/tiru", DESK, pages::copy_form),
        Route::post("/meja/inovasi/{id}/tiru", DESK, pages::copy),
        Route::get("/meja/replikasi/{id}/jawab", OFFICERS, pages::answer_form),
        Route::post("/meja/replikasi/{id}/jawab", OFFICERS, pages::answer),
        Route::get("/meja/replikasi/{id}/surat", NEWSROOM, pages::letter_form),
        Route::post("/meja/replikasi/{id}/surat", NEWSROOM, pages::letter),
        Route::get("/meja/replikasi/{id}/jalan", DESK, pages::progress_form),
        Route::post("/meja/replikasi/{id}/jalan", DESK, pages::progress),
    ]
}
