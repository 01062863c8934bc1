//! The desk: where administrators and chief editors add and change programmes and activities.
mod activities;
mod areas;
mod form;
mod lines;
mod list;
mod manage;
mod parts;
mod people;
mod programmes;
mod promises;
mod samples;

pub(super) use samples::samples;

use crate::actions;
use base::feature::{Desk, Route, Who};

pub(crate) const DESKS: &[Desk] = &[Desk { key: "desk-programmes", path: "/pengelola/program" }];

const STAFF: Who = Who::Any(actions::STAFF);

pub(super) fn routes() -> Vec<Route> {
    let mut routes = of_programmes();
    routes.extend(of_activities());
    routes
}

fn of_programmes() -> Vec<Route> {
    let part = "/pengelola/program/{id}/{part}";
    let line = "/pengelola/program/{id}/{part}/{line}";
    let area = "/pengelola/program/{id}/daerah/{place}/hapus";
    vec![
        Route::get("/pengelola/program", STAFF, list::list),
        Route::get("/pengelola/program/baru", STAFF, programmes::add_form),
        Route::post("/pengelola/program/baru", STAFF, programmes::create),
        Route::get("/pengelola/program/{id}", STAFF, manage::programme),
        Route::get("/pengelola/program/{id}/ubah", STAFF, programmes::edit),
        Route::post("/pengelola/program/{id}/ubah", STAFF, programmes::save),
        Route::post("/pengelola/program/{id}/hapus", STAFF, programmes::remove),
        Route::get("/pengelola/program/{id}/daerah", STAFF, areas::of_programme),
        Route::post("/pengelola/program/{id}/daerah", STAFF, areas::add_to_programme),
        Route::post(area, STAFF, areas::remove_from_programme),
        Route::get("/pengelola/program/{id}/kegiatan", STAFF, activities::add_form),
        Route::post("/pengelola/program/{id}/kegiatan", STAFF, activities::create),
        Route::get(part, STAFF, parts::add_form),
        Route::post(part, STAFF, parts::create),
        Route::get(line, STAFF, parts::edit),
        Route::post(line, STAFF, parts::save),
        Route::post("/pengelola/program/{id}/{part}/{line}/hapus", STAFF, parts::remove),
    ]
}

fn of_activities() -> Vec<Route> {
    let part = "/pengelola/kegiatan/{id}/{part}";
    let line = "/pengelola/kegiatan/{id}/{part}/{line}";
    let area = "/pengelola/kegiatan/{id}/daerah/{place}/hapus";
    let kept = "/pengelola/kegiatan/{id}/janji/{promise}";
    vec![
        Route::get("/pengelola/kegiatan/{id}", STAFF, manage::activity),
        Route::get("/pengelola/kegiatan/{id}/ubah", STAFF, activities::edit),
        Route::post("/pengelola/kegiatan/{id}/ubah", STAFF, activities::save),
        Route::post("/pengelola/kegiatan/{id}/hapus", STAFF, activities::remove),
        Route::get("/pengelola/kegiatan/{id}/jadwal", STAFF, activities::days_form),
        Route::post("/pengelola/kegiatan/{id}/jadwal", STAFF, activities::set_days),
        Route::get("/pengelola/kegiatan/{id}/keadaan", STAFF, activities::state_form),
        Route::post("/pengelola/kegiatan/{id}/keadaan", STAFF, activities::go_on),
        Route::get("/pengelola/kegiatan/{id}/peserta", STAFF, people::form),
        Route::post("/pengelola/kegiatan/{id}/peserta", STAFF, people::save),
        Route::get("/pengelola/kegiatan/{id}/daerah", STAFF, areas::of_activity),
        Route::post("/pengelola/kegiatan/{id}/daerah", STAFF, areas::add_to_activity),
        Route::post(area, STAFF, areas::remove_from_activity),
        Route::get("/pengelola/kegiatan/{id}/janji", STAFF, promises::add_form),
        Route::post("/pengelola/kegiatan/{id}/janji", STAFF, promises::create),
        Route::get(kept, STAFF, promises::keep_form),
        Route::post(kept, STAFF, promises::keep),
        Route::get("/pengelola/kegiatan/{id}/janji/{promise}/ubah", STAFF, promises::edit),
        Route::post("/pengelola/kegiatan/{id}/janji/{promise}/ubah", STAFF, promises::correct),
        Route::post("/pengelola/kegiatan/{id}/janji/{promise}/hapus", STAFF, promises::strike),
        Route::get(part, STAFF, lines::add_form),
        Route::post(part, STAFF, lines::create),
        Route::get(line, STAFF, lines::edit),
        Route::post(line, STAFF, lines::save),
        Route::post("/pengelola/kegiatan/{id}/{part}/{line}/hapus", STAFF, lines::remove),
    ]
}
