//! A report as pages show it, to whom: what stands in here is all that a page can say, and no sender is in it.
mod made;

use crate::{
    report::{Report, Standing, Visibility},
    rules::zone_of,
    store::{self, AnswerRow, DeliveryRow, StepRow},
};
use agencies::AgencyName;
use anyhow::Result;
use base::{
    app::App,
    chain::days_between,
    clock::Zone,
    ids::{AgencyId, AnswerId, AreaCode, PersonId},
    jiff::Timestamp,
    web::Frame,
};
use media::Attached;
use std::collections::HashMap;

pub(crate) use made::Made;

const EXCERPT_LETTERS_MAX: usize = 240;

/// A name that leads somewhere.
pub(crate) type Link = (String, String);

/// A moment in words and for machines.
pub(crate) struct Moment {
    pub words: String,
    pub machine: String,
}

impl Moment {
    pub fn of(f: &Frame, zone: Zone, at: Timestamp) -> Moment {
        Moment { words: f.words.short_moment(at, zone), machine: f.words.machine(at, zone) }
    }

    /// Only the day.
    pub fn day(f: &Frame, zone: Zone, at: Timestamp) -> Moment {
        let day = zone.date(at);
        Moment { words: f.words.day_month_year(day), machine: day.to_string() }
    }
}

/// A due time in words, and the class that colours it.
pub(crate) struct Due {
    pub class: &'static str,
    pub words: String,
}

impl Due {
    pub fn of(f: &Frame, zone: Zone, due: Timestamp) -> Due {
        let days = days_between(zone.date(f.now), zone.date(due));
        if due < f.now {
            let late = days_between(zone.date(due), zone.date(f.now)).max(1);
            return Due { class: "due bad", words: f.n("report-due-late", late) };
        }
        let until = f.words.short_moment(due, zone);
        let class = if days <= 2 { "due wait" } else { "due" };
        let left = f.n("report-due-left", days);
        Due { class, words: format!("{left} · {until}") }
    }

    /// Nobody set a time: since when it waits.
    pub fn since(f: &Frame, zone: Zone, since: Timestamp) -> Due {
        let days = days_between(zone.date(since), zone.date(f.now));
        Due { class: "due", words: f.n("report-due-since", days) }
    }

    pub fn of_report(f: &Frame, zone: Zone, report: &Report) -> Due {
        match report.due_at {
            Some(due) => Due::of(f, zone, due),
            None => Due::since(f, zone, report.turn_since),
        }
    }
}

pub(crate) struct StepView {
    pub id: i64,
    pub when: Moment,
    pub who: String,
    pub sentence: String,
    pub words: Option<String>,
    /// What the desk passed on of them, for whoever reads both.
    pub passed: Option<String>,
    /// Words that the desk may take from sight.
    pub hideable: bool,
    pub showable: bool,
    /// Words that the desk may pass on to the body.
    pub passable: bool,
}

impl StepView {
    /// As it stands in a form.
    pub fn key(&self) -> String {
        base::ids::short(self.id)
    }
}

pub(crate) struct AnswerView {
    pub id: AnswerId,
    pub class: &'static str,
    pub heading: String,
    pub paragraphs: Vec<String>,
    pub by: String,
    pub facts: Vec<String>,
    pub link: Option<String>,
    /// Finished HTML: pictures and recordings.
    pub attachments: String,
    /// Where it is flagged.
    pub flag: String,
}

/// Days since the body got it, counted both ways.
pub(crate) struct Silence {
    /// Since it is the body's turn.
    pub days: String,
    /// Since the reporter answered or opened it again: then that counts.
    pub again: Option<String>,
    pub since_delivery: String,
    /// `None`: the body did not say that it has it.
    pub since_receipt: Option<String>,
    pub due: Option<Due>,
}

/// For whom the view is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    Anyone,
    /// An officer: nothing that tells who sent it, and of a secret report only what the desk passed on.
    Body(AgencyId),
    /// The desk and the sender.
    Whole,
}

pub(crate) struct ReportView {
    pub id: base::ids::ReportId,
    pub number: String,
    pub title: String,
    pub paragraphs: Vec<String>,
    pub category: Link,
    pub area: Link,
    pub landmark: Option<String>,
    pub happened_on: Option<(String, String)>,
    pub sent: Moment,
    pub byline: Option<Link>,
    pub standing: Standing,
    pub verified: bool,
    pub class_word: String,
    pub visibility: Visibility,
    pub refusal: Option<String>,
    pub body: Option<Link>,
    pub wanted: Option<Link>,
    pub due: Due,
    pub silence: Option<Silence>,
    pub answers: Vec<AnswerView>,
    pub steps: Vec<StepView>,
}

impl ReportView {
    /// The key of what its sender asked for.
    pub fn mark_key(&self) -> String {
        format!("report-mark-{}", self.visibility)
    }
}

/// Names that a view needs.
#[derive(Default)]
pub(crate) struct Names {
    pub agencies: HashMap<AgencyId, AgencyName>,
    pub people: HashMap<PersonId, String>,
}

impl Names {
    async fn load(
        app: &App,
        report: &Report,
        (steps, answers): (&[StepRow], &[AnswerRow]),
    ) -> Result<Names> {
        let mut bodies: Vec<AgencyId> = steps.iter().filter_map(|step| step.agency).collect();
        bodies.extend(answers.iter().map(|answer| answer.agency));
        bodies.extend(report.agency.into_iter().chain(report.wanted));
        let mut persons: Vec<PersonId> = steps.iter().filter_map(|step| step.person).collect();
        persons.extend(answers.iter().filter_map(|answer| answer.person).chain(report.person));
        Ok(Names {
            agencies: agencies::names(&app.db, &bodies).await?,
            people: people::names(&app.db, &persons).await?,
        })
    }

    fn agency(&self, id: AgencyId) -> Option<Link> {
        self.agencies.get(&id).map(|name| (name.name.clone(), name.path.clone()))
    }

    fn person(&self, id: Option<PersonId>) -> Option<&String> {
        id.and_then(|id| self.people.get(&id))
    }
}

/// The rows that a view is made from.
pub(crate) struct Rows {
    pub report: Report,
    pub steps: Vec<StepRow>,
    pub answers: Vec<AnswerRow>,
    pub deliveries: Vec<DeliveryRow>,
    pub attached: HashMap<AnswerId, Vec<Attached>>,
}

impl ReportView {
    pub async fn load(app: &App, f: &Frame, report: Report, reader: For) -> Result<ReportView> {
        let answers = store::answers(&app.db, report.id).await?;
        let rows = Rows {
            attached: attached(app, &answers).await?,
            steps: store::steps(&app.db, report.id).await?,
            answers,
            deliveries: store::deliveries(&app.db, report.id).await?,
            report,
        };
        let names = Names::load(app, &rows.report, (&rows.steps, &rows.answers)).await?;
        let secret_to_body =
            matches!(reader, For::Body(_)) && rows.report.visibility == Visibility::Secret;
        let code = if secret_to_body { regency(rows.report.area) } else { rows.report.area };
        let area = (app.keeper::<areas::Areas>().name(code), format!("/daerah/{code}"));
        let made = Made { f, zone: zone_of(app, rows.report.area), reader, names: &names };
        Ok(made.view(&rows, area))
    }
}

/// What hangs on each answer.
async fn attached(app: &App, answers: &[AnswerRow]) -> Result<HashMap<AnswerId, Vec<Attached>>> {
    let mut attached = HashMap::new();
    for answer in answers {
        attached.insert(answer.id, media::list(&app.db, answer.id.into()).await?);
    }
    Ok(attached)
}

/// Of a secret report a body learns the regency: in a village everybody knows who could have written it.
pub(crate) fn regency(area: AreaCode) -> AreaCode {
    let around = area.with_ancestors();
    around.into_iter().find(|code| (100..=9_999).contains(&code.0)).unwrap_or(area)
}

/// How a report begins, in a row of a desk.
pub(crate) fn excerpt(report: &Report) -> String {
    let mut letters = report.text.chars();
    let mut begins: String = letters.by_ref().take(EXCERPT_LETTERS_MAX).collect();
    if letters.next().is_some() {
        begins.push('…');
    }
    begins
}

/// One text in its paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}
