//! What is shown of programmes: to readers, and at the desk.
mod activity;
mod desk;
mod list;
mod parts;
mod samples;
mod show;
mod tree;

pub(crate) use desk::DESKS;
pub(crate) use samples::gallery;

use base::feature::{Route, Who};

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/program", Who::Anyone, list::list),
        Route::get("/program/{id}", Who::Anyone, show::short),
        Route::get("/program/{id}/{slug}", Who::Anyone, show::show),
        Route::get("/kegiatan/{id}", Who::Anyone, activity::short),
        Route::get("/kegiatan/{id}/{slug}", Who::Anyone, activity::show),
    ];
    routes.extend(desk::routes());
    routes
}
