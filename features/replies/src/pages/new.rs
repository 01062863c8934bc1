//! The form: who asks, which passage, what is wrong, what is to be published. Two minutes, no script, no account.
use super::titled;
use crate::{
    actions::{self, window_until},
    passage,
    reply::{Asks, ReplyDraft},
    rules::{ReplyRules, zone_of},
    subjects,
};
use askama::Template;
use axum::http::StatusCode;
use base::{
    limits::Limited,
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::{Card, Subject},
    web::{Answer, Fields, Form, Frame, Visit, scripts},
};
use media::Taken;

#[derive(Template)]
#[template(path = "pages/new.html")]
pub(crate) struct NewPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// What is disputed.
    pub card: Card,
    /// Finished HTML: what was sent already, and a field for more.
    pub attachments: String,
    pub once: String,
    /// When the right of reply lapses, in words, and whether it has.
    pub window: Option<(String, bool)>,
    pub rules: ReplyRules,
}

impl NewPage {
    async fn load(visit: &Visit, card: Card, taken: Taken) -> Outcome<NewPage> {
        let Taken { fields, errors, refused } = taken;
        let (app, rules) = (&visit.app, ReplyRules::now(&visit.app)?);
        let f = titled(visit, visit.words().t("reply-new-heading"), &errors).await?;
        let once = once(visit, &fields);
        let waiting = media::waiting(&app.db, &once).await?;
        let until = window_until(app, (&rules, Asks::Reply), &card)?;
        let zone = zone_of(app, card.area);
        Ok(NewPage {
            attachments: media::picker(&f, &waiting, &refused, &fields),
            window: until.map(|at| (f.words.day_month_year(zone.date(at)), at < f.now)),
            once,
            card,
            rules,
            f,
            fields,
            errors,
        })
    }

    fn chosen(&self, asks: &Asks) -> bool {
        self.fields.line("asks") == asks.as_str()
    }

    fn all(&self) -> &'static [Asks] {
        Asks::ALL
    }
}

/// The form's mark: from it comes the code that its sender gets, so it is as good as a secret.
fn once(visit: &Visit, fields: &Fields) -> String {
    let sent = fields.line("once");
    if sent.is_empty() { visit.app.random.token() } else { sent }
}

/// The public thing that is disputed.
async fn disputed(visit: &Visit, fields: &Fields) -> Outcome<Card> {
    let asked = visit.query_value("tentang").unwrap_or_else(|| fields.line("tentang"));
    let subject = Subject::parse(&asked).filter(|subject| subjects::takes(subject.kind));
    let card = visit.app.describe(visit.lang, subject.or_not_found()?).await?;
    card.filter(|card| card.public).or_not_found()
}

/// GET /hak-jawab/baru?tentang=story-…
pub(crate) async fn form(visit: Visit) -> Answer {
    let card = disputed(&visit, &Fields::default()).await?;
    let page = NewPage::load(&visit, card, Taken::default()).await?;
    visit.page_with_script(StatusCode::OK, &page, scripts::UPLOADING)
}

/// POST /hak-jawab/baru
pub(crate) async fn create(visit: Visit, form: Form) -> Answer {
    let typed = media::take_form(&visit, form).await?;
    let card = disputed(&visit, &typed.fields).await?;
    if typed.all_well() && media::uploading(&typed.fields) {
        let page = NewPage::load(&visit, card, typed).await?;
        return visit.page_with_script(StatusCode::OK, &page, scripts::UPLOADING);
    }
    let rules = ReplyRules::now(&visit.app)?;
    let draft = match ReplyDraft::read((&typed.fields, visit.lang), card.subject, &rules) {
        Ok(draft) if typed.all_well() => draft,
        Ok(_) => return again(&visit, card, typed).await,
        Err(errors) => return again(&visit, card, Taken { errors, ..typed }).await,
    };
    if let Err(failure) = passage::check(&visit.app, &draft, &card).await {
        return again(&visit, card, Taken { errors: failure.of_form()?, ..typed }).await;
    }
    visit.limit(Limited::Account)?;
    let sent = actions::send(&visit.app, &draft).await?;
    let path = format!("/hak-jawab/{}/rahasia?kode={}", sent.id, sent.code);
    visit.go_with_notice(&path, "reply-sent")
}

async fn again(visit: &Visit, card: Card, typed: Taken) -> Answer {
    let page = NewPage::load(visit, card, typed).await?;
    visit.page_with_script(StatusCode::UNPROCESSABLE_ENTITY, &page, scripts::UPLOADING)
}
