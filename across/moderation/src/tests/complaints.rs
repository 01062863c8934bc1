//! The complaint desk: its steps, its hours, its reminders, and a house with one moderator.
use super::*;
use crate::actions::complaints::remind;
use base::{
    ids::FlagId,
    jiff::SignedDuration,
    offences::Offence,
    refusal::{Failure, Refusal},
    testing::{nothing_left, on_both},
};

fn desk(person: &SignedIn) -> String {
    format!("{}@rumah", person.id)
}

async fn complain(app: &App, by: Option<PersonId>, once: &str) -> crate::store::FlagRow {
    complain_about(app, by, (BRIDGE, once)).await
}

async fn complain_about(
    app: &App,
    by: Option<PersonId>,
    (subject, once): (Subject, &str),
) -> crate::store::FlagRow {
    let draft = FlagDraft {
        reason: Offence::Lie,
        words: "Jembatan itu belum dibuka".into(),
        email: None,
        once: once.into(),
    };
    let number = crate::flag(app, by, (subject, Lang::INDONESIAN), draft).await.unwrap();
    crate::store::flag_by_number(&app.db, &number).await.unwrap().unwrap()
}

fn path(id: FlagId) -> String {
    format!("/moderasi/pengaduan/{id}")
}

async fn make_moderator(app: &App, cast: &Cast) {
    let boss = Grant { role: Role::Administrator, scope: Scope::House };
    let boss = person(cast.baso.id, "Baso", vec![boss]);
    for moderator in [cast.yustus.id, cast.sari.id] {
        let right = (moderator, Role::Moderator, Scope::House);
        people::grant_role(app, &boss, right).await.unwrap();
    }
}

#[tokio::test]
async fn a_complaint_is_received_examined_and_refused_with_a_ground_that_its_sender_reads() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let flag = complain(&app, Some(cast.sari.id), "a").await;
        let yustus = desk(&cast.yustus);
        let list = get(&app, "/moderasi/pengaduan", &yustus).await.2;
        for seen in ["Sisa 48 jam", "Diterima", "berita bohong", "belum dibuka", &path(flag.id)] {
            assert!(list.contains(seen), "{seen} in {list}");
        }
        let (_, _, notice) = send(&app, &path(flag.id), &yustus, "deed=examine").await;
        assert_eq!(notice, "complaint-noted");
        let again = send(&app, &path(flag.id), &yustus, "deed=examine").await;
        assert_eq!(again.0, StatusCode::CONFLICT);
        let follow = format!("/tandai/nomor?nomor={}", flag.number);
        assert!(get(&app, &follow, "").await.2.contains("Sedang diperiksa"));
        let wrong = "deed=refuse&answer=Sudah+dicek";
        let (status, _, page) = send(&app, &path(flag.id), &yustus, wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Pilih mengapa") && page.contains("Sudah dicek"), "{page}");
        let right = format!("{wrong}&ground=proven");
        assert_eq!(send(&app, &path(flag.id), &yustus, &right).await.0, StatusCode::SEE_OTHER);
        let told = get(&app, &follow, "").await.2;
        for seen in ["isi ini benar dan ada buktinya", "Sudah dicek", "Tetap tampil"] {
            assert!(told.contains(seen), "{seen} in {told}");
        }
        let page = get(&app, &path(flag.id), &yustus).await.2;
        for seen in ["Diterima", "Sedang diperiksa", "Ditolak", "Yustus Mambraku"] {
            assert!(page.contains(seen), "{seen} in {page}");
        }
        assert!(!page.contains("Sari"), "who complained is not the desk's affair: {page}");
        let news = get(&app, "/akun/pemberitahuan", &cast.sari.id.to_string()).await.2;
        assert!(news.contains("sudah diperiksa dan ditolak"), "{news}");
        let clocks = base::deadlines::of(&app.db, Subject::new(Kind::Flag, flag.id.0)).await;
        let clock = clocks.unwrap().remove(0);
        assert!(clock.met_at.is_some() && clock.rule == "press-clocks@2012-02-03", "{clock:?}");
        let decided = get(&app, "/moderasi/pengaduan?lihat=selesai", &yustus).await.2;
        assert!(decided.contains(&path(flag.id)), "{decided}");
        letters(&app).await;
    })
    .await;
}

#[tokio::test]
async fn forty_eight_hours_run_through_christmas_and_what_is_late_stays_marked() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        // Thursday, 24 December 2026, 21.30 WITA: Christmas and a weekend follow.
        let eve: jiff::Timestamp = "2026-12-24T13:30:00Z".parse().unwrap();
        app.clock.advance(eve.duration_since(app.now()));
        let flag = complain(&app, None, "a").await;
        assert_eq!(flag.due_at, eve + SignedDuration::from_hours(48));
        let yustus = desk(&cast.yustus);
        app.clock.advance(SignedDuration::from_hours(48));
        let late = "/moderasi/pengaduan?lihat=terlambat";
        assert!(!get(&app, late, &yustus).await.2.contains(&path(flag.id)), "the last second");
        app.clock.advance(SignedDuration::from_secs(1));
        let page = get(&app, late, &yustus).await.2;
        assert!(page.contains(&path(flag.id)) && page.contains("due bad"), "{page}");
        send(&app, &path(flag.id), &yustus, "deed=hide&reason=lie").await;
        let page = get(&app, &path(flag.id), &yustus).await.2;
        assert!(page.contains("Diputuskan lewat batas waktu") && page.contains("Ditindak"));
    })
    .await;
}

#[tokio::test]
async fn the_desk_is_reminded_at_24_36_and_44_hours_once_each_and_learns_no_words() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        make_moderator(&app, &cast).await;
        letters(&app).await;
        let flag = complain(&app, None, "a").await;
        let mut sent = vec![];
        for minutes in [24 * 60 - 1, 1, 60, 11 * 60, 8 * 60, 60] {
            app.clock.advance(SignedDuration::from_mins(minutes));
            for _ in 0..2 {
                remind(&app).await.unwrap();
            }
            let letters = letters(&app).await;
            assert!(letters.iter().all(|letter| !letter.body.contains("belum dibuka")));
            assert!(letters.iter().all(|letter| letter.body.contains(&path(flag.id))));
            sent.push(letters.len());
        }
        // Two moderators: Yustus and Sari.
        assert_eq!(sent, [0, 2, 0, 2, 2, 0]);
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn where_nobody_else_moderates_one_decides_on_one_s_own_text_after_a_day_and_it_is_marked() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        welcome_all(&app, &cast).await;
        let own: Subject = say(&app, &cast.yustus, "Tulisan moderator").await.id.into();
        complain_about(&app, None, (own, "a")).await;
        let hide = Ruling::Hide(Offence::Lie);
        let why = Refusal::NotAllowed("refusal-own-text");
        app.clock.advance(SignedDuration::from_hours(24) - SignedDuration::from_secs(1));
        let early = rule(&app, &cast.yustus, own, hide).await;
        assert!(matches!(early, Err(Failure::Refused(refusal)) if refusal == why));
        app.clock.advance(SignedDuration::from_secs(1));
        rule(&app, &cast.yustus, own, hide).await.unwrap();
        let log = get(&app, "/catatan-moderasi", "").await.2;
        assert!(log.contains("tidak ada moderator lain"), "{log}");
        // A moderator of the place alone is somebody else, too.
        let boss = Grant { role: Role::Administrator, scope: Scope::House };
        let boss = person(cast.baso.id, "Baso", vec![boss]);
        let local = (cast.sari.id, Role::Moderator, Scope::Area(AreaCode(9901)));
        let third: Subject = say(&app, &cast.yustus, "Tulisan ketiga").await.id.into();
        complain_about(&app, None, (third, "c")).await;
        app.clock.advance(SignedDuration::from_hours(30));
        people::grant_role(&app, &boss, local).await.unwrap();
        let refused = rule(&app, &cast.yustus, third, hide).await;
        assert!(matches!(refused, Err(Failure::Refused(refusal)) if refusal == why));
        // With a second moderator there is somebody else.
        make_moderator(&app, &cast).await;
        let other: Subject = say(&app, &cast.yustus, "Tulisan lain").await.id.into();
        complain_about(&app, None, (other, "b")).await;
        app.clock.advance(SignedDuration::from_hours(30));
        let refused = rule(&app, &cast.yustus, other, hide).await;
        assert!(matches!(refused, Err(Failure::Refused(refusal)) if refusal == why));
    })
    .await;
}
