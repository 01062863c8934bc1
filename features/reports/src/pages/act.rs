//! A deed on a page of its own: what will happen, what it asks, one button. The desk, an officer and the sender each come
//! to it by their own way.
use super::titled;
use crate::{
    deeds::{self, Ask, AskKind, Deed, perform},
    may,
    report::{Report, Visibility, Way},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::ReportId,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Form, Frame, Visit, once, scripts},
};
use media::Taken;

#[derive(Template)]
#[template(path = "pages/act.html")]
pub(crate) struct ActPage {
    pub f: Frame,
    pub deed: Deed,
    /// The key of its name.
    pub key: String,
    /// What will happen.
    pub hint: String,
    /// Number and title, as the one who acts may know them.
    pub about: String,
    /// Where the form is sent and where "back" leads, without language.
    pub action: String,
    pub back: String,
    pub code: String,
    /// The step whose words it is about; mostly none.
    pub step: String,
    /// Makes the form one act: empty for a sender, whom no row of sent forms shall name.
    pub form_key: String,
    pub asks: Vec<Ask>,
    /// The mark of the form, under which its files wait, and finished HTML for them; empty where none are taken.
    pub once: String,
    pub files: String,
    pub fields: Fields,
    pub errors: FieldErrors,
}

impl ActPage {
    fn value(&self, name: &str) -> String {
        self.fields.text(name)
    }

    /// Each field with the key of its label.
    fn labels(&self) -> Vec<(&'static str, &'static str)> {
        let asked = self.asks.iter().map(|ask| (ask.name, ask.key));
        asked.chain([("attach", "media-field-files")]).collect()
    }

    /// A deed after which nobody works on the report.
    fn ends_it(&self) -> bool {
        self.deed == Deed::Refuse
    }

    fn chosen(&self, name: &str, value: &str) -> bool {
        self.fields.line(name) == value
    }
}

/// From where someone acts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Desk,
    Body,
    Sender,
}

/// Who acts on what.
struct Ground {
    side: Side,
    report: Report,
    deed: Deed,
    code: String,
}

/// The deeds that stand open on a report; refuses whoever may not act on it at all.
async fn open_to(visit: &Visit, side: Side, report: &Report, code: &str) -> Outcome<Vec<Deed>> {
    let app = &visit.app;
    match side {
        Side::Desk => {
            may::at_the_desk(app, visit.person()?, report).await?;
            let mut open = deeds::for_desk(report);
            open.extend(deeds::on_words(report));
            Ok(open)
        }
        Side::Body => {
            may::speaks_for(visit, report)?;
            Ok(deeds::for_body(report))
        }
        Side::Sender => {
            let shown = Some(code).filter(|code| !code.is_empty());
            let sender = may::as_sender(visit, report, shown).await?;
            deeds::for_sender(app, report, &sender)
        }
    }
}

impl Ground {
    /// The deed that the address names, if it stands open to the visitor on this report.
    async fn find(
        visit: &Visit,
        side: Side,
        (id, deed): (ReportId, &str),
        code: String,
    ) -> Outcome<Ground> {
        let deed = Deed::parse(deed).or_not_found()?;
        let report = store::find(&visit.app.db, id).await?.or_not_found()?;
        if open_to(visit, side, &report, &code).await?.contains(&deed) {
            Ok(Ground { side, report, deed, code })
        } else {
            Err(Refusal::Conflict("refusal-report-step").into())
        }
    }

    /// The page that they came from, without language.
    fn back(&self) -> String {
        let id = self.report.id;
        match self.side {
            Side::Desk => format!("/meja/laporan/{id}"),
            Side::Body => format!("/meja/instansi/{id}"),
            Side::Sender => own_page(id, &self.code),
        }
    }

    fn action(&self) -> String {
        let (id, deed) = (self.report.id, self.deed);
        match self.side {
            Side::Desk => format!("/meja/laporan/{id}/{deed}"),
            Side::Body => format!("/meja/instansi/{id}/{deed}"),
            Side::Sender => format!("/laporan/{id}/rahasia/{deed}"),
        }
    }

    async fn page(&self, visit: &Visit, typed: Taken) -> Outcome<ActPage> {
        let (once, files) = self.files(visit, &typed).await?;
        let Taken { fields, errors, .. } = typed;
        let key = self.deed.key_in(self.report.state);
        let f = titled(visit, &key, &errors).await?;
        let f = Frame { noindex: true, ..f.about(&self.report.number) };
        let hint = f.hint(self.hint_key(&key).as_str());
        Ok(ActPage {
            about: format!("{} · {}", self.report.number, self.title()),
            action: self.action(),
            back: self.back(),
            code: self.code.clone(),
            step: fields.line("step"),
            form_key: self.form_key(visit),
            asks: deeds::asks(&visit.app, &f, self.deed, &self.report).await?,
            deed: self.deed,
            key,
            hint,
            once,
            files,
            fields,
            errors,
            f,
        })
    }

    /// The sender of a secret report is told that the desk reads first, and that nobody else does.
    fn hint_key(&self, key: &str) -> String {
        let says = matches!(self.deed, Deed::Reply | Deed::NotRepaired | Deed::Reopen);
        let secret = self.report.visibility == Visibility::Secret && self.side == Side::Sender;
        if says && secret { "report-deed-secret".to_owned() } else { key.to_owned() }
    }

    /// The mark of the form and its part for files.
    async fn files(&self, visit: &Visit, typed: &Taken) -> Outcome<(String, String)> {
        if !self.deed.takes_files() {
            return Ok((String::new(), String::new()));
        }
        let sent = typed.fields.line("once");
        let once = if sent.is_empty() { visit.app.random.token() } else { sent };
        let waiting = media::waiting(&visit.app.db, &once).await?;
        let f = visit.frame(String::new()).await?;
        Ok((once, media::picker(&f, &waiting, &typed.refused, &typed.fields)))
    }

    async fn show(&self, visit: &Visit, (status, typed): (StatusCode, Taken)) -> Answer {
        let page = self.page(visit, typed).await?;
        match self.deed.takes_files() {
            true => visit.page_with_script(status, &page, scripts::UPLOADING),
            false => visit.page_with(status, &page),
        }
    }

    fn title(&self) -> &str {
        match self.side {
            Side::Body => self.report.public_title(),
            Side::Desk | Side::Sender => &self.report.title,
        }
    }

    /// Senders have no account by which a form that is sent twice is known.
    fn form_key(&self, visit: &Visit) -> String {
        match self.side {
            Side::Desk | Side::Body => once::fresh(visit),
            Side::Sender => String::new(),
        }
    }

    /// What the form shows first.
    async fn first(&self, visit: &Visit) -> Outcome<Fields> {
        let class = self.report.class.to_string();
        let wanted = self.report.wanted.map_or_else(String::new, |id| id.to_string());
        let way = Way::Here.to_string();
        let step = visit.query_value("langkah").unwrap_or_default();
        let words = match self.deed {
            Deed::PassOn => self.words_of(visit, &step).await?,
            _ => String::new(),
        };
        let pairs = [
            ("class", &class),
            ("agency", &wanted),
            ("way", &way),
            ("step", &step),
            ("words", &words),
        ];
        Ok(Fields::from_pairs(&pairs.map(|(name, value)| (name, value.as_str()))))
    }

    /// What the sender said in a step: the desk begins with that and leaves out what would tell who it was.
    async fn words_of(&self, visit: &Visit, step: &str) -> Outcome<String> {
        let steps = store::steps(&visit.app.db, self.report.id).await?;
        let step = steps.into_iter().find(|one| base::ids::short(one.id) == step).or_not_found()?;
        Ok(step.words.unwrap_or_default())
    }

    async fn ask(&self, visit: &Visit) -> Answer {
        let typed = Taken { fields: self.first(visit).await?, ..Taken::default() };
        self.show(visit, (StatusCode::OK, typed)).await
    }

    async fn act(&self, visit: &Visit, form: Form) -> Answer {
        let typed = match self.deed.takes_files() {
            true => media::take_form(visit, form).await?,
            false => Taken { fields: form.fields, ..Taken::default() },
        };
        match (typed.all_well(), media::uploading(&typed.fields)) {
            (false, _) => self.show(visit, (StatusCode::UNPROCESSABLE_ENTITY, typed)).await,
            (true, true) => self.show(visit, (StatusCode::OK, typed)).await,
            (true, false) => self.perform(visit, typed).await,
        }
    }

    async fn perform(&self, visit: &Visit, typed: Taken) -> Answer {
        let (what, fields) = ((self.report.id, self.deed), &typed.fields);
        let done = match self.side {
            Side::Desk => perform::at_desk(visit, what, fields).await,
            Side::Body => perform::as_officer(visit, what, fields).await,
            Side::Sender => perform::as_sender(&visit.app, what, fields).await,
        };
        match done {
            Ok(()) => visit.go_with_notice(&self.after(), &format!("report-{}", self.deed)),
            Err(Failure::Refused(Refusal::Invalid(errors))) => {
                let typed = Taken { errors, ..typed };
                self.show(visit, (StatusCode::UNPROCESSABLE_ENTITY, typed)).await
            }
            Err(failure) => Err(failure),
        }
    }

    /// What an account says on its own report, as it may be kept until the newest terms are agreed to: without the
    /// code, which an account does not need. Who has none agreed when the code was typed.
    async fn words_of_account(&self, visit: &Visit, fields: &Fields) -> Outcome<Option<Fields>> {
        let sender = store::sender(&visit.app.db, self.report.id).await?;
        let person = sender.and_then(|sender| sender.person);
        if fields.line("words").is_empty() || person.is_none() || person != visit.visitor.id() {
            return Ok(None);
        }
        let kept: Vec<(&str, &str)> = fields.pairs().filter(|(name, _)| *name != "kode").collect();
        Ok(Some(Fields::from_pairs(&kept)))
    }

    /// What a body gave back is no longer on its desk.
    fn after(&self) -> String {
        match (self.side, self.deed) {
            (Side::Body, Deed::GiveBack) => "/meja/instansi".to_owned(),
            _ => self.back(),
        }
    }
}

/// The sender's page of a report.
fn own_page(id: ReportId, code: &str) -> String {
    let path = format!("/laporan/{id}/rahasia");
    if code.is_empty() { path } else { format!("{path}?kode={code}") }
}

/// Who is too late as a sender is led back with the code, which stands in no address that they asked for.
async fn with_way_back(visit: &Visit, (id, code): (ReportId, &str), answer: Answer) -> Answer {
    match answer {
        Err(Failure::Refused(Refusal::Conflict(key))) => {
            visit.too_late(key, &own_page(id, &base::cases::code_in_address(code))).await
        }
        other => other,
    }
}

/// GET /meja/laporan/{id}/{deed}
pub(crate) async fn desk_form(visit: Visit, Path((id, deed)): Path<(ReportId, String)>) -> Answer {
    Ground::find(&visit, Side::Desk, (id, &deed), String::new()).await?.ask(&visit).await
}

/// POST /meja/laporan/{id}/{deed}
pub(crate) async fn desk_do(
    visit: Visit,
    Path((id, deed)): Path<(ReportId, String)>,
    form: Form,
) -> Answer {
    Ground::find(&visit, Side::Desk, (id, &deed), String::new()).await?.act(&visit, form).await
}

/// GET /meja/instansi/{id}/{deed}
pub(crate) async fn body_form(visit: Visit, Path((id, deed)): Path<(ReportId, String)>) -> Answer {
    Ground::find(&visit, Side::Body, (id, &deed), String::new()).await?.ask(&visit).await
}

/// POST /meja/instansi/{id}/{deed}
pub(crate) async fn body_do(
    visit: Visit,
    Path((id, deed)): Path<(ReportId, String)>,
    form: Form,
) -> Answer {
    Ground::find(&visit, Side::Body, (id, &deed), String::new()).await?.act(&visit, form).await
}

/// GET /laporan/{id}/rahasia/{deed}
pub(crate) async fn sender_form(
    visit: Visit,
    Path((id, deed)): Path<(ReportId, String)>,
) -> Answer {
    let code = visit.query_value("kode").unwrap_or_default();
    let answer = match Ground::find(&visit, Side::Sender, (id, &deed), code.clone()).await {
        Ok(ground) => ground.ask(&visit).await,
        Err(failure) => Err(failure),
    };
    with_way_back(&visit, (id, &code), answer).await
}

/// POST /laporan/{id}/rahasia/{deed}
pub(crate) async fn sender_do(
    visit: Visit,
    Path((id, deed)): Path<(ReportId, String)>,
    fields: Fields,
) -> Answer {
    let code = fields.line("kode");
    let answer = said_by_sender(&visit, (id, &deed, &code), fields).await;
    with_way_back(&visit, (id, &code), answer).await
}

async fn said_by_sender(
    visit: &Visit,
    (id, deed, code): (ReportId, &str, &str),
    fields: Fields,
) -> Answer {
    let ground = Ground::find(visit, Side::Sender, (id, deed), code.to_owned()).await?;
    if let Some(words) = ground.words_of_account(visit, &fields).await?
        && let Some(door) = visit.agree_first(&words).await?
    {
        return Ok(door);
    }
    ground.act(visit, Form { fields, files: vec![] }).await
}
