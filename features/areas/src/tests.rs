//! The official list, the invented Kabupaten Tirtawana beside it, the picker, the pages.
use crate::{Areas, LocalArea, add_local, feature, picked, picker, searching};
use axum::{body::Body, http::Request};
use base::{
    app::{App, Kept},
    clock::Zone,
    ids::AreaCode,
    jiff::civil::date,
    languages::Lang,
    refusal::FieldErrors,
    subject::Subject,
    testing::{Setup, on_both, on_sqlite},
    web::{Fields, Frame, site},
};
use http_body_util::BodyExt;
use tower::ServiceExt;

const NTB: AreaCode = AreaCode(52);
const KLU: AreaCode = AreaCode(5208);
const TIRTAWANA: AreaCode = AreaCode(9901);
const TELAGA_BIRU: AreaCode = AreaCode(9_901_012_001);

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(Areas::official_only());
    Setup { features: vec![feature()], kept, ..Setup::default() }
}

fn tirtawana() -> Vec<LocalArea> {
    let area = |code: i64, kind: &str, name: &str| LocalArea {
        code: AreaCode(code),
        name: name.into(),
        kind: kind.into(),
        zone: Zone::Wita,
    };
    vec![
        area(99, "Provinsi", "Nusa Raya"),
        area(9901, "Kabupaten", "Tirtawana"),
        area(990_101, "Kecamatan", "Karang Jati"),
        area(9_901_012_001, "Desa", "Telaga Biru"),
    ]
}

async fn add_tirtawana(app: &App) {
    let mut tx = app.db.begin().await.unwrap();
    add_local(app, &mut tx, &tirtawana()).await.unwrap();
    tx.commit().await.unwrap();
}

fn names(list: &[(AreaCode, String)]) -> Vec<&str> {
    list.iter().map(|(_, name)| name.as_str()).collect()
}

#[tokio::test]
async fn an_invented_kabupaten_stands_beside_the_official_ones_also_after_a_restart() {
    on_both(setup, |app| async move {
        add_tirtawana(&app).await;
        let restarted = Areas::load(&app.db).await.unwrap();
        for areas in [app.keeper::<Areas>(), &restarted] {
            assert!(areas.exists(TIRTAWANA));
            assert_eq!(areas.name(TIRTAWANA), "Kabupaten Tirtawana");
            let above = ["Provinsi Nusa Raya", "Kabupaten Tirtawana", "Kecamatan Karang Jati"];
            assert_eq!(names(&areas.trail(TELAGA_BIRU))[..3], above);
            assert_eq!(names(&areas.children(AreaCode(99))), ["Kabupaten Tirtawana"]);
            assert!(names(&areas.provinces()).contains(&"Provinsi Nusa Raya"));
            assert_eq!(areas.zone(TELAGA_BIRU), Some(Zone::Wita));
            assert_eq!(areas.search("kabupaten tirta", 5)[0], TIRTAWANA);
            assert_eq!(areas.resolve("Tirtawana", date(2026, 11, 24)), [TIRTAWANA]);
        }
    })
    .await;
}

#[tokio::test]
async fn adding_an_area_again_corrects_its_name() {
    on_both(setup, |app| async move {
        add_tirtawana(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let renamed = LocalArea { name: "Tirtawana Raya".into(), ..tirtawana().remove(1) };
        add_local(&app, &mut tx, &[renamed]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(app.keeper::<Areas>().short_name(TIRTAWANA), "Tirtawana Raya");
        assert_eq!(Areas::load(&app.db).await.unwrap().short_name(TIRTAWANA), "Tirtawana Raya");
    })
    .await;
}

#[test]
fn the_official_list_answers_for_names_zones_and_what_lies_above() {
    let areas = Areas::official_only();
    assert_eq!(areas.name(KLU), "Kabupaten Lombok Utara");
    assert_eq!(areas.short_name(KLU), "Lombok Utara");
    assert_eq!(
        names(&areas.trail(KLU)),
        ["Provinsi Nusa Tenggara Barat", "Kabupaten Lombok Utara"]
    );
    assert_eq!(areas.children(KLU).len(), 5);
    assert_eq!(areas.zone(AreaCode(94)), Some(Zone::Wit));
    assert_eq!(areas.search("lombok utara", 3)[0], KLU);
    assert_eq!(areas.resolve("Papua Barat", date(2016, 6, 14)), [AreaCode(92), AreaCode(96)]);
    assert_eq!(areas.formers(AreaCode(96))[0].key, "papua-barat-2007");
}

#[test]
fn an_unknown_code_is_called_by_its_number_and_keeps_the_hours_around_it() {
    let areas = Areas::official_only();
    let unknown = AreaCode(5299);
    assert!(!areas.exists(unknown));
    assert_eq!((areas.name(unknown), areas.short_name(unknown)), ("52.99".into(), "52.99".into()));
    assert_eq!(areas.zone(unknown), Some(Zone::Wita));
    assert_eq!((areas.zone(AreaCode(10)), areas.zone(AreaCode(-1))), (None, None));
    assert!(areas.children(unknown).is_empty());
}

fn frame(app: &App) -> Frame {
    Frame::sample(app.words(Lang::INDONESIAN), app.now())
}

fn choices(html: &str) -> Vec<(&str, bool)> {
    let radios = html.split("type=\"radio\"").skip(1);
    let value = |radio: &'_ str| -> usize { radio.find("value=\"").unwrap() + 7 };
    radios
        .map(|radio| {
            let rest = &radio[value(radio)..];
            let tag = &radio[..radio.find('>').unwrap()];
            (&rest[..rest.find('"').unwrap()], tag.contains("checked"))
        })
        .collect()
}

#[tokio::test]
async fn the_picker_finds_keeps_the_choice_and_lets_it_go() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let f = frame(&app);
    let fine = FieldErrors::default();
    let shown =
        |pairs: &[(&str, &str)]| picker(&app, &f, "area", (&Fields::from_pairs(pairs), &fine));
    assert!(choices(&shown(&[])).is_empty());
    let kept = shown(&[("area", "52.08"), ("area_q", "bayan lombok")]);
    assert_eq!(choices(&kept)[0], ("52.08", true));
    assert_eq!(choices(&kept).last(), Some(&("", false)));
    let alone = shown(&[("area_q", "Kabupaten Lombok Utara")]);
    assert_eq!(choices(&alone)[0], ("52.08", true));
    let none = shown(&[("area_q", "zz<b>")]);
    assert!(choices(&none).is_empty() && none.contains("zz&#60;b&#62;"), "{none}");
    let answer = |code: &str| picked(&app, &Fields::from_pairs(&[("area", code)]), "area");
    assert_eq!((answer("52.08"), answer("5208")), (Some(KLU), Some(KLU)));
    assert_eq!((answer(""), answer("52.99"), answer("x")), (None, None, None));
}

#[test]
fn the_enter_key_in_another_field_is_no_search() {
    let pressed =
        |typed: &str| searching(&Fields::from_pairs(&[("act", "find-area"), ("area_q", typed)]));
    assert!(pressed("bayan") && !pressed("  "));
    assert!(!searching(&Fields::from_pairs(&[("area_q", "bayan")])));
}

async fn get(app: &App, path: &str) -> (u16, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = site(app).oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn the_list_finds_areas_of_today_and_of_once_and_names_its_source() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let (_, all) = get(&app, "/daerah").await;
    assert_eq!(all.matches("<li><a href=\"/daerah/").count(), 38);
    assert!(all.contains("ODbL 1.0") && all.contains("idn-area-data"));
    let (_, found) = get(&app, "/en/daerah?q=papua+barat").await;
    assert!(found.contains("href=\"/en/daerah/92\"") && found.contains("noindex"));
    assert!(found.contains("href=\"/en/daerah/dulu/papua-barat-2007\""), "{found}");
    let (_, many) = get(&app, "/daerah?q=jaya").await;
    assert!(many.contains("20 daerah yang paling cocok"), "{many}");
}

#[tokio::test]
async fn a_former_area_tells_its_law_its_days_and_what_became_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let (status, page) = get(&app, "/daerah/dulu/papua-barat-2007").await;
    assert_eq!(status, 200);
    for said in ["18 April 2007 sampai 8 Desember 2022", "UU 29/2022", "href=\"/daerah/96\""] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert_eq!(get(&app, "/daerah/dulu/atlantis").await.0, 404);
}

#[tokio::test]
async fn an_area_is_described_by_its_full_name_and_page() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let card = app.describe(Lang::INDONESIAN, Subject::from(KLU)).await.unwrap().unwrap();
    assert_eq!(
        (card.title.as_str(), card.path.as_str()),
        ("Kabupaten Lombok Utara", "/daerah/52.08")
    );
    let unknown = app.describe(Lang::INDONESIAN, Subject::from(AreaCode(5299))).await.unwrap();
    assert!(unknown.is_none() && app.keeper::<Areas>().exists(NTB));
}
