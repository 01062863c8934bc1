//! What a story brought about: what editors note, and what everyone may read of it.
use super::{edited, titled};
use crate::{
    actions,
    impact::{Impact, ImpactKind, NewImpact},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    chain,
    ids::parse_short,
    languages::Lang,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    subject::Card,
    web::{Answer, Fields, Frame, Visit, once},
};

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
        Err(failure) => failure.of_form()?,
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
