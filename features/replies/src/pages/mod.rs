//! The pages of replies: the form, the way back with number and code, what is published, the desk.
pub(crate) mod around;
mod around_samples;
pub(crate) mod desk;
pub(crate) mod follow;
mod incidents;
pub(crate) mod list;
pub(crate) mod new;
mod samples;
pub(crate) mod view;

pub(crate) use samples::gallery;

use base::{
    feature::{Route, Who},
    refusal::{FieldErrors, Outcome},
    visitor::Role,
    web::{Frame, Visit},
};

const DESK: Who = Who::Any(&[Role::Editor, Role::ChiefEditor]);
/// Who writes for the house notes what happens to them because of it.
const NEWSROOM: Who = Who::Any(&[Role::Reporter, Role::Editor, Role::ChiefEditor]);

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/hak-jawab", Who::Anyone, list::list),
        Route::get("/hak-jawab/baru", Who::Anyone, new::form),
        Route::post("/hak-jawab/baru", Who::Anyone, new::create).with_files(),
        Route::get("/hak-jawab/ikuti", Who::Anyone, follow::ask),
        Route::post("/hak-jawab/ikuti", Who::Anyone, follow::find),
        Route::get("/hak-jawab/{id}", Who::Anyone, list::show),
        Route::get("/hak-jawab/{id}/rahasia", Who::Anyone, follow::show),
        Route::post("/hak-jawab/{id}/rahasia", Who::Anyone, follow::act),
        Route::get("/meja/hak-jawab", DESK, desk::desk),
        Route::get("/meja/hak-jawab/{id}", DESK, desk::work),
        Route::post("/meja/hak-jawab/{id}", DESK, desk::act),
        Route::get("/meja/penerbit-ulang", DESK, around::register),
        Route::get("/meja/penerbit-ulang/{subject}", DESK, around::republishers),
        Route::post("/meja/penerbit-ulang/{subject}", DESK, around::add_republisher),
        Route::post("/meja/penerbit-ulang/{subject}/{id}", DESK, around::change_republisher),
        Route::get("/dampak", Who::Anyone, around::all_impacts),
        Route::get("/meja/dampak/{subject}", DESK, around::impacts),
        Route::post("/meja/dampak/{subject}", DESK, around::add_impact),
        Route::post("/meja/dampak/{subject}/{id}/coret", DESK, around::strike_impact),
        Route::get("/meja/perkara", NEWSROOM, incidents::list),
        Route::get("/meja/perkara/baru", NEWSROOM, incidents::form),
        Route::post("/meja/perkara/baru", NEWSROOM, incidents::open),
        // Who is named on one need have no role.
        Route::get("/meja/perkara/{id}", Who::Own, incidents::show),
        Route::post("/meja/perkara/{id}", Who::Own, incidents::act),
    ]
}

/// The number of errors stands in the title, where a screen reader says it first.
async fn titled(visit: &Visit, title: String, errors: &FieldErrors) -> Outcome<Frame> {
    let title = match errors.0.len() {
        0 => title,
        wrong => {
            let wrong = i64::try_from(wrong).unwrap_or(i64::MAX);
            format!("{} - {title}", visit.words().n("errors-heading", wrong))
        }
    };
    Ok(Frame { noindex: true, ..visit.frame(title).await? })
}
