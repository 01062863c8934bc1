//! What must not get out: who an anonymous reporter is, what a secret report says.
use super::*;
use base::feature::By;

const NAME: &str = "Sari Wulandari";

/// Every page that somebody else can open, with what it shows.
async fn others_see(app: &App, cast: &Cast, id: ReportId) -> Vec<(String, String)> {
    let reader = person(app, "Lina Tanuwijaya", &[(Role::Moderator, Scope::House)]).await;
    let mut seen = vec![];
    let paths = [
        "/laporan".to_owned(),
        "/laporan?jenis=listrik".to_owned(),
        format!("/laporan/{id}"),
        format!("/laporan/{id}/ombudsman"),
        "/meja/instansi".to_owned(),
        format!("/meja/instansi/{id}"),
        format!("/meja/instansi/{id}/jawab"),
        format!("/en/laporan/{id}"),
    ];
    for path in paths {
        for who in [&cast.marlina, &cast.rizal, &reader] {
            seen.push((path.clone(), get(app, &path, who).await.2));
        }
        seen.push((path.clone(), read(app, &path).await.2));
    }
    seen
}

#[tokio::test]
async fn nobody_reads_who_an_anonymous_reporter_is() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let anonymous = ReportDraft { visibility: Visibility::Anonymous, ..draft("Lampu mati") };
        let sent = send(&app, Some(&cast.sari), &anonymous).await;
        verify(&app, sent.id, Class::Complaint).await.unwrap();
        deliver(&app, sent.id, cast.roads).await.unwrap();
        say(&app, sent.id, AnswerKind::Answer, Said::words("Sudah.")).await.unwrap();
        let path = format!("/laporan/{}/rahasia/balas", sent.id);
        assert_eq!(post(&app, &path, &cast.sari, "words=Belum").await.0, 303);
        let mut looked = 0;
        for (path, page) in others_see(&app, &cast, sent.id).await {
            looked += usize::from(page.contains("Lampu mati"));
            assert!(!page.contains(NAME) && !page.contains(&cast.sari.id.to_string()), "{path}: {page}");
        }
        assert!(looked >= 10, "only {looked} pages show the report at all");
        let card = app.describe(Lang::INDONESIAN, sent.id.into()).await.unwrap().unwrap();
        assert_eq!(card.byline, None);
        let text = (feature().levers.unwrap().text)(&app, sent.id.into()).await.unwrap().unwrap();
        assert_eq!((text.by, text.by_name.as_str()), (None, "Pelapor"));
        let asked = |by| base::feature::Asked { lang: Lang::INDONESIAN, by, before: None, limit: 9 };
        assert!(app.list(asked(By::Person(cast.sari.id))).await.unwrap().is_empty());
        assert_eq!(app.list(asked(By::Agency(cast.roads))).await.unwrap().len(), 1);
        let (events,) = base::db::Reads::one::<(i64,)>(
            &app.db,
            base::sql!("SELECT COUNT(*) FROM events WHERE subject_kind = 'report' AND person_id IS NOT NULL"),
            base::values![],
        )
        .await
        .unwrap();
        assert_eq!(events, 0, "the log does not know either");
        let own = get(&app, &format!("/laporan/{}/rahasia", sent.id), &cast.sari).await;
        assert_eq!(own.0, 200, "its sender still comes back");
    })
    .await;
}

#[tokio::test]
async fn a_reporter_who_wants_to_be_named_is_named_to_readers_and_not_on_the_body_s_desk() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        assert!(read(&app, &format!("/laporan/{}", sent.id)).await.2.contains(NAME));
        let desk = get(&app, &format!("/meja/instansi/{}", sent.id), &cast.marlina).await.2;
        assert!(desk.contains("Lampu mati") && !desk.contains(NAME), "{desk}");
    })
    .await;
}

#[tokio::test]
async fn what_a_secret_reporter_says_later_reaches_the_body_as_the_desk_passes_it_on() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let secret =
            ReportDraft { visibility: Visibility::Secret, ..draft("Kepala loket memungut") };
        let sent = send(&app, Some(&cast.sari), &secret).await;
        verify(&app, sent.id, Class::Oversight).await.unwrap();
        deliver(&app, sent.id, cast.roads).await.unwrap();
        say(&app, sent.id, AnswerKind::Answer, Said::words("Sudah ditegur.")).await.unwrap();
        let own = format!("/laporan/{}/rahasia", sent.id);
        let form = get(&app, &format!("{own}/balas"), &cast.sari).await.2;
        assert!(form.contains("Laporan ini rahasia."), "{form}");
        let words = "words=Saya+Sari,+kemarin+dipungut+lagi.";
        assert_eq!(post(&app, &format!("{own}/balas"), &cast.sari, words).await.0, 303);
        let inbox = format!("/meja/instansi/{}", sent.id);
        let before = get(&app, &inbox, &cast.marlina).await.2;
        assert!(!before.contains("dipungut lagi"), "{before}");
        let waits = get(&app, "/meja/laporan?bagian=kata", &cast.maria).await.2;
        assert!(waits.contains(&sent.id.to_string()), "it waits for the desk: {waits}");
        let desk = format!("/meja/laporan/{}", sent.id);
        let page = get(&app, &desk, &cast.maria).await.2;
        assert!(!page.contains("/tayangkan"), "a secret is shown to nobody: {page}");
        let way = page.split("/sampaikan?langkah=").nth(1).unwrap().split('"').next().unwrap();
        let path = format!("{desk}/sampaikan");
        let form = get(&app, &format!("{path}?langkah={way}"), &cast.maria).await.2;
        assert!(form.contains("Saya Sari, kemarin dipungut lagi.</textarea>"), "{form}");
        let empty = post(&app, &path, &cast.maria, &format!("step={way}&words=")).await;
        assert_eq!(empty.0, 422);
        let told = format!("step={way}&words=Kemarin+dipungut+lagi.");
        assert_eq!(post(&app, &path, &cast.maria, &told).await.0, 303);
        assert_eq!(post(&app, &path, &cast.maria, &told).await.0, 409, "once");
        let after = get(&app, &inbox, &cast.marlina).await.2;
        assert!(after.contains("Kemarin dipungut lagi."), "{after}");
        assert!(!after.contains("Saya Sari") && !after.contains(NAME), "{after}");
        let waits = get(&app, "/meja/laporan?bagian=kata", &cast.maria).await.2;
        assert!(!waits.contains(&sent.id.to_string()), "{waits}");
        let own = get(&app, &own, &cast.sari).await.2;
        assert!(own.contains("Saya Sari") && own.contains("Kemarin dipungut lagi."), "{own}");
        assert_eq!(read(&app, &format!("/laporan/{}", sent.id)).await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn of_a_secret_report_the_body_reads_what_the_desk_passed_on_and_others_nothing() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let secret =
            ReportDraft { visibility: Visibility::Secret, ..draft("Kepala loket memungut") };
        let sent = send(&app, Some(&cast.sari), &secret).await;
        verify(&app, sent.id, Class::Oversight).await.unwrap();
        let path = format!("/meja/laporan/{}/teruskan", sent.id);
        let form = format!("agency={}&way=here", cast.roads);
        assert_eq!(post(&app, &path, &cast.maria, &form).await.0, 422, "words are asked for");
        let done =
            post(&app, &path, &cast.maria, &format!("{form}&words=Periksa+loket+tiga")).await;
        assert_eq!(done.0, 303, "{}", done.2);
        let desk = get(&app, &format!("/meja/instansi/{}", sent.id), &cast.marlina).await.2;
        assert!(desk.contains("Periksa loket tiga") && desk.contains("L-261124-"), "{desk}");
        // The regency and the day: village, kind and minute would tell who it was.
        assert!(desk.contains("Lombok Utara") && desk.contains("24 November 2026"), "{desk}");
        let inbox = get(&app, "/meja/instansi", &cast.marlina).await.2;
        assert!(inbox.contains("Lombok Utara"), "{inbox}");
        let kind = app.words(Lang::INDONESIAN).t("report-category-listrik");
        for page in [&desk, &inbox] {
            for hidden in ["Bayan", kind.as_str(), "jenis=listrik", "52.08.01"] {
                assert!(!page.contains(hidden), "{hidden}: {page}");
            }
        }
        assert!(!desk.contains("2026-11-24T10:00"), "{desk}");
        for (path, page) in others_see(&app, &cast, sent.id).await {
            for hidden in ["memungut", "bersenggolan", "depan pasar", NAME] {
                assert!(!page.contains(hidden), "{path} shows {hidden}: {page}");
            }
        }
        assert_eq!(read(&app, &format!("/laporan/{}", sent.id)).await.0, 404);
        let card = app.describe(Lang::INDONESIAN, sent.id.into()).await.unwrap().unwrap();
        assert!(!card.public && card.title.starts_with("L-"), "{card:?}");
        let open = (feature().open_data[0].rows)(&app, 0).await.unwrap();
        assert!(open.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_officer_of_another_body_is_refused_everywhere_and_a_role_in_the_house_speaks_for_none()
{
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let everywhere = person(&app, "Darwis Tamba", &[(Role::Officer, Scope::House)]).await;
        for who in [&cast.rizal, &everywhere] {
            let inbox = get(&app, "/meja/instansi", who).await;
            assert!(inbox.0 == 200 && !inbox.2.contains("Lampu mati"), "{}", inbox.2);
            assert_eq!(get(&app, &format!("/meja/instansi/{}", sent.id), who).await.0, 403);
            for deed in ["jawab", "janji", "perbaikan", "terima", "kembalikan"] {
                let path = format!("/meja/instansi/{}/{deed}", sent.id);
                assert_eq!(get(&app, &path, who).await.0, 403, "{path}");
                assert_eq!(post(&app, &path, who, "text=x&words=x").await.0, 403, "{path}");
            }
        }
        for path in ["/meja/laporan".to_owned(), format!("/meja/laporan/{}", sent.id)] {
            assert_eq!(get(&app, &path, &cast.marlina).await.0, 403);
        }
        assert_eq!(report(&app, sent.id).await.state, State::Delivered);
    })
    .await;
}

#[tokio::test]
async fn the_desk_reaches_its_own_areas_and_nobody_verifies_themselves() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = send(&app, Some(&cast.sari), &draft("Lampu mati")).await;
        let work = format!("/meja/laporan/{}", sent.id);
        for (who, status) in [(&cast.maria, 200), (&cast.cut, 200), (&cast.magda, 403)] {
            assert_eq!(get(&app, &work, who).await.0, status);
        }
        assert!(get(&app, "/meja/laporan", &cast.maria).await.2.contains("Lampu mati"));
        assert!(!get(&app, "/meja/laporan", &cast.magda).await.2.contains("Lampu mati"));
        let own = send(&app, Some(&cast.maria), &draft("Jalan rusak")).await;
        let path = format!("/meja/laporan/{}/periksa", own.id);
        assert_eq!(post(&app, &path, &cast.maria, "class=complaint").await.0, 403);
        assert_eq!(post(&app, &path, &cast.cut, "class=complaint").await.0, 303);
    })
    .await;
}

#[tokio::test]
async fn what_the_desk_notes_is_its_own_and_what_it_asks_reaches_the_sender() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let desk = format!("/meja/laporan/{}", sent.id);
        post(&app, &format!("{desk}/catatan"), &cast.maria, "words=Sumbernya+Ramlah").await;
        post(&app, &format!("{desk}/tanya"), &cast.maria, "words=Tiang+yang+mana").await;
        for (path, page) in others_see(&app, &cast, sent.id).await {
            assert!(!page.contains("Ramlah") && !page.contains("Tiang yang"), "{path}");
        }
        let own = get(&app, &format!("/laporan/{}/rahasia", sent.id), &cast.sari).await.2;
        assert!(own.contains("Tiang yang mana") && !own.contains("Ramlah"), "{own}");
        let mailed = letters(&app).await;
        assert!(mailed.iter().any(|letter| letter.body.contains("Tiang yang mana")));
        post(&app, &format!("/laporan/{}/rahasia/pesan", sent.id), &cast.sari, "words=Utara").await;
        assert!(get(&app, &desk, &cast.maria).await.2.contains("Utara"));
    })
    .await;
}

#[tokio::test]
async fn a_message_to_the_desk_is_new_there_until_somebody_has_read_it() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let desk = format!("/meja/laporan/{}", sent.id);
        let new = "/meja/laporan?bagian=pesan";
        assert!(!get(&app, new, &cast.maria).await.2.contains("Lampu mati"));
        let tell = format!("/laporan/{}/rahasia/pesan", sent.id);
        for _ in 0..2 {
            assert_eq!(post(&app, &tell, &cast.sari, "words=Tiang+utara").await.0, 303);
        }
        assert_eq!(store::notes(&app.db, sent.id).await.unwrap().len(), 1, "said once");
        let list = get(&app, new, &cast.maria).await.2;
        assert!(list.contains("Lampu mati") && list.contains("Pesan baru (1)"), "{list}");
        assert!(!get(&app, new, &cast.magda).await.2.contains("Lampu mati"));
        assert!(get(&app, &desk, &cast.maria).await.2.contains("Tandai sudah dibaca"));
        let done = post(&app, &format!("{desk}/dibaca"), &cast.maria, "").await;
        assert_eq!(done.0, 303, "{}", done.2);
        assert!(!get(&app, new, &cast.maria).await.2.contains("Lampu mati"));
        post(&app, &tell, &cast.sari, "words=Masih+di+sana").await;
        assert!(get(&app, new, &cast.maria).await.2.contains("Lampu mati"));
        post(&app, &format!("{desk}/tanya"), &cast.maria, "words=Sejak+kapan").await;
        assert!(!get(&app, new, &cast.maria).await.2.contains("Lampu mati"), "the desk answered");
    })
    .await;
}

#[tokio::test]
async fn a_hundred_messages_of_the_sender_do_not_stop_the_desk() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        for n in 0..101 {
            let words = format!("Pesan {n}");
            let told =
                act!(app, sent.id, |tx, report| actions::tell_desk(&app, tx, &report, words));
            assert_eq!(told.is_ok(), n < 100, "{n}");
        }
        let path = format!("/meja/laporan/{}/catatan", sent.id);
        assert_eq!(post(&app, &path, &cast.maria, "words=Banyak").await.0, 303);
    })
    .await;
}
