//! The way from applying to the card, and off it.
use super::*;
use base::testing::on_both;

#[tokio::test]
async fn dul_applies_is_trained_and_recommended_by_maria_and_gets_a_card() {
    on_both(setup, |app| async move {
        account(&app, &dul()).await;
        actions::apply(&app, dul().id, &told()).await.unwrap();
        assert_eq!(key(actions::apply(&app, dul().id, &told()).await), "refusal-reporter-applied");
        let early = act(&app, &maria(), &dul(), Step::Activated).await;
        assert_eq!(key(early), "refusal-reporter-step");
        for (step, roles_then) in [(Step::Trained, 0), (Step::Recommended, 0), (Step::Activated, 1)]
        {
            assert_eq!(key(act(&app, &magda(), &dul(), step).await), "refusal-reporter-deed");
            act(&app, &maria(), &dul(), step).await.unwrap();
            assert_eq!(roles(&app, &dul()).await, roles_then, "{step}");
        }
        let reporter = found(&app, &dul()).await;
        assert!(reporter.number.is_some_and(|number| number.starts_with("P-261124-")));
        assert_eq!(reporter.active_until.unwrap().to_string(), "2027-11-24");
        let steps = store::steps(&app.db, dul().id).await.unwrap();
        let told: Vec<Step> = steps.iter().map(|step| step.step).collect();
        assert_eq!(told, [Step::Applied, Step::Trained, Step::Recommended, Step::Activated]);
        assert_eq!(steps[1].by, Some(maria().id));
        let letters = letters(&app).await;
        assert_eq!(letters.len(), 3);
        assert!(letters[2].subject.ends_with("Pewarta aktif"), "{}", letters[2].subject);
        let log = base::store::events_of(&app.db, dul().id.into()).await.unwrap();
        assert!(log.iter().any(|event| event.verb == "role.granted"));
        assert!(
            log.iter()
                .filter(|event| event.verb.starts_with("reporter."))
                .all(|event| { event.detail.is_none() })
        );
    })
    .await;
}

#[tokio::test]
async fn two_active_reporters_are_worth_an_editor_and_one_alone_or_twice_is_not() {
    on_both(setup, |app| async move {
        made_active(&app, &sari()).await;
        account(&app, &dul()).await;
        actions::apply(&app, dul().id, &told()).await.unwrap();
        act(&app, &maria(), &dul(), Step::Trained).await.unwrap();
        let stranger = act(&app, &baso(), &dul(), Step::Recommended).await;
        assert_eq!(key(stranger), "refusal-reporter-deed", "he has the role and no valid card");
        act(&app, &sari(), &dul(), Step::Recommended).await.unwrap();
        assert_eq!(state(&app, &dul()).await, State::Trained);
        let again = act(&app, &sari(), &dul(), Step::Recommended).await;
        assert_eq!(key(again), "refusal-reporter-vouched");
        assert_eq!(found(&app, &dul()).await.vouches, 1, "what was refused is not counted");
        made_active(&app, &baso()).await;
        act(&app, &baso(), &dul(), Step::Recommended).await.unwrap();
        assert_eq!(state(&app, &dul()).await, State::Recommended);
        let card = act(&app, &baso(), &dul(), Step::Activated).await;
        assert_eq!(key(card), "refusal-reporter-deed", "the card is an editor's to give");
    })
    .await;
}

#[tokio::test]
async fn nobody_speaks_for_themselves_and_only_the_chief_editor_withdraws() {
    on_both(setup, |app| async move {
        account(&app, &maria()).await;
        actions::apply(&app, maria().id, &told()).await.unwrap();
        let own = act(&app, &maria(), &maria(), Step::Trained).await;
        assert_eq!(key(own), "refusal-reporter-deed");
        made_active(&app, &sari()).await;
        let number = found(&app, &sari()).await.number;
        let editor = act(&app, &maria(), &sari(), Step::Withdrawn).await;
        assert_eq!(key(editor), "refusal-reporter-deed");
        act(&app, &ratna(), &sari(), Step::Withdrawn).await.unwrap();
        assert_eq!((state(&app, &sari()).await, roles(&app, &sari()).await), (State::Withdrawn, 0));
        actions::apply(&app, sari().id, &told()).await.unwrap();
        assert_eq!(state(&app, &sari()).await, State::Candidate);
        for step in [Step::Trained, Step::Recommended, Step::Activated] {
            act(&app, &ratna(), &sari(), step).await.unwrap();
        }
        assert_eq!(found(&app, &sari()).await.number, number, "a number stays theirs");
    })
    .await;
}

#[tokio::test]
async fn sari_tells_anew_agrees_to_a_newer_agreement_and_leaves() {
    on_both(setup, |app| async move {
        made_active(&app, &sari()).await;
        let told = ("Kakak saya menjadi anggota BPD.", Some(2));
        actions::retell(&app, sari().id, told).await.unwrap();
        let reporter = found(&app, &sari()).await;
        assert_eq!((reporter.agreement_version, reporter.interests.as_str()), (2, told.0));
        actions::leave(&app, sari().id, Some("Pindah rumah.".into())).await.unwrap();
        assert_eq!((state(&app, &sari()).await, roles(&app, &sari()).await), (State::Left, 0));
        let twice = actions::leave(&app, sari().id, None).await;
        assert_eq!(key(twice), "refusal-reporter-step");
        let steps = store::steps(&app.db, sari().id).await.unwrap();
        assert_eq!(steps.last().unwrap().words.as_deref(), Some("Pindah rumah."));
        let mut tx = app.db.begin().await.unwrap();
        store::forget(&mut tx, sari().id, app.now()).await.unwrap();
        tx.commit().await.unwrap();
        let reporter = found(&app, &sari()).await;
        assert!(reporter.interests.is_empty() && reporter.number.is_some());
        let steps = store::steps(&app.db, sari().id).await.unwrap();
        assert!(steps.iter().all(|step| step.words.is_none()));
    })
    .await;
}
