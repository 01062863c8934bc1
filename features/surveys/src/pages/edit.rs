//! The form in which a round is made, and a draft changed.
use super::managed;
use crate::{
    actions,
    instrument::Instrument,
    round::{NewRound, Provider, Round, State},
};
use anyhow::Result;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::{AgencyId, SurveyRoundId},
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    visitor::{Role, Scope},
    web::{Answer, Fields, Frame, Visit, once},
};

/// Values of a select and their words.
type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "pages/edit.html")]
pub(crate) struct EditPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// The draft that is changed.
    pub round: Option<SurveyRoundId>,
    pub agencies: Choices,
    /// Those of the body, once it is known.
    pub services: Choices,
    pub providers: Choices,
    pub weights: Choices,
    /// A new round's form that is sent twice makes one.
    pub form_key: String,
}

/// GET /meja/survei/baru
pub(crate) async fn add_form(visit: Visit) -> Answer {
    let asked = visit.query_value("instansi").unwrap_or_default();
    let fields = Fields::from_pairs(&[("agency", &asked), ("weight", "exact")]);
    let page = EditPage::load(&visit, fields, None).await?;
    visit.page(&page)
}

/// POST /meja/survei/baru
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    match create_from(&visit, &fields).await {
        Ok(path) => visit.go_with_notice(&path, "survey-added"),
        Err(failure) => EditPage::load(&visit, fields, None).await?.again(&visit, failure),
    }
}

/// Where the draft stands; the same form sent again leads to the same draft.
async fn create_from(visit: &Visit, fields: &Fields) -> Outcome<String> {
    let new = read(fields, &Instrument::in_force(&visit.app)?)?;
    let mut tx = visit.app.db.begin().await?;
    if let Some(path) = once::led_to(visit, &mut tx, fields).await? {
        return Ok(path);
    }
    let id = actions::create(&visit.app, &mut tx, visit.person()?, &new).await?;
    let path = format!("/meja/survei/{id}");
    once::leads_to(visit, &mut tx, fields, &path).await?;
    tx.commit().await?;
    Ok(path)
}

fn read(fields: &Fields, instrument: &Instrument) -> Outcome<NewRound> {
    let mut errors = FieldErrors::default();
    match NewRound::read(fields, instrument, &mut errors) {
        Some(new) if errors.is_empty() => Ok(new),
        _ => Err(Refusal::Invalid(errors).into()),
    }
}

/// GET /meja/survei/{id}/ubah
pub(crate) async fn edit_form(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    let round = draft(&visit, id).await?;
    let page = EditPage::load(&visit, fields_of(&round), Some(&round)).await?;
    visit.page(&page)
}

/// POST /meja/survei/{id}/ubah
pub(crate) async fn save(visit: Visit, Path(id): Path<SurveyRoundId>, fields: Fields) -> Answer {
    let round = draft(&visit, id).await?;
    let saved = async {
        let kept = [("agency", round.agency.to_string()), ("provider", round.provider.to_string())];
        let pairs = fields.pairs().filter(|(name, _)| !["agency", "provider"].contains(name));
        let kept = kept.iter().map(|(name, value)| (*name, value.as_str()));
        let all = Fields::from_pairs(&pairs.chain(kept).collect::<Vec<_>>());
        let new = read(&all, &Instrument::kept(&visit.app, &round.rules)?)?;
        actions::change(&visit.app, visit.person()?, id, &new).await
    };
    match saved.await {
        Ok(()) => visit.go_with_notice(&round.desk(), "survey-changed"),
        Err(failure) => EditPage::load(&visit, fields, Some(&round)).await?.again(&visit, failure),
    }
}

async fn draft(visit: &Visit, id: SurveyRoundId) -> Outcome<Round> {
    let round = managed(visit, id).await?;
    match round.state {
        State::Draft => Ok(round),
        _ => Err(Refusal::Conflict("refusal-survey-state").into()),
    }
}

fn fields_of(round: &Round) -> Fields {
    let text = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    let service_id = round.service_id.map(|id| id.to_string()).unwrap_or_default();
    let service = if round.service_id.is_some() { "" } else { round.service.as_str() };
    Fields::from_pairs(&[
        ("title", &round.title),
        ("service_id", &service_id),
        ("service", service),
        ("kinds", &round.kinds),
        ("from", &round.from.to_string()),
        ("to", &round.to.to_string()),
        ("population", &text(round.population)),
        ("weight", round.weight.as_str()),
    ])
}

impl EditPage {
    async fn load(visit: &Visit, fields: Fields, round: Option<&Round>) -> Outcome<EditPage> {
        let (app, words) = (&visit.app, visit.words());
        let key = if round.is_some() { "survey-change" } else { "survey-add" };
        let f = visit.frame(words.t(key)).await?;
        let f = f.about(round.map_or("", |round| round.title.as_str()));
        let instrument = Instrument::in_force(app)?;
        let chosen = round.map(|round| round.agency).or_else(|| fields.line("agency").parse().ok());
        let weight_key = |weight: &str| format!("survey-weight-{}", weight.replace('.', "-"));
        let weights = instrument.weights().into_iter();
        Ok(EditPage {
            agencies: if round.is_some() { vec![] } else { bodies(visit).await? },
            services: services(visit, chosen).await?,
            providers: providers(visit, &f),
            weights: weights.map(|w| (w.to_string(), f.t(&weight_key(w.as_str())))).collect(),
            round: round.map(|round| round.id),
            form_key: once::fresh(visit),
            errors: FieldErrors::default(),
            fields,
            f,
        })
    }

    /// The form again, with what is wrong with it; any other failure goes on.
    fn again(mut self, visit: &Visit, failure: Failure) -> Answer {
        let Failure::Refused(Refusal::Invalid(errors)) = failure else { return Err(failure) };
        self.f.count_errors(errors.0.len());
        self.errors = errors;
        visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }

    fn action(&self) -> String {
        match self.round {
            Some(id) => format!("/meja/survei/{id}/ubah"),
            None => "/meja/survei/baru".to_owned(),
        }
    }

    fn back(&self) -> String {
        self.round.map_or_else(|| "/meja/survei".to_owned(), |id| format!("/meja/survei/{id}"))
    }

    fn chosen(&self, name: &str, value: &str) -> bool {
        self.fields.line(name) == value
    }
}

/// The bodies about which the visitor may ask.
async fn bodies(visit: &Visit) -> Result<Choices> {
    let db = &visit.app.db;
    let choose = (String::new(), visit.words().t("survey-choose"));
    let visitor = &visit.visitor;
    let newsroom = [Role::Administrator, Role::ChiefEditor];
    if newsroom.iter().any(|role| visitor.may(*role, Scope::House)) {
        let all = agencies::choices(&visit.app, None).await?;
        let all = all.into_iter().map(|body| (body.id.to_string(), body.name));
        return Ok(std::iter::once(choose).chain(all).collect());
    }
    let own = agencies::answers_for(visitor);
    let names = agencies::names(db, &own).await?;
    Ok(names.into_iter().map(|(id, name)| (id.to_string(), name.name)).collect())
}

async fn services(visit: &Visit, agency: Option<AgencyId>) -> Result<Choices> {
    let Some(agency) = agency else { return Ok(vec![]) };
    let services = agencies::services(&visit.app.db, agency).await?;
    let standing = services.into_iter().filter(|service| service.ended_on.is_none());
    Ok(standing.map(|service| (service.id.to_string(), service.name)).collect())
}

/// An officer asks as the provider, the newsroom as residents, an administrator as either.
fn providers(visit: &Visit, f: &Frame) -> Choices {
    let may = |provider: &Provider| {
        let role = match provider {
            Provider::Own => Role::Officer,
            Provider::Citizens => Role::ChiefEditor,
        };
        visit.visitor.has(role) || visit.visitor.has(Role::Administrator)
    };
    let all = Provider::ALL.iter().filter(|provider| may(provider));
    all.map(|provider| (provider.to_string(), f.t(&provider.key()))).collect()
}
