//! The addresses of writing: the form, one's own drafts, the editors' desk.
use super::{draft_desk, drafts};
use base::{
    feature::{Route, Who},
    visitor::Role,
};

/// The action looks whether the draft is from their area.
const EDITORS: Who = Who::Any(&[Role::Editor, Role::ChiefEditor]);

pub(crate) fn routes() -> [Route; 11] {
    [
        Route::get("/tulisan/baru", Who::Anyone, drafts::form),
        Route::post("/tulisan/baru", Who::Member, drafts::create),
        Route::get("/naskah", Who::Member, drafts::own),
        Route::get("/naskah/{id}", Who::Own, drafts::show),
        Route::get("/naskah/{id}/ubah", Who::Own, drafts::edit),
        Route::post("/naskah/{id}/ubah", Who::Own, drafts::resend),
        Route::post("/naskah/{id}/tarik", Who::Own, drafts::withdraw),
        Route::get("/meja/tulisan", EDITORS, draft_desk::desk),
        Route::get("/meja/tulisan/{id}", EDITORS, draft_desk::work),
        Route::post("/meja/tulisan/{id}/terbitkan", EDITORS, draft_desk::publish),
        Route::post("/meja/tulisan/{id}/kembalikan", EDITORS, draft_desk::give_back),
    ]
}
