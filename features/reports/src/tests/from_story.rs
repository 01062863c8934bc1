//! A report to which a story led: what it takes over, what it leaves.
use super::{pages::filled, *};
use base::{
    links,
    subject::{Kind, Subject},
};

/// A house with two stories, of which the second is not public.
fn with_stories() -> Setup {
    use base::{
        feature::{Describe, Feature},
        subject::Card,
    };
    let describe = Describe {
        kinds: &[Kind::Story],
        card: |_, _, subject| {
            let card = Card::named(subject, "Pasar gelap", format!("/tulisan/{}", subject.id));
            let public = subject.id == 7;
            Box::pin(async move { Ok(Some(Card { public, area: Some(BAYAN), ..card })) })
        },
    };
    let stories = Feature { describe: Some(describe), ..Feature::named("stories") };
    let mut own = setup();
    own.features.push(stories);
    own
}

#[tokio::test]
async fn a_report_that_a_story_led_to_is_linked_with_it() {
    on_both(with_stories, |app| async move {
        let cast = cast(&app).await;
        let form = read(&app, "/laporan/baru?tulisan=story-7").await.2;
        assert!(form.contains("Pasar gelap") && form.contains("value=\"story-7\""), "{form}");
        let hushed = read(&app, "/laporan/baru?tulisan=story-8").await.2;
        assert!(!hushed.contains("Pasar gelap"), "what is not public is not named");
        for other in ["report-7", "story-", "%3Cscript%3E"] {
            assert_eq!(read(&app, &format!("/laporan/baru?tulisan={other}")).await.0, 200);
        }
        let once = hidden(&form, "once");
        let sent = format!("{}&tulisan=story-7", filled(&once));
        let long = format!("{sent}&tie_reason={}", "x".repeat(301));
        assert_eq!(write(&app, "/laporan/baru", &long).await.0, 422);
        let ties = [("", "Lahir dari"), ("same", "Diberitakan dalam tulisan")];
        for (index, (tie, words)) in ties.into_iter().enumerate() {
            let why = format!("&seen=1&tie={tie}&tie_reason=Loket+kami+juga+{index}.");
            let form = sent.replace("Gelap", &format!("Gelap {index}")) + &why;
            let (status, place, _) = write(&app, "/laporan/baru", &form).await;
            assert_eq!(status, 303);
            let id: ReportId = place.split('/').nth(2).unwrap().parse().unwrap();
            let path = format!("/meja/laporan/{id}");
            let desk = get(&app, &path, &cast.maria).await.2;
            assert!(desk.contains(words) && desk.contains("Loket kami juga"), "{desk}");
            let story = Subject::new(Kind::Story, 7);
            let joined = || links::of(&app, Lang::INDONESIAN, story);
            assert_eq!(joined().await.unwrap().len(), index, "a letter waits with its link");
            verify(&app, id, Class::Complaint).await.unwrap();
            assert_eq!(joined().await.unwrap().len(), index + 1);
            let page = read(&app, &format!("/laporan/{id}")).await.2;
            assert!(page.contains(words) && page.contains("Pasar gelap"), "{page}");
            assert!(page.contains(&format!("Loket kami juga {index}.")), "{page}");
            let own = read(&app, &place).await.2;
            assert!(own.contains("Pasar gelap") && own.contains("<b>Anonim</b>"), "{own}");
        }
        let hushed =
            sent.replace("story-7", "story-8").replace("Gelap", "Lain").replace("&", "&seen=1&");
        assert_eq!(write(&app, "/laporan/baru", &hushed).await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn another_problem_has_nothing_of_the_story_whose_page_its_sender_came_from() {
    on_both(with_stories, |app| async move {
        cast(&app).await;
        let form = read(&app, "/laporan/baru?tulisan=story-7").await.2;
        assert!(form.contains("value=\"other\""), "{form}");
        let why = "&tulisan=story-7&tie=other&tie_reason=Tidak+ada.";
        let sent = filled(&hidden(&form, "once")) + why;
        let (status, place, page) = write(&app, "/laporan/baru", &sent).await;
        assert_eq!(status, 303, "{page}");
        let id: ReportId = place.split('/').nth(2).unwrap().parse().unwrap();
        verify(&app, id, Class::Complaint).await.unwrap();
        for path in [place, format!("/laporan/{id}")] {
            let page = read(&app, &path).await.2;
            assert!(!page.contains("Pasar gelap") && !page.contains("Lahir dari"), "{page}");
            assert!(!page.contains("/rantai/"), "it begins no chain with the story: {page}");
        }
        assert!(!base::links::has_any(&app.db, id.into()).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn the_form_begins_where_the_story_lies_and_keeps_what_is_chosen_instead() {
    on_both(with_stories, |app| async move {
        cast(&app).await;
        let chosen =
            |page: &str, code: AreaCode| page.contains(&format!("value=\"{code}\" checked"));
        let form = read(&app, "/laporan/baru?tulisan=story-7").await.2;
        assert!(chosen(&form, BAYAN), "{form}");
        assert!(form.contains("Dinas Pekerjaan Umum"), "its bodies stand to choose: {form}");
        assert!(!chosen(&read(&app, "/laporan/baru").await.2, BAYAN));
        let other = AreaCode(5_208_012_002);
        let again = format!("once={}&tulisan=story-7&area={other}&title=", hidden(&form, "once"));
        let (status, _, page) = write(&app, "/laporan/baru", &again).await;
        assert_eq!(status, 422);
        assert!(chosen(&page, other) && !chosen(&page, BAYAN), "{page}");
    })
    .await;
}
