//! Warnings, mutes and suspensions: who may, what the router refuses, until when, and what the public learns of it.
use super::*;
use crate::{MeasureDraft, lift, take_measure};
use base::{
    clock::Zone,
    ids::MeasureId,
    jiff::Timestamp,
    measures::MeasureKind,
    offences::Offence,
    refusal::{Failure, Outcome, Refusal},
    testing::{nothing_left, on_both},
};

fn draft(kind: MeasureKind, days: i64) -> MeasureDraft {
    let words = "Sudah tiga kali menuduh tanpa bukti.".to_owned();
    MeasureDraft { kind, reason: Offence::Slander, words, days, about: None }
}

async fn act(app: &App, cast: &Cast, kind: MeasureKind, days: i64) -> MeasureId {
    take_measure(app, &cast.yustus, cast.sari.id, draft(kind, days)).await.unwrap()
}

fn desk(person: &SignedIn) -> String {
    format!("{}@rumah", person.id)
}

fn refused<T: std::fmt::Debug>(outcome: Outcome<T>) -> Refusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

async fn comments_as(app: &App, who: &str, once: &str) -> Seen {
    let form = format!("subject={BRIDGE}&text=Halo+{once}&once={once}");
    send(app, "/komentar", who, &form).await
}

async fn go_to(app: &App, moment: &str) {
    let moment: Timestamp = moment.parse().unwrap();
    app.clock.advance(moment.duration_since(app.now()));
}

#[tokio::test]
async fn who_is_muted_reads_why_until_when_and_writes_again_the_second_it_is_over() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sari = cast.sari.id.to_string();
        assert_eq!(comments_as(&app, &sari, "a").await.0, StatusCode::SEE_OTHER);
        // 24 November, 10.00 WITA, for seven days: Sundays and holidays count, and the last day to its end.
        let id = act(&app, &cast, MeasureKind::Mute, 7).await;
        let row = base::measures::find(&app.db, id).await.unwrap().unwrap();
        let until = Zone::Wita.local(row.until_at).strftime("%Y-%m-%d %H:%M:%S").to_string();
        assert_eq!(until, "2026-12-01 23:59:59");
        let (status, _, page) = comments_as(&app, &sari, "b").await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        for seen in ["fitnah", "1 Desember 2026", "23.59 WITA", "menyanggah", "/akun/pemberitahuan"]
        {
            assert!(page.contains(seen), "{seen} in {page}");
        }
        let flag = send(&app, &format!("/tandai/{BRIDGE}"), &sari, "reason=lie").await;
        assert_eq!(flag.0, StatusCode::SEE_OTHER, "a complaint is everyone's right");
        // The house's zone counts: in UTC it is still the afternoon.
        go_to(&app, "2026-12-01T15:59:58Z").await;
        assert_eq!(comments_as(&app, &sari, "c").await.0, StatusCode::FORBIDDEN);
        go_to(&app, "2026-12-01T15:59:59Z").await;
        assert_eq!(comments_as(&app, &sari, "d").await.0, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn the_person_is_told_on_the_site_and_by_letter_and_the_public_reads_no_name() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        act(&app, &cast, MeasureKind::Suspend, 30).await;
        let sent = letters(&app).await;
        assert_eq!((sent.len(), sent[0].to.as_str()), (1, "sari@suara.example"));
        for seen in ["fitnah", "24 Desember 2026", "tiga kali", "/akun/pemberitahuan"] {
            assert!(sent[0].body.contains(seen), "{seen} in {}", sent[0].body);
        }
        let sari = cast.sari.id.to_string();
        let front = get(&app, &format!("/tandai/{BRIDGE}"), &sari).await.2;
        assert!(front.contains("Pemberitahuan baru (1)"), "{front}");
        let page = get(&app, "/akun/pemberitahuan", &sari).await.2;
        for seen in ["Akun dibekukan", "Berlaku", "fitnah", "tiga kali", "Sudah saya baca"] {
            assert!(page.contains(seen), "{seen} in {page}");
        }
        send(&app, "/akun/pemberitahuan", &sari, "").await;
        let front = get(&app, &format!("/tandai/{BRIDGE}"), &sari).await.2;
        assert!(!front.contains("Pemberitahuan baru"), "{front}");
        let log = get(&app, "/catatan-moderasi", "").await.2;
        assert!(log.contains("Akun dibekukan") && log.contains("fitnah"), "{log}");
        assert!(!log.contains("Sari") && !log.contains(&sari), "{log}");
        assert!(log.contains("<time datetime=\"2026-11-24\">"), "only the day: {log}");
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn a_warning_is_read_once_and_the_comment_that_met_it_is_kept() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sari = cast.sari.id.to_string();
        act(&app, &cast, MeasureKind::Warn, 30).await;
        let (status, place, notice) = comments_as(&app, &sari, "a").await;
        assert_eq!((status, notice.as_str()), (StatusCode::SEE_OTHER, "saved-to-read"));
        assert!(place.starts_with("/akun/pemberitahuan?lanjut=%2Flanjutkan%3Fkunci%3D"), "{place}");
        let page = get(&app, &place, &sari).await.2;
        let next = page.split("name=\"next\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let form = format!("next={}", next.replace('?', "%3F").replace('=', "%3D"));
        let (_, on, _) = send(&app, "/akun/pemberitahuan", &sari, &form).await;
        assert_eq!(on, next);
        let elsewhere = send(&app, "/akun/pemberitahuan", &sari, "next=//jahat.example").await.1;
        assert_eq!(elsewhere, "/akun/pemberitahuan");
        assert_eq!(comments_as(&app, &sari, "b").await.0, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn roles_rest_while_their_holder_is_suspended_and_go_on_while_muted() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let comment: Subject = say(&app, &cast.sari, "Halo").await.id.into();
        let baso = desk(&cast.baso);
        take_measure(&app, &cast.yustus, cast.baso.id, draft(MeasureKind::Mute, 7)).await.unwrap();
        assert_eq!(get(&app, "/moderasi", &baso).await.0, StatusCode::OK);
        let own = "/akun/pemberitahuan";
        assert!(get(&app, own, &baso).await.2.contains("href=\"/moderasi\""));
        let id = take_measure(&app, &cast.yustus, cast.baso.id, draft(MeasureKind::Suspend, 7));
        let id = id.await.unwrap();
        let page = get(&app, own, &baso).await.2;
        assert!(!page.contains("href=\"/moderasi\""), "no page takes them for a moderator: {page}");
        let (status, _, page) = get(&app, "/moderasi", &baso).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        assert!(page.contains("membekukan akun ini"), "{page}");
        let form = format!("subject={comment}&act=show");
        assert_eq!(send(&app, "/moderasi/putusan", &baso, &form).await.0, StatusCode::FORBIDDEN);
        assert_eq!(get(&app, "/akun/pemberitahuan", &baso).await.0, StatusCode::OK);
        lift(&app, &cast.yustus, id).await.unwrap();
        assert_eq!(get(&app, "/moderasi", &baso).await.0, StatusCode::OK);
        let log = get(&app, "/catatan-moderasi", "").await.2;
        assert!(log.contains("Tindakan diakhiri lebih awal"), "{log}");
        let again = refused(lift(&app, &cast.yustus, id).await);
        assert_eq!(again, Refusal::Conflict("refusal-measure-over"));
    })
    .await;
}

#[tokio::test]
async fn nobody_measures_themselves_those_who_lead_or_beyond_their_place() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let mute = || draft(MeasureKind::Mute, 7);
        let own = refused(take_measure(&app, &cast.yustus, cast.yustus.id, mute()).await);
        assert_eq!(own, Refusal::NotAllowed("refusal-measure-self"));
        let area = Grant { role: Role::Moderator, scope: Scope::Area(AreaCode(9901)) };
        let local = person(cast.baso.id, "Baso", vec![area]);
        let far = refused(take_measure(&app, &local, cast.sari.id, mute()).await);
        assert_eq!(far, Refusal::NotAllowed("refusal-measure-house"));
        let boss = Grant { role: Role::Administrator, scope: Scope::House };
        let boss = person(cast.yustus.id, "Yustus", vec![boss]);
        let chief = Grant { role: Role::ChiefEditor, scope: Scope::House };
        let chief = person(cast.baso.id, "Baso", vec![chief]);
        let moderator = (cast.sari.id, Role::Moderator, Scope::House);
        people::grant_role(&app, &boss, moderator).await.unwrap();
        let colleague = refused(take_measure(&app, &cast.yustus, cast.sari.id, mute()).await);
        assert_eq!(colleague, Refusal::NotAllowed("refusal-measure-role"));
        take_measure(&app, &chief, cast.sari.id, mute()).await.unwrap();
        let leads = (cast.sari.id, Role::Administrator, Scope::House);
        people::grant_role(&app, &boss, leads).await.unwrap();
        let leads = draft(MeasureKind::Suspend, 7);
        let leads = refused(take_measure(&app, &chief, cast.sari.id, leads).await);
        assert_eq!(leads, Refusal::NotAllowed("refusal-measure-role"));
        let twice = take_measure(&app, &cast.yustus, cast.baso.id, mute()).await;
        assert!(twice.is_ok());
        let twice = refused(take_measure(&app, &cast.yustus, cast.baso.id, mute()).await);
        assert_eq!(twice, Refusal::Conflict("refusal-measure-runs"));
    })
    .await;
}

#[tokio::test]
async fn moderators_note_something_of_a_person_whom_they_come_to_from_the_queue() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let comment: Subject = say(&app, &cast.sari, "Halo").await.id.into();
        let yustus = desk(&cast.yustus);
        let path = format!("/moderasi/orang/{}", cast.sari.id);
        let queue = get(&app, "/moderasi", &yustus).await.2;
        assert!(queue.contains(&format!("{path}?tentang={comment}")), "{queue}");
        let wrong = send(&app, &format!("{path}/tindakan"), &yustus, "kind=mute&words=Ya").await;
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.2.contains("Pilih berapa lama") && wrong.2.contains(">\nYa<"), "{}", wrong.2);
        let form = "remark=Sudah+ditelepon";
        for _ in 0..2 {
            let (status, ..) = send(&app, &format!("{path}/catatan"), &yustus, form).await;
            assert_eq!(status, StatusCode::SEE_OTHER);
        }
        let page = get(&app, &path, &yustus).await.2;
        assert_eq!(page.matches("Sudah ditelepon").count(), 1, "{page}");
        assert_eq!(get(&app, &path, &cast.sari.id.to_string()).await.0, StatusCode::FORBIDDEN);
        let own = get(&app, "/akun/pemberitahuan", &cast.sari.id.to_string()).await.2;
        assert!(!own.contains("ditelepon"), "{own}");
    })
    .await;
}

#[tokio::test]
async fn a_text_is_hidden_from_the_page_where_it_is_read_though_nobody_flagged_it() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        welcome_all(&app, &cast).await;
        let comment: Subject = say(&app, &cast.sari, "Pulsa murah").await.id.into();
        let yustus = desk(&cast.yustus);
        let flag = format!("/tandai/{comment}");
        let one = format!("/moderasi?kiriman={comment}");
        assert!(get(&app, &flag, &yustus).await.2.contains(&one));
        assert!(!get(&app, &flag, &cast.baso.id.to_string()).await.2.contains(&one));
        let page = get(&app, &one, &yustus).await.2;
        assert!(page.contains("Pulsa murah") && page.contains("value=\"hide\""), "{page}");
        let form = format!("subject={comment}&act=hide&reason=advertising");
        let path = format!("/moderasi/putusan?kiriman={comment}");
        assert_eq!(send(&app, &path, &yustus, &form).await.0, StatusCode::SEE_OTHER);
        assert_eq!(comments::count(&app.db, BRIDGE).await.unwrap(), 0);
        let again = send(&app, &path, &yustus, &form).await;
        assert_eq!(again.0, StatusCode::CONFLICT);
        let told = get(&app, "/akun/pemberitahuan", &cast.sari.id.to_string()).await.2;
        assert!(told.contains("Komentar Anda disembunyikan. Alasannya: iklan"), "{told}");
        assert!(get(&app, &one, &yustus).await.2.contains("value=\"restore\""));
    })
    .await;
}
