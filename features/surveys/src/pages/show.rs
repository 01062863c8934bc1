//! The page of a round: an invitation while it is open, the whole result once it is published.
use super::public;
use crate::{
    instrument::Instrument,
    results::Results,
    round::{Round, State},
    store,
    view::{Item, items, results_of, summary},
};
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    chain,
    chart::{Plot, Point, Shape},
    ids::SurveyRoundId,
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};

/// Rounds of the same service that are compared.
const TREND_MAX: i64 = 12;

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    pub item: Item,
    pub instrument: Instrument,
    /// How many answered so far; known of every round, results only of a published one.
    pub count: i64,
    pub needed: Option<i64>,
    pub takes_online: bool,
    /// Published rounds of the same service, the latest first, when there are several.
    pub trend: Vec<(Round, Results)>,
    /// Finished HTML: the ribbon and the links.
    pub chain: String,
}

/// GET /survei/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    let app = &visit.app;
    let round = public(&visit, id).await?;
    let instrument = Instrument::kept(app, &round.rules)?;
    let mut f = visit.frame(round.title.clone()).await?;
    f.under = Some("/survei".to_owned());
    let chain = chain::block(app, &f, id.into(), f.lang()).await?;
    let results = results(app, &round, &instrument).await?;
    f.description = results.as_ref().map(|results| summary(&f.words, results));
    let page = ShowPage {
        count: store::responses(&app.db, id).await?,
        needed: round.population.map(|population| instrument.sample(population)),
        takes_online: round.takes_online(visit.app.today()),
        trend: trend(app, &round).await?,
        item: Item { results, ..items(app, vec![round]).await?.pop().or_not_found()? },
        instrument,
        chain,
        f,
    };
    visit.page(&page)
}

/// With groups; nothing before it is published.
async fn results(app: &App, round: &Round, instrument: &Instrument) -> Result<Option<Results>> {
    if round.state != State::Published {
        return Ok(None);
    }
    let counted = store::counted(&app.db, &[round.id.0]).await?.pop();
    let Some((_, counted)) = counted else { return Ok(None) };
    let groups = store::groups(&app.db, round.id).await?;
    Ok(Results::of((round, instrument), &counted, &groups))
}

async fn trend(app: &App, round: &Round) -> Result<Vec<(Round, Results)>> {
    let rounds = store::of_service(&app.db, round, TREND_MAX).await?;
    let others = rounds.iter().any(|other| other.id != round.id);
    if !others {
        return Ok(vec![]);
    }
    let results = results_of(app, &rounds).await?;
    Ok(rounds.into_iter().zip(results).filter_map(|(r, found)| Some((r, found?))).collect())
}

impl ShowPage {
    fn number(&self, number: &i64) -> String {
        self.f.words.number(*number)
    }

    fn round(&self) -> &Round {
        &self.item.round
    }

    fn day(&self, day: &base::jiff::civil::Date) -> String {
        self.f.words.day_month_year(*day)
    }

    /// "12 Mei 2026 sampai 30 Juni 2026".
    fn period(&self, round: &Round) -> String {
        let (from, to) = (self.day(&round.from), self.day(&round.to));
        self.f.words.fill("survey-period", &[("from", &from), ("to", &to)])
    }

    fn four(&self, scaled: &i64) -> String {
        self.f.words.decimal(*scaled, 4)
    }

    fn two(&self, scaled: &i64) -> String {
        self.f.words.decimal(*scaled, 2)
    }

    /// How many answered, against how many should have.
    fn answered(&self) -> String {
        let number = |number: i64| self.f.words.number(number);
        let Some(needed) = self.needed else {
            return self.f.with("survey-answered", "count", &number(self.count));
        };
        let population = number(self.round().population.unwrap_or_default());
        let given =
            [("count", number(self.count)), ("needed", number(needed)), ("population", population)];
        let given: Vec<(&str, &str)> = given.iter().map(|(name, v)| (*name, v.as_str())).collect();
        self.f.words.fill("survey-answered-of", &given)
    }

    /// What the picture shows, in a sentence.
    fn picture(&self, results: &Results) -> String {
        let ends = results.bars.first().zip(results.bars.last());
        let Some((low, high)) = ends else { return String::new() };
        let given = [
            ("low", self.f.t(&low.element.key())),
            ("low_value", self.four(&low.average)),
            ("high", self.f.t(&high.element.key())),
            ("high_value", self.four(&high.average)),
        ];
        let given: Vec<(&str, &str)> = given.iter().map(|(name, v)| (*name, v.as_str())).collect();
        self.f.words.fill("survey-picture", &given)
    }

    /// The rounds of the service as a line from the earliest on, over the whole scale from 25 to 100.
    fn trend_svg(&self) -> Option<String> {
        let points = self.trend.iter().rev().map(|(round, results)| Point {
            on: round.to,
            value: results.score.conversion,
            words: self.two(&results.score.conversion),
            day: self.day(&round.to),
            is_baseline: false,
        });
        let points: Vec<Point> = points.collect();
        let said = |point: &Point| format!("{}: {}", point.day, point.words);
        let description = points.iter().map(said).collect::<Vec<_>>().join("; ");
        let plot = Plot { points, target: None, range: (2_500, 10_000), shape: Shape::Line };
        Some(plot.draw()?.svg("tren-g", &self.f.t("survey-trend"), &description))
    }

    /// Who asks, in a sentence.
    fn provider_note(&self) -> String {
        format!("{}-note", self.round().provider.key())
    }

    fn weight_key(&self, weight: &crate::score::Weight) -> String {
        format!("survey-weight-{}", weight.as_str().replace('.', "-"))
    }
}
