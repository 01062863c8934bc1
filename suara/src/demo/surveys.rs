//! The survey rounds of the demonstration. Their answers are invented: dealt out from the written numbers, always in the
//! same way.
use super::{Loaded, data, known, ours};
use ::surveys::{
    ABOUT, Act, ELEMENTS, NewRound, Provider, Response, Source, State, Weight, move_to,
    record_response, register,
};
use anyhow::{Context, Result, ensure};
use base::{
    app::App,
    db::Tx,
    ids::SurveyRoundId,
    jiff::{Timestamp, civil::Date},
    links::{self, LinkKind},
};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Written {
    key: String,
    agency: String,
    provider: String,
    by: String,
    title: String,
    service: String,
    kinds: Vec<String>,
    from: Date,
    to: Date,
    population: i64,
    source: String,
    innovation: Option<String>,
    reason: Option<String>,
    states: Vec<Step>,
    /// How many gave 1, 2, 3 and 4.
    trust: [usize; 4],
    answers: BTreeMap<String, [usize; 4]>,
    /// How many said what of themselves.
    about: BTreeMap<String, Vec<(String, usize)>>,
}

#[derive(Deserialize)]
struct Step {
    state: String,
    at: Timestamp,
}

/// After the people, the bodies and the innovations.
pub(super) async fn load(app: &App, tx: &mut Tx, loaded: &Loaded) -> Result<()> {
    for written in data::list::<Written>("surveys.toml", "survey")? {
        let done = round(app, tx, &written, loaded).await;
        done.with_context(|| format!("demo/surveys.toml: {}", written.key))?;
    }
    Ok(())
}

async fn round(app: &App, tx: &mut Tx, written: &Written, loaded: &Loaded) -> Result<()> {
    let by = Some(known(&loaded.people, &written.by)?);
    let new = new_round(tx, written, loaded).await?;
    let mut steps = written.states.iter();
    let first = steps.next().context("a round begins as a draft")?;
    let id = ours(register(app, tx, &new, Act { by, at: first.at }).await)?;
    for step in steps {
        let state = State::parse(&step.state).context("state")?;
        let act = Act { by, at: step.at };
        ours(move_to(app, tx, (id, state), act).await)?;
        if state == State::Open {
            answers(app, tx, (id, written), act).await?;
        }
    }
    if let Some(innovation) = &written.innovation {
        let to = known(&loaded.innovations, innovation)?.into();
        let kind = (LinkKind::Measures, written.reason.clone());
        links::join(app, tx, (id.into(), to), kind, by).await?;
    }
    Ok(())
}

async fn new_round(tx: &mut Tx, written: &Written, loaded: &Loaded) -> Result<NewRound> {
    let agency = known(&loaded.agencies, &written.agency)?;
    let services = ::agencies::services(&mut *tx, agency).await?;
    let service = services.into_iter().find(|service| service.name == written.service);
    Ok(NewRound {
        agency,
        title: written.title.clone(),
        service_id: Some(service.context("the body has no such service")?.id),
        service: written.service.clone(),
        kinds: written.kinds.clone(),
        provider: Provider::parse(&written.provider).context("provider")?,
        from: written.from,
        to: written.to,
        population: Some(written.population),
        weight: Weight::Exact,
    })
}

async fn answers(
    app: &App,
    tx: &mut Tx,
    (id, written): (SurveyRoundId, &Written),
    act: Act,
) -> Result<()> {
    let source = Source::parse(&written.source).context("source")?;
    let act = if source == Source::Online { Act { by: None, ..act } } else { act };
    for response in responses(written)? {
        record_response(app, tx, (id, &response), (source, None), act).await?;
    }
    Ok(())
}

/// As many as the first question has answers; each question is dealt out in an order of its own.
fn responses(written: &Written) -> Result<Vec<Response>> {
    let all = written.answers.values().next().map_or(0, |counts| counts.iter().sum());
    let mut responses = vec![Response::default(); all];
    for (place, slug) in ELEMENTS.iter().enumerate() {
        let counts = written.answers.get(*slug).with_context(|| format!("no {slug}"))?;
        ensure!(counts.iter().sum::<usize>() == all, "{slug} has not {all} answers");
        for (respondent, mark) in dealt(marks(counts), all, place) {
            responses[respondent].marks[place] = mark;
        }
    }
    for (respondent, mark) in dealt(marks(&written.trust), all, ELEMENTS.len()) {
        responses[respondent].trust = Some(mark);
    }
    for (name, counts) in &written.about {
        let said = counts.iter().flat_map(|(value, count)| std::iter::repeat_n(value, *count));
        let place = ABOUT.iter().position(|about| about == name);
        ensure!(place.is_some() || name == "kind", "{name} is not asked");
        for (respondent, value) in dealt(said, all, 10 + name.len()) {
            match place {
                Some(place) => responses[respondent].about[place] = Some(value.clone()),
                None => responses[respondent].kind = Some(value.clone()),
            }
        }
    }
    Ok(responses)
}

fn marks(counts: &[usize; 4]) -> impl Iterator<Item = i64> {
    (1..).zip(*counts).flat_map(|(mark, count)| std::iter::repeat_n(mark, count))
}

/// Values with their respondents, in steps that meet each once.
fn dealt<T>(
    values: impl Iterator<Item = T>,
    all: usize,
    seed: usize,
) -> impl Iterator<Item = (usize, T)> {
    let steps = [7, 11, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53].into_iter().cycle().skip(seed);
    let step = steps.take(12).find(|step| !all.is_multiple_of(*step)).unwrap_or(1);
    values.enumerate().map(move |(index, value)| ((index * step + seed) % all.max(1), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_round_has_the_answers_that_are_written() {
        for written in data::list::<Written>("surveys.toml", "survey").unwrap() {
            let responses = responses(&written).unwrap();
            for (place, slug) in ELEMENTS.iter().enumerate() {
                for (at, count) in written.answers[*slug].iter().enumerate() {
                    let mark = i64::try_from(at + 1).unwrap();
                    let given = responses.iter().filter(|answer| answer.marks[place] == mark);
                    assert_eq!(given.count(), *count, "{} {slug} {mark}", written.key);
                }
            }
        }
    }
}
