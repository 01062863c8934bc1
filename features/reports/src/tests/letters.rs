//! Reports without an account: letters to the desk, the code, the terms, the secret.
use super::*;
use base::limits::Limits;

fn letter(title: &str, contact: Option<Contact>) -> ReportDraft {
    ReportDraft { visibility: Visibility::Anonymous, contact, ..draft(title) }
}

fn email() -> Option<Contact> {
    Some(Contact::Email("ani@contoh.example".into()))
}

async fn mailed_code(app: &App) -> String {
    let mailed = letters(app).await;
    assert_eq!(mailed.len(), 1, "{mailed:?}");
    assert_eq!(mailed[0].to, "ani@contoh.example");
    let (_, code) = mailed[0].body.split_once("Kode: ").unwrap();
    code[..6].to_owned()
}

#[tokio::test]
async fn a_letter_shows_once_its_sender_typed_the_code_and_agreed() {
    on_both(setup, |app| async move {
        cast(&app).await;
        let sent = send(&app, None, &letter("Air mati", email())).await;
        let path = format!("/laporan/{}", sent.id);
        assert_eq!(read(&app, &path).await.0, 404);
        let code = mailed_code(&app).await;
        assert!(!code.contains(&sent.code));
        let confirm = format!("{path}/rahasia/konfirmasi");
        let wrong = if code == "111111" { "222222" } else { "111111" };
        let form = |typed: &str, more: &str| format!("kode={}&code={typed}{more}", sent.code);
        assert_eq!(write(&app, &confirm, &form(wrong, "&terms=1")).await.0, 422);
        let without = write(&app, &confirm, &form(&code, "")).await;
        assert_eq!(without.0, 422);
        assert!(without.2.contains("Centang dulu kotak persetujuan"), "{}", without.2);
        assert_eq!(read(&app, &path).await.0, 404);
        let done = write(&app, &confirm, &form(&code, "&terms=1")).await;
        assert_eq!(done.0, 303, "{}", done.2);
        assert_eq!(read(&app, &path).await.0, 200);
        let sender = store::sender(&app.db, sent.id).await.unwrap().unwrap();
        assert!(sender.confirmed_at.is_some() && sender.terms_version == Some(1));
        verify(&app, sent.id, Class::Complaint).await.unwrap();
        let told = letters(&app).await;
        assert_eq!(told[0].to, "ani@contoh.example", "a confirmed address hears what happens");
    })
    .await;
}

#[tokio::test]
async fn a_code_lives_an_hour_and_five_tries() {
    on_both(setup, |app| async move {
        cast(&app).await;
        let sent = send(&app, None, &letter("Air mati", email())).await;
        let code = mailed_code(&app).await;
        let wrong = if code == "111111" { "222222" } else { "111111" };
        for _ in 0..5 {
            assert_eq!(key(actions::confirm(&app, sent.id, (wrong, true)).await), "error-code");
        }
        assert_eq!(key(actions::confirm(&app, sent.id, (&code, true)).await), "refusal-code-gone");
        actions::renew_code(&app, sent.id).await.unwrap();
        let code = mailed_code(&app).await;
        app.clock.advance(SignedDuration::from_mins(61));
        assert_eq!(key(actions::confirm(&app, sent.id, (&code, true)).await), "refusal-code-gone");
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_without_an_account_gets_no_further_than_one_with_it() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        base::holds::NEWCOMER_WAITS.put(&app, &mut tx, 1, cast.sari.id).await.unwrap();
        tx.commit().await.unwrap();
        let sent = send(&app, None, &letter("Air mati", email())).await;
        let code = mailed_code(&app).await;
        actions::confirm(&app, sent.id, (&code, true)).await.unwrap();
        assert!(!report(&app, sent.id).await.public());
        let held = base::store::hold_of(&app.db, sent.id.into()).await.unwrap().unwrap();
        assert_eq!(held.person, None, "the queue does not know who");
    })
    .await;
}

#[tokio::test]
async fn without_a_way_back_only_the_desk_makes_it_public_and_later_words_one_by_one() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let phone = Some(Contact::Phone("081234567890".into()));
        for (title, contact) in [("Air mati", None), ("Pipa bocor", phone)] {
            let sent = send(&app, None, &letter(title, contact)).await;
            let code = &sent.code;
            assert!(letters(&app).await.is_empty());
            let path = format!("/laporan/{}", sent.id);
            assert_eq!(read(&app, &path).await.0, 404);
            let confirm = format!("kode={code}&code=123456&terms=1");
            let refused = write(&app, &format!("{path}/rahasia/konfirmasi"), &confirm).await;
            assert_eq!(refused.0, 409);
            verify(&app, sent.id, Class::Complaint).await.unwrap();
            deliver(&app, sent.id, cast.roads).await.unwrap();
            say(&app, sent.id, AnswerKind::Answer, Said::words("Sudah.")).await.unwrap();
            let form = format!("kode={code}&words=Masih+kering");
            assert_eq!(write(&app, &format!("{path}/rahasia/balas"), &form).await.0, 303);
            let page = read(&app, &path).await.2;
            assert!(
                page.contains("menunggu diperiksa") && !page.contains("Masih kering"),
                "{page}"
            );
            let desk = get(&app, "/meja/laporan?bagian=kata", &cast.maria).await.2;
            assert!(desk.contains(title), "{desk}");
            let work = get(&app, &format!("/meja/laporan/{}", sent.id), &cast.maria).await.2;
            let step = format!("step={}", hidden(&work, "step"));
            let show = format!("/meja/laporan/{}/tayangkan", sent.id);
            assert_eq!(post(&app, &show, &cast.maria, &step).await.0, 303);
            assert!(read(&app, &path).await.2.contains("Masih kering"));
        }
    })
    .await;
}

#[tokio::test]
async fn the_number_and_the_code_open_the_page_and_nothing_else_does() {
    on_both(setup, |app| async move {
        cast(&app).await;
        let sent = send(&app, None, &letter("Air mati", None)).await;
        let other = send(&app, None, &letter("Pipa bocor", None)).await;
        let number = report(&app, sent.id).await.number;
        let typed = sent.code.to_lowercase().replace('-', "+");
        let form = format!("number={}&code={typed}", number.to_lowercase().replace('-', "+"));
        let (status, place, _) = write(&app, "/laporan/ikuti", &form).await;
        assert_eq!(status, 303);
        let page = read(&app, &place).await.2;
        assert!(page.contains("Air mati") && page.contains("noindex"), "{page}");
        let wrong = format!("number={number}&code={}", other.code);
        let refused = write(&app, "/laporan/ikuti", &wrong).await;
        assert_eq!(refused.0, 422);
        assert!(!refused.2.contains("Air mati") && refused.2.contains(&number));
        let secret = format!("/laporan/{}/rahasia", sent.id);
        assert_eq!(read(&app, &secret).await.0, 404);
        assert_eq!(read(&app, &format!("{secret}?kode={}", other.code)).await.0, 404);
        assert_eq!(read(&app, &format!("{secret}?kode={}", sent.code)).await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn guesses_at_a_code_run_out() {
    let limited = || Setup { limits: Limits::new(), ..setup() };
    on_both(limited, |app| async move {
        cast(&app).await;
        let sent = send(&app, None, &letter("Air mati", None)).await;
        let secret = format!("/laporan/{}/rahasia?kode=", sent.id);
        for _ in 0..10 {
            assert_eq!(read(&app, &format!("{secret}0000-0000")).await.0, 404);
        }
        assert_eq!(read(&app, &format!("{secret}0000-0000")).await.0, 429);
        assert_eq!(
            read(&app, &format!("{secret}{}", sent.code)).await.0,
            200,
            "whoever knows it is let in"
        );
        assert_eq!(write(&app, "/laporan/ikuti", "number=L-261124-00000&code=0").await.0, 429);
    })
    .await;
}

fn asks_to_agree() -> Setup {
    let is_due =
        |_: &App, _: PersonId| -> base::feature::Later<'_, bool> { Box::pin(async { Ok(true) }) };
    let agreement = Some(base::app::Agreement { path: "/akun/syarat", is_due });
    Setup { agreement, ..setup() }
}

#[tokio::test]
async fn who_writes_with_an_account_on_its_report_agrees_first_and_the_code_is_not_kept() {
    on_both(asks_to_agree, |app| async move {
        let cast = cast(&app).await;
        let sent = send(&app, Some(&cast.sari), &draft("Lampu mati")).await;
        let path = format!("/laporan/{}/rahasia/pesan", sent.id);
        let form = format!("kode={}&words=Tiangnya+sudah+miring.", sent.code);
        let (status, place, _) = post(&app, &path, &cast.sari, &form).await;
        assert_eq!(status, 303);
        assert!(place.starts_with("/akun/syarat?lanjut="), "{place}");
        assert!(store::notes(&app.db, sent.id).await.unwrap().is_empty());
        // Whoever knows the code only speaks as a letter does.
        let (status, place, _) = write(&app, &path, &form).await;
        assert_eq!((status.as_u16(), place.contains("/rahasia")), (303, true), "{place}");
        assert_eq!(store::notes(&app.db, sent.id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn thirty_days_after_the_end_nothing_says_who_sent_it_but_a_name_that_stands_on_it() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let open = delivered(&app, &cast, "Lampu mati").await;
        let nameless = ReportDraft { visibility: Visibility::Anonymous, ..draft("Jalan rusak") };
        let nameless = send(&app, Some(&cast.sari), &nameless).await;
        verify(&app, nameless.id, Class::Complaint).await.unwrap();
        deliver(&app, nameless.id, cast.roads).await.unwrap();
        for sent in [&open, &nameless] {
            let by = Act::reporter(app.now());
            act!(app, sent.id, |tx, report| actions::judge(&app, tx, &report, &by, (true, None)))
                .unwrap();
        }
        let person = |id| {
            let app = app.clone();
            async move { store::sender(&app.db, id).await.unwrap().unwrap().person }
        };
        days(&app, 29);
        actions::go_round(&app).await.unwrap();
        assert_eq!(person(nameless.id).await, Some(cast.sari.id));
        days(&app, 2);
        actions::go_round(&app).await.unwrap();
        assert_eq!(person(nameless.id).await, None);
        assert_eq!(person(open.id).await, Some(cast.sari.id), "her name stands on it");
    })
    .await;
}

#[tokio::test]
async fn words_that_a_rule_holds_wait_for_the_desk_and_a_flag_shows_the_ones_that_stand() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        say(&app, sent.id, AnswerKind::Answer, Said::words("Sudah.")).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        base::holds::ALL_WAIT.put(&app, &mut tx, 1, cast.maria.id).await.unwrap();
        tx.commit().await.unwrap();
        let reply = format!("/laporan/{}/rahasia/balas", sent.id);
        assert_eq!(post(&app, &reply, &cast.sari, "words=Masih+gelap").await.0, 303);
        let path = format!("/laporan/{}", sent.id);
        assert!(!read(&app, &path).await.2.contains("Masih gelap"), "everything waits");
        let told = || async {
            let text = (feature().levers.unwrap().text)(&app, sent.id.into());
            text.await.unwrap().unwrap().text
        };
        assert!(!told().await.contains("Masih gelap"));
        let work = get(&app, &format!("/meja/laporan/{}", sent.id), &cast.maria).await.2;
        let step = hidden(&work, "step");
        let form = format!("step={step}");
        let desk = format!("/meja/laporan/{}", sent.id);
        assert_eq!(post(&app, &format!("{desk}/tayangkan"), &cast.maria, &form).await.0, 303);
        assert!(read(&app, &path).await.2.contains("Masih gelap"));
        assert!(told().await.contains("Masih gelap"), "a moderator judges what readers see");
        // Taken from sight with a reason that readers see, by somebody whom the log knows.
        let hide = format!("{desk}/sembunyikan");
        assert_eq!(post(&app, &hide, &cast.maria, &form).await.0, 422, "a reason is asked for");
        let done = post(&app, &hide, &cast.maria, &format!("{form}&reason=slander")).await;
        assert_eq!(done.0, 303, "{}", done.2);
        let page = read(&app, &path).await.2;
        assert!(page.contains("Alasannya: fitnah") && !page.contains("Masih gelap"), "{page}");
        let events = base::db::Reads::all::<(PersonId, String)>(
            &app.db,
            base::sql!(
                "SELECT person_id, detail FROM events WHERE verb = 'report.words-hidden' ORDER BY id"
            ),
            base::values![],
        );
        let events = events.await.unwrap();
        assert_eq!(events, [(cast.maria.id, format!("{step} slander"))]);
    })
    .await;
}
