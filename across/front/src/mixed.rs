//! One page of the public things of all features, newest first. Every page costs the same.
use base::{
    feature::{Asked, By, Key},
    refusal::{OrNotFound, Outcome},
    subject::Card,
    web::Visit,
};

/// Cards of one page.
const PAGE: usize = 20;

#[derive(Default)]
pub(crate) struct MixedList {
    pub cards: Vec<Card>,
    /// Whether this is not the first page.
    pub further: bool,
    pub next: Option<Key>,
}

impl MixedList {
    /// The page that the address asks for with `?sebelum=KEY`.
    pub async fn load(visit: &Visit, by: By) -> Outcome<MixedList> {
        let before = match visit.query_value("sebelum") {
            Some(text) => Some(Key::parse(&text).or_not_found()?),
            None => None,
        };
        // One more than a page holds tells whether there is a next one.
        let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
        let asked = Asked { lang: visit.lang, by, before, limit };
        let mut found = visit.app.list(asked).await?;
        let more = found.len() > PAGE;
        found.truncate(PAGE);
        Ok(MixedList {
            further: before.is_some(),
            next: found.last().filter(|_| more).map(|(key, _)| *key),
            cards: found.into_iter().map(|(_, card)| card).collect(),
        })
    }
}
