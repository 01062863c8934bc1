//! The pages of informants: those that a keeper is named on, the form, one closed, one opened, the way to erase it.
mod list;
mod new;
mod one;
mod samples;

pub(crate) use samples::gallery;

use base::{
    attribution::Attribution,
    feature::{Route, Who},
    refusal::{FieldErrors, Outcome},
    visitor::Role,
    web::{Frame, Visit},
};

const KEEPER: Who = Who::Any(&[Role::InformantKeeper]);

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/meja/narasumber", KEEPER, list::list),
        Route::get("/meja/narasumber/baru", KEEPER, new::form),
        Route::post("/meja/narasumber/baru", KEEPER, new::create).in_confidence(),
        Route::get("/meja/narasumber/{id}", KEEPER, one::show),
        Route::post("/meja/narasumber/{id}", KEEPER, one::change).in_confidence(),
        // Reading is an act: it is noted before a word is shown.
        Route::post("/meja/narasumber/{id}/buka", KEEPER, one::open).in_confidence(),
        Route::post("/meja/narasumber/{id}/penjaga", KEEPER, one::name).in_confidence(),
        Route::get("/meja/narasumber/{id}/hapus", KEEPER, one::ask_erase),
        Route::post("/meja/narasumber/{id}/hapus", KEEPER, one::erase).in_confidence(),
    ]
}

pub(crate) fn attribution_key(one: &Attribution) -> String {
    format!("informant-attribution-{one}")
}

/// The number of errors stands in the title, where a screen reader says it first.
async fn titled(visit: &Visit, key: &str, errors: &FieldErrors) -> Outcome<Frame> {
    let mut f = visit.frame(visit.words().t(key)).await?;
    f.count_errors(errors.0.len());
    Ok(Frame { noindex: true, ..f })
}
