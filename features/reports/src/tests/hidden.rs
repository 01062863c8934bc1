//! What a moderator took from sight is found nowhere else.
use super::*;
use base::{feature::Verdict, offences::Offence};

#[tokio::test]
async fn a_moderator_hides_what_a_body_said_with_its_promise_and_shows_it_again() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let until = "2026-12-12".parse().ok();
        let promise = Said { until, ..Said::words("Rumah Sari kami datangi.") };
        say(&app, sent.id, AnswerKind::Promise, promise).await.unwrap();
        let id = store::answers(&app.db, sent.id).await.unwrap()[0].id;
        let levers = feature().levers.unwrap();
        let text = (levers.text)(&app, id.into()).await.unwrap().unwrap();
        assert!(text.shown && text.text.contains("Rumah Sari"), "{text:?}");
        let pages = [format!("/laporan/{}", sent.id), "/instansi/dinas-pekerjaan-umum".to_owned()];
        let personal = Offence::PersonalData;
        for (verdict, shown) in [(Verdict::Hide(personal), false), (Verdict::Show, true)] {
            let mut tx = app.db.begin().await.unwrap();
            assert!((levers.set_shown)(&app, &mut tx, id.into(), verdict).await.unwrap());
            assert!(!(levers.set_shown)(&app, &mut tx, id.into(), verdict).await.unwrap());
            tx.commit().await.unwrap();
            let card = app.describe(Lang::INDONESIAN, id.into()).await.unwrap().unwrap();
            assert_eq!(card.public, shown);
            for path in &pages {
                let (status, _, page) = read(&app, path).await;
                assert_eq!(status, 200, "{path}");
                assert_eq!(page.contains("Rumah Sari"), shown, "{path}: {page}");
                assert_eq!(page.contains("Moderator menyembunyikan"), !shown, "{path}");
            }
        }
    })
    .await;
}

async fn judge_answer(app: &App, id: base::ids::AnswerId, verdict: Verdict) {
    let mut tx = app.db.begin().await.unwrap();
    let levers = feature().levers.unwrap();
    assert!((levers.set_shown)(app, &mut tx, id.into(), verdict).await.unwrap());
    tx.commit().await.unwrap();
}

/// Promises as anyone may carry them away, each row in one line.
async fn carried(app: &App) -> Vec<String> {
    let table = agencies::feature().open_data.iter().find(|table| table.name == "promises");
    let rows = (table.unwrap().rows)(app, 0).await.unwrap();
    rows.into_iter().map(|(_, cells)| cells.join(" | ")).collect()
}

#[tokio::test]
async fn of_two_promises_in_the_same_words_the_hidden_one_is_hidden_and_the_other_stays() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        for until in ["2026-12-12", "2026-12-20"] {
            let said = Said { until: until.parse().ok(), ..Said::words("Lampu diganti.") };
            say(&app, sent.id, AnswerKind::Promise, said).await.unwrap();
        }
        let first = store::answers(&app.db, sent.id).await.unwrap().remove(0);
        assert_eq!(first.until, "2026-12-12".parse().ok());
        judge_answer(&app, first.id, Verdict::Hide(Offence::PersonalData)).await;
        let rows = carried(&app).await;
        assert!(rows.len() == 1 && rows[0].contains("2026-12-20"), "{rows:?}");
        let body = read(&app, "/instansi/dinas-pekerjaan-umum").await.2;
        assert_eq!(body.matches("Lampu diganti.").count(), 1, "{body}");
        judge_answer(&app, first.id, Verdict::Show).await;
        assert_eq!(carried(&app).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_words_of_a_hidden_repair_do_not_stay_as_the_proof_of_the_promise_that_it_kept() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let said = Said { until: "2026-12-12".parse().ok(), ..Said::words("Lampu diganti.") };
        say(&app, sent.id, AnswerKind::Promise, said).await.unwrap();
        say(&app, sent.id, AnswerKind::Repair, mended("Di depan rumah Sari.")).await.unwrap();
        let body = "/instansi/dinas-pekerjaan-umum";
        assert!(read(&app, body).await.2.contains("Di depan rumah Sari."));
        let repair = store::answers(&app.db, sent.id).await.unwrap().remove(1);
        judge_answer(&app, repair.id, Verdict::Hide(Offence::PersonalData)).await;
        let page = read(&app, body).await.2;
        assert!(page.contains("Lampu diganti.") && !page.contains("rumah Sari"), "{page}");
        assert!(!carried(&app).await.join("").contains("rumah Sari"));
        judge_answer(&app, repair.id, Verdict::Show).await;
        assert!(read(&app, body).await.2.contains("Di depan rumah Sari."));
    })
    .await;
}
