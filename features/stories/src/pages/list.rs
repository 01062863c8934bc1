//! Pages that list stories: a section, a tag, an occasion, a month. Every page costs the same.
use crate::{
    front,
    lists::{self, PAGE},
    sections::Sections,
    store::{self, List},
    subjects::occasion_path,
};
use areas::Areas;
use askama::Template;
use axum::extract::Path;
use base::{
    feature::Key,
    ids::OccasionId,
    refusal::{OrNotFound, Outcome},
    subject::Card,
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    /// A word over the title.
    pub kick: Option<String>,
    pub title: String,
    pub about: Option<String>,
    /// Facts in a line: dates, place.
    pub facts: Vec<(String, Option<String>)>,
    /// The newest of a section, shown large when it has a picture: finished HTML.
    pub lead: Option<String>,
    pub cards: Vec<Card>,
    /// Whether this is not the first page.
    pub further: bool,
    pub next: Option<Key>,
}

/// GET /rubrik/{slug}
pub(crate) async fn section(visit: Visit, Path(slug): Path<String>) -> Answer {
    let sections = Sections::load(&visit.app).await?;
    let section = sections.by_slug(&slug, visit.lang).or_not_found()?;
    let mut page = ListPage::load(&visit, &section.name, (List::Section, section.id.0)).await?;
    // The page's own heading says it already.
    page.cards.iter_mut().for_each(|card| card.label = None);
    if !page.further && page.cards.first().is_some_and(|card| card.picture.is_some()) {
        let newest = page.cards.remove(0);
        let again = |card: &&mut Card| same_picture(card, &newest);
        page.cards.iter_mut().filter(again).for_each(|card| card.picture = None);
        page.lead = Some(front::large(&visit.app, &page.f, newest).await?);
    }
    let f = Frame { description: section.about.clone(), ..page.f };
    visit.page(&ListPage { f, about: section.about, ..page })
}

fn same_picture(card: &Card, other: &Card) -> bool {
    let file = |card: &Card| card.picture.as_ref().map(|picture| picture.jpeg.clone());
    file(card) == file(other)
}

/// GET /label/{tag}
pub(crate) async fn tag(visit: Visit, Path(name): Path<String>) -> Answer {
    let wanted = crate::story::tag_name(&name);
    if wanted != name {
        return visit.moved(&tag_path(&wanted));
    }
    let tag = store::tag_by_name(&visit.app.db, &name).await?.or_not_found()?;
    let page = ListPage::load(&visit, &name, (List::Tag, tag)).await?;
    visit.page(&ListPage { kick: Some(visit.words().t("tag-kick")), ..page })
}

/// A tag's address.
pub(crate) fn tag_path(name: &str) -> String {
    let name = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    format!("/label/{name}")
}

/// GET /peristiwa/{id}/{slug}
pub(crate) async fn occasion(visit: Visit, Path((id, slug)): Path<(OccasionId, String)>) -> Answer {
    let row = store::occasion(&visit.app.db, id).await?.or_not_found()?;
    if slug != crate::story::slug(&row.name) {
        return visit.moved(&occasion_path(id, &row.name));
    }
    let words = visit.words();
    let mut facts = vec![];
    if let Some(first) = row.first_date {
        let last = row.last_date.filter(|last| *last != first);
        let last = last.map(|last| format!(" – {}", words.date(last))).unwrap_or_default();
        facts.push((format!("{}{last}", words.date(first)), None));
    }
    facts.extend(row.venue.clone().map(|venue| (venue, None)));
    let areas = visit.app.keeper::<Areas>();
    facts.extend(row.area.map(|code| (areas.name(code), Some(format!("/daerah/{code}")))));
    let page = ListPage::load(&visit, &row.name, (List::Occasion, id.0)).await?;
    let kick = Some(words.t("occasion-kick"));
    let f = Frame { description: row.about.clone(), ..page.f };
    visit.page(&ListPage { f, kick, facts, about: row.about, ..page })
}

/// GET /arsip/{tahun}/{bulan}
pub(crate) async fn month(visit: Visit, Path((year, month)): Path<(i16, i8)>) -> Answer {
    let first = jiff::civil::Date::new(year, month, 1).ok().or_not_found()?;
    let title = visit.words().month_year(first);
    let key = i64::from(year) * 100 + i64::from(month);
    let page = ListPage::load(&visit, &title, (List::Month, key)).await?;
    visit.page(&ListPage { kick: Some(visit.words().t("archive-title")), ..page })
}

/// GET /arsip/tanpa-tanggal
pub(crate) async fn undated(visit: Visit) -> Answer {
    let title = visit.words().t("archive-undated");
    let page = ListPage::load(&visit, &title, (List::Month, 0)).await?;
    visit.page(&ListPage { kick: Some(visit.words().t("archive-title")), ..page })
}

impl ListPage {
    async fn load(visit: &Visit, title: &str, list: (List, i64)) -> Outcome<ListPage> {
        let before = match visit.query_value("sebelum") {
            Some(text) => Some(Key::parse(&text).or_not_found()?),
            None => None,
        };
        let mut found = lists::page(&visit.app, visit.lang, list, before, PAGE + 1).await?;
        let whole = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let more = found.len() > whole;
        found.truncate(whole);
        Ok(ListPage {
            f: visit.frame(title).await?,
            kick: None,
            title: title.to_owned(),
            about: None,
            facts: vec![],
            lead: None,
            further: before.is_some(),
            next: found.last().filter(|_| more).map(|(key, _)| *key),
            cards: found.into_iter().map(|(_, card)| card).collect(),
        })
    }
}
