//! Clocks: three working days to decide, a day to publish, two months until the right lapses; at their edges.
use super::*;
use crate::rules::ReplyRules;
use base::{clock::Zone, jiff::SignedDuration, testing::on_both};

async fn go_to(app: &App, moment: &str) {
    let moment: Timestamp = moment.parse().unwrap();
    app.clock.advance(moment.duration_since(app.now()));
}

fn local(at: Timestamp, zone: Zone) -> String {
    zone.local(at).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

#[tokio::test]
async fn the_desk_has_three_working_days_which_skip_christmas_and_the_weekend() {
    on_both(setup, |app| async move {
        // Wednesday, 23 December 2026: joint leave, Christmas and a weekend follow.
        go_to(&app, "2026-12-23T01:00:00Z").await;
        let sent = actions::send(&app, &draft(Asks::Correction, 'a')).await.unwrap();
        let due = found(&app, sent.id).await.due_at.unwrap();
        assert_eq!(local(due, Zone::Wita), "2026-12-30 23:59:59");
        let clocks = base::deadlines::of(&app.db, sent.id.into()).await.unwrap();
        assert_eq!(
            (clocks[0].rule.as_str(), clocks[0].clock.as_str()),
            ("right-of-reply@2008-10-29", "decide-1")
        );
    })
    .await;
}

#[tokio::test]
async fn a_question_stops_the_clock_and_its_answer_starts_another() {
    on_both(setup, |app| async move {
        let sent = ask(&app, Asks::Reply).await;
        act(&app, &maria(), sent.id, Step::Asked).await.unwrap();
        assert_eq!(found(&app, sent.id).await.due_at, None);
        app.clock.advance(SignedDuration::from_hours(24 * 7));
        let reply = found(&app, sent.id).await;
        let completed =
            actions::answer_as_sender(&app, &reply, deed(Step::Completed)).await.unwrap();
        assert_eq!((completed.state, completed.turn), (State::Received, 2));
        assert_eq!(local(completed.due_at.unwrap(), Zone::Wita), "2026-12-04 23:59:59");
        let accepted = act(&app, &maria(), sent.id, Step::Accepted).await.unwrap();
        // A day to publish, by the hour: nights and holidays count.
        assert_eq!(accepted.due_at, Some(app.now() + SignedDuration::from_hours(24)));
        act(&app, &maria(), sent.id, Step::Published).await.unwrap();
        let clocks = base::deadlines::of(&app.db, sent.id.into()).await.unwrap();
        assert_eq!(clocks.len(), 3);
        assert!(clocks.iter().all(|clock| clock.met_at.is_some()), "{clocks:?}");
    })
    .await;
}

#[tokio::test]
async fn the_right_lasts_two_months_to_the_end_of_the_day_where_the_story_was_written() {
    on_both(setup, |app| async move {
        let rules = ReplyRules::now(&app).unwrap();
        let until = |published: &str, zone| {
            local(rules.window_until(published.parse().unwrap(), zone).unwrap(), zone)
        };
        // Half past midnight in Papua is still the day before in Java.
        assert_eq!(until("2026-10-23T15:30:00Z", Zone::Wit), "2026-12-24 23:59:59");
        assert_eq!(until("2026-10-23T15:30:00Z", Zone::Wib), "2026-12-23 23:59:59");
        // February has no 31st.
        assert_eq!(until("2026-12-31T02:00:00Z", Zone::Wita), "2027-02-28 23:59:59");
        // The last second of the day of the story, which lies in WITA.
        go_to(&app, "2026-12-24T15:59:59Z").await;
        let sent = ask(&app, Asks::Reply).await;
        let reply = found(&app, sent.id).await;
        assert!(!reply.has_lapsed(app.now()));
        app.clock.advance(SignedDuration::from_secs(1));
        let late = actions::send(&app, &draft(Asks::Reply, 'b')).await.unwrap();
        assert!(found(&app, late.id).await.has_lapsed(app.now()));
        assert!(!found(&app, sent.id).await.has_lapsed(app.now()), "it was asked for in time");
        assert_eq!(key(act(&app, &maria(), sent.id, Step::Lapsed).await), "refusal-reply-step");
        assert_eq!(state(act(&app, &maria(), late.id, Step::Lapsed).await), State::Lapsed);
        // The parties may agree all the same.
        assert_eq!(state(act(&app, &maria(), late.id, Step::Accepted).await), State::Accepted);
    })
    .await;
}

#[tokio::test]
async fn a_reply_that_is_not_completed_in_its_two_months_lapses_by_itself_and_contacts_are_forgotten()
 {
    on_both(setup, |app| async move {
        let sent = ask(&app, Asks::Reply).await;
        let correction = actions::send(&app, &draft(Asks::Correction, 'b')).await.unwrap();
        for id in [sent.id, correction.id] {
            act(&app, &maria(), id, Step::Asked).await.unwrap();
        }
        go_to(&app, "2026-12-24T15:59:59Z").await;
        actions::go_round(&app).await.unwrap();
        assert_eq!(found(&app, sent.id).await.state, State::Asked);
        go_to(&app, "2026-12-24T16:00:00Z").await;
        actions::go_round(&app).await.unwrap();
        assert_eq!(found(&app, sent.id).await.state, State::Lapsed);
        assert_eq!(found(&app, correction.id).await.state, State::Asked, "it has no limit");
        let told = letters(&app).await;
        assert!(told.iter().any(|letter| letter.body.contains("gugur")), "{told:?}");
        app.clock.advance(SignedDuration::from_hours(24 * 91));
        actions::go_round(&app).await.unwrap();
        assert_eq!(store::sender(&app.db, sent.id).await.unwrap().email, None);
        assert!(store::sender(&app.db, correction.id).await.unwrap().email.is_some());
    })
    .await;
}
