//! The desk: who stands where, by area; one record with what can be done about it.
use super::{
    titled,
    view::{self, ReporterView, StepView},
};
use crate::{
    actions::{self, is_active, may_edit},
    reporter::{Deed, Reporter, State, Step},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::{AreaCode, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope},
    web::{Answer, Fields, Frame, Visit},
};

/// Of each state; who has more has editors to find first.
const OF_A_STATE: i64 = 200;

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub state: State,
    pub reporters: Vec<ReporterView>,
}

#[derive(Template)]
#[template(path = "pages/work.html")]
pub(crate) struct WorkPage {
    pub f: Frame,
    pub shown: ReporterView,
    /// An editor of the area sees what was told, and the notes.
    pub edits: bool,
    pub steps: Vec<StepView>,
    pub offered: Vec<Step>,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// GET /meja/pewarta
pub(crate) async fn list(visit: Visit) -> Answer {
    let asked = visit.query_value("keadaan").and_then(|state| State::parse(&state));
    let state = asked.unwrap_or(State::Trained);
    let start = (AreaCode(0), PersonId(0));
    let mut found = store::in_state(&visit.app.db, state, start, OF_A_STATE).await?;
    let by = visit.person()?;
    let recommends = state == State::Trained && is_active(&visit.app, by.id).await?;
    found.retain(|reporter| recommends || may_edit(by, reporter.area));
    let f = titled(&visit, visit.words().t("reporter-desk"), &FieldErrors::default()).await?;
    let reporters = ReporterView::all(&visit.app, found).await?;
    visit.page(&DeskPage { f, state, reporters })
}

/// GET /meja/pewarta/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let page = WorkPage::load(&visit, id, (Fields::default(), FieldErrors::default())).await?;
    visit.page(&page)
}

/// POST /meja/pewarta/{id}
pub(crate) async fn act(visit: Visit, Path(id): Path<PersonId>, fields: Fields) -> Answer {
    let done = match Deed::read(&fields) {
        Ok(deed) => actions::act(&visit.app, visit.person()?, id, &deed).await,
        Err(errors) => Err(Refusal::Invalid(errors).into()),
    };
    let Err(failure) = done else {
        return visit.go_with_notice(&format!("/meja/pewarta/{id}"), "reporter-noted");
    };
    let errors = failure.of_form()?;
    let page = WorkPage::load(&visit, id, (fields, errors)).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

impl DeskPage {
    fn states(&self) -> &'static [State] {
        State::ALL
    }

    fn is_asked(&self, state: &State) -> bool {
        self.state == *state
    }
}

impl WorkPage {
    async fn load(
        visit: &Visit,
        id: PersonId,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<WorkPage> {
        let (app, by) = (&visit.app, visit.person()?);
        let reporter = store::find(&app.db, id).await?.or_not_found()?;
        let edits = may_edit(by, reporter.area) && by.id != id;
        let waits = matches!(reporter.state, State::Trained | State::Recommended);
        let recommends = waits && is_active(app, by.id).await?;
        if !edits && !recommends {
            return Err(Refusal::NotAllowed("refusal-reporter-deed").into());
        }
        let f = titled(visit, visit.words().t("reporter-desk"), &errors).await?;
        let offered = offered(visit, &reporter, edits);
        let shown = ReporterView::one(app, reporter).await?;
        let steps = if edits { view::steps(app, id, true).await? } else { vec![] };
        let f = f.about(&shown.name);
        Ok(WorkPage { f, shown, edits, steps, offered, fields, errors })
    }

    fn chosen(&self, step: &Step) -> bool {
        self.fields.line("step") == step.as_str()
    }
}

/// The steps that lead on from here for this person.
fn offered(visit: &Visit, reporter: &Reporter, edits: bool) -> Vec<Step> {
    if visit.visitor.is(reporter.person) {
        return vec![];
    }
    let chief = visit.visitor.may(Role::ChiefEditor, Scope::House);
    let can = |step: &Step| match step {
        Step::Recommended => true,
        Step::Withdrawn => chief,
        _ => edits,
    };
    let steps = Step::OF_DESK.iter().copied();
    steps.filter(|step| reporter.state.after(*step).is_some() && can(step)).collect()
}
