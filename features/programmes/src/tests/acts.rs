//! What may be done to programmes and activities, and what is refused.
use super::*;
use crate::{
    ActivityLine, ActivityWords, Counted, Headcount, NewSpeaker, actions::ActivityPart,
    former::Part, held_on, store,
};
use base::{
    feature::{Asked, By},
    ids::{ComponentId, OutcomeId},
    languages::Lang,
    subject::Kind,
    testing::nothing_left,
};

async fn titles(app: &App, by: By) -> Vec<String> {
    let asked = Asked { lang: Lang::INDONESIAN, by, before: None, limit: 10 };
    app.list(asked).await.unwrap().into_iter().map(|(_, card)| card.title).collect()
}

#[tokio::test]
async fn papua_barat_of_2016_leads_from_both_provinces_of_today() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        for code in [92, 96, 52, 5208] {
            let found = titles(&app, By::Area(AreaCode(code))).await;
            assert!(found.contains(&"Layanan Dekat Warga (LADANG)".to_owned()), "{code} {found:?}");
        }
        assert_eq!(titles(&app, By::Area(AreaCode(520_801))).await, ["Lokakarya surat lahir"]);
        assert!(titles(&app, By::Area(AreaCode(91))).await.is_empty());
        assert_eq!(titles(&app, By::Agency(loaded.health)).await.len(), 1);
        assert!(titles(&app, By::House).await.is_empty());
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn a_list_follows_what_is_taken_off() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let taken = (loaded.programme.into(), 2);
        actions::remove_area(&app, &mut tx, taken, None).await.unwrap();
        tx.commit().await.unwrap();
        assert!(titles(&app, By::Area(AreaCode(92))).await.is_empty());
        let mut tx = app.db.begin().await.unwrap();
        let area = NamedArea::today(app.keeper::<Areas>(), AreaCode(5208));
        let twice = actions::add_area(&app, &mut tx, (loaded.programme.into(), &area), None).await;
        assert_eq!(refused(twice), ["error-programme-area-twice"]);
    })
    .await;
}

#[tokio::test]
async fn words_that_were_changed_or_taken_off_stay_under_the_page() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let said = |said: &str| {
            ActivityLine::Speaker(NewSpeaker {
                name: "Marlina Adisti".into(),
                office: None,
                agency: None,
                said: Some(said.into()),
            })
        };
        let at = loaded.workshop;
        let first = said("Loket buka tiap hari.");
        let line = actions::add_line(&app, &mut tx, (at, &first), None).await.unwrap();
        let second = said("Loket buka tiap Senin.");
        actions::change_activity_line(&app, &mut tx, (at, line), &second, None).await.unwrap();
        actions::change_activity_line(&app, &mut tx, (at, line), &second, None).await.unwrap();
        actions::remove_line(&app, &mut tx, (at, line), ActivityPart::Speakers, None)
            .await
            .unwrap();
        let row = store::activity(&mut tx, at).await.unwrap().unwrap();
        let new =
            ActivityWords { venue: Some("Aula desa".into()), ..words(&row.name, row.component) };
        actions::change_activity(&app, &mut tx, (at, &new), None).await.unwrap();
        tx.commit().await.unwrap();
        let kept = store::words(&app.db, at.into(), 10).await.unwrap();
        let kept: Vec<(Part, &str)> =
            kept.iter().map(|row| (row.part, row.stood.as_str())).collect();
        assert!(kept.contains(&(Part::Speaker, "Marlina Adisti · Loket buka tiap hari.")));
        assert!(kept.contains(&(Part::Speaker, "Marlina Adisti · Loket buka tiap Senin.")));
        assert_eq!(kept.iter().filter(|(part, _)| *part == Part::Name).count(), 0, "{kept:?}");
        let speakers = kept.iter().filter(|(part, _)| *part == Part::Speaker).count();
        assert_eq!(speakers, 2, "the same words again take nothing away: {kept:?}");
    })
    .await;
}

#[tokio::test]
async fn days_that_were_moved_stay_with_the_reason() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let later = (loaded.workshop, days("2026-10-15", "2026-10-16"));
        let silent =
            actions::move_activity(&app, &mut tx, later, &None, Act::now(&app, None)).await;
        assert_eq!(refused(silent), ["error-activity-why"]);
        let why = Some("Ombak tinggi.".to_owned());
        actions::move_activity(&app, &mut tx, later, &why, Act::now(&app, None)).await.unwrap();
        let again = actions::move_activity(&app, &mut tx, later, &why, Act::now(&app, None)).await;
        assert_eq!(refused(again), ["error-activity-same-days"]);
        tx.commit().await.unwrap();
        let dates = store::dates(&app.db, loaded.workshop).await.unwrap();
        let kept: Vec<String> = dates.iter().map(|row| row.starts.to_string()).collect();
        assert_eq!(kept, ["2026-10-15", "2026-10-08"]);
        assert!(held_on(&app.db, day("2026-10-08")).await.unwrap().is_empty());
        let held = held_on(&app.db, day("2026-10-16")).await.unwrap();
        assert_eq!(held.len(), 1);
        assert_eq!(held[0].acronym.as_deref(), Some("LADANG"));
        assert_eq!(held[0].venue.as_deref(), Some("Aula Kantor Camat Tanjung"));
    })
    .await;
}

#[tokio::test]
async fn an_activity_goes_on_step_by_step() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let to = |state| (loaded.workshop, state);
        let early =
            actions::set_state(&app, &mut tx, to(State::Reported), &None, Act::now(&app, None))
                .await;
        assert_eq!(refused(early), ["error-activity-state"]);
        for state in [State::Running, State::Done, State::Reported] {
            actions::set_state(&app, &mut tx, to(state), &None, Act::now(&app, None))
                .await
                .unwrap();
        }
        let back =
            actions::set_state(&app, &mut tx, to(State::Planned), &None, Act::now(&app, None))
                .await;
        assert_eq!(refused(back), ["error-activity-state"]);
        let undated = NewActivity {
            programme: loaded.programme,
            words: words("Pelatihan", None),
            days: None,
            state: State::Planned,
        };
        let undated =
            actions::add_activity(&app, &mut tx, &undated, Act::now(&app, None)).await.unwrap();
        let done =
            actions::set_state(&app, &mut tx, (undated, State::Done), &None, Act::now(&app, None))
                .await;
        assert_eq!(refused(done), ["error-activity-no-days"]);
    })
    .await;
}

#[tokio::test]
async fn outcomes_have_two_levels_and_parts_are_of_their_own_programme() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let known = store::outcomes(&app.db, loaded.programme).await.unwrap();
        let under = |parent: OutcomeId| NewOutcome {
            parent: Some(parent),
            number: "1.1".into(),
            name: "Loket buka".into(),
            source: None,
        };
        let mut tx = app.db.begin().await.unwrap();
        let new = under(known[0].id);
        let between =
            actions::add_outcome(&app, &mut tx, (loaded.programme, &new), None).await.unwrap();
        for parent in [between, OutcomeId(1)] {
            let new = under(parent);
            let third = actions::add_outcome(&app, &mut tx, (loaded.programme, &new), None).await;
            assert_eq!(refused(third), ["error-programme-parent"]);
        }
        let strange = words("Rapat", Some(ComponentId(1)));
        let strange = actions::change_activity(&app, &mut tx, (loaded.workshop, &strange), None);
        assert_eq!(refused(strange.await), ["error-programme-choose"]);
        assert_eq!(
            store::components(&mut tx, loaded.programme).await.unwrap()[0].id,
            loaded.component
        );
    })
    .await;
}

#[tokio::test]
async fn a_promise_is_a_deadline_until_it_is_kept_with_proof() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        hold(&app, &loaded).await;
        let subject = loaded.workshop.into();
        let promises = agencies::promises_of(&app.db, subject).await.unwrap();
        assert_eq!(promises[0].said_on, Some(day("2026-10-08")));
        let open = base::deadlines::of(&app.db, subject).await.unwrap();
        assert_eq!(open.iter().filter(|clock| clock.met_at.is_none()).count(), 2);
        let mut tx = app.db.begin().await.unwrap();
        let promise = promises[0].id;
        let shown = ("Formulir ada di Posyandu Melati.", day("2026-11-20"));
        let other = (ActivityId(1), promise);
        assert!(matches!(
            actions::keep_promise(&app, &mut tx, other, shown, None).await,
            Err(Failure::Refused(Refusal::NotFound))
        ));
        let own = (loaded.workshop, promise);
        actions::keep_promise(&app, &mut tx, own, shown, None).await.unwrap();
        tx.commit().await.unwrap();
        let met = base::deadlines::of(&app.db, subject).await.unwrap();
        assert_eq!(met.iter().filter(|clock| clock.met_at.is_some()).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_anyone_may_carry_away_hides_small_groups_too() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let count = Headcount::of([(Counted::Women, 18), (Counted::Men, 2), (Counted::Unnoted, 0)]);
        actions::count_people(&app, &mut tx, (loaded.workshop, &count), None).await.unwrap();
        tx.commit().await.unwrap();
        let table =
            |name: &str| *feature().open_data.iter().find(|open| open.name == name).unwrap();
        let (programmes, activities) = (table("programmes"), table("activities"));
        let rows = (activities.rows)(&app, 0).await.unwrap();
        let value = |column: &str| {
            let at = activities.columns.iter().position(|name| *name == column).unwrap();
            rows[0].1[at].clone()
        };
        assert_eq!(value("participants"), "20");
        assert_eq!(
            (value("women"), value("men"), value("unnoted")),
            ("<5".into(), "<5".into(), "0".into())
        );
        assert_eq!(value("areas"), "Kecamatan Tanjung");
        let rows = (programmes.rows)(&app, 0).await.unwrap();
        assert_eq!(rows[0].1.len(), programmes.columns.len());
        assert!(rows[0].1.contains(&"Kabupaten Lombok Utara; Papua Barat".to_owned()));
        assert!((programmes.rows)(&app, loaded.programme.0).await.unwrap().is_empty());
        assert_eq!(rows[0].0, loaded.programme.0);
        let card = app.describe(Lang::INDONESIAN, loaded.workshop.into()).await.unwrap().unwrap();
        assert!(card.public && card.subject.kind == Kind::Activity);
    })
    .await;
}
