//! The pages of tips: the form, the way back with number and code, the desk.
pub(crate) mod desk;
pub(crate) mod follow;
pub(crate) mod new;
mod samples;
mod share;
pub(crate) mod view;

pub(crate) use samples::gallery;

use base::{
    feature::{Route, Who},
    refusal::{FieldErrors, Outcome},
    visitor::Role,
    web::{Frame, Visit},
};

const DESK: Who = Who::Any(&[Role::Editor, Role::ChiefEditor]);

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/kabar", Who::Anyone, new::form),
        Route::post("/kabar", Who::Anyone, new::create).with_files(),
        // The share target of the installed app: see base's manifest.
        Route::get("/bagikan", Who::Anyone, share::show),
        Route::post("/bagikan", Who::Anyone, share::take).with_files(),
        Route::get("/kabar/ikuti", Who::Anyone, follow::ask),
        Route::post("/kabar/ikuti", Who::Anyone, follow::find),
        Route::get("/kabar/{id}/rahasia", Who::Anyone, follow::show),
        Route::post("/kabar/{id}/rahasia", Who::Anyone, follow::act),
        Route::get("/meja/kabar", DESK, desk::desk),
        Route::get("/meja/kabar/{id}", DESK, desk::work),
        Route::post("/meja/kabar/{id}", DESK, desk::act).in_confidence(),
    ]
}

/// The number of errors stands in the title, where a screen reader says it first.
async fn titled(visit: &Visit, title: String, errors: &FieldErrors) -> Outcome<Frame> {
    let mut f = visit.frame(title).await?;
    f.count_errors(errors.0.len());
    Ok(Frame { noindex: true, ..f })
}
