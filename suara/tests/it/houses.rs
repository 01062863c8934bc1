//! Houses that leave features off: gone from menus, pages, links and open data, while the owner's copy keeps all.
use crate::{
    data::Data,
    site::Site,
    walk::{Met, Walk, route_of},
};
use axum::http::StatusCode;
use base::{
    config::{Choices, Config},
    feature::Method,
};

/// What an operator may switch off; what speaks of public bodies goes with them.
const OPTIONAL: [&str; 14] = [
    "outlets",
    "agencies",
    "comments",
    "stories",
    "reports",
    "programmes",
    "innovations",
    "surveys",
    "replies",
    "tips",
    "informants",
    "reporters",
    "moderation",
    "portability",
];

fn off(name: &str) -> Vec<String> {
    let names: &[&str] = match name {
        "agencies" => &["agencies", "reports", "programmes", "innovations", "surveys"],
        other => &[other],
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

const OF_A_SHAPE: usize = 3;

fn config(choices: Choices) -> Config {
    choices.settle().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_off_is_gone_from_every_page_and_no_link_leads_nowhere() {
    let (data, _) = Data::on_sqlite().await;
    for name in OPTIONAL {
        let app = data.open(Choices { off: Some(off(name)), ..Choices::default() }).await;
        assert!(
            app.features.iter().all(|feature| !off(name).iter().any(|off| off == feature.name))
        );
        let site = Site::on(app);
        let met = Walk { site: &site, of_a_shape: OF_A_SHAPE, always: &[] }.go([]).await;
        assert!(met.len() > 15, "without {name} only {} pages were found", met.len());
        for (path, Met { from, reply }) in met {
            let status = reply.status;
            let fine = status.is_success() || status.is_redirection();
            // An address that only takes forms answers 404 to a reader; its page was the one to look at.
            let root = path.strip_prefix("/en").unwrap_or(&path);
            let is_form = route_of(&site.app, Method::Post, root).is_some();
            let is_form = is_form && status == StatusCode::NOT_FOUND;
            assert!(fine || is_form, "without {name}: {from} leads to {path}: {status}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn open_data_holds_only_what_is_on() {
    let (data, _) = Data::on_sqlite().await;
    let everything = Site::on(data.open(Choices::default()).await);
    let page = everything.get("/data").await.expect(StatusCode::OK).text();
    assert!(page.contains("/data/reports.csv") && page.contains("/data/agencies.csv"));
    let list = everything.get("/data/agencies.csv").await.expect(StatusCode::OK).text();
    assert!(list.lines().count() > 5, "{list}");
    let without = Choices { off: Some(off("reports")), ..Choices::default() };
    let without = Site::on(data.open(without).await);
    assert!(!without.get("/data").await.text().contains("reports.csv"));
    without.get("/data/reports.csv").await.expect(StatusCode::NOT_FOUND);
    without.get("/laporan").await.expect(StatusCode::NOT_FOUND);
    // The owner's copy is made of tables, not of features: it keeps what is off.
    let tables = without.app.db.tables().await.unwrap();
    assert!(tables.iter().any(|table| table == "reports"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_public_body_s_house_has_no_newsroom_and_a_shared_house_has_a_charter() {
    let (data, _) = Data::on_sqlite().await;
    let house = |house: &str| Choices { house: Some(house.into()), ..Choices::default() };
    let body = Site::on(data.open(house("instansi")).await);
    body.get("/").await.expect(StatusCode::OK);
    body.get("/rubrik/berita").await.expect(StatusCode::NOT_FOUND);
    body.get("/piagam").await.expect(StatusCode::NOT_FOUND);
    body.get("/kabar").await.expect(StatusCode::NOT_FOUND);
    let wanted = Choices { on: Some(vec!["stories".into()]), ..house("instansi") };
    Site::on(data.open(wanted).await).get("/rubrik/berita").await.expect(StatusCode::OK);
    let shared = Site::on(data.open(house("rumah-bersama")).await);
    assert!(shared.get("/").await.text().contains("href=\"/piagam\""));
    shared.get("/piagam").await.expect(StatusCode::OK);
}

#[test]
fn what_a_house_needs_cannot_be_off_and_mistakes_are_told_in_a_sentence() {
    let told = |off: &[&str]| {
        let names = off.iter().map(|name| (*name).to_owned()).collect();
        let choices = Choices { off: Some(names), ..Choices::default() };
        match suara::features::choose(&config(choices)) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    };
    assert_eq!(told(&["people"]), "people cannot be off: every house needs it");
    assert!(told(&["komentar"]).starts_with("there is no feature \"komentar\"; there are areas, "));
    assert_eq!(
        told(&["agencies"]),
        "reports speaks of public bodies and cannot be on while agencies is off"
    );
    assert_eq!(told(&["stories", "comments"]), "");
}
