//! Who may do what with a report: relations that a route's role cannot say.
use crate::{
    report::{Report, State},
    store::{self, SenderRow},
};
use base::{
    app::App,
    cases,
    ids::{AgencyId, AreaCode},
    limits::Limited,
    refusal::{OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn},
    web::Visit,
};

/// Roles of the desk: editors of the area, the chief editor, the complaint desk.
pub(crate) const DESK: &[Role] = &[Role::Editor, Role::ChiefEditor, Role::ComplaintDesk];

/// Works at the desk for this area.
pub(crate) fn works_for(person: &SignedIn, area: AreaCode) -> bool {
    DESK.iter().any(|role| person.may(*role, Scope::Area(area)))
}

/// The areas that someone works for at the desk; that of everywhere stands for all.
pub(crate) fn desk_areas(person: &SignedIn) -> Vec<i64> {
    let grants = person.grants.iter().filter(|grant| DESK.contains(&grant.role));
    let areas = grants.filter_map(|grant| match grant.scope {
        Scope::House => Some(store::EVERYWHERE.0),
        Scope::Area(code) => Some(code.0),
        Scope::Outlet(_) | Scope::Agency(_) => None,
    });
    areas.collect()
}

/// The bodies that someone speaks for.
pub(crate) fn bodies(person: &SignedIn) -> Vec<i64> {
    let grants = person.grants.iter().filter(|grant| grant.role == Role::Officer);
    let bodies = grants.filter_map(|grant| match grant.scope {
        Scope::Agency(id) => Some(id.0),
        Scope::House | Scope::Area(_) | Scope::Outlet(_) => None,
    });
    bodies.collect()
}

/// Refuses whoever does not work for the area of the report, and its own sender: nobody verifies themselves.
pub(crate) async fn at_the_desk(app: &App, person: &SignedIn, report: &Report) -> Outcome<()> {
    if !works_for(person, report.area) {
        return Err(Refusal::NotAllowed("refusal-role").into());
    }
    let sender = store::sender(&app.db, report.id).await?;
    if sender.is_some_and(|sender| sender.person == Some(person.id)) {
        return Err(Refusal::NotAllowed("refusal-own-text").into());
    }
    Ok(())
}

/// The body for which someone speaks on this report, now; a role in the whole house speaks for no body.
pub(crate) fn speaks_for(visit: &Visit, report: &Report) -> Outcome<AgencyId> {
    let own = agencies::answers_for(&visit.visitor);
    let agency = report.agency.filter(|agency| own.contains(agency));
    agency.ok_or(Refusal::NotAllowed("refusal-report-other-body").into())
}

/// The sender, who shows the code or is signed in with the account that sent it. Wrong codes count.
pub(crate) async fn as_sender(
    visit: &Visit,
    report: &Report,
    code: Option<&str>,
) -> Outcome<SenderRow> {
    let sender = store::sender(&visit.app.db, report.id).await?.or_not_found()?;
    let own = sender.person.is_some() && sender.person == visit.visitor.id();
    let knows = code.is_some_and(|code| cases::code_hash(code) == report.code_hash);
    if own || knows {
        return Ok(sender);
    }
    if code.is_some() {
        visit.limit(Limited::Guess)?;
    }
    Err(Refusal::NotFound.into())
}

/// Whether the letter to the Ombudsman is offered: a body let its time pass, or the reporter is not satisfied.
pub(crate) fn may_go_further(report: &Report) -> bool {
    let silent = report.overdue_at.is_some() && report.waits_for_body();
    let unsatisfied = report.verdict == Some(crate::report::Verdict::Unsatisfied);
    silent || (unsatisfied && report.state == State::Closed)
}
