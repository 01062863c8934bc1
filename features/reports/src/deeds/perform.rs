//! From a deed's form to the verb: one transaction in which the report is read, the deed may follow, and is done.
use super::Deed;
use crate::{
    actions::{self, Act, Saying},
    draft::{Sending, required_words, some_words},
    may,
    report::{Actor, AnswerKind, Class, Report, Visibility, Way},
    rules::{noon, zone_of},
    said::{Days, Said},
    store::NoteKind,
};
use base::{
    app::App,
    db::Tx,
    feature::Verdict,
    ids::ReportId,
    jiff::Timestamp,
    offences::Offence,
    refusal::{FieldErrors, Outcome, Refusal},
    web::{Fields, Visit, once},
};

/// What the desk may do; who may was checked before.
pub(crate) async fn at_desk(
    visit: &Visit,
    (id, deed): (ReportId, Deed),
    fields: &Fields,
) -> Outcome<()> {
    let app = &visit.app;
    let person = visit.person()?;
    let mut tx = app.db.begin().await?;
    if once::led_to(visit, &mut tx, fields).await?.is_some() {
        return Ok(());
    }
    let report = actions::find(&mut tx, id).await?;
    let act = Act::desk(app.now(), Some(person.id));
    match deed {
        Deed::Verify => {
            let class = Class::parse(&fields.line("class")).unwrap_or(report.class);
            let chosen = (class, some_words(fields, "words")?);
            actions::verify(app, &mut tx, &report, &act, chosen).await?;
        }
        Deed::Refuse => {
            let (reason, words) = (fields.line("reason"), some_words(fields, "words")?);
            actions::refuse(app, &mut tx, &report, &act, (&reason, words)).await?;
        }
        Deed::Deliver => {
            let sending = Sending::read(fields, report.visibility == Visibility::Secret)?;
            actions::deliver(app, &mut tx, &report, &act, &sending).await?;
        }
        Deed::Ask | Deed::Note => {
            let kind = if deed == Deed::Ask { NoteKind::Question } else { NoteKind::Note };
            let note = (kind, required_words(fields, "words")?);
            actions::note(app, &mut tx, &report, Some(person.id), note).await?;
        }
        Deed::HideWords | Deed::ShowWords => {
            let verdict = match deed {
                Deed::ShowWords => Verdict::Show,
                _ => Verdict::Hide(hidden_for(fields)?),
            };
            actions::set_words(app, &mut tx, (id, step_of(fields)), verdict, act.by).await?;
        }
        Deed::PassOn => {
            let words = required_words(fields, "words")?;
            let step = (&report, step_of(fields));
            actions::pass_on(app, &mut tx, step, &words, act.by).await?;
        }
        Deed::Seen => actions::see_messages(app, &mut tx, id, act.by).await?,
        Deed::Reopen => {
            let words = required_words(fields, "words")?;
            actions::reopen(app, &mut tx, &report, &act, words).await?;
        }
        other => of_body(app, &mut tx, (&report, &act), (other, fields)).await?,
    }
    tx.commit().await?;
    Ok(())
}

/// The step whose words it is about.
fn step_of(fields: &Fields) -> i64 {
    base::ids::parse_short(&fields.line("step")).unwrap_or_default()
}

fn hidden_for(fields: &Fields) -> Outcome<Offence> {
    let reason = Offence::parse(&fields.line("reason"));
    let missing = || Refusal::Invalid(FieldErrors::one("reason", "error-choose"));
    Ok(reason.ok_or_else(missing)?)
}

/// What an officer may do, on a report that their body has now.
pub(crate) async fn as_officer(
    visit: &Visit,
    (id, deed): (ReportId, Deed),
    fields: &Fields,
) -> Outcome<()> {
    let app = &visit.app;
    let mut tx = app.db.begin().await?;
    if once::led_to(visit, &mut tx, fields).await?.is_some() {
        return Ok(());
    }
    let report = actions::find(&mut tx, id).await?;
    may::speaks_for(visit, &report)?;
    let act = Act::body(app.now(), visit.visitor.id());
    of_body(app, &mut tx, (&report, &act), (deed, fields)).await?;
    tx.commit().await?;
    Ok(())
}

/// What a body does, by its officer or as the desk notes it from a letter.
async fn of_body(
    app: &App,
    tx: &mut Tx,
    (report, act): (&Report, &Act),
    (deed, fields): (Deed, &Fields),
) -> Outcome<()> {
    let kind = match deed {
        Deed::Receive => {
            let act = Act { at: received_at(app, report, (fields, act.at))?, ..*act };
            actions::receive(app, tx, report, &act).await?;
            return Ok(());
        }
        Deed::GiveBack => {
            let words = required_words(fields, "words")?;
            actions::give_back(app, tx, report, act, words).await?;
            return Ok(());
        }
        Deed::Answer => AnswerKind::Answer,
        Deed::Promise => AnswerKind::Promise,
        Deed::Repair => AnswerKind::Repair,
        _ => return Err(Refusal::NotFound.into()),
    };
    let way = if act.actor == Actor::Desk { Way::Letter } else { Way::Here };
    let said = Said::read(app, fields, (kind, Days::of(app, report)))?;
    actions::say(app, tx, report, act, Saying { kind, way, said, files: fields.line("once") })
        .await?;
    Ok(())
}

/// Noon of the day that was named; without one, now.
fn received_at(
    app: &App,
    report: &Report,
    (fields, now): (&Fields, Timestamp),
) -> Outcome<Timestamp> {
    let mut errors = FieldErrors::default();
    let day = Days::of(app, report).read(fields, "on", &mut errors);
    errors.check()?;
    let Some(day) = day else { return Ok(now) };
    Ok(noon(zone_of(app, report.area), day)?.min(now))
}

/// What its sender may do; who that is was checked before.
pub(crate) async fn as_sender(
    app: &App,
    (id, deed): (ReportId, Deed),
    fields: &Fields,
) -> Outcome<()> {
    match deed {
        Deed::Confirm => {
            let typed = (fields.line("code"), fields.ticked("terms"));
            return actions::confirm(app, id, (&typed.0, typed.1)).await;
        }
        Deed::RenewCode => return actions::renew_code(app, id).await,
        _ => {}
    }
    let mut tx = app.db.begin().await?;
    let report = actions::find(&mut tx, id).await?;
    let act = Act::reporter(app.now());
    match deed {
        Deed::Reply => {
            let words = required_words(fields, "words")?;
            actions::reply(app, &mut tx, &report, &act, words).await?;
        }
        Deed::Satisfied | Deed::Unsatisfied => {
            let verdict = (deed == Deed::Satisfied, some_words(fields, "words")?);
            actions::judge(app, &mut tx, &report, &act, verdict).await?;
        }
        Deed::Reopen => {
            if !actions::reopens(app, &report, &act)? {
                return Err(Refusal::Conflict("refusal-report-late").into());
            }
            let words = required_words(fields, "words")?;
            actions::reopen(app, &mut tx, &report, &act, words).await?;
        }
        Deed::NotRepaired => {
            let words = required_words(fields, "words")?;
            actions::not_repaired(app, &mut tx, &report, &act, words).await?;
        }
        Deed::Tell => {
            let words = required_words(fields, "words")?;
            actions::tell_desk(app, &mut tx, &report, words).await?;
        }
        _ => return Err(Refusal::NotFound.into()),
    }
    tx.commit().await?;
    Ok(())
}
