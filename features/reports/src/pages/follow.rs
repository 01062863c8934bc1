//! How a sender comes back: with the number and the code, or with their account. Nothing of this page is in a log: the
//! log names the route, not the address.
use super::view::{Due, For, Moment, ReportView};
use crate::{
    deeds::{self, Deed},
    may,
    report::{NUMBER, Report, State, Turn, Visibility},
    rules::zone_of,
    store::{self, NoteKind, NoteRow, SenderRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    cases,
    clock::Zone,
    ids::ReportId,
    limits::Limited,
    links::{self, Linked},
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::Kind,
    web::{Answer, Fields, Frame, Visit},
};

/// Asks for number and code.
#[derive(Template)]
#[template(path = "pages/ask.html")]
pub(crate) struct AskPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// Reports of the account that is signed in.
    pub own: Vec<(String, String)>,
}

pub(crate) struct NoteView {
    pub when: Moment,
    pub who: String,
    pub text: String,
}

impl NoteView {
    fn to_sender(f: &Frame, zone: Zone, note: NoteRow) -> NoteView {
        let asks = note.kind == NoteKind::Question;
        let who = f.t(if asks { "report-actor-desk" } else { "report-you" });
        NoteView { when: Moment::of(f, zone, note.at), who, text: note.text }
    }
}

/// What its sender sees, and may do.
#[derive(Template)]
#[template(path = "pages/follow.html")]
pub(crate) struct FollowPage {
    pub f: Frame,
    pub report: ReportView,
    pub state: State,
    /// As it was shown when the report was sent; empty for an account.
    pub code: String,
    pub next: String,
    pub due: Option<Due>,
    pub public: bool,
    pub deeds: Vec<Deed>,
    pub notes: Vec<NoteView>,
    pub ombudsman: bool,
    /// Finished HTML: pictures and recordings.
    pub attachments: String,
    /// Something can be added or taken away.
    pub files_open: bool,
    /// Those from which it was sent.
    pub stories: Vec<Linked>,
}

/// GET /laporan/ikuti
pub(crate) async fn ask(visit: Visit) -> Answer {
    let number = visit.query_value("nomor").unwrap_or_default();
    let fields = Fields::from_pairs(&[("number", &number)]);
    let page = AskPage::load(&visit, fields, FieldErrors::default()).await?;
    visit.page(&page)
}

/// POST /laporan/ikuti
pub(crate) async fn find(visit: Visit, fields: Fields) -> Answer {
    let mut errors = AskPage::missing(&fields);
    if errors.is_empty() {
        visit.limit(Limited::Guess)?;
        if let Some(path) = own_page(&visit, &fields).await? {
            return visit.go(&path);
        }
        errors.add("code", "error-report-code");
    }
    let page = AskPage::load(&visit, fields, errors).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The sender's page of the report that number and code belong to.
async fn own_page(visit: &Visit, fields: &Fields) -> Outcome<Option<String>> {
    let db = &visit.app.db;
    let code = fields.line("code");
    let found = match cases::read_number(NUMBER, &fields.line("number")) {
        Some(number) => store::by_number(db, &number).await?,
        None => None,
    };
    let report = match found {
        Some(id) => store::find(db, id).await?,
        None => None,
    };
    let right = |report: &Report| cases::code_hash(&code) == report.code_hash;
    let code_in_address = cases::code_in_address(&code);
    let path = |report: Report| format!("/laporan/{}/rahasia?kode={code_in_address}", report.id);
    Ok(report.filter(right).map(path))
}

impl AskPage {
    /// What was left empty is said by its name; it is no wrong guess.
    fn missing(fields: &Fields) -> FieldErrors {
        let mut errors = FieldErrors::default();
        for name in ["number", "code"] {
            if !fields.filled(name) {
                errors.add(name, "error-empty");
            }
        }
        errors
    }

    async fn load(visit: &Visit, fields: Fields, errors: FieldErrors) -> Outcome<AskPage> {
        let f = visit.frame(visit.words().t("report-follow-heading")).await?;
        let mut own = vec![];
        if let Some(person) = visit.visitor.id() {
            let ids = store::sent_by(&visit.app.db, person).await?;
            let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
            for report in store::reports(&visit.app.db, &ids).await? {
                let name = format!("{} · {}", report.number, report.title);
                own.push((name, format!("/laporan/{}/rahasia", report.id)));
            }
        }
        Ok(AskPage { f: Frame { noindex: true, ..f }, fields, errors, own })
    }
}

/// GET /laporan/{id}/rahasia
pub(crate) async fn show(visit: Visit, Path(id): Path<ReportId>) -> Answer {
    let report = store::find(&visit.app.db, id).await?.or_not_found()?;
    let code = visit.query_value("kode").filter(|code| !code.is_empty());
    let sender = may::as_sender(&visit, &report, code.as_deref()).await?;
    let page = FollowPage::load(&visit, report, (sender, code.unwrap_or_default())).await?;
    visit.page(&page)
}

impl FollowPage {
    async fn load(
        visit: &Visit,
        report: Report,
        (sender, code): (SenderRow, String),
    ) -> Outcome<FollowPage> {
        let app = &visit.app;
        let f = visit.frame(visit.words().t("report-follow-heading")).await?;
        let f = Frame { noindex: true, ..f.about(&report.title) };
        let attached = media::list(&app.db, report.id.into()).await?;
        Ok(FollowPage {
            code,
            next: f.t(&next_key(&report, &sender)),
            due: due(app, &f, &report),
            public: report.public(),
            state: report.state,
            deeds: deeds::for_sender(app, &report, &sender)?,
            notes: notes(app, &f, &report).await?,
            ombudsman: deeds::offers_ombudsman(&report),
            files_open: crate::actions::takes_files(&report) || !attached.is_empty(),
            attachments: media::shown_to_few(&f, &attached),
            stories: stories(app, &f, &report).await?,
            report: ReportView::load(app, &f, report, For::Whole).await?,
            f,
        })
    }

    fn deed_path(&self, deed: &Deed) -> String {
        self.with_code(&format!("/laporan/{}/rahasia/{deed}", self.report.id))
    }

    fn files_path(&self) -> String {
        self.with_code(&format!("/laporan/{}/rahasia/lampiran", self.report.id))
    }

    fn ombudsman_path(&self) -> String {
        self.with_code(&format!("/laporan/{}/ombudsman", self.report.id))
    }

    fn with_code(&self, path: &str) -> String {
        if self.code.is_empty() { path.to_owned() } else { format!("{path}?kode={}", self.code) }
    }
}

/// Until when the sender has the word.
fn due(app: &App, f: &Frame, report: &Report) -> Option<Due> {
    let due = report.due_at.filter(|_| report.turn == Turn::Reporter);
    due.map(|due| Due::of(f, zone_of(app, report.area), due))
}

/// Stories that it was sent from or joined with, public or not yet.
pub(super) async fn stories(app: &App, f: &Frame, report: &Report) -> Outcome<Vec<Linked>> {
    let (lang, subject) = (f.words.lang(), report.id.into());
    let mut linked = links::of(app, lang, subject).await?;
    linked.extend(links::waiting_of(app, lang, subject).await?);
    Ok(linked.into_iter().filter(|link| link.card.subject.kind == Kind::Story).collect())
}

/// What the desk and the sender wrote to each other.
async fn notes(app: &App, f: &Frame, report: &Report) -> Outcome<Vec<NoteView>> {
    let zone = zone_of(app, report.area);
    let notes = store::notes(&app.db, report.id).await?;
    let notes = notes.into_iter().filter(|note| note.kind != NoteKind::Note);
    Ok(notes.map(|note| NoteView::to_sender(f, zone, note)).collect())
}

/// The key of the sentence that says what happens next.
fn next_key(report: &Report, sender: &SenderRow) -> String {
    let sent = report.state == State::Sent;
    let key = match (report.visibility, sent) {
        (Visibility::Secret, true) => "secret",
        (_, true) if report.public() => "shown",
        (_, true) if sender.code_hash.is_some() => "confirm",
        (_, true) if sender.consented() => "held",
        (_, true) => "desk",
        _ => return format!("report-next-{}", report.state),
    };
    format!("report-next-sent-{key}")
}
