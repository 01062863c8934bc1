//! How the one who asked comes back: with the number and the code. Nothing of this page is in a log: the log names the
//! route, not the address.
use super::{
    titled,
    view::{self, CaseView, StepView},
};
use crate::{
    actions,
    reply::{Deed, NUMBER, Reply, Step},
    rules::ReplyRules,
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    cases,
    ids::ReplyId,
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

/// What the one who asked sees, and may do.
#[derive(Template)]
#[template(path = "pages/follow.html")]
pub(crate) struct FollowPage {
    pub f: Frame,
    pub case: CaseView,
    pub code: String,
    pub steps: Vec<StepView>,
    pub offered: Vec<Step>,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// Finished HTML: pictures and recordings that were sent.
    pub attachments: String,
}

/// GET /hak-jawab/ikuti
pub(crate) async fn ask(visit: Visit) -> Answer {
    let number = visit.query_value("nomor").unwrap_or_default();
    let fields = Fields::from_pairs(&[("number", &number)]);
    let errors = FieldErrors::default();
    let f = titled(&visit, visit.words().t("reply-follow-heading"), &errors).await?;
    visit.page(&AskPage { f, fields, errors })
}

/// POST /hak-jawab/ikuti
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
    if let Some(reply) = found.filter(|reply| knows(reply, &code)) {
        return visit.go(&secret_path(reply.id, &code));
    }
    let errors = FieldErrors::one("code", "error-reply-code");
    let f = titled(&visit, visit.words().t("reply-follow-heading"), &errors).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &AskPage { f, fields, errors })
}

fn knows(reply: &Reply, code: &str) -> bool {
    cases::code_hash(code) == reply.code_hash
}

fn secret_path(id: ReplyId, code: &str) -> String {
    format!("/hak-jawab/{id}/rahasia?kode={}", cases::code_in_address(code))
}

/// The case that the code in the address opens. Wrong codes count.
async fn opened(visit: &Visit, id: ReplyId) -> Outcome<(Reply, String)> {
    let reply = store::find(&visit.app.db, id).await?.or_not_found()?;
    let code = visit.query_value("kode").unwrap_or_default();
    if knows(&reply, &code) {
        return Ok((reply, code));
    }
    visit.limit(Limited::Guess)?;
    Err(Refusal::NotFound.into())
}

/// GET /hak-jawab/{id}/rahasia
pub(crate) async fn show(visit: Visit, Path(id): Path<ReplyId>) -> Answer {
    let case = opened(&visit, id).await?;
    let typed = (Fields::default(), FieldErrors::default());
    let page = FollowPage::load(&visit, case, typed).await?;
    visit.page(&page)
}

/// POST /hak-jawab/{id}/rahasia
pub(crate) async fn act(visit: Visit, Path(id): Path<ReplyId>, fields: Fields) -> Answer {
    let (reply, code) = opened(&visit, id).await?;
    let rules = ReplyRules::now(&visit.app)?;
    match Deed::read(&fields, Step::OF_SENDER, &rules) {
        Ok(deed) => {
            actions::answer_as_sender(&visit.app, &reply, deed).await?;
            visit.go_with_notice(&secret_path(id, &code), "reply-noted")
        }
        Err(errors) => {
            let page = FollowPage::load(&visit, (reply, code), (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

impl FollowPage {
    async fn load(
        visit: &Visit,
        (reply, code): (Reply, String),
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<FollowPage> {
        let app = &visit.app;
        let f = titled(visit, reply.number.clone(), &errors).await?;
        let attached = media::list(&app.db, reply.id.into()).await?;
        let offered = Step::OF_SENDER.iter().copied();
        let now = app.now();
        Ok(FollowPage {
            offered: offered.filter(|step| reply.after(*step, now).is_some()).collect(),
            steps: view::steps(app, &f, (&reply, false)).await?,
            attachments: media::shown_to_few(&f, &attached),
            case: CaseView::load(app, &f, reply).await?,
            code,
            fields,
            errors,
            f,
        })
    }

    fn action(&self) -> String {
        secret_path(self.case.reply.id, &self.code)
    }

    /// What happens next, in a sentence.
    fn next(&self) -> String {
        self.f.t(&format!("reply-next-{}", self.case.reply.state))
    }

    fn chosen(&self, step: &Step) -> bool {
        self.fields.line("step") == step.as_str()
    }
}
