//! Ketut's radio, struck by lightning; Bagus keeps the list; Sari only reads. On both databases.
use crate::{
    AirStatus, NewAiring, NewOutlet, OutletKind, OutletWords, PressCouncil, add, feature, names,
};
use axum::http::StatusCode;
use base::{
    app::{App, Kept},
    feature::{Feature, Key, Listing},
    ids::{AreaCode, OutletId, PersonId, SessionId},
    languages::Lang,
    subject::{Card, Kind, Subject},
    testing::{
        Setup,
        browse::{self, Seen},
        on_both,
    },
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::{Site, site},
};

/// Ketut manages Swara Muara, Maria some other outlet.
async fn cast(app: &App, token: &str) -> Option<SignedIn> {
    let (id, grant) = match token {
        "bagus" => (1, Some((Role::Administrator, Scope::House))),
        "ketut" => {
            let own = crate::store::by_slug(&app.db, "swara-muara").await.unwrap();
            (2, own.map(|outlet| (Role::OutletManager, Scope::Outlet(outlet.id))))
        }
        "maria" => (3, Some((Role::OutletManager, Scope::Outlet(OutletId(1))))),
        "sari" => (4, None),
        _ => return None,
    };
    Some(SignedIn {
        id: PersonId(id),
        session: SessionId(1),
        name: token.into(),
        zone: None,
        grants: grant.map(|(role, scope)| Grant { role, scope }).into_iter().collect(),
    })
}

fn setup() -> Setup {
    let stories = Feature {
        listing: Some(Listing {
            page: |_, asked| {
                let story = |id: i64| {
                    let subject = Subject::new(Kind::Story, id);
                    let card =
                        Card::named(subject, format!("Kabar {id}"), format!("/tulisan/{id}"));
                    (Key { at_us: id, id }, card)
                };
                let after = asked.before.map_or(26, |key| key.id);
                let page = (1..after).rev().take(usize::try_from(asked.limit).unwrap()).map(story);
                Box::pin(std::future::ready(Ok(page.collect())))
            },
        }),
        ..Feature::named("stories")
    };
    let mut kept = Kept::default();
    kept.put(areas::Areas::official_only());
    Setup {
        kept,
        features: vec![feature(), stories],
        identify: |app, token| {
            let (app, token) = (app.clone(), token.to_owned());
            Box::pin(async move { Ok(Visitor { signed_in: cast(&app, &token).await }) })
        },
        ..Setup::default()
    }
}

fn radio(slug: &str, area: i64) -> NewOutlet {
    NewOutlet {
        slug: slug.into(),
        kind: OutletKind::Radio,
        area: AreaCode(area),
        press_council: PressCouncil::Unverified,
        words: OutletWords {
            name: "Radio Komunitas Swara Muara".into(),
            frequency: Some("107,8 MHz".into()),
            founded: Some("2006-02-11".parse().unwrap()),
            responsible: Some("I Ketut Sudarma".into()),
            address: Some("Muara Ketapang".into()),
            about: Some("Radio **nelayan**.".into()),
            ..OutletWords::default()
        },
        airing: NewAiring {
            status: AirStatus::Silent,
            since: Some("2026-11-08".parse().unwrap()),
            reason: Some("Pemancar tersambar petir.".into()),
        },
        by: None,
    }
}

async fn added(app: &App, new: NewOutlet) -> OutletId {
    let mut tx = app.db.begin().await.unwrap();
    let id = add(app, &mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn get(site: &Site, who: &str, path: &str) -> (StatusCode, String) {
    let (status, _, page) = browse::get(site, path, who).await;
    (status, page)
}

async fn post(site: &Site, who: &str, path: &str, body: &str) -> Seen {
    browse::post(site, path, who, body).await
}

#[tokio::test]
async fn the_radio_s_page_says_since_when_it_is_silent_and_why() {
    on_both(setup, |app| async move {
        let id = added(&app, radio("swara-muara", 520_801)).await;
        let (status, page) = get(&site(&app), "", "/media-komunitas/swara-muara").await;
        assert_eq!(status, StatusCode::OK);
        for words in [
            "Sejak 8 November 2026. Sudah 16 hari.",
            "Pemancar tersambar petir.",
            "<span class=\"badge wait\">Sedang senyap</span>",
            "<dd>I Ketut Sudarma</dd>",
            "<p>Radio <strong>nelayan</strong>.</p>",
            "Kecamatan Tanjung, Lombok Utara, Nusa Tenggara Barat",
            "11 Februari 2006",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("Belum disebut") && !page.contains("/siaran"), "{page}");
        assert_eq!(names(&app.db, &[id]).await.unwrap()[&id].1, "swara-muara");
        let card = app.describe(Lang::ENGLISH, id.into()).await.unwrap().unwrap();
        assert_eq!(
            (card.path.as_str(), card.deck.as_deref()),
            ("/media-komunitas/swara-muara", Some("Radio nelayan."))
        );
        let unknown = get(&site(&app), "", "/media-komunitas/lain").await;
        assert_eq!(unknown.0, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_an_outlet_published_is_listed_page_by_page() {
    on_both(setup, |app| async move {
        added(&app, radio("swara-muara", 520_801)).await;
        let site = site(&app);
        let (_, page) = get(&site, "", "/media-komunitas/swara-muara").await;
        assert!(page.contains("Kabar 25<") && page.contains("Kabar 6<"), "{page}");
        assert!(!page.contains("Kabar 5<"), "{page}");
        let next = page.split("?sebelum=").nth(1).unwrap().split('"').next().unwrap();
        let (_, page) =
            get(&site, "", &format!("/media-komunitas/swara-muara?sebelum={next}")).await;
        assert!(page.contains("Kabar 5<") && page.contains("Kabar 1<"), "{page}");
        assert!(page.contains("rel=\"prev\"") && !page.contains("rel=\"next\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn outlets_stand_under_their_kabupaten_and_a_long_list_goes_on() {
    on_both(setup, |app| async move {
        for number in 0..51 {
            added(&app, radio(&format!("radio-{number}"), 520_801)).await;
        }
        let site = site(&app);
        let (_, page) = get(&site, "", "/media-komunitas").await;
        assert_eq!(page.matches("<article").count(), 50);
        assert_eq!(page.matches("<h2>Kabupaten Lombok Utara</h2>").count(), 1, "{page}");
        let next = page.split("?sesudah=").nth(1).unwrap().split('"').next().unwrap();
        let (_, page) = get(&site, "", &format!("/media-komunitas?sesudah={next}")).await;
        assert_eq!(page.matches("<article").count(), 1);
        assert!(page.contains("/media-komunitas/radio-50\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn ketut_tells_that_his_radio_is_back_and_maria_cannot() {
    on_both(setup, |app| async move {
        let id = added(&app, radio("swara-muara", 520_801)).await;
        let site = site(&app);
        let path = "/media-komunitas/swara-muara/siaran";
        for who in ["maria", "sari"] {
            assert_eq!(post(&site, who, path, "status=on-air").await.0, StatusCode::FORBIDDEN);
            assert_eq!(get(&site, who, path).await.0, StatusCode::FORBIDDEN);
        }
        let (status, _, page) = post(&site, "ketut", path, "status=silent&since=kemarin").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("href=\"#reason\"") && page.contains("value=\"kemarin\""), "{page}");
        let back = "status=on-air&since=2026-11-24&reason=";
        assert_eq!(post(&site, "ketut", path, back).await.0, StatusCode::SEE_OTHER);
        let (_, page) = get(&site, "ketut", "/media-komunitas/swara-muara").await;
        assert!(page.contains("badge good\">Mengudara"), "{page}");
        assert!(page.contains("Keadaan sebelumnya") && page.contains("tersambar petir"), "{page}");
        let events = base::store::events_of(&app.db, id.into()).await.unwrap();
        let verbs: Vec<&str> = events.iter().map(|event| event.verb.as_str()).collect();
        assert_eq!(verbs, ["outlet.added", "outlet.aired"]);
    })
    .await;
}

#[tokio::test]
async fn a_manager_rewrites_the_words_but_not_what_the_house_established() {
    on_both(setup, |app| async move {
        let id = added(&app, radio("swara-muara", 520_801)).await;
        let site = site(&app);
        let path = "/media-komunitas/swara-muara/ubah";
        let (_, page) = get(&site, "ketut", path).await;
        assert!(page.contains("value=\"107,8 MHz\"") && !page.contains("press_council"), "{page}");
        let form = "name=Swara+Muara&press_council=factual&kind=tv&area=52&responsible=Ketut";
        assert_eq!(post(&site, "maria", path, form).await.0, StatusCode::FORBIDDEN);
        assert_eq!(post(&site, "ketut", path, form).await.0, StatusCode::SEE_OTHER);
        let row = crate::store::find(&app.db, id).await.unwrap().unwrap();
        assert_eq!((row.kind, row.area), (OutletKind::Radio, AreaCode(520_801)));
        assert_eq!(row.press_council, PressCouncil::Unverified);
        assert_eq!(row.words.name, "Swara Muara");
        let (_, page) = get(&site, "", "/media-komunitas/swara-muara").await;
        assert!(page.contains("Belum disebut: alamat."), "{page}");
        let (status, _, page) = post(&site, "ketut", path, "name=&about=Isi").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Isi</textarea>"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn bagus_adds_a_medium_and_a_name_is_taken_once() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let path = "/pengelola/media/baru";
        assert_eq!(get(&site, "bagus", path).await.0, StatusCode::OK);
        let form = "name=Gema+Serai+FM&kind=radio&area=52.08.01&press_council=unverified";
        assert_eq!(post(&site, "ketut", path, form).await.0, StatusCode::FORBIDDEN);
        let (status, place, notice) = post(&site, "bagus", path, form).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert_eq!(
            (place.as_str(), notice.as_str()),
            ("/media-komunitas/gema-serai-fm", "outlet-added")
        );
        let (status, _, page) = post(&site, "bagus", path, form).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Sudah ada media dengan nama ini"), "{page}");
        let nowhere = form.replace("52.08.01", "99.99");
        let (_, _, page) = post(&site, "bagus", path, &nowhere).await;
        assert!(page.contains("Pilih daerahnya"), "{page}");
        let (status, _, page) =
            post(&site, "bagus", path, "name=Baru&kind=wall&act=find-area&area_q=bayan").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("value=\"Baru\"") && page.contains("Bayan"), "{page}");
        let (_, page) = get(&site, "bagus", "/pengelola/media").await;
        assert!(page.contains("Gema Serai FM") && page.contains("Belum lengkap"), "{page}");
    })
    .await;
}
