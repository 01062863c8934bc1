//! The form: what, where, when, how to reach the sender, whether to name them. Two minutes, no script, no account.
use super::titled;
use crate::{actions, rules::TipRules, tip::TipDraft};
use askama::Template;
use axum::http::StatusCode;
use base::refusal::FieldErrors;
use base::{
    attribution::Attribution,
    limits::Limited,
    refusal::Outcome,
    web::{Answer, Fields, Form, Frame, Visit, scripts},
};
use media::Taken;

#[derive(Template)]
#[template(path = "pages/new.html")]
pub(crate) struct NewPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub picker: String,
    /// Finished HTML: what was sent already, and a field for more.
    pub attachments: String,
    pub once: String,
    pub rules: TipRules,
}

impl NewPage {
    pub async fn load(visit: &Visit, taken: Taken) -> Outcome<NewPage> {
        let Taken { fields, errors, refused } = taken;
        let app = &visit.app;
        let f = titled(visit, visit.words().t("tip-heading"), &errors).await?;
        let once = once(visit, &fields);
        let waiting = media::waiting(&app.db, &once).await?;
        Ok(NewPage {
            picker: areas::picker(app, &f, "area", (&fields, &errors)),
            attachments: media::picker(&f, &waiting, &refused, &fields),
            rules: TipRules::now(app)?,
            once,
            f,
            fields,
            errors,
        })
    }

    fn attributions(&self) -> Vec<(Attribution, bool)> {
        let chosen = Attribution::parse(&self.fields.line("attribution"));
        let chosen = chosen.unwrap_or(Attribution::Background);
        TipDraft::ATTRIBUTIONS.iter().map(|one| (*one, *one == chosen)).collect()
    }

    fn text_attributes(&self) -> String {
        format!("rows=\"8\" required maxlength=\"{}\"", self.rules.text_chars_max)
    }
}

/// The form's mark: from it comes the code that its sender gets, so it is as good as a secret.
fn once(visit: &Visit, fields: &Fields) -> String {
    let sent = fields.line("once");
    if sent.is_empty() { visit.app.random.token() } else { sent }
}

/// GET /kabar
pub(crate) async fn form(visit: Visit) -> Answer {
    let page = NewPage::load(&visit, Taken::default()).await?;
    visit.page_with_script(StatusCode::OK, &page, scripts::UPLOADING)
}

/// POST /kabar
pub(crate) async fn create(visit: Visit, form: Form) -> Answer {
    let typed = media::take_form(&visit, form).await?;
    let again = media::uploading(&typed.fields) || areas::searching(&typed.fields);
    if typed.all_well() && again {
        let page = NewPage::load(&visit, typed).await?;
        return visit.page_with_script(StatusCode::OK, &page, scripts::UPLOADING);
    }
    let rules = TipRules::now(&visit.app)?;
    let draft = match TipDraft::read(&visit.app, (&typed.fields, visit.lang), &rules) {
        Ok(draft) if typed.all_well() => draft,
        Ok(_) => return refused(&visit, typed).await,
        Err(errors) => return refused(&visit, Taken { errors, ..typed }).await,
    };
    visit.limit(Limited::Account)?;
    let sent = actions::send(&visit.app, &draft).await?;
    let path = format!("/kabar/{}/rahasia?kode={}", sent.id, sent.code);
    visit.go_with_notice(&path, "tip-sent")
}

async fn refused(visit: &Visit, typed: Taken) -> Answer {
    let page = NewPage::load(visit, typed).await?;
    visit.page_with_script(StatusCode::UNPROCESSABLE_ENTITY, &page, scripts::UPLOADING)
}
