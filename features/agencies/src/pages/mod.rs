//! What is shown of bodies: to readers, to administrators.
mod block;
mod correct;
mod desk;
mod desk_samples;
mod end;
mod form;
mod import;
mod list;
mod manage;
mod officers;
mod period;
mod promises;
mod samples;
mod show;

pub(crate) use block::blocks;
pub use promises::former_promises;
pub(crate) use samples::gallery;

use crate::agency::{Agency, AgencyName};
use base::{
    feature::{Route, Who},
    refusal::{FieldErrors, OrNotFound, Outcome},
    visitor::{Role, Scope},
    web::{Frame, Visit},
};

const ADMINISTRATOR: Who = Who::Any(&[Role::Administrator]);

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/instansi", Who::Anyone, list::list),
        Route::get("/instansi/{slug}", Who::Anyone, show::show),
        Route::get("/pengelola/instansi", ADMINISTRATOR, desk::desk),
        Route::get("/pengelola/instansi/baru", ADMINISTRATOR, form::add_form),
        Route::post("/pengelola/instansi/baru", ADMINISTRATOR, form::create),
        Route::get("/pengelola/instansi/impor", ADMINISTRATOR, import::form),
        Route::post("/pengelola/instansi/impor", ADMINISTRATOR, import::bring_in),
        Route::get("/pengelola/instansi/{slug}", ADMINISTRATOR, manage::manage),
        Route::get("/pengelola/instansi/{slug}/ubah", ADMINISTRATOR, form::edit),
        Route::post("/pengelola/instansi/{slug}/ubah", ADMINISTRATOR, form::save),
        Route::post("/pengelola/instansi/{slug}/unit", ADMINISTRATOR, manage::open_unit),
        Route::post("/pengelola/instansi/{slug}/layanan", ADMINISTRATOR, manage::offer_service),
        Route::post("/pengelola/instansi/{slug}/jabatan", ADMINISTRATOR, manage::open_office),
        Route::post("/pengelola/instansi/{slug}/pejabat", ADMINISTRATOR, manage::note_term),
        Route::get("/pengelola/instansi/{slug}/akhiri/{what}/{id}", ADMINISTRATOR, end::ask),
        Route::post("/pengelola/instansi/{slug}/akhiri/{what}/{id}", ADMINISTRATOR, end::end),
        Route::get("/pengelola/instansi/{slug}/ubah/{what}/{id}", ADMINISTRATOR, correct::form),
        Route::post("/pengelola/instansi/{slug}/ubah/{what}/{id}", ADMINISTRATOR, correct::save),
        Route::post("/pengelola/instansi/{slug}/hapus/{what}/{id}", ADMINISTRATOR, correct::strike),
        Route::get("/pengelola/instansi/{slug}/janji/{id}", ADMINISTRATOR, end::ask_kept),
        Route::post("/pengelola/instansi/{slug}/janji/{id}", ADMINISTRATOR, end::kept),
        Route::get("/pengelola/instansi/{slug}/petugas", ADMINISTRATOR, officers::officers),
        Route::post("/pengelola/instansi/{slug}/petugas", ADMINISTRATOR, officers::appoint),
        Route::post(
            "/pengelola/instansi/{slug}/petugas/{grant}/akhiri",
            ADMINISTRATOR,
            officers::release,
        ),
    ]
}

/// The body whose word stands in the address.
async fn asked(visit: &Visit, slug: &str) -> Outcome<Agency> {
    crate::store::by_slug(&visit.app.db, slug).await?.or_not_found()
}

fn administers(visit: &Visit) -> bool {
    visit.visitor.may(Role::Administrator, Scope::House)
}

/// The title of a page whose form was not right.
fn with_errors(mut f: Frame, errors: &FieldErrors) -> Frame {
    f.count_errors(errors.0.len());
    f
}

fn named(agency: Agency) -> AgencyName {
    AgencyName { path: agency.path(), name: agency.name }
}
