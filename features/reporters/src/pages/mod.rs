//! The pages of reporters: one's own record, the desk, the list of those who are active, the card.
mod desk;
mod own;
mod public;
mod samples;
mod training_samples;
mod trainings;
mod view;

pub(crate) use samples::gallery;

use base::{
    feature::{Route, Who},
    refusal::{FieldErrors, Outcome},
    visitor::Role,
    web::{Frame, Visit},
};

/// Reporters recommend here; the rest is the editors'.
const DESK: Who = Who::Any(&[Role::Reporter, Role::Editor, Role::ChiefEditor]);

const EDITORS: Who = Who::Any(&[Role::Editor, Role::ChiefEditor]);

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/pewarta", Who::Anyone, public::list),
        Route::get("/kartu", Who::Anyone, public::find),
        Route::get("/kartu/{number}", Who::Anyone, public::card),
        Route::get("/pelatihan", Who::Anyone, trainings::list),
        Route::get("/pelatihan/{id}", Who::Anyone, trainings::show),
        Route::post("/pelatihan/{id}", Who::Member, trainings::join),
        Route::get("/meja/pelatihan", EDITORS, trainings::desk),
        Route::get("/meja/pelatihan/baru", EDITORS, trainings::form),
        Route::post("/meja/pelatihan/baru", EDITORS, trainings::create),
        Route::get("/meja/pelatihan/{id}", EDITORS, trainings::work),
        Route::get("/meja/pelatihan/{id}/ubah", EDITORS, trainings::edit),
        Route::post("/meja/pelatihan/{id}/ubah", EDITORS, trainings::save),
        Route::post("/meja/pelatihan/{id}/peserta", EDITORS, trainings::invite),
        Route::post("/meja/pelatihan/{id}/tutup", EDITORS, trainings::close),
        Route::get("/akun/pewarta", Who::Member, own::show),
        Route::post("/akun/pewarta", Who::Member, own::apply),
        Route::post("/akun/pewarta/ubah", Who::Own, own::retell),
        Route::post("/akun/pewarta/berhenti", Who::Own, own::leave),
        Route::get("/meja/pewarta", DESK, desk::list),
        Route::get("/meja/pewarta/{id}", DESK, desk::work),
        Route::post("/meja/pewarta/{id}", DESK, desk::act),
    ]
}

/// A page for those it is about; the number of errors stands in the title, where a screen reader says it first.
async fn titled(visit: &Visit, title: String, errors: &FieldErrors) -> Outcome<Frame> {
    let mut f = visit.frame(title).await?;
    f.count_errors(errors.0.len());
    Ok(Frame { noindex: true, ..f })
}
