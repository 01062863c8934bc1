//! The paper of the week: a correction, a retraction, an old page brought in.
use super::week::{Week, links, page, seen};
use axum::http::StatusCode;
use base::{
    ids::StoryId,
    refusal::{Failure, Refusal},
};
use stories::{
    EditionKind, Format, NewEdition, Sections, Text, correct,
    import::page::{keep, read},
    retract,
};

fn id(story: &str) -> StoryId {
    story.split('/').nth(2).unwrap().parse().unwrap()
}

const WRONG: &str = "Rp4,8 juta";
const RIGHT: &str = "Rp4,6 juta";

pub async fn a_wrong_number_is_corrected_in_a_new_edition(week: &Week) {
    let story = week.radio().await;
    assert!(page(&week.site, &story).await.contains(WRONG));
    let app = &week.site.app;
    let new = NewEdition {
        text: Text {
            title: "Pemancar Tersambar Petir, Swara Muara Diam untuk Sementara".into(),
            deck: None,
            body: format!("Harga suku cadang itu {RIGHT}."),
            format: Format::Marks,
        },
        kind: EditionKind::Correction,
        at: app.now(),
        why: "Harga suku cadang keliru; penjualnya menunjukkan nota.".into(),
    };
    let mut tx = app.db.begin().await.unwrap();
    correct(app, &mut tx, id(&story), &new, None).await.unwrap();
    tx.commit().await.unwrap();
    let shown = seen(&week.site, &story).await;
    assert!(shown.contains(RIGHT) && !shown.contains(WRONG));
    assert!(shown.contains("Ralat, 28 November 2026") && shown.contains("menunjukkan nota"));
    let editions = page(&week.site, &format!("/tulisan/{}/edisi", id(&story))).await;
    let first = links(&editions).find(|link| link.ends_with("/edisi/1")).unwrap();
    assert!(seen(&week.site, first).await.contains(WRONG), "what stood there can be read");
}

pub async fn a_story_is_retracted_and_its_address_says_why(week: &Week) {
    let story = week.story("the-radio-that-reads").await;
    let app = &week.site.app;
    let mut tx = app.db.begin().await.unwrap();
    retract(app, &mut tx, id(&story), "The price list came from another port.", None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let gone = week.site.get(&story).await.expect(StatusCode::GONE).main_text();
    assert!(gone.contains("dicabut pada 28 November 2026"), "{gone}");
    assert!(gone.contains("another port"), "{gone}");
    assert!(!page(&week.site, "/arsip/2026/11").await.contains(&story), "no list has it");
    let new = NewEdition {
        text: Text { title: "A".into(), deck: None, body: "B".into(), format: Format::Plain },
        kind: EditionKind::Update,
        at: app.now(),
        why: "Why not.".into(),
    };
    let mut tx = app.db.begin().await.unwrap();
    let again = correct(app, &mut tx, id(&story), &new, None).await;
    assert!(matches!(again, Err(Failure::Refused(Refusal::Conflict(_)))), "{again:?}");
}

const OLD_PAGE: &str = include_str!("../../../demo/halaman-lama.txt");

/// Where it stands.
pub async fn a_page_of_2014_is_brought_in_once(week: &Week) -> String {
    let app = &week.site.app;
    let known = Sections::load(app).await.unwrap().names();
    let mut old = read(OLD_PAGE, &known, app.keeper());
    old.address = Some((1_734, "kader-posyandu".into()));
    let story = keep(app, old.clone()).await.unwrap();
    let again = keep(app, old).await;
    assert!(matches!(again, Err(Failure::Refused(Refusal::Conflict(_)))), "{again:?}");
    let moved = week.site.get("/baca/1734/kader-posyandu/").await;
    let moved = moved.expect(StatusCode::MOVED_PERMANENTLY).location;
    assert!(moved.contains(&story.to_string()), "the old address leads on: {moved}");
    let shown = seen(&week.site, &moved).await;
    for words in ["( Wardi ).", "3 September 2014", "Komentar (2)", "mantap pak wardi"] {
        assert!(shown.contains(words), "{words} is missing: {shown}");
    }
    moved
}
