//! The verbs: flag, decide, measures against people, set the rules of the queue.
pub(crate) mod appeals;
pub(crate) mod complaints;
pub(crate) mod legal;
mod measures;
mod ruling;

pub use measures::{lift, measure};
pub(crate) use measures::{note_read, remark, words_max};
pub use ruling::rule;
pub(crate) use ruling::{Order, alone_pause, is_own, may_rule_alone, rule_as};

use crate::{
    decision::Ruling,
    flag::{FlagDraft, FlagState, FlagStep, make_number},
    store::{self, FlagRow, FlagStepRow, ReplyTo},
};
use anyhow::Context;
use base::{
    app::App,
    db::Tx,
    deadlines::{self, ClockName},
    events::{self, Happening},
    feature::{Leaving, Levers},
    ids::{FlagId, PersonId},
    languages::Lang,
    limits::Limited,
    notices,
    refusal::{OrNotFound, Outcome},
    settings::Setting,
    subject::{Card, Kind, Subject},
    visitor::SignedIn,
};

/// Pedoman Pemberitaan Media Siber 2012, number 3 letter f: at most 2 x 24 hours.
const CLOCK: ClockName = ClockName { rule_set: "press-clocks", clock: "content-complaint" };

/// What the feature that owns a subject lets moderators do to it.
pub(crate) fn levers(app: &App, subject: Subject) -> Option<Levers> {
    let mut levers = app.features.iter().filter_map(|feature| feature.levers);
    levers.find(|levers| levers.kinds.contains(&subject.kind))
}

/// The card of what anyone may see and moderators can act on.
pub(crate) async fn flaggable(app: &App, lang: Lang, subject: Subject) -> Outcome<Card> {
    levers(app, subject).or_not_found()?;
    let card = app.describe(lang, subject).await?;
    card.filter(|card| card.public).or_not_found()
}

/// Flags a subject and starts the clock; the number that tells the outcome. A second flag of the same person on the
/// same subject, or of the same form, is the first. Without an account only the form tells: behind one address stands a
/// village, and whoever comes second must not lose their words and their address to the first.
pub async fn flag(
    app: &App,
    by: Option<PersonId>,
    (subject, lang): (Subject, Lang),
    draft: FlagDraft,
) -> Outcome<String> {
    let area = flaggable(app, lang, subject).await?.area;
    if let Some(email) = &draft.email {
        // The outcome goes to whatever address was written down, and nobody has confirmed it.
        app.limits.check_name(Limited::Letter, email, (&app.clock, &app.random))?;
    }
    let id: FlagId = app.make_id();
    let once = (!draft.once.is_empty()).then(|| format!("{subject}:{}", draft.once));
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let about = Subject::new(Kind::Flag, id.0);
    let flag = FlagRow {
        id,
        number: make_number(&app.random),
        kind: subject.kind,
        subject_id: subject.id,
        reason: draft.reason,
        words: draft.words,
        person: by,
        at: now,
        due_at: deadlines::start(app, &mut tx, about, CLOCK).await?,
        state: FlagState::Open,
        decided_at: None,
        decision: None,
        examined_at: None,
        ground: None,
        answer: None,
    };
    let reply = ReplyTo { email: draft.email, lang: lang.code().to_owned(), once, area };
    if !store::insert_flag(&mut tx, &flag, &reply).await? {
        drop(tx);
        return earlier(app, subject, (by, reply.once)).await;
    }
    let received = FlagStepRow { step: FlagStep::Received, at: now, by: None };
    store::insert_step(&mut tx, (app.make_id(), id), received).await?;
    let detail = Some(subject.to_string());
    events::record(app, &mut tx, Happening { subject: about, verb: "flag.raised", by, detail })
        .await?;
    tx.commit().await?;
    Ok(flag.number)
}

async fn earlier(
    app: &App,
    subject: Subject,
    (person, once): (Option<PersonId>, Option<String>),
) -> Outcome<String> {
    let mut number = None;
    // What is found may share a commit that is still to come: read as a writer does, and wait for it.
    let mut tx = app.db.begin().await?;
    if let Some(once) = once {
        number = store::number_by_form(&mut tx, &once).await?;
    }
    if let (None, Some(person)) = (&number, person) {
        number = store::number_by_person(&mut tx, subject, person).await?;
    }
    tx.commit().await?;
    Ok(number.context("a flag was neither made nor found")?)
}

/// Decides on several texts at once; on how many. Those that someone else decided meanwhile, or that are one's own, are
/// left alone.
pub async fn rule_all(
    app: &App,
    by: &SignedIn,
    subjects: &[Subject],
    ruling: Ruling,
) -> Outcome<i64> {
    let mut decided = 0;
    for subject in subjects {
        match rule(app, by, *subject, ruling).await {
            Ok(()) => decided += 1,
            Err(base::refusal::Failure::Refused(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(decided)
}

/// What moderation forgets of someone whose account ends; that something was done stays.
pub(crate) async fn forget(tx: &mut Tx, gone: &Leaving) -> anyhow::Result<()> {
    store::forget_sender(tx, gone).await?;
    store::forget_remarks(tx, gone.person).await?;
    store::forget_appeals(tx, gone.person).await?;
    notices::forget(tx, gone.person).await?;
    base::measures::forget_words(tx, gone.person).await
}

/// Sets what makes new text wait. Values and the length of the list are checked by the form.
pub async fn set_rules(
    app: &App,
    by: PersonId,
    (values, words): (&[(Setting, i64)], &str),
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    for (setting, value) in values {
        setting.put(app, &mut tx, *value, by).await?;
    }
    base::holds::put_words(app, &mut tx, words, by).await?;
    let detail: Vec<String> =
        values.iter().map(|(setting, value)| format!("{}={value}", setting.name)).collect();
    let happening = Happening {
        subject: by.into(),
        verb: "moderation.rules-set",
        by: Some(by),
        detail: Some(detail.join(" ")),
    };
    events::record(app, &mut tx, happening).await?;
    tx.commit().await?;
    Ok(())
}
