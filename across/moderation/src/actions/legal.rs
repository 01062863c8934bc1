//! The register of orders and requests of authorities: entered with its clock, decided with a reason, counted by year.
use crate::{
    decision::LEGAL_DESK,
    legal::{self, LegalDraft, LegalMatter, MatterKind, MatterState, Verdict},
    store::{self, CountRow},
};
use anyhow::{Context, Result};
use base::{
    app::App,
    cases,
    db::Tx,
    deadlines::{self, Beginning, ClockName},
    events::{self, Happening},
    ids::LegalRequestId,
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
    refusal::{OrNotFound, Outcome, Refusal},
    visitor::{Scope, SignedIn},
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use std::collections::BTreeSet;

/// What the numbers of the register begin with.
const NUMBER: char = 'P';
/// Older years are in the owner's copy.
const YEARS_MAX: i16 = 20;

/// Enters an order or a request; its clock runs from when it was received, not from now.
pub(crate) async fn enter(
    app: &App,
    tx: &mut Tx,
    by: &SignedIn,
    draft: LegalDraft,
) -> Outcome<LegalRequestId> {
    let id: LegalRequestId = app.make_id();
    let zone = app.config.zone;
    let mut matter = LegalMatter {
        id,
        number: cases::make_number(&app.random, NUMBER, zone.date(app.now())),
        kind: draft.kind,
        authority: draft.authority,
        reference: draft.reference,
        basis: draft.basis,
        asked: draft.asked,
        received_at: draft.received_at,
        due_at: None,
        entered_at: app.now(),
        entered_by: by.id,
        state: MatterState::Open,
        given: None,
        reason: None,
        decided_at: None,
        decided_by: None,
    };
    let addresses = desk_addresses(app).await?;
    let name = ClockName { rule_set: legal::SET, clock: matter.kind.as_str() };
    let from = Beginning { at: matter.received_at, zone, called: name.clock };
    matter.due_at = deadlines::start_from(app, tx, matter.subject(), name, from).await?;
    store::insert_matter(tx, &matter).await?;
    note(app, tx, &matter, ("legal.entered", by)).await?;
    for to in addresses {
        jobs::enqueue(app, tx, &SendMail(letter(app, to, &matter))).await?;
    }
    Ok(id)
}

async fn note(
    app: &App,
    tx: &mut Tx,
    matter: &LegalMatter,
    (verb, by): (&str, &SignedIn),
) -> Result<()> {
    let detail = Some(matter.kind.to_string());
    let happening = Happening { subject: matter.subject(), verb, by: Some(by.id), detail };
    events::record(app, tx, happening).await?;
    Ok(())
}

pub(crate) async fn decide(
    app: &App,
    by: &SignedIn,
    id: LegalRequestId,
    verdict: Verdict,
) -> Outcome<()> {
    let matter = store::matter(&app.db, id).await?.or_not_found()?;
    let mut tx = app.db.begin().await?;
    if !store::decide_matter(&mut tx, id, &verdict, (by.id, app.now())).await? {
        return Err(Refusal::Conflict("refusal-already-decided").into());
    }
    if matter.kind != MatterKind::Data {
        deadlines::meet(app, &mut tx, matter.subject(), matter.kind.as_str()).await?;
    }
    note(app, &mut tx, &matter, ("legal.decided", by)).await?;
    tx.commit().await?;
    Ok(())
}

/// Everyone who holds the desk.
async fn desk_addresses(app: &App) -> Result<BTreeSet<String>> {
    let mut addresses = BTreeSet::new();
    for role in LEGAL_DESK {
        for holder in people::holding(&app.db, *role, Scope::House).await? {
            addresses.extend(people::address_of(&app.db, holder.person).await?);
        }
    }
    Ok(addresses)
}

/// Hours are few: whoever holds the desk is told at once. What is asked stays on the site.
fn letter(app: &App, to: String, matter: &LegalMatter) -> Letter {
    let words = app.words(Lang::INDONESIAN);
    let kind = words.t(&format!("legal-kind-{}", matter.kind));
    let due = match matter.due_at {
        Some(due) => words.moment(due, app.config.zone),
        None => words.t("legal-no-clock"),
    };
    let link = app.link(Lang::INDONESIAN, &format!("/meja/perintah/{}", matter.id));
    let values = [("kind", kind.as_str()), ("due", &due), ("link", &link)];
    Letter {
        to,
        subject: words.with("letter-legal-about", "number", &matter.number),
        body: words.fill("letter-legal-body", &values),
    }
}

/// What came in each year, newest first, in the house's zone; no name, no text.
pub(crate) async fn years(app: &App) -> Result<Vec<(i16, Vec<CountRow>)>> {
    let zone = app.config.zone;
    let Some(first) = store::first_received(&app.db).await? else { return Ok(vec![]) };
    let this = zone.date(app.now()).year();
    let first = zone.date(first).year().max(this - YEARS_MAX);
    let begins = |year: i16| -> Result<Timestamp> {
        let day = Date::new(year, 1, 1).context("a year")?.to_datetime(Time::midnight());
        Ok(day.to_zoned_datetime(zone.time_zone())?.timestamp())
    };
    let mut years = vec![];
    for year in (first..=this).rev() {
        let span = (begins(year)?, begins(year + 1)?);
        years.push((year, store::count_matters(&app.db, span, app.now()).await?));
    }
    Ok(years)
}
