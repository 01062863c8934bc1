//! The records that a keeper is named on, closed.
use super::{attribution_key, titled};
use crate::{
    actions,
    informant::{About, Row},
    store,
};
use askama::Template;
use base::{
    attribution::Attribution,
    jiff::civil::Date,
    refusal::{FieldErrors, Outcome},
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    pub records: Vec<ClosedView>,
}

/// A record, closed; `about` is `None` when it was erased.
pub(crate) struct ClosedView {
    pub row: Row,
    pub about: Option<About>,
    pub today: Date,
}

impl ClosedView {
    pub fn of(visit: &Visit, row: Row) -> Outcome<ClosedView> {
        let about = actions::about(&visit.app, &row)?;
        Ok(ClosedView { row, about, today: visit.app.today() })
    }

    pub fn path(&self) -> String {
        format!("/meja/narasumber/{}", self.row.id)
    }

    /// "Latar belakang", "Embargo sampai 1 Desember 2026".
    pub fn attribution(&self, f: &Frame, about: &About) -> String {
        let word = f.t(&attribution_key(&about.attribution()));
        match about.embargo_until.filter(|_| about.attribution() == Attribution::Embargo) {
            Some(day) => format!("{word} {}", f.words.day_month_year(day)),
            None => word,
        }
    }

    pub fn passed(&self, about: &About) -> bool {
        about.embargo_passed(self.today)
    }
}

/// GET /meja/narasumber
pub(crate) async fn list(visit: Visit) -> Answer {
    let rows = store::all_for(&visit.app.db, visit.person_id()?).await?;
    let records = rows.into_iter().map(|row| ClosedView::of(&visit, row));
    let records = records.collect::<Outcome<Vec<ClosedView>>>()?;
    let f = titled(&visit, "informant-desk", &FieldErrors::default()).await?;
    visit.page(&ListPage { f, records })
}
