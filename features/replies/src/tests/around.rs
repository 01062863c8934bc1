//! Around a story: who took it over is told once of each correction, retraction, reply; what it changed stands beside it.
use super::*;
use base::{
    events::{self, Happening},
    feature::By,
    testing::{browse, on_both},
    web::{Frame, site},
};

fn with_subscriber() -> Setup {
    Setup { subscribers: vec![crate::subscriber()], ..setup() }
}

async fn happens(app: &App, verb: &str, detail: Option<&str>) {
    let mut tx = app.db.begin().await.unwrap();
    let detail = detail.map(str::to_owned);
    let happening = Happening { subject: FEE, verb, by: Some(maria().id), detail };
    events::record(app, &mut tx, happening).await.unwrap();
    tx.commit().await.unwrap();
}

const KORAN: &str = "name=Koran+Pesisir&address=https%3A%2F%2Fkoran.example%2Fktp&since=2026-11-01";

#[tokio::test]
async fn a_republisher_is_told_of_a_correction_a_reply_and_a_retraction_and_of_no_update() {
    on_both(with_subscriber, |app| async move {
        let site = site(&app);
        let path = format!("/meja/penerbit-ulang/{FEE}");
        let (status, _, page) = browse::post(&site, &path, "maria", "name=&since=2026-11-25").await;
        assert_eq!(status, 422, "{page}");
        assert!(page.contains("belum tiba"), "{page}");
        let koran = format!("{KORAN}&email=koran%40suara.example");
        let (status, _, notice) = browse::post(&site, &path, "maria", &koran).await;
        assert_eq!((status.as_u16(), notice.as_str()), (303, "republisher-noted"));
        let radio = "name=Radio+Muara&address=https%3A%2F%2Fradio.example&since=2026-11-02";
        browse::post(&site, &path, "maria", radio).await;
        assert_eq!(browse::get(&site, &path, "baso").await.0, 403, "another area");
        happens(&app, "story.edited", Some("update 2")).await;
        assert!(letters(&app).await.is_empty(), "an update is no correction");
        happens(&app, "story.edited", Some("correction 3")).await;
        let told = letters(&app).await;
        assert_eq!((told.len(), told[0].to.as_str()), (1, "koran@suara.example"));
        assert!(told[0].subject.contains("Ralat") && told[0].body.contains("KTP berbiaya"));
        let tellings = store::tellings_of(&app.db, FEE).await.unwrap();
        assert_eq!(tellings.len(), 2, "the one without an address is to be told by hand");
        let (_, _, page) = browse::get(&site, &path, "maria").await;
        assert!(page.contains("belum diberi tahu"), "{page}");
        let silent = ReplyDraft { contact: None, ..draft(Asks::Reply, 'a') };
        let id = actions::send(&app, &silent).await.unwrap().id;
        for step in [Step::Accepted, Step::Published] {
            act(&app, &maria(), id, step).await.unwrap();
        }
        let told = letters(&app).await;
        assert!(told[0].body.contains(&format!("/hak-jawab/{id}")), "{told:?}");
        let koran = store::republishers_of(&app.db, FEE).await.unwrap()[0].id;
        let one = format!("{path}/{}", base::ids::short(koran));
        browse::post(&site, &one, "maria", "act=follow").await;
        let tellings = store::tellings_of(&app.db, FEE).await.unwrap();
        let followed = |telling: &&crate::republisher::Telling| telling.followed_at.is_some();
        assert_eq!(tellings.iter().filter(followed).count(), 2);
        browse::post(&site, &one, "maria", "act=end").await;
        happens(&app, "story.retracted", None).await;
        assert!(letters(&app).await.is_empty(), "they are out of the register");
        assert_eq!(browse::post(&site, &one, "maria", "act=end").await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn an_event_that_is_delivered_twice_is_told_once() {
    on_both(with_subscriber, |app| async move {
        let site = site(&app);
        let koran = format!("{KORAN}&email=koran%40suara.example");
        browse::post(&site, &format!("/meja/penerbit-ulang/{FEE}"), "maria", &koran).await;
        happens(&app, "story.retracted", None).await;
        assert_eq!(letters(&app).await.len(), 1);
        let log = base::store::events_of(&app.db, FEE).await.unwrap();
        let heard = log.iter().find(|event| event.verb == "story.retracted").unwrap();
        (crate::subscriber().hear)(&app, heard).await.unwrap();
        assert!(letters(&app).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_classrooms_that_were_built_stand_beside_the_story_with_proof_until_they_are_struck_out()
 {
    on_both(setup, |app| async move {
        let site = site(&app);
        let path = format!("/meja/dampak/{FEE}");
        let (status, _, page) = browse::post(&site, &path, "maria", "sort=rooms&what=Kelas").await;
        assert_eq!(status, 422);
        assert!(
            page.contains("value=\"rooms\" checked") && page.contains("href=\"#proof\""),
            "{page}"
        );
        let rooms = "sort=rooms&what=Ruang+kelas+di+dua+dusun&amount=2&happened_on=2026-11-20\
                     &proof=Dilihat+Maria+20+November";
        let elsewhere = format!("{rooms}&told=https%3A%2F%2Flain.example%2F");
        let (_, _, page) = browse::post(&site, &path, "maria", &elsewhere).await;
        assert!(page.contains("bukan halaman tulisan lain"), "{page}");
        assert_eq!(browse::post(&site, &path, "maria", rooms).await.0, 303);
        let f = Frame::sample(app.words(Lang::INDONESIAN), app.now());
        let html = || async {
            let blocks = app.blocks(&f, &By::Subject(FEE)).await.unwrap();
            blocks.into_iter().map(|block| block.html).collect::<String>()
        };
        let beside = html().await;
        assert!(
            beside.contains("<b>2</b> Ruang kelas") && beside.contains("Dilihat Maria"),
            "{beside}"
        );
        let (_, _, all) = browse::get(&site, "/dampak", "").await;
        assert!(all.contains("Ruang dibangun") && all.contains("KTP berbiaya"), "{all}");
        let id = base::ids::short(store::impacts_of(&app.db, FEE).await.unwrap()[0].id);
        assert_eq!(browse::post(&site, &format!("{path}/{id}/coret"), "baso", "").await.0, 403);
        assert_eq!(browse::post(&site, &format!("{path}/{id}/coret"), "maria", "").await.0, 303);
        assert!(!html().await.contains("Ruang kelas"));
    })
    .await;
}
