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
        say(&app, sent.id, AnswerKind::Repair, mended("Sudah diganti.")).await.unwrap();
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

async fn reply(app: &App, id: ReportId, who: &Person) {
    let path = format!("/laporan/{id}/rahasia/balas");
    let done = post(app, &path, who, "words=Masih+gelap").await;
    assert_eq!(done.0, 303, "{}", done.2);
}

async fn waiting_block(app: &App) -> String {
    let f = base::web::Frame::sample(app.words(Lang::INDONESIAN), app.now());
    let blocks = feature().blocks.unwrap();
    let front = blocks(app, &f, base::feature::By::House).await.unwrap();
    front
        .into_iter()
        .map(|block| block.html)
        .find(|html| html.contains("menunggu-jawaban"))
        .unwrap_or_default()
}

#[tokio::test]
async fn after_an_answer_a_reply_starts_the_body_s_clock_anew_and_its_silence_shows() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        say(&app, sent.id, AnswerKind::Answer, Said::words("Kami periksa.")).await.unwrap();
        assert!(!waiting_block(&app).await.contains("Lampu mati"), "now it is the reporter's turn");
        days(&app, 2);
        reply(&app, sent.id, &cast.sari).await;
        days(&app, 3);
        let block = waiting_block(&app).await;
        assert!(block.contains("<b>3</b> hari") && block.contains("Lampu mati"), "{block}");
        assert!(read(&app, "/laporan?keadaan=menunggu").await.2.contains("Lampu mati"));
        let page = read(&app, &format!("/laporan/{}", sent.id)).await.2;
        assert!(page.contains("3 hari sejak pelapor membalas"), "{page}");
        let steps = (feature().chain.unwrap().steps)(&app, Lang::INDONESIAN, sent.id.into());
        let repaired = steps.await.unwrap().pop().unwrap();
        assert!(
            matches!(repaired.progress, base::chain::Progress::Waiting { overdue: false, .. }),
            "{repaired:?}"
        );
        let due = report(&app, sent.id).await.due_at.unwrap();
        app.clock.advance(due.duration_since(app.now()) + SignedDuration::from_secs(1));
        round(&app).await;
        assert!(report(&app, sent.id).await.overdue_at.is_some());
        assert_eq!(read(&app, &format!("/laporan/{}/ombudsman", sent.id)).await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn a_question_that_is_asked_again_waits_for_another_answer_in_the_ribbon() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = send(&app, Some(&cast.sari), &draft("Jam buka")).await;
        verify(&app, sent.id, Class::Information).await.unwrap();
        deliver(&app, sent.id, cast.roads).await.unwrap();
        say(&app, sent.id, AnswerKind::Answer, Said::words("Lihat papan.")).await.unwrap();
        reply(&app, sent.id, &cast.sari).await;
        let steps = (feature().chain.unwrap().steps)(&app, Lang::INDONESIAN, sent.id.into());
        let steps = steps.await.unwrap();
        let ribbon = base::chain::ribbon(&steps);
        let (stage, step) = ribbon.last().unwrap();
        assert_eq!(*stage, base::chain::Stage::Answered);
        assert!(step.sentence.contains("belum menjawab lagi"), "{}", step.sentence);
    })
    .await;
}

#[tokio::test]
async fn a_promise_without_a_day_stops_no_clock_and_a_new_promise_does_not_undo_that_one_was_late()
{
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let due = report(&app, sent.id).await.due_at;
        say(&app, sent.id, AnswerKind::Promise, Said::words("Segera.")).await.unwrap();
        assert_eq!(report(&app, sent.id).await.due_at, due, "the time of the delivery still runs");
        days(&app, 30);
        round(&app).await;
        let told = report(&app, sent.id).await.overdue_at.unwrap();
        let until = Zone::Wita.date(app.now()).checked_add(base::jiff::ToSpan::days(3)).ok();
        let said = Said { until, ..Said::words("Pekan ini.") };
        say(&app, sent.id, AnswerKind::Promise, said).await.unwrap();
        let now = report(&app, sent.id).await;
        assert_eq!((now.overdue_at, now.state), (Some(told), State::Promised));
        assert_eq!(read(&app, &format!("/laporan/{}/ombudsman", sent.id)).await.0, 200);
        assert!(read(&app, "/laporan?keadaan=diam").await.2.contains("Lampu mati"));
        days(&app, 5);
        round(&app).await;
        round(&app).await;
        assert!(
            report(&app, sent.id).await.overdue_at > Some(told),
            "the broken promise is told of"
        );
        let steps = store::steps(&app.db, sent.id).await.unwrap();
        let told = steps.iter().filter(|step| step.kind == crate::report::StepKind::Overdue);
        assert_eq!(told.count(), 2, "each time once");
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_the_desk_notes_late_was_said_on_its_own_day() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        days(&app, 20);
        let path = format!("/meja/laporan/{}/jawab", sent.id);
        let form = "text=Kami+periksa&on=2026-11-27";
        assert_eq!(post(&app, &path, &cast.maria, form).await.0, 303);
        let page = read(&app, &format!("/laporan/{}", sent.id)).await.2;
        assert!(page.contains("Dijawab 3 hari sesudah laporan diteruskan"), "{page}");
        let now = report(&app, sent.id).await;
        assert_eq!(Zone::Wita.date(now.answered_at.unwrap()).to_string(), "2026-11-27");
        assert!(now.due_at.unwrap() > app.now(), "the reporter's time begins when it can be read");
        // What an officer writes here is said when it is written.
        let own = delivered(&app, &cast, "Jalan rusak").await;
        let day = Zone::Wita.date(app.now());
        days(&app, 4);
        let path = format!("/meja/instansi/{}/jawab", own.id);
        assert_eq!(
            post(&app, &path, &cast.marlina, &format!("text=Kami+periksa&on={day}")).await.0,
            303
        );
        let page = read(&app, &format!("/laporan/{}", own.id)).await.2;
        assert!(page.contains("Dijawab 4 hari sesudah laporan diteruskan"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn late_in_the_evening_in_the_east_a_promise_for_the_new_day_is_kept_by_its_repair() {
    let western = || {
        let mut setup = setup();
        setup.choices.zone = Some("WIB".into());
        setup
    };
    on_both(western, |app| async move {
        let cast = cast(&app).await;
        // Kota Jayapura, WIT: half past ten in the evening of the house is half past midnight there.
        let east = ReportDraft { area: AreaCode(9171), ..draft("Lampu mati") };
        let noon = crate::rules::noon(Zone::Wib, Zone::Wib.date(app.now())).unwrap();
        app.clock.advance(noon.duration_since(app.now()) + SignedDuration::from_mins(630));
        let sent = send(&app, Some(&cast.sari), &east).await;
        verify(&app, sent.id, Class::Complaint).await.unwrap();
        deliver(&app, sent.id, cast.roads).await.unwrap();
        let today = Zone::Wit.date(app.now());
        assert!(today > Zone::Wib.date(app.now()));
        let path = format!("/meja/instansi/{}", sent.id);
        let form = format!("text=Diganti+hari+ini&until={today}");
        assert_eq!(post(&app, &format!("{path}/janji"), &cast.marlina, &form).await.0, 303);
        let form = format!("text=Sudah+diganti&link=https://pu.example/1&on={today}");
        let done = post(&app, &format!("{path}/perbaikan"), &cast.marlina, &form).await;
        assert_eq!(done.0, 303, "{}", done.2);
        let promises = agencies::promises_by(&app.db, cast.roads).await.unwrap();
        assert_eq!(promises[0].kept_on, Some(today));
        let yesterday = Zone::Wib.date(app.now());
        let other =
            send(&app, Some(&cast.sari), &ReportDraft { title: "Air".into(), ..east }).await;
        verify(&app, other.id, Class::Complaint).await.unwrap();
        deliver(&app, other.id, cast.roads).await.unwrap();
        let path = format!("/meja/instansi/{}/janji", other.id);
        let past = post(&app, &path, &cast.marlina, &format!("text=Besok&until={yesterday}")).await;
        assert!(past.0 == 422 && past.2.contains("Tanggal ini sudah lewat"), "{}", past.2);
    })
    .await;
}
