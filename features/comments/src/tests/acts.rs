//! Posting, waiting, hiding, editing, withdrawing, counting.
use super::*;
use crate::{ImportedComment, actions, import, store};
use base::{
    feature::Verdict,
    holds::LINKS_MAX,
    jiff::SignedDuration,
    offences::Offence,
    refusal::{Failure, Refusal},
    store::{events_of, held},
    testing::on_both,
};

const HIDE: Verdict = Verdict::Hide(Offence::Slander);

#[tokio::test]
async fn a_newcomer_s_first_comment_waits_and_once_it_was_shown_the_next_do_not() {
    on_both(setup, |app| async move {
        let first = say(&app, &sari(), draft("Halo")).await;
        assert_eq!(first.state, State::Waiting);
        assert_eq!(held(&app.db, &[0], 9).await.unwrap()[0].subject(), first.id.into());
        assert_eq!(counts(&app).await, (0, 0));
        assert!(judge(&app, first.id, Verdict::Show).await.unwrap());
        assert_eq!(say(&app, &sari(), draft("Halo lagi")).await.state, State::Shown);
        assert_eq!(say(&app, &baso(), draft("Halo")).await.state, State::Waiting);
        assert_eq!(counts(&app).await, (2, 2));
        let events = events_of(&app.db, first.id.into()).await.unwrap();
        assert_eq!(
            (events[0].verb.as_str(), events[0].person),
            ("comment.posted", Some(sari().id))
        );
    })
    .await;
}

#[tokio::test]
async fn every_state_takes_only_its_own_steps_and_the_count_follows() {
    on_both(setup, |app| async move {
        use State::{Hidden, Shown, Waiting, Withdrawn};
        // From a state, by an act, to a state; whether the act did anything.
        let cases = [
            (Waiting, "show", Shown, true),
            (Waiting, "hide", Hidden, true),
            (Waiting, "withdraw", Withdrawn, true),
            (Shown, "show", Shown, false),
            (Shown, "hide", Hidden, true),
            (Shown, "withdraw", Withdrawn, true),
            (Hidden, "show", Shown, true),
            (Hidden, "hide", Hidden, false),
            (Hidden, "withdraw", Hidden, false),
            (Withdrawn, "show", Withdrawn, false),
            (Withdrawn, "hide", Withdrawn, false),
            (Withdrawn, "withdraw", Withdrawn, false),
        ];
        for (number, (from, act, to, changes)) in cases.into_iter().enumerate() {
            let id = say(&app, &baso(), draft(&format!("Nomor {number}"))).await.id;
            reach(&app, id, from).await;
            let changed = match act {
                "show" => judge(&app, id, Verdict::Show).await.unwrap(),
                "hide" => judge(&app, id, HIDE).await.unwrap(),
                _ => actions::withdraw(&app, baso().id, id).await.is_ok(),
            };
            assert_eq!((state(&app, id).await, changed), (to, changes), "{from} {act}");
            let (kept, again) = counts(&app).await;
            assert_eq!(kept, again, "{from} {act}");
            // The next one is a newcomer's again.
            let _ = judge(&app, id, HIDE).await;
        }
    })
    .await;
}

async fn reach(app: &App, id: CommentId, wanted: State) {
    match wanted {
        State::Waiting => assert_eq!(state(app, id).await, State::Waiting),
        State::Shown => assert!(judge(app, id, Verdict::Show).await.unwrap()),
        State::Hidden => assert!(judge(app, id, HIDE).await.unwrap()),
        State::Withdrawn => actions::withdraw(app, baso().id, id).await.unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_several_times_at_once_makes_one_comment_and_every_answer_waits_for_the_disk() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        for round in 1..=20 {
            let sending: Vec<_> = (0..6)
                .map(|_| {
                    let app = app.clone();
                    let draft = draft(&format!("Sekali saja, {round}"));
                    tokio::spawn(async move {
                        let posted = say(&app, &sari(), draft).await;
                        // Whoever is answered can read it: it is committed, also for the second.
                        assert_eq!(state(&app, posted.id).await, State::Shown);
                        posted
                    })
                })
                .collect();
            let mut made = vec![];
            for sent in sending {
                made.push(sent.await.unwrap());
            }
            assert!(made.iter().all(|posted| *posted == made[0]), "{made:?}");
            assert_eq!(counts(&app).await, (round, round));
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_words_within_ten_minutes_are_one_comment_and_later_another() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let again = |once: &str| CommentDraft { once: once.into(), ..draft("Terima kasih") };
        let first = say(&app, &sari(), again("formulir satu")).await;
        assert_eq!(say(&app, &sari(), again("formulir dua")).await, first);
        let other = CommentDraft { text: "Lain".into(), ..again("formulir satu") };
        assert_ne!(say(&app, &sari(), other).await.id, first.id);
        assert_ne!(say(&app, &baso(), again("formulir satu")).await.id, first.id);
        assert_ne!(say(&app, &sari(), answer(first.id, "Terima kasih")).await.id, first.id);
        app.clock.advance(SignedDuration::from_mins(11));
        assert_ne!(say(&app, &sari(), again("formulir tiga")).await.id, first.id);
        assert_eq!(say(&app, &sari(), again("formulir satu")).await.state, State::Shown);
        assert_eq!(counts(&app).await, (5, 5));
    })
    .await;
}

#[tokio::test]
async fn answers_go_three_deep_and_only_to_what_is_shown_there() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let first = say(&app, &sari(), draft("Pagarnya kapan?")).await.id;
        let second = say(&app, &baso(), answer(first, "Minggu depan.")).await.id;
        let other = say(&app, &baso(), draft("Saya lewat tadi.")).await.id;
        let third = say(&app, &sari(), answer(second, "Semoga.")).await.id;
        let fourth = say(&app, &baso(), answer(third, "Pasti.")).await.id;
        let rows = store::page(&app.db, BRIDGE, &[], 10).await.unwrap();
        let order: Vec<_> = rows.iter().map(|row| (row.id, row.parent)).collect();
        let expected = [
            (first, None),
            (second, Some(first)),
            (third, Some(second)),
            (fourth, Some(second)),
            (other, None),
        ];
        assert_eq!(order, expected);
        judge(&app, first, HIDE).await.unwrap();
        let elsewhere =
            CommentDraft { subject: Subject { id: 8, ..BRIDGE }, ..answer(second, "Di mana?") };
        for wrong in [answer(first, "Halo?"), elsewhere] {
            let refused = post(&app, &sari(), &wrong).await;
            assert!(matches!(refused, Err(Failure::Refused(Refusal::Invalid(_)))));
        }
    })
    .await;
}

#[tokio::test]
async fn comments_stand_under_what_anyone_may_see_and_have_a_length() {
    on_both(setup, |app| async move {
        let under = |subject| CommentDraft { subject, ..draft("Halo") };
        let nowhere = Subject { id: 99, ..BRIDGE };
        let comment = Subject { kind: Kind::Comment, id: 7 };
        for subject in [DRAFT, nowhere, comment] {
            let refused = post(&app, &sari(), &under(subject)).await;
            assert!(matches!(refused, Err(Failure::Refused(Refusal::NotFound))), "{subject}");
        }
        let long = "é".repeat(2000);
        assert_eq!(say(&app, &sari(), draft(&long)).await.state, State::Waiting);
        for text in [String::new(), long + "e"] {
            let refused = post(&app, &sari(), &draft(&text)).await;
            assert!(matches!(refused, Err(Failure::Refused(Refusal::Invalid(_)))));
        }
    })
    .await;
}

#[tokio::test]
async fn the_writer_may_change_it_for_ten_minutes_and_the_earlier_text_is_kept() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let id = say(&app, &sari(), draft("Jembatn")).await.id;
        app.clock.advance(SignedDuration::from_mins(10));
        actions::edit(&app, sari().id, id, "Jembatan").await.unwrap();
        actions::edit(&app, sari().id, id, "Jembatan!").await.unwrap();
        let others = actions::edit(&app, baso().id, id, "Jalan").await;
        assert!(matches!(others, Err(Failure::Refused(Refusal::NotAllowed("refusal-not-yours")))));
        app.clock.advance(SignedDuration::from_secs(1));
        let late = actions::edit(&app, sari().id, id, "Jalan").await;
        assert!(matches!(late, Err(Failure::Refused(Refusal::Invalid(_)))));
        let row = store::find(&app.db, id).await.unwrap().unwrap();
        assert_eq!((row.text.as_str(), row.edited_at.is_some()), ("Jembatan!", true));
        let earlier = store::editions(&app.db, id).await.unwrap();
        let texts: Vec<_> = earlier.iter().map(|e| (e.number, e.text.as_str())).collect();
        assert_eq!(texts, [(1, "Jembatn"), (2, "Jembatan")]);
    })
    .await;
}

#[tokio::test]
async fn an_edit_that_must_wait_waits_and_leaves_the_count() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let id = say(&app, &sari(), draft("Halo")).await.id;
        assert_eq!(counts(&app).await, (1, 1));
        let mut tx = app.db.begin().await.unwrap();
        LINKS_MAX.put(&app, &mut tx, 0, ratna().id).await.unwrap();
        tx.commit().await.unwrap();
        actions::edit(&app, sari().id, id, "Beli di https://iklan.example").await.unwrap();
        assert_eq!((state(&app, id).await, counts(&app).await), (State::Waiting, (0, 0)));
        assert!(store::page(&app.db, BRIDGE, &[], 9).await.unwrap().is_empty());
        assert_eq!(held(&app.db, &[0], 9).await.unwrap().len(), 1);
        actions::withdraw(&app, sari().id, id).await.unwrap();
        assert!(held(&app.db, &[0], 9).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_imported_comment_keeps_its_name_and_says_when_its_day_is_unknown() {
    on_both(setup, |app| async move {
        let old = ImportedComment {
            subject: BRIDGE,
            name: "Haji Mahsun".into(),
            person: None,
            at: None,
            text: "pasilitas harus di perbaiki".into(),
            parent: None,
        };
        let mut tx = app.db.begin().await.unwrap();
        let first = import(&app, &mut tx, old.clone()).await.unwrap();
        let below = ImportedComment { parent: Some(first), text: "Betul".into(), ..old };
        import(&app, &mut tx, below).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(counts(&app).await, (2, 2));
        let page = get(&app, "/tulisan/7", "").await.2;
        assert!(page.contains("<b>Haji Mahsun</b>") && page.contains("tanggal tidak diketahui"));
        assert!(page.contains("pasilitas harus di perbaiki") && page.contains("Komentar (2)"));
        let f = base::web::Frame::sample(app.words(base::languages::Lang::INDONESIAN), app.now());
        assert_eq!(crate::latest(&app, &f, 5).await.unwrap(), []);
    })
    .await;
}
