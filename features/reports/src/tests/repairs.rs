//! What a body says is mended, and what its reporter says of that.
use super::*;

async fn way(app: &App, id: ReportId) -> Vec<String> {
    let steps = (feature().chain.unwrap().steps)(app, Lang::INDONESIAN, id.into());
    steps.await.unwrap().into_iter().map(|step| step.sentence).collect()
}

#[tokio::test]
async fn a_sender_says_that_it_is_mended_or_that_it_is_not_with_the_code_and_with_the_account() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let first = report(&app, sent.id).await.due_at.unwrap();
        let own = format!("/laporan/{}/rahasia", sent.id);
        assert!(!get(&app, &own, &cast.sari).await.2.contains("belum-diperbaiki"));
        say(&app, sent.id, AnswerKind::Repair, mended("Diganti.")).await.unwrap();
        days(&app, 2);
        let with_code = format!("{own}?kode={}", sent.code);
        for page in [get(&app, &own, &cast.sari).await.2, read(&app, &with_code).await.2] {
            assert!(page.contains(">Sudah diperbaiki</a>"), "{page}");
            assert!(page.contains(">Belum diperbaiki</a>"), "{page}");
            assert!(!page.contains("/balas"), "{page}");
        }
        let deed = format!("{own}/belum-diperbaiki");
        let form = format!("kode={}&words=", sent.code);
        assert_eq!(write(&app, &deed, &form).await.0, 422);
        let done = write(&app, &deed, &format!("{form}Masih+gelap.")).await;
        assert_eq!(done.0, 303, "{}", done.2);
        let now = report(&app, sent.id).await;
        assert_eq!((now.state, now.repaired_at), (State::Reopened, None));
        assert!(now.due_at.unwrap() > first, "the body's clock begins anew");
        let inbox = get(&app, "/meja/instansi", &cast.marlina).await.2;
        assert!(inbox.contains("Lampu mati") && inbox.contains("Dibuka lagi"), "{inbox}");
        let page = read(&app, &format!("/laporan/{}", sent.id)).await.2;
        assert!(page.contains("Pelapor menyatakan belum diperbaiki."), "{page}");
        let (status, _, late) = write(&app, &deed, &format!("{form}Lagi.")).await;
        assert_eq!(status, 409);
        assert!(late.contains(&format!("href=\"{with_code}\"")), "it leads back: {late}");
        let late = post(&app, &deed, &cast.sari, "words=Lagi.").await.2;
        assert!(late.contains(&format!("href=\"{own}\"")), "with the account too: {late}");
        let work = format!("/meja/instansi/{}", sent.id);
        let early = post(&app, &format!("{work}/sembunyikan"), &cast.marlina, "").await;
        assert_eq!(early.0, 409);
        assert!(early.2.contains(&format!("href=\"{work}\"")), "{}", early.2);
        say(&app, sent.id, AnswerKind::Repair, mended("Kabelnya diganti.")).await.unwrap();
        assert_eq!(post(&app, &format!("{own}/selesai"), &cast.sari, "").await.0, 303);
        assert_eq!(report(&app, sent.id).await.state, State::Closed);
    })
    .await;
}

#[tokio::test]
async fn a_repair_that_was_none_stays_told_on_the_way_of_the_report() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        say(&app, sent.id, AnswerKind::Repair, mended("Diganti.")).await.unwrap();
        let claimed = "Dinas Pekerjaan Umum menyatakan sudah memperbaikinya.".to_owned();
        assert!(!way(&app, sent.id).await.contains(&claimed), "it is told as the repair");
        let by = Act::reporter(app.now());
        let words = "Masih gelap.".to_owned();
        act!(app, sent.id, |tx, report| actions::not_repaired(&app, tx, &report, &by, words))
            .unwrap();
        let told = way(&app, sent.id).await;
        let denied = "Pelapor menyatakan belum diperbaiki.".to_owned();
        assert!(told.contains(&claimed) && told.contains(&denied), "{told:?}");
        assert!(
            told.contains(&"Dinas Pekerjaan Umum belum memperbaikinya.".to_owned()),
            "{told:?}"
        );
        say(&app, sent.id, AnswerKind::Repair, mended("Kabelnya diganti.")).await.unwrap();
        let told = way(&app, sent.id).await;
        assert_eq!(told.iter().filter(|one| **one == claimed).count(), 1, "{told:?}");
        assert!(told.contains(&"Dinas Pekerjaan Umum memperbaikinya.".to_owned()), "{told:?}");
    })
    .await;
}
