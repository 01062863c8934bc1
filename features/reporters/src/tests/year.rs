//! The year that a card is valid, around its edge.
use super::*;
use base::{jiff::SignedDuration, testing::on_both};

/// Goes round at this moment, in the house's zone.
async fn round_at(app: &App, at: &str) {
    let at: Timestamp = at.parse().unwrap();
    app.clock.advance(at.duration_since(app.now()));
    actions::go_round(app).await.unwrap();
}

#[tokio::test]
async fn a_card_is_valid_to_the_end_of_its_last_day_where_the_house_stands() {
    on_both(setup, |app| async move {
        made_active(&app, &dul()).await;
        round_at(&app, "2027-11-24T23:59:00+08:00").await;
        assert_eq!(state(&app, &dul()).await, State::Active);
        round_at(&app, "2027-11-25T00:00:00+08:00").await;
        assert_eq!((state(&app, &dul()).await, roles(&app, &dul()).await), (State::Inactive, 0));
        let steps = store::steps(&app.db, dul().id).await.unwrap();
        let last = steps.last().unwrap();
        assert_eq!((last.step, last.by), (Step::Lapsed, None));
        let letters = letters(&app).await;
        assert!(letters.last().unwrap().body.contains("setahun"), "{letters:?}");
        round_at(&app, "2027-11-26T00:00:00+08:00").await;
        assert_eq!(store::steps(&app.db, dul().id).await.unwrap().len(), steps.len(), "told once");
    })
    .await;
}

#[tokio::test]
async fn a_story_counts_wherever_it_stands_in_the_list_and_brings_back_who_had_lapsed() {
    on_both(setup, |app| async move {
        made_active(&app, &sari()).await;
        round_at(&app, "2026-11-25T00:00:00+08:00").await;
        assert_eq!(found(&app, &sari()).await.active_until.unwrap().to_string(), "2027-11-24");
        let mut tx = app.db.begin().await.unwrap();
        let lapsed = Reporter {
            state: State::Inactive,
            activated_on: Some("2024-01-01".parse().unwrap()),
            ..found(&app, &sari()).await
        };
        store::change(&mut tx, State::Active, &lapsed).await.unwrap();
        tx.commit().await.unwrap();
        app.clock.advance(-SignedDuration::from_hours(24 * 30));
        actions::go_round(&app).await.unwrap();
        let reporter = found(&app, &sari()).await;
        assert_eq!(
            reporter.state,
            State::Active,
            "her story of 20 November 2025 is not a year old"
        );
        assert_eq!(reporter.active_until.unwrap().to_string(), "2026-11-20");
    })
    .await;
}
