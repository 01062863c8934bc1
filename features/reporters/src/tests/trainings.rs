//! Trainings: called, joined, closed with who was there.
use super::*;
use crate::training::NewTraining;
use base::{
    ids::TrainingId,
    jiff::civil::date,
    testing::{browse, on_both},
    web::site,
};

/// Today and tomorrow, in Tanjung.
fn new() -> NewTraining {
    NewTraining {
        title: "Pelatihan pewarta".into(),
        starts_on: date(2026, 11, 24),
        ends_on: date(2026, 11, 25),
        area: AreaCode(520_801),
        place: "Balai desa".into(),
        organiser: "Swara Muara".into(),
        curriculum: "Memeriksa kabar.".into(),
    }
}

async fn called(app: &App, by: &SignedIn, new: &NewTraining) -> Outcome<TrainingId> {
    let mut tx = app.db.begin().await?;
    let id = actions::call(app, &mut tx, by, new).await?;
    tx.commit().await?;
    Ok(id)
}

async fn candidate(app: &App, who: &SignedIn) {
    account(app, who).await;
    actions::apply(app, who.id, &told()).await.unwrap();
}

#[tokio::test]
async fn closing_a_training_trains_the_candidates_who_were_there_and_nobody_else() {
    on_both(setup, |app| async move {
        for who in [dul(), baso(), maria()] {
            candidate(&app, &who).await;
        }
        made_active(&app, &sari()).await;
        let elsewhere = called(&app, &magda(), &new()).await.map(drop);
        assert_eq!(key(elsewhere), "error-training-not-yours");
        let id = called(&app, &maria(), &new()).await.unwrap();
        let all = [dul().id, baso().id, maria().id, sari().id];
        actions::invite(&app, &maria(), id, &all).await.unwrap();
        assert_eq!(
            store::participants(&app.db, id).await.unwrap().len(),
            3,
            "sari is no candidate"
        );
        actions::close(&app, &maria(), id, &[dul().id, maria().id]).await.unwrap();
        assert_eq!(state(&app, &dul()).await, State::Trained);
        assert_eq!(state(&app, &baso()).await, State::Candidate, "he was not there");
        assert_eq!(state(&app, &maria()).await, State::Candidate, "nobody trains themselves");
        let steps = store::steps(&app.db, dul().id).await.unwrap();
        let why = steps.last().unwrap().words.clone().unwrap();
        assert!(why.contains("Pelatihan pewarta, Balai desa") && why.contains("2026"), "{why}");
        let again = actions::close(&app, &maria(), id, &[baso().id]).await;
        assert_eq!(key(again), "refusal-training-closed");
        let late = actions::recall(&app, &maria(), id, &new()).await;
        assert_eq!(key(late), "refusal-training-closed");
    })
    .await;
}

#[tokio::test]
async fn a_candidate_joins_an_open_training_and_a_closed_list_is_not_written_by_hand() {
    on_both(setup, |app| async move {
        candidate(&app, &dul()).await;
        let tomorrow = NewTraining { starts_on: date(2026, 11, 25), ..new() };
        let id = called(&app, &maria(), &tomorrow).await.unwrap();
        let site = site(&app);
        let path = format!("/pelatihan/{id}");
        let (_, _, page) = browse::get(&site, &path, "abdul").await;
        assert!(page.contains("Saya ikut pelatihan ini"), "{page}");
        assert_eq!(browse::post(&site, &path, "abdul", "comes=1").await.0, 303);
        let (_, _, page) = browse::get(&site, &path, "abdul").await;
        assert!(page.contains("Anda terdaftar") && page.contains("1 peserta"), "{page}");
        let (_, _, page) = browse::get(&site, &path, "").await;
        assert!(!page.contains("Abdul"), "who comes is not public: {page}");
        let early = actions::close(&app, &maria(), id, &[dul().id]).await;
        assert_eq!(key(early), "refusal-training-early");
        assert_eq!(browse::post(&site, &path, "abdul", "comes=0").await.0, 303);
        app.clock.advance(base::jiff::SignedDuration::from_hours(24));
        actions::close(&app, &maria(), id, &[dul().id]).await.unwrap();
        let reporter = store::find(&app.db, dul().id).await.unwrap().unwrap();
        assert_eq!(reporter.state, State::Candidate, "he took his name off the list");
        app.clock.advance(base::jiff::SignedDuration::from_hours(24));
        let over = actions::join(&app, dul().id, id, true).await;
        assert_eq!(key(over), "refusal-training-closed");
    })
    .await;
}

#[tokio::test]
async fn maria_calls_a_training_on_a_form_once_and_closes_it_from_its_page() {
    on_both(setup, |app| async move {
        candidate(&app, &dul()).await;
        let site = site(&app);
        let form = "form_key=k1&title=Pelatihan&starts_on=2026-11-24&ends_on=2026-11-23&area=52.08.01\
                    &place=Balai&organiser=Kami&curriculum=Isi";
        let path = "/meja/pelatihan/baru";
        let (status, _, page) = browse::post(&site, path, "maria", form).await;
        assert_eq!(status, 422);
        assert!(page.contains("value=\"Balai\"") && page.contains("#ends_on"), "{page}");
        let form = form.replace("2026-11-23", "2026-11-24");
        let (status, work, _) = browse::post(&site, path, "maria", &form).await;
        assert_eq!(status, 303);
        assert_eq!(browse::post(&site, path, "maria", &form).await.1, work, "sent twice, made once");
        assert_eq!(browse::get(&site, &work, "magda").await.0, 403, "not her area");
        let who = format!("who={}", dul().id);
        assert_eq!(browse::post(&site, &format!("{work}/peserta"), "maria", &who).await.0, 303);
        let (status, _, page) = browse::post(&site, &format!("{work}/tutup"), "maria", &who).await;
        assert_eq!(status, 422);
        assert!(page.contains("checked"), "who was ticked stays ticked: {page}");
        let sure = format!("{who}&sure=1");
        assert_eq!(browse::post(&site, &format!("{work}/tutup"), "maria", &sure).await.0, 303);
        assert!(browse::get(&site, &work, "maria").await.2.contains("Hadir"));
    })
    .await;
}
