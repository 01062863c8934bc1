//! The desk: what waits, what is due first first; one case with what can be done about it.
use super::{
    titled,
    view::{self, CaseView, StepView},
};
use crate::{
    actions::{self, may_answer},
    reply::{Asks, Deed, Reply, State, Step},
    rules::ReplyRules,
    store::{self, SenderRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    feature::Later,
    ids::ReplyId,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    subject::Kind,
    visitor::SignedIn,
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub decided: bool,
    pub cases: Vec<CaseView>,
}

#[derive(Template)]
#[template(path = "pages/work.html")]
pub(crate) struct WorkPage {
    pub f: Frame,
    pub case: CaseView,
    pub sender: SenderRow,
    pub steps: Vec<StepView>,
    pub offered: Vec<Step>,
    pub rules: ReplyRules,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// Finished HTML: pictures and recordings that were sent.
    pub attachments: String,
    /// Where the story is mended, when the next thing to do is that.
    pub mend: Option<String>,
}

/// GET /meja/hak-jawab
pub(crate) async fn desk(visit: Visit) -> Answer {
    let db = &visit.app.db;
    let decided = visit.query_value("lihat").as_deref() == Some("selesai");
    let ids = if decided { store::decided(db).await? } else { store::waiting(db).await? };
    let by = visit.person()?;
    let mut replies = store::replies(db, &ids).await?;
    replies.retain(|reply| may_answer(by, reply.area));
    let heading = visit.words().t("reply-desk");
    let f = titled(&visit, heading, &FieldErrors::default()).await?;
    let cases = CaseView::all(&visit.app, &f, replies).await?;
    visit.page(&DeskPage { f, decided, cases })
}

/// How many requests wait for someone.
pub(crate) fn waiting<'a>(
    app: &'a App,
    person: &'a SignedIn,
) -> Later<'a, Vec<(&'static str, i64)>> {
    Box::pin(async move {
        let ids = store::waiting(&app.db).await?;
        let mut replies = store::replies(&app.db, &ids).await?;
        replies.retain(|reply| may_answer(person, reply.area));
        Ok(vec![("/meja/hak-jawab", i64::try_from(replies.len())?)])
    })
}

/// GET /meja/hak-jawab/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<ReplyId>) -> Answer {
    let typed = (Fields::default(), FieldErrors::default());
    let page = WorkPage::load(&visit, id, typed).await?;
    visit.page(&page)
}

/// POST /meja/hak-jawab/{id}
pub(crate) async fn act(visit: Visit, Path(id): Path<ReplyId>, fields: Fields) -> Answer {
    let rules = ReplyRules::now(&visit.app)?;
    let done = match Deed::read(&fields, Step::OF_DESK, &rules) {
        Ok(deed) => actions::answer(&visit.app, visit.person()?, id, deed).await,
        Err(errors) => Err(Refusal::Invalid(errors).into()),
    };
    match done {
        Ok(_) => visit.go_with_notice(&format!("/meja/hak-jawab/{id}"), "reply-noted"),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let page = WorkPage::load(&visit, id, (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(failure) => Err(failure),
    }
}

impl WorkPage {
    async fn load(
        visit: &Visit,
        id: ReplyId,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<WorkPage> {
        let app = &visit.app;
        let reply = store::find(&app.db, id).await?.or_not_found()?;
        if !may_answer(visit.person()?, reply.area) {
            return Err(Refusal::NotAllowed("refusal-reply-area").into());
        }
        let f = titled(visit, reply.number.clone(), &errors).await?;
        let attached = media::list(&app.db, id.into()).await?;
        Ok(WorkPage {
            sender: store::sender(&app.db, id).await?,
            steps: view::steps(app, &f, (&reply, true)).await?,
            offered: offered(visit, &reply).await?,
            rules: ReplyRules::now(app)?,
            attachments: media::shown_to_few(&f, &attached),
            mend: mending_path(&reply),
            case: CaseView::load(app, &f, reply).await?,
            f,
            fields,
            errors,
        })
    }

    fn chosen(&self, step: &Step) -> bool {
        self.fields.line("step") == step.as_str()
    }

    fn chose_ground(&self, ground: &str) -> bool {
        self.fields.line("ground") == ground
    }

    fn proposes(&self) -> bool {
        self.offered.contains(&Step::Proposed)
    }

    /// The key of what a step is called; that of a correction is another thing.
    fn deed_key(&self, step: &Step) -> String {
        match (step, self.case.reply.asks) {
            (Step::Accepted | Step::Published, Asks::Correction) => {
                format!("reply-deed-{step}-correction")
            }
            _ => format!("reply-deed-{step}"),
        }
    }
}

/// The steps that lead on from here for this person: who proposed a refusal does not confirm it, unless nobody else can.
async fn offered(visit: &Visit, reply: &Reply) -> Outcome<Vec<Step>> {
    let now = visit.app.now();
    let by = visit.person_id()?;
    let own = reply.proposed_by == Some(by)
        && !actions::may_alone(&visit.app, by, (reply, reply.state_at)).await?;
    let steps = Step::OF_DESK.iter().copied();
    let steps = steps.filter(|step| reply.after(*step, now).is_some());
    Ok(steps.filter(|step| !(own && *step == Step::Refused)).collect())
}

/// An accepted correction of a story waits for its next edition, which is made there.
fn mending_path(reply: &Reply) -> Option<String> {
    let waits = reply.asks == Asks::Correction && reply.state == State::Accepted;
    let path = || format!("/meja/terbit/{}", base::ids::short(reply.subject_id));
    (waits && reply.kind == Kind::Story).then(path)
}
