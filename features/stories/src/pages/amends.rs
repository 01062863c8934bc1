//! What the house mended and took back, for everyone: the lists of corrections and of retractions.
use crate::{
    lists,
    store::{self, CorrectionLine, RetractionLine},
};
use askama::Template;
use base::{
    feature::Key,
    ids::{EditionId, StoryId},
    web::{Answer, Frame, Visit},
};
use jiff::Timestamp;

const ON_A_PAGE: usize = 30;

#[derive(Template)]
#[template(path = "pages/corrections.html")]
pub(crate) struct CorrectionsPage {
    pub f: Frame,
    pub lines: Vec<CorrectionLine>,
    pub older: Option<Key>,
}

#[derive(Template)]
#[template(path = "pages/retractions.html")]
pub(crate) struct RetractionsPage {
    pub f: Frame,
    pub lines: Vec<RetractionLine>,
    pub older: Option<Key>,
}

/// GET /ralat
pub(crate) async fn corrections(visit: Visit) -> Answer {
    let (at, id) = before(&visit);
    let limit = i64::try_from(ON_A_PAGE + 1).unwrap_or(i64::MAX);
    let mut lines = store::corrections_before(&visit.app.db, (at, EditionId(id)), limit).await?;
    let more = lines.len() > ON_A_PAGE;
    lines.truncate(ON_A_PAGE);
    let last = lines.last().filter(|_| more);
    let older = last.map(|line| Key { at_us: line.at.as_microsecond(), id: line.edition.0 });
    let f = visit.frame(visit.words().t("corrections-heading")).await?;
    visit.page(&CorrectionsPage { f, lines, older })
}

/// GET /pencabutan
pub(crate) async fn retractions(visit: Visit) -> Answer {
    let (at, id) = before(&visit);
    let limit = i64::try_from(ON_A_PAGE + 1).unwrap_or(i64::MAX);
    let mut lines = store::retractions_before(&visit.app.db, (at, StoryId(id)), limit).await?;
    let more = lines.len() > ON_A_PAGE;
    lines.truncate(ON_A_PAGE);
    let last = lines.last().filter(|_| more);
    let older = last.map(|line| Key { at_us: line.at.as_microsecond(), id: line.story.0 });
    let f = visit.frame(visit.words().t("retractions-heading")).await?;
    visit.page(&RetractionsPage { f, lines, older })
}

/// Where the page begins.
fn before(visit: &Visit) -> (Timestamp, i64) {
    let key = visit.query_value("sebelum").and_then(|typed| Key::parse(&typed));
    let at = key.and_then(|key| Timestamp::from_microsecond(key.at_us).ok());
    (at.unwrap_or(Timestamp::MAX), key.map_or(i64::MAX, |key| key.id))
}

impl CorrectionsPage {
    fn path(&self, line: &CorrectionLine) -> String {
        lists::path(line.story, line.title.as_deref().unwrap_or_default())
    }

    fn title(&self, line: &CorrectionLine) -> String {
        line.title.clone().unwrap_or_else(|| self.f.t("story-sealed-title"))
    }
}

impl RetractionsPage {
    fn path(&self, line: &RetractionLine) -> String {
        lists::path(line.story, line.title.as_deref().unwrap_or_default())
    }

    fn title(&self, line: &RetractionLine) -> String {
        line.title.clone().unwrap_or_else(|| self.f.t("story-sealed-title"))
    }

    fn ground(&self, line: &RetractionLine) -> Option<String> {
        line.ground.map(|ground| self.f.t(&format!("retraction-ground-{ground}")))
    }
}
