//! The pages of replies: the form, the way back with number and code, what is published, the desk.
pub(crate) mod desk;
mod desk_samples;
pub(crate) mod follow;
pub(crate) mod impacts;
mod incidents;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod republishers;
mod samples;
pub(crate) mod view;

pub(crate) use desk::waiting;
pub(crate) use samples::gallery;

use crate::actions;
use base::{
    feature::{Route, Who},
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::{Card, Subject},
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
        Route::get("/meja/penerbit-ulang", DESK, republishers::register),
        Route::get("/meja/penerbit-ulang/{subject}", DESK, republishers::republishers),
        Route::post("/meja/penerbit-ulang/{subject}", DESK, republishers::add_republisher),
        Route::post("/meja/penerbit-ulang/{subject}/{id}", DESK, republishers::change_republisher),
        Route::get("/dampak", Who::Anyone, impacts::all_impacts),
        Route::get("/meja/dampak/{subject}", DESK, impacts::impacts),
        Route::post("/meja/dampak/{subject}", DESK, impacts::add_impact),
        Route::post("/meja/dampak/{subject}/{id}/coret", DESK, impacts::strike_impact),
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
    let mut f = visit.frame(title).await?;
    f.count_errors(errors.0.len());
    Ok(Frame { noindex: true, ..f })
}

/// The subject of the address, and its card, for somebody who edits there.
async fn edited(visit: &Visit, typed: &str) -> Outcome<Card> {
    let subject = Subject::parse(typed).filter(|subject| crate::subjects::takes(subject.kind));
    actions::edited(&visit.app, visit.person()?, subject.or_not_found()?).await
}
