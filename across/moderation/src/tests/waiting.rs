//! What makes new text wait: this person, marked words, too many within an hour; and decisions on many at once.
use super::*;
use crate::{MeasureDraft, take_measure};
use base::{jiff::SignedDuration, measures::MeasureKind, offences::Offence, testing::on_both};
use comments::State;

async fn set(app: &App, cast: &Cast, rate: i64, words: &str) {
    let form = format!("newcomer-waits=0&links-max=2&rate-max={rate}&all-wait=0&words={words}");
    let yustus = format!("{}@rumah", cast.yustus.id);
    assert_eq!(send(app, "/moderasi/aturan", &yustus, &form).await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn marked_words_wait_and_parts_of_words_do_not() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        set(&app, &cast, 0, "judi+online%0APulsa").await;
        for (text, state) in [
            ("Main judi-online di sini", State::Waiting),
            ("PULSA murah", State::Waiting),
            ("Kepulsaan itu apa", State::Shown),
        ] {
            assert_eq!(say(&app, &cast.sari, text).await.state, state, "{text}");
        }
        let yustus = format!("{}@rumah", cast.yustus.id);
        let page = get(&app, "/moderasi/aturan", &yustus).await.2;
        assert!(page.contains("judi online\npulsa"), "{page}");
        let long = "a+".repeat(2_001);
        let form = format!("newcomer-waits=0&links-max=2&rate-max=0&all-wait=0&words={long}");
        let wrong = send(&app, "/moderasi/aturan", &yustus, &form).await;
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn who_writes_very_much_within_an_hour_waits_until_the_hour_is_over() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        set(&app, &cast, 2, "").await;
        for (text, state) in
            [("Satu", State::Shown), ("Dua", State::Shown), ("Tiga", State::Waiting)]
        {
            assert_eq!(say(&app, &cast.sari, text).await.state, state, "{text}");
        }
        assert_eq!(say(&app, &cast.baso, "Saya").await.state, State::Shown);
        app.clock.advance(SignedDuration::from_hours(1) - SignedDuration::from_secs(1));
        assert_eq!(say(&app, &cast.sari, "Empat").await.state, State::Waiting);
        app.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(say(&app, &cast.sari, "Lima").await.state, State::Shown);
    })
    .await;
}

#[tokio::test]
async fn what_one_person_writes_waits_until_its_day_and_they_are_told() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        set(&app, &cast, 0, "").await;
        let draft = MeasureDraft {
            kind: MeasureKind::Hold,
            reason: Offence::Advertising,
            words: "Tolong kurangi iklan".into(),
            days: 1,
            about: None,
        };
        take_measure(&app, &cast.yustus, cast.sari.id, draft).await.unwrap();
        assert_eq!(say(&app, &cast.sari, "Satu").await.state, State::Waiting);
        assert_eq!(say(&app, &cast.baso, "Dua").await.state, State::Shown);
        let news = get(&app, "/akun/pemberitahuan", &cast.sari.id.to_string()).await.2;
        assert!(news.contains("diperiksa dulu sebelum tampil. Alasannya: iklan"), "{news}");
        // 25 November, the last second in WITA.
        app.clock.advance(SignedDuration::from_secs(37 * 3600 + 59 * 60 + 59));
        assert_eq!(say(&app, &cast.sari, "Tiga").await.state, State::Shown);
    })
    .await;
}

#[tokio::test]
async fn what_is_ticked_is_hidden_together_for_one_reason() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let mut form = vec!["act=hide".to_owned()];
        for (by, text) in [(&cast.sari, "Pulsa"), (&cast.baso, "Pulsa lagi")] {
            form.push(format!("subject={}", Subject::from(say(&app, by, text).await.id)));
        }
        let yustus = format!("{}@rumah", cast.yustus.id);
        let wrong = send(&app, "/moderasi/tayangkan", &yustus, &form.join("&")).await;
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.2.matches(" checked").count(), 2, "{}", wrong.2);
        form.push("reason-all=advertising".to_owned());
        let (_, _, notice) = send(&app, "/moderasi/tayangkan", &yustus, &form.join("&")).await;
        assert_eq!(notice, "moderation-all-hidden");
        let log = get(&app, "/catatan-moderasi", "").await.2;
        assert_eq!(log.matches("Alasan: iklan").count(), 2, "{log}");
        assert!(get(&app, "/moderasi", &yustus).await.2.contains("Tidak ada yang menunggu"));
    })
    .await;
}
