//! What the house publishes as tables, on both databases.
use crate::site::Site;
use axum::http::StatusCode;

async fn every_list_is_whole(site: &Site) {
    let page = site.get("/data").await.expect(StatusCode::OK).text();
    assert!(!page.contains("[open-data-"), "a list has no name");
    let tables = site.app.features.iter().flat_map(|feature| feature.open_data);
    for table in tables {
        let path = format!("/data/{}.csv", table.name);
        assert!(page.contains(&path), "{path} is not named");
        let list = site.get(&path).await.expect(StatusCode::OK).text();
        let mut csv = csv::Reader::from_reader(list.as_bytes());
        assert_eq!(csv.headers().unwrap(), table.columns.to_vec(), "{path}");
        // The reader refuses a row that is longer or shorter than its head.
        let rows = csv.records().collect::<Result<Vec<_>, _>>();
        let rows = rows.unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(!rows.is_empty(), "{path} has no row in the demonstration");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_list_is_carried_away_whole() {
    every_list_is_whole(&Site::with_demo().await).await;
    if let Some(site) = Site::with_demo_on_postgres().await {
        every_list_is_whole(&site).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_row_of_a_list_names_the_page_that_shows_it() {
    let site = Site::with_demo().await;
    for (name, says) in [
        ("office_terms", "name"),
        ("innovation_stages", "innovation"),
        ("innovation_observations", "indicator"),
        ("programme_outcomes", "name"),
        ("activity_speakers", "name"),
        ("answers", "report"),
    ] {
        let list = site.get(&format!("/data/{name}.csv")).await.text();
        let mut csv = csv::Reader::from_reader(list.as_bytes());
        let at = csv.headers().unwrap().iter().position(|column| column == says).unwrap();
        let row = csv.records().next().unwrap().unwrap();
        let address =
            row.iter().next_back().unwrap().strip_prefix(&site.app.config.address).unwrap();
        let mut shown = site.get(address).await;
        if shown.status.is_redirection() {
            shown = site.get(shown.location.split('#').next().unwrap()).await;
        }
        let shown = shown.expect(StatusCode::OK).text();
        let text = row[at].split(['&', '"', '\'', '<']).next().unwrap().to_owned();
        assert!(shown.contains(&text), "{address} does not say {text:?} of {name}");
    }
}
