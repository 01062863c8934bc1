//! Offices, days, ended bodies and promises.
use super::{added, body, day, on_both, refused, report, setup};
use crate::{
    NewAgency, NewPromise, NewTerm, PromiseState, actions::Piece, add_office, add_term,
    correct_promise, holders_on, keep_promise, promise, promises_by, promises_of, store,
    strike_promise,
};
use base::{
    app::App,
    clock::Zone,
    deadlines,
    ids::{AgencyId, OfficeId},
    jiff::SignedDuration,
};

fn term(name: &str, from: &str, to: &str) -> NewTerm {
    let day = |text: &str| text.parse().ok();
    NewTerm { name: name.into(), from: day(from), to: day(to), ..NewTerm::default() }
}

async fn holder(app: &App, agency: AgencyId, on: &str) -> Option<String> {
    let mut holders = holders_on(&app.db, agency, day(on)).await.unwrap();
    assert!(holders.len() < 2, "{holders:?}");
    holders.pop().map(|holder| holder.name)
}

async fn sekda(app: &App) -> (AgencyId, OfficeId) {
    let ntb = added(app, body("provinsi-ntb", 52)).await;
    let mut tx = app.db.begin().await.unwrap();
    let office = add_office(app, &mut tx, (ntb, "Sekretaris Daerah"), None).await.unwrap();
    let again = add_office(app, &mut tx, (ntb, "Sekretaris Daerah"), None).await;
    assert_eq!(refused(again), ["error-office-taken"]);
    tx.commit().await.unwrap();
    (ntb, office)
}

#[tokio::test]
async fn the_sekda_of_a_day_is_right_for_ever() {
    on_both(setup, |app| async move {
        let (ntb, office) = sekda(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let first = term("Yang Pertama", "2013-03-01", "");
        let first = add_term(&app, &mut tx, (office, first), None).await.unwrap();
        // Nobody else holds it while it is held.
        let early = add_term(&app, &mut tx, (office, term("Lain", "2018-01-01", "")), None).await;
        assert_eq!(refused(early), ["error-office-held"]);
        tx.commit().await.unwrap();
        assert_eq!(holder(&app, ntb, "2016-06-14").await.as_deref(), Some("Yang Pertama"));

        let mut tx = app.db.begin().await.unwrap();
        assert!(store::end_term(&mut tx, (first, ntb), day("2019-08-01")).await.unwrap());
        assert!(!store::end_term(&mut tx, (first, ntb), day("2019-09-01")).await.unwrap());
        let second = term("Yang Kedua", "2019-08-02", "");
        add_term(&app, &mut tx, (office, second), None).await.unwrap();
        tx.commit().await.unwrap();
        let known = [
            ("2013-02-28", None),
            ("2013-03-01", Some("Yang Pertama")),
            ("2016-06-14", Some("Yang Pertama")),
            ("2019-08-01", Some("Yang Pertama")),
            ("2019-08-02", Some("Yang Kedua")),
            ("2026-11-24", Some("Yang Kedua")),
        ];
        for (on, name) in known {
            assert_eq!(holder(&app, ntb, on).await.as_deref(), name, "{on}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_name_read_in_a_source_is_known_for_its_day_only() {
    on_both(setup, |app| async move {
        let (ntb, office) = sekda(&app).await;
        let sayuti = NewTerm {
            name: "Rosiady Sayuti".into(),
            known_on: Some(day("2016-06-14")),
            source: Some("https://suara.example/baca".into()),
            ..NewTerm::default()
        };
        let mut tx = app.db.begin().await.unwrap();
        add_term(&app, &mut tx, (office, sayuti), None).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(holder(&app, ntb, "2016-06-13").await, None);
        assert_eq!(holder(&app, ntb, "2016-06-14").await.as_deref(), Some("Rosiady Sayuti"));
        assert_eq!(holder(&app, ntb, "2016-06-15").await, None);
        let holders = holders_on(&app.db, ntb, day("2016-06-14")).await.unwrap();
        assert_eq!(holders[0].source.as_deref(), Some("https://suara.example/baca"));
    })
    .await;
}

#[tokio::test]
async fn what_ends_stays_on_record_and_another_body_s_things_are_not_ours() {
    on_both(setup, |app| async move {
        let (ntb, office) = sekda(&app).await;
        let other = added(&app, body("kab-bima", 5206)).await;
        let mut tx = app.db.begin().await.unwrap();
        let term = add_term(&app, &mut tx, (office, term("Dewi", "2020-01-01", "")), None);
        let term = term.await.unwrap();
        tx.commit().await.unwrap();
        let (_, token) =
            super::person(&app, "Bagus", Some((super::Role::Administrator, super::Scope::House)))
                .await;
        let bagus = super::who(&app, &token).await;
        let end = |agency, on: &'static str| {
            let (app, bagus) = (app.clone(), bagus.clone());
            async move {
                let what = (agency, Piece::Term(term));
                crate::actions::end(&app, &bagus, what, day(on)).await
            }
        };
        assert_eq!(refused(end(other, "2021-01-01").await), ["refusal-agency-ended"]);
        assert_eq!(refused(end(ntb, "2019-12-31").await), ["refusal-agency-ended"]);
        end(ntb, "2021-01-01").await.unwrap();
        assert_eq!(holder(&app, ntb, "2020-06-01").await.as_deref(), Some("Dewi"));
        assert_eq!(holder(&app, ntb, "2021-01-02").await, None);
    })
    .await;
}

#[tokio::test]
async fn a_body_of_a_former_area_stands_on_the_ground_of_its_successors() {
    on_both(setup, |app| async move {
        let former = NewAgency {
            former_area: Some("papua-barat-2007".into()),
            area: None,
            valid_to: Some(day("2022-12-08")),
            ..body("provinsi-papua-barat-lama", 52)
        };
        let id = added(&app, former).await;
        let found = crate::find(&app.db, id).await.unwrap().unwrap();
        assert_eq!(found.area, Some(base::ids::AreaCode(92)));
        assert!(found.stood(day("2016-06-14")) && !found.stood(day("2022-12-09")));
        for area in [92, 96] {
            let narrowed = crate::store::Narrowed {
                area: Some(base::ids::AreaCode(area)),
                ..Default::default()
            };
            let listed = store::by_name(&app.db, &narrowed, ("", AgencyId(0)), 10).await.unwrap();
            assert_eq!(listed.len(), 1, "{area}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_promise_is_a_deadline_and_is_kept_with_a_proof() {
    on_both(setup, |app| async move {
        let dishub = added(&app, body("dishub-tirtawana", 52)).await;
        let said = NewPromise {
            subject: report(1),
            agency: Some(dishub),
            who: "Kepala Dinas Perhubungan".into(),
            what: "Lampu diganti".into(),
            until: Some(day("2026-11-26")),
            said_on: Some(day("2026-11-24")),
            zone: None,
        };
        let mut tx = app.db.begin().await.unwrap();
        let backwards = NewPromise { until: Some(day("2026-11-23")), ..said.clone() };
        let backwards = promise(&app, &mut tx, backwards, None).await;
        assert_eq!(refused(backwards), ["error-agency-days"]);
        let id = promise(&app, &mut tx, said, None).await.unwrap();
        tx.commit().await.unwrap();
        let clocks = deadlines::of(&app.db, report(1)).await.unwrap();
        assert_eq!((clocks.len(), clocks[0].clock.clone()), (1, format!("promise-{id}")));
        assert_eq!(clocks[0].due_at, "2026-11-26T23:59:59+08:00".parse().unwrap());

        app.clock.advance(SignedDuration::from_hours(24 * 5));
        let open = &promises_by(&app.db, dishub).await.unwrap()[0];
        assert_eq!(open.state(day("2026-11-29")), PromiseState::Overdue(3));
        let mut tx = app.db.begin().await.unwrap();
        let future =
            keep_promise(&app, &mut tx, id, ("Foto", day("2026-12-24"), Zone::Wita), None).await;
        assert_eq!(refused(future), ["error-promise-day"]);
        let unproven =
            keep_promise(&app, &mut tx, id, (" ", day("2026-11-28"), Zone::Wita), None).await;
        assert_eq!(refused(unproven), ["error-empty"]);
        let proof = ("Foto lampu yang menyala", day("2026-11-28"), Zone::Wita);
        keep_promise(&app, &mut tx, id, proof, None).await.unwrap();
        let twice = keep_promise(&app, &mut tx, id, proof, None).await;
        assert_eq!(refused(twice), ["refusal-promise-kept"]);
        tx.commit().await.unwrap();
        let kept = &promises_of(&app.db, report(1)).await.unwrap()[0];
        assert_eq!(kept.state(day("2026-11-29")), PromiseState::Kept(day("2026-11-28")));
        assert!(deadlines::of(&app.db, report(1)).await.unwrap()[0].met_at.is_some());
    })
    .await;
}

#[tokio::test]
async fn the_last_day_of_a_promise_ends_where_its_subject_or_its_body_is() {
    on_both(setup, |app| async move {
        let jayapura = added(&app, body("dinas-papua", 91)).await;
        let said = |id, zone| NewPromise {
            subject: report(id),
            agency: Some(jayapura),
            who: "Kepala Dinas".into(),
            what: "Lampu diganti".into(),
            until: Some(day("2026-11-26")),
            said_on: None,
            zone,
        };
        let mut tx = app.db.begin().await.unwrap();
        let far = NewPromise { until: Some(day("2031-11-25")), ..said(1, None) };
        assert_eq!(refused(promise(&app, &mut tx, far, None).await), ["error-promise-far"]);
        promise(&app, &mut tx, said(1, None), None).await.unwrap();
        promise(&app, &mut tx, said(2, Some(Zone::Wib)), None).await.unwrap();
        tx.commit().await.unwrap();
        for (id, ends) in [(1, "2026-11-26T23:59:59+09:00"), (2, "2026-11-26T23:59:59+07:00")] {
            let clocks = deadlines::of(&app.db, report(id)).await.unwrap();
            assert_eq!(clocks[0].due_at, ends.parse().unwrap());
        }
    })
    .await;
}

#[tokio::test]
async fn a_promise_that_is_corrected_keeps_what_stood_there() {
    on_both(setup, |app| async move {
        let dishub = added(&app, body("dishub-tirtawana", 52)).await;
        let said = NewPromise {
            subject: report(1),
            agency: Some(dishub),
            who: "Kepala Dinas Perhubungan".into(),
            what: "Lampu diganti".into(),
            until: Some(day("2026-11-26")),
            said_on: Some(day("2026-11-24")),
            zone: None,
        };
        let mut tx = app.db.begin().await.unwrap();
        let id = promise(&app, &mut tx, said.clone(), None).await.unwrap();
        let later =
            NewPromise { until: Some(day("2027-01-31")), what: "Lampu dicek".into(), ..said };
        correct_promise(&app, &mut tx, id, &later, None).await.unwrap();
        tx.commit().await.unwrap();
        let versions = store::promise_versions(&app.db, &[id.0]).await.unwrap();
        assert_eq!(versions.len(), 1);
        assert_eq!(versions[0].what, "Lampu diganti");
        assert_eq!(versions[0].until, Some(day("2026-11-26")));
        let (detail,) = base::db::Reads::one::<(String,)>(
            &app.db,
            base::sql!("SELECT detail FROM events WHERE verb = 'promise.corrected'"),
            base::values![],
        )
        .await
        .unwrap();
        assert_eq!(detail, "Kepala Dinas Perhubungan: Lampu diganti (2026-11-26)");
        let mut tx = app.db.begin().await.unwrap();
        strike_promise(&app, &mut tx, id, None).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store::promise_versions(&app.db, &[id.0]).await.unwrap().is_empty());
    })
    .await;
}
