//! How the sender comes back: with the number and the code. Nothing of this page is in a log: the log names the route, not
//! the address.
use super::{
    titled,
    view::{self, StepView, TipView},
};
use crate::{
    actions,
    rules::TipRules,
    store,
    tip::{Deed, NUMBER, State, Step, Tip},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    cases,
    ids::TipId,
    limits::Limited,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

/// Asks for number and code.
#[derive(Template)]
#[template(path = "pages/ask.html")]
pub(crate) struct AskPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// What the sender sees, and may do.
#[derive(Template)]
#[template(path = "pages/follow.html")]
pub(crate) struct FollowPage {
    pub f: Frame,
    pub opened: TipView,
    pub code: String,
    pub steps: Vec<StepView>,
    pub rules: TipRules,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// Finished HTML: pictures and recordings that were sent.
    pub attachments: String,
}

/// GET /kabar/ikuti
pub(crate) async fn ask(visit: Visit) -> Answer {
    let number = visit.query_value("nomor").unwrap_or_default();
    let fields = Fields::from_pairs(&[("number", &number)]);
    let errors = FieldErrors::default();
    let f = titled(&visit, visit.words().t("tip-follow-heading"), &errors).await?;
    visit.page(&AskPage { f, fields, errors })
}

/// POST /kabar/ikuti
pub(crate) async fn find(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let db = &visit.app.db;
    let code = fields.line("code");
    let id = match cases::read_number(NUMBER, &fields.line("number")) {
        Some(number) => store::by_number(db, &number).await?,
        None => None,
    };
    let found = match id {
        Some(id) => store::find(db, id).await?,
        None => None,
    };
    if let Some(tip) = found.filter(|tip| knows(tip, &code)) {
        return visit.go(&secret_path(tip.id, &code));
    }
    let errors = FieldErrors::one("code", "error-tip-code");
    let f = titled(&visit, visit.words().t("tip-follow-heading"), &errors).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &AskPage { f, fields, errors })
}

fn knows(tip: &Tip, code: &str) -> bool {
    cases::code_hash(code) == tip.code_hash
}

fn secret_path(id: TipId, code: &str) -> String {
    format!("/kabar/{id}/rahasia?kode={}", cases::code_in_address(code))
}

/// The tip that the code in the address opens. Wrong codes count.
async fn opened(visit: &Visit, id: TipId) -> Outcome<(Tip, String)> {
    let tip = store::find(&visit.app.db, id).await?.or_not_found()?;
    let code = visit.query_value("kode").unwrap_or_default();
    if knows(&tip, &code) {
        return Ok((tip, code));
    }
    visit.limit(Limited::Guess)?;
    Err(Refusal::NotFound.into())
}

/// GET /kabar/{id}/rahasia
pub(crate) async fn show(visit: Visit, Path(id): Path<TipId>) -> Answer {
    let tip = opened(&visit, id).await?;
    let typed = (Fields::default(), FieldErrors::default());
    let page = FollowPage::load(&visit, tip, typed).await?;
    visit.page(&page)
}

/// POST /kabar/{id}/rahasia
pub(crate) async fn act(visit: Visit, Path(id): Path<TipId>, fields: Fields) -> Answer {
    let (tip, code) = opened(&visit, id).await?;
    let rules = TipRules::now(&visit.app)?;
    match Deed::read(&fields, Step::OF_SENDER, &rules) {
        Ok(deed) => {
            actions::answer_as_sender(&visit.app, &tip, &deed).await?;
            visit.go_with_notice(&secret_path(id, &code), "tip-noted")
        }
        Err(errors) => {
            let page = FollowPage::load(&visit, (tip, code), (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

impl FollowPage {
    async fn load(
        visit: &Visit,
        (tip, code): (Tip, String),
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<FollowPage> {
        let app = &visit.app;
        let f = titled(visit, tip.number.clone(), &errors).await?;
        let attached = media::list(&app.db, tip.id.into()).await?;
        Ok(FollowPage {
            steps: view::steps(app, &f, (&tip, false)).await?,
            attachments: media::shown_to_few(&f, &attached),
            opened: TipView::open(app, tip)?,
            rules: TipRules::now(app)?,
            code,
            fields,
            errors,
            f,
        })
    }

    fn action(&self) -> String {
        secret_path(self.opened.tip.id, &self.code)
    }

    /// What happens next, in a sentence; of a closed one, why.
    fn next(&self) -> String {
        match &self.opened.tip.reason {
            Some(reason) => {
                let reason = self.f.t(&format!("tip-reason-{reason}"));
                self.f.with("tip-next-closed", "reason", &reason)
            }
            None => self.f.t(&format!("tip-next-{}", self.opened.tip.state)),
        }
    }

    fn open(&self) -> bool {
        self.opened.tip.state != State::Closed
    }

    fn was_asked(&self) -> bool {
        self.opened.tip.state == State::Asked
    }
}
