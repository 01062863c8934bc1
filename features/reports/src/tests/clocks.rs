//! Time: working days and holidays in the zone of the area, silence counted both ways, the rounds of the clock.
use super::*;
use base::{
    clock::Zone,
    db::Reads,
    jobs::{Job, run_due},
    sql, values,
};

/// When a body's time is over, by class, in words of the area's zone.
async fn due(app: &App, cast: &Cast, class: Class) -> String {
    let sent = send(app, Some(&cast.sari), &draft(&format!("Lampu {class}"))).await;
    verify(app, sent.id, class).await.unwrap();
    deliver(app, sent.id, cast.roads).await.unwrap();
    let due = report(app, sent.id).await.due_at;
    due.map_or("none".into(), |due| Zone::Wita.local(due).strftime("%a %d %b %H:%M").to_string())
}

#[tokio::test]
async fn each_class_has_its_working_days_and_christmas_does_not_count() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        // Monday 21 December 2026: Thursday and Friday are days off.
        days(&app, 27);
        assert_eq!(due(&app, &cast, Class::Information).await, "Wed 30 Dec 23:59");
        assert_eq!(due(&app, &cast, Class::Aspiration).await, "none");
        let rows = app.db.all::<(String, String)>(
            sql!("SELECT clock, rule FROM deadlines WHERE clock LIKE 'answer-%'"),
            values![],
        );
        let rows = rows.await.unwrap();
        assert_eq!(rows.len(), 1, "no clock runs where the law names none");
        assert_eq!(rows[0].1, "service-complaints@2013-01-01");
    })
    .await;
}

#[tokio::test]
async fn the_desk_has_three_working_days_and_a_day_begins_at_midnight_in_the_area() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let until = |report: &Report| {
            Zone::Wita.local(report.due_at.unwrap()).strftime("%a %d %b %Y %H:%M").to_string()
        };
        // 23.59 and 00.00 WITA on the eve of Wednesday 23 December 2026.
        days(&app, 28);
        app.clock.advance(SignedDuration::from_mins(13 * 60 + 59));
        let evening = send(&app, Some(&cast.sari), &draft("Malam")).await;
        assert_eq!(until(&report(&app, evening.id).await), "Tue 29 Dec 2026 23:59");
        app.clock.advance(SignedDuration::from_mins(1));
        let midnight = send(&app, Some(&cast.sari), &draft("Pagi")).await;
        assert_eq!(until(&report(&app, midnight.id).await), "Wed 30 Dec 2026 23:59");
    })
    .await;
}

async fn round(app: &App) {
    crate::jobs::Round.run(app).await.unwrap();
    run_due(app).await.unwrap();
}

#[tokio::test]
async fn a_body_s_silence_is_told_once_the_second_its_time_is_over() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let due = report(&app, sent.id).await.due_at.unwrap();
        app.clock.advance(due.duration_since(app.now()));
        round(&app).await;
        assert_eq!(report(&app, sent.id).await.overdue_at, None, "the last second is still theirs");
        let letter = format!("/laporan/{}/ombudsman", sent.id);
        assert_eq!(read(&app, &letter).await.0, 409);
        app.mailer.taken();
        app.clock.advance(SignedDuration::from_secs(1));
        round(&app).await;
        round(&app).await;
        let told = app.mailer.taken();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].body.contains("Ombudsman"), "{}", told[0].body);
        let page = read(&app, &letter).await.2;
        assert!(page.contains("Dinas Pekerjaan Umum") && page.contains("Pasal 46"), "{page}");
        assert_eq!(
            report(&app, sent.id).await.state,
            State::Delivered,
            "it never closes by itself"
        );
        let list = read(&app, "/laporan?keadaan=diam").await.2;
        assert!(list.contains("Lampu mati") && list.contains("Terlambat"), "{list}");
    })
    .await;
}

#[tokio::test]
async fn days_of_silence_are_counted_from_delivery_and_from_receipt() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        days(&app, 12);
        let page = read(&app, &format!("/laporan/{}", sent.id)).await.2;
        assert!(page.contains("12 hari sejak diteruskan") && page.contains("belum menyatakan"));
        let day = "on=2026-12-01";
        let path = format!("/meja/laporan/{}/terima", sent.id);
        let done = post(&app, &path, &cast.cut, day).await;
        assert_eq!(done.0, 303, "{}", done.2);
        let page = read(&app, &format!("/laporan/{}", sent.id)).await.2;
        assert!(
            page.contains("12 hari sejak diteruskan") && page.contains("5 hari sejak diterima"),
            "{page}"
        );
        let f = base::web::Frame::sample(app.words(Lang::INDONESIAN), app.now());
        let blocks = feature().blocks.unwrap();
        let front = blocks(&app, &f, base::feature::By::House).await.unwrap();
        let waits = "<b>12</b> hari</p>";
        let body = "<p class=\"by\">Dinas Pekerjaan Umum</p>";
        let block = &front[0].html;
        assert!(block.contains(waits) && block.contains(body), "{block}");
    })
    .await;
}

#[tokio::test]
async fn a_report_that_was_opened_again_waits_for_its_body_since_that_day() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        say(&app, sent.id, AnswerKind::Repair, Said::words("Sudah diganti.")).await.unwrap();
        let list = || async { read(&app, "/laporan?keadaan=menunggu").await.2 };
        assert!(!list().await.contains("Lampu mati"), "the body has spoken");
        let by = Act::reporter(app.now());
        let good = (true, None);
        act!(app, sent.id, |tx, report| actions::judge(&app, tx, &report, &by, good)).unwrap();
        days(&app, 6);
        let by = Act::reporter(app.now());
        let words = "Mati lagi sejak hujan.".to_owned();
        act!(app, sent.id, |tx, report| actions::reopen(&app, tx, &report, &by, words)).unwrap();
        days(&app, 3);
        assert!(list().await.contains("Lampu mati"));
        let f = base::web::Frame::sample(app.words(Lang::INDONESIAN), app.now());
        let blocks = feature().blocks.unwrap();
        for place in [base::feature::By::House, base::feature::By::Agency(cast.roads)] {
            let shown = blocks(&app, &f, place).await.unwrap();
            assert!(shown[0].html.contains("<b>3</b> hari"), "{}", shown[0].html);
        }
    })
    .await;
}

#[tokio::test]
async fn a_silent_reporter_s_report_closes_by_rule_after_ten_days_and_a_reply_stops_that() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let silent = delivered(&app, &cast, "Lampu mati").await;
        let spoken = delivered(&app, &cast, "Jalan rusak").await;
        for sent in [&silent, &spoken] {
            say(&app, sent.id, AnswerKind::Answer, Said::words("Sudah.")).await.unwrap();
        }
        days(&app, 10);
        let path = format!("/laporan/{}/rahasia/balas", spoken.id);
        let done = post(&app, &path, &cast.sari, "words=Belum").await;
        assert_eq!(done.0, 303, "{}", done.2);
        round(&app).await;
        assert_eq!(report(&app, silent.id).await.state, State::Answered, "the tenth day is theirs");
        days(&app, 1);
        let late = format!("/laporan/{}/rahasia/balas", silent.id);
        assert_eq!(post(&app, &late, &cast.sari, "words=Belum").await.0, 409);
        app.mailer.taken();
        round(&app).await;
        let closed = report(&app, silent.id).await;
        assert_eq!(closed.verdict, Some(crate::report::Verdict::Silent));
        let told = app.mailer.taken();
        assert!(told[0].body.contains("ditutup menurut aturan"), "{told:?}");
        assert_eq!(report(&app, spoken.id).await.state, State::Replied);
        let page = read(&app, &format!("/laporan/{}", silent.id)).await.2;
        assert!(page.contains("tidak ada kabar dari pelapor"), "{page}");
    })
    .await;
}
