//! Words that programmes and activities no longer say. They stay under the page, with the day on which they were changed.
use crate::{
    actions::{ActivityPart, ProgrammePart},
    activity::{Activity, ActivityWords},
    programme::{NewProgramme, Programme},
    store,
};
use anyhow::Result;
use base::{
    app::App,
    db::{Reads, Tx},
    ids::{EventId, ProgrammeId},
    subject::Subject,
    text_enum,
};

text_enum! {
    /// Which words: a field, or a line of a list.
    pub enum Part {
        Name = "name",
        Acronym = "acronym",
        Purpose = "purpose",
        Funding = "funding",
        Summary = "summary",
        Venue = "venue",
        Budget = "budget",
        Source = "source",
        Agenda = "agenda",
        Office = "office",
        Speaker = "speaker",
        Decision = "decision",
        Partner = "partner",
        Outcome = "outcome",
        Component = "component",
    }
}

/// Former words on a page.
pub(crate) const FORMER_SHOWN: i64 = 100;

impl Part {
    /// The sentence that names it.
    pub(crate) fn key(self) -> String {
        format!("programme-former-{self}")
    }
}

/// What a change takes away.
pub(crate) type Former = Vec<(Part, String)>;

/// Keeps it, in the transaction of the change.
pub(crate) async fn keep(app: &App, tx: &mut Tx, subject: Subject, former: Former) -> Result<()> {
    for (part, stood) in former {
        let id = app.make_id::<EventId>().0;
        store::insert_words(tx, (id, subject), (app.now(), part, &stood)).await?;
    }
    Ok(())
}

/// Of what stood, what stands no more.
pub(crate) fn gone(before: Former, after: &Former) -> Former {
    before.into_iter().filter(|words| !after.contains(words)).collect()
}

/// The fields of an activity that the new words change.
pub(crate) fn of_activity(row: &Activity, new: &ActivityWords) -> Former {
    let name = Some(row.name.clone());
    changed([
        (Part::Name, &name, &Some(new.name.clone())),
        (Part::Summary, &row.summary, &new.summary),
        (Part::Venue, &row.venue, &new.venue),
        (Part::Budget, &row.budget, &new.budget),
        (Part::Source, &row.source, &new.source),
    ])
}

/// The fields of a programme that the new words change.
pub(crate) fn of_programme(row: &Programme, new: &NewProgramme) -> Former {
    let (name, purpose) = (Some(row.name.clone()), Some(row.purpose.clone()));
    changed([
        (Part::Name, &name, &Some(new.name.clone())),
        (Part::Acronym, &row.acronym, &new.acronym),
        (Part::Purpose, &purpose, &Some(new.purpose.clone())),
        (Part::Funding, &row.funding, &new.funding),
        (Part::Source, &row.source, &new.source),
    ])
}

fn changed<const N: usize>(fields: [(Part, &Option<String>, &Option<String>); N]) -> Former {
    let gone = fields.into_iter().filter(|(_, old, new)| old != new);
    gone.filter_map(|(part, old, _)| Some((part, old.clone()?))).collect()
}

/// A line of an activity as it stands.
pub(crate) async fn activity_line(
    db: impl Reads,
    part: ActivityPart,
    (id, activity): store::Of,
) -> Result<Former> {
    Ok(match part {
        ActivityPart::Agenda => {
            let row = store::agenda(db, activity).await?.into_iter().find(|row| row.id == id);
            line(Part::Agenda, row.map(|row| [row.starts, Some(row.item)]))
        }
        ActivityPart::Offices => {
            let row = store::offices(db, activity).await?.into_iter().find(|row| row.id == id);
            line(Part::Office, row.map(|row| [Some(row.office), row.note]))
        }
        ActivityPart::Speakers => {
            let row = store::speakers(db, activity).await?.into_iter().find(|row| row.id == id);
            line(Part::Speaker, row.map(|row| [Some(row.name), row.office, row.said]))
        }
        ActivityPart::Decisions => {
            let row = store::decisions(db, activity).await?.into_iter().find(|row| row.id == id);
            line(Part::Decision, row.map(|row| [Some(row.decision)]))
        }
    })
}

/// A line of a programme as it stands.
pub(crate) async fn programme_line(
    db: impl Reads,
    part: ProgrammePart,
    (id, programme): (i64, ProgrammeId),
) -> Result<Former> {
    Ok(match part {
        ProgrammePart::Partners => {
            let row = store::partners(db, programme).await?.into_iter().find(|row| row.id.0 == id);
            line(Part::Partner, row.map(|row| [Some(row.name)]))
        }
        ProgrammePart::Outcomes => {
            let row = store::outcomes(db, programme).await?.into_iter().find(|row| row.id.0 == id);
            line(Part::Outcome, row.map(|row| [Some(row.number), Some(row.name), row.source]))
        }
        ProgrammePart::Components => {
            let row =
                store::components(db, programme).await?.into_iter().find(|row| row.id.0 == id);
            line(Part::Component, row.map(|row| [Some(row.number), Some(row.name), row.note]))
        }
    })
}

fn line<const N: usize>(part: Part, words: Option<[Option<String>; N]>) -> Former {
    let said = words.map(|words| words.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    said.into_iter().map(|said| (part, said)).collect()
}
