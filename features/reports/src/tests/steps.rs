//! Each step, and what does not follow.
use super::*;

#[tokio::test]
async fn a_report_goes_the_whole_way_and_every_step_is_a_row() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = send(&app, Some(&cast.sari), &draft("Lampu mati")).await;
        assert!(
            report(&app, sent.id).await.public(),
            "an account's text shows when nothing holds it"
        );
        assert_eq!(key(deliver(&app, sent.id, cast.roads).await), "refusal-report-step");
        verify(&app, sent.id, Class::Complaint).await.unwrap();
        assert_eq!(key(verify(&app, sent.id, Class::Complaint).await), "refusal-report-step");
        deliver(&app, sent.id, cast.roads).await.unwrap();
        days(&app, 3);
        let by = Act::body(app.now(), Some(cast.marlina.id));
        act!(app, sent.id, |tx, report| actions::receive(&app, tx, &report, &by)).unwrap();
        let again = act!(app, sent.id, |tx, report| actions::receive(&app, tx, &report, &by));
        assert_eq!(key(again), "refusal-report-received");
        days(&app, 2);
        say(&app, sent.id, AnswerKind::Answer, Said::words("Kami periksa.")).await.unwrap();
        let until = "2026-12-12".parse().ok();
        let promise = Said { until, ..Said::words("Lampu diganti.") };
        say(&app, sent.id, AnswerKind::Promise, promise).await.unwrap();
        let now = report(&app, sent.id).await;
        assert_eq!((now.state, now.promised_until), (State::Promised, until));
        let open = agencies::promises_by(&app.db, cast.roads).await.unwrap();
        assert_eq!((open.len(), open[0].kept_on), (1, None));
        days(&app, 4);
        let repair = Said { link: Some("https://pu.example/1".into()), ..Said::words("Diganti.") };
        say(&app, sent.id, AnswerKind::Repair, repair).await.unwrap();
        let kept = agencies::promises_by(&app.db, cast.roads).await.unwrap();
        assert!(kept[0].kept_on.is_some(), "the repair keeps the promise");
        let by = Act::reporter(app.now());
        let good = (true, Some("Terang.".to_owned()));
        act!(app, sent.id, |tx, report| actions::judge(&app, tx, &report, &by, good)).unwrap();
        assert_eq!(report(&app, sent.id).await.state, State::Closed);
        assert_eq!(
            key(say(&app, sent.id, AnswerKind::Answer, Said::words("Lagi")).await),
            "refusal-report-step"
        );
        let kinds: Vec<String> = store::steps(&app.db, sent.id)
            .await
            .unwrap()
            .iter()
            .map(|s| s.kind.to_string())
            .collect();
        let expected = "sent verified delivered received answered promised repaired satisfied";
        assert_eq!(kinds.join(" "), expected);
    })
    .await;
}

#[tokio::test]
async fn the_same_answer_sent_twice_is_said_once() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        for _ in 0..2 {
            say(&app, sent.id, AnswerKind::Answer, Said::words("Kami periksa.")).await.unwrap();
        }
        let until = "2026-12-12".parse().ok();
        for _ in 0..2 {
            let said = Said { until, ..Said::words("Diganti.") };
            say(&app, sent.id, AnswerKind::Promise, said).await.unwrap();
        }
        assert_eq!(store::answers(&app.db, sent.id).await.unwrap().len(), 2);
        assert_eq!(agencies::promises_by(&app.db, cast.roads).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_theirs_comes_back_and_goes_to_another_and_both_deliveries_stay() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Obat habis").await;
        let by = Act::body(app.now(), None);
        let words = "Urusan Dinas Kesehatan.".to_owned();
        act!(app, sent.id, |tx, report| actions::give_back(&app, tx, &report, &by, words)).unwrap();
        let back = report(&app, sent.id).await;
        assert_eq!((back.state, back.agency), (State::Returned, None));
        assert_eq!(get(&app, &format!("/meja/instansi/{}", sent.id), &cast.marlina).await.0, 403);
        deliver(&app, sent.id, cast.health).await.unwrap();
        let rows = store::deliveries(&app.db, sent.id).await.unwrap();
        assert_eq!(
            (rows.len(), rows[0].return_words.as_deref()),
            (2, Some("Urusan Dinas Kesehatan."))
        );
        assert_eq!(get(&app, &format!("/meja/instansi/{}", sent.id), &cast.rizal).await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn a_refused_report_leaves_the_lists_and_a_stub_says_why() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = send(&app, Some(&cast.sari), &draft("Tetangga berisik")).await;
        let by = Act::desk(app.now(), None);
        let wrong =
            act!(app, sent.id, |tx, report| actions::refuse(&app, tx, &report, &by, ("x", None)));
        assert_eq!(key(wrong), "error-choose");
        let why = ("not-public-service", None);
        act!(app, sent.id, |tx, report| actions::refuse(&app, tx, &report, &by, why)).unwrap();
        let (status, _, page) = read(&app, &format!("/laporan/{}", sent.id)).await;
        assert_eq!(status, 403);
        assert!(
            page.contains("bukan urusan layanan publik") && !page.contains("berisik"),
            "{page}"
        );
        assert!(!read(&app, "/laporan").await.2.contains("berisik"));
        verify(&app, sent.id, Class::Complaint).await.unwrap();
        assert!(read(&app, "/laporan").await.2.contains("berisik"), "the desk thought again");
    })
    .await;
}

#[tokio::test]
async fn a_closed_report_is_opened_again_and_the_body_s_clock_begins_anew() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let first = report(&app, sent.id).await.due_at.unwrap();
        say(&app, sent.id, AnswerKind::Repair, mended("Diganti.")).await.unwrap();
        let path = format!("/laporan/{}/rahasia", sent.id);
        let done = post(&app, &format!("{path}/selesai"), &cast.sari, "").await;
        assert_eq!(done.0, 303, "{}", done.2);
        days(&app, 5);
        let empty = post(&app, &format!("{path}/buka"), &cast.sari, "words=").await;
        assert_eq!(empty.0, 422);
        let done = post(&app, &format!("{path}/buka"), &cast.sari, "words=Mati+lagi").await;
        assert_eq!(done.0, 303, "{}", done.2);
        let now = report(&app, sent.id).await;
        assert_eq!((now.state, now.repaired_at, now.verdict), (State::Reopened, None, None));
        assert!(now.due_at.unwrap() > first);
        say(&app, sent.id, AnswerKind::Repair, mended("Kabelnya diganti.")).await.unwrap();
        post(&app, &format!("{path}/selesai"), &cast.sari, "").await;
        days(&app, 31);
        let late = post(&app, &format!("{path}/buka"), &cast.sari, "words=Mati+lagi").await;
        assert_eq!(late.0, 409, "thirty days are over");
    })
    .await;
}

#[tokio::test]
async fn a_moderator_hides_and_shows_and_a_waiting_newcomer_is_shown_by_the_desk_s_verification() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        base::holds::NEWCOMER_WAITS.put(&app, &mut tx, 1, cast.sari.id).await.unwrap();
        tx.commit().await.unwrap();
        let sent = send(&app, Some(&cast.sari), &draft("Lampu mati")).await;
        assert!(!report(&app, sent.id).await.public());
        let held = base::store::hold_of(&app.db, sent.id.into()).await.unwrap();
        assert_eq!(held.unwrap().person, Some(cast.sari.id));
        verify(&app, sent.id, Class::Complaint).await.unwrap();
        assert!(report(&app, sent.id).await.public());
        assert!(base::store::hold_of(&app.db, sent.id.into()).await.unwrap().is_none());
        let levers = feature().levers.unwrap();
        for (verdict, public) in [
            (base::feature::Verdict::Hide(base::offences::Offence::Slander), false),
            (base::feature::Verdict::Show, true),
        ] {
            let mut tx = app.db.begin().await.unwrap();
            assert!((levers.set_shown)(&app, &mut tx, sent.id.into(), verdict).await.unwrap());
            assert!(!(levers.set_shown)(&app, &mut tx, sent.id.into(), verdict).await.unwrap());
            tx.commit().await.unwrap();
            assert_eq!(report(&app, sent.id).await.public(), public);
            let status = read(&app, &format!("/laporan/{}", sent.id)).await.0;
            assert_eq!(status.is_success(), public);
        }
    })
    .await;
}

#[tokio::test]
async fn a_repair_keeps_the_promise_of_its_own_body_and_not_of_the_one_that_had_it_before() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let until = "2026-12-12".parse().ok();
        let promise = Said { until, ..Said::words("Lampu diganti.") };
        say(&app, sent.id, AnswerKind::Promise, promise).await.unwrap();
        deliver(&app, sent.id, cast.health).await.unwrap();
        say(&app, sent.id, AnswerKind::Repair, mended("Diganti.")).await.unwrap();
        let promises = agencies::promises_by(&app.db, cast.roads).await.unwrap();
        assert_eq!(promises[0].kept_on, None, "the roads office did nothing");
    })
    .await;
}

#[tokio::test]
async fn two_who_act_at_the_same_time_do_not_write_over_each_other() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let mut tx = app.db.begin().await.unwrap();
        let seen = actions::find(&mut tx, sent.id).await.unwrap();
        let officer = tokio::spawn({
            let app = app.clone();
            async move {
                let by = Act::body(app.now(), None);
                act!(app, sent.id, |tx, report| actions::receive(&app, tx, &report, &by)).unwrap();
            }
        });
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let clock = Act::rule(app.now());
        actions::tell_overdue(&app, &mut tx, &seen, &clock).await.unwrap();
        tx.commit().await.unwrap();
        officer.await.unwrap();
        let now = report(&app, sent.id).await;
        assert!(now.overdue_at.is_some() && now.received_at.is_some(), "{now:?}");
    })
    .await;
}

#[tokio::test]
async fn a_report_goes_to_the_same_body_once_and_a_form_sent_twice_acts_once() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        assert_eq!(key(deliver(&app, sent.id, cast.roads).await), "error-report-same-body");
        assert_eq!(store::deliveries(&app.db, sent.id).await.unwrap().len(), 1);
        for (deed, words) in [("tanya", "Tiang+mana"), ("catatan", "Telepon+dulu")] {
            let path = format!("/meja/laporan/{}/{deed}", sent.id);
            let form_key = hidden(&get(&app, &path, &cast.maria).await.2, "form_key");
            for _ in 0..2 {
                let form = format!("form_key={form_key}&words={words}");
                assert_eq!(post(&app, &path, &cast.maria, &form).await.0, 303);
            }
        }
        assert_eq!(store::notes(&app.db, sent.id).await.unwrap().len(), 2);
        let until = "2026-12-12".parse().ok();
        let promise = Said { until, ..Said::words("Lampu diganti.") };
        say(&app, sent.id, AnswerKind::Promise, promise).await.unwrap();
        let path = format!("/laporan/{}/rahasia/balas", sent.id);
        for _ in 0..2 {
            assert_eq!(post(&app, &path, &cast.sari, "words=Jangan+lupa").await.0, 303);
        }
        let replied = crate::report::StepKind::Replied;
        assert_eq!(store::count_steps(&app.db, sent.id, replied).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_desk_that_verified_must_hand_on_and_its_own_silence_is_counted() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = send(&app, Some(&cast.sari), &draft("Lampu mati")).await;
        verify(&app, sent.id, Class::Complaint).await.unwrap();
        let due = report(&app, sent.id).await.due_at.expect("the house gives itself a time");
        app.clock.advance(due.duration_since(app.now()) + SignedDuration::from_hours(30));
        let late = report(&app, sent.id).await;
        assert!(late.overdue(app.now()) && late.turn == crate::report::Turn::Desk);
        let desk = get(&app, "/meja/laporan", &cast.maria).await.2;
        assert!(desk.contains("Terlambat"), "{desk}");
        let steps = (feature().chain.unwrap().steps)(&app, Lang::INDONESIAN, sent.id.into());
        let steps = steps.await.unwrap();
        let waits = steps.iter().find(|step| step.sentence.contains("belum meneruskan")).unwrap();
        assert!(
            matches!(waits.progress, base::chain::Progress::Waiting { overdue: true, .. }),
            "{waits:?}"
        );
        deliver(&app, sent.id, cast.roads).await.unwrap();
        let by = Act::body(app.now(), None);
        let words = "Bukan urusan kami.".to_owned();
        act!(app, sent.id, |tx, report| actions::give_back(&app, tx, &report, &by, words)).unwrap();
        assert!(report(&app, sent.id).await.due_at.unwrap() > app.now(), "it looks for another");
        let clocks = base::deadlines::of(&app.db, sent.id.into()).await.unwrap();
        let running = clocks.iter().filter(|clock| clock.met_at.is_none()).count();
        assert_eq!(running, 1, "{clocks:?}");
    })
    .await;
}
