//! People: accounts, sessions, consents, and roles in scopes.
//!
//! ```text
//! form ─► code by mail ─────────────► account        number ─► recovery codes shown once ─► account
//!              under 18: guardian's yes ┘
//! ```
//!
//! Everyone reads; whoever signs up is a member; an administrator grants the other roles, each within a scope, and ends
//! them. Addresses and numbers are seen by their owner only (and leave through mail); readers see a public name.
mod actions;
mod jobs;
mod pages;
mod password;
mod person;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    NewPerson, add_person, first_administrator_path, grant, hash_password, identify, open_session,
};
pub use person::Profile;

use anyhow::Result;
use base::{
    app::App,
    db::Reads,
    feature::{Describe, Feature, Route, Who},
    ids::PersonId,
    jiff::SignedDuration,
    jobs::JobType,
    subject::{Card, Kind, Subject},
    visitor::Role,
};
use std::collections::HashMap;

/// The public names of several people.
pub async fn names(db: impl Reads, ids: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(store::public_names(db, &ids).await?.into_iter().collect())
}

/// What every reader may know of a person.
pub async fn profile(db: impl Reads, id: PersonId) -> Result<Option<Profile>> {
    let account = store::find(db, id).await?;
    Ok(account.map(|account| Profile {
        id: account.id,
        public_name: account.public_name().to_owned(),
        about: account.about.clone(),
        area: account.area,
        since: account.joined_at,
    }))
}

/// Where letters to a person go, if there is such a place; for notices, never for a page.
pub async fn address_of(db: impl Reads, id: PersonId) -> Result<Option<String>> {
    Ok(store::find(db, id).await?.and_then(|account| account.email))
}

/// Accounts, sessions, roles.
pub fn feature() -> Feature {
    Feature {
        routes: routes(),
        jobs: vec![JobType::every::<jobs::Sweep>(SignedDuration::from_hours(1))],
        describe: Some(Describe {
            kinds: &[Kind::Person],
            card: |app, _, subject| Box::pin(describe(app, subject)),
        }),
        tables: &["people", "consents", "recovery_codes", "grants"],
        gallery: pages::gallery,
        ..Feature::named("people")
    }
}

async fn describe(app: &App, subject: Subject) -> Result<Option<Card>> {
    let profile = profile(&app.db, PersonId(subject.id)).await?;
    Ok(profile.map(|profile| {
        Card::named(subject, profile.public_name, format!("/pewarta/{}", profile.id))
    }))
}

fn routes() -> Vec<Route> {
    use Who::{Anyone, Own};
    use pages::{account, door, first, recover, roles, sign_up};
    const ADMINISTRATORS: Who = Who::Any(&[Role::Administrator]);
    vec![
        Route::get("/masuk", Anyone, door::show),
        Route::post("/masuk", Anyone, door::sign_in),
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
        Route::get("/akun/kode", Own, account::show_codes),
        Route::post("/akun/kode", Own, account::renew_codes),
        Route::get("/pengelola/orang", ADMINISTRATORS, roles::list),
        Route::get("/pengelola/orang/{id}", ADMINISTRATORS, roles::show),
        Route::post("/pengelola/orang/{id}/peran", ADMINISTRATORS, roles::grant),
        Route::post("/pengelola/peran/{id}/akhiri", ADMINISTRATORS, roles::end),
    ]
}
