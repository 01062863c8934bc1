//! The register of those who took a story over, and what they were told.
use super::{edited, titled};
use crate::{
    actions,
    republisher::{NewRepublisher, Republisher, Telling},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::parse_short,
    jiff::civil::Date,
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::Card,
    web::{Answer, Fields, Frame, Visit, once},
};

/// Who took a story over.
#[derive(Template)]
#[template(path = "pages/republishers.html")]
pub(crate) struct RepublishersPage {
    pub f: Frame,
    pub card: Card,
    pub known: Vec<(Republisher, Vec<Telling>)>,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub form_key: String,
}

/// The whole register.
#[derive(Template)]
#[template(path = "pages/register.html")]
pub(crate) struct RegisterPage {
    pub f: Frame,
    pub known: Vec<(Republisher, Card)>,
}

/// GET /meja/penerbit-ulang
pub(crate) async fn register(visit: Visit) -> Answer {
    let mut known = vec![];
    for one in store::republishers(&visit.app.db).await? {
        if let Some(card) = visit.app.describe(visit.lang, one.subject()).await?
            && actions::may_answer(visit.person()?, card.area)
        {
            known.push((one, card));
        }
    }
    let heading = visit.words().t("republisher-register");
    let f = titled(&visit, heading, &FieldErrors::default()).await?;
    visit.page(&RegisterPage { f, known })
}

/// GET /meja/penerbit-ulang/{subject}
pub(crate) async fn republishers(visit: Visit, Path(subject): Path<String>) -> Answer {
    let card = edited(&visit, &subject).await?;
    let typed = (Fields::default(), FieldErrors::default());
    let page = RepublishersPage::load(&visit, card, typed).await?;
    visit.page(&page)
}

/// POST /meja/penerbit-ulang/{subject}
pub(crate) async fn add_republisher(
    visit: Visit,
    Path(subject): Path<String>,
    fields: Fields,
) -> Answer {
    let card = edited(&visit, &subject).await?;
    let back = format!("/meja/penerbit-ulang/{}", card.subject);
    match NewRepublisher::read(&fields, card.subject, visit.app.today()) {
        Ok(new) => {
            let mut tx = visit.app.db.begin().await?;
            if once::led_to(&visit, &mut tx, &fields).await?.is_none() {
                actions::add_republisher(&visit.app, &mut tx, visit.person()?, &new).await?;
                once::leads_to(&visit, &mut tx, &fields, &back).await?;
            }
            tx.commit().await?;
            visit.go_with_notice(&back, "republisher-noted")
        }
        Err(errors) => {
            let page = RepublishersPage::load(&visit, card, (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// POST /meja/penerbit-ulang/{subject}/{id}
pub(crate) async fn change_republisher(
    visit: Visit,
    Path((subject, id)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    let subject = edited(&visit, &subject).await?.subject;
    let (app, by, id) = (&visit.app, visit.person()?, parse_short(&id).or_not_found()?);
    if fields.line("act") == "end" {
        actions::end_republisher(app, by, subject, id).await?;
    } else {
        actions::follow_republisher(app, by, subject, id).await?;
    }
    visit.go_with_notice(&format!("/meja/penerbit-ulang/{subject}"), "reply-noted")
}

impl RepublishersPage {
    async fn load(
        visit: &Visit,
        card: Card,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<RepublishersPage> {
        let db = &visit.app.db;
        let told = store::tellings_of(db, card.subject).await?;
        let known = store::republishers_of(db, card.subject).await?;
        let of = |one: &Republisher| {
            told.iter().filter(|telling| telling.republisher == one.id).cloned().collect()
        };
        Ok(RepublishersPage {
            f: titled(visit, visit.words().t("republisher-heading"), &errors)
                .await?
                .about(&card.title),
            known: known.into_iter().map(|one| (one.clone(), of(&one))).collect(),
            form_key: once::fresh(visit),
            card,
            fields,
            errors,
        })
    }

    fn change_path(&self, id: &i64) -> String {
        format!("/meja/penerbit-ulang/{}/{}", self.card.subject, base::ids::short(*id))
    }

    fn day(&self, day: &Date) -> String {
        self.f.words.day_month_year(*day)
    }

    /// What they were told, and what came of it.
    fn told(&self, telling: &Telling) -> String {
        let news = self.f.t(&format!("republisher-news-{}", telling.news));
        let key = match (telling.followed_at, telling.mailed_at) {
            (Some(_), _) => "republisher-followed",
            (None, Some(_)) => "republisher-mailed",
            (None, None) => "republisher-to-tell",
        };
        format!("{news} ({}): {}", self.f.short_moment(&telling.at), self.f.t(key))
    }

    fn open(&self, told: &[Telling]) -> bool {
        told.iter().any(|telling| telling.followed_at.is_none())
    }
}
