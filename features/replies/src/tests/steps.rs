//! From the form to publication, to a refusal by two, and back by number and code.
use super::*;
use base::testing::on_both;

#[tokio::test]
async fn the_camat_asks_and_his_reply_stands_beside_the_story_linked_both_ways() {
    on_both(setup, |app| async move {
        let sent = ask(&app, Asks::Reply).await;
        assert!(sent.number.starts_with("H-261124-"), "{}", sent.number);
        let told = letters(&app).await;
        assert_eq!((told.len(), told[0].to.as_str()), (1, "camat@suara.example"));
        assert!(!told[0].body.contains("dipungut"), "no word of the form leaves by mail");
        assert_eq!(state(act(&app, &maria(), sent.id, Step::Weighed).await), State::Weighed);
        assert_eq!(key(act(&app, &maria(), sent.id, Step::Published).await), "refusal-reply-step");
        assert_eq!(state(act(&app, &maria(), sent.id, Step::Accepted).await), State::Accepted);
        assert!(
            app.describe(Lang::INDONESIAN, sent.id.into())
                .await
                .unwrap()
                .unwrap()
                .public
                .eq(&false)
        );
        assert_eq!(state(act(&app, &maria(), sent.id, Step::Published).await), State::Published);
        let card = app.describe(Lang::INDONESIAN, sent.id.into()).await.unwrap().unwrap();
        assert!(card.public && card.title == "Hak jawab Camat Tirtawana", "{}", card.title);
        let links = base::links::of(&app, Lang::INDONESIAN, FEE).await.unwrap();
        assert_eq!(links[0].card.path, format!("/hak-jawab/{}", sent.id));
        let back = base::links::of(&app, Lang::INDONESIAN, sent.id.into()).await.unwrap();
        assert_eq!(back[0].card.subject, FEE);
        assert!(base::chain::takes(&app, Kind::Reply), "its way has a page");
        assert_eq!(store::beside(&app.db, FEE).await.unwrap(), [sent.id]);
        let told = letters(&app).await;
        assert!(told.iter().any(|letter| letter.body.contains("sudah dimuat")), "{told:?}");
        let log = base::store::events_of(&app.db, sent.id.into()).await.unwrap();
        assert!(log.iter().all(|event| event.detail.as_deref().is_none_or(|d| !d.contains("KTP"))));
    })
    .await;
}

#[tokio::test]
async fn a_refusal_names_a_ground_of_the_list_and_takes_a_second_person() {
    on_both(setup, |app| async move {
        let sent = ask(&app, Asks::Reply).await;
        let proposed = act(&app, &maria(), sent.id, Step::Proposed).await.unwrap();
        assert_eq!(proposed.proposed_by, Some(maria().id));
        assert_eq!(key(act(&app, &maria(), sent.id, Step::Refused).await), "refusal-reply-second");
        assert_eq!(state(act(&app, &ratna(), sent.id, Step::NotRefused).await), State::Weighed);
        act(&app, &maria(), sent.id, Step::Proposed).await.unwrap();
        let refused = act(&app, &ratna(), sent.id, Step::Refused).await.unwrap();
        assert_eq!(refused.ground.as_deref(), Some("unrelated"));
        let told = letters(&app).await;
        let last = told.iter().find(|letter| letter.body.contains("kami tolak")).unwrap();
        assert!(last.body.contains("tidak berhubungan") && last.body.contains("Kata-kata meja."));
        let clocks = base::deadlines::of(&app.db, sent.id.into()).await.unwrap();
        assert_eq!(clocks[0].met_at, Some(app.now()));
        let council = Deed { words: None, ..deed(Step::PressCouncil) };
        let taken = actions::answer_as_sender(&app, &found(&app, sent.id).await, council).await;
        assert_eq!(state(taken), State::PressCouncil);
        assert_eq!(state(act(&app, &ratna(), sent.id, Step::Closed).await), State::Closed);
        assert_eq!(store::beside(&app.db, FEE).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn nobody_decides_about_their_own_text_or_about_another_area() {
    on_both(setup, |app| async move {
        let sent = ask(&app, Asks::Reply).await;
        assert_eq!(key(act(&app, &sari(), sent.id, Step::Accepted).await), "refusal-own-text");
        assert_eq!(key(act(&app, &baso(), sent.id, Step::Accepted).await), "refusal-reply-area");
        assert_eq!(found(&app, sent.id).await.state, State::Received);
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_published_by_the_storys_next_corrected_edition_and_by_nothing_else() {
    on_both(setup, |app| async move {
        let sent = ask(&app, Asks::Correction).await;
        assert_eq!(found(&app, sent.id).await.window_until, None, "it never lapses");
        correct(&app, 2).await;
        app.clock.advance(base::jiff::SignedDuration::from_mins(5));
        act(&app, &maria(), sent.id, Step::Accepted).await.unwrap();
        let early = act(&app, &maria(), sent.id, Step::Published).await;
        assert_eq!(key(early), "error-reply-no-edition", "the edition was before the request");
        correct(&app, 3).await;
        let mended = act(&app, &maria(), sent.id, Step::Published).await.unwrap();
        assert_eq!((mended.edition, mended.public()), (Some(3), false));
        assert!(store::beside(&app.db, FEE).await.unwrap().is_empty());
    })
    .await;
}

/// What the desk of stories records.
async fn correct(app: &App, number: i64) {
    let mut tx = app.db.begin().await.unwrap();
    let detail = Some(format!("correction {number}"));
    let by = Some(maria().id);
    let happening = base::events::Happening { subject: FEE, verb: "story.edited", by, detail };
    base::events::record(app, &mut tx, happening).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_form_sent_twice_is_one_request_with_one_code_and_nothing_is_asked_of_a_hidden_story() {
    on_both(setup, |app| async move {
        let first = ask(&app, Asks::Reply).await;
        assert_eq!(ask(&app, Asks::Reply).await, first);
        assert_eq!(store::waiting(&app.db).await.unwrap().len(), 1);
        let other = actions::send(&app, &draft(Asks::Reply, 'b')).await.unwrap();
        assert_ne!((other.number, other.code), (first.number, first.code));
        let hidden = ReplyDraft { subject: HIDDEN, ..draft(Asks::Reply, 'c') };
        assert_eq!(key(actions::send(&app, &hidden).await), "not-found");
    })
    .await;
}

#[tokio::test]
async fn where_one_editor_answers_alone_the_same_person_refuses_after_a_day_and_it_is_marked() {
    on_both(setup, |app| async move {
        let sent = ask(&app, Asks::Reply).await;
        act(&app, &maria(), sent.id, Step::Proposed).await.unwrap();
        let day = base::jiff::SignedDuration::from_hours(24);
        app.clock.advance(day - base::jiff::SignedDuration::from_secs(1));
        assert_eq!(key(act(&app, &maria(), sent.id, Step::Refused).await), "refusal-reply-second");
        app.clock.advance(base::jiff::SignedDuration::from_secs(1));
        assert_eq!(state(act(&app, &maria(), sent.id, Step::Refused).await), State::Refused);
        let steps: Vec<Step> =
            store::steps(&app.db, sent.id).await.unwrap().into_iter().map(|row| row.step).collect();
        assert_eq!(steps, [Step::Received, Step::Proposed, Step::Alone, Step::Refused]);
        // The writer of the story decides about it in the same way, when nobody else can.
        let other = actions::send(&app, &draft(Asks::Reply, 'b')).await.unwrap();
        assert_eq!(key(act(&app, &sari(), other.id, Step::Accepted).await), "refusal-own-text");
        app.clock.advance(day);
        assert_eq!(state(act(&app, &sari(), other.id, Step::Accepted).await), State::Accepted);
        letters(&app).await;
    })
    .await;
}

#[tokio::test]
async fn a_second_editor_anywhere_above_the_area_makes_two_people_needed_however_long_it_waits() {
    on_both(setup, |app| async move {
        let boss = person(9, "Ketut", &[(Role::Administrator, Scope::House)]);
        let mut tx = app.db.begin().await.unwrap();
        let new = people::NewPerson {
            name: "Baiq Hartini".into(),
            pen_name: None,
            about: None,
            email: None,
            minor: false,
            area: None,
            joined_at: app.now(),
        };
        let hartini = people::add_person(&app, &mut tx, new, None).await.unwrap();
        tx.commit().await.unwrap();
        let province = (hartini, Role::Editor, Scope::Area(AreaCode(52)));
        people::grant_role(&app, &boss, province).await.unwrap();
        let sent = ask(&app, Asks::Reply).await;
        act(&app, &maria(), sent.id, Step::Proposed).await.unwrap();
        app.clock.advance(base::jiff::SignedDuration::from_hours(24 * 9));
        assert_eq!(key(act(&app, &maria(), sent.id, Step::Refused).await), "refusal-reply-second");
        letters(&app).await;
    })
    .await;
}
