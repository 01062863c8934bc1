//! The pages of reports: for residents, for senders, for the desk, for officers.
pub(crate) mod act;
pub(crate) mod desk;
pub(crate) mod files;
pub(crate) mod follow;
pub(crate) mod inbox;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod ombudsman;
mod samples;
pub(crate) mod show;
pub(crate) mod view;

pub(crate) use desk::waiting;
pub(crate) use samples::gallery;

use crate::may::DESK;
use base::{
    feature::{Route, Who},
    refusal::{FieldErrors, Outcome},
    visitor::Role,
    web::{Frame, Visit},
};

/// The number of errors stands in the title, where a screen reader says it first.
async fn titled(visit: &Visit, key: &str, errors: &FieldErrors) -> Outcome<Frame> {
    let mut f = visit.frame(visit.words().t(key)).await?;
    f.count_errors(errors.0.len());
    Ok(f)
}

const OFFICERS: Who = Who::Any(&[Role::Officer]);

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/laporan", Who::Anyone, list::list),
        Route::get("/laporan/baru", Who::Anyone, new::form),
        Route::post("/laporan/baru", Who::Anyone, new::create).with_files(),
        Route::get("/laporan/ikuti", Who::Anyone, follow::ask),
        Route::post("/laporan/ikuti", Who::Anyone, follow::find),
        Route::get("/laporan/{id}", Who::Anyone, show::show),
        Route::get("/laporan/{id}/ombudsman", Who::Anyone, ombudsman::letter),
        Route::get("/laporan/{id}/rahasia", Who::Anyone, follow::show),
        Route::get("/laporan/{id}/rahasia/lampiran", Who::Anyone, files::form),
        Route::post("/laporan/{id}/rahasia/lampiran", Who::Anyone, files::change).with_files(),
        Route::get("/laporan/{id}/rahasia/{deed}", Who::Anyone, act::sender_form),
        Route::post("/laporan/{id}/rahasia/{deed}", Who::Anyone, act::sender_do),
        Route::get("/jawaban/{id}", Who::Anyone, show::answer),
        Route::get("/meja/laporan", Who::Any(DESK), desk::desk),
        Route::get("/meja/laporan/{id}", Who::Any(DESK), desk::work),
        Route::get("/meja/laporan/{id}/{deed}", Who::Any(DESK), act::desk_form),
        Route::post("/meja/laporan/{id}/{deed}", Who::Any(DESK), act::desk_do).with_files(),
        Route::get("/meja/instansi", OFFICERS, inbox::inbox),
        Route::get("/meja/instansi/{id}", OFFICERS, inbox::work),
        Route::get("/meja/instansi/{id}/{deed}", OFFICERS, act::body_form),
        Route::post("/meja/instansi/{id}/{deed}", OFFICERS, act::body_do).with_files(),
    ]
}
