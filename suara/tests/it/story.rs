//! One long story on both databases: a reader writes while signed out, signs in, is shown, and is flagged.
use crate::site::Site;
use axum::http::StatusCode;

/// The address of the first link on a page that begins like this.
fn link(html: &str, begins: &str) -> String {
    let found = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut found = found.filter(|link| link.starts_with(begins));
    found.next().unwrap_or_else(|| panic!("no link {begins} on the page")).to_owned()
}

/// The value of a hidden field.
fn hidden(html: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    html.split(&mark).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn a_reader_speaks(site: Site) {
    let front = site.get("/").await.expect(StatusCode::OK).text();
    let story = link(&front, "/tulisan/");
    let page = site.get(&story).await.expect(StatusCode::OK).text();
    assert!(page.contains("Komentar ("), "the count stands beside the text");
    let subject = hidden(&page, "subject");
    let once = hidden(&page, "once");
    let written =
        [("subject", subject.as_str()), ("once", once.as_str()), ("text", "Terima kasih.")];
    let parked = site.post("/komentar", &written).await.expect(StatusCode::SEE_OTHER);
    assert!(parked.location.starts_with("/masuk?lanjut="), "{}", parked.location);
    let next = parked.location.split("lanjut=").nth(1).unwrap().split('&').next().unwrap();
    let next = next.replace("%2F", "/").replace("%3F", "?").replace("%3D", "=");
    let door =
        [("contact", "sari@suara.example"), ("password", suara::demo::PASSWORD), ("next", &next)];
    let signed_in = site.post("/masuk", &door).await.expect(StatusCode::SEE_OTHER);
    let (session, browser) = (signed_in.cookie.unwrap(), parked.cookie.unwrap());
    let elsewhere = site.with_cookie(&session);
    elsewhere.get(&signed_in.location).await.expect(StatusCode::NOT_FOUND);
    let sari = site.with_cookie(&format!("{session}; {browser}"));
    let kept = sari.get(&signed_in.location).await.expect(StatusCode::OK).text();
    assert!(kept.contains("Terima kasih."), "nothing is lost");
    sari.post("/komentar", &written).await.expect(StatusCode::SEE_OTHER);
    sari.post("/komentar", &written).await.expect(StatusCode::SEE_OTHER);
    let (count,): (i64,) = base::db::Reads::one(
        &sari.app.db,
        base::sql!("SELECT COUNT(*) FROM comments WHERE text = 'Terima kasih.'"),
        base::values![],
    )
    .await
    .unwrap();
    assert_eq!(count, 1, "double sending makes one comment");
    site.settled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_speaks_and_nothing_is_lost_on_sqlite() {
    a_reader_speaks(Site::with_demo().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_speaks_and_nothing_is_lost_on_postgresql() {
    if let Some(site) = Site::with_demo_on_postgres().await {
        a_reader_speaks(site).await;
    }
}
