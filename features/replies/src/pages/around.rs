//! What editors note around a story: who took it over, what it brought about; and what everyone may read of the latter.
use super::titled;
use crate::{
    actions,
    impact::{Impact, ImpactKind, NewImpact},
    republisher::{NewRepublisher, Republisher, Telling},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    chain,
    ids::parse_short,
    jiff::civil::Date,
    languages::Lang,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    subject::{Card, Subject},
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

/// What a story brought about, with the form.
#[derive(Template)]
#[template(path = "pages/impacts.html")]
pub(crate) struct ImpactsPage {
    pub f: Frame,
    pub card: Card,
    pub impacts: Vec<ImpactView>,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub form_key: String,
}

/// What all stories brought about, for everyone.
#[derive(Template)]
#[template(path = "pages/all_impacts.html")]
pub(crate) struct AllImpactsPage {
    pub f: Frame,
    pub impacts: Vec<(ImpactView, Card)>,
}

/// One with the story that tells of it.
pub(crate) struct ImpactView {
    pub impact: Impact,
    pub told: Option<Card>,
}

impl ImpactView {
    pub async fn load(app: &App, lang: Lang, impact: Impact) -> anyhow::Result<ImpactView> {
        let told = match impact.told() {
            Some(told) => app.describe(lang, told).await?.filter(|card| card.public),
            None => None,
        };
        Ok(ImpactView { impact, told })
    }

    pub fn kind(&self, f: &Frame) -> String {
        f.t(&format!("impact-kind-{}", self.impact.sort))
    }

    pub fn amount(&self, f: &Frame) -> Option<String> {
        Some(f.words.number(self.impact.amount?))
    }

    pub fn day(&self, f: &Frame) -> String {
        f.words.day_month_year(self.impact.happened_on)
    }
}

/// The subject of the address, and its card, for somebody who edits there.
async fn edited(visit: &Visit, typed: &str) -> Outcome<Card> {
    let subject = Subject::parse(typed).filter(|subject| crate::subjects::takes(subject.kind));
    actions::edited(&visit.app, visit.person()?, subject.or_not_found()?).await
}

/// Back to the page with what was done, or the page again with what was typed.
fn invalid(failure: Failure) -> Result<FieldErrors, Failure> {
    match failure {
        Failure::Refused(Refusal::Invalid(errors)) => Ok(errors),
        failure => Err(failure),
    }
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

/// GET /dampak
pub(crate) async fn all_impacts(visit: Visit) -> Answer {
    let mut impacts = vec![];
    for impact in store::impacts(&visit.app.db).await? {
        let card = visit.app.describe(visit.lang, impact.subject()).await?;
        if let Some(card) = card.filter(|card| card.public) {
            impacts.push((ImpactView::load(&visit.app, visit.lang, impact).await?, card));
        }
    }
    let f = visit.frame(visit.words().t("impacts-heading")).await?;
    visit.page(&AllImpactsPage { f, impacts })
}

/// GET /meja/dampak/{subject}
pub(crate) async fn impacts(visit: Visit, Path(subject): Path<String>) -> Answer {
    let card = edited(&visit, &subject).await?;
    let typed = (Fields::default(), FieldErrors::default());
    let page = ImpactsPage::load(&visit, card, typed).await?;
    visit.page(&page)
}

/// POST /meja/dampak/{subject}
pub(crate) async fn add_impact(
    visit: Visit,
    Path(subject): Path<String>,
    fields: Fields,
) -> Answer {
    let card = edited(&visit, &subject).await?;
    let back = format!("/meja/dampak/{}", card.subject);
    let errors = match note_impact(&visit, &card, (&fields, &back)).await {
        Ok(()) => return visit.go_with_notice(&back, "impact-noted"),
        Err(failure) => invalid(failure)?,
    };
    let page = ImpactsPage::load(&visit, card, (fields, errors)).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn note_impact(visit: &Visit, card: &Card, (fields, back): (&Fields, &str)) -> Outcome<()> {
    let new = NewImpact::read(fields, card.subject, visit.app.today()).map_err(Refusal::Invalid)?;
    let typed = fields.line("told");
    let told = chain::at_address(&visit.app, &typed);
    if told.is_none() && !typed.is_empty() {
        return Err(Refusal::Invalid(FieldErrors::one("told", "error-impact-story")).into());
    }
    let new = NewImpact { told, ..new };
    let mut tx = visit.app.db.begin().await?;
    if once::led_to(visit, &mut tx, fields).await?.is_none() {
        actions::add_impact(&visit.app, &mut tx, visit.person()?, &new).await?;
        once::leads_to(visit, &mut tx, fields, back).await?;
    }
    Ok(tx.commit().await?)
}

/// POST /meja/dampak/{subject}/{id}/coret
pub(crate) async fn strike_impact(
    visit: Visit,
    Path((subject, id)): Path<(String, String)>,
) -> Answer {
    let subject = edited(&visit, &subject).await?.subject;
    let id = parse_short(&id).or_not_found()?;
    actions::strike_impact(&visit.app, visit.person()?, subject, id).await?;
    visit.go_with_notice(&format!("/meja/dampak/{subject}"), "impact-struck")
}

impl ImpactsPage {
    async fn load(
        visit: &Visit,
        card: Card,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<ImpactsPage> {
        let app = &visit.app;
        let mut impacts = vec![];
        for impact in store::impacts_of(&app.db, card.subject).await? {
            impacts.push(ImpactView::load(app, visit.lang, impact).await?);
        }
        Ok(ImpactsPage {
            f: titled(visit, visit.words().t("impact-heading"), &errors).await?.about(&card.title),
            form_key: once::fresh(visit),
            impacts,
            card,
            fields,
            errors,
        })
    }

    fn kinds(&self) -> &'static [ImpactKind] {
        ImpactKind::ALL
    }

    fn chosen(&self, kind: &ImpactKind) -> bool {
        self.fields.line("sort") == kind.as_str()
    }

    fn strike_path(&self, id: &i64) -> String {
        format!("/meja/dampak/{}/{}/coret", self.card.subject, base::ids::short(*id))
    }
}
