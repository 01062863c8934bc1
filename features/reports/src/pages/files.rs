//! The sender's pictures and recordings after the report was sent: more can come until it is shown, because what is shown
//! was looked at; any can be taken away at any time.
use super::titled;
use crate::{
    actions, may,
    report::Report,
    store::{self, SenderRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::ReportId,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    subject::Subject,
    web::{Answer, Fields, Form, Frame, Visit, scripts},
};

#[derive(Template)]
#[template(path = "pages/files.html")]
pub(crate) struct FilesPage {
    pub f: Frame,
    pub title: String,
    pub action: String,
    pub back: String,
    pub once: String,
    pub open: bool,
    pub errors: FieldErrors,
    /// Finished HTML.
    pub picker: String,
}

/// Whose report it is, and how they showed it.
struct Own {
    report: Report,
    sender: SenderRow,
    code: String,
}

impl Own {
    async fn find(visit: &Visit, id: ReportId) -> Outcome<Own> {
        let report = store::find(&visit.app.db, id).await?.or_not_found()?;
        let code = visit.query_value("kode").filter(|code| !code.is_empty());
        let sender = may::as_sender(visit, &report, code.as_deref()).await?;
        Ok(Own { report, sender, code: code.unwrap_or_default() })
    }

    fn path(&self, end: &str) -> String {
        let path = format!("/laporan/{}/rahasia{end}", self.report.id);
        if self.code.is_empty() { path } else { format!("{path}?kode={}", self.code) }
    }
}

/// GET /laporan/{id}/rahasia/lampiran
pub(crate) async fn form(visit: Visit, Path(id): Path<ReportId>) -> Answer {
    let own = Own::find(&visit, id).await?;
    let page = FilesPage::load(&visit, &own, (Fields::default(), FieldErrors::default(), vec![]));
    visit.page_with_script(StatusCode::OK, &page.await?, scripts::UPLOADING)
}

/// POST /laporan/{id}/rahasia/lampiran
pub(crate) async fn change(visit: Visit, Path(id): Path<ReportId>, form: Form) -> Answer {
    let own = Own::find(&visit, id).await?;
    let fields = form.fields;
    let (errors, refused) = match keep(&visit, &own, (&fields, form.files)).await {
        Err(Failure::Refused(Refusal::Invalid(errors))) => (errors, vec![]),
        kept => (FieldErrors::default(), kept?),
    };
    if errors.is_empty() && refused.is_empty() {
        let next = if media::uploading(&fields) { "/lampiran" } else { "" };
        return visit.go_with_notice(&own.path(next), "report-files-kept");
    }
    let page = FilesPage::load(&visit, &own, (fields, errors, refused)).await?;
    visit.page_with_script(StatusCode::UNPROCESSABLE_ENTITY, &page, scripts::UPLOADING)
}

/// Takes more in while it may, keeps what is said of those that are there, takes away what shall go.
async fn keep(
    visit: &Visit,
    own: &Own,
    (fields, files): (&Fields, Vec<base::web::SentFile>),
) -> Outcome<Vec<media::Refused>> {
    let (app, subject) = (&visit.app, Subject::from(own.report.id));
    let attached = media::list(&app.db, subject).await?;
    if !actions::takes_files(&own.report) {
        media::take_back(app, &attached, fields).await?;
        return Ok(vec![]);
    }
    let refused = media::receive(visit, &fields.line("once"), files).await?;
    let mut tx = app.db.begin().await?;
    // Reading a file takes seconds, in which the desk may have verified the report.
    let report = actions::find(&mut tx, own.report.id).await?;
    let said = (attached.as_slice(), fields);
    actions::keep_files(app, &mut tx, &report, said, own.sender.person).await?;
    tx.commit().await?;
    Ok(refused)
}

impl FilesPage {
    pub(crate) fn sample(f: Frame, open: bool) -> FilesPage {
        let attached = media::Attached::samples();
        FilesPage {
            picker: match open {
                true => media::picker(&f, &attached, &[], &Fields::default()),
                false => media::remover(&f, &attached),
            },
            title: "Lampu jalan di tikungan Kali Suri mati".into(),
            action: "/laporan/1/rahasia/lampiran".into(),
            back: "/laporan/1/rahasia".into(),
            once: "x".into(),
            open,
            errors: FieldErrors::default(),
            f,
        }
    }

    async fn load(
        visit: &Visit,
        own: &Own,
        (fields, errors, refused): (Fields, FieldErrors, Vec<media::Refused>),
    ) -> Outcome<FilesPage> {
        let f = titled(visit, "report-files-heading", &errors).await?.about(&own.report.number);
        let attached = media::list(&visit.app.db, own.report.id.into()).await?;
        let open = actions::takes_files(&own.report);
        Ok(FilesPage {
            picker: match open {
                true => media::picker(&f, &attached, &refused, &fields),
                false => media::remover(&f, &attached),
            },
            title: own.report.title.clone(),
            action: own.path("/lampiran"),
            back: own.path(""),
            once: visit.app.random.token(),
            open,
            errors,
            f: Frame { noindex: true, ..f },
        })
    }
}
