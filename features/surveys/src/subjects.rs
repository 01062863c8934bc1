//! What the rest of the program asks about rounds: cards, lists, the steps of a chain, open data.
use crate::{
    instrument::{ELEMENTS, Instrument},
    pages,
    round::{Provider, Round, State},
    store,
    view::{results_of, summary},
};
use agencies::AgencyName;
use anyhow::Result;
use base::{
    app::App,
    chain::{self, Chain, Progress, Step},
    feature::{Asked, By, Describe, Later, Listing, OPEN_ROWS, OpenTable, Page},
    ids::SurveyRoundId,
    languages::{Lang, Words},
    subject::{Card, Kind, Subject},
};

pub(crate) const DESCRIBE: Describe = Describe { kinds: &[Kind::SurveyRound], card };
pub(crate) const LISTING: Listing = Listing { page };
pub(crate) const CHAIN: Chain = Chain { addresses: &[("/survei/", Kind::SurveyRound)], steps };
pub(crate) const OPEN_DATA: &[OpenTable] = &[OpenTable {
    name: "surveys",
    columns: &[
        "id",
        "title",
        "agency",
        "area",
        "provider",
        "service",
        "from",
        "to",
        "published_at",
        "rules",
        "weight",
        "population",
        "sample_needed",
        "respondents",
        "index",
        "conversion",
        "grade",
        "nrr_persyaratan",
        "nrr_prosedur",
        "nrr_waktu",
        "nrr_biaya",
        "nrr_produk",
        "nrr_kompetensi",
        "nrr_perilaku",
        "nrr_pengaduan",
        "nrr_sarana",
        "trust_average",
        "trust_respondents",
        "url",
    ],
    rows: |app, after| Box::pin(open_rows(app, after)),
}];

/// Rounds among which the one before is looked for.
const COMPARED_MAX: i64 = 50;

fn card(app: &App, lang: Lang, subject: Subject) -> Later<'_, Option<Card>> {
    Box::pin(async move {
        let round = store::find(&app.db, SurveyRoundId(subject.id)).await?;
        Ok(cards(app, lang, round.into_iter().collect()).await?.pop())
    })
}

/// A draft is for those who make it; an open round asks residents to fill it in.
async fn cards(app: &App, lang: Lang, rounds: Vec<Round>) -> Result<Vec<Card>> {
    let words = app.words(lang);
    let names = agencies::names_of(app, rounds.iter().map(|round| round.agency)).await?;
    let card = |round: Round| Card {
        label: Some((words.t(&round.provider.key()), "/survei".to_owned())),
        deck: Some(words.with("survey-of-service", "service", &round.service)),
        dateline: names.get(&round.agency).map(|agency| agency.name.clone()),
        at: round.listed_at,
        area: round.area,
        agency: Some(round.agency),
        public: round.state != State::Draft,
        ..Card::named(round.id.into(), round.title.clone(), round.path())
    };
    Ok(rounds.into_iter().map(card).collect())
}

fn page(app: &App, asked: Asked) -> Later<'_, Page> {
    Box::pin(async move {
        let of = match asked.by {
            By::House => (None, None),
            By::Area(area) => (None, Some(area)),
            // A body's page has a block of them, which leads to all.
            By::Agency(_) | By::Person(_) | By::Outlet(_) | By::Tag(_) | By::Subject(_) => {
                return Ok(vec![]);
            }
        };
        let before = asked.before.unwrap_or(pages::TOP);
        let rounds = store::listed(&app.db, of, before, asked.limit).await?;
        let keys: Vec<_> = rounds.iter().map(Round::key).collect();
        Ok(keys.into_iter().zip(cards(app, asked.lang, rounds).await?).collect())
    })
}

/// Measured once it is published; until then it waits since it was opened.
fn steps(app: &App, lang: Lang, subject: Subject) -> Later<'_, Vec<Step>> {
    Box::pin(async move {
        let Some(round) = store::find(&app.db, SurveyRoundId(subject.id)).await? else {
            return Ok(vec![]);
        };
        let states = store::states(&app.db, round.id).await?;
        let on = |state: State| {
            let found = states.iter().find(|(known, ..)| *known == state);
            found.map(|(_, at, _)| app.config.zone.date(*at))
        };
        let (progress, key) = match (on(State::Published), on(State::Open)) {
            (Some(published), _) => (Progress::Done(Some(published)), "survey-step-published"),
            (None, Some(since)) => {
                (Progress::Waiting { since, overdue: false }, "survey-step-open")
            }
            (None, None) => return Ok(vec![]),
        };
        let names = agencies::names_of(app, std::iter::once(round.agency)).await?;
        let agency = names.get(&round.agency).cloned().unwrap_or_else(AgencyName::unknown).name;
        let given = [("agency", agency.as_str()), ("service", round.service.as_str())];
        let words = app.words(lang);
        let said = [Some(words.fill(key, &given)), found(app, &words, &round).await?];
        let sentence = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let stage = Some(chain::Stage::Measured);
        Ok(vec![Step { stage, progress, sentence, path: round.path(), picture: None }])
    })
}

/// What a published round found, and what the one before it had found of the same service.
async fn found(app: &App, words: &Words, round: &Round) -> Result<Option<String>> {
    let of_service = match round.state {
        State::Published => store::of_service(&app.db, round, COMPARED_MAX).await?,
        _ => vec![],
    };
    let from_here = of_service.into_iter().skip_while(|other| other.id != round.id);
    let rounds: Vec<Round> = from_here.take(2).collect();
    let results = results_of(app, &rounds).await?;
    let Some(Some(now)) = results.first() else { return Ok(None) };
    let before = results.get(1).and_then(Option::as_ref).map(|before| {
        let value = words.decimal(before.score.conversion, 2);
        words.with("survey-step-before", "value", &value)
    });
    let too_few = (!now.is_enough()).then(|| words.t("survey-too-few"));
    let said = [Some(summary(words, now)), too_few, before];
    let said: Vec<String> = said.into_iter().flatten().collect();
    Ok(Some(said.join(" ")))
}

/// Only aggregates of whole rounds; a single respondent never leaves.
async fn open_rows(app: &App, after: i64) -> Result<Vec<(i64, Vec<String>)>> {
    let rounds = store::published_after(&app.db, after, OPEN_ROWS).await?;
    let names = agencies::names_of(app, rounds.iter().map(|round| round.agency)).await?;
    let results = results_of(app, &rounds).await?;
    let mut rows = vec![];
    for (round, results) in rounds.into_iter().zip(results) {
        let instrument = Instrument::kept(app, &round.rules)?;
        let mut cells = vec![
            round.id.to_string(),
            round.title.clone(),
            names.get(&round.agency).cloned().unwrap_or_else(AgencyName::unknown).name,
            text(round.area),
            match round.provider {
                Provider::Own => "skm".to_owned(),
                Provider::Citizens => "citizens".to_owned(),
            },
            round.service.clone(),
            round.from.to_string(),
            round.to.to_string(),
            text(round.listed_at),
            round.rules.clone(),
            round.weight.to_string(),
            text(round.population),
            text(round.population.map(|population| instrument.sample(population))),
        ];
        match results {
            Some(results) => {
                let score = results.score;
                cells.push(results.count.to_string());
                cells.push(decimal(score.index, 4));
                cells.push(decimal(score.conversion, 2));
                cells.push(score.grade.to_string().to_uppercase());
                for slug in ELEMENTS {
                    let bar = results.bars.iter().find(|bar| bar.element.slug == slug);
                    cells.push(bar.map(|bar| decimal(bar.average, 4)).unwrap_or_default());
                }
                cells.push(results.trust.map(|(trust, _)| decimal(trust, 2)).unwrap_or_default());
                cells.push(text(results.trust.map(|(_, count)| count)));
            }
            None => cells.extend(std::iter::repeat_n(String::new(), 6 + ELEMENTS.len())),
        }
        cells.push(app.link(Lang::INDONESIAN, &round.path()));
        rows.push((round.id.0, cells));
    }
    Ok(rows)
}

/// "3.0644", as machines read it.
fn decimal(scaled: i64, places: u32) -> String {
    let one = 10_i64.pow(places);
    let width = usize::try_from(places).unwrap_or(0);
    format!("{}.{:0width$}", scaled / one, scaled % one)
}

/// Empty when it is not known.
fn text(value: Option<impl std::fmt::Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
