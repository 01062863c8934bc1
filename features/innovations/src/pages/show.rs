//! The page of an innovation: good enough to copy from.
use super::{asked, editions::heading};
use crate::{
    actions,
    innovation::{Part, Telling},
    results,
    store::{self, AwardRow, CheckRow, EditionRow, ReplicationRow, StageRow},
    view::{Badge, Item, items},
};
use agencies::AgencyName;
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    chain,
    ids::{InnovationId, PersonId},
    refusal::{OrNotFound, Outcome},
    web::{Answer, Frame, Visit},
};
use comments::CommentsBlock;
use std::collections::HashMap;

/// Finished HTML under a heading.
pub(crate) type Told = (String, String);

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    pub item: Item,
    pub edition: EditionRow,
    pub texts: Texts,
    pub unit: Option<String>,
    /// What it was adapted from: a page of this site, or only words.
    pub adapted: Option<(String, Option<String>)>,
    pub stages: Vec<StageRow>,
    /// Who noted stages and checks.
    pub people: HashMap<PersonId, String>,
    /// Finished HTML.
    pub results: String,
    pub check: Option<CheckRow>,
    pub awards: Vec<AwardRow>,
    pub sources: Vec<(String, Option<String>)>,
    pub copies: Vec<Copied>,
    pub may: May,
    /// Finished HTML: the ribbon and the links.
    pub chain: String,
    pub comments: CommentsBlock,
}

/// What is told, by its place on the page.
#[derive(Default)]
pub(crate) struct Texts {
    pub problem: Option<Told>,
    pub steps: Option<Told>,
    pub needs: Vec<Told>,
    pub legal_basis: Option<Told>,
    pub benefits: Vec<Told>,
    pub contact: Option<Told>,
    pub criteria: Vec<Told>,
}

/// What the visitor may do here.
#[derive(Default, Clone, Copy)]
pub(crate) struct May {
    pub tell: bool,
    pub check: bool,
    pub copy: bool,
}

/// A body that copies it.
pub(crate) struct Copied {
    pub row: ReplicationRow,
    pub agency: String,
    pub badge: Badge,
}

/// GET /inovasi/{id}
pub(crate) async fn short(visit: Visit, Path(id): Path<InnovationId>) -> Answer {
    let row = asked(&visit, id).await?;
    visit.moved(&visit.with_query(&row.path()))
}

/// GET /inovasi/{id}/{slug}
pub(crate) async fn show(visit: Visit, Path((id, slug)): Path<(InnovationId, String)>) -> Answer {
    let row = asked(&visit, id).await?;
    if slug != crate::innovation::slug(&row.name) {
        return visit.moved(&visit.with_query(&row.path()));
    }
    let page = ShowPage::load(&visit, row).await?;
    visit.page(&page)
}

impl ShowPage {
    async fn load(visit: &Visit, row: store::InnovationRow) -> Outcome<ShowPage> {
        let (app, id) = (&visit.app, row.id);
        let f = frame(visit, &row).await?;
        let edition = store::edition(&app.db, id, row.edition).await?.or_not_found()?;
        let telling = edition.telling(store::texts(&app.db, edition.id).await?);
        let (stages, check, people) = noted(app, id).await?;
        Ok(ShowPage {
            texts: Texts::of(app, &f, &telling, &edition.rules)?,
            unit: unit(visit, &row).await?,
            adapted: adapted(app, &telling).await?,
            people,
            results: results::html(&f, &results::load(&app.db, id).await?)?,
            awards: store::awards(&app.db, id).await?,
            sources: store::sources(&app.db, id).await?,
            copies: copies(app, &f, id).await?,
            may: May::of(visit, &row),
            chain: chain::block(app, &f, id.into(), f.lang()).await?,
            comments: comments::block(visit, &f, id.into(), true).await?,
            item: items(app, &f, vec![row]).await?.pop().or_not_found()?,
            stages,
            check,
            edition,
            f,
        })
    }

    fn name_of(&self, person: &Option<PersonId>) -> Option<&String> {
        person.as_ref().and_then(|id| self.people.get(id))
    }

    fn day(&self, date: &base::jiff::civil::Date) -> String {
        self.f.words.day_month_year(*date)
    }

    /// An address below this innovation's desk.
    fn desk(&self, act: &str) -> String {
        format!("/meja/inovasi/{}/{act}", self.item.row.id)
    }

    /// The key of how far an award reaches.
    fn level(&self, award: &AwardRow) -> String {
        format!("innovation-level-{}", award.level)
    }

    fn agency_list(&self) -> String {
        format!("/inovasi?instansi={}", self.item.row.agency)
    }

    fn facts(&self) -> Vec<Told> {
        let edition = &self.edition;
        let fact = |key: &str, word: Option<String>| word.map(|word| (self.f.t(key), word));
        let year = edition.year_begun.map(|year| year.to_string());
        let initiator = edition
            .initiator
            .map(|initiator| self.f.t(&format!("innovation-initiator-{initiator}")));
        let medium = edition.medium.map(|medium| self.f.t(&format!("innovation-medium-{medium}")));
        let origin = edition.origin.map(|origin| self.f.t(&format!("innovation-origin-{origin}")));
        let facts = [
            fact("innovation-fact-unit", self.unit.clone()),
            fact("innovation-fact-begun", year),
            fact("innovation-fact-initiator", initiator),
            fact("innovation-fact-medium", medium),
            fact("innovation-fact-origin", origin),
        ];
        facts.into_iter().flatten().collect()
    }
}

impl Texts {
    fn of(app: &App, f: &Frame, telling: &Telling, rules: &str) -> Result<Texts> {
        let one = |part: Part| -> Result<Option<Told>> {
            let text = telling.text(part);
            text.map(|text| Ok((heading(app, f, part, rules)?, markup::html(text)))).transpose()
        };
        let several = |parts: &[Part]| -> Result<Vec<Told>> {
            let told = parts.iter().map(|part| one(*part));
            Ok(told.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
        };
        Ok(Texts {
            problem: one(Part::Problem)?,
            steps: one(Part::Steps)?,
            needs: several(&Part::NEEDS)?,
            legal_basis: one(Part::LegalBasis)?,
            benefits: several(&[Part::BenefitDirect, Part::BenefitIndirect])?,
            contact: one(Part::Contact)?,
            criteria: several(&Part::CRITERIA)?,
        })
    }
}

impl May {
    fn of(visit: &Visit, row: &store::InnovationRow) -> May {
        let visitor = &visit.visitor;
        May {
            tell: actions::may_tell(visitor, row.agency),
            check: actions::may_check(visitor, row.agency),
            copy: actions::is_desk(visitor) || !agencies::answers_for(visitor).is_empty(),
        }
    }
}

type Noted = (Vec<StageRow>, Option<CheckRow>, HashMap<PersonId, String>);

/// Stages, the newest check, and the names of those who noted them.
async fn noted(app: &App, id: InnovationId) -> Result<Noted> {
    let stages = store::stages(&app.db, id).await?;
    let check = store::checks(&app.db, id).await?.into_iter().next();
    let noters = stages.iter().filter_map(|stage| stage.person);
    let noters: Vec<PersonId> =
        noters.chain(check.iter().filter_map(|check| check.person)).collect();
    let people = people::names(&app.db, &noters).await?;
    Ok((stages, check, people))
}

/// The frame of the page, under the list.
async fn frame(visit: &Visit, row: &store::InnovationRow) -> Outcome<Frame> {
    let mut f = visit.frame(row.name.clone()).await?;
    f.under = Some("/inovasi".to_owned());
    f.description = Some(row.summary.clone());
    Ok(f)
}

async fn unit(visit: &Visit, row: &store::InnovationRow) -> Result<Option<String>> {
    let Some(unit) = row.unit else { return Ok(None) };
    let units = agencies::units(&visit.app.db, row.agency).await?;
    Ok(units.into_iter().find(|known| known.id == unit).map(|unit| unit.name))
}

async fn adapted(app: &App, telling: &Telling) -> Result<Option<(String, Option<String>)>> {
    if let Some(id) = telling.adapted.here {
        let row = store::find(&app.db, id).await?;
        return Ok(row.map(|row| (row.name.clone(), Some(row.path()))));
    }
    Ok(telling.adapted.elsewhere.clone().map(|words| (words, None)))
}

async fn copies(app: &App, f: &Frame, id: InnovationId) -> Result<Vec<Copied>> {
    let rows = store::replications_of(&app.db, id).await?;
    let names = agencies::names_of(app, rows.iter().map(|row| row.agency)).await?;
    let copied = rows.into_iter().map(|row| Copied {
        agency: names.get(&row.agency).cloned().unwrap_or_else(AgencyName::unknown).name,
        badge: counted_badge(f, &row),
        row,
    });
    Ok(copied.collect())
}

/// Whether both sides have confirmed it.
pub(crate) fn counted_badge(f: &Frame, row: &ReplicationRow) -> Badge {
    match row.counted_at {
        Some(_) => Badge { class: "good", word: f.t("replication-counted") },
        None => Badge { class: "wait", word: f.t("replication-waiting") },
    }
}
