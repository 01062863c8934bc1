//! What a form may not say: days that cannot be, bodies that are gone, fields that are empty; and what comes first on a
//! desk.
use super::*;

#[tokio::test]
async fn no_promise_is_longer_than_a_term_of_office() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let path = format!("/meja/instansi/{}/janji", sent.id);
        for (until, status) in [("2099-01-01", 422), ("2031-11-25", 422), ("2031-11-24", 303)] {
            let form = format!("text=Lampu+diganti&until={until}");
            let (got, _, page) = post(&app, &path, &cast.marlina, &form).await;
            assert_eq!(got, status, "{until}: {page}");
            if status == 422 {
                assert!(page.contains("Janji paling lama 5 tahun"), "{page}");
                assert!(page.contains("Lampu diganti") && page.contains(until), "{page}");
            }
        }
        // By a letter of earlier: counted from its own day.
        days(&app, 4);
        let said = Said { on: "2026-11-24".parse().ok(), ..Said::words("Lampu dicat.") };
        let said = Said { until: "2031-11-27".parse().ok(), ..said };
        assert_eq!(key(say(&app, sent.id, AnswerKind::Promise, said).await), "error-promise-far");
    })
    .await;
}

#[tokio::test]
async fn nothing_that_a_body_did_is_dated_before_the_report_was_sent() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        days(&app, 3);
        let proof = "link=https://pu.example/1";
        for (side, who) in [("instansi", &cast.marlina), ("laporan", &cast.maria)] {
            for deed in ["terima", "jawab", "janji", "perbaikan"] {
                let path = format!("/meja/{side}/{}/{deed}", sent.id);
                let form = format!("text=Kami+kerjakan&{proof}&on=2026-11-23");
                let (status, _, page) = post(&app, &path, who, &form).await;
                assert_eq!(status, 422, "{path}: {page}");
                assert!(page.contains("Tanggal ini sebelum laporan dikirim."), "{page}");
                assert!(page.contains("value=\"2026-11-23\""), "what was typed stays: {page}");
            }
        }
        let path = format!("/meja/instansi/{}/perbaikan", sent.id);
        let form = format!("text=Diganti&{proof}&on=2026-11-24");
        assert_eq!(post(&app, &path, &cast.marlina, &form).await.0, 303);
    })
    .await;
}

#[tokio::test]
async fn a_body_that_has_ended_gets_no_report() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let mut new = NewAgency::named("Dinas Perumahan", AgencyKind::RegionalOffice);
        (new.area, new.valid_to) = (Some(KABUPATEN), "2026-11-23".parse().ok());
        let gone = agencies::add(&app, &mut tx, new, None).await.unwrap();
        tx.commit().await.unwrap();
        let sent = send(&app, Some(&cast.sari), &draft("Lampu mati")).await;
        verify(&app, sent.id, Class::Complaint).await.unwrap();
        assert_eq!(key(deliver(&app, sent.id, gone).await), "error-report-body-ended");
        let path = format!("/meja/laporan/{}/teruskan", sent.id);
        let form = format!("agency={gone}&way=here");
        let (status, _, page) = post(&app, &path, &cast.maria, &form).await;
        assert_eq!(status, 422);
        assert!(page.contains("Instansi ini sudah tidak ada."), "{page}");
        assert_eq!(report(&app, sent.id).await.state, State::Verified);
    })
    .await;
}

#[tokio::test]
async fn who_asks_for_a_report_is_told_which_field_is_empty() {
    on_both(setup, |app| async move {
        cast(&app).await;
        for (form, empty, wrong) in [
            ("number=&code=", vec!["number", "code"], false),
            ("number=&code=AB12-CD34", vec!["number"], false),
            ("number=L-261124-AAAAA&code=", vec!["code"], false),
            ("number=L-261124-AAAAA&code=AB12-CD34", vec!["code"], true),
        ] {
            let (status, _, page) = write(&app, "/laporan/ikuti", form).await;
            assert_eq!(status, 422);
            for field in ["number", "code"] {
                let marked = page.contains(&format!("id=\"{field}-e\""));
                assert_eq!(marked, empty.contains(&field), "{form}: {page}");
            }
            assert_eq!(page.contains("tidak cocok"), wrong, "{form}: {page}");
            assert_eq!(page.contains("Bagian ini belum diisi."), !wrong, "{form}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_no_rule_gave_a_time_does_not_sink_to_the_end_of_a_desk() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let old = send(&app, Some(&cast.sari), &draft("Yang lama")).await;
        verify(&app, old.id, Class::Aspiration).await.unwrap();
        // Verified under rules that gave the desk no time to hand on.
        let mut tx = app.db.begin().await.unwrap();
        let before = actions::find(&mut tx, old.id).await.unwrap();
        let timeless = Report { due_at: None, ..before.clone() };
        store::update(&mut tx, &before, &timeless).await.unwrap();
        tx.commit().await.unwrap();
        days(&app, 1);
        let new = send(&app, Some(&cast.sari), &draft("Yang baru")).await;
        verify(&app, new.id, Class::Complaint).await.unwrap();
        let order = |page: &str| page.find("Yang lama") < page.find("Yang baru");
        let desk = get(&app, "/meja/laporan", &cast.maria).await.2;
        assert!(order(&desk), "{desk}");
        for id in [old.id, new.id] {
            deliver(&app, id, cast.roads).await.unwrap();
        }
        assert_eq!(report(&app, old.id).await.due_at, None, "no law names a time for a wish");
        let inbox = get(&app, "/meja/instansi", &cast.marlina).await.2;
        assert!(order(&inbox), "{inbox}");
    })
    .await;
}

#[tokio::test]
async fn what_waits_at_each_desk_is_counted_for_those_who_work_there() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        delivered(&app, &cast, "Lampu mati").await;
        send(&app, Some(&cast.sari), &draft("Obat habis")).await;
        for (who, desk, inbox) in [(&cast.maria, 1, 0), (&cast.magda, 0, 0), (&cast.marlina, 0, 1)]
        {
            let visitor = people::identify(&app, &who.token).await.unwrap();
            let person = visitor.signed_in.unwrap();
            let waits = base::desks::waiting(&app, &person).await.unwrap();
            assert_eq!((waits["/meja/laporan"], waits["/meja/instansi"]), (desk, inbox));
        }
    })
    .await;
}

#[tokio::test]
async fn no_two_ways_to_narrow_the_list_have_the_same_name() {
    on_both(setup, |app| async move {
        for (path, words) in [
            ("/laporan", ["Menunggu jawaban pertama", "Menunggu jawaban, pertama atau berikutnya"]),
            (
                "/en/laporan",
                ["Waiting for a first answer", "Waiting for an answer, a first or another"],
            ),
        ] {
            let page = read(&app, path).await.2;
            for word in words {
                assert!(page.contains(&format!(">{word}</a>")), "{word}: {page}");
            }
            let list = page.split("class=\"tabs\"").nth(1).unwrap().split("</nav>").next().unwrap();
            let mut names: Vec<&str> =
                list.split("</a>").filter_map(|link| link.rsplit('>').next()).collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{names:?}");
        }
    })
    .await;
}
