//! What the rest of the program asks about programmes and activities: cards, mixed lists, steps of a chain, open tables.
use crate::{
    activity::{Activity, Days, State},
    programme::Programme,
    store::{self, List},
};
use base::{
    app::App,
    chain::{Chain, Progress, Step},
    feature::{Asked, By, Describe, Key, Later, Listing, MenuItem, Page},
    ids::{ActivityId, ProgrammeId},
    languages::{Lang, Words},
    subject::{Card, Kind, Subject},
};
use std::collections::HashMap;

pub(crate) const DESCRIBE: Describe = Describe { kinds: &[Kind::Programme, Kind::Activity], card };
pub(crate) const LISTING: Listing = Listing { page };
pub(crate) const CHAIN: Chain =
    Chain { addresses: &[("/program/", Kind::Programme), ("/kegiatan/", Kind::Activity)], steps };
/// The entry of the menu, once there is a programme.
pub(crate) fn menu(app: &App, lang: Lang) -> Later<'_, Vec<MenuItem>> {
    Box::pin(async move {
        let there = store::has_programmes(&app.db).await?;
        let title = app.words(lang).t("programmes-menu");
        Ok(there.then(|| MenuItem { title, path: "/program".to_owned() }).into_iter().collect())
    })
}

fn card(app: &App, lang: Lang, subject: Subject) -> Later<'_, Option<Card>> {
    Box::pin(async move {
        let words = app.words(lang);
        Ok(match subject.kind {
            Kind::Programme => {
                let found = store::programme(&app.db, ProgrammeId(subject.id)).await?;
                found.map(|row| programme_card(&words, &row))
            }
            _ => {
                let found = store::activity(&app.db, ActivityId(subject.id)).await?;
                found.map(|row| activity_card(&words, &row))
            }
        })
    })
}

/// "KOMPAK: Kolaborasi Masyarakat …" with its period.
pub(crate) fn programme_card(words: &Words, row: &Programme) -> Card {
    let title = match &row.acronym {
        Some(acronym) => format!("{} ({acronym})", row.name),
        None => row.name.clone(),
    };
    Card {
        deck: Some(row.purpose.clone()),
        label: Some((words.t("programme-kind"), "/program".to_owned())),
        dateline: period(words, row),
        lang: Some("id".to_owned()),
        ..Card::named(row.id.into(), title, row.path())
    }
}

pub(crate) fn activity_card(words: &Words, row: &Activity) -> Card {
    let facts = [row.days().map(|days| days_in_words(words, days)), row.venue.clone()];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    Card {
        deck: row.summary.clone(),
        label: Some((words.t(&format!("activity-kind-{}", row.kind)), "/program".to_owned())),
        dateline: (!facts.is_empty()).then(|| facts.join(" · ")),
        lang: Some("id".to_owned()),
        ..Card::named(row.id.into(), row.name.clone(), row.path())
    }
}

/// "Januari 2015 sampai Juni 2022".
pub(crate) fn period(words: &Words, row: &Programme) -> Option<String> {
    let begins = row.begins.map(|known| known.in_words(words));
    let ends = row.ends.map(|known| known.in_words(words));
    match (begins, ends) {
        (Some(begins), Some(ends)) if begins == ends => Some(begins),
        (Some(from), Some(to)) => {
            Some(words.fill("programme-period", &[("from", &from), ("to", &to)]))
        }
        (Some(from), None) => Some(words.with("programme-period-from", "from", from)),
        (None, Some(to)) => Some(words.with("programme-period-to", "to", to)),
        (None, None) => None,
    }
}

/// "14 Juni 2016", "5 Juni 2017 sampai 7 Juni 2017".
pub(crate) fn days_in_words(words: &Words, days: Days) -> String {
    let from = words.day_month_year(days.starts);
    if days.starts == days.ends {
        return from;
    }
    let to = words.day_month_year(days.ends);
    words.fill("programme-period", &[("from", &from), ("to", &to)])
}

fn page(app: &App, asked: Asked) -> Later<'_, Page> {
    Box::pin(async move {
        let list = match asked.by {
            By::Area(code) => (List::Area, code.0),
            By::Agency(id) => (List::Agency, id.0),
            _ => return Ok(vec![]),
        };
        let before = asked.before.unwrap_or(Key { at_us: i64::MAX, id: i64::MAX });
        let listed = store::listed(&app.db, list, before, asked.limit).await?;
        let of = |wanted: Kind| -> Vec<i64> {
            listed.iter().filter(|(_, _, kind)| *kind == wanted).map(|(_, id, _)| *id).collect()
        };
        let (programmes, activities) = (of(Kind::Programme), of(Kind::Activity));
        let words = app.words(asked.lang);
        let mut cards: HashMap<i64, Card> = HashMap::new();
        if !programmes.is_empty() {
            let rows = store::programmes_by_ids(&app.db, &programmes).await?;
            cards.extend(rows.iter().map(|row| (row.id.0, programme_card(&words, row))));
        }
        if !activities.is_empty() {
            let rows = store::activities_by_ids(&app.db, &activities).await?;
            cards.extend(rows.iter().map(|row| (row.id.0, activity_card(&words, row))));
        }
        let keyed = listed
            .into_iter()
            .filter_map(|(at_us, id, _)| Some((Key { at_us, id }, cards.remove(&id)?)));
        Ok(keyed.collect())
    })
}

/// That an activity was held, or will be; a programme is no step.
fn steps(app: &App, lang: Lang, subject: Subject) -> Later<'_, Vec<Step>> {
    Box::pin(async move {
        if subject.kind != Kind::Activity {
            return Ok(vec![]);
        }
        let found = store::activity(&app.db, ActivityId(subject.id)).await?;
        Ok(found.and_then(|row| step(&app.words(lang), &row)).into_iter().collect())
    })
}

/// "Lokakarya "…" diselenggarakan di Gedung Selaparang."
fn step(words: &Words, row: &Activity) -> Option<Step> {
    let starts = row.starts?;
    let kind = words.t(&format!("activity-kind-{}", row.kind));
    let (key, progress) = match row.state {
        State::Planned => ("activity-step-planned", Progress::Ahead),
        State::Running => ("activity-step-running", Progress::Done(Some(starts))),
        State::Done | State::Reported => ("activity-step-held", Progress::Done(Some(starts))),
    };
    let venue = row.venue.as_ref().map(|venue| words.with("activity-step-at", "venue", venue));
    let values =
        [("kind", kind.as_str()), ("name", &row.name), ("at", venue.as_deref().unwrap_or(""))];
    let sentence = words.fill(key, &values);
    Some(Step { stage: None, progress, sentence, path: row.path(), picture: None })
}
