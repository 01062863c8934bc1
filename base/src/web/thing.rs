//! Where someone goes on whose request came too late: the page of the thing that it was about, not the front page.
use super::Visit;
use crate::{
    feature::{Method, Route},
    subject::Subject,
};
use anyhow::Result;

/// The last part of a route that names a deed and no thing: its page stands only while the deed is open.
const DEED: &str = "{deed}";

/// From the root, without language: the subject that the address names, else the nearest page above the address that
/// the visitor may read.
pub(super) async fn page_of(visit: &Visit) -> Result<Option<String>> {
    let parts: Vec<&str> = visit.path.split('/').filter(|part| !part.is_empty()).collect();
    for subject in parts.iter().filter_map(|part| Subject::parse(part)) {
        let card = visit.app.describe(visit.lang, subject).await?;
        if let Some(card) = card.filter(|card| card.public) {
            return Ok(Some(card.path));
        }
    }
    Ok((1..=parts.len()).rev().map(|count| &parts[..count]).find_map(|parts| page(visit, parts)))
}

fn page(visit: &Visit, parts: &[&str]) -> Option<String> {
    let routes = visit.app.features.iter().flat_map(|feature| &feature.routes);
    let mut pages = routes.filter(|route| route.method == Method::Get && matches(route, parts));
    let route = pages.find(|route| route.who.lets_in(&visit.visitor))?;
    let last = route.path.rsplit('/').next().unwrap_or_default();
    let path = format!("/{}", parts.join("/"));
    let form = path == visit.path && !last.starts_with('{');
    (!form && last != DEED).then_some(path)
}

fn matches(route: &Route, parts: &[&str]) -> bool {
    let named: Vec<&str> = route.path.split('/').filter(|part| !part.is_empty()).collect();
    named.len() == parts.len()
        && named.iter().zip(parts).all(|(name, part)| name.starts_with('{') || name == part)
}
