//! How much is kept for those who are on their way to the door.
use crate::{
    app::App,
    jiff::SignedDuration,
    refusal::{Failure, Refusal},
    store::{self, ParkedRow},
    testing::{Setup, on_both},
    web::parked::{Budget, make_room},
};

const SMALL: Budget = Budget { forms: 3, bytes: 100 };

/// Keeps a form of so many bytes, if it fits.
async fn keep(app: &App, name: &str, bytes: usize) -> Result<(), Failure> {
    let form = ParkedRow { path: "/kata".into(), body: "x".repeat(bytes) };
    let mut tx = app.db.begin().await.unwrap();
    make_room(SMALL, app, &mut tx, form.size_bytes()).await?;
    let until = app.now() + SignedDuration::from_hours(24);
    store::insert_parked(&mut tx, name, &form, until).await.unwrap();
    tx.commit().await.unwrap();
    Ok(())
}

async fn is_kept(app: &App, name: &str) -> bool {
    store::parked(&app.db, name, app.now()).await.unwrap().is_some()
}

#[tokio::test]
async fn kept_forms_have_a_budget_in_bytes_and_only_old_ones_are_given_up_for_new_ones() {
    on_both(Setup::default, |app| async move {
        keep(&app, "sari", 60).await.unwrap();
        let refused = keep(&app, "baso", 60).await;
        let sentence = Refusal::TooMany { retry_after_s: 3600 };
        assert!(matches!(refused, Err(Failure::Refused(refusal)) if refusal == sentence));
        assert!(is_kept(&app, "sari").await, "Sari is on her way to the door");
        app.clock.advance(SignedDuration::from_mins(61));
        keep(&app, "baso", 60).await.unwrap();
        assert!(is_kept(&app, "baso").await && !is_kept(&app, "sari").await);
        assert_eq!(store::count_parked(&app.db).await.unwrap(), (1, 60));
    })
    .await;
}

#[tokio::test]
async fn many_small_forms_have_a_budget_too() {
    on_both(Setup::default, |app| async move {
        for name in ["sari", "baso", "lina"] {
            keep(&app, name, 1).await.unwrap();
        }
        assert!(keep(&app, "dul", 1).await.is_err());
        app.clock.advance(SignedDuration::from_mins(61));
        keep(&app, "dul", 1).await.unwrap();
        assert_eq!(store::count_parked(&app.db).await.unwrap(), (1, 1));
    })
    .await;
}
