//! All outlets, by area.
use super::{Badge, first_line};
use crate::{
    place,
    store::{self, OutletRow},
};
use askama::Template;
use base::{
    feature::Key,
    ids::{AreaCode, OutletId},
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    f: Frame,
    /// In the order of the official codes.
    groups: Vec<Group>,
    next: Option<Key>,
    is_first: bool,
}

/// The outlets of one kabupaten, kota or province.
struct Group {
    heading: String,
    lines: Vec<Line>,
}

struct Line {
    outlet: OutletRow,
    area: String,
    badge: Badge,
    about: Option<String>,
}

/// GET /media-komunitas
pub(crate) async fn list(visit: Visit) -> Answer {
    let after = visit.query_value("sesudah").and_then(|text| Key::parse(&text));
    let start = after.unwrap_or(Key { at_us: 0, id: 0 });
    let start = (AreaCode(start.at_us), OutletId(start.id));
    let mut rows = store::by_area(&visit.app.db, start, PER_PAGE + 1).await?;
    let more = i64::try_from(rows.len()).is_ok_and(|count| count > PER_PAGE);
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|row| Key { at_us: row.area.0, id: row.id.0 });
    let f = visit.frame(visit.words().t("outlets-heading")).await?;
    let named = |row: OutletRow| {
        let area = place::full_name(&visit.app, row.area);
        (place::heading(&visit.app, row.area), Line::of(&f, row, area))
    };
    let groups = grouped(rows.into_iter().map(named));
    visit.page(&ListPage { groups, next, is_first: after.is_none(), f })
}

fn grouped(lines: impl Iterator<Item = (String, Line)>) -> Vec<Group> {
    // The order of the codes puts all of a province's kabupaten before their kecamatan: a kabupaten comes up again.
    let mut groups: Vec<Group> = vec![];
    for (heading, line) in lines {
        match groups.iter_mut().find(|group| group.heading == heading) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group { heading, lines: vec![line] }),
        }
    }
    groups
}

impl Line {
    fn of(f: &Frame, outlet: OutletRow, area: String) -> Line {
        Line { badge: Badge::of(f, &outlet), about: first_line(&outlet), area, outlet }
    }
}

impl ListPage {
    pub(crate) fn sample(f: Frame) -> ListPage {
        let line = || Line::of(&f, OutletRow::sample(&f), "Kecamatan Muara Ketapang".into());
        let heading = "Kabupaten Tirtawana".to_owned();
        let groups = vec![Group { heading, lines: vec![line(), line()] }];
        ListPage { groups, next: Some(Key { at_us: 9901, id: 1 }), is_first: true, f }
    }

    pub(crate) fn sample_none(f: Frame) -> ListPage {
        ListPage { groups: vec![], next: None, is_first: true, f }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{languages::Languages, testing::NOW};

    #[test]
    fn a_kabupaten_is_a_heading_once_however_fine_its_outlets_areas_are() {
        let words = Languages::load().unwrap().words(base::languages::Lang::INDONESIAN);
        let f = Frame::sample(words, NOW.parse().unwrap());
        let line = |heading: &str| {
            (heading.to_owned(), Line::of(&f, OutletRow::sample(&f), String::new()))
        };
        let groups =
            grouped([line("Tirtawana"), line("Rantau Damar"), line("Tirtawana")].into_iter());
        let headings: Vec<_> = groups.iter().map(|g| (g.heading.as_str(), g.lines.len())).collect();
        assert_eq!(headings, [("Tirtawana", 2), ("Rantau Damar", 1)]);
    }
}
