//! The moderators' desk, its limits, its rules and the public log.
use super::*;
use base::{
    feature::Gallery,
    holds::NewText,
    jiff::SignedDuration,
    languages::Lang,
    offences::Offence,
    refusal::{Failure, Refusal},
    testing::{nothing_left, on_both},
    web::Frame,
};

fn desk(person: &SignedIn) -> String {
    format!("{}@rumah", person.id)
}

async fn flag_bridge(app: &App, once: &str) {
    let draft =
        FlagDraft { reason: Offence::Lie, words: "Salah".into(), email: None, once: once.into() };
    crate::flag(app, None, (BRIDGE, Lang::INDONESIAN), draft).await.unwrap();
}

#[tokio::test]
async fn a_newcomer_s_comment_is_shown_from_the_desk_and_its_writer_gets_a_letter() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let comment: Subject = say(&app, &cast.sari, "Halo <b>semua</b>").await.id.into();
        let page = get(&app, "/moderasi", &desk(&cast.yustus)).await.2;
        for seen in ["Anggota baru", "Sari Wulandari", "Menunggu (1)", "&#60;b&#62;semua"] {
            assert!(page.contains(seen), "{seen} in {page}");
        }
        let form = format!("subject={comment}&act=show&reason=");
        let (status, place, notice) =
            send(&app, "/moderasi/putusan?isi=menunggu", &desk(&cast.yustus), &form).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert_eq!(
            (place.as_str(), notice.as_str()),
            ("/moderasi?isi=menunggu", "moderation-shown")
        );
        assert_eq!(comments::count(&app.db, BRIDGE).await.unwrap(), 1);
        let sent = letters(&app).await;
        assert_eq!((sent.len(), sent[0].to.as_str()), (1, "sari@suara.example"));
        assert!(sent[0].body.contains("http://suara.example/komentar/"), "{}", sent[0].body);
        let (status, _, page) = send(&app, "/moderasi/putusan", &desk(&cast.yustus), &form).await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert!(page.contains("Moderator lain sudah memutuskan"));
        assert!(
            get(&app, "/moderasi", &desk(&cast.yustus)).await.2.contains("Tidak ada yang menunggu")
        );
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_due_first_stands_first_and_says_how_long() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        welcome_all(&app, &cast).await;
        let comment: Subject = say(&app, &cast.sari, "Pulsa murah").await.id.into();
        let draft = FlagDraft {
            reason: Offence::Advertising,
            words: String::new(),
            email: None,
            once: String::new(),
        };
        crate::flag(&app, None, (comment, Lang::INDONESIAN), draft).await.unwrap();
        app.clock.advance(SignedDuration::from_hours(40));
        flag_bridge(&app, "a").await;
        flag_bridge(&app, "b").await;
        let page = get(&app, "/moderasi?isi=ditandai", &desk(&cast.yustus)).await.2;
        let (first, second) = (page.find("Sisa 8 jam").unwrap(), page.find("Sisa 48 jam").unwrap());
        assert!(first < second, "{page}");
        assert!(page.contains("ditandai 2 kali: berita bohong") && page.contains("Ditandai (2)"));
        app.clock.advance(SignedDuration::from_hours(10));
        let page = get(&app, "/en/moderasi", &desk(&cast.yustus)).await.2;
        assert!(page.contains("2 hours late") && page.contains("class=\"due bad\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn hiding_needs_a_reason_and_says_so_at_the_row() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        flag_bridge(&app, "a").await;
        let form = format!("subject={BRIDGE}&act=hide&reason=");
        let (status, _, page) = send(&app, "/moderasi/putusan", &desk(&cast.yustus), &form).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.contains("href=\"#reason\"") && page.contains("<select id=\"reason\""),
            "{page}"
        );
        let form = format!("subject={BRIDGE}&act=hide&reason=lie");
        let (status, ..) = send(&app, "/moderasi/putusan", &desk(&cast.yustus), &form).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn nobody_moderates_their_own_text_or_beyond_their_place() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let own: Subject = say(&app, &cast.yustus, "Tulisan moderator").await.id.into();
        let refused = rule(&app, &cast.yustus, own, Ruling::Show).await;
        let why = Refusal::NotAllowed("refusal-own-text");
        assert!(matches!(refused, Err(Failure::Refused(refusal)) if refusal == why));
        let page = get(&app, "/moderasi", &desk(&cast.yustus)).await.2;
        assert!(page.contains("Moderator lain yang memutuskan") && !page.contains("/putusan"));
        let scope = |code| Grant { role: Role::Moderator, scope: Scope::Area(AreaCode(code)) };
        let elsewhere = person(cast.baso.id, "Baso", vec![scope(5208)]);
        let refused = rule(&app, &elsewhere, own, Ruling::Show).await;
        let why = Refusal::NotAllowed("refusal-role");
        assert!(matches!(refused, Err(Failure::Refused(refusal)) if refusal == why));
        let there = get(&app, "/moderasi", &format!("{}@52.08", cast.baso.id)).await.2;
        assert!(!there.contains("Tulisan moderator"), "{there}");
        rule(&app, &person(cast.baso.id, "Baso", vec![scope(9901)]), own, Ruling::Show)
            .await
            .unwrap();
        assert_eq!(
            get(&app, "/moderasi", &cast.sari.id.to_string()).await.0,
            StatusCode::FORBIDDEN
        );
    })
    .await;
}

#[tokio::test]
async fn a_moderator_of_a_small_place_has_fifty_rows_of_their_own() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        // Elsewhere more wait, and longer, than a page holds.
        for number in 0..60 {
            let elsewhere = Subject { kind: Kind::Story, id: 1_000 + number };
            let area = Some(AreaCode(5_208_012_001));
            let mut tx = app.db.begin().await.unwrap();
            let new = NewText { subject: elsewhere, area, by: None, text: "", shown_before: 0 };
            base::holds::place(&app, &mut tx, new).await.unwrap();
            tx.commit().await.unwrap();
        }
        app.clock.advance(SignedDuration::from_hours(1));
        say(&app, &cast.sari, "Dari Tirtawana").await;
        flag_bridge(&app, "a").await;
        for (place, sees) in [("99", true), ("9901", true), ("52.08", false), ("rumah", false)] {
            let page = get(&app, "/moderasi?isi=menunggu", &format!("77@{place}")).await.2;
            assert_eq!(page.contains("Dari Tirtawana"), sees, "{place}: {page}");
        }
        let own = get(&app, "/moderasi", "77@9901").await.2;
        assert!(own.contains("Menunggu (1)") && own.contains("Ditandai (1)"), "{own}");
        let house = get(&app, "/moderasi", "77@rumah").await.2;
        assert!(house.contains("Menunggu (61)") && house.contains("Ditandai (1)"), "{house}");
        let other = get(&app, "/moderasi", "77@52.08").await.2;
        assert!(other.contains("Menunggu (60)") && other.contains("Ditandai (0)"), "{other}");
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_in_the_language_of_the_page_on_which_was_written() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let form = format!("subject={BRIDGE}&text=The+bridge+is+open&once=1");
        let sari = cast.sari.id.to_string();
        assert_eq!(send(&app, "/en/komentar", &sari, &form).await.0, StatusCode::SEE_OTHER);
        let page = get(&app, "/moderasi", &desk(&cast.yustus)).await.2;
        let subject = page.split("name=\"subject\" value=\"").nth(1).unwrap();
        let subject = Subject::parse(subject.split('"').next().unwrap()).unwrap();
        rule(&app, &cast.yustus, subject, Ruling::Hide(Offence::Cruel)).await.unwrap();
        let hidden = letters(&app).await.remove(0);
        assert!(hidden.body.contains("http://suara.example/en/"), "{hidden:?}");
        let reason = app.words(Lang::ENGLISH).t("offence-cruel");
        assert!(hidden.body.contains(&reason), "{hidden:?}");
    })
    .await;
}

#[tokio::test]
async fn several_newcomers_are_shown_at_once_and_what_was_decided_is_left() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let mut ticked = vec![];
        for (by, text) in [(&cast.sari, "Satu"), (&cast.baso, "Dua"), (&cast.yustus, "Tiga")] {
            ticked.push(Subject::from(say(&app, by, text).await.id));
        }
        rule(&app, &cast.yustus, ticked[1], Ruling::Hide(Offence::Cruel)).await.unwrap();
        let form: Vec<String> = ticked.iter().map(|subject| format!("subject={subject}")).collect();
        let (_, _, notice) =
            send(&app, "/moderasi/tayangkan", &desk(&cast.yustus), &form.join("&")).await;
        assert_eq!(notice, "moderation-all-shown");
        // Sari's only: Baso's was decided, and the moderator's own waits for another moderator.
        assert_eq!(comments::count(&app.db, BRIDGE).await.unwrap(), 1);
        let (_, _, notice) = send(&app, "/moderasi/tayangkan", &desk(&cast.yustus), "").await;
        assert_eq!(notice, "moderation-none-shown");
    })
    .await;
}

#[tokio::test]
async fn what_was_hidden_is_shown_again_from_the_log_and_an_old_page_overrules_nothing() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let comment: Subject = say(&app, &cast.sari, "Halo").await.id.into();
        rule(&app, &cast.yustus, comment, Ruling::Hide(Offence::Lie)).await.unwrap();
        for late in [Ruling::Show, Ruling::Hide(Offence::Cruel), Ruling::Keep] {
            let refused = rule(&app, &cast.yustus, comment, late).await;
            let why = Refusal::Conflict("refusal-already-decided");
            assert!(matches!(refused, Err(Failure::Refused(refusal)) if refusal == why));
        }
        let public = get(&app, "/catatan-moderasi", "").await.2;
        assert!(!public.contains("restore") && !public.contains("/komentar/"), "{public}");
        assert!(public.contains("Komentar pada Jembatan dibuka"), "{public}");
        let restore = format!("/moderasi/pulihkan/{comment}");
        assert!(get(&app, "/catatan-moderasi", &desk(&cast.yustus)).await.2.contains(&restore));
        let looked = get(&app, &restore, &desk(&cast.yustus)).await.2;
        assert!(
            looked.contains("<blockquote><p>Halo</p>") && looked.contains("Alasan: "),
            "{looked}"
        );
        let form = format!("subject={comment}&act=restore");
        let (status, ..) = send(&app, "/moderasi/putusan", &desk(&cast.yustus), &form).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert_eq!(comments::count(&app.db, BRIDGE).await.unwrap(), 1);
        let subjects: Vec<String> = letters(&app).await.into_iter().map(|l| l.subject).collect();
        assert!(subjects[0].contains("disembunyikan") && subjects[1].contains("sudah tampil"));
        assert!(get(&app, "/catatan-moderasi", "").await.2.contains("Ditayangkan lagi"));
    })
    .await;
}

#[tokio::test]
async fn moderators_set_what_waits_and_the_next_comment_obeys() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let wrong = "newcomer-waits=99&links-max=dua&rate-max=0&all-wait=0";
        let (status, _, page) = send(&app, "/moderasi/aturan", &desk(&cast.yustus), wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        for seen in
            ["Tulis angka dari 0 sampai 50", "Tulis dengan angka", "value=\"99\"", "value=\"dua\""]
        {
            assert!(page.contains(seen), "{seen} in {page}");
        }
        let right = "newcomer-waits=0&links-max=2&rate-max=0&all-wait=0";
        let (status, ..) = send(&app, "/moderasi/aturan", &desk(&cast.yustus), right).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert_eq!(say(&app, &cast.sari, "Halo").await.state, comments::State::Shown);
        assert!(get(&app, "/moderasi/aturan", &desk(&cast.yustus)).await.2.contains("value=\"0\""));
        let all = "newcomer-waits=0&links-max=2&rate-max=0&all-wait=1";
        send(&app, "/moderasi/aturan", &desk(&cast.yustus), all).await;
        let page = get(&app, "/moderasi/aturan", &desk(&cast.yustus)).await.2;
        assert!(page.contains("name=\"all-wait\" value=\"1\" checked"), "{page}");
        assert_eq!(say(&app, &cast.sari, "Halo lagi").await.state, comments::State::Waiting);
    })
    .await;
}

#[tokio::test]
async fn the_public_log_goes_back_page_by_page() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        for number in 0..53 {
            flag_bridge(&app, &number.to_string()).await;
            rule(&app, &cast.yustus, BRIDGE, Ruling::Keep).await.unwrap();
        }
        let first = get(&app, "/catatan-moderasi", "").await.2;
        assert_eq!(first.matches("Diperiksa, tidak diubah").count(), 50);
        assert!(first.contains("<a href=\"/tulisan/7\">Jembatan dibuka</a>"), "{first}");
        let (_, next) = first.split_once("rel=\"next\" href=\"").unwrap();
        let next = next.split('"').next().unwrap();
        let second = get(&app, next, "").await.2;
        assert_eq!(second.matches("Diperiksa, tidak diubah").count(), 3);
        assert!(second.contains("rel=\"prev\"") && !second.contains("rel=\"next\""));
    })
    .await;
}

#[tokio::test]
async fn every_sample_is_rendered_in_every_language() {
    on_both(setup, |app| async move {
        for lang in app.languages.all() {
            let frame = Frame::sample(app.words(lang), app.now());
            for sample in (feature().gallery)(&Gallery { frame }) {
                let html = &sample.html;
                assert!(html.contains("</html>"), "{}: {html}", sample.name);
                assert!(!html.contains("=\"[") && !html.contains(">["), "{}: {html}", sample.name);
            }
        }
    })
    .await;
}
