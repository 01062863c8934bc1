//! Every telling of an innovation that there was: when, by whom, why, and the words.
use super::asked;
use crate::{
    innovation::{Part, Telling},
    store::{self, EditionRow, InnovationRow},
};
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    ids::{InnovationId, PersonId},
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "pages/editions.html")]
pub(crate) struct EditionsPage {
    pub f: Frame,
    pub row: InnovationRow,
    pub editions: Vec<EditionRow>,
    pub names: HashMap<PersonId, String>,
    /// The one whose words are shown.
    pub shown: EditionRow,
    /// Its parts: heading and finished HTML.
    pub parts: Vec<(String, String)>,
}

/// GET /inovasi/{id}/edisi
pub(crate) async fn editions(visit: Visit, Path(id): Path<InnovationId>) -> Answer {
    let row = asked(&visit, id).await?;
    let db = &visit.app.db;
    let number = visit.query_value("nomor").and_then(|number| number.parse().ok());
    let shown = store::edition(db, id, number.unwrap_or(row.edition)).await?.or_not_found()?;
    let telling = shown.telling(store::texts(db, shown.id).await?);
    let editions = store::editions(db, id).await?;
    let people: Vec<PersonId> = editions.iter().filter_map(|edition| edition.person).collect();
    let names = people::names(db, &people).await?;
    let mut f = visit.frame(visit.words().with("innovation-editions", "name", &row.name)).await?;
    f.noindex = true;
    let parts = parts(&visit.app, &f, &telling, &shown.rules)?;
    visit.page(&EditionsPage { f, row, editions, names, shown, parts })
}

/// What the rule set calls the part, if it is a criterion; else what the page calls it.
pub(crate) fn heading(app: &App, f: &Frame, part: Part, rules: &str) -> Result<String> {
    let Some(at) = Part::CRITERIA.iter().position(|criterion| *criterion == part) else {
        return Ok(f.t(&part.key()));
    };
    let name = criteria(app, rules)?.get(at).cloned().unwrap_or_default();
    Ok(f.t(&format!("innovation-criterion-{name}")))
}

/// The names of the five criteria in a rule set that is kept as `innovation-criteria@2021-12-31`.
fn criteria(app: &App, rules: &str) -> Result<Vec<String>> {
    let (name, day) = rules.split_once('@').unwrap_or((rules, ""));
    let set = match day.parse() {
        Ok(day) => app.rules.at(name, day)?,
        Err(_) => app.rules.newest(name)?,
    };
    Ok(set.lists.get("criteria").cloned().unwrap_or_default())
}

/// All that is told, with headings.
fn parts(app: &App, f: &Frame, telling: &Telling, rules: &str) -> Result<Vec<(String, String)>> {
    let told = telling.texts.iter();
    told.map(|(part, text)| Ok((heading(app, f, *part, rules)?, markup::html(text)))).collect()
}

impl EditionsPage {
    fn name_of(&self, person: &Option<PersonId>) -> Option<&String> {
        person.as_ref().and_then(|id| self.names.get(id))
    }
}
