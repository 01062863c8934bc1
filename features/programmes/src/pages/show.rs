//! A programme's page: what it is for, who carries it, how it is built up, what it is linked with.
use super::{
    parts::{self, Line, Partner, Place, Source, told_in},
    tree::{self, ComponentNode, Group},
};
use crate::{actions, programme::Programme, store, subjects};
use askama::Template;
use axum::extract::Path;
use base::{
    chain,
    ids::{ActivityId, ProgrammeId},
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};

const ACTIVITIES_PER_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    pub told_in: &'static str,
    pub row: Programme,
    pub period: Option<String>,
    pub source: Option<Source>,
    pub partners: Vec<Partner>,
    pub places: Vec<Place>,
    pub groups: Vec<Group>,
    pub components: Vec<ComponentNode>,
    /// Activities that stand under no component.
    pub loose: Vec<Line>,
    pub next: Option<ActivityId>,
    pub is_first: bool,
    pub chain: String,
    pub may_manage: bool,
}

/// GET /program/{id}
pub(crate) async fn short(visit: Visit, Path(id): Path<ProgrammeId>) -> Answer {
    let row = store::programme(&visit.app.db, id).await?.or_not_found()?;
    visit.go(&row.path())
}

/// GET /program/{id}/{slug}
pub(crate) async fn show(visit: Visit, Path((id, slug)): Path<(ProgrammeId, String)>) -> Answer {
    let row = store::programme(&visit.app.db, id).await?.or_not_found()?;
    if !row.path().ends_with(&format!("/{slug}")) {
        return visit.go(&row.path());
    }
    let page = ShowPage::load(&visit, row).await?;
    visit.page(&page)
}

impl ShowPage {
    async fn load(visit: &Visit, row: Programme) -> base::refusal::Outcome<ShowPage> {
        let db = &visit.app.db;
        let after: Option<ActivityId> = visit.query_value("sesudah").and_then(|id| id.parse().ok());
        let start = after.unwrap_or(ActivityId(0));
        let mut activities =
            store::activities_of(db, row.id, start, ACTIVITIES_PER_PAGE + 1).await?;
        let more = activities.len() > usize::try_from(ACTIVITIES_PER_PAGE).unwrap_or_default();
        if more {
            activities.pop();
        }
        let outcomes = store::outcomes(db, row.id).await?;
        let parts = store::components(db, row.id).await?;
        let places = store::areas(db, row.id.into()).await?;
        let partners = parts::partners(visit, store::partners(db, row.id).await?).await?;
        let mut f = visit.frame(row.short_name()).await?;
        f.description = Some(row.purpose.clone());
        f.under = Some("/program".to_owned());
        let on_page = (activities.as_slice(), after.is_none());
        let (components, loose) = tree::components(&f, parts, &outcomes, on_page);
        Ok(ShowPage {
            told_in: told_in(&f),
            period: subjects::period(&f.words, &row),
            source: Source::of(&row.source),
            partners,
            places: parts::places(visit.app.keeper(), &f, &places),
            groups: tree::groups(&outcomes),
            components,
            loose,
            next: activities.last().filter(|_| more).map(|row| row.id),
            is_first: after.is_none(),
            chain: chain::block(&visit.app, &f, row.id.into(), f.lang()).await?,
            may_manage: actions::may_manage(&visit.visitor),
            row,
            f,
        })
    }
}
