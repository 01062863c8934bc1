//! Rounds: who makes them, in which order they go, what is shown and what is not.
use super::*;
use base::{
    chain::Progress,
    feature::{Asked, By},
    languages::Lang,
    testing::on_both,
};

#[tokio::test]
async fn an_officer_asks_for_the_own_body_and_the_editor_for_residents() {
    on_both(setup, |app| async move {
        let agency = dukcapil(&app).await;
        let (own, citizens) = (form(agency, Provider::Own), form(agency, Provider::Citizens));
        for (who, body) in
            [("semuel", &own), ("ratna", &own), ("theresia", &citizens), ("sari", &citizens)]
        {
            let (status, _) = send(&app, who, "/meja/survei/baru", body).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{who}");
        }
        let id = made(&app, "theresia", &own).await;
        let asked = made(&app, "ratna", &citizens).await;
        assert_eq!(get(&app, "", &format!("/survei/{id}")).await.0, StatusCode::NOT_FOUND);
        let desk = page(&app, "theresia", "/meja/survei").await;
        assert!(desk.contains(&id.to_string()) && !desk.contains(&asked.to_string()), "{desk}");
        assert!(!page(&app, "semuel", "/meja/survei").await.contains("Survei akta"));
        let all = page(&app, "bagus", "/meja/survei").await;
        assert!(all.contains(&id.to_string()) && all.contains(&asked.to_string()));
        for (who, act) in [("theresia", "buka"), ("semuel", "buka")] {
            let path = format!("/meja/survei/{asked}/{act}");
            assert_eq!(send(&app, who, &path, "").await.0, StatusCode::FORBIDDEN, "{who}");
        }
        turn(&app, "ratna", asked, "buka").await;
        let shown = page(&app, "", &format!("/survei/{asked}")).await;
        assert!(shown.contains("Survei warga (metode SKM)"), "{shown}");
        assert!(!shown.contains("Survei Kepuasan Masyarakat (SKM)"), "{shown}");
    })
    .await;
}

#[tokio::test]
async fn a_round_goes_forward_only_and_a_draft_alone_is_changed() {
    on_both(setup, |app| async move {
        let agency = dukcapil(&app).await;
        let id = made(&app, "theresia", &form(agency, Provider::Own)).await;
        let change = format!("/meja/survei/{id}/ubah");
        let body = form(agency, Provider::Citizens).replace("Survei+akta", "Judul+lain");
        sent(&app, "theresia", &change, &body).await;
        let round = store::find(&app.db, id).await.unwrap().unwrap();
        assert_eq!((round.title.as_str(), round.provider), ("Judul lain", Provider::Own));
        for act in ["tutup", "terbitkan"] {
            let path = format!("/meja/survei/{id}/{act}");
            assert_eq!(send(&app, "theresia", &path, "").await.0, StatusCode::CONFLICT, "{act}");
        }
        turn(&app, "theresia", id, "buka").await;
        assert_eq!(send(&app, "theresia", &change, &body).await.0, StatusCode::CONFLICT);
        answered(&app, id, 4, (3, "male")).await;
        turn(&app, "theresia", id, "tutup").await;
        let publish = format!("/meja/survei/{id}/terbitkan");
        assert_eq!(send(&app, "theresia", &publish, "").await.0, StatusCode::CONFLICT);
        assert_eq!(state(&app, id).await, State::Closed);
        let (status, shown) = send(
            &app,
            "theresia",
            "/meja/survei/baru",
            &form(agency, Provider::Own).replace("2026-12-31", "2026-10-31"),
        )
        .await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.contains("href=\"#to\""), "{shown}");
    })
    .await;
}

#[tokio::test]
async fn a_published_round_shows_everything_but_small_groups() {
    on_both(setup, |app| async move {
        let id = opened(&app).await;
        for (count, group) in [(20, (3, "female")), (6, (4, "male")), (2, (1, "unsaid"))] {
            answered(&app, id, count, group).await;
        }
        published(&app, id).await;
        let shown = page(&app, "", &format!("/survei/{id}")).await;
        // (60 + 24 + 2) / 28 = 3,0714; times 25 = 76,79.
        for words in ["<b>76,79</b> B, baik", "Indeks 3,0714 dari 4", "<svg", "3,0714</td>"] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        // The two hide behind the six.
        let groups = shown.split("id=\"kelompok-1\"").nth(1).unwrap();
        assert!(groups.contains("8 orang di kelompok lain"), "{groups}");
        assert!(groups.contains("Perempuan") && !groups.contains("Laki-laki"), "{groups}");
        assert!(shown.contains("survey@2017-05-09"), "{shown}");
        let table = feature().open_data[0];
        let rows = (table.rows)(&app, 0).await.unwrap();
        assert_eq!(rows[0].1.len(), table.columns.len());
        assert!(rows[0].1.contains(&"76.79".to_owned()) && rows[0].1.contains(&"B".to_owned()));
        assert!(!rows[0].1.iter().any(|cell| cell == "unsaid"));
    })
    .await;
}

#[tokio::test]
async fn a_second_round_of_the_service_stands_beside_the_first() {
    on_both(setup, |app| async move {
        let first = opened(&app).await;
        answered(&app, first, 6, (2, "female")).await;
        published(&app, first).await;
        let agency = store::find(&app.db, first).await.unwrap().unwrap().agency;
        let second = made(&app, "theresia", &form(agency, Provider::Own)).await;
        turn(&app, "theresia", second, "buka").await;
        let steps = feature().chain.unwrap().steps;
        let step = steps(&app, Lang::INDONESIAN, second.into()).await.unwrap().remove(0);
        assert!(matches!(step.progress, Progress::Waiting { .. }));
        answered(&app, second, 6, (4, "female")).await;
        published(&app, second).await;
        let step = steps(&app, Lang::INDONESIAN, second.into()).await.unwrap().remove(0);
        assert!(matches!(step.progress, Progress::Done(Some(_))));
        let shown = page(&app, "", &format!("/survei/{second}")).await;
        let trend = shown.split("id=\"tren\"").nth(1).unwrap();
        assert!(trend.contains("50,00") && trend.contains("100,00"), "{trend}");
        let asked = |by| Asked { lang: Lang::INDONESIAN, by, before: None, limit: 10 };
        for (by, found) in [
            (By::House, 2),
            // The page of the body has a block of them.
            (By::Agency(agency), 0),
            (By::Area(AreaCode(52)), 2),
            (By::Area(AreaCode(5203)), 0),
        ] {
            assert_eq!(app.list(asked(by.clone())).await.unwrap().len(), found, "{by:?}");
        }
        let shown = page(&app, "", "/survei?daerah=52.08").await;
        assert_eq!(shown.matches("<article").count(), 2);
    })
    .await;
}

#[tokio::test]
async fn an_open_round_is_corrected_where_residents_are_not_asked_anew() {
    on_both(setup, |app| async move {
        let id = opened(&app).await;
        let path = format!("/meja/survei/{id}/perbaiki");
        let form = page(&app, "theresia", &path).await;
        assert!(form.contains("value=\"Survei akta\""), "{form}");
        let (status, wrong) = send(&app, "theresia", &path, "title=&to=2026-10-01").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.contains("Judul: bagian ini belum diisi"), "{wrong}");
        let (status, wrong) = send(&app, "theresia", &path, "title=Survei&to=2026-10-01").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "before the first day: {wrong}");
        let right = "title=Survei+akta+2026&to=2027-01-15&population=1.200&weight=other";
        assert_eq!(send(&app, "semuel", &path, right).await.0, StatusCode::FORBIDDEN);
        sent(&app, "theresia", &path, right).await;
        let round = store::find(&app.db, id).await.unwrap().unwrap();
        assert_eq!(round.title, "Survei akta 2026");
        assert_eq!((round.to.to_string().as_str(), round.population), ("2027-01-15", Some(1200)));
        let events = base::store::events_of(&app.db, id.into()).await.unwrap();
        let corrected = events.iter().find(|event| event.verb == "survey.corrected").unwrap();
        let stood = Some("Survei akta (2026-11-01 - 2026-12-31)");
        assert_eq!(corrected.detail.as_deref(), stood, "what stood there stays");
        answered(&app, id, 5, (3, "male")).await;
        published(&app, id).await;
        assert_eq!(send(&app, "theresia", &path, right).await.0, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_nobody_needs_goes_and_one_sent_twice_is_one() {
    on_both(setup, |app| async move {
        let agency = dukcapil(&app).await;
        let body = format!("{}&form_key=7k2m", form(agency, Provider::Own));
        let id = made(&app, "theresia", &body).await;
        assert_eq!(made(&app, "theresia", &body).await, id);
        let discard = format!("/meja/survei/{id}/hapus");
        assert_eq!(send(&app, "semuel", &discard, "").await.0, StatusCode::FORBIDDEN);
        sent(&app, "theresia", &discard, "").await;
        assert!(store::find(&app.db, id).await.unwrap().is_none());
        let id = made(&app, "theresia", &form(agency, Provider::Own)).await;
        turn(&app, "theresia", id, "buka").await;
        let discard = format!("/meja/survei/{id}/hapus");
        assert_eq!(send(&app, "theresia", &discard, "").await.0, StatusCode::CONFLICT);
    })
    .await;
}
