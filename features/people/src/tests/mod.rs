//! The verbs of accounts on both databases, with the cast.
mod leaving;
mod pages;
mod passkeys;
mod passwords;
mod races;
mod requests;
mod rights;
mod second;

use crate::{
    actions::{self, Entry, Next, ProfileDraft},
    feature,
    person::SignUpDraft,
    store,
};
use base::{
    app::{App, Kept},
    ids::AreaCode,
    jiff::SignedDuration,
    jobs::{Job, run_due},
    languages::Lang,
    limits::{Limited, Limits},
    refusal::{Failure, Refusal},
    testing::{Setup, on_both},
    visitor::SignedIn,
};

const PHRASE: &str = "jembatan lama di kali suri";
const BROWSER: &str = "Mozilla/5.0 (Android 13; Mobile) Firefox/132.0";

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(areas::Areas::official_only());
    Setup {
        features: vec![areas::feature(), house::feature(), feature()],
        identify: actions::identify,
        kept,
        ..Setup::default()
    }
}

fn sari() -> SignUpDraft {
    SignUpDraft {
        name: "Sari Wulandari".into(),
        contact: "sari@suara.example".into(),
        age: "adult".into(),
        agrees: true,
        password: PHRASE.into(),
        ..SignUpDraft::default()
    }
}

async fn begin(app: &App, draft: &SignUpDraft) -> Next {
    let sign_up = draft.check(1).unwrap();
    let typed = (draft.password.as_str(), BROWSER);
    actions::sign_up(app, sign_up, typed, Lang::INDONESIAN).await.unwrap()
}

/// The one letter that was sent, and the six digits in it.
async fn letter(app: &App) -> (base::mail::Letter, String) {
    run_due(app).await.unwrap();
    let mut letters = app.mailer.taken();
    assert_eq!(letters.len(), 1, "{letters:?}");
    let letter = letters.remove(0);
    let digits: String = letter.body.chars().filter(char::is_ascii_digit).take(6).collect();
    (letter, digits)
}

async fn join_sari(app: &App) -> String {
    let Next::TypeCode(ticket) = begin(app, &sari()).await else { panic!("a code is asked for") };
    let (_, code) = letter(app).await;
    match actions::confirm_address(app, &ticket, &code, BROWSER).await.unwrap() {
        Next::SignedIn { token, .. } => token,
        other => panic!("{other:?}"),
    }
}

/// Signs in where no second factor is asked for; the session's token.
async fn sign_in(app: &App, contact: &str, password: &str) -> String {
    match actions::sign_in(app, contact, password, BROWSER).await.unwrap() {
        Entry::Open(token) => token,
        Entry::AskSecond(_) => panic!("no second factor"),
    }
}

async fn who(app: &App, token: &str) -> Option<SignedIn> {
    actions::identify(app, token).await.unwrap().signed_in
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> Refusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn key<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> &'static str {
    match refused(outcome) {
        Refusal::Invalid(errors) => errors.0[0].key,
        Refusal::Conflict(key) | Refusal::NotAllowed(key) => key,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn sari_signs_up_with_her_address_and_the_code_from_the_letter() {
    on_both(setup, |app| async move {
        let token = join_sari(&app).await;
        let person = who(&app, &token).await.unwrap();
        assert_eq!(person.name, "Sari Wulandari");
        let consents = store::consents(&app.db, person.id).await.unwrap();
        assert_eq!((consents[0].document.as_str(), consents[0].version), ("syarat", 1));
        let sessions = store::sessions_of(&app.db, person.id, app.now()).await.unwrap();
        assert_eq!(sessions[0].browser, "Firefox (Android)");
    })
    .await;
}

#[tokio::test]
async fn a_code_works_once_for_fifteen_minutes_and_five_tries() {
    on_both(setup, |app| async move {
        let Next::TypeCode(ticket) = begin(&app, &sari()).await else { panic!() };
        let (_, code) = letter(&app).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            let tried = actions::confirm_address(&app, &ticket, wrong, BROWSER).await;
            assert_eq!(key(tried), "error-code");
        }
        let tried = actions::confirm_address(&app, &ticket, &code, BROWSER).await;
        assert_eq!(key(tried), "refusal-code-tries");
        let Next::TypeCode(late) = begin(&app, &sari()).await else { panic!() };
        let (_, code) = letter(&app).await;
        app.clock.advance(SignedDuration::from_mins(16));
        let tried = actions::confirm_address(&app, &late, &code, BROWSER).await;
        assert_eq!(key(tried), "refusal-code-gone");
        let Next::TypeCode(ticket) = begin(&app, &sari()).await else { panic!() };
        let (_, code) = letter(&app).await;
        actions::confirm_address(&app, &ticket, &code, BROWSER).await.unwrap();
        let again = actions::confirm_address(&app, &ticket, &code, BROWSER).await;
        assert_eq!(key(again), "refusal-code-gone");
    })
    .await;
}

#[tokio::test]
async fn whether_an_address_has_an_account_is_told_to_its_owner_only() {
    on_both(setup, |app| async move {
        join_sari(&app).await;
        let Next::TypeCode(ticket) = begin(&app, &sari()).await else { panic!("the same answer") };
        assert!(actions::sign_up_waits(&app, &ticket).await.unwrap());
        let (letter, _) = letter(&app).await;
        assert!(letter.body.contains("Akunnya sudah ada"), "{}", letter.body);
        let tried = actions::confirm_address(&app, &ticket, "123456", BROWSER).await;
        assert_eq!(key(tried), "error-code", "as for an address that has none");
        let words = app.words(Lang::INDONESIAN);
        let nobody = actions::send_recovery(&app, "tidak@ada.example", &words).await.unwrap();
        assert!(!nobody.is_empty());
        run_due(&app).await.unwrap();
        assert!(app.mailer.taken().is_empty());
    })
    .await;
}

#[tokio::test]
async fn nadia_who_is_seventeen_begins_when_her_guardian_says_yes() {
    on_both(setup, |app| async move {
        let draft = SignUpDraft {
            name: "Nadia Siregar".into(),
            contact: "nadia@suara.example".into(),
            age: "minor".into(),
            guardian_name: "Rosma".into(),
            guardian_email: "rosma@suara.example".into(),
            ..sari()
        };
        let Next::TypeCode(ticket) = begin(&app, &draft).await else { panic!() };
        let (_, code) = letter(&app).await;
        let next = actions::confirm_address(&app, &ticket, &code, BROWSER).await.unwrap();
        assert_eq!(next, Next::WaitForGuardian);
        assert!(store::lock_of(&app.db, "nadia@suara.example").await.unwrap().is_none());
        let (asked, _) = letter(&app).await;
        assert_eq!(asked.to, "rosma@suara.example");
        let link = asked.body.split("kunci=").nth(1).unwrap().split_whitespace().next().unwrap();
        let (child, guardian) = actions::guardian_asked(&app, link).await.unwrap().unwrap();
        assert_eq!((child.as_str(), guardian.as_str()), ("Nadia Siregar", "Rosma"));
        actions::guardian_answers(&app, link, true).await.unwrap();
        let (told, _) = letter(&app).await;
        assert_eq!(told.to, "nadia@suara.example");
        actions::sign_in(&app, "nadia@suara.example", PHRASE, BROWSER).await.unwrap();
        assert_eq!(key(actions::guardian_answers(&app, link, true).await), "refusal-code-gone");
    })
    .await;
}

#[tokio::test]
async fn sari_sees_her_sessions_ends_them_and_an_idle_one_ends_by_itself() {
    on_both(setup, |app| async move {
        let first = join_sari(&app).await;
        let second = sign_in(&app, "sari@suara.example", PHRASE).await;
        assert_ne!(first, second, "every sign-in has a token of its own");
        let person = who(&app, &first).await.unwrap();
        assert_eq!(actions::end_other_sessions(&app, &person).await.unwrap(), 1);
        assert!(who(&app, &second).await.is_none());
        app.clock.advance(SignedDuration::from_hours(24 * 80));
        assert!(who(&app, &first).await.is_some());
        visit_is_noted(&app, &person).await;
        app.clock.advance(SignedDuration::from_hours(24 * 80));
        assert!(who(&app, &first).await.is_some(), "used, and so it lives on");
        visit_is_noted(&app, &person).await;
        app.clock.advance(SignedDuration::from_hours(24 * 91));
        assert!(who(&app, &first).await.is_none());
    })
    .await;
}

/// The day of a visit is noted beside the request; waits until it stands.
async fn visit_is_noted(app: &App, person: &SignedIn) {
    let today = app.today();
    for _ in 0..500 {
        let sessions = store::sessions_of(&app.db, person.id, app.now()).await.unwrap();
        if sessions.iter().any(|session| session.id == person.session && session.seen_on == today) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the visit of {today} was not noted");
}

#[tokio::test]
async fn the_old_address_hears_that_it_was_replaced() {
    on_both(setup, |app| async move {
        let token = join_sari(&app).await;
        let person = who(&app, &token).await.unwrap();
        let words = app.words(Lang::INDONESIAN);
        let borrowed = ("jahat@suara.example", "bukan sandinya Sari");
        let borrowed = actions::begin_address_change(&app, &person, borrowed, &words).await;
        assert_eq!(key(borrowed), "error-old-password");
        let begun =
            actions::begin_address_change(&app, &person, ("baru@suara.example", PHRASE), &words);
        let ticket = begun.await.unwrap();
        let (sent, code) = letter(&app).await;
        assert_eq!(sent.to, "baru@suara.example");
        let typed = (ticket.as_str(), code.as_str());
        actions::finish_address_change(&app, &person, typed, &words).await.unwrap();
        let (told, _) = letter(&app).await;
        assert_eq!(told.to, "sari@suara.example");
        assert!(!told.body.contains("baru@"), "the new address is nobody's affair");
        actions::sign_in(&app, "baru@suara.example", PHRASE, BROWSER).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn people_are_held_no_finer_than_a_kabupaten() {
    on_both(setup, |app| async move {
        let person = who(&app, &join_sari(&app).await).await.unwrap();
        let area = Some(AreaCode(9_901_012_001));
        let draft = ProfileDraft { name: "Sari".into(), area, ..ProfileDraft::default() };
        actions::change_profile(&app, &person, &draft).await.unwrap();
        let profile = crate::profile(&app.db, person.id).await.unwrap().unwrap();
        assert_eq!(profile.area, Some(AreaCode(9901)));
    })
    .await;
}

#[tokio::test]
async fn a_guardian_who_says_no_leaves_nothing_and_one_who_is_silent_neither() {
    on_both(setup, |app| async move {
        let draft = SignUpDraft {
            name: "Nadia Siregar".into(),
            contact: "0813 2222 333".into(),
            age: "minor".into(),
            guardian_name: "Rosma".into(),
            guardian_email: "rosma@suara.example".into(),
            ..sari()
        };
        for answered in [true, false] {
            let next = begin(&app, &draft).await;
            assert!(matches!(next, Next::KeepCodesAndWait { .. }), "{next:?}");
            let early = actions::sign_in(&app, "08132222333", PHRASE, BROWSER).await;
            assert_eq!(key(early), "error-sign-in", "not before the guardian's yes");
            let (asked, _) = letter(&app).await;
            let link =
                asked.body.split("kunci=").nth(1).unwrap().split_whitespace().next().unwrap();
            if answered {
                actions::guardian_answers(&app, link, false).await.unwrap();
            } else {
                app.clock.advance(SignedDuration::from_hours(14 * 24 + 1));
            }
            assert!(actions::guardian_asked(&app, link).await.unwrap().is_none());
        }
        assert!(store::lock_of(&app.db, "628132222333").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn guesses_at_one_account_are_counted_whether_or_not_it_is_there() {
    let limited = || Setup { limits: Limits::new(), ..setup() };
    on_both(limited, |app| async move {
        join_sari(&app).await;
        for contact in ["sari@suara.example", "tidak@ada.example"] {
            for _ in 0..10 {
                let tried = actions::sign_in(&app, contact, "bukan yang ini", BROWSER).await;
                assert_eq!(key(tried), "error-sign-in");
            }
            let tried = actions::sign_in(&app, contact, PHRASE, BROWSER).await;
            assert!(matches!(refused(tried), Refusal::TooMany { .. }), "{contact}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_s_mailbox_is_flooded_through_the_house() {
    let limited = || Setup { limits: Limits::new(), ..setup() };
    on_both(limited, |app| async move {
        let words = app.words(Lang::INDONESIAN);
        for _ in 0..6 {
            actions::send_recovery(&app, "sari@suara.example", &words).await.unwrap();
        }
        let more = actions::send_recovery(&app, "sari@suara.example", &words).await;
        assert!(matches!(refused(more), Refusal::TooMany { .. }));
        actions::send_recovery(&app, "baso@suara.example", &words).await.unwrap();
        let (clock, random) = (&app.clock, &app.random);
        assert!(app.limits.check(Limited::Account, None, (clock, random)).is_ok());
    })
    .await;
}

#[tokio::test]
async fn what_expired_is_swept() {
    on_both(setup, |app| async move {
        let token = join_sari(&app).await;
        begin(&app, &SignUpDraft { contact: "dewi@suara.example".into(), ..sari() }).await;
        app.clock.advance(SignedDuration::from_hours(24 * 91));
        crate::jobs::Sweep.run(&app).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(store::delete_expired_codes(&mut tx, app.now()).await.unwrap(), 0);
        assert_eq!(store::delete_expired_sessions(&mut tx, app.now()).await.unwrap(), 0);
        drop(tx);
        assert!(who(&app, &token).await.is_none());
    })
    .await;
}
