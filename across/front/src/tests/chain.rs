//! Chains over stories that are invented here: told, checked, one still waiting for an answer.
use super::{ROADS, get, get_as, setup};
use base::{
    app::App,
    chain::{Chain, Progress, Stage, Step},
    feature::{Describe, Feature},
    ids::PersonId,
    jiff::civil::date,
    languages::Lang,
    links::{self, LinkKind},
    subject::{Card, Kind, Subject},
    testing::{Setup, browse, on_both},
    web::site,
};

const HIDDEN: i64 = 13;
/// From here on they lie before the desk and nobody may read them.
const LETTERS: i64 = 1_000;

fn story(id: i64) -> Subject {
    Subject::new(Kind::Story, id)
}

fn step(subject: Subject, stage: Stage, progress: Progress) -> Step {
    let sentence = format!("Langkah {stage}.");
    let path = format!("/tulisan/{}", subject.id);
    Step { stage: Some(stage), progress, sentence, path, picture: None }
}

/// Story 1 was told on 1 November and checked on 9 November; every other waits for an answer since 20 November.
fn steps(subject: Subject) -> Vec<Step> {
    let done = |day| Progress::Done(Some(date(2026, 11, day)));
    match subject.id {
        1 => vec![step(subject, Stage::Voiced, done(1)), step(subject, Stage::Verified, done(9))],
        _ => {
            let waiting = Progress::Waiting { since: date(2026, 11, 20), overdue: true };
            vec![step(subject, Stage::Answered, waiting)]
        }
    }
}

fn chained() -> Setup {
    let describe = Describe {
        kinds: &[Kind::Story],
        card: |_, _, subject| {
            let path = format!("/tulisan/{}", base::ids::short(subject.id));
            let card = Card::named(subject, format!("Tulisan {}", subject.id), path);
            let public = subject.id != HIDDEN && subject.id < LETTERS;
            let agency = [5, 6].contains(&subject.id).then_some(ROADS);
            Box::pin(async move { Ok(Some(Card { public, agency, ..card })) })
        },
    };
    let chain = Chain {
        addresses: &[("/tulisan/", Kind::Story)],
        steps: |_, _, subject| Box::pin(async move { Ok(steps(subject)) }),
    };
    let feature =
        Feature { describe: Some(describe), chain: Some(chain), ..Feature::named("stories") };
    setup(feature)
}

async fn join(app: &App, from: i64, to: i64, kind: LinkKind) {
    let mut tx = app.db.begin().await.unwrap();
    let reason = Some("Tempat yang sama.".to_owned());
    let by = Some(PersonId(1));
    links::join(app, &mut tx, (story(from), story(to)), (kind, reason), by).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_chain_tells_every_step_by_its_date_and_the_silence_between() {
    on_both(chained, |app| async move {
        join(&app, 1, 2, LinkKind::Evidence).await;
        join(&app, 2, 3, LinkKind::Related).await;
        join(&app, 2, HIDDEN, LinkKind::CameOf).await;
        let page = get(&app, "/rantai/story-2").await;
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing"));
        assert!(at("Langkah voiced.") < at("Langkah verified."));
        assert!(at("Langkah verified.") < at("Langkah answered."));
        assert!(page.contains("8 hari kemudian"));
        assert!(page.contains("Sudah 4 hari belum dijawab · lewat tenggat"));
        assert!(page.contains("selama 23 hari"));
        // What merely resembles is no part of the way, and what is hidden is nowhere.
        assert!(!page.contains("Tulisan 3") && !page.contains("Tulisan 13"));
        assert_eq!(super::status(&app, "/rantai/story-d").await, 404);
        assert_eq!(super::status(&app, "/rantai/person-1").await, 404);
    })
    .await;
}

#[tokio::test]
async fn letters_that_nobody_may_read_yet_push_nothing_out_of_a_chain() {
    on_both(chained, |app| async move {
        for letter in 0..150 {
            join(&app, LETTERS + letter, 1, LinkKind::CameOf).await;
        }
        join(&app, 1, 2, LinkKind::Evidence).await;
        let page = get(&app, "/rantai/story-1").await;
        assert!(page.contains("Tulisan 2") && !page.contains("Tulisan 1000"), "{page}");
        let linked = links::of(&app, Lang::INDONESIAN, story(1)).await.unwrap();
        assert_eq!(linked.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_editor_joins_by_address_and_reason_and_undoes_it_on_both_pages() {
    on_both(chained, |app| async move {
        let site = site(&app);
        let send = async |body: &str| browse::post(&site, "/tautan/story-1", "ratna", body).await;
        let address = "address=http%3A%2F%2Fsuara.example%2Fen%2Ftulisan%2F2%2Fjudul";
        let (status, _, page) = send(&format!("kind=evidence&{address}&reason=")).await;
        assert_eq!(status, 422);
        assert!(page.contains("en/tulisan/2/judul"), "what was typed is kept");
        for wrong in [
            "kind=evidence&address=%2Ftulisan%2Fd&reason=x",
            "kind=x&address=%2Ftulisan%2F1&reason=x",
        ] {
            assert_eq!(send(wrong).await.0, 422, "{wrong}");
        }
        assert_eq!(send(&format!("kind=evidence-back&{address}&reason=Lokasi+sama")).await.0, 303);
        let linked = links::of(&app, Lang::INDONESIAN, story(2)).await.unwrap();
        assert_eq!((linked.len(), linked[0].backwards), (1, false));
        assert_eq!(linked[0].reason.as_deref(), Some("Lokasi sama"));
        let page = get_as(&app, "ratna", "/tautan/story-2").await;
        assert!(page.contains("Tulisan 1") && page.contains("Bukti untuk laporan"));
        let body = format!("link={}", linked[0].id);
        assert_eq!(browse::post(&site, "/tautan/story-2/lepas", "ratna", &body).await.0, 303);
        assert!(links::of(&app, Lang::INDONESIAN, story(1)).await.unwrap().is_empty());
        assert_eq!(browse::get(&site, "/tautan/story-1", "").await.0, 303);
    })
    .await;
}

#[tokio::test]
async fn an_officer_joins_what_her_body_has_on_both_ends_and_nothing_else() {
    on_both(chained, |app| async move {
        let site = site(&app);
        let send = async |to: &str, other: i64| {
            let body = format!("kind=came-of&address=%2Ftulisan%2F{other}&reason=Dari+laporan+ini");
            browse::post(&site, &format!("/tautan/story-{to}"), "marlina", &body).await
        };
        assert_eq!(send("5", 6).await.0, 303);
        assert_eq!(links::of(&app, Lang::INDONESIAN, story(6)).await.unwrap().len(), 1);
        let (status, _, page) = send("5", 1).await;
        assert_eq!(status, 422);
        assert!(page.contains("pada instansinya sendiri"), "{page}");
        assert_eq!(send("1", 5).await.0, 403);
        join(&app, 1, 5, LinkKind::Evidence).await;
        let linked = links::of(&app, Lang::INDONESIAN, story(5)).await.unwrap();
        for (link, is_hers) in linked.iter().map(|link| (link, link.card.subject == story(6))) {
            let body = format!("link={}", link.id);
            let (done, ..) = browse::post(&site, "/tautan/story-5/lepas", "marlina", &body).await;
            assert_eq!(done, if is_hers { 303 } else { 403 });
        }
        assert_eq!(links::of(&app, Lang::INDONESIAN, story(5)).await.unwrap().len(), 1);
        let page = get_as(&app, "marlina", "/tautan/story-5").await;
        assert!(page.contains("Tulisan 1") && !page.contains("/lepas"), "{page}");
    })
    .await;
}
