//! Passwords forgotten, renewed and changed, and who hears of it.
use super::{BROWSER, PHRASE, begin, join_sari, key, letter, sari, setup, sign_in, who};
use crate::{
    actions::{self, Next},
    person::SignUpDraft,
};
use base::{languages::Lang, testing::on_both};

#[tokio::test]
async fn baso_has_a_number_only_and_gets_back_in_with_a_code_that_he_wrote_down() {
    on_both(setup, |app| async move {
        let draft =
            SignUpDraft { name: "Baso Tahir".into(), contact: "0812 3456 789".into(), ..sari() };
        let Next::KeepCodes { codes, token, .. } = begin(&app, &draft).await else { panic!() };
        assert_eq!(codes.len(), 8);
        assert!(who(&app, &token).await.is_some());
        let fresh = "perahu kayu di teluk";
        let typed = codes[0].to_lowercase().replace('-', " ");
        let words = app.words(Lang::INDONESIAN);
        actions::recover_by_written_code(&app, ("+62 8123456789", &typed), fresh, &words)
            .await
            .unwrap();
        assert!(who(&app, &token).await.is_none(), "every session ended");
        actions::sign_in(&app, "08123456789", fresh, BROWSER).await.unwrap();
        let again =
            actions::recover_by_written_code(&app, ("08123456789", &typed), fresh, &words).await;
        assert_eq!(key(again), "error-recovery");
        let twice = draft.check(1).unwrap();
        let typed = (PHRASE, BROWSER);
        let taken = actions::sign_up(&app, twice, typed, Lang::INDONESIAN).await;
        assert_eq!(key(taken), "error-phone-unusable");
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_password_is_renewed_with_a_mailed_code_and_all_sessions_end() {
    on_both(setup, |app| async move {
        let token = join_sari(&app).await;
        let words = app.words(Lang::INDONESIAN);
        let ticket = actions::send_recovery(&app, "sari@suara.example", &words).await.unwrap();
        let (_, code) = letter(&app).await;
        let weak = actions::recover_by_code(&app, (&ticket, &code), "rahasia123", &words).await;
        assert_eq!(key(weak), "error-password-common");
        let new = "kopi pahit tiga gelas";
        actions::recover_by_code(&app, (&ticket, &code), new, &words).await.unwrap();
        let (told, _) = letter(&app).await;
        assert!(told.subject.contains("Kata sandi"), "{}", told.subject);
        assert!(who(&app, &token).await.is_none());
        let old = actions::sign_in(&app, "sari@suara.example", PHRASE, BROWSER).await;
        assert_eq!(key(old), "error-sign-in");
        actions::sign_in(&app, "SARI@suara.example", new, BROWSER).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_changed_password_ends_every_other_session_and_renews_this_one() {
    on_both(setup, |app| async move {
        let first = join_sari(&app).await;
        let second = sign_in(&app, "sari@suara.example", PHRASE).await;
        let person = who(&app, &second).await.unwrap();
        let (fresh, words) = ("kopi pahit tiga gelas", app.words(Lang::ENGLISH));
        let wrong =
            actions::change_password(&app, &person, ("bukan yang ini", fresh), &words).await;
        assert_eq!(key(wrong), "error-old-password");
        let about_her =
            actions::change_password(&app, &person, (PHRASE, "sariwulandari99"), &words).await;
        assert_eq!(key(about_her), "error-password-about-you");
        let renewed =
            actions::change_password(&app, &person, (PHRASE, fresh), &words).await.unwrap();
        let (told, _) = letter(&app).await;
        assert_eq!((told.to.as_str(), app.mailer.taken().len()), ("sari@suara.example", 0));
        assert!(told.body.contains("/en/pulihkan") && !told.body.contains(fresh), "{}", told.body);
        assert!(who(&app, &first).await.is_none() && who(&app, &second).await.is_none());
        assert_eq!(who(&app, &renewed).await.unwrap().session, person.session);
    })
    .await;
}
