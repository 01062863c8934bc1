//! The desk: the rounds that the visitor looks after, and one of them with what can be done to it.
use super::managed;
use crate::{
    actions,
    instrument::Instrument,
    round::{Round, State},
    store,
    view::{Item, items},
};
use askama::Template;
use axum::extract::Path;
use base::{
    ids::{PersonId, SurveyRoundId},
    jiff::Timestamp,
    refusal::OrNotFound,
    visitor::{Role, Scope},
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub items: Vec<Item>,
    pub next: Option<SurveyRoundId>,
}

#[derive(Template)]
#[template(path = "pages/manage.html")]
pub(crate) struct ManagePage {
    pub f: Frame,
    pub item: Item,
    pub count: i64,
    pub needed: Option<i64>,
    /// Enough to publish anything.
    pub enough: bool,
    /// Each state with its moment and who brought it about.
    pub states: Vec<(State, Timestamp, Option<String>)>,
}

/// GET /meja/survei
pub(crate) async fn desk(visit: Visit) -> Answer {
    let (app, visitor) = (&visit.app, &visit.visitor);
    let before = visit.query_value("sebelum").and_then(|id| id.parse().ok());
    let before = before.unwrap_or(SurveyRoundId(i64::MAX));
    let own: Vec<i64> = agencies::answers_for(visitor).iter().map(|id| id.0).collect();
    let rounds = if visitor.may(Role::Administrator, Scope::House) {
        store::all(&app.db, before, PER_PAGE).await?
    } else {
        let mut rounds = store::own_of(&app.db, &own, before, PER_PAGE).await?;
        if visitor.may(Role::ChiefEditor, Scope::House) {
            rounds.extend(store::of_citizens(&app.db, before, PER_PAGE).await?);
        }
        rounds.sort_by_key(|round| std::cmp::Reverse(round.id));
        rounds.truncate(usize::try_from(PER_PAGE).unwrap_or_default());
        rounds
    };
    let full = i64::try_from(rounds.len()).is_ok_and(|count| count == PER_PAGE);
    let next = rounds.last().filter(|_| full).map(|round| round.id);
    let f = visit.frame(visit.words().t("surveys-desk")).await?;
    visit.page(&DeskPage { items: items(app, rounds).await?, next, f })
}

/// GET /meja/survei/{id}
pub(crate) async fn manage(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    let app = &visit.app;
    let round = managed(&visit, id).await?;
    let instrument = Instrument::kept(app, &round.rules)?;
    let count = store::responses(&app.db, id).await?;
    let states = store::states(&app.db, id).await?;
    let who: Vec<PersonId> = states.iter().filter_map(|(_, _, by)| *by).collect();
    let names = people::names(&app.db, &who).await?;
    let named = |(state, at, by): (State, Timestamp, Option<PersonId>)| {
        (state, at, by.and_then(|id| names.get(&id).cloned()))
    };
    let f = visit.frame(visit.words().t("surveys-desk")).await?.about(&round.title);
    let page = ManagePage {
        count,
        needed: round.population.map(|population| instrument.sample(population)),
        enough: count >= instrument.cell_min,
        states: states.into_iter().map(named).collect(),
        item: items(app, vec![round]).await?.pop().or_not_found()?,
        f,
    };
    visit.page(&page)
}

/// POST /meja/survei/{id}/buka
pub(crate) async fn open(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    advance(&visit, id, (State::Open, "survey-opened")).await
}

/// POST /meja/survei/{id}/tutup
pub(crate) async fn close(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    advance(&visit, id, (State::Closed, "survey-closed")).await
}

/// POST /meja/survei/{id}/terbitkan
pub(crate) async fn publish(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    advance(&visit, id, (State::Published, "survey-published")).await
}

async fn advance(
    visit: &Visit,
    id: SurveyRoundId,
    (state, notice): (State, &'static str),
) -> Answer {
    actions::advance(&visit.app, visit.person()?, id, state).await?;
    visit.go_with_notice(&format!("/meja/survei/{id}"), notice)
}

impl ManagePage {
    fn number(&self, number: &i64) -> String {
        self.f.words.number(*number)
    }

    fn round(&self) -> &Round {
        &self.item.round
    }

    fn act(&self, act: &str) -> String {
        format!("{}/{act}", self.round().desk())
    }

    /// The button that brings the next state: its address and its words.
    fn next(&self) -> Option<(String, String)> {
        let next = self.round().state.next()?;
        let may = next != State::Published || self.enough;
        may.then(|| (self.act(next.act()), self.f.t(&format!("survey-do-{next}"))))
    }

    /// What the next state changes, in a sentence.
    fn next_note(&self) -> String {
        let next = self.round().state.next().unwrap_or(State::Published);
        format!("survey-do-{next}-note")
    }

    fn is_draft(&self) -> bool {
        self.round().state == State::Draft
    }

    /// Opened and not published.
    fn is_correctable(&self) -> bool {
        matches!(self.round().state, State::Open | State::Closed)
    }

    fn is_open(&self) -> bool {
        self.round().state == State::Open
    }
}
