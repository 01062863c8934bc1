//! One's own record: the form that applies, where it stands, leaving.
use super::{
    titled,
    view::{self, ReporterView, StepView},
};
use crate::{
    actions,
    reporter::{self, Application, State},
    store,
};
use askama::Template;
use axum::http::StatusCode;
use base::{
    ids::OutletId,
    refusal::{FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/own.html")]
pub(crate) struct OwnPage {
    pub f: Frame,
    pub own: Option<ReporterView>,
    pub steps: Vec<StepView>,
    pub outlets: Vec<(OutletId, String)>,
    /// Of the agreement, as it holds now.
    pub version: i64,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// Finds an area by its name.
    pub picker: String,
}

/// GET /akun/pewarta
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = OwnPage::load(&visit, (None, FieldErrors::default())).await?;
    visit.page(&page)
}

/// POST /akun/pewarta
pub(crate) async fn apply(visit: Visit, fields: Fields) -> Answer {
    if areas::searching(&fields) {
        let page = OwnPage::load(&visit, (Some(fields), FieldErrors::default())).await?;
        return visit.page(&page);
    }
    let version = house::agreement_version(&visit.app.db).await?;
    let area = areas::picked(&visit.app, &fields, "area");
    let done = match Application::read(&fields, (area, version)) {
        Ok(told) => actions::apply(&visit.app, visit.person_id()?, &told).await,
        Err(errors) => Err(Refusal::Invalid(errors).into()),
    };
    answer(&visit, fields, (done, "reporter-applied")).await
}

/// POST /akun/pewarta/ubah
pub(crate) async fn retell(visit: Visit, fields: Fields) -> Answer {
    let mut errors = FieldErrors::default();
    let interests = reporter::read_interests(&fields, &mut errors);
    let newest = house::agreement_version(&visit.app.db).await?;
    let asked = fields.filled("version");
    if asked {
        reporter::check_agreement(&fields, newest, &mut errors);
    }
    let told = (interests.as_str(), asked.then_some(newest));
    let done = match errors.check() {
        Ok(()) => actions::retell(&visit.app, visit.person_id()?, told).await,
        Err(refusal) => Err(refusal.into()),
    };
    answer(&visit, fields, (done, "reporter-saved")).await
}

/// POST /akun/pewarta/berhenti
pub(crate) async fn leave(visit: Visit, fields: Fields) -> Answer {
    if !fields.ticked("sure") {
        let wrong = Refusal::Invalid(FieldErrors::one("sure", "error-reporter-sure"));
        return answer(&visit, fields, (Err(wrong.into()), "")).await;
    }
    let words = reporter::read_farewell(&fields);
    actions::leave(&visit.app, visit.person_id()?, words).await?;
    visit.go_with_notice("/akun/pewarta", "reporter-left")
}

/// The page again with what was typed, or the way on.
async fn answer(visit: &Visit, fields: Fields, (done, notice): (Outcome<()>, &str)) -> Answer {
    let Err(failure) = done else { return visit.go_with_notice("/akun/pewarta", notice) };
    let errors = failure.of_form()?;
    let page = OwnPage::load(visit, (Some(fields), errors)).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

impl OwnPage {
    async fn load(
        visit: &Visit,
        (typed, errors): (Option<Fields>, FieldErrors),
    ) -> Outcome<OwnPage> {
        let (app, person) = (&visit.app, visit.person_id()?);
        let own = match store::find(&app.db, person).await? {
            Some(reporter) => Some(ReporterView::one(app, reporter).await?),
            None => None,
        };
        let told = own.as_ref().map(|own| own.reporter.interests.as_str()).unwrap_or_default();
        let fields = typed.unwrap_or_else(|| Fields::from_pairs(&[("interests", told)]));
        let f = titled(visit, visit.words().t("reporter-own"), &errors).await?;
        Ok(OwnPage {
            steps: view::steps(app, person, false).await?,
            outlets: outlets::choices(&app.db).await?,
            version: house::agreement_version(&app.db).await?,
            picker: areas::picker(app, &f, "area", (&fields, &errors)),
            own,
            fields,
            errors,
            f,
        })
    }

    /// The record of somebody who is one, or on the way.
    fn standing(&self) -> Option<&ReporterView> {
        let gone = |state| matches!(state, State::Left | State::Withdrawn);
        self.own.as_ref().filter(|own| !gone(own.reporter.state))
    }

    /// The record of somebody who is one no more.
    fn gone(&self) -> Option<&ReporterView> {
        self.own.as_ref().filter(|_| self.standing().is_none())
    }

    fn is_candidate(&self) -> bool {
        self.own.as_ref().is_some_and(|own| own.reporter.state == State::Candidate)
    }

    fn agreed_long_ago(&self) -> bool {
        self.own.as_ref().is_some_and(|own| own.reporter.agreement_version < self.version)
    }

    fn chosen(&self, outlet: &OutletId) -> bool {
        self.fields.line("outlet") == outlet.to_string()
    }
}
