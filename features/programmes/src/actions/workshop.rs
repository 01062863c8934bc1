//! What an activity holds: agenda, participants, offices invited, speakers, decisions.
use super::{listing, next_place, record};
use crate::{
    activity::{NewAgendaItem, NewOffice, NewSpeaker},
    former,
    headcount::Headcount,
    store,
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    ids::{ActivityId, PersonId, ProgrammeLineId},
    refusal::{OrNotFound, Outcome},
    text_enum,
};

/// One line of an activity.
#[derive(Debug, Clone)]
pub enum ActivityLine {
    Agenda(NewAgendaItem),
    Office(NewOffice),
    Speaker(NewSpeaker),
    Decision(String),
}

text_enum! {
    /// The lists of an activity, by the word in their addresses.
    pub(crate) enum ActivityPart {
        Agenda = "acara",
        Offices = "undangan",
        Speakers = "narasumber",
        Decisions = "keputusan",
    }
}

impl ActivityLine {
    fn part(&self) -> ActivityPart {
        match self {
            ActivityLine::Agenda(_) => ActivityPart::Agenda,
            ActivityLine::Office(_) => ActivityPart::Offices,
            ActivityLine::Speaker(_) => ActivityPart::Speakers,
            ActivityLine::Decision(_) => ActivityPart::Decisions,
        }
    }
}

pub async fn add_line(
    app: &App,
    tx: &mut Tx,
    (activity, line): (ActivityId, &ActivityLine),
    by: Option<PersonId>,
) -> Outcome<ProgrammeLineId> {
    store::activity(&mut *tx, activity).await?.or_not_found()?;
    let place = next_place(places(tx, activity, line.part()).await?.into_iter())?;
    let id: ProgrammeLineId = app.make_id();
    let of = (id, activity);
    match line {
        ActivityLine::Agenda(new) => store::insert_agenda(tx, of, place, new).await?,
        ActivityLine::Office(new) => store::insert_office(tx, of, place, new).await?,
        ActivityLine::Speaker(new) => store::insert_speaker(tx, of, place, new).await?,
        ActivityLine::Decision(new) => store::insert_decision(tx, of, place, new).await?,
    }
    changed(app, tx, activity, by).await?;
    Ok(id)
}

async fn places(tx: &mut Tx, activity: ActivityId, part: ActivityPart) -> Result<Vec<i64>> {
    Ok(match part {
        ActivityPart::Agenda => {
            store::agenda(tx, activity).await?.iter().map(|row| row.position).collect()
        }
        ActivityPart::Offices => {
            store::offices(tx, activity).await?.iter().map(|row| row.position).collect()
        }
        ActivityPart::Speakers => {
            store::speakers(tx, activity).await?.iter().map(|row| row.position).collect()
        }
        ActivityPart::Decisions => {
            store::decisions(tx, activity).await?.iter().map(|row| row.position).collect()
        }
    })
}

pub(crate) async fn change_activity_line(
    app: &App,
    tx: &mut Tx,
    (activity, id): (ActivityId, ProgrammeLineId),
    line: &ActivityLine,
    by: Option<PersonId>,
) -> Outcome<()> {
    let of = (id, activity);
    let stood = former::activity_line(&mut *tx, line.part(), of).await?;
    let there = match line {
        ActivityLine::Agenda(new) => store::update_agenda(tx, of, new).await?,
        ActivityLine::Office(new) => store::update_office(tx, of, new).await?,
        ActivityLine::Speaker(new) => store::update_speaker(tx, of, new).await?,
        ActivityLine::Decision(new) => store::update_decision(tx, of, new).await?,
    };
    there.then_some(()).or_not_found()?;
    let stands = former::activity_line(&mut *tx, line.part(), of).await?;
    former::keep(app, tx, activity.into(), former::gone(stood, &stands)).await?;
    changed(app, tx, activity, by).await?;
    Ok(())
}

pub(crate) async fn remove_line(
    app: &App,
    tx: &mut Tx,
    (activity, id): (ActivityId, ProgrammeLineId),
    part: ActivityPart,
    by: Option<PersonId>,
) -> Outcome<()> {
    let of = (id, activity);
    let stood = former::activity_line(&mut *tx, part, of).await?;
    former::keep(app, tx, activity.into(), stood).await?;
    let there = match part {
        ActivityPart::Agenda => store::delete_agenda(tx, of).await?,
        ActivityPart::Offices => store::delete_office(tx, of).await?,
        ActivityPart::Speakers => store::delete_speaker(tx, of).await?,
        ActivityPart::Decisions => store::delete_decision(tx, of).await?,
    };
    there.then_some(()).or_not_found()?;
    changed(app, tx, activity, by).await?;
    Ok(())
}

/// Puts these numbers in the place of those that stood there.
pub async fn count_people(
    app: &App,
    tx: &mut Tx,
    (activity, count): (ActivityId, &Headcount),
    by: Option<PersonId>,
) -> Outcome<()> {
    store::activity(&mut *tx, activity).await?.or_not_found()?;
    store::delete_headcount(tx, activity).await?;
    for counted in count.iter() {
        store::insert_counted(tx, activity, counted).await?;
    }
    record(app, tx, (activity.into(), "activity.people-counted"), by).await?;
    Ok(())
}

async fn changed(app: &App, tx: &mut Tx, activity: ActivityId, by: Option<PersonId>) -> Result<()> {
    listing::activity(app, tx, activity).await?;
    record(app, tx, (activity.into(), "activity.changed"), by).await
}
