//! A reporter as pages show one: with a name, the kabupaten, the outlet, the steps in words.
use crate::{
    reporter::Reporter,
    store::{self, StepRow},
};
use anyhow::Result;
use areas::Areas;
use base::{app::App, ids::PersonId, web::Frame};
use std::collections::HashMap;

/// A reporter with what a number does not say.
#[derive(Debug, Clone)]
pub(crate) struct ReporterView {
    pub reporter: Reporter,
    pub name: String,
    /// The kabupaten or kota: in a hamlet an area is an address.
    pub area: String,
    /// Its name and the word in its address.
    pub outlet: Option<(String, String)>,
}

impl ReporterView {
    pub async fn one(app: &App, reporter: Reporter) -> Result<ReporterView> {
        let view = ReporterView::all(app, vec![reporter]).await?.pop();
        view.ok_or_else(|| anyhow::anyhow!("one reporter has one view"))
    }

    pub async fn all(app: &App, reporters: Vec<Reporter>) -> Result<Vec<ReporterView>> {
        let people: Vec<PersonId> = reporters.iter().map(|reporter| reporter.person).collect();
        let outlets: Vec<_> = reporters.iter().filter_map(|reporter| reporter.outlet).collect();
        let names = people::names(&app.db, &people).await?;
        // A house without outlets keeps no page of them.
        let outlets = match app.stands("/media-komunitas/{slug}") {
            true => outlets::names(&app.db, &outlets).await?,
            false => HashMap::new(),
        };
        let view = |reporter: Reporter| ReporterView {
            name: names.get(&reporter.person).cloned().unwrap_or_default(),
            area: wide_name(app, &reporter),
            outlet: reporter.outlet.and_then(|id| outlets.get(&id).cloned()),
            reporter,
        };
        Ok(reporters.into_iter().map(view).collect())
    }

    /// Class and word of the state.
    pub fn badge(&self, f: &Frame) -> (&'static str, String) {
        let state = self.reporter.state;
        (state.class(), f.t(&format!("reporter-state-{state}")))
    }

    pub fn until(&self, f: &Frame) -> Option<String> {
        self.reporter.active_until.map(|day| f.words.day_month_year(day))
    }
}

fn wide_name(app: &App, reporter: &Reporter) -> String {
    let wide = areas::no_finer_than(reporter.area, areas::Level::Regency);
    app.keeper::<Areas>().name(wide)
}

/// A step in words.
#[derive(Debug, Clone)]
pub(crate) struct StepView {
    pub row: StepRow,
    /// Nobody: the rule of one year.
    pub by: Option<String>,
}

/// What was done with a record; notes are for editors.
pub(crate) async fn steps(app: &App, person: PersonId, inner: bool) -> Result<Vec<StepView>> {
    let mut rows = store::steps(&app.db, person).await?;
    rows.retain(|row| inner || row.step != crate::Step::Noted);
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.by).collect();
    let names: HashMap<PersonId, String> = people::names(&app.db, &people).await?;
    let view = |row: StepRow| StepView { by: row.by.and_then(|by| names.get(&by).cloned()), row };
    Ok(rows.into_iter().map(view).collect())
}
