//! Passkeys with an authenticator in memory, with the cast.
use super::{PHRASE, join_sari, key, pages::Browser, setup, who};
use crate::{
    actions::{self, Entry, NewKey},
    passkey::{Party, made_up::Authenticator},
    store,
};
use axum::http::StatusCode;
use base::{app::App, jobs::run_due, languages::Lang, testing::on_both, visitor::SignedIn};

/// Sari's phone, added to her account; the spare codes.
async fn add_phone(app: &App, sari: &SignedIn) -> (Authenticator, Vec<String>) {
    let phone = Authenticator::new(Party::of(&app.config.address).unwrap());
    let asked = actions::begin_passkey(app, sari, PHRASE).await.unwrap();
    let (client, data) = phone.make(&asked.challenge);
    let new = NewKey { ticket: asked.ticket, client, data, name: "HP saya".into() };
    let words = app.words(Lang::INDONESIAN);
    let codes = actions::add_passkey(app, sari, &new, &words).await.unwrap();
    let again = actions::add_passkey(app, sari, &new, &words).await;
    assert_eq!(key(again), "refusal-code-gone", "a challenge is answered once");
    (phone, codes)
}

#[tokio::test]
async fn sari_adds_her_phone_and_signs_in_with_it_alone() {
    on_both(setup, |app| async move {
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let wrong = actions::begin_passkey(&app, &sari, "bukan ini").await;
        assert_eq!(key(wrong), "error-old-password");
        let (mut phone, codes) = add_phone(&app, &sari).await;
        assert_eq!(codes.len(), 8);
        let asked = actions::begin_passkey_entry(&app).await.unwrap();
        let used = phone.sign(&asked.challenge);
        let token = actions::sign_in_passkey(&app, &asked.ticket, &used, "").await.unwrap();
        assert_eq!(who(&app, &token).await.unwrap().id, sari.id);
        let again = actions::sign_in_passkey(&app, &asked.ticket, &used, "").await;
        assert_eq!(key(again), "refusal-code-gone");
        let other = actions::begin_passkey_entry(&app).await.unwrap();
        let stale = actions::sign_in_passkey(&app, &other.ticket, &used, "").await;
        assert_eq!(key(stale), "error-passkey", "signed for another challenge");
        phone.counter = 0;
        let copy = phone.sign(&other.challenge);
        let copied = actions::sign_in_passkey(&app, &other.ticket, &copy, "").await;
        assert_eq!(key(copied), "error-passkey", "the counter went back");
        let own = store::passkeys_of(&app.db, sari.id).await.unwrap();
        assert!(own[0].used_on.is_some());
    })
    .await;
}

#[tokio::test]
async fn with_a_passkey_the_password_alone_opens_nothing_and_a_spare_code_helps() {
    on_both(setup, |app| async move {
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let (_, codes) = add_phone(&app, &sari).await;
        let entry = actions::sign_in(&app, "sari@suara.example", PHRASE, "").await.unwrap();
        let Entry::AskSecond(ticket) = entry else { panic!("the second factor is asked for") };
        let guess = actions::sign_in_second(&app, &ticket, "000000", "").await;
        assert_eq!(key(guess), "error-second-code");
        let token = actions::sign_in_second(&app, &ticket, &codes[0], "").await.unwrap();
        let sari = who(&app, &token).await.unwrap();
        let id = store::passkeys_of(&app.db, sari.id).await.unwrap()[0].id;
        let words = app.words(Lang::INDONESIAN);
        actions::end_passkey(&app, &sari, (id, PHRASE), &words).await.unwrap();
        assert_eq!(store::count_spare_codes(&app.db, sari.id).await.unwrap(), 0);
        let entry = actions::sign_in(&app, "sari@suara.example", PHRASE, "").await.unwrap();
        assert!(matches!(entry, Entry::Open(_)));
    })
    .await;
}

#[tokio::test]
async fn the_forms_that_the_script_fills_in_work_page_by_page() {
    on_both(setup, |app| async move {
        let token = join_sari(&app).await;
        let mut browser = Browser::with_session(&app, &token);
        let begin = "/akun/kunci/sidik/mulai";
        let wrong = browser.post(begin, &[("password", "bukan ini")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.page.contains("{\"trouble\":\"Kata sandi"), "{}", wrong.page);
        let begun = browser.post(begin, &[("password", PHRASE)]).await.page;
        let asked: serde_json::Value = serde_json::from_str(&begun).unwrap();
        assert_eq!(asked["host"], "suara.example");
        let mut phone = Authenticator::new(Party::of(&app.config.address).unwrap());
        let (client, data) = phone.make(asked["challenge"].as_str().unwrap());
        let ticket = asked["ticket"].as_str().unwrap();
        let fields =
            [("ticket", ticket), ("client", &client), ("data", &data), ("name", "HP saya")];
        let added = browser.post("/akun/kunci/sidik", &fields).await;
        assert!(added.page.contains("class=\"codes\""), "{}", added.page);
        assert!(browser.get("/akun/kunci").await.page.contains("HP saya"));
        let mut stranger = Browser::of(&app);
        let door = stranger.get("/masuk").await.page;
        assert!(door.contains("<script type=\"module\">") && door.contains("data-passkey=\"use\""));
        let begun = stranger.post("/masuk/sidik/mulai", &[]).await.page;
        let asked: serde_json::Value = serde_json::from_str(&begun).unwrap();
        let used = phone.sign(asked["challenge"].as_str().unwrap());
        let fields = [
            ("ticket", asked["ticket"].as_str().unwrap()),
            ("credential", &used.credential),
            ("client", &used.client),
            ("data", &used.data),
            ("signature", &used.signature),
            ("next", "/akun/kunci"),
        ];
        let inside = stranger.post("/masuk/sidik", &fields).await;
        assert_eq!(inside.place, "/akun/kunci");
        let again = stranger.post("/masuk/sidik", &fields).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        run_due(&app).await.unwrap();
        app.mailer.taken();
    })
    .await;
}
