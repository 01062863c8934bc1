//! From a flag to its outcome.
use super::*;
use base::{
    db::Reads,
    deadlines,
    jiff::SignedDuration,
    languages::Lang,
    offences::Offence,
    refusal::{Failure, Refusal},
    sql,
    testing::{nothing_left, on_both},
    values,
};

fn draft(once: &str, email: Option<&str>) -> FlagDraft {
    FlagDraft {
        reason: Offence::Advertising,
        words: "Iklan pulsa".into(),
        email: email.map(str::to_owned),
        once: once.into(),
    }
}

async fn flag(app: &App, by: Option<PersonId>, subject: Subject, draft: FlagDraft) -> String {
    crate::flag(app, by, (subject, Lang::INDONESIAN), draft).await.unwrap()
}

async fn count_flags(app: &App) -> (i64, i64) {
    let counts =
        sql!("SELECT COUNT(*), COUNT(email) FROM flags WHERE subject_kind IN ('comment', 'story')");
    app.db.one(counts, values![]).await.unwrap()
}

#[tokio::test]
async fn a_reader_without_an_account_flags_gets_a_number_a_due_time_an_outcome_and_a_letter() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        welcome_all(&app, &cast).await;
        let comment: Subject = say(&app, &cast.sari, "Beli pulsa murah").await.id.into();
        let form = get(&app, &format!("/tandai/{comment}"), "").await.2;
        assert!(
            form.contains("Komentar pada Jembatan dibuka")
                && form.contains("fitnah")
                && form.contains("<blockquote><p>Beli pulsa murah</p>"),
            "{form}"
        );
        let sent = "reason=advertising&words=Iklan&email=lina%40suara.example&once=x";
        let (status, place, _) = send(&app, &format!("/tandai/{comment}"), "", sent).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let again = send(&app, &format!("/tandai/{comment}"), "", sent).await.1;
        assert_eq!((again, count_flags(&app).await), (place.clone(), (1, 1)));
        let waiting = get(&app, &place, "").await.2;
        assert!(waiting.contains("paling lambat Kamis, 26 November 2026, 10.00 WITA"), "{waiting}");

        rule(&app, &cast.yustus, comment, Ruling::Hide(Offence::Advertising)).await.unwrap();
        let sent = letters(&app).await;
        let to: Vec<&str> = sent.iter().map(|letter| letter.to.as_str()).collect();
        assert_eq!(to, ["sari@suara.example", "lina@suara.example"]);
        assert!(
            sent[0].body.contains("Alasannya: iklan") && sent[0].body.contains("Beli pulsa murah")
        );
        let number = place.split_once("nomor=").unwrap().1.split('&').next().unwrap();
        assert!(sent[1].subject.contains(number) && sent[1].body.contains("menyembunyikan"));
        assert_eq!(count_flags(&app).await, (1, 0), "the address is forgotten");
        nothing_left(&app).await;

        let decided = get(&app, &place, "").await.2;
        assert!(
            decided.contains("Disembunyikan karena")
                && decided.contains("Ditindak")
                && !decided.contains("Beli pulsa"),
            "{decided}"
        );
        let log = get(&app, "/catatan-moderasi", "").await.2;
        assert!(log.contains("Disembunyikan") && log.contains("Alasan: iklan"), "{log}");
        assert!(
            log.contains("ditandai 1 kali")
                && log.contains(&format!("/komentar/{}", CommentId(comment.id)))
        );
        for name in ["Sari", "Yustus", "Beli pulsa"] {
            assert!(!log.contains(name), "{name} stands in the log");
        }
    })
    .await;
}

#[tokio::test]
async fn a_decision_stops_the_clock_of_every_flag_and_a_kept_text_stays() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        flag(&app, Some(cast.sari.id), BRIDGE, draft("a", None)).await;
        flag(&app, None, BRIDGE, draft("b", Some("lina@suara.example"))).await;
        let flags = crate::store::open_flags(&app.db, BRIDGE).await.unwrap();
        rule(&app, &cast.yustus, BRIDGE, Ruling::Keep).await.unwrap();
        for flag in flags {
            let clocks = deadlines::of(&app.db, Subject::new(Kind::Flag, flag.id.0)).await.unwrap();
            let clock = &clocks[0];
            assert_eq!(clock.due_at, app.now() + SignedDuration::from_hours(48));
            assert_eq!(
                (clock.rule.as_str(), clock.met_at),
                ("press-clocks@2012-02-03", Some(app.now()))
            );
        }
        let sent = letters(&app).await;
        assert_eq!(sent.len(), 1, "a writer whose text was left as it is gets no letter");
        assert!(sent[0].body.contains("boleh tampil"));
        let again = rule(&app, &cast.yustus, BRIDGE, Ruling::Keep).await;
        let conflict = Refusal::Conflict("refusal-already-decided");
        assert!(matches!(again, Err(Failure::Refused(refusal)) if refusal == conflict));
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_flag_a_person_and_subject_is_enough_also_when_sent_at_once() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sending: Vec<_> = (0..5)
            .map(|number| {
                let (app, by) = (app.clone(), cast.sari.id);
                let draft = draft(&number.to_string(), None);
                tokio::spawn(async move { flag(&app, Some(by), BRIDGE, draft).await })
            })
            .collect();
        let mut numbers = vec![];
        for sent in sending {
            numbers.push(sent.await.unwrap());
        }
        assert!(numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
        flag(&app, Some(cast.baso.id), BRIDGE, draft("lain", None)).await;
        assert_eq!(count_flags(&app).await.0, 2);
        rule(&app, &cast.yustus, BRIDGE, Ruling::Keep).await.unwrap();
        let later = flag(&app, Some(cast.sari.id), BRIDGE, draft("baru", None)).await;
        assert_ne!(later, numbers[0], "after a decision the same person may flag again");
    })
    .await;
}

#[tokio::test]
async fn a_form_without_a_reason_comes_back_and_an_unknown_number_is_said() {
    on_both(setup, |app| async move {
        let path = format!("/en/tandai/{BRIDGE}");
        let (status, _, page) = send(&app, &path, "", "words=Salah%20foto&email=lina").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        for kept in ["Choose what is wrong.", "Salah foto", "value=\"lina\"", "href=\"#reason\""] {
            assert!(page.contains(kept), "{kept} in {page}");
        }
        assert_eq!(get(&app, "/tandai/nomor?nomor=0000-0000", "").await.0, StatusCode::NOT_FOUND);
        assert_eq!(get(&app, "/tandai/nomor", "").await.0, StatusCode::OK);
        for nothing in ["story-9", "area-1k", "apa"] {
            let (status, ..) = get(&app, &format!("/tandai/{nothing}"), "").await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{nothing}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_flags_what_nobody_sees() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let waiting: Subject = say(&app, &cast.sari, "Halo").await.id.into();
        let refused = crate::flag(&app, None, (waiting, Lang::INDONESIAN), draft("a", None)).await;
        assert!(matches!(refused, Err(Failure::Refused(Refusal::NotFound))));
    })
    .await;
}

#[tokio::test]
async fn one_address_is_not_flooded_with_outcomes_and_a_form_of_any_length_is_a_flag() {
    let limited = || Setup { limits: base::limits::Limits::new(), ..setup() };
    on_both(limited, |app| async move {
        let cast = cast(&app).await;
        welcome_all(&app, &cast).await;
        let comment: Subject = say(&app, &cast.sari, "Beli pulsa murah").await.id.into();
        let about = (comment, Lang::INDONESIAN);
        for number in 0..6 {
            let once = number.to_string();
            crate::flag(&app, None, about, draft(&once, Some("lina@suara.example"))).await.unwrap();
        }
        let more = crate::flag(&app, None, about, draft("6", Some("lina@suara.example"))).await;
        assert!(matches!(more, Err(Failure::Refused(Refusal::TooMany { .. }))), "{more:?}");
        flag(&app, None, comment, draft("7", None)).await;
        let long = format!("reason=lie&once={}", "a".repeat(9000));
        let (status, ..) = send(&app, &format!("/tandai/{comment}"), "", &long).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    })
    .await;
}
