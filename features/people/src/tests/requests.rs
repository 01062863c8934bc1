//! The personal-data desk, with the cast.
use super::{
    PHRASE, join_sari, key, letter, pages::Browser, refused, rights::administrator, setup, sign_in,
    who,
};
use crate::{
    actions::{self, Received},
    requests::{AnswerDraft, RequestAct, RequestDraft, RequestState},
    store,
};
use axum::http::StatusCode;
use base::{
    app::App,
    jiff::SignedDuration,
    languages::Lang,
    limits::Limits,
    refusal::Refusal,
    testing::{Setup, on_both},
    visitor::{Role, Scope, SignedIn},
};

fn asks(kind: &str) -> RequestDraft {
    RequestDraft {
        kind: kind.into(),
        words: "Apa saja yang disimpan tentang saya?".into(),
        name: "Baso Tahir".into(),
        email: "baso@suara.example".into(),
    }
}

fn says(act: &str, ground: &str) -> AnswerDraft {
    AnswerDraft { act: act.into(), ground: ground.into(), words: "Kami sudah memeriksa.".into() }
}

/// Ketut, who keeps the desk.
async fn desk(app: &App) -> SignedIn {
    let ketut = administrator(app).await;
    actions::grant_role(app, &ketut, (ketut.id, Role::DataDesk, Scope::House)).await.unwrap();
    who(app, &sign_in(app, "ketut@suara.example", PHRASE).await).await.unwrap()
}

async fn ask(app: &App, member: Option<&SignedIn>, kind: &str) -> Received {
    actions::ask_about_data(app, (member, Lang::INDONESIAN), &asks(kind)).await.unwrap()
}

#[tokio::test]
async fn baso_without_an_account_asks_and_reads_the_answer_with_number_and_code() {
    on_both(setup, |app| async move {
        let ketut = desk(&app).await;
        let Received { number, code } = ask(&app, None, "access").await;
        let code = code.unwrap();
        let open = store::requests_in(&app.db, RequestState::Open).await.unwrap();
        assert_eq!(open[0].due_at, app.now() + SignedDuration::from_hours(72));
        actions::answer_about_data(&app, &ketut, open[0].id, &says("noted", "")).await.unwrap();
        let (_, seen) = actions::look_up_request(&app, &number, &code).await.unwrap();
        assert_eq!(seen.len(), 1, "notes are the desk's own");
        let without =
            actions::answer_about_data(&app, &ketut, open[0].id, &says("refused", "")).await;
        assert_eq!(key(without), "error-request-ground");
        let refused = says("refused", "not-proven");
        actions::answer_about_data(&app, &ketut, open[0].id, &refused).await.unwrap();
        let (told, _) = letter(&app).await;
        assert_eq!(told.to, "baso@suara.example");
        assert!(told.body.contains("Ditolak: Kami tidak dapat memastikan"), "{}", told.body);
        let again = actions::answer_about_data(&app, &ketut, open[0].id, &says("done", "")).await;
        assert_eq!(key(again), "refusal-request-answered");
        let typed = code.to_lowercase().replace('-', " ");
        let (request, seen) =
            actions::look_up_request(&app, &number.to_lowercase(), &typed).await.unwrap();
        assert_eq!((request.state, seen.len()), (RequestState::Refused, 2));
        let clocks = base::deadlines::of(&app.db, request.id.into()).await.unwrap();
        assert_eq!(clocks[0].rule, "personal-data@2022-10-17");
        assert_eq!(clocks[0].met_at, Some(app.now()));
        let log = base::store::events_of(&app.db, request.id.into()).await.unwrap();
        let verbs: Vec<&str> = log.iter().map(|event| event.verb.as_str()).collect();
        assert_eq!(verbs, ["data-request.received", "data-request.noted", "data-request.refused"]);
        assert!(
            log.iter().all(|event| event.detail.as_deref().is_none_or(|d| !d.contains("Baso")))
        );
        assert_eq!(store::acts(&app.db, request.id).await.unwrap()[1].act, RequestAct::Noted);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_code_opens_nothing_and_guesses_are_counted_by_the_number() {
    let setup = || Setup { limits: Limits::new(), ..setup() };
    on_both(setup, |app| async move {
        let Received { number, .. } = ask(&app, None, "deletion").await;
        for _ in 0..10 {
            let tried = actions::look_up_request(&app, &number, "AAAA-AAAA").await;
            assert_eq!(key(tried), "error-request-code");
        }
        let tried = actions::look_up_request(&app, &number, "AAAA-AAAA").await;
        assert!(matches!(refused(tried), Refusal::TooMany { .. }));
    })
    .await;
}

#[tokio::test]
async fn the_clock_runs_through_holidays_and_three_days_later_the_desk_shows_what_is_late() {
    on_both(setup, |app| async move {
        let ketut = desk(&app).await;
        // Thursday, 24 December 2026, 22.00 WITA: Christmas follows, and a weekend.
        app.clock.advance(
            "2026-12-24T14:00:00Z"
                .parse::<base::jiff::Timestamp>()
                .unwrap()
                .duration_since(app.now()),
        );
        ask(&app, None, "correction").await;
        let token = sign_in(&app, "ketut@suara.example", PHRASE).await;
        let mut browser = Browser::with_session(&app, &token);
        let page = browser.get("/meja/data-pribadi").await.page;
        assert!(page.contains("<p class=\"due\">Sisa 72 jam</p>"), "{page}");
        app.clock.advance(SignedDuration::from_secs(72 * 3600 - 60));
        let page = browser.get("/meja/data-pribadi").await.page;
        assert!(page.contains("<p class=\"due wait\">Sisa 1 menit</p>"), "{page}");
        app.clock.advance(SignedDuration::from_hours(2));
        let page = browser.get("/meja/data-pribadi").await.page;
        assert!(page.contains("<p class=\"due bad\">Terlambat 1 jam</p>"), "{page}");
        let open = store::requests_in(&app.db, RequestState::Open).await.unwrap();
        actions::answer_about_data(&app, &ketut, open[0].id, &says("done", "")).await.unwrap();
        assert!(browser.get("/meja/data-pribadi").await.page.contains("Tidak ada permintaan"));
        assert!(browser.get("/meja/data-pribadi?lihat=selesai").await.page.contains("Dipenuhi"));
    })
    .await;
}

#[tokio::test]
async fn sari_asks_by_her_account_page_by_page_and_no_more_than_five_at_once() {
    on_both(setup, |app| async move {
        let token = join_sari(&app).await;
        let sari = who(&app, &token).await.unwrap();
        let mut browser = Browser::with_session(&app, &token);
        let wrong = browser.post("/data-pribadi", &[("kind", "withdrawal"), ("words", "")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.page.contains("value=\"withdrawal\" checked"), "{}", wrong.page);
        let fields = [("kind", "withdrawal"), ("words", "Saya menarik persetujuan foto.")];
        assert_eq!(browser.post("/data-pribadi", &fields).await.notice, "request-received");
        assert!(browser.get("/data-pribadi").await.page.contains("Menunggu jawaban"));
        for _ in 0..4 {
            ask(&app, Some(&sari), "access").await;
        }
        let sixth =
            actions::ask_about_data(&app, (Some(&sari), Lang::INDONESIAN), &asks("access")).await;
        assert_eq!(key(sixth), "refusal-requests-open");
        assert_eq!(browser.get("/meja/data-pribadi").await.status, StatusCode::FORBIDDEN);
        let mut stranger = Browser::of(&app);
        let kept = stranger
            .post("/data-pribadi", &[("kind", "access"), ("words", "Apa?"), ("name", "Baso")])
            .await;
        assert!(kept.page.contains("class=\"codes\""), "{}", kept.page);
    })
    .await;
}
