//! What was decided about one's own texts and account, and the button that says that it was read.
use super::{
    frame,
    person::{reason, standing},
};
use crate::actions;
use askama::Template;
use base::{
    measures, notices,
    refusal::FieldErrors,
    store::{MeasureRow, NoticeRow},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/news.html")]
pub(crate) struct NewsPage {
    pub f: Frame,
    pub measures: Vec<MeasureRow>,
    pub notices: Vec<NoticeRow>,
    /// Something has yet to be read.
    pub unread: bool,
    /// Where a form was kept meanwhile; else empty.
    pub next: String,
}

impl NewsPage {
    pub(crate) fn sentence(&self, notice: &NoticeRow) -> String {
        let words = &self.f.words;
        let reason = notice.reason.map(|reason| words.t(&format!("offence-{reason}")));
        let what = words.t(&format!("kind-{}", notice.kind));
        let values = [("what", what.as_str()), ("reason", reason.as_deref().unwrap_or_default())];
        words.fill(&format!("person-notice-{}", notice.word), &values)
    }

    /// Where more stands, when that is another page.
    pub(crate) fn more<'a>(&self, notice: &'a NoticeRow) -> Option<&'a str> {
        Some(notice.path.as_str()).filter(|path| *path != measures::PAGE)
    }
}

/// GET /akun/pemberitahuan
pub async fn show(visit: Visit) -> Answer {
    let (db, person) = (&visit.app.db, visit.person_id()?);
    let measures = measures::of(db, person).await?;
    let notices = notices::of(db, person).await?;
    let unread = measures.iter().any(|measure| measure.seen_at.is_none())
        || notices.iter().any(|notice| notice.seen_at.is_none());
    let f = frame(&visit, visit.words().t("news-heading"), &FieldErrors::default()).await?;
    let next = kept_form(visit.query_value("lanjut"));
    visit.page(&NewsPage { f, measures, notices, unread, next })
}

/// POST /akun/pemberitahuan
pub async fn read(visit: Visit, fields: Fields) -> Answer {
    actions::note_read(&visit.app, visit.person_id()?).await?;
    let next = kept_form(Some(fields.line("next")));
    if next.is_empty() {
        return visit.go_with_notice(measures::PAGE, "news-read");
    }
    visit.go(&next)
}

/// Only a form that was kept on the way here is gone on with.
fn kept_form(wanted: Option<String>) -> String {
    wanted.filter(|path| path.starts_with("/lanjutkan?kunci=")).unwrap_or_default()
}
