//! Taking one's own data along, and ending an account.
use super::{
    BROWSER, PHRASE, join_sari, key, letter, pages::Browser, rights::administrator, setup, sign_in,
    who,
};
use crate::actions;
use axum::http::StatusCode;
use base::{app::App, jiff::SignedDuration, jobs::run_due, languages::Lang, testing::on_both};

async fn contact_stands_in(app: &App, contact: &str) -> Vec<String> {
    let (to, mut pieces) = tokio::sync::mpsc::channel(4);
    let (db, shapes) = (app.db.clone(), app.db.shapes().await.unwrap());
    let reading = tokio::spawn(async move { db.read_whole(shapes, to).await });
    let (mut found, mut name) = (vec![], String::new());
    while let Some(piece) = pieces.recv().await {
        match piece {
            base::db::Piece::Table(table) => name = table.name,
            base::db::Piece::Rows(rows) => {
                found.extend(
                    rows.iter()
                        .filter(|row| format!("{row:?}").contains(contact))
                        .map(|_| name.clone()),
                );
            }
        }
    }
    reading.await.unwrap().unwrap();
    found
}

#[tokio::test]
async fn sari_takes_everything_along_as_a_page_and_as_json() {
    on_both(setup, |app| async move {
        let ketut = administrator(&app).await;
        let token = join_sari(&app).await;
        let sari = who(&app, &token).await.unwrap();
        let role = (sari.id, base::visitor::Role::Reporter, base::visitor::Scope::House);
        actions::grant_role(&app, &ketut, role).await.unwrap();
        let token = sign_in(&app, "sari@suara.example", PHRASE).await;
        let mut browser = Browser::with_session(&app, &token);
        assert!(browser.get("/akun/data").await.page.contains("UU 27/2022"));
        let wrong = browser.post("/akun/data", &[("password", "bukan ini")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let json = browser.post("/akun/data", &[("password", PHRASE), ("as", "json")]).await.page;
        let data: serde_json::Value = serde_json::from_str(&json).unwrap();
        let tables: Vec<&str> = data["tables"]
            .as_array()
            .unwrap()
            .iter()
            .map(|t| t["table"].as_str().unwrap())
            .collect();
        assert_eq!(tables, ["consents", "events", "grants", "people", "sessions"]);
        assert!(json.contains("sari@suara.example") && !json.contains("argon2"), "{json}");
        assert!(!json.contains(&ketut.id.to_string()), "the number of another: {json}");
        let html = browser.post("/akun/data", &[("password", PHRASE)]).await.page;
        assert!(html.contains("<caption id=\"t-consents\">") && html.contains("application/json"));
    })
    .await;
}

#[tokio::test]
async fn an_account_ends_seven_days_after_it_was_asked_for_and_its_contact_stands_nowhere() {
    on_both(setup, |app| async move {
        administrator(&app).await;
        let token = join_sari(&app).await;
        let sari = who(&app, &token).await.unwrap();
        let words = app.words(Lang::INDONESIAN);
        // Things that would be left behind: a letter that stopped, a code that waits, a kept form.
        actions::send_recovery(&app, "sari@suara.example", &words).await.unwrap();
        run_due(&app).await.unwrap();
        app.mailer.taken();
        let wrong = actions::ask_to_end(&app, &sari, ("bukan ini", &words)).await;
        assert_eq!(key(wrong), "error-old-password");
        actions::ask_to_end(&app, &sari, (PHRASE, &words)).await.unwrap();
        let (told, _) = letter(&app).await;
        assert!(told.body.contains("1 Desember 2026"), "{}", told.body);
        assert!(who(&app, &token).await.is_none(), "every session ended");
        app.clock.advance(SignedDuration::from_hours(7 * 24 - 1));
        run_due(&app).await.unwrap();
        assert!(crate::profile(&app.db, sari.id).await.unwrap().is_some());
        app.clock.advance(SignedDuration::from_hours(2));
        actions::end_account(&app, sari.id).await.unwrap();
        let (last, _) = letter(&app).await;
        assert_eq!(last.to, "sari@suara.example");
        for contact in ["sari@suara.example", "Sari Wulandari"] {
            assert_eq!(contact_stands_in(&app, contact).await, [""; 0], "{contact}");
        }
        assert!(crate::profile(&app.db, sari.id).await.unwrap().is_none());
        let names = crate::names(&app.db, &[sari.id]).await.unwrap();
        assert_eq!(names[&sari.id], "Akun dihapus");
        let consents = crate::store::consents(&app.db, sari.id).await.unwrap();
        assert_eq!(consents.len(), 1, "the proof stays");
        let tried = actions::sign_in(&app, "sari@suara.example", PHRASE, BROWSER).await;
        assert_eq!(key(tried), "error-sign-in");
    })
    .await;
}

#[tokio::test]
async fn signing_in_takes_the_end_back_and_the_last_administrator_stays() {
    on_both(setup, |app| async move {
        let ketut = administrator(&app).await;
        let words = app.words(Lang::INDONESIAN);
        let last = actions::ask_to_end(&app, &ketut, (PHRASE, &words)).await;
        assert_eq!(key(last), "refusal-last-administrator");
        let token = join_sari(&app).await;
        let sari = who(&app, &token).await.unwrap();
        let mut browser = Browser::with_session(&app, &token);
        assert!(browser.get("/akun/hapus").await.page.contains("disimpan 5 tahun"));
        let asked = browser.post("/akun/hapus", &[("password", PHRASE)]).await;
        assert_eq!(asked.notice, "account-ends");
        let fields = [("contact", "sari@suara.example"), ("password", PHRASE)];
        let back = browser.post("/masuk", &fields).await;
        assert_eq!(back.notice, "account-stays");
        app.clock.advance(SignedDuration::from_hours(8 * 24));
        actions::end_account(&app, sari.id).await.unwrap();
        assert!(crate::profile(&app.db, sari.id).await.unwrap().is_some());
    })
    .await;
}
