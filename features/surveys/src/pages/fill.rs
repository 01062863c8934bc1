//! The questionnaire: one page, no account, no script; the same at the desk for what came on paper.
use super::{managed, public};
use crate::{
    actions,
    instrument::Instrument,
    response::{KEY_LETTERS_MAX, Response},
    round::{Round, State},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::SurveyRoundId,
    limits::Limited,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

/// A field, its label, its options with their words.
type Asked = (&'static str, String, Vec<(String, String)>);

#[derive(Template)]
#[template(path = "pages/fill.html")]
pub(crate) struct FillPage {
    pub f: Frame,
    pub round: Round,
    pub agency: String,
    pub instrument: Instrument,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// Typed at the desk: how many there are so far.
    pub paper: Option<i64>,
    /// The key of the sheet that was typed just now.
    pub last: Option<String>,
    /// Makes a form that is sent twice one response.
    pub once: String,
}

/// GET /survei/{id}/isi
pub(crate) async fn fill_form(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    let round = fillable(&visit, id).await?;
    let page = FillPage::load(&visit, round, (Fields::default(), None)).await?;
    visit.page(&page)
}

/// POST /survei/{id}/isi
pub(crate) async fn fill(visit: Visit, Path(id): Path<SurveyRoundId>, fields: Fields) -> Answer {
    let round = fillable(&visit, id).await?;
    let filled = async {
        let response = read(&visit, &round, &fields)?;
        visit.limit(Limited::Fill)?;
        actions::fill(&visit.app, id, &response, &once(&visit, &fields)).await
    };
    match filled.await {
        Ok(()) => visit.go_with_notice(&round.path(), "survey-filled"),
        Err(failure) => FillPage::load(&visit, round, (fields, None)).await?.again(&visit, failure),
    }
}

/// GET /meja/survei/{id}/kertas
pub(crate) async fn paper_form(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    let round = typeable(&visit, id).await?;
    let count = store::responses(&visit.app.db, id).await?;
    let last = visit.query_value("terakhir").filter(|key| !key.is_empty());
    let page = FillPage::load(&visit, round, (Fields::default(), Some(count))).await?;
    visit.page(&FillPage { last, ..page })
}

/// POST /meja/survei/{id}/kertas
pub(crate) async fn paper(visit: Visit, Path(id): Path<SurveyRoundId>, fields: Fields) -> Answer {
    let round = typeable(&visit, id).await?;
    let key = once(&visit, &fields);
    let typed = async {
        let response = read(&visit, &round, &fields)?;
        actions::type_in(&visit.app, visit.person()?, id, (&response, &key)).await
    };
    match typed.await {
        Ok(()) => {
            let last: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
            let path = format!("{}/kertas?terakhir={last}", round.desk());
            visit.go_with_notice(&path, "survey-typed")
        }
        Err(failure) => {
            let count = store::responses(&visit.app.db, id).await?;
            let page = FillPage::load(&visit, round, (fields, Some(count))).await?;
            page.again(&visit, failure)
        }
    }
}

/// POST /meja/survei/{id}/kertas/batal
pub(crate) async fn take_back(
    visit: Visit,
    Path(id): Path<SurveyRoundId>,
    fields: Fields,
) -> Answer {
    actions::take_back(&visit.app, visit.person()?, id, &fields.line("last")).await?;
    visit.go_with_notice(&format!("/meja/survei/{id}/kertas"), "survey-taken-back")
}

async fn fillable(visit: &Visit, id: SurveyRoundId) -> Outcome<Round> {
    let round = public(visit, id).await?;
    match round.takes_online(visit.app.today()) {
        true => Ok(round),
        false => Err(Refusal::Conflict("refusal-survey-closed").into()),
    }
}

async fn typeable(visit: &Visit, id: SurveyRoundId) -> Outcome<Round> {
    let round = managed(visit, id).await?;
    match round.state {
        State::Open => Ok(round),
        _ => Err(Refusal::Conflict("refusal-survey-closed").into()),
    }
}

fn read(visit: &Visit, round: &Round, fields: &Fields) -> Outcome<Response> {
    let instrument = Instrument::kept(&visit.app, &round.rules)?;
    let mut errors = FieldErrors::default();
    let response = Response::read(fields, (round, &instrument), &mut errors);
    errors.check()?;
    Ok(response)
}

/// The form's own mark; a form that lost it counts as another.
fn once(visit: &Visit, fields: &Fields) -> String {
    match fields.line("once") {
        once if once.is_empty() => fresh(visit),
        once => once.chars().take(KEY_LETTERS_MAX).collect(),
    }
}

/// Random, because an id would tell the moment.
fn fresh(visit: &Visit) -> String {
    base::ids::short(visit.app.random.number().cast_signed() & i64::MAX)
}

impl FillPage {
    async fn load(
        visit: &Visit,
        round: Round,
        (fields, paper): (Fields, Option<i64>),
    ) -> Outcome<FillPage> {
        let app = &visit.app;
        let key = if paper.is_some() { "survey-paper-title" } else { "survey-fill-title" };
        let mut f = visit.frame(visit.words().with(key, "title", &round.title)).await?;
        f.noindex = true;
        let agency = agencies::find(&app.db, round.agency).await?;
        Ok(FillPage {
            agency: agency.map_or_else(|| "?".to_owned(), |agency| agency.name),
            instrument: Instrument::kept(app, &round.rules)?,
            once: once(visit, &fields),
            last: None,
            errors: FieldErrors::default(),
            round,
            fields,
            paper,
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

    /// Each element with the key of its name.
    fn labels(&self) -> Vec<(&'static str, String)> {
        self.instrument.elements.iter().map(|(element, _)| (element.slug, element.key())).collect()
    }

    fn number(&self, number: &i64) -> String {
        self.f.words.number(*number)
    }

    fn action(&self) -> String {
        match self.paper {
            Some(_) => format!("{}/kertas", self.round.desk()),
            None => format!("{}/isi", self.round.path()),
        }
    }

    fn chosen(&self, name: &str, value: impl std::fmt::Display) -> bool {
        self.fields.line(name) == value.to_string()
    }

    fn trust_key(&self, mark: &i64) -> String {
        format!("survey-trust-{mark}")
    }

    fn marks(&self) -> Vec<i64> {
        (1..=self.instrument.mark_max()).collect()
    }

    /// What may be said of oneself: field, label, options and their words.
    fn about(&self) -> Vec<Asked> {
        let option = |name: &str, value: &String| {
            (value.clone(), self.f.t(&format!("survey-{name}-{value}")))
        };
        let mut about: Vec<Asked> = crate::instrument::ABOUT
            .into_iter()
            .map(|name| {
                let options = self.instrument.options(name).iter();
                let label = self.f.t(&format!("survey-about-{name}"));
                (name, label, options.map(|value| option(name, value)).collect())
            })
            .collect();
        let kinds = self.round.kinds();
        if !kinds.is_empty() {
            let kinds = kinds.iter().map(|kind| ((*kind).to_owned(), (*kind).to_owned()));
            about.push(("kind", self.f.t("survey-about-kind"), kinds.collect()));
        }
        about
    }
}
