//! Appeals: once, by whoever was moderated, decided by somebody else within five working days.
use super::*;
use crate::{MeasureDraft, take_measure};
use base::{
    clock::Zone,
    jiff::{SignedDuration, Timestamp},
    measures::MeasureKind,
    offences::Offence,
    testing::{nothing_left, on_both},
};

fn desk(person: &SignedIn) -> String {
    format!("{}@rumah", person.id)
}

async fn go_to(app: &App, moment: &str) {
    let moment: Timestamp = moment.parse().unwrap();
    app.clock.advance(moment.duration_since(app.now()));
}

/// Sari's comment, hidden by Yustus.
async fn hidden(app: &App, cast: &Cast, text: &str) -> Subject {
    welcome_all(app, cast).await;
    let comment: Subject = say(app, &cast.sari, text).await.id.into();
    let draft = FlagDraft {
        reason: Offence::Slander,
        words: String::new(),
        email: None,
        once: comment.to_string(),
    };
    crate::flag(app, None, (comment, Lang::INDONESIAN), draft).await.unwrap();
    rule(app, &cast.yustus, comment, Ruling::Hide(Offence::Slander)).await.unwrap();
    comment
}

async fn appeals_of(app: &App, who: &str) -> String {
    let list = get(app, "/moderasi/sanggahan", who).await.2;
    let (_, path) =
        list.split_once("href=\"/moderasi/sanggahan/").unwrap_or_else(|| panic!("{list}"));
    format!("/moderasi/sanggahan/{}", path.split('"').next().unwrap())
}

#[tokio::test]
async fn somebody_else_decides_an_appeal_and_the_comment_is_shown_again() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let comment = hidden(&app, &cast, "Kepala dusun minta uang").await;
        let sari = cast.sari.id.to_string();
        let hiding = letters(&app).await.remove(0);
        let own = format!("/akun/sanggahan/{comment}");
        assert!(hiding.body.contains(&own), "{}", hiding.body);
        let news = get(&app, "/akun/pemberitahuan", &sari).await.2;
        assert!(news.contains(&own), "{news}");
        assert_eq!(get(&app, &own, &cast.baso.id.to_string()).await.0, StatusCode::NOT_FOUND);
        assert_eq!(send(&app, &own, &sari, "words=").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        let (status, place, notice) = send(&app, &own, &sari, "words=Saya+punya+kuitansi").await;
        assert_eq!((status, place.as_str()), (StatusCode::SEE_OTHER, own.as_str()));
        assert_eq!(notice, "appeal-sent");
        assert_eq!(send(&app, &own, &sari, "words=Lagi").await.0, StatusCode::CONFLICT);
        let path = appeals_of(&app, &desk(&cast.baso)).await;
        let page = get(&app, &path, &desk(&cast.yustus)).await.2;
        assert!(page.contains("Moderator lain yang memutuskan") && !page.contains("verdict\""));
        let form = "verdict=restore&answer=Kuitansinya+benar";
        assert_eq!(send(&app, &path, &desk(&cast.yustus), form).await.0, StatusCode::FORBIDDEN);
        let wrong = send(&app, &path, &desk(&cast.baso), "answer=Kuitansinya+benar").await;
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.2.contains("Kuitansinya benar"), "{}", wrong.2);
        assert_eq!(comments::count(&app.db, BRIDGE).await.unwrap(), 0);
        assert_eq!(send(&app, &path, &desk(&cast.baso), form).await.0, StatusCode::SEE_OTHER);
        assert_eq!(comments::count(&app.db, BRIDGE).await.unwrap(), 1);
        assert_eq!(send(&app, &path, &desk(&cast.baso), form).await.0, StatusCode::CONFLICT);
        let told = letters(&app).await.remove(0);
        assert!(told.to == "sari@suara.example" && told.body.contains("Kuitansinya benar"));
        let log = get(&app, "/catatan-moderasi", "").await.2;
        assert!(log.contains("Sanggahan diterima") && !log.contains("kuitansi"), "{log}");
        assert!(get(&app, &own, &sari).await.2.contains("keputusan ditarik kembali"));
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn five_working_days_skip_christmas_and_weekends_and_thirty_days_end_the_right() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        // Wednesday, 23 December 2026, 23.30 WIB is the 24th in WITA, a day of joint leave before Christmas.
        go_to(&app, "2026-12-23T16:30:00Z").await;
        let comment = hidden(&app, &cast, "Kepala dusun minta uang").await;
        let sari = cast.sari.id.to_string();
        send(&app, &format!("/akun/sanggahan/{comment}"), &sari, "words=Keliru").await;
        let appeals = crate::store::open_appeals(&app.db, 9).await.unwrap();
        let due = Zone::Wita.local(appeals[0].due_at).strftime("%Y-%m-%d %H:%M:%S").to_string();
        // 28, 29, 30, 31 December, then New Year and a weekend are skipped if the decree of 2027 is known.
        let known = app.rules.years_known().contains(&2027);
        assert_eq!(due, if known { "2027-01-04 23:59:59" } else { "2027-01-01 23:59:59" });
        let clocks = base::deadlines::of(&app.db, appeals[0].id.into()).await.unwrap();
        assert_eq!(clocks[0].rule, "moderation@2026-01-01");
        let second = hidden(&app, &cast, "Dua kali").await;
        let path = format!("/akun/sanggahan/{second}");
        app.clock.advance(SignedDuration::from_hours(24 * 30));
        assert!(get(&app, &path, &sari).await.2.contains("name=\"words\""), "the last second");
        app.clock.advance(SignedDuration::from_secs(1));
        assert!(get(&app, &path, &sari).await.2.contains("sudah lewat"));
        assert_eq!(send(&app, &path, &sari, "words=Keliru").await.0, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn a_mute_is_appealed_against_and_where_nobody_else_moderates_the_same_person_decides_after_a_day()
 {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let words = "Tiga kali".to_owned();
        let draft = MeasureDraft {
            kind: MeasureKind::Mute,
            reason: Offence::Slander,
            words,
            days: 30,
            about: None,
        };
        let id = take_measure(&app, &cast.yustus, cast.sari.id, draft).await.unwrap();
        let sari = cast.sari.id.to_string();
        let own = format!("/akun/sanggahan/{}", Subject::from(id));
        assert!(get(&app, "/akun/pemberitahuan", &sari).await.2.contains(&own));
        assert_eq!(send(&app, &own, &sari, "words=Itu+benar").await.0, StatusCode::SEE_OTHER);
        let yustus = desk(&cast.yustus);
        let path = appeals_of(&app, &yustus).await;
        let form = "verdict=restore&answer=Ternyata+benar";
        app.clock.advance(SignedDuration::from_hours(24) - SignedDuration::from_secs(1));
        assert_eq!(send(&app, &path, &yustus, form).await.0, StatusCode::FORBIDDEN);
        app.clock.advance(SignedDuration::from_secs(1));
        let page = get(&app, &path, &yustus).await.2;
        assert!(page.contains("Anda memutuskan lagi") && page.contains("Tiga kali"), "{page}");
        assert_eq!(send(&app, &path, &yustus, form).await.0, StatusCode::SEE_OTHER);
        let measures = base::measures::in_force(&app.db, cast.sari.id, app.now()).await.unwrap();
        assert!(measures.is_empty(), "{measures:?}");
        let log = get(&app, "/catatan-moderasi", "").await.2;
        assert!(log.contains("Sanggahan diterima") && log.contains("tidak ada moderator lain"));
        assert!(get(&app, &own, &sari).await.2.contains("orang yang sama setelah jeda"));
        letters(&app).await;
    })
    .await;
}
