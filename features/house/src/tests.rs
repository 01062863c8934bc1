//! Bagus keeps the house's pages; Ratna answers for them; Sari reads. On both databases.
use crate::{NewPage, Slug, add_page, feature, fill_defaults, terms_version};
use axum::http::StatusCode;
use base::{
    app::App,
    feature::{Describe, Feature, Route, Who},
    ids::{AreaCode, PersonId, SessionId},
    jobs,
    subject::{Card, Kind, Subject},
    testing::{
        Setup,
        browse::{self, Seen},
        on_both, on_sqlite,
    },
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::{Site, site},
};

const BAGUS: PersonId = PersonId(1);

fn cast(token: &str) -> Option<SignedIn> {
    let (id, name, grant) = match token {
        "bagus" => (BAGUS, "Bagus Prasetya", Some((Role::Administrator, Scope::House))),
        "wayan" => {
            let part = Scope::Area(AreaCode(9901));
            (PersonId(3), "Wayan", Some((Role::Administrator, part)))
        }
        "ratna" => (PersonId(5), "Ratna", Some((Role::ChiefEditor, Scope::House))),
        "ketut" => (PersonId(4), "I Ketut Sudarma", Some((Role::OutletManager, Scope::House))),
        "sari" => (PersonId(2), "Sari Wulandari", None),
        _ => return None,
    };
    let grants = grant.map(|(role, scope)| Grant { role, scope }).into_iter().collect();
    Some(SignedIn { id, session: SessionId(1), name: name.into(), zone: None, grants })
}

fn setup() -> Setup {
    let people = Feature {
        describe: Some(Describe {
            kinds: &[Kind::Person],
            card: |_, _, subject| {
                let card = Card::named(subject, "Bagus Prasetya", "/pewarta/1");
                Box::pin(async move { Ok(Some(card)) })
            },
        }),
        // As the first administrator's page is.
        routes: vec![Route::get("/pengelola/pertama", Who::Anyone, async || "")],
        ..Feature::named("people")
    };
    Setup {
        features: vec![feature(), people],
        identify: |_, token| {
            let signed_in = cast(token);
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

async fn get(site: &Site, who: &str, path: &str) -> (StatusCode, String) {
    let (status, _, page) = browse::get(site, path, who).await;
    (status, page)
}

async fn post(site: &Site, who: &str, path: &str, body: &str) -> Seen {
    browse::post(site, path, who, body).await
}

const TERMS: &str = "/pengelola/halaman/syarat/id";

fn terms(after: i64, body: &str, why: &str) -> String {
    format!("after={after}&title=Syarat&description=Ringkas&body={body}&why={why}")
}

#[tokio::test]
async fn an_empty_house_has_every_page_and_says_to_all_that_nobody_is_responsible_yet() {
    on_both(setup, |app| async move {
        fill_defaults(&app).await.unwrap();
        fill_defaults(&app).await.unwrap();
        assert_eq!(terms_version(&app.db).await.unwrap(), 1);
        let site = site(&app);
        assert_eq!(get(&site, "", "/piagam").await.0, StatusCode::NOT_FOUND);
        for slug in Slug::ALL.iter().filter(|slug| **slug != Slug::Piagam) {
            let (status, page) = get(&site, "", slug.path()).await;
            assert_eq!(status, StatusCode::OK);
            assert!(page.contains("Versi 1"), "{page}");
        }
        let (_, page) = get(&site, "", "/redaksi").await;
        assert!(page.contains("Penanggung jawab belum disebut namanya"), "{page}");
        assert!(page.contains("Suara Tirtawana harus mengisinya"), "{page}");
        let (_, page) = get(&site, "", "/en/redaksi").await;
        assert!(page.contains("has not been named yet") && !page.contains("<h1 lang"));
    })
    .await;
}

#[tokio::test]
async fn the_demonstration_takes_the_place_of_default_texts_and_names_ratna() {
    on_both(setup, |app| async move {
        fill_defaults(&app).await.unwrap();
        add(&app, Slug::Redaksi, "id", Some("Ratna Kusumawardani")).await;
        let site = site(&app);
        for path in ["/redaksi", "/en/redaksi"] {
            let (_, page) = get(&site, "", path).await;
            assert!(page.contains("<dd>Ratna Kusumawardani</dd>"), "{page}");
        }
        let (_, page) = get(&site, "", "/redaksi").await;
        assert!(page.contains("Versi 1") && !page.contains("Semua versi"), "{page}");
        add(&app, Slug::Redaksi, "id", None).await;
        let (_, page) = get(&site, "", "/redaksi").await;
        assert!(page.contains("Versi 2") && page.contains("Ratna"), "{page}");
    })
    .await;
}

async fn add(app: &App, slug: Slug, language: &str, responsible: Option<&str>) {
    let page = NewPage {
        slug,
        language: language.into(),
        title: "Redaksi kami".into(),
        description: "Siapa kami".into(),
        body: "Ditulis **warga**.".into(),
        responsible: responsible.map(str::to_owned),
        by: None,
        why: "Pembukaan".into(),
    };
    let mut tx = app.db.begin().await.unwrap();
    add_page(app, &mut tx, page).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_english_reader_gets_the_indonesian_page_with_a_note_until_it_is_translated() {
    on_both(setup, |app| async move {
        add(&app, Slug::Kontak, "id", None).await;
        let (status, page) = get(&site(&app), "", "/en/kontak").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("does not exist in this language yet"), "{page}");
        assert!(page.contains("<h1 lang=\"id\">Redaksi kami</h1>"), "{page}");
        assert!(page.contains("<div class=\"text\" lang=\"id\">"), "{page}");
        assert_eq!(get(&site(&app), "", "/pedoman").await.0, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn saving_the_terms_makes_a_version_and_the_old_one_stays_readable() {
    on_both(setup, |app| async move {
        fill_defaults(&app).await.unwrap();
        let site = site(&app);
        let form = terms(1, "Karya+tetap+milik+Anda.", "Lisensi+baru");
        let (status, place, notice) = post(&site, "bagus", TERMS, &form).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert_eq!((place.as_str(), notice.as_str()), ("/syarat", "house-page-saved"));
        assert_eq!(terms_version(&app.db).await.unwrap(), 2);
        let (_, page) = get(&site, "", "/syarat").await;
        assert!(page.contains("<p>Karya tetap milik Anda.</p>"), "{page}");
        for words in ["Lisensi baru", "Oleh Bagus Prasetya", "Teks bawaan", "24 November 2026"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let (_, page) = get(&site, "", "/syarat?versi=1").await;
        assert!(page.contains("Anda membaca versi lama, yaitu versi 1."), "{page}");
        assert!(page.contains("CC BY-NC 4.0") && page.contains("noindex"), "{page}");
        for unknown in ["/syarat?versi=3", "/syarat?versi=x", "/syarat?versi=-1"] {
            assert_eq!(get(&site, "", unknown).await.0, StatusCode::NOT_FOUND, "{unknown}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_translation_that_is_older_than_the_binding_text_says_so() {
    on_both(setup, |app| async move {
        fill_defaults(&app).await.unwrap();
        let site = site(&app);
        let behind = "older than the binding Indonesian version";
        assert!(!get(&site, "", "/en/syarat").await.1.contains(behind));
        app.clock.advance(base::jiff::SignedDuration::from_mins(1));
        post(&site, "bagus", TERMS, &terms(1, "Baru", "Lisensi+baru")).await;
        let (_, page) = get(&site, "", "/en/syarat").await;
        assert!(
            page.contains(behind) && page.contains("<a href=\"/syarat\" lang=\"id\""),
            "{page}"
        );
        assert!(!get(&site, "", "/syarat").await.1.contains("lebih lama daripada versi"));
        let why = "<span lang=\"id\">Lisensi baru</span>";
        assert!(
            get(&site, "", "/en/syarat?versi=2").await.1.contains(why),
            "an untranslated version"
        );
    })
    .await;
}

#[tokio::test]
async fn who_saves_second_is_told_and_keeps_their_text() {
    on_both(setup, |app| async move {
        fill_defaults(&app).await.unwrap();
        let site = site(&app);
        let first = terms(1, "Pertama", "a");
        assert_eq!(post(&site, "bagus", TERMS, &first).await.0, StatusCode::SEE_OTHER);
        let second = terms(1, "Kedua", "b");
        let (status, _, page) = post(&site, "bagus", TERMS, &second).await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert!(page.contains("Orang lain lebih dulu menyimpan") && page.contains("Kedua"));
        assert!(page.contains("name=\"after\" value=\"2\""), "{page}");
        assert_eq!(terms_version(&app.db).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_not_complete_comes_back_with_what_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let site = site(&app);
    let (status, _, page) = post(&site, "bagus", TERMS, &terms(0, "Isi", "")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("<a href=\"#why\">") && page.contains("Isi</textarea>"), "{page}");
    assert!(page.contains("<title>1 isian perlu diperbaiki"), "{page}");
    assert_eq!(crate::store::newest_version(&app.db, Slug::Syarat, "id").await.unwrap(), 0);
}

#[tokio::test]
async fn a_preview_shows_safe_html_and_saves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let form = format!("{}&act=preview", terms(0, "<script>**tebal**", ""));
    let (status, _, page) = post(&site(&app), "bagus", TERMS, &form).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<p>&lt;script&gt;**tebal**</p>"), "{page}");
    assert!(!page.contains("<script>"), "{page}");
    assert_eq!(crate::store::newest_version(&app.db, Slug::Syarat, "id").await.unwrap(), 0);
}

#[tokio::test]
async fn only_an_administrator_of_the_whole_house_writes_its_pages() {
    on_both(setup, |app| async move {
        let site = site(&app);
        for who in ["sari", "wayan"] {
            let (status, _, _) = post(&site, who, TERMS, &terms(0, "Isi", "x")).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{who}");
        }
        let unknown = "/pengelola/halaman/syarat/xx";
        let (status, _, _) = post(&site, "bagus", unknown, &terms(0, "Isi", "x")).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert_eq!(crate::store::newest_version(&app.db, Slug::Syarat, "id").await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_version_is_described_by_its_title_and_its_own_address() {
    on_both(setup, |app| async move {
        add(&app, Slug::Redaksi, "id", None).await;
        let first = crate::store::newest(&app.db, Slug::Redaksi, "id").await.unwrap().unwrap();
        let subject = Subject::new(Kind::HousePage, first.id.0);
        let lang = base::languages::Lang::INDONESIAN;
        let card = app.describe(lang, subject).await.unwrap().unwrap();
        assert_eq!((card.title.as_str(), card.path.as_str()), ("Redaksi kami", "/redaksi"));
        add(&app, Slug::Redaksi, "id", None).await;
        let card = app.describe(lang, subject).await.unwrap().unwrap();
        assert_eq!(card.path, "/redaksi?versi=1");
        let events = base::store::events_of(&app.db, subject).await.unwrap();
        assert_eq!(events[0].verb, "house-page.saved");
    })
    .await;
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Letter(String);

impl jobs::Job for Letter {
    const KIND: &'static str = "test.letter";

    async fn run(self, _: &App) -> Result<(), jobs::JobError> {
        Err(jobs::JobError::give_up("the post office is closed"))
    }
}

fn setup_with_a_bad_job() -> Setup {
    let mut setup = setup();
    setup.features[0].jobs = vec![jobs::JobType::of::<Letter>()];
    setup
}

#[tokio::test]
async fn bagus_sees_a_job_that_gave_up_without_its_letter_and_tries_it_again() {
    on_both(setup_with_a_bad_job, |app| async move {
        let site = site(&app);
        let (_, page) = get(&site, "bagus", "/pengelola").await;
        assert!(page.contains("Halaman tetap") && !page.contains("pekerjaan berhenti"), "{page}");
        let mut tx = app.db.begin().await.unwrap();
        jobs::enqueue(&app, &mut tx, &Letter("rahasia Sari".into())).await.unwrap();
        tx.commit().await.unwrap();
        let (_, page) = get(&site, "bagus", "/pengelola/pekerjaan").await;
        assert!(page.contains("test.letter") && page.contains("Tidak ada pekerjaan yang gagal"));
        jobs::run_due(&app).await.unwrap();
        let (_, page) = get(&site, "bagus", "/pengelola").await;
        assert!(page.contains("1 pekerjaan berhenti karena gagal"), "{page}");
        let (_, page) = get(&site, "bagus", "/pengelola/pekerjaan").await;
        assert!(page.contains("the post office is closed") && !page.contains("rahasia"), "{page}");
        let id = base::store::dead_jobs(&app.db).await.unwrap()[0].id;
        let again = format!("/pengelola/pekerjaan/{id}/coba-lagi");
        assert_eq!(post(&site, "sari", &again, "").await.0, StatusCode::FORBIDDEN);
        assert_eq!(post(&site, "bagus", &again, "").await.0, StatusCode::SEE_OTHER);
        assert_eq!(base::store::count_jobs(&app.db).await.unwrap(), (1, 0));
        assert_eq!(post(&site, "bagus", &again, "").await.0, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn the_desk_shows_each_only_what_they_may_use() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let site = site(&app);
    let (status, page) = get(&site, "ketut", "/pengelola").await;
    assert_eq!(status, StatusCode::OK);
    assert!(!page.contains("/pengelola/halaman") && !page.contains("[admin-"), "{page}");
    assert_eq!(get(&site, "sari", "/pengelola").await.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn ratna_vouches_for_a_word_and_takes_it_out_again_and_sari_may_not() {
    on_both(setup, |app| async move {
        let site = site(&app);
        assert_eq!(get(&site, "sari", "/meja/kata").await.0, StatusCode::FORBIDDEN);
        for typed in ["Begawe", "begawe", "berugak"] {
            let (status, place, notice) =
                post(&site, "ratna", "/meja/kata", &format!("word={typed}")).await;
            assert_eq!((status, place.as_str()), (StatusCode::SEE_OTHER, "/meja/kata"));
            assert_eq!(notice, "house-word-added");
        }
        assert_eq!(
            crate::words(&app.db).await.unwrap(),
            ["begawe", "berugak"].map(String::from).into()
        );
        let (status, _, page) = post(&site, "ratna", "/meja/kata", "word=dua+kata").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("value=\"dua kata\"") && page.contains("berugak"), "{page}");
        post(&site, "ratna", "/meja/kata/buang", "word=begawe&word=lain").await;
        assert_eq!(crate::words(&app.db).await.unwrap(), ["berugak".to_owned()].into());
        post(&site, "ratna", "/meja/kata", "word=begawe").await;
        assert!(crate::words(&app.db).await.unwrap().contains("begawe"));
    })
    .await;
}
