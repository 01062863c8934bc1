//! Which lists a story stands in, and cards of the stories of a list.
use crate::{
    sections::Sections,
    store::{self, CardRow, List, StoryRow},
    story::{Byline, NewStory, slug},
};
use anyhow::Result;
use areas::Areas;
use base::{
    app::App,
    clock::Zone,
    feature::Key,
    ids::{AreaCode, OccasionId, OutletId, PersonId, PictureId, SectionId, StoryId},
    languages::{Lang, Words},
    subject::{Card, Kind},
};
use jiff::Timestamp;
use std::collections::{BTreeSet, HashMap};

/// What decides in which lists a story stands.
pub struct Places {
    section: SectionId,
    areas: BTreeSet<AreaCode>,
    outlet: Option<OutletId>,
    persons: Vec<PersonId>,
    tags: Vec<i64>,
    occasion: Option<OccasionId>,
    /// 201606; 0 when the date of posting is not known.
    month: i64,
}

impl Places {
    pub fn of_new(areas: &Areas, new: &NewStory, tags: Vec<i64>, house: Zone) -> Places {
        let persons = new.bylines.iter().filter_map(|byline| match byline {
            Byline::Person(id) => Some(*id),
            Byline::Name(_) => None,
        });
        let codes = new.about.iter().copied().chain(new.written_from).chain(new.happened_at);
        Places {
            section: new.section,
            areas: codes.flat_map(AreaCode::with_ancestors).collect(),
            outlet: new.outlet,
            persons: persons.collect(),
            tags,
            occasion: new.occasion,
            month: month(new.posted_at, zone_of(areas, new.written_from, house)),
        }
    }

    pub fn of_row(
        areas: &Areas,
        row: &StoryRow,
        (about, persons, tags): (Vec<AreaCode>, Vec<PersonId>, Vec<i64>),
        house: Zone,
    ) -> Places {
        let codes = about.into_iter().chain(row.written_from).chain(row.happened_at);
        Places {
            section: row.section,
            areas: codes.flat_map(AreaCode::with_ancestors).collect(),
            outlet: row.outlet,
            persons,
            tags,
            occasion: row.occasion,
            month: month(row.posted_at, zone_of(areas, row.written_from, house)),
        }
    }

    /// Each list with its key.
    pub fn lists(&self) -> Vec<(List, i64)> {
        let mut lists =
            vec![(List::House, 0), (List::Section, self.section.0), (List::Month, self.month)];
        lists.extend(self.areas.iter().map(|area| (List::Area, area.0)));
        lists.extend(self.outlet.map(|outlet| (List::Outlet, outlet.0)));
        lists.extend(self.persons.iter().map(|person| (List::Person, person.0)));
        lists.extend(self.tags.iter().map(|tag| (List::Tag, *tag)));
        lists.extend(self.occasion.map(|occasion| (List::Occasion, occasion.0)));
        lists
    }
}

/// The clocks of the area that a story was written from, else the house's.
pub fn zone_of(areas: &Areas, written_from: Option<AreaCode>, house: Zone) -> Zone {
    written_from.and_then(|code| areas.zone(code)).unwrap_or(house)
}

fn month(posted_at: Option<Timestamp>, zone: Zone) -> i64 {
    posted_at.map_or(0, |at| {
        let date = zone.date(at);
        i64::from(date.year()) * 100 + i64::from(date.month())
    })
}

/// Cards of one page.
pub const PAGE: i64 = 20;

/// A page of a list: cards with their keys, newest first.
pub async fn page(
    app: &App,
    lang: Lang,
    list: (List, i64),
    before: Option<Key>,
    limit: i64,
) -> Result<Vec<(Key, Card)>> {
    let before = before.map_or((i64::MAX, i64::MAX), |key| (key.at_us, key.id));
    let rows = store::page_of_list(&app.db, list, before, limit).await?;
    cards(app, lang, rows).await
}

/// Cards of several stories at once, in the order of the rows.
pub async fn cards(app: &App, lang: Lang, rows: Vec<CardRow>) -> Result<Vec<(Key, Card)>> {
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let ids: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
    let sections = Sections::load(app).await?.in_language(lang);
    let names = byline_names(app, &ids).await?;
    let first: HashMap<StoryId, PictureId> =
        store::first_pictures(&app.db, &ids).await?.into_iter().collect();
    let pictures: Vec<PictureId> = first.values().copied().collect();
    let thumbnails = media::thumbnails(&app.db, &pictures).await?;
    let counts = comments::counts(&app.db, Kind::Story, &ids).await?;
    let takes_comments = comments::are_on(app);
    let areas = app.keeper::<Areas>();
    let cards = rows.into_iter().map(|row| {
        let key = Key { at_us: row.listed_at.as_microsecond(), id: row.id.0 };
        let section = sections.iter().find(|section| section.id == row.section);
        let names = names.get(&row.id).map(|names| names.as_slice()).unwrap_or_default();
        let byline = join(names, &app.words(lang));
        let picture = first.get(&row.id).and_then(|id| thumbnails.get(id)).cloned();
        let public = row.shown && row.status == crate::story::Status::Published;
        let title = row.title.unwrap_or_else(|| app.words(lang).t("story-sealed-title"));
        let card = Card {
            lang: Some(row.lang),
            deck: row.deck,
            label: section.map(|section| (section.name.clone(), section.path())),
            byline,
            dateline: row.written_from.map(|code| areas.short_name(code)),
            at: row.posted_at,
            area: row.written_from,
            comments: takes_comments.then(|| counts.get(&row.id.0).copied().unwrap_or(0)),
            picture,
            public,
            ..Card::named(row.id.into(), title.clone(), path_if(row.shown, row.id, &title))
        };
        (key, card)
    });
    Ok(cards.collect())
}

/// A story's address.
pub fn path(id: StoryId, title: &str) -> String {
    format!("/tulisan/{id}/{}", slug(title))
}

/// The same; of one that is hidden, without the title.
pub fn path_if(shown: bool, id: StoryId, title: &str) -> String {
    if shown { path(id, title) } else { format!("/tulisan/{id}") }
}

/// The names under each story, with the account where there is one.
pub async fn byline_names(
    app: &App,
    ids: &[i64],
) -> Result<HashMap<StoryId, Vec<(Option<PersonId>, String)>>> {
    let rows = store::bylines(&app.db, ids).await?;
    let persons: Vec<PersonId> = rows.iter().filter_map(|row| row.person).collect();
    let names = people::names(&app.db, &persons).await?;
    let mut found: HashMap<StoryId, Vec<(Option<PersonId>, String)>> = HashMap::new();
    for row in rows {
        let known = row.person.and_then(|person| names.get(&person).cloned());
        if let Some(name) = known.or(row.name) {
            found.entry(row.story).or_default().push((row.person, name));
        }
    }
    Ok(found)
}

/// "Sari, Baso, dan Nadia".
pub fn join(names: &[(Option<PersonId>, String)], words: &Words) -> Option<String> {
    let names: Vec<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
    words.list(&names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_is_that_of_the_clocks_where_it_was_written() {
        let at = "2016-06-30T16:30:00Z".parse().unwrap();
        assert_eq!(month(Some(at), Zone::Wib), 201606);
        assert_eq!(month(Some(at), Zone::Wita), 201607);
        assert_eq!(month(None, Zone::Wita), 0);
    }
}
