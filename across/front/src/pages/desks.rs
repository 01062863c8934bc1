//! All desks that someone works at, with what waits there; for an administrator also the others, and which role opens
//! them.
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    desks::{self, Placed},
    visitor::Role,
    web::{Answer, Frame, Visit},
};
use std::collections::HashMap;

/// A desk as the page names it.
pub(crate) struct Line {
    pub title: String,
    pub path: &'static str,
    /// "3 menunggu", where something is counted.
    pub waiting: Option<String>,
    /// The roles that open it; empty: every member's own.
    pub roles: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/desks.html")]
pub(crate) struct DesksPage {
    pub f: Frame,
    pub open: Vec<Line>,
    /// Closed to an administrator until somebody gives them the role.
    pub others: Vec<Line>,
    /// No role opens anything yet.
    pub without_role: bool,
}

/// GET /meja
pub(crate) async fn show(visit: Visit) -> Answer {
    let f = visit.frame(visit.words().t("desks-heading")).await?;
    let page = DesksPage::load(&visit.app, Frame { noindex: true, ..f }).await?;
    visit.page(&page)
}

impl DesksPage {
    async fn load(app: &App, f: Frame) -> Result<DesksPage> {
        let waiting = match &f.visitor.signed_in {
            Some(person) => desks::waiting(app, person).await?,
            None => HashMap::new(),
        };
        let (open, closed): (Vec<Placed>, Vec<Placed>) =
            desks::all(app).partition(|placed| placed.lets_in(&f.visitor));
        let without_role = open.iter().all(|placed| placed.roles().is_empty());
        let others = if f.is_administrator() { closed } else { vec![] };
        let line = |placed: &Placed| Line::of(&f, placed, waiting.get(placed.desk.path).copied());
        Ok(DesksPage {
            open: open.iter().map(line).collect(),
            others: others.iter().map(line).collect(),
            without_role,
            f,
        })
    }

    pub(crate) fn sample(f: Frame) -> DesksPage {
        let line = |key: &str, path, waits: Option<i64>, roles: &[Role]| Line {
            title: f.t(key),
            path,
            waiting: waits.map(|count| f.n("desks-waiting", count)),
            roles: roles.iter().map(|role| f.role(role)).collect(),
        };
        let desk = [Role::Editor, Role::ChiefEditor, Role::ComplaintDesk];
        DesksPage {
            open: vec![
                line("drafts-heading", "/naskah", None, &[]),
                line("report-desk", "/meja/laporan", Some(3), &desk),
                line("data-desk", "/meja/data-pribadi", Some(0), &[Role::DataDesk]),
            ],
            others: vec![line("report-inbox", "/meja/instansi", None, &[Role::Officer])],
            without_role: false,
            f,
        }
    }

    pub(crate) fn sample_empty(f: Frame) -> DesksPage {
        DesksPage { open: vec![], others: vec![], without_role: true, f }
    }
}

impl Line {
    fn of(f: &Frame, placed: &Placed<'_>, waits: Option<i64>) -> Line {
        Line {
            title: f.t(placed.desk.key),
            path: placed.desk.path,
            waiting: waits.map(|count| f.n("desks-waiting", count)),
            roles: placed.roles().iter().map(|role| f.role(role)).collect(),
        }
    }

    fn role_words(&self) -> String {
        self.roles.join(", ")
    }
}
