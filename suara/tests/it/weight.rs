//! The weight that a phone on a slow line has to carry, measured on what is served: gzip, headers counted.
use crate::site::{Reply, Site};
use axum::http::StatusCode;
use std::collections::BTreeSet;

/// A story of up to 1,000 words with its first ten comments, style inlined: the first window of a connection.
const STORY_BYTES_MAX: usize = 14_000;
/// A page without text and comments.
const BARE_BYTES_MAX: usize = 9 * 1024;
const FORM_BYTES_MAX: usize = 20 * 1024;

/// What goes over the line for an answer: the status line, the headers, the body.
fn served_bytes(reply: &Reply) -> usize {
    let headers: usize =
        reply.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    "HTTP/1.1 200 OK\r\n\r\n".len() + headers + reply.bytes.len()
}

fn links(html: &str, prefix: &str) -> BTreeSet<String> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| link.starts_with(prefix))
        .map(|link| link.split(['#', '?']).next().unwrap_or(link).to_owned())
        .collect()
}

async fn stories(site: &Site) -> BTreeSet<String> {
    let front = site.get("/").await.expect(StatusCode::OK).text();
    let mut found = links(&front, "/tulisan/");
    for section in links(&front, "/rubrik/") {
        found.extend(links(&site.get(&section).await.text(), "/tulisan/"));
    }
    found.into_iter().filter(|link| !link.ends_with("/edisi")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_story_fits_the_first_window_and_bare_pages_are_light() {
    let site = Site::with_demo().await;
    let stories = stories(&site).await;
    assert!(stories.len() >= 20, "only {} stories were found", stories.len());
    let mut heaviest = (0, String::new());
    for path in &stories {
        let reply = site.get_compressed(path).await.expect(StatusCode::OK);
        let bytes = served_bytes(&reply);
        assert!(bytes <= STORY_BYTES_MAX, "{path}: {bytes} bytes");
        heaviest = heaviest.max((bytes, path.clone()));
    }
    println!("the heaviest story is {} bytes: {}", heaviest.0, heaviest.1);
    for path in ["/masuk", "/pulihkan", "/tidak-ada", "/syarat?versi=999"] {
        let bytes = served_bytes(&site.get_compressed(path).await);
        assert!(bytes <= BARE_BYTES_MAX, "{path}: {bytes} bytes");
    }
    for path in ["/daftar", "/", "/laporan/baru"] {
        let bytes = served_bytes(&site.get_compressed(path).await);
        assert!(bytes <= FORM_BYTES_MAX, "{path}: {bytes} bytes");
    }
}
