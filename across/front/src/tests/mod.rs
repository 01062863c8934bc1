//! The mixed pages over features that are invented here: a list of forty-five stories and two blocks.
mod chain;
mod desks;

use crate::feature;
use areas::Areas;
use axum::{
    body::Body,
    http::{HeaderMap, Request},
};
use base::{
    app::{App, Kept},
    feature::{Asked, Block, BlockPlace, By, Feature, Key, Listing, Page, Route, Who},
    ids::{AgencyId, AreaCode, PersonId, SessionId},
    subject::{Card, Kind, Subject},
    testing::{Setup, on_both, on_sqlite},
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::site,
};
use http_body_util::BodyExt;
use people::{NewPerson, add_person};
use std::collections::BTreeSet;
use tower::ServiceExt;

/// A page without text and comments, over the line.
const BARE_BYTES_MAX: usize = 9 * 1024;
const STORIES: i64 = 45;

/// Everything of this house happened in Kabupaten Lombok Utara.
fn is_of(by: &By) -> bool {
    match by {
        By::Area(code) => AreaCode(5208).within(*code),
        By::House | By::Person(_) => true,
        By::Outlet(_) | By::Agency(_) | By::Tag(_) | By::Subject(_) => false,
    }
}

/// Two stories share each moment, so that only the id tells them apart.
fn stories(asked: &Asked) -> Page {
    let all = (1..=STORIES).rev().filter(|_| is_of(&asked.by)).map(|id| {
        let key = Key { at_us: 1_000_000 * (id / 2), id };
        let subject = Subject::new(Kind::Story, id);
        let mut card =
            Card::named(subject, format!("Tulisan nomor {id}"), format!("/tulisan/{id}"));
        card.byline = Some("Sari W.".into());
        (key, card)
    });
    let older = all.filter(|(key, _)| asked.before.is_none_or(|before| *key < before));
    older.take(usize::try_from(asked.limit).unwrap()).collect()
}

fn full() -> Feature {
    let page = |_: &_, asked| -> base::feature::Later<'_, Page> {
        Box::pin(async move { Ok(stories(&asked)) })
    };
    Feature {
        listing: Some(Listing { page }),
        blocks: Some(|_, _, by| {
            let html = |text: &str| format!("<section class=\"block\"><h2>{text}</h2></section>\n");
            let block = |weight, place, text: &str| Block { weight, place, html: html(text) };
            let blocks = match by {
                By::House => vec![
                    block(50, BlockPlace::Aside, "Komentar terbaru"),
                    block(20, BlockPlace::Main, "Kesehatan"),
                    block(10, BlockPlace::Main, "Berita"),
                ],
                By::Area(_) => vec![block(10, BlockPlace::Aside, "Radio di sini")],
                _ => vec![],
            };
            Box::pin(async move { Ok(blocks) })
        }),
        ..Feature::named("contoh")
    }
}

async fn nothing() -> &'static str {
    ""
}

/// A feature with one desk and a form, which puts on the front page what nobody should see before the first story.
fn empty() -> Feature {
    let routes = vec![
        Route::get("/pengelola/rubrik", Who::Any(&[Role::Administrator]), nothing),
        Route::get("/tulisan/baru", Who::Member, nothing),
    ];
    let listing = Listing { page: |_, _| Box::pin(async { Ok(vec![]) }) };
    Feature { routes, listing: Some(listing), ..full() }
}

/// The body that Marlina speaks for.
const ROADS: AgencyId = AgencyId(7);

fn setup(other: Feature) -> Setup {
    let mut kept = Kept::default();
    kept.put(Areas::official_only());
    Setup {
        features: vec![people::feature(), other, feature()],
        kept,
        identify: |_, token| {
            let grants = match token {
                "marlina" => vec![Grant { role: Role::Officer, scope: Scope::Agency(ROADS) }],
                "sari" => vec![],
                _ => vec![Grant { role: Role::Administrator, scope: Scope::House }],
            };
            let signed_in = ["ratna", "marlina", "sari"].contains(&token).then(|| SignedIn {
                id: PersonId(1),
                session: SessionId(1),
                name: "Ratna Kusuma".into(),
                zone: None,
                grants,
            });
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

async fn on_one(other: Feature) -> (tempfile::TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup(other)).await;
    (folder, app)
}

async fn ask(app: &App, path: &str, header: (&str, &str)) -> (u16, HeaderMap, Vec<u8>) {
    let request = Request::get(path).header(header.0, header.1).body(Body::empty()).unwrap();
    let response = site(app).oneshot(request).await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    (status, headers, response.into_body().collect().await.unwrap().to_bytes().to_vec())
}

async fn get_as(app: &App, who: &str, path: &str) -> String {
    let (status, _, body) = ask(app, path, ("cookie", &format!("sesi={who}"))).await;
    assert_eq!(status, 200, "{path}");
    String::from_utf8(body).unwrap()
}

async fn get(app: &App, path: &str) -> String {
    get_as(app, "", path).await
}

async fn status(app: &App, path: &str) -> u16 {
    ask(app, path, ("accept", "text/html")).await.0
}

/// What stands in `<main>`, a line for each line of the page, without tags.
fn main_text(html: &str) -> String {
    let main = html.split_once("<main").unwrap().1.split_once('>').unwrap().1;
    let main = main.split_once("</main>").unwrap().0;
    let mut text = String::new();
    for piece in main.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
        text.push(' ');
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn the_front_page_shows_what_features_put_there_in_their_order() {
    let (_folder, app) = on_one(full()).await;
    let page = get(&app, "/").await;
    insta::assert_snapshot!(main_text(&page), @r"
    Suara Tirtawana
    Berita
    Komentar terbaru
    Kabar dari daerah Anda
    Nama daerah
    Cari daerah
    Kesehatan
    ");
    assert!(page.contains("<title>Suara Tirtawana</title>"), "{page}");
    assert!(page.contains("<form action=\"/daerah\">"), "{page}");
}

#[tokio::test]
async fn an_empty_house_invites_its_first_reader_to_write() {
    let (_folder, app) = on_one(empty()).await;
    insta::assert_snapshot!(main_text(&get(&app, "/").await), @r"
    Suara Tirtawana
    Suara Tirtawana baru dibuka
    Belum ada tulisan di sini. Kabar pertama dapat datang dari Anda: apa yang terjadi di kampung Anda, apa yang rusak, apa yang berhasil.
    Kirim tulisan Daftar Baca pedoman
    Komentar terbaru
    Kabar dari daerah Anda
    Nama daerah
    Cari daerah
    ");
    insta::assert_snapshot!(main_text(&get(&app, "/en/").await), @r"
    Suara Tirtawana
    Suara Tirtawana has just opened
    There are no stories here yet. The first can come from you: what happened in your village, what is broken, what worked.
    Send a story Sign up Read the guidelines
    Komentar terbaru
    News from your area
    Name of the area
    Find area
    ");
}

#[tokio::test]
async fn an_administrator_of_an_empty_house_is_told_what_to_do_first_where_it_can_be_done() {
    let (_folder, app) = on_one(empty()).await;
    let page = get_as(&app, "ratna", "/").await;
    insta::assert_snapshot!(main_text(&page), @r"
    Suara Tirtawana
    Suara Tirtawana siap diisi
    Pembaca belum melihat tulisan apa pun. Mulailah dari sini:
    Atur rubrik . Rubrik adalah bagian-bagian koran ini, misalnya Berita atau Kesehatan.
    Tunjuk orang . Beri peran kepada pewarta, penyunting, dan moderator yang sudah mendaftar.
    Punya arsip tulisan lama? Di komputer server, jalankan: suara import stories BERKAS.jsonl
    Komentar terbaru
    Kabar dari daerah Anda
    Nama daerah
    Cari daerah
    ");
    for path in ["/pengelola/rubrik", "/pengelola/orang"] {
        assert!(page.contains(&format!("href=\"{path}\"")), "{path}: {page}");
    }
    assert!(!page.contains("/pengelola/media"), "no feature of this house answers there");
}

#[tokio::test]
async fn an_area_says_where_it_lies_what_lies_in_it_and_what_is_new() {
    let (_folder, app) = on_one(full()).await;
    let page = get(&app, "/daerah/52.08").await;
    let text = main_text(&page);
    let shortened: Vec<&str> =
        text.lines().filter(|line| !line.starts_with("Tulisan nomor 3")).collect();
    insta::assert_snapshot!(shortened.join("\n"), @r"
    Indonesia
    Provinsi Nusa Tenggara Barat
    Kabupaten Lombok Utara
    Kabupaten Lombok Utara
    Kabupaten · Kode 52.08 · Waktu setempat WITA
    Kabar terbaru
    Tulisan nomor 45 Oleh Sari W.
    Tulisan nomor 44 Oleh Sari W.
    Tulisan nomor 43 Oleh Sari W.
    Tulisan nomor 42 Oleh Sari W.
    Tulisan nomor 41 Oleh Sari W.
    Tulisan nomor 40 Oleh Sari W.
    Tulisan nomor 29 Oleh Sari W.
    Tulisan nomor 28 Oleh Sari W.
    Tulisan nomor 27 Oleh Sari W.
    Tulisan nomor 26 Oleh Sari W.
    Lebih lama
    Di dalamnya
    Kecamatan Bayan
    Kecamatan Gangga
    Kecamatan Kayangan
    Kecamatan Pemenang
    Kecamatan Tanjung
    Radio di sini
    Dulu di sini
    Kabupaten Lombok Barat Sampai 21 Juli 2008
    Kode dan nama daerah: Kepmendagri 300.2.2-2138 Tahun 2025, dari idn-area-data © 2023 Fityan dan para kontributor, lisensi ODbL 1.0 .
    ");
    let words =
        "Tulisan dan kabar warga dari Kabupaten Lombok Utara, Provinsi Nusa Tenggara Barat.";
    assert!(page.contains(&format!("<meta name=\"description\" content=\"{words}\">")), "{page}");
    assert!(page.contains("<title>Kabupaten Lombok Utara - Suara Tirtawana</title>"));
}

#[tokio::test]
async fn an_area_without_news_leads_to_the_wider_one() {
    let (_folder, app) = on_one(full()).await;
    let page = get(&app, "/en/daerah/52.01").await;
    assert!(page.contains("There are no stories from Kabupaten Lombok Barat yet."), "{page}");
    assert!(page.contains("<a class=\"btn alt\" href=\"/en/daerah/52\">"), "{page}");
    let province = get(&app, "/daerah/31").await;
    assert!(province.contains("<a class=\"btn alt\" href=\"/daerah\">"), "{province}");
}

#[tokio::test]
async fn an_area_has_one_address_and_what_is_no_area_has_none() {
    let (_folder, app) = on_one(full()).await;
    let (moved, headers, _) = ask(&app, "/en/daerah/5208", ("accept", "text/html")).await;
    assert_eq!((moved, headers["location"].to_str().unwrap()), (301, "/en/daerah/52.08"));
    for path in ["/daerah/52.99", "/daerah/apa", "/daerah/0", "/daerah/52.08?sebelum=kemarin"] {
        assert_eq!(status(&app, path).await, 404, "{path}");
    }
}

/// The number in each card of a page, and the address of the next page.
fn numbers(page: &str) -> (Vec<i64>, Option<String>) {
    let found = page.split(">Tulisan nomor ").skip(1);
    let numbers = found.map(|rest| rest.split('<').next().unwrap().parse().unwrap());
    let next = page.split_once("rel=\"next\" href=\"").map(|(_, rest)| rest);
    (numbers.collect(), next.map(|rest| rest.split('"').next().unwrap().to_owned()))
}

#[tokio::test]
async fn page_after_page_every_story_comes_once_newest_first() {
    let (_folder, app) = on_one(full()).await;
    for first in ["/daerah/52.08", "/en/daerah/52"] {
        let (mut path, mut seen, mut pages) = (Some(first.to_owned()), vec![], 0);
        while let Some(here) = path {
            let page = get(&app, &here).await;
            assert_eq!(page.contains("rel=\"prev\""), pages > 0, "{here}");
            let (found, next) = numbers(&page);
            seen.extend(found);
            (path, pages) = (next, pages + 1);
        }
        assert_eq!((pages, seen), (3, (1..=STORIES).rev().collect::<Vec<_>>()), "{first}");
    }
}

async fn add_sari(app: &App, about: Option<&str>) -> PersonId {
    let sari = NewPerson {
        name: "Sari Wulandari".into(),
        pen_name: Some("Sari W.".into()),
        about: about.map(str::to_owned),
        email: Some("sari@suara.example".into()),
        minor: false,
        area: Some(AreaCode(5_208_012_001)),
        joined_at: app.now(),
    };
    let mut tx = app.db.begin().await.unwrap();
    let id = add_person(app, &mut tx, sari, None).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_person_is_known_by_the_pen_name_and_the_wide_area_only() {
    let test = |app: App| async move {
        let id = add_sari(&app, Some("Pewarta sejak gempa.\n\n<b>Kopi</b>")).await;
        let page = get(&app, &format!("/pewarta/{id}")).await;
        let text = main_text(&page);
        let head: Vec<&str> = text.lines().take(4).collect();
        insta::allow_duplicates! {
            insta::assert_snapshot!(head.join("\n"), @r"
            Sari W.
            Kabupaten Lombok Utara · Bergabung sejak November 2026
            Pewarta sejak gempa.
            &#60;b&#62;Kopi&#60;/b&#62;
            ");
        }
        assert_eq!(numbers(&page).0.len(), 20);
        for secret in ["Wulandari", "sari@", "52.08.01", "<b>Kopi", "noindex", "/akun/profil"] {
            assert!(!page.contains(secret), "{secret}: {page}");
        }
        assert_eq!(status(&app, "/pewarta/0000000000000").await, 404);
    };
    on_both(|| setup(full()), test).await;
}

#[tokio::test]
async fn who_published_nothing_is_not_for_search_engines() {
    let (_folder, app) = on_one(empty()).await;
    let id = add_sari(&app, None).await;
    let page = get(&app, &format!("/en/pewarta/{id}")).await;
    assert!(page.contains("content=\"noindex\""), "{page}");
    assert!(page.contains("Sari W. has not published a story yet."), "{page}");
}

/// Status line, headers and body as they go over the line.
async fn bytes_served(app: &App, path: &str) -> usize {
    let (status, headers, body) = ask(app, path, ("accept-encoding", "gzip")).await;
    assert_eq!((status, headers["content-encoding"].to_str().unwrap()), (200, "gzip"), "{path}");
    let lines = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4);
    "HTTP/1.1 200 OK\r\n\r\n".len() + lines.sum::<usize>() + body.len()
}

/// The addresses of the front page and of the areas with the longest lists, one of each level.
fn heaviest(areas: &Areas) -> BTreeSet<String> {
    let inside = |codes: &[AreaCode]| -> Vec<AreaCode> {
        codes.iter().flat_map(|code| areas.children(*code)).map(|(code, _)| code).collect()
    };
    let provinces: Vec<AreaCode> = areas.provinces().into_iter().map(|(code, _)| code).collect();
    let regencies = inside(&provinces);
    let mut paths = BTreeSet::from(["/".to_owned()]);
    for level in [&provinces, &regencies, &inside(&regencies)] {
        let fullest = level.iter().max_by_key(|code| areas.children(**code).len());
        paths.extend(fullest.map(|code| format!("/daerah/{code}")));
    }
    paths
}

#[tokio::test]
async fn pages_without_text_are_light() {
    let (_folder, app) = on_one(empty()).await;
    let paths = heaviest(app.keeper());
    assert_eq!(paths.len(), 4, "{paths:?}");
    for path in &paths {
        let bytes = bytes_served(&app, path).await;
        println!("{path}: {bytes} bytes");
        assert!(bytes <= BARE_BYTES_MAX, "{path}: {bytes} bytes");
    }
}
