//! What anyone reads: who is active, and whether a card is valid today.
use super::view::ReporterView;
use crate::{
    reporter::{NUMBER, Reporter, State},
    store,
};
use askama::Template;
use axum::extract::Path;
use base::{
    cases,
    feature::Key,
    ids::{AreaCode, PersonId},
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};

const ON_A_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    pub reporters: Vec<ReporterView>,
    pub next: Option<Key>,
    /// A number that nobody has, as it was typed.
    pub unknown: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/card.html")]
pub(crate) struct CardPage {
    pub f: Frame,
    pub shown: ReporterView,
    pub number: String,
}

/// GET /pewarta
pub(crate) async fn list(visit: Visit) -> Answer {
    let after = visit.query_value("sesudah").and_then(|text| Key::parse(&text));
    let after =
        after.map_or((AreaCode(0), PersonId(0)), |key| (AreaCode(key.at_us), PersonId(key.id)));
    let found = store::in_state(&visit.app.db, State::Active, after, ON_A_PAGE).await?;
    let full = i64::try_from(found.len()).is_ok_and(|count| count == ON_A_PAGE);
    let key = |last: &Reporter| Key { at_us: last.area.0, id: last.person.0 };
    let next = found.last().filter(|_| full).map(key);
    let f = visit.frame(visit.words().t("reporters-heading")).await?;
    let reporters = ReporterView::all(&visit.app, found).await?;
    let unknown = visit.query_value("nomor").filter(|typed| !typed.trim().is_empty());
    visit.page(&ListPage { f, reporters, next, unknown })
}

/// GET /kartu
pub(crate) async fn find(visit: Visit) -> Answer {
    let typed = visit.query_value("nomor").unwrap_or_default();
    let number = cases::read_number(NUMBER, &typed);
    let found = match &number {
        Some(number) => store::by_number(&visit.app.db, number).await?,
        None => None,
    };
    match (number, found) {
        (Some(number), Some(_)) => visit.go(&Reporter::path(&number)),
        _ => visit.go(&format!("/pewarta?nomor={}", cases::code_in_address(&typed))),
    }
}

/// GET /kartu/{number}
pub(crate) async fn card(visit: Visit, Path(typed): Path<String>) -> Answer {
    let number = cases::read_number(NUMBER, &typed).or_not_found()?;
    let reporter = store::by_number(&visit.app.db, &number).await?.or_not_found()?;
    if number != typed {
        return visit.moved(&Reporter::path(&number));
    }
    let shown = ReporterView::one(&visit.app, reporter).await?;
    let f = visit.frame(visit.words().with("reporter-card-of", "name", &shown.name)).await?;
    visit.page(&CardPage { f, shown, number })
}

impl CardPage {
    fn is_valid(&self) -> bool {
        self.shown.reporter.state == State::Active
    }

    /// Since when it is valid no more.
    fn since(&self) -> String {
        let day = self.f.zone.date(self.shown.reporter.state_at);
        let day = self.f.words.day_month_year(day);
        self.f.with(&format!("reporter-invalid-{}", self.shown.reporter.state), "day", &day)
    }
}
