//! The small mechanisms on both databases: links, holds, deadlines, settings.
use crate::{
    app::App,
    deadlines::{self, ClockName},
    feature::{Describe, Feature},
    holds::{self, NewText, Reason},
    ids::{CommentId, PersonId, StoryId},
    languages::Lang,
    links, store,
    subject::{Card, Kind, Subject},
    testing::{Setup, on_both},
};
use jiff::SignedDuration;

fn setup() -> Setup {
    let describe = Describe {
        kinds: &[Kind::Story],
        card: |_, _, subject| {
            let public = subject.id != 13;
            let card = Card::named(subject, format!("Tulisan {}", subject.id), "/tulisan");
            Box::pin(async move { Ok(Some(Card { public, ..card })) })
        },
    };
    Setup {
        features: vec![Feature { describe: Some(describe), ..Feature::named("stories") }],
        ..Setup::default()
    }
}

async fn place(app: &App, id: i64, text: &str, shown_before: i64) -> Option<Reason> {
    let mut tx = app.db.begin().await.unwrap();
    let subject: Subject = CommentId(id).into();
    let new = NewText { subject, area: None, by: Some(PersonId(1)), text, shown_before };
    let reason = holds::place(app, &mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    reason
}

#[tokio::test]
async fn a_link_shows_on_both_pages_and_never_to_what_is_not_public() {
    on_both(setup, |app| async move {
        let (bridge, flood, hidden) = (StoryId(1), StoryId(2), StoryId(13));
        let mut tx = app.db.begin().await.unwrap();
        for to in [flood, flood, hidden] {
            let ends = (bridge.into(), to.into());
            links::join(&app, &mut tx, ends, (links::LinkKind::CameOf, None), None).await.unwrap();
        }
        tx.commit().await.unwrap();
        let there = links::of(&app, Lang::INDONESIAN, bridge.into()).await.unwrap();
        let back = links::of(&app, Lang::INDONESIAN, flood.into()).await.unwrap();
        assert_eq!((there.len(), back.len()), (1, 1));
        assert_eq!((there[0].card.title.as_str(), there[0].backwards), ("Tulisan 2", false));
        assert_eq!((back[0].card.title.as_str(), back[0].backwards), ("Tulisan 1", true));
    })
    .await;
}

#[tokio::test]
async fn a_link_of_what_nobody_may_read_yet_waits_with_it() {
    on_both(setup, |app| async move {
        let (bridge, flood) = (StoryId(1), StoryId(2));
        let mut tx = app.db.begin().await.unwrap();
        let ends = (bridge.into(), flood.into());
        let told = (links::LinkKind::CameOf, None);
        links::join_waiting(&app, &mut tx, ends, told, None).await.unwrap();
        assert!(links::has_any(&mut tx, flood.into()).await.unwrap());
        tx.commit().await.unwrap();
        let shown = || links::of(&app, Lang::INDONESIAN, flood.into());
        assert!(shown().await.unwrap().is_empty());
        let waiting = links::waiting_of(&app, Lang::INDONESIAN, bridge.into()).await.unwrap();
        assert_eq!(waiting[0].card.title, "Tulisan 2");
        let mut tx = app.db.begin().await.unwrap();
        links::show(&mut tx, bridge.into()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(shown().await.unwrap()[0].card.title, "Tulisan 1");
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_and_a_text_full_of_links_wait_and_others_do_not() {
    on_both(setup, |app| async move {
        assert_eq!(place(&app, 1, "halo", 0).await, Some(Reason::Newcomer));
        assert_eq!(place(&app, 2, "halo", 1).await, None);
        let links = "http://a http://b https://c";
        assert_eq!(place(&app, 3, links, 9).await, Some(Reason::Links));
        let mut tx = app.db.begin().await.unwrap();
        holds::ALL_WAIT.put(&app, &mut tx, 1, PersonId(2)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(place(&app, 4, "halo", 9).await, Some(Reason::All));
        let mut tx = app.db.begin().await.unwrap();
        assert!(holds::lift(&mut tx, CommentId(1).into()).await.unwrap());
        assert!(!holds::lift(&mut tx, CommentId(2).into()).await.unwrap());
        tx.commit().await.unwrap();
        let waiting = store::held(&app.db, &[0], 10).await.unwrap();
        let ids: Vec<i64> = waiting.iter().map(|hold| hold.subject_id).collect();
        assert_eq!(ids, [3, 4]);
    })
    .await;
}

#[tokio::test]
async fn a_clock_runs_under_the_rule_set_of_its_day_and_stops_once() {
    on_both(setup, |app| async move {
        let name = ClockName { rule_set: "press-clocks", clock: "content-complaint" };
        let subject: Subject = StoryId(1).into();
        let mut tx = app.db.begin().await.unwrap();
        let due = deadlines::start(&app, &mut tx, subject, name).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(due, app.now() + SignedDuration::from_hours(48));
        let mut tx = app.db.begin().await.unwrap();
        assert!(deadlines::meet(&app, &mut tx, subject, name.clock).await.unwrap());
        assert!(!deadlines::meet(&app, &mut tx, subject, name.clock).await.unwrap());
        tx.commit().await.unwrap();
        let clocks = deadlines::of(&app.db, subject).await.unwrap();
        assert_eq!(clocks[0].rule, "press-clocks@2012-02-03");
        assert_eq!(clocks[0].met_at, Some(app.now()));
    })
    .await;
}
