//! A programme's page: what it is for, who carries it, how it is built up, what it is linked with.
use super::{
    parts::{self, AreaLine, Line, Partner, Source, told_in},
    tree::{self, ComponentNode, Group},
};
use crate::{
    actions,
    activity::Activity,
    former::FORMER_SHOWN,
    programme::Programme,
    store::{self, ComponentRow, OutcomeRow, WordsRow},
    subjects,
};
use askama::Template;
use axum::extract::Path;
use base::{
    anyhow::Result,
    chain,
    ids::{ActivityId, ProgrammeId},
    refusal::{OrNotFound, Outcome},
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
    pub places: Vec<AreaLine>,
    pub groups: Vec<Group>,
    pub components: Vec<ComponentNode>,
    /// Activities that stand under no component.
    pub loose: Vec<Line>,
    pub next: Option<ActivityId>,
    pub is_first: bool,
    pub chain: String,
    /// Words that it no longer says, newest first.
    pub former: Vec<WordsRow>,
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

/// A page of a programme's activities.
struct Work {
    activities: Vec<Activity>,
    next: Option<ActivityId>,
    is_first: bool,
}

impl Work {
    async fn asked(visit: &Visit, programme: ProgrammeId) -> Result<Work> {
        let after: Option<ActivityId> = visit.query_value("sesudah").and_then(|id| id.parse().ok());
        let start = after.unwrap_or(ActivityId(0));
        let limit = ACTIVITIES_PER_PAGE + 1;
        let mut activities = store::activities_of(&visit.app.db, programme, start, limit).await?;
        let more = activities.len() > usize::try_from(ACTIVITIES_PER_PAGE).unwrap_or_default();
        if more {
            activities.pop();
        }
        let next = activities.last().filter(|_| more).map(|row| row.id);
        Ok(Work { activities, next, is_first: after.is_none() })
    }
}

impl ShowPage {
    /// Whether the partner at this place is the first of its role.
    fn opens_role(&self, place: &usize) -> bool {
        let role = |at: usize| self.partners.get(at).map(|partner| partner.role.as_str());
        place.checked_sub(1).is_none_or(|before| role(before) != role(*place))
    }

    async fn load(visit: &Visit, row: Programme) -> Outcome<ShowPage> {
        let db = &visit.app.db;
        let mut f = visit.frame(row.short_name()).await?;
        f.description = Some(row.purpose.clone());
        f.under = Some("/program".to_owned());
        let outcomes = store::outcomes(db, row.id).await?;
        let components = store::components(db, row.id).await?;
        let named = store::areas(db, row.id.into()).await?;
        let former = store::words(db, row.id.into(), FORMER_SHOWN).await?;
        let chain = chain::block(&visit.app, &f, row.id.into(), f.lang()).await?;
        let work = Work::asked(visit, row.id).await?;
        Ok(ShowPage {
            partners: parts::partners(visit, store::partners(db, row.id).await?).await?,
            places: parts::places(visit.app.keeper(), &f, &named),
            chain,
            former,
            may_manage: actions::may_manage(&visit.visitor),
            ..ShowPage::of(f, row, (&outcomes, components), work)
        })
    }

    /// What needs no further question to the database.
    fn of(
        f: Frame,
        row: Programme,
        (outcomes, components): (&[OutcomeRow], Vec<ComponentRow>),
        work: Work,
    ) -> ShowPage {
        let on_page = (work.activities.as_slice(), work.is_first);
        let (components, loose) = tree::components(&f, components, outcomes, on_page);
        ShowPage {
            told_in: told_in(&f),
            period: subjects::period(&f.words, &row),
            source: Source::of(&row.source),
            partners: vec![],
            places: vec![],
            groups: tree::groups(outcomes),
            components,
            loose,
            next: work.next,
            is_first: work.is_first,
            chain: String::new(),
            former: vec![],
            may_manage: false,
            row,
            f,
        }
    }
}
