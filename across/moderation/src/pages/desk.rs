//! The moderators' desk: what waits and what is flagged, the first due first.
use super::frame;
use crate::{
    actions::{self, Order, is_own, levers},
    decision::{Act, Ruling, areas_of, reaches},
    store::{self, FlagRow, FlaggedRow},
};
use anyhow::Result;
use askama::Template;
use axum::http::StatusCode;
use base::{
    app::App,
    db::Db,
    feature::{Later, Moderated},
    ids::PersonId,
    offences::Offence,
    refusal::{FieldErrors, OrNotFound, Outcome},
    store::{HoldRow, count_held, held, hold_of},
    subject::{Card, Subject},
    visitor::SignedIn,
    web::{Answer, Fields, Frame, Visit},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// So many rows of each kind; what is decided makes room.
const ROWS: i64 = 50;

/// Which part of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filter {
    All,
    Waiting,
    Flagged,
}

impl Filter {
    fn of(word: Option<String>) -> Filter {
        match word.as_deref() {
            Some("menunggu") => Filter::Waiting,
            Some("ditandai") => Filter::Flagged,
            _ => Filter::All,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Filter::All => "/moderasi",
            Filter::Waiting => "/moderasi?isi=menunggu",
            Filter::Flagged => "/moderasi?isi=ditandai",
        }
    }
}

/// One matter to decide.
pub(crate) struct Matter {
    pub subject: Subject,
    pub title: String,
    pub path: String,
    pub paragraphs: Vec<String>,
    pub by_name: String,
    /// Who wrote it, where the queue may know.
    pub by: Option<PersonId>,
    /// The moderator's own text: someone else decides.
    pub own: bool,
    pub shown: bool,
    /// Why it waits, and since when.
    pub held: Option<(String, Timestamp)>,
    pub due_at: Option<Timestamp>,
    /// Reasons with how often each was given.
    pub reasons: Vec<(Offence, i64)>,
    pub words: Vec<String>,
}

/// The whole queue.
#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub filter: Filter,
    /// Only this, come to from the page where it is read.
    pub one: Option<Subject>,
    pub waiting: i64,
    pub flagged: i64,
    pub matters: Vec<Matter>,
    /// The matter whose form failed.
    pub failed: Option<Subject>,
    /// What stays ticked when something was wrong.
    pub ticked: Vec<Subject>,
    pub errors: FieldErrors,
}

impl DeskPage {
    /// Address, words and whether it is this page.
    pub(crate) fn tabs(&self) -> Vec<(&'static str, String, bool)> {
        let tab = |filter: Filter, words| (filter.path(), words, self.filter == filter);
        vec![
            tab(Filter::All, self.f.n("desk-all", self.waiting + self.flagged)),
            tab(Filter::Waiting, self.f.n("desk-waiting", self.waiting)),
            tab(Filter::Flagged, self.f.n("desk-flagged", self.flagged)),
        ]
    }

    /// Class and words of the time that is left.
    pub(crate) fn due(&self, at: &Timestamp) -> (&'static str, String) {
        self.f.due_within(at, SignedDuration::from_hours(12))
    }

    pub(crate) fn offences(&self) -> impl Iterator<Item = (&'static str, String)> {
        let words = |offence: &Offence| self.f.t(&format!("offence-{offence}"));
        Offence::ALL.iter().map(move |offence| (offence.as_str(), words(offence)))
    }

    pub(crate) fn offence(&self, offence: &Offence) -> String {
        self.f.t(&format!("offence-{offence}"))
    }

    /// The error summary links to the field of the row that failed.
    pub(crate) fn field_id(&self, matter: &Matter) -> String {
        if self.failed == Some(matter.subject) {
            "reason".to_owned()
        } else {
            format!("r-{}", matter.subject)
        }
    }

    /// Hidden, and nothing in the queue asks for it: it is shown again by a decision of its own.
    pub(crate) fn is_restored(&self, matter: &Matter) -> bool {
        self.one.is_some() && matter.held.is_none() && matter.due_at.is_none()
    }

    pub(crate) fn is_ticked(&self, matter: &Matter) -> bool {
        self.ticked.contains(&matter.subject)
    }

    pub(crate) fn can_be_ticked(&self) -> bool {
        self.one.is_none() && self.matters.iter().any(|matter| !matter.own)
    }
}

pub async fn show(visit: Visit) -> Answer {
    visit.page(&page(&visit, None, FieldErrors::default()).await?)
}

/// How many texts are held or flagged where someone moderates.
pub(crate) fn waiting<'a>(
    app: &'a App,
    person: &'a SignedIn,
) -> Later<'a, Vec<(&'static str, i64)>> {
    Box::pin(async move {
        let (db, areas) = (&app.db, areas_of(person));
        let waiting = count_held(db, &areas).await? + store::count_flagged(db, &areas).await?;
        Ok(vec![
            ("/moderasi", waiting),
            ("/moderasi/pengaduan", store::count_open_complaints(db, &areas).await?),
            ("/moderasi/sanggahan", store::count_open_appeals(db).await?),
            ("/meja/perintah", store::count_open_matters(db).await?),
        ])
    })
}

async fn page(visit: &Visit, failed: Option<Subject>, errors: FieldErrors) -> Outcome<DeskPage> {
    let db = &visit.app.db;
    let filter = Filter::of(visit.query_value("isi"));
    let one = asked_about(visit);
    // As far as the moderator's roles reach: of a small area the first fifty are its own.
    let areas = areas_of(visit.person()?);
    let (waiting, flagged) =
        (count_held(db, &areas).await?, store::count_flagged(db, &areas).await?);
    let subjects = match one {
        Some(subject) => vec![subject],
        None => queue(db, filter, &areas).await?,
    };
    let mut matters = vec![];
    for subject in subjects {
        matters.extend(matter(visit, subject).await?);
    }
    let f = frame(visit, visit.words().t("desk-heading"), &errors).await?;
    Ok(DeskPage { f, filter, one, waiting, flagged, matters, failed, ticked: vec![], errors })
}

/// One text that a moderator came from.
fn asked_about(visit: &Visit) -> Option<Subject> {
    Subject::parse(&visit.query_value("kiriman")?)
}

/// What is flagged, the first due first, then what waits.
async fn queue(db: &Db, filter: Filter, areas: &[i64]) -> Result<Vec<Subject>> {
    let mut subjects = vec![];
    if filter != Filter::Waiting {
        let flagged = store::flagged(db, areas, ROWS).await?;
        subjects.extend(flagged.iter().map(FlaggedRow::subject));
    }
    if filter != Filter::Flagged {
        let held = held(db, areas, ROWS).await?;
        let fresh = held.iter().map(HoldRow::subject).filter(|held| !subjects.contains(held));
        let fresh: Vec<Subject> = fresh.collect();
        subjects.extend(fresh);
    }
    Ok(subjects)
}

/// What the moderator must see of one subject; `None` when it is gone or lies outside the moderator's scope.
pub(super) async fn matter(visit: &Visit, subject: Subject) -> Outcome<Option<Matter>> {
    let app = &visit.app;
    let person = visit.person()?;
    let Some(levers) = levers(app, subject) else { return Ok(None) };
    let text = (levers.text)(app, subject).await?;
    let card = app.describe(visit.lang, subject).await?;
    let (Some(text), Some(card)) = (text, card) else { return Ok(None) };
    if !reaches(person, card.area) {
        return Ok(None);
    }
    let area = card.area;
    let mut matter = Matter::new(card, text, person);
    if matter.own {
        // Where nobody else can, and the pause is over, one decides on one's own.
        matter.own = !actions::may_rule_alone(app, person.id, (subject, area)).await?;
    }
    let hold = hold_of(&app.db, subject).await?;
    matter.held = hold.map(|hold| (visit.words().t(&format!("hold-{}", hold.reason)), hold.since));
    let flags = store::open_flags(&app.db, subject).await?;
    matter.due_at = flags.first().map(|first| first.due_at);
    matter.add_flags(flags);
    Ok(Some(matter))
}

impl Matter {
    fn new(card: Card, text: Moderated, reader: &SignedIn) -> Matter {
        Matter {
            subject: card.subject,
            title: card.title,
            own: is_own(reader, &text),
            path: text.path,
            paragraphs: paragraphs(&text.text),
            by_name: text.by_name,
            by: text.by,
            shown: text.shown,
            held: None,
            due_at: None,
            reasons: vec![],
            words: vec![],
        }
    }

    fn add_flags(&mut self, flags: Vec<FlagRow>) {
        self.reasons = count_reasons(&flags);
        let words = flags.into_iter().map(|flag| flag.words);
        self.words = words.filter(|words| !words.is_empty()).collect();
    }
}

/// The text's paragraphs; what is very long is read on its own page.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.take(40).map(str::to_owned).collect()
}

fn count_reasons(flags: &[FlagRow]) -> Vec<(Offence, i64)> {
    let mut counts = BTreeMap::new();
    for flag in flags {
        *counts.entry(flag.reason).or_insert(0) += 1;
    }
    let mut counts: Vec<(Offence, i64)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| -count);
    counts
}

/// Reads the act that a row's form asks for.
fn asked(fields: &Fields) -> Result<Ruling, FieldErrors> {
    let act = Act::parse(&fields.line("act"));
    let act = act.ok_or_else(|| FieldErrors::one("reason", "error-moderation-act"))?;
    let reason = Offence::parse(&fields.line("reason"));
    Ruling::new(act, reason).ok_or_else(|| FieldErrors::one("reason", "error-moderation-reason"))
}

pub async fn rule(visit: Visit, fields: Fields) -> Answer {
    let subject = Subject::parse(&fields.line("subject")).or_not_found()?;
    match asked(&fields) {
        Ok(ruling) => {
            let by = visit.person()?;
            let direct = asked_about(&visit).is_some();
            let order = Order { direct, ..Order::plain(ruling) };
            actions::rule_as(&visit.app, by, subject, order).await?;
            let notice = match ruling {
                Ruling::Show | Ruling::Restore => "moderation-shown",
                Ruling::Hide(_) => "moderation-hidden",
                Ruling::Keep => "moderation-kept",
            };
            visit.go_with_notice(back(&visit), notice)
        }
        Err(errors) => {
            let page = page(&visit, Some(subject), errors).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// To the part of the queue that the moderator was in.
fn back(visit: &Visit) -> &'static str {
    Filter::of(visit.query_value("isi")).path()
}

/// POST /moderasi/tayangkan
pub async fn rule_ticked(visit: Visit, fields: Fields) -> Answer {
    let ticked: Vec<Subject> =
        fields.all("subject").iter().filter_map(|text| Subject::parse(text)).collect();
    let reason = Offence::parse(&fields.line("reason-all"));
    let ruling = match (fields.line("act") == "hide", reason) {
        (false, _) => Ruling::Show,
        (true, Some(reason)) => Ruling::Hide(reason),
        (true, None) => {
            let errors = FieldErrors::one("reason-all", "error-moderation-reason");
            let page = page(&visit, None, errors).await?;
            let page = DeskPage { ticked, ..page };
            return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let decided = actions::rule_all(&visit.app, visit.person()?, &ticked, ruling).await?;
    let notice = match (decided, ruling) {
        (0, _) => "moderation-none-shown",
        (_, Ruling::Hide(_)) => "moderation-all-hidden",
        _ => "moderation-all-shown",
    };
    visit.go_with_notice(back(&visit), notice)
}
