//! The addresses of writing: the form, one's own drafts, the editors' desk.
use super::{desk_acts, draft_desk, drafts, proof, versions, writing};
use base::{
    feature::{Route, Who},
    visitor::Role,
};

/// The action looks whether the draft is from their area.
const EDITORS: Who = Who::Any(&[Role::Editor, Role::ChiefEditor]);

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/tulisan/baru", Who::Anyone, writing::form),
        Route::post("/tulisan/baru", Who::Member, writing::create).with_files(),
        // The script is answered in its own words when nobody is signed in; a form would be kept at the door each time.
        Route::post("/naskah/otomatis", Who::Anyone, writing::autosave),
        Route::get("/naskah", Who::Member, drafts::own),
        Route::get("/naskah/{id}", Who::Own, drafts::show),
        Route::get("/naskah/{id}/ubah", Who::Own, writing::edit),
        Route::post("/naskah/{id}/ubah", Who::Own, writing::change).with_files(),
        Route::get("/naskah/{id}/pratinjau", Who::Own, drafts::preview),
        Route::get("/naskah/{id}/periksa", Who::Own, proof::show),
        Route::post("/naskah/{id}/kirim", Who::Own, proof::send).that_speaks(),
        Route::post("/naskah/{id}/kata", EDITORS, proof::vouch),
        Route::get("/naskah/{id}/versi", Who::Own, versions::list),
        Route::get("/naskah/{id}/versi/{number}", Who::Own, versions::show),
        Route::post("/naskah/{id}/tarik", Who::Own, drafts::withdraw),
        Route::post("/naskah/{id}/catatan/{note}", Who::Own, desk_acts::answer_note).that_speaks(),
        Route::get("/meja/tulisan", EDITORS, draft_desk::desk),
        Route::get("/meja/tulisan/{id}", EDITORS, draft_desk::work),
        Route::post("/meja/tulisan/{id}/setujui", EDITORS, desk_acts::approve),
        Route::post("/meja/tulisan/{id}/verifikasi", EDITORS, desk_acts::verify),
        Route::get("/meja/tulisan/{id}/periksa", EDITORS, desk_acts::check_form),
        Route::post("/meja/tulisan/{id}/periksa", EDITORS, desk_acts::check),
        Route::get("/meja/tulisan/{id}/pertanyaan", EDITORS, desk_acts::question_form),
        Route::post("/meja/tulisan/{id}/pertanyaan", EDITORS, desk_acts::question),
        Route::post("/meja/tulisan/{id}/pertanyaan/{question}", EDITORS, desk_acts::answer),
        Route::post("/meja/tulisan/{id}/catatan", EDITORS, desk_acts::note),
        Route::post("/meja/tulisan/{id}/catatan/{note}", EDITORS, desk_acts::settle_note),
        Route::post("/meja/tulisan/{id}/penulis", EDITORS, desk_acts::add_writer),
        Route::post("/meja/tulisan/{id}/terbitkan", EDITORS, desk_acts::publish),
        Route::post("/meja/tulisan/{id}/batal-jadwal", EDITORS, desk_acts::unschedule),
        Route::post("/meja/tulisan/{id}/embargo", EDITORS, desk_acts::embargo),
        Route::post("/meja/tulisan/{id}/akhiri-embargo", EDITORS, desk_acts::end_embargo),
        Route::post("/meja/tulisan/{id}/kembalikan", EDITORS, desk_acts::give_back),
        Route::post("/meja/tulisan/{id}/lengkapi", EDITORS, desk_acts::settle),
    ]
}
