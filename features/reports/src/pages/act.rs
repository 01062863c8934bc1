//! A deed on a page of its own: what will happen, what it asks, one button. The desk, an officer and the sender each come
//! to it by their own way.
use super::titled;
use crate::{
    deeds::{self, Ask, AskKind, Deed, perform},
    may,
    report::{Report, Way},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::ReportId,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit, once},
};

#[derive(Template)]
#[template(path = "pages/act.html")]
pub(crate) struct ActPage {
    pub f: Frame,
    pub deed: Deed,
    /// The key of its name.
    pub key: String,
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
    pub fields: Fields,
    pub errors: FieldErrors,
}

impl ActPage {
    fn value(&self, name: &str) -> String {
        self.fields.text(name)
    }

    /// Each field with the key of its label.
    fn labels(&self) -> Vec<(&'static str, &'static str)> {
        self.asks.iter().map(|ask| (ask.name, ask.key)).collect()
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
            open.extend([Deed::HideWords, Deed::ShowWords, Deed::Seen]);
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
            Side::Sender if self.code.is_empty() => format!("/laporan/{id}/rahasia"),
            Side::Sender => format!("/laporan/{id}/rahasia?kode={}", self.code),
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

    async fn page(
        &self,
        visit: &Visit,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<ActPage> {
        let key = self.deed.key_in(self.report.state);
        let f = titled(visit, &key, &errors).await?;
        let f = Frame { noindex: true, ..f.about(&self.report.number) };
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
            fields,
            errors,
            f,
        })
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
    fn first(&self, visit: &Visit) -> Fields {
        let class = self.report.class.to_string();
        let wanted = self.report.wanted.map_or_else(String::new, |id| id.to_string());
        let way = Way::Here.to_string();
        let step = visit.query_value("langkah").unwrap_or_default();
        let pairs = [("class", &class), ("agency", &wanted), ("way", &way), ("step", &step)];
        Fields::from_pairs(&pairs.map(|(name, value)| (name, value.as_str())))
    }

    async fn ask(&self, visit: &Visit) -> Answer {
        let page = self.page(visit, (self.first(visit), FieldErrors::default())).await?;
        visit.page(&page)
    }

    async fn act(&self, visit: &Visit, fields: Fields) -> Answer {
        let what = (self.report.id, self.deed);
        let done = match self.side {
            Side::Desk => perform::at_desk(visit, what, &fields).await,
            Side::Body => perform::as_officer(visit, what, &fields).await,
            Side::Sender => perform::as_sender(&visit.app, what, &fields).await,
        };
        match done {
            Ok(()) => visit.go_with_notice(&self.after(), &format!("report-{}", self.deed)),
            Err(Failure::Refused(Refusal::Invalid(errors))) => {
                let page = self.page(visit, (fields, errors)).await?;
                visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
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

/// GET /meja/laporan/{id}/{deed}
pub(crate) async fn desk_form(visit: Visit, Path((id, deed)): Path<(ReportId, String)>) -> Answer {
    Ground::find(&visit, Side::Desk, (id, &deed), String::new()).await?.ask(&visit).await
}

/// POST /meja/laporan/{id}/{deed}
pub(crate) async fn desk_do(
    visit: Visit,
    Path((id, deed)): Path<(ReportId, String)>,
    fields: Fields,
) -> Answer {
    Ground::find(&visit, Side::Desk, (id, &deed), String::new()).await?.act(&visit, fields).await
}

/// GET /meja/instansi/{id}/{deed}
pub(crate) async fn body_form(visit: Visit, Path((id, deed)): Path<(ReportId, String)>) -> Answer {
    Ground::find(&visit, Side::Body, (id, &deed), String::new()).await?.ask(&visit).await
}

/// POST /meja/instansi/{id}/{deed}
pub(crate) async fn body_do(
    visit: Visit,
    Path((id, deed)): Path<(ReportId, String)>,
    fields: Fields,
) -> Answer {
    Ground::find(&visit, Side::Body, (id, &deed), String::new()).await?.act(&visit, fields).await
}

/// GET /laporan/{id}/rahasia/{deed}
pub(crate) async fn sender_form(
    visit: Visit,
    Path((id, deed)): Path<(ReportId, String)>,
) -> Answer {
    let code = visit.query_value("kode").unwrap_or_default();
    Ground::find(&visit, Side::Sender, (id, &deed), code).await?.ask(&visit).await
}

/// POST /laporan/{id}/rahasia/{deed}
pub(crate) async fn sender_do(
    visit: Visit,
    Path((id, deed)): Path<(ReportId, String)>,
    fields: Fields,
) -> Answer {
    let code = fields.line("kode");
    let ground = Ground::find(&visit, Side::Sender, (id, &deed), code).await?;
    if let Some(words) = ground.words_of_account(&visit, &fields).await?
        && let Some(door) = visit.agree_first(&words).await?
    {
        return Ok(door);
    }
    ground.act(&visit, fields).await
}
