//! The desk: what waits; one tip with what can be done about it.
use super::{
    titled,
    view::{self, StepView, TipView},
};
use crate::{
    actions::{self, may_read},
    rules::TipRules,
    store,
    tip::{Deed, State, Step, Tip},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    attribution::Attribution,
    feature::Later,
    ids::{TipId, short},
    links,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    subject::Kind,
    visitor::SignedIn,
    web::{Answer, Fields, Frame, Visit},
};

/// Where a draft is begun, in houses that have stories.
const WRITING: &str = "/tulisan/baru";

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub state: State,
    pub tips: Vec<TipView>,
}

#[derive(Template)]
#[template(path = "pages/work.html")]
pub(crate) struct WorkPage {
    pub f: Frame,
    pub opened: TipView,
    pub contact: Option<String>,
    pub steps: Vec<StepView>,
    pub offered: Vec<Step>,
    pub rules: TipRules,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// Finished HTML: pictures and recordings that were sent.
    pub attachments: String,
    /// Addresses of the drafts that were begun from it.
    pub drafts: Vec<String>,
    /// Where one is begun; `None`: this house has no stories.
    pub writing: Option<&'static str>,
}

/// GET /meja/kabar
pub(crate) async fn desk(visit: Visit) -> Answer {
    let asked = visit.query_value("lihat").and_then(|state| State::parse(&state));
    let state = asked.unwrap_or(State::Received);
    let mut tips = store::in_state(&visit.app.db, state).await?;
    let by = visit.person()?;
    tips.retain(|tip| may_read(by, tip.area));
    let f = titled(&visit, visit.words().t("tip-desk"), &FieldErrors::default()).await?;
    let tips = tips.into_iter().map(|tip| TipView::listed(&visit.app, &f, tip)).collect();
    visit.page(&DeskPage { f, state, tips })
}

/// How many tips wait for someone.
pub(crate) fn waiting<'a>(
    app: &'a App,
    person: &'a SignedIn,
) -> Later<'a, Vec<(&'static str, i64)>> {
    Box::pin(async move {
        let mut tips = store::in_state(&app.db, State::Received).await?;
        tips.retain(|tip| may_read(person, tip.area));
        Ok(vec![("/meja/kabar", i64::try_from(tips.len())?)])
    })
}

/// GET /meja/kabar/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<TipId>) -> Answer {
    let typed = (Fields::default(), FieldErrors::default());
    let page = WorkPage::load(&visit, id, typed).await?;
    visit.page(&page)
}

/// POST /meja/kabar/{id}
pub(crate) async fn act(visit: Visit, Path(id): Path<TipId>, fields: Fields) -> Answer {
    let rules = TipRules::now(&visit.app)?;
    let done = match Deed::read(&fields, Step::OF_DESK, &rules) {
        Ok(deed) => actions::answer(&visit.app, visit.person()?, id, &deed).await,
        Err(errors) => Err(Refusal::Invalid(errors).into()),
    };
    match done {
        Ok(()) => visit.go_with_notice(&format!("/meja/kabar/{id}"), "tip-noted"),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let page = WorkPage::load(&visit, id, (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(failure) => Err(failure),
    }
}

impl DeskPage {
    fn states(&self) -> &'static [State] {
        State::ALL
    }

    fn at(&self, state: &State) -> bool {
        self.state == *state
    }
}

impl WorkPage {
    async fn load(
        visit: &Visit,
        id: TipId,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<WorkPage> {
        let app = &visit.app;
        let tip = actions::at_desk(app, visit.person()?, id).await?;
        let f = titled(visit, tip.number.clone(), &errors).await?;
        let attached = media::list(&app.db, id.into()).await?;
        let kept = store::contacts(&app.db, &[id.0]).await?.pop();
        let contact = kept.map(|(_, kept)| app.unseal(Tip::slot_of_contact(id), &kept));
        Ok(WorkPage {
            contact: contact.transpose()?.map(|plain| plain.into_string()),
            steps: view::steps(app, &f, (&tip, true)).await?,
            offered: offered(&tip),
            rules: TipRules::now(app)?,
            attachments: media::shown_to_few(&f, &attached),
            drafts: drafts(visit, id).await?,
            writing: writing(app, &tip),
            opened: TipView::open(app, tip)?,
            fields,
            errors,
            f,
        })
    }

    fn chosen(&self, step: &Step) -> bool {
        self.fields.line("step") == step.as_str()
    }

    fn chose_reason(&self, reason: &str) -> bool {
        self.fields.line("reason") == reason
    }

    fn closes(&self) -> bool {
        self.offered.contains(&Step::Closed)
    }

    fn subject(&self) -> String {
        base::subject::Subject::from(self.opened.tip.id).to_string()
    }

    fn area_code(&self) -> String {
        self.opened.tip.area.map(|area| area.to_string()).unwrap_or_default()
    }
}

/// What was told off the record is not for publication.
fn writing(app: &App, tip: &Tip) -> Option<&'static str> {
    let usable = tip.attribution != Attribution::OffRecord;
    (usable && app.stands(WRITING)).then_some(WRITING)
}

fn offered(tip: &Tip) -> Vec<Step> {
    Step::OF_DESK.iter().copied().filter(|step| tip.after(*step).is_some()).collect()
}

/// Drafts are no one's to see but their writers' and editors': their page decides.
async fn drafts(visit: &Visit, id: TipId) -> Outcome<Vec<String>> {
    let ends = links::ends_of(&visit.app.db, id.into()).await?;
    let drafts = ends.into_iter().filter(|end| end.kind == Kind::Draft);
    Ok(drafts.map(|draft| format!("/naskah/{}", short(draft.id))).collect())
}
