//! Jobs and events on both databases: tried again, buried, revived, delivered once.
use super::{ATTEMPTS_MAX, Job, JobError, JobType, enqueue, run_due, wait_before_retry};
use crate::{
    app::App,
    db::Reads,
    events::{self, Happening, Subscriber},
    feature::Feature,
    ids::{PersonId, StoryId},
    settings, sql, store,
    subject::Subject,
    testing::{Setup, nothing_left, on_both},
    values,
};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// Counts its runs in a setting and does what its name says.
#[derive(Serialize, Deserialize)]
struct Ring {
    how: String,
}

impl Job for Ring {
    const KIND: &'static str = "test.ring";

    fn once_key(&self) -> Option<String> {
        (self.how == "once").then(|| "key".to_owned())
    }

    async fn run(self, app: &App) -> Result<(), JobError> {
        let rung = rung(app).await + 1;
        let mut tx = app.db.begin().await?;
        settings::put_text(app, &mut tx, ("rung", &rung.to_string()), None).await?;
        tx.commit().await?;
        match self.how.as_str() {
            "fails" => Err(anyhow::anyhow!("the bell is broken").into()),
            "hopeless" => Err(JobError::give_up("there is no bell")),
            "panics" => panic!("the bell fell down"),
            _ => Ok(()),
        }
    }
}

async fn rung(app: &App) -> i64 {
    let text = settings::text(&app.db, "rung").await.unwrap();
    text.map_or(0, |text| text.parse().unwrap())
}

fn setup() -> Setup {
    let jobs = vec![JobType::of::<Ring>()];
    Setup {
        features: vec![Feature { jobs, ..Feature::named("bells") }],
        subscribers: vec![Subscriber {
            name: "ringer",
            wants: |verb| verb == "story.published",
            hear: |app, event| {
                Box::pin(async move {
                    assert_eq!(event.subject(), Subject::from(StoryId(7)));
                    let mut tx = app.db.begin().await?;
                    enqueue(app, &mut tx, &Ring { how: "well".into() }).await?;
                    tx.commit().await
                })
            },
        }],
        ..Setup::default()
    }
}

async fn add(app: &App, how: &str) {
    let mut tx = app.db.begin().await.unwrap();
    enqueue(app, &mut tx, &Ring { how: how.into() }).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_job_that_fails_is_tried_again_later_and_at_last_buried() {
    on_both(setup, |app| async move {
        add(&app, "fails").await;
        assert_eq!(run_due(&app).await.unwrap(), 1);
        assert_eq!(run_due(&app).await.unwrap(), 0, "not before its wait is over");
        for _ in 1..ATTEMPTS_MAX {
            app.clock.advance(SignedDuration::from_hours(4));
            run_due(&app).await.unwrap();
        }
        assert_eq!(rung(&app).await, ATTEMPTS_MAX);
        let dead = store::dead_jobs(&app.db).await.unwrap();
        assert_eq!(dead[0].last_error.as_deref(), Some("the bell is broken"));
        let mut tx = app.db.begin().await.unwrap();
        assert!(store::revive_job(&mut tx, dead[0].id, app.now()).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(run_due(&app).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_hopeless_job_and_a_panicking_job_are_dead_at_once_and_the_worker_goes_on() {
    on_both(setup, |app| async move {
        add(&app, "hopeless").await;
        add(&app, "panics").await;
        add(&app, "well").await;
        assert_eq!(run_due(&app).await.unwrap(), 3);
        assert_eq!(store::count_jobs(&app.db).await.unwrap(), (0, 2));
    })
    .await;
}

#[tokio::test]
async fn a_job_with_a_key_waits_once() {
    on_both(setup, |app| async move {
        add(&app, "once").await;
        add(&app, "once").await;
        assert_eq!(run_due(&app).await.unwrap(), 1);
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn the_work_of_a_killed_program_is_taken_up_when_its_lease_ends() {
    on_both(setup, |app| async move {
        add(&app, "well").await;
        let mut tx = app.db.begin().await.unwrap();
        let until = app.now() + SignedDuration::from_mins(5);
        store::claim_job(&mut tx, app.now(), until).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        assert_eq!(run_due(&app).await.unwrap(), 0);
        app.clock.advance(SignedDuration::from_mins(6));
        assert_eq!(run_due(&app).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_takes_the_program_with_it_is_dead_after_as_many_tries_as_any_other() {
    on_both(setup, |app| async move {
        add(&app, "well").await;
        for _ in 0..ATTEMPTS_MAX {
            let mut tx = app.db.begin().await.unwrap();
            let until = app.now() + SignedDuration::from_mins(5);
            store::claim_job(&mut tx, app.now(), until).await.unwrap().unwrap();
            tx.commit().await.unwrap();
            app.clock.advance(SignedDuration::from_mins(6));
        }
        run_due(&app).await.unwrap();
        assert_eq!(rung(&app).await, 0);
        assert_eq!(store::count_jobs(&app.db).await.unwrap(), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn what_was_committed_is_announced_and_what_was_not_is_not() {
    on_both(setup, |app| async move {
        let publish = |verb| Happening {
            subject: StoryId(7).into(),
            verb,
            by: Some(PersonId(1)),
            detail: None,
        };
        let mut dropped = app.db.begin().await.unwrap();
        events::record(&app, &mut dropped, publish("story.published")).await.unwrap();
        drop(dropped);
        let mut tx = app.db.begin().await.unwrap();
        events::record(&app, &mut tx, publish("story.published")).await.unwrap();
        events::record(&app, &mut tx, publish("story.read")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(run_due(&app).await.unwrap(), 2, "one delivery and the bell it rings");
        assert_eq!(rung(&app).await, 1);
        assert_eq!(store::events_of(&app.db, StoryId(7).into()).await.unwrap().len(), 2);
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn a_job_that_nobody_does_any_more_is_shown_to_the_operator() {
    on_both(setup, |app| async move {
        let mut tx = app.db.begin().await.unwrap();
        store::insert_job(&mut tx, app.make_id(), ("gone.job", "null"), None, app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        run_due(&app).await.unwrap();
        let sql = sql!("SELECT last_error FROM jobs");
        let (why,): (String,) = app.db.one(sql, values![]).await.unwrap();
        assert_eq!(why, "nobody does gone.job");
    })
    .await;
}

#[test]
fn waits_double_and_are_bounded() {
    let waits: Vec<i64> = (1..=10).map(|n| wait_before_retry(n).as_secs()).collect();
    assert_eq!(waits, [30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 14400]);
}
