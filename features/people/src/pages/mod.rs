//! Pages of accounts: the door, the account, the administrator's list of people.
pub(crate) mod account;
pub(crate) mod door;
pub(crate) mod first;
pub(crate) mod own_data;
pub(crate) mod passkeys;
pub(crate) mod recover;
pub(crate) mod requests;
pub(crate) mod roles;
pub(crate) mod second;
pub(crate) mod sign_up;
pub(crate) mod terms;

use crate::actions;
use axum::response::Response;
use base::{
    feature::{Gallery, Route, Sample, Who},
    refusal::{FieldErrors, Outcome},
    visitor::Role,
    web::{Answer, Frame, Visit},
};

/// Every address and who may use it.
pub(crate) fn routes() -> Vec<Route> {
    use Who::{Anyone, Own};
    const ADMINISTRATORS: Who = Who::Any(&[Role::Administrator]);
    const DATA_DESK: Who = Who::Any(&[Role::DataDesk]);
    vec![
        Route::get("/masuk", Anyone, door::show),
        Route::post("/masuk", Anyone, door::sign_in),
        Route::get("/masuk/kunci", Anyone, second::show_door),
        Route::post("/masuk/kunci", Anyone, second::sign_in),
        Route::post("/masuk/sidik/mulai", Anyone, passkeys::begin_entry),
        Route::post("/masuk/sidik", Anyone, passkeys::sign_in),
        Route::post("/keluar", Anyone, door::sign_out),
        Route::get("/daftar", Anyone, sign_up::show),
        Route::post("/daftar", Anyone, sign_up::sign_up),
        Route::get("/daftar/konfirmasi", Anyone, sign_up::show_code),
        Route::post("/daftar/konfirmasi", Anyone, sign_up::confirm),
        Route::get("/daftar/wali", Anyone, sign_up::show_guardian),
        Route::post("/daftar/wali", Anyone, sign_up::guardian),
        Route::get("/pulihkan", Anyone, recover::show),
        Route::post("/pulihkan", Anyone, recover::send),
        Route::get("/pulihkan/kode", Anyone, recover::show_code),
        Route::get("/pulihkan/tertulis", Anyone, recover::show_written),
        Route::post("/pulihkan/kode", Anyone, recover::set),
        Route::get("/pengelola/pertama", Anyone, first::show),
        Route::post("/pengelola/pertama", Anyone, first::create),
        Route::get("/akun", Own, account::show),
        Route::get("/akun/profil", Own, account::show_profile),
        Route::post("/akun/profil", Own, account::change_profile),
        Route::get("/akun/sandi", Own, account::show_password),
        Route::post("/akun/sandi", Own, account::change_password),
        Route::get("/akun/surel", Own, account::show_address),
        Route::post("/akun/surel", Own, account::change_address),
        Route::get("/akun/surel/kode", Own, account::show_address_code),
        Route::post("/akun/surel/kode", Own, account::confirm_address),
        Route::get("/akun/sesi", Own, account::show_sessions),
        Route::post("/akun/sesi/lain", Own, account::end_other_sessions),
        Route::post("/akun/sesi/semua", Own, account::end_all_sessions),
        Route::post("/akun/sesi/{id}/akhiri", Own, account::end_session),
        Route::get("/akun/syarat", Own, terms::show),
        Route::post("/akun/syarat", Own, terms::agree),
        Route::get("/akun/kode", Own, account::show_codes),
        Route::post("/akun/kode", Own, account::renew_codes),
        Route::get("/akun/data", Own, own_data::show),
        Route::post("/akun/data", Own, own_data::take),
        Route::get("/akun/hapus", Own, own_data::show_end),
        Route::post("/akun/hapus", Own, own_data::end),
        Route::get("/akun/kunci", Own, second::show),
        Route::post("/akun/kunci", Own, second::begin),
        Route::get("/akun/kunci/pasang", Own, second::show_set_up),
        Route::post("/akun/kunci/pasang", Own, second::set_up),
        Route::post("/akun/kunci/sidik/mulai", Own, passkeys::begin),
        Route::post("/akun/kunci/sidik", Own, passkeys::add),
        Route::post("/akun/kunci/sidik/{id}/hapus", Own, passkeys::end),
        Route::post("/akun/kunci/cadangan", Own, second::renew_spare_codes),
        Route::post("/akun/kunci/lepas", Own, second::end),
        Route::get("/data-pribadi", Anyone, requests::show),
        Route::post("/data-pribadi", Anyone, requests::ask),
        Route::get("/data-pribadi/cek", Anyone, requests::show_follow),
        Route::post("/data-pribadi/cek", Anyone, requests::follow),
        Route::get("/meja/data-pribadi", DATA_DESK, requests::desk),
        Route::get("/meja/data-pribadi/{id}", DATA_DESK, requests::work),
        Route::post("/meja/data-pribadi/{id}", DATA_DESK, requests::answer),
        Route::get("/pengelola/orang", ADMINISTRATORS, roles::list),
        Route::get("/pengelola/orang/{id}", ADMINISTRATORS, roles::show),
        Route::post("/pengelola/orang/{id}/peran", ADMINISTRATORS, roles::grant),
        Route::get("/pengelola/orang/{id}/kunci", ADMINISTRATORS, second::show_reset),
        Route::post("/pengelola/orang/{id}/kunci", ADMINISTRATORS, second::reset),
        Route::post("/pengelola/peran/{id}/akhiri", ADMINISTRATORS, roles::end),
    ]
}

/// The frame of a page that search engines have no business with. `key` is the title's.
pub(crate) async fn frame(visit: &Visit, key: &str) -> Outcome<Frame> {
    Ok(Frame { noindex: true, ..visit.frame(visit.words().t(key)).await? })
}

/// Signs this browser in: the session it had before ends.
pub(crate) async fn enter(visit: &Visit, answer: Response, token: &str) -> Answer {
    if let Some(before) = &visit.visitor.signed_in {
        actions::end_session(&visit.app, before, before.session).await?;
    }
    let browser = (visit.device.as_deref(), visit.browser.as_str());
    let noted = actions::note_device(&visit.app, token, browser, &visit.words()).await?;
    let (device, stays) = noted;
    let answer = if stays { visit.with_notice(answer, "account-stays") } else { answer };
    Ok(visit.with_device(visit.with_session(answer, Some(token)), &device))
}

/// A path that remembers where the visitor wanted to go.
pub(crate) fn with_next(path: &str, next: &str) -> String {
    if next == "/" {
        return path.to_owned();
    }
    let joint = if path.contains('?') { '&' } else { '?' };
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{path}{joint}lanjut={next}")
}

/// A check that failed shows the form again; every other failure goes on.
pub(crate) fn errors_or<T>(outcome: Outcome<T>) -> Outcome<Result<T, FieldErrors>> {
    match outcome {
        Ok(value) => Ok(Ok(value)),
        Err(failure) => Ok(Err(failure.of_form()?)),
    }
}

/// Where someone may be led after signing in: a path of this site, and nothing that a browser reads as another.
pub(crate) fn safe_path(wanted: Option<String>) -> String {
    let wanted = wanted.unwrap_or_default();
    let of_this_site = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains(|letter: char| {
            letter == '\\' || letter.is_control() || letter.is_whitespace()
        })
        && !wanted.contains("://")
        && !["/masuk", "/keluar"].iter().any(|door| wanted.starts_with(door));
    if of_this_site { wanted } else { "/".to_owned() }
}

/// Every page and its states.
pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let mut samples = door::gallery(gallery);
    samples.extend(sign_up::gallery(gallery));
    samples.extend(recover::gallery(gallery));
    samples.extend(first::gallery(gallery));
    samples.extend(account::gallery(gallery));
    samples.extend(roles::gallery(gallery));
    samples.extend(second::gallery(gallery));
    samples.extend(own_data::gallery(gallery));
    samples.extend(requests::gallery(gallery));
    samples.extend(terms::gallery(gallery));
    samples
}

#[cfg(test)]
mod tests {
    use super::{safe_path, with_next};
    use proptest::prelude::*;

    #[test]
    fn nobody_is_led_to_another_site() {
        let bad = [
            "https://jahat.example",
            "//jahat.example",
            "/\\jahat.example",
            "/a\n/b",
            "javascript:alert(1)",
            "jahat.example",
            "/x?u=https://jahat.example",
            "/masuk?lanjut=/masuk",
            "/keluar",
            "\t//jahat.example",
            "/\u{85}/jahat.example",
            "///jahat.example",
            "\\\\jahat.example",
            "data:text/html,x",
            " /tulisan",
            "",
        ];
        for path in bad {
            assert_eq!(safe_path(Some(path.to_owned())), "/", "{path}");
        }
        let good = "/tulisan/0abc/jembatan?balas=1#k";
        assert_eq!(safe_path(Some(good.to_owned())), good);
        assert_eq!(safe_path(None), "/");
    }

    #[test]
    fn where_one_wanted_to_go_is_remembered_and_the_front_page_needs_no_memory() {
        assert_eq!(with_next("/daftar", "/"), "/daftar");
        assert_eq!(with_next("/daftar", "/a?b=1"), "/daftar?lanjut=%2Fa%3Fb%3D1");
        assert_eq!(with_next("/pulihkan/kode?tiket=t", "/a"), "/pulihkan/kode?tiket=t&lanjut=%2Fa");
    }

    proptest! {
        #[test]
        fn whatever_is_wanted_the_answer_is_a_path_of_this_site(wanted in "[/\\\\:a-z.\t\n ]{0,12}|.{0,30}") {
            let path = safe_path(Some(wanted));
            let second = path.chars().nth(1);
            prop_assert!(path.starts_with('/') && second != Some('/') && !path.contains('\\'));
            prop_assert!(!path.contains(char::is_control));
        }
    }
}
