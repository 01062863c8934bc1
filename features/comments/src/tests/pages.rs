//! What readers and writers see.
use super::*;
use crate::block::IN_BLOCK;
use base::{
    feature::{By, Gallery, Verdict},
    languages::Lang,
    offences::Offence,
    testing::on_both,
    web::Frame,
};
use percent_encoding::percent_decode_str;

/// The value of the hidden field `once` in a page's first form.
fn once_of(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"once\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_reader_writes_first_signs_in_at_sending_and_loses_nothing() {
    on_both(setup, |app| async move {
        let page = get(&app, "/tulisan/7", "").await.2;
        assert!(page.contains("Komentar (0)") && page.contains("Belum ada komentar"), "{page}");
        let form = format!("subject={BRIDGE}&once={}&text=Setuju%0D%0Asekali", once_of(&page));
        let (place, kept) = browse::park(&site(&app), "/komentar", &form).await;
        let sari = &format!("sari; {kept}");
        let next = place.strip_prefix("/masuk?lanjut=").unwrap().split('&').next().unwrap();
        let next = percent_decode_str(next).decode_utf8().unwrap().into_owned();
        let (status, _, kept) = get(&app, &next, sari).await;
        assert_eq!(status, StatusCode::OK);
        assert!(kept.contains("<blockquote><p>Setuju\nsekali</p>"), "{kept}");
        let (_, rest) = kept.split_once("action=\"/komentar").unwrap();
        let action = format!("/komentar{}", rest.split('"').next().unwrap());
        let (status, place, notice) = send(&app, &action, sari, &form).await;
        assert_eq!((status, notice.as_str()), (StatusCode::SEE_OTHER, "comment-waits"));
        assert!(place.starts_with("/tulisan/7#k-"), "{place}");
        let own = get(&app, "/tulisan/7", "sari").await.2;
        assert!(own.contains("Setuju<br>sekali") && own.contains("Menunggu moderator"), "{own}");
        let others = get(&app, "/tulisan/7", "baso").await.2;
        assert!(!others.contains("Setuju") && others.contains("Komentar (0)"));
        assert_eq!(get(&app, &next, sari).await.0, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_text_too_long_comes_back_with_its_form_whole() {
    on_both(setup, |app| async move {
        let text = "a".repeat(2001);
        let form = format!("subject={BRIDGE}&once=x&text={text}");
        let (status, _, page) = send(&app, "/en/komentar", "sari", &form).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains(&text) && page.contains("value=\"x\""), "{page}");
        assert!(page.contains("2,001") && page.contains("aria-invalid"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn script_and_direction_marks_come_out_harmless() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let form = format!("subject={BRIDGE}&once=x&text=%3Cscript%3E%E2%80%AEalert(1)%00");
        assert_eq!(send(&app, "/komentar", "sari", &form).await.0, StatusCode::SEE_OTHER);
        let page = get(&app, "/tulisan/7", "").await.2;
        assert!(page.contains("<p>&lt;script&gt;alert(1)</p>"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn what_a_moderator_hid_leaves_a_stub_with_its_reason_and_the_answers_below() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let first = say(&app, &sari(), draft("Kata kasar")).await.id;
        say(&app, &baso(), answer(first, "Jangan begitu")).await;
        judge(&app, first, Verdict::Hide(Offence::Slander)).await.unwrap();
        let others = get(&app, "/tulisan/7", "baso").await.2;
        assert!(
            others.contains("disembunyikan moderator pada 24 November 2026. Alasannya: fitnah")
        );
        assert!(others.contains("Jangan begitu") && !others.contains("Kata kasar"), "{others}");
        assert!(others.contains("Komentar (1)"));
        let own = get(&app, "/tulisan/7", "sari").await.2;
        assert!(own.contains("Hanya Anda") && own.contains("Kata kasar"));
        let english = get(&app, "/en/tulisan/7", "").await.2;
        assert!(english.contains("Reason: slander"), "{english}");
    })
    .await;
}

#[tokio::test]
async fn a_stranger_s_waiting_comment_has_no_address() {
    on_both(setup, |app| async move {
        let id = say(&app, &sari(), draft("Halo")).await.id;
        let path = format!("/komentar/{id}");
        assert_eq!(get(&app, &path, "baso").await.0, StatusCode::NOT_FOUND);
        assert_eq!(get(&app, &path, "sari").await.1, format!("/tulisan/7#k-{id}"));
        judge(&app, id, Verdict::Show).await.unwrap();
        assert_eq!(get(&app, &path, "").await.1, format!("/tulisan/7#k-{id}"));
        let card = app.describe(Lang::INDONESIAN, id.into()).await.unwrap().unwrap();
        assert_eq!((card.title.as_str(), card.public), ("Komentar pada Jembatan dibuka", true));
        judge(&app, id, Verdict::Hide(Offence::Lie)).await.unwrap();
        assert!(!app.describe(Lang::INDONESIAN, id.into()).await.unwrap().unwrap().public);
    })
    .await;
}

#[tokio::test]
async fn ten_stand_beside_the_story_and_every_page_links_to_the_next_and_the_one_before() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let mut ids = vec![];
        for number in 0..75 {
            ids.push(say(&app, &sari(), draft(&format!("Komentar nomor {number}."))).await.id);
        }
        let page = get(&app, "/tulisan/7", "").await.2;
        assert_eq!(page.matches("<li id=\"k-").count(), IN_BLOCK);
        assert!(page.contains(&format!("/komentar/di/{BRIDGE}?dari={}", ids[IN_BLOCK])));
        assert!(page.contains("Komentar berikutnya (65)") && page.contains("Komentar (75)"));
        let far = get(&app, &format!("/komentar/{}", ids[74]), "").await.1;
        assert_eq!(far, format!("/komentar/di/{BRIDGE}?dari={id}#k-{id}", id = ids[74]));
        let list = format!("/komentar/di/{BRIDGE}");
        let first = get(&app, &list, "").await.2;
        assert!(first.contains(&format!("rel=\"next\" href=\"{list}?dari={}\"", ids[30])));
        assert!(!first.contains("rel=\"prev\""));
        let second = get(&app, &format!("{list}?dari={}", ids[30]), "").await.2;
        assert!(second.contains("Komentar nomor 30.") && !second.contains("Komentar nomor 29."));
        assert!(second.contains(&format!("rel=\"next\" href=\"{list}?dari={}\"", ids[60])));
        let third = get(&app, &format!("{list}?dari={}", ids[60]), "").await.2;
        assert!(third.contains(&format!("rel=\"prev\" href=\"{list}?dari={}\"", ids[30])));
        assert!(third.contains("Komentar nomor 74.") && !third.contains("rel=\"next\""));
    })
    .await;
}

#[tokio::test]
async fn a_page_far_back_is_found_by_the_index_and_not_by_counting() {
    on_both(setup, |app| async move {
        if app.db.engine() != base::db::Engine::Sqlite {
            return;
        }
        let plan = base::sql!(
            "EXPLAIN QUERY PLAN SELECT id, text FROM comments
             WHERE subject_kind = $1 AND subject_id = $2 AND shown_at IS NOT NULL AND position >= $3
             ORDER BY position LIMIT $4"
        );
        let steps: Vec<(i64, i64, i64, String)> = app
            .db
            .all(plan, base::values![BRIDGE.kind, BRIDGE.id, &[0_u8; 8][..], 31])
            .await
            .unwrap();
        assert_eq!(steps.len(), 1, "no sorting beside the search: {steps:?}");
        assert!(
            steps[0]
                .3
                .contains("comments_position (subject_kind=? AND subject_id=? AND position>?)")
        );
    })
    .await;
}

#[tokio::test]
async fn the_answer_s_form_stands_below_what_it_answers() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let id = say(&app, &baso(), draft("Pagarnya kapan?")).await.id;
        let page = get(&app, &format!("/tulisan/7?balas={id}"), "").await.2;
        let (_, below) = page.split_once("<div id=\"balas\">").unwrap();
        assert!(below.contains(&format!("name=\"parent\" value=\"{id}\"")), "{below}");
        assert!(page.contains(&format!("href=\"?balas={id}#balas\"")));
        let form = format!("subject={BRIDGE}&parent={id}&once=x&text=Segera");
        send(&app, "/komentar", "sari", &form).await;
        let page = get(&app, "/tulisan/7", "").await.2;
        let nested = page.split_once("<ol>").unwrap().1.split_once("</ol>").unwrap().0;
        assert!(nested.contains("Segera"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn sari_sees_what_she_wrote_and_what_became_of_each() {
    on_both(setup, |app| async move {
        say(&app, &sari(), draft("Menunggu dulu")).await;
        welcome_all(&app).await;
        let hidden = say(&app, &sari(), draft("Kata kasar")).await.id;
        judge(&app, hidden, Verdict::Hide(Offence::Cruel)).await.unwrap();
        say(&app, &baso(), draft("Bukan tulisan Sari")).await;
        let page = get(&app, "/akun/komentar", "sari").await.2;
        for seen in ["Menunggu moderator", "Disembunyikan: ", "Kata kasar", "Jembatan dibuka"] {
            assert!(page.contains(seen), "{seen} in {page}");
        }
        assert!(!page.contains("Bukan tulisan Sari"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_changed_comment_that_waits_again_says_so() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let id = say(&app, &sari(), draft("Pager")).await.id;
        let links = "text=https://a.example+https://b.example+https://c.example";
        let (_, _, notice) = send(&app, &format!("/komentar/{id}/ubah"), "sari", links).await;
        assert_eq!(
            (notice.as_str(), state(&app, id).await),
            ("comment-edited-waits", State::Waiting)
        );
    })
    .await;
}

#[tokio::test]
async fn one_s_own_comment_is_changed_and_withdrawn_on_pages_that_say_what_stays() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        let id = say(&app, &sari(), draft("Pager")).await.id;
        let own = get(&app, "/tulisan/7", "sari").await.2;
        assert!(own.contains(&format!("/komentar/{id}/ubah")) && own.contains("sampai 10.10 WITA"));
        let form = get(&app, &format!("/komentar/{id}/ubah"), "sari").await.2;
        assert!(form.contains("Pager"), "{form}");
        let (status, place, notice) =
            send(&app, &format!("/komentar/{id}/ubah"), "sari", "text=Pagar").await;
        assert_eq!((status, place), (StatusCode::SEE_OTHER, format!("/tulisan/7#k-{id}")));
        assert_eq!(notice, "comment-edited");
        assert!(get(&app, "/tulisan/7", "").await.2.contains("Disunting"));
        let editions = format!("/komentar/{id}/edisi");
        for (who, status) in [("sari", 200), ("ratna", 200), ("baso", 403)] {
            assert_eq!(get(&app, &editions, who).await.0.as_u16(), status, "{who}");
        }
        let withdraw = format!("/komentar/{id}/tarik");
        assert_eq!(get(&app, &withdraw, "baso").await.0, StatusCode::FORBIDDEN);
        assert!(get(&app, &withdraw, "sari").await.2.contains("Tempatnya tetap ada"));
        assert_eq!(send(&app, &withdraw, "sari", "").await.0, StatusCode::SEE_OTHER);
        let page = get(&app, "/tulisan/7", "").await.2;
        assert!(page.contains("ditarik penulisnya") && !page.contains("Pagar"), "{page}");
        assert_eq!(counts(&app).await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn the_front_page_shows_the_newest_under_public_subjects() {
    on_both(setup, |app| async move {
        welcome_all(&app).await;
        say(&app, &sari(), draft("Lama")).await;
        app.clock.advance(base::jiff::SignedDuration::from_hours(2));
        say(&app, &baso(), draft("<b>Baru</b>")).await;
        let f = Frame::sample(app.words(Lang::INDONESIAN), app.now());
        let blocks = feature().blocks.unwrap();
        let made = blocks(&app, &f, By::House).await.unwrap();
        let html = &made[0].html;
        assert!(html.find("&#60;b&#62;Baru").unwrap() < html.find("Lama").unwrap(), "{html}");
        assert!(html.contains("2\u{a0}jam yang lalu"));
        assert!(blocks(&app, &f, By::Person(sari().id)).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn every_sample_is_rendered_in_every_language() {
    on_both(setup, |app| async move {
        for lang in app.languages.all() {
            let frame = Frame::sample(app.words(lang), app.now());
            for sample in (feature().gallery)(&Gallery { frame }) {
                assert!(sample.html.contains("</html>"), "{}", sample.name);
                assert!(
                    !sample.html.contains("=\"[") && !sample.html.contains(">["),
                    "{}",
                    sample.name
                );
            }
        }
    })
    .await;
}
