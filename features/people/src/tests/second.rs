//! The second factor and new browsers, with the cast.
use super::{
    BROWSER, PHRASE, join_sari, key, letter, pages::Browser, refused, rights::administrator, setup,
    who,
};
use crate::{
    actions::{self, Entry, GUARDED},
    second, store,
};
use axum::http::StatusCode;
use base::{
    app::App,
    config::Choices,
    jiff::SignedDuration,
    jobs::run_due,
    languages::Lang,
    limits::Limits,
    refusal::Refusal,
    testing::{Setup, on_both},
    vault::{self, Vault},
    visitor::{Role, Scope, SignedIn},
};

/// Sets up the second factor; the secret and the spare codes.
async fn set_up(app: &App, person: &SignedIn) -> (String, Vec<String>) {
    actions::begin_second(app, person, PHRASE).await.unwrap();
    let secret = actions::waiting_secret(app, person.id).await.unwrap().unwrap();
    let code = second::code_now(&secret, app.now());
    let words = app.words(Lang::INDONESIAN);
    let codes = actions::confirm_second(app, person, &code, &words).await.unwrap();
    (secret, codes)
}

async fn ticket(app: &App) -> String {
    match actions::sign_in(app, "sari@suara.example", PHRASE, BROWSER).await.unwrap() {
        Entry::AskSecond(ticket) => ticket,
        Entry::Open(_) => panic!("the second factor is asked for"),
    }
}

#[tokio::test]
async fn sari_s_code_opens_once_half_a_minute_around_and_a_spare_code_once() {
    on_both(setup, |app| async move {
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let (secret, spare) = set_up(&app, &sari).await;
        let (told, _) = letter(&app).await;
        assert!(told.subject.starts_with("Kunci kedua terpasang"), "{}", told.subject);
        let enter = async |ticket: &str, code: &str| {
            actions::sign_in_second(&app, ticket, code, BROWSER).await
        };
        let used = second::code_now(&secret, app.now());
        assert_eq!(key(enter(&ticket(&app).await, &used).await), "error-second-code", "taken");
        app.clock.advance(SignedDuration::from_secs(30));
        let now = second::code_now(&secret, app.now());
        let first = ticket(&app).await;
        let token = enter(&first, &now).await.unwrap();
        assert_eq!(who(&app, &token).await.unwrap().id, sari.id);
        assert_eq!(key(enter(&first, &now).await), "refusal-code-gone", "the ticket is used");
        assert_eq!(key(enter(&ticket(&app).await, &now).await), "error-second-code", "taken");
        let ahead = app.now() + SignedDuration::from_secs(30);
        let early = second::code_now(&secret, ahead);
        enter(&ticket(&app).await, &early).await.unwrap();
        enter(&ticket(&app).await, &spare[0].to_lowercase()).await.unwrap();
        assert_eq!(key(enter(&ticket(&app).await, &spare[0]).await), "error-second-code");
        assert_eq!(store::count_spare_codes(&app.db, sari.id).await.unwrap(), 7);
        let late = ticket(&app).await;
        app.clock.advance(SignedDuration::from_mins(11));
        assert_eq!(key(enter(&late, &spare[1]).await), "refusal-code-gone");
    })
    .await;
}

#[tokio::test]
async fn guesses_at_the_second_factor_are_counted_by_ticket_and_by_account() {
    let setup = || Setup { limits: Limits::new(), ..setup() };
    on_both(setup, |app| async move {
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        set_up(&app, &sari).await;
        run_due(&app).await.unwrap();
        app.mailer.taken();
        let first = ticket(&app).await;
        for _ in 0..5 {
            let tried = actions::sign_in_second(&app, &first, "no", BROWSER).await;
            assert_eq!(key(tried), "error-second-code");
        }
        let tried = actions::sign_in_second(&app, &first, "no", BROWSER).await;
        assert_eq!(key(tried), "refusal-code-tries");
        let second = ticket(&app).await;
        for _ in 0..3 {
            let tried = actions::sign_in_second(&app, &second, "no", BROWSER).await;
            assert_eq!(key(tried), "error-second-code");
        }
        let tried = actions::sign_in_second(&app, &second, "no", BROWSER).await;
        assert!(matches!(refused(tried), Refusal::TooMany { .. }));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_asked_for_before_the_first_code_and_the_password_guards_every_change() {
    on_both(setup, |app| async move {
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let words = app.words(Lang::INDONESIAN);
        let wrong = actions::begin_second(&app, &sari, "bukan kata sandi").await;
        assert_eq!(key(wrong), "error-old-password");
        actions::begin_second(&app, &sari, PHRASE).await.unwrap();
        let entry = actions::sign_in(&app, "sari@suara.example", PHRASE, BROWSER).await.unwrap();
        assert!(matches!(entry, Entry::Open(_)));
        let wrong = actions::confirm_second(&app, &sari, "000000", &words).await;
        assert_eq!(key(wrong), "error-second-code");
        set_up(&app, &sari).await;
        let again = actions::begin_second(&app, &sari, PHRASE).await;
        assert_eq!(key(again), "refusal-second-on");
        let wrong = actions::end_second(&app, &sari, "bukan kata sandi", &words).await;
        assert_eq!(key(wrong), "error-old-password");
        actions::end_second(&app, &sari, PHRASE, &words).await.unwrap();
        let entry = actions::sign_in(&app, "sari@suara.example", PHRASE, BROWSER).await.unwrap();
        assert!(matches!(entry, Entry::Open(_)));
    })
    .await;
}

#[tokio::test]
async fn ketut_takes_it_off_for_sari_with_a_reason_and_she_hears_of_it() {
    on_both(setup, |app| async move {
        let ketut = administrator(&app).await;
        let token = join_sari(&app).await;
        let sari = who(&app, &token).await.unwrap();
        set_up(&app, &sari).await;
        run_due(&app).await.unwrap();
        app.mailer.taken();
        let words = app.words(Lang::INDONESIAN);
        let none = actions::reset_second(&app, &ketut, sari.id, ("", &words)).await;
        assert_eq!(key(none), "error-empty");
        let own = actions::reset_second(&app, &ketut, ketut.id, ("hilang", &words)).await;
        assert_eq!(key(own), "refusal-second-own");
        let reason = ("Ponselnya jatuh di kali", &words);
        actions::reset_second(&app, &ketut, sari.id, reason).await.unwrap();
        let (told, _) = letter(&app).await;
        assert!(told.body.contains("Ponselnya jatuh di kali"), "{}", told.body);
        assert!(who(&app, &token).await.is_none(), "every session ended");
        let events = base::store::events_of(&app.db, sari.id.into()).await.unwrap();
        let last = events.last().unwrap();
        assert_eq!(
            (last.verb.as_str(), last.person),
            ("person.second-factor-reset", Some(ketut.id))
        );
    })
    .await;
}

#[tokio::test]
async fn where_the_operator_asks_for_it_a_desk_stays_closed_and_its_door_leads_to_the_set_up() {
    let setup = || Setup {
        desk_key: Some(actions::DESK_KEY),
        choices: Choices { second_factor: Some(true), ..Choices::default() },
        ..setup()
    };
    on_both(setup, |app| async move {
        let path = actions::first_administrator_path(&app).await.unwrap().unwrap();
        let mut browser = Browser::of(&app);
        let fields = [
            ("key", path.split("kunci=").nth(1).unwrap()),
            ("name", "Ketut Arya"),
            ("email", "ketut@suara.example"),
            ("password", PHRASE),
        ];
        browser.post("/pengelola/pertama", &fields).await;
        let desk = browser.get("/pengelola/orang").await;
        assert_eq!((desk.place.as_str(), desk.notice.as_str()), ("/akun/kunci", "desk-closed"));
        let page = browser.get("/akun/kunci").await;
        assert!(page.page.contains("Meja Anda terbuka setelah kunci itu terpasang"));
        let form = browser.post("/pengelola/orang/1/peran", &[("role", "editor")]).await;
        assert_eq!(form.status, StatusCode::FORBIDDEN);
        assert_eq!(
            browser.post("/akun/kunci", &[("password", PHRASE)]).await.place,
            "/akun/kunci/pasang"
        );
        let shown = browser.get("/akun/kunci/pasang").await.page;
        let secret =
            shown.split("class=\"codes\"><li>").nth(1).unwrap().split("</li>").next().unwrap();
        assert!(shown.contains("<svg role=\"img\"") && !shown.contains("style=\""), "{shown}");
        let code = second::code_now(&secret.replace(' ', ""), app.now());
        let done = browser.post("/akun/kunci/pasang", &[("code", &code)]).await;
        let codes = done.page.split("class=\"codes\"").nth(1).unwrap();
        assert_eq!(codes.split("</ol>").next().unwrap().matches("<li>").count(), 8);
        assert_eq!(browser.get("/pengelola/orang").await.status, StatusCode::OK);
        let plain = super::super::grant;
        let sari = who(&app, &join_sari_quietly(&app).await).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        plain(&app, &mut tx, (sari.id, Role::Reporter, Scope::House), None).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!(actions::DESK_KEY.is_due)(&app, sari.id).await.unwrap(), "a reporter needs none");
        assert!(!GUARDED.contains(&Role::Reporter));
    })
    .await;
}

/// With letters of before out of the way.
async fn join_sari_quietly(app: &App) -> String {
    run_due(app).await.unwrap();
    app.mailer.taken();
    join_sari(app).await
}

#[tokio::test]
async fn a_new_browser_is_told_by_letter_and_a_known_one_is_not() {
    on_both(setup, |app| async move {
        join_sari(&app).await;
        let fields = [("contact", "sari@suara.example"), ("password", PHRASE)];
        let mut phone = Browser::of(&app);
        assert_eq!(phone.post("/masuk", &fields).await.status, StatusCode::SEE_OTHER);
        let (told, _) = letter(&app).await;
        assert!(told.subject.contains("peramban baru"), "{}", told.subject);
        assert!(
            told.body.contains("10.00 WITA") && told.body.contains("/akun/sesi"),
            "{}",
            told.body
        );
        phone.post("/keluar", &[]).await;
        phone.post("/masuk", &fields).await;
        run_due(&app).await.unwrap();
        assert!(app.mailer.taken().is_empty(), "the browser is known");
        let sessions = phone.get("/akun/sesi").await;
        assert!(sessions.page.contains("Dikenal sejak 24 November 2026"), "{}", sessions.page);
        let mut stranger = Browser::of(&app);
        stranger.post("/masuk", &fields).await;
        letter(&app).await;
    })
    .await;
}

#[tokio::test]
async fn the_secret_lies_in_the_vault_and_one_from_before_is_sealed_by_the_sweep() {
    on_both(setup, |app| async move {
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let (secret, spare) = set_up(&app, &sari).await;
        let kept = async || store::second(&app.db, sari.id).await.unwrap().unwrap().secret;
        let sealed = kept().await;
        assert!(Vault::is_sealed(&sealed) && !sealed.contains(&secret), "{sealed}");
        let mut tx = app.db.begin().await.unwrap();
        store::put_secret(&mut tx, sari.id, (&sealed, &secret)).await.unwrap();
        tx.commit().await.unwrap();
        app.clock.advance(SignedDuration::from_secs(30));
        let code = second::code_now(&secret, app.now());
        actions::sign_in_second(&app, &ticket(&app).await, &code, BROWSER).await.unwrap();
        actions::seal_secrets(&app).await.unwrap();
        assert!(Vault::is_sealed(&kept().await));
        app.clock.advance(SignedDuration::from_secs(30));
        let code = second::code_now(&secret, app.now());
        actions::sign_in_second(&app, &ticket(&app).await, &code, BROWSER).await.unwrap();
        assert_eq!(vault::inspect(&app).await.unwrap().open, 1);
        // Sealed with a key that is gone: the app's code is answered with a sentence, a spare code opens.
        let gone = kept().await.replace("v1.", "v1.0");
        let mut tx = app.db.begin().await.unwrap();
        store::put_secret(&mut tx, sari.id, (&kept().await, &gone)).await.unwrap();
        tx.commit().await.unwrap();
        app.clock.advance(SignedDuration::from_secs(30));
        let code = second::code_now(&secret, app.now());
        let told = actions::sign_in_second(&app, &ticket(&app).await, &code, BROWSER).await;
        assert_eq!(refused(told), Refusal::Conflict("refusal-vault"));
        actions::sign_in_second(&app, &ticket(&app).await, &spare[0], BROWSER).await.unwrap();
        assert_eq!(vault::inspect(&app).await.unwrap().without_key, 1);
    })
    .await;
}
