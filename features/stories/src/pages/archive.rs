//! The archive: years and months with how many stories each has.
use crate::store;
use askama::Template;
use base::web::{Answer, Frame, Visit};
use jiff::civil::Date;

#[derive(Template)]
#[template(path = "pages/archive.html")]
pub(crate) struct ArchivePage {
    pub f: Frame,
    pub years: Vec<Year>,
    /// Stories whose date nobody knows.
    pub undated: i64,
}

pub(crate) struct Year {
    pub year: i64,
    pub months: Vec<Month>,
}

pub(crate) struct Month {
    pub name: String,
    pub path: String,
    pub count: i64,
}

/// GET /arsip
pub(crate) async fn show(visit: Visit) -> Answer {
    let months = store::months(&visit.app.db).await?;
    let f = visit.frame(visit.words().t("archive-title")).await?;
    visit.page(&ArchivePage::of(f, &months))
}

impl ArchivePage {
    pub(crate) fn of(f: Frame, months: &[(i64, i64)]) -> ArchivePage {
        let mut years: Vec<Year> = vec![];
        for (key, count) in months.iter().filter(|(key, _)| *key > 0) {
            let (year, month) = (key / 100, key % 100);
            if years.last().is_none_or(|last| last.year != year) {
                years.push(Year { year, months: vec![] });
            }
            let date = i16::try_from(year).ok().zip(i8::try_from(month).ok());
            let Some(date) = date.and_then(|(y, m)| Date::new(y, m, 1).ok()) else { continue };
            if let Some(last) = years.last_mut() {
                let name = f.words.month_year(date);
                let path = format!("/arsip/{year}/{month:02}");
                last.months.push(Month { name, path, count: *count });
            }
        }
        let undated = months.iter().find(|(key, _)| *key == 0).map_or(0, |(_, count)| *count);
        ArchivePage { f, years, undated }
    }
}
