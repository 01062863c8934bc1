//! The complaint desk: someone begins to look, refuses with a ground, and is reminded before the law's hours are over.
use super::ruling::{Order, rule_as};
use crate::{
    decision::{MODERATORS, Ruling, reaches},
    flag::{FlagState, FlagStep, spoken},
    measure,
    store::{self, FlagRow, FlagStepRow, RunningRow},
};
use anyhow::Result;
use base::{
    app::App,
    ids::{FlagId, PersonId},
    jobs::{self, Job, JobError},
    languages::Lang,
    mail::{Letter, SendMail},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Scope, SignedIn},
    web::Fields,
};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// So many complaints are looked at in one round; the rest waits for the next.
const ROUND: i64 = 200;

/// What the desk does with a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Deed {
    Examine,
    Hide(base::offences::Offence),
    Refuse { ground: String, answer: Option<String> },
}

impl Deed {
    pub(crate) fn read(app: &App, fields: &Fields) -> Outcome<Deed> {
        let set = measure::rules(app)?;
        let mut errors = FieldErrors::default();
        let answer = fields.text("answer");
        let max = super::words_max(app)?;
        if answer.chars().count() > max {
            fields.required_text("answer", max, &mut errors);
        }
        let reason = base::offences::Offence::parse(&fields.line("reason"));
        let ground = fields.line("ground");
        let known = set.lists.get("complaint-refusal").is_some_and(|all| all.contains(&ground));
        let deed = match fields.line("deed").as_str() {
            "examine" => Some(Deed::Examine),
            "hide" => {
                if reason.is_none() {
                    errors.add("reason", "error-moderation-reason");
                }
                reason.map(Deed::Hide)
            }
            "refuse" => {
                if !known {
                    errors.add("ground", "error-complaint-ground");
                }
                let answer = (!answer.is_empty()).then_some(answer);
                Some(Deed::Refuse { ground, answer })
            }
            _ => {
                errors.add("deed", "error-choose");
                None
            }
        };
        match deed.filter(|_| errors.is_empty()) {
            Some(deed) => Ok(deed),
            None => Err(Refusal::Invalid(errors).into()),
        }
    }
}

/// A complaint within the moderator's reach.
pub(crate) async fn complaint(app: &App, by: &SignedIn, id: FlagId) -> Outcome<FlagRow> {
    let flag = store::flag(&app.db, id).await?.or_not_found()?;
    let card = app.describe(Lang::INDONESIAN, flag.subject()).await?;
    if !reaches(by, card.and_then(|card| card.area)) {
        return Err(Refusal::NotAllowed("refusal-role").into());
    }
    Ok(flag)
}

/// Takes a step. A decision is one on the text: it ends every open complaint about it.
pub(crate) async fn work(app: &App, by: &SignedIn, id: FlagId, deed: Deed) -> Outcome<()> {
    let flag = complaint(app, by, id).await?;
    if flag.state != FlagState::Open {
        return Err(Refusal::Conflict("refusal-already-decided").into());
    }
    let plain = |ruling| Order { direct: false, ground: None, answer: None, ruling };
    match &deed {
        Deed::Examine => examine(app, by.id, id).await,
        Deed::Hide(reason) => rule_as(app, by, flag.subject(), plain(Ruling::Hide(*reason))).await,
        Deed::Refuse { ground, answer } => {
            let order =
                Order { ground: Some(ground), answer: answer.as_deref(), ..plain(Ruling::Keep) };
            rule_as(app, by, flag.subject(), order).await
        }
    }
}

async fn examine(app: &App, by: PersonId, id: FlagId) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    if !store::begin_to_examine(&mut tx, id, app.now()).await? {
        return Err(Refusal::Conflict("refusal-complaint-examined").into());
    }
    let row = FlagStepRow { step: FlagStep::Examined, at: app.now(), by: Some(by) };
    store::insert_step(&mut tx, (app.make_id(), id), row).await?;
    tx.commit().await?;
    Ok(())
}

/// Reminds the desk of complaints whose hours run out.
#[derive(Serialize, Deserialize)]
pub(crate) struct RemindOfComplaints;

impl Job for RemindOfComplaints {
    const KIND: &'static str = "moderation.remind-of-complaints";

    async fn run(self, app: &App) -> Result<(), JobError> {
        Ok(remind(app).await?)
    }
}

/// Hours after which the desk is reminded, in order.
fn reminders(app: &App) -> Result<Vec<SignedDuration>> {
    let hours = measure::rules(app)?.lists.get("complaint-reminders").into_iter().flatten();
    let hours: Vec<i64> = hours.filter_map(|hours| hours.parse().ok()).collect();
    Ok(hours.into_iter().map(SignedDuration::from_hours).collect())
}

pub(crate) async fn remind(app: &App) -> Result<()> {
    let marks = reminders(app)?;
    let all = i64::try_from(marks.len())?;
    let running = store::running(&app.db, all, ROUND).await?;
    let passed = |flag: &RunningRow| {
        let passed = marks.iter().filter(|mark| flag.at + **mark <= app.now()).count();
        i64::try_from(passed).unwrap_or(all)
    };
    let due: Vec<RunningRow> =
        running.into_iter().filter(|flag| passed(flag) > flag.urged).collect();
    if due.is_empty() {
        return Ok(());
    }
    let addresses = desk_addresses(app).await?;
    for flag in due {
        let mut tx = app.db.begin().await?;
        if !store::note_urged(&mut tx, flag.id, (flag.urged, passed(&flag))).await? {
            continue;
        }
        let row = FlagStepRow { step: FlagStep::Urged, at: app.now(), by: None };
        store::insert_step(&mut tx, (app.make_id(), flag.id), row).await?;
        for to in &addresses {
            jobs::enqueue(app, &mut tx, &SendMail(letter(app, to, &flag))).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Everyone whose desk is the whole house's.
async fn desk_addresses(app: &App) -> Result<BTreeSet<String>> {
    let mut addresses = BTreeSet::new();
    for role in MODERATORS {
        for holder in people::holding(&app.db, *role, Scope::House).await? {
            addresses.extend(people::address_of(&app.db, holder.person).await?);
        }
    }
    Ok(addresses)
}

/// Says how long is left, and nothing of what is complained about: letters are read on many phones.
fn letter(app: &App, to: &str, flag: &RunningRow) -> Letter {
    let words = app.words(Lang::INDONESIAN);
    let number = spoken(&flag.number);
    let due = words.moment(flag.due_at, app.config.zone);
    let link = app.link(Lang::INDONESIAN, &format!("/moderasi/pengaduan/{}", flag.id));
    let values = [("due", due.as_str()), ("link", &link)];
    Letter {
        to: to.to_owned(),
        subject: words.with("letter-complaint-about", "number", &number),
        body: words.fill("letter-complaint-body", &values),
    }
}
