//! The form: what, where, when, how to reach the sender, whether to name them. Two minutes, no script, no account.
use super::titled;
use crate::{actions, chat, rules::TipRules, tip::TipDraft};
use askama::Template;
use axum::http::StatusCode;
use base::{
    anyhow::Context,
    attribution::Attribution,
    limits::Limited,
    refusal::{FieldErrors, Outcome},
    web::{Answer, Fields, Form, Frame, SentFile, Visit, scripts},
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
    /// How many messages of a conversation were read just now, and how many older ones were left out.
    pub chat: Option<(i64, i64)>,
    /// What was shared from another app, offered as a draft to who writes here.
    pub shared: Option<Shared>,
}

/// A title and a text from another app.
pub(crate) struct Shared {
    pub title: String,
    pub body: String,
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
            chat: None,
            shared: None,
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

    fn chat_attributes(&self) -> String {
        format!("rows=\"10\" maxlength=\"{}\"", self.rules.chat_chars_max)
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
    let (typed, read) = take(&visit, form).await?;
    let again = media::uploading(&typed.fields) || areas::searching(&typed.fields);
    if typed.all_well() && (again || read.is_some()) {
        let mut page = NewPage::load(&visit, typed).await?;
        page.chat = read;
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

/// Takes in what a form sent: files by `media`, a conversation by us. It is shown before it is sent, and says how much of
/// it was read.
pub(super) async fn take(visit: &Visit, mut form: Form) -> Outcome<(Taken, Option<(i64, i64)>)> {
    let own = |file: &SentFile| file.field == chat::FIELD && file.bytes > 0;
    let sent = std::mem::take(&mut form.files);
    let (chats, files): (Vec<SentFile>, Vec<SentFile>) = sent.into_iter().partition(own);
    form.files = files;
    let mut typed = media::take_form(visit, form).await?;
    let Some(file) = chats.into_iter().next() else { return Ok((typed, None)) };
    visit.limit(Limited::Upload)?;
    let letters_max = TipRules::now(&visit.app)?.chat_chars_max;
    let reading = tokio::task::spawn_blocking(move || chat::read_file(file, letters_max));
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    match reading.await.context("reading a conversation")? {
        Ok(chat) => {
            typed.fields = with(&typed.fields, "chat", &chat.text);
            Ok((typed, Some((count(chat.messages), count(chat.left_out)))))
        }
        Err(key) => {
            typed.errors.add(chat::FIELD, key);
            Ok((typed, None))
        }
    }
}

/// The same fields, one with another value.
pub(super) fn with(fields: &Fields, name: &str, value: &str) -> Fields {
    let others = fields.pairs().filter(|(other, _)| *other != name);
    Fields::from_pairs(&others.chain([(name, value)]).collect::<Vec<_>>())
}

async fn refused(visit: &Visit, typed: Taken) -> Answer {
    let page = NewPage::load(visit, typed).await?;
    visit.page_with_script(StatusCode::UNPROCESSABLE_ENTITY, &page, scripts::UPLOADING)
}
