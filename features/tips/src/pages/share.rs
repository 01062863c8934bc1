//! What another app shares with the installed one: it arrives in the form of a tip, to be read before it is sent; who writes
//! here may take it into a draft instead.
use super::new::{self, NewPage, Shared};
use axum::http::StatusCode;
use base::web::{Answer, Fields, Form, Visit, scripts};

/// Where a draft is begun, in houses that have stories.
const WRITING: &str = "/tulisan/baru";

/// GET /bagikan: the page was loaded again, and what was shared is gone from it.
pub(crate) async fn show(visit: Visit) -> Answer {
    visit.go("/kabar")
}

/// POST /bagikan
pub(crate) async fn take(visit: Visit, mut form: Form) -> Answer {
    let shared = Shared::of(&form.fields);
    let (once, what) = (visit.app.random.token(), shared.text());
    form.fields = Fields::from_pairs(&[("once", &once), ("what", &what)]);
    let (typed, read) = new::take(&visit, form).await?;
    let status = if typed.all_well() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let writes = visit.visitor.signed_in.is_some() && visit.app.stands(WRITING);
    let page = NewPage::load(&visit, typed).await?;
    let page = NewPage { chat: read, shared: writes.then_some(shared), ..page };
    visit.page_with_script(status, &page, scripts::UPLOADING)
}

impl Shared {
    /// The fields are those of base's manifest. Apps put the address into the text, or beside it, or both.
    fn of(fields: &Fields) -> Shared {
        let (text, url) = (fields.text("text"), fields.line("url"));
        let parts = [text.as_str(), if text.contains(&url) { "" } else { url.as_str() }];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Shared { title: fields.line("title"), body: parts.join("\n") }
    }

    fn text(&self) -> String {
        format!("{}\n\n{}", self.title, self.body).trim().to_owned()
    }
}
