//! Granting roles and ending them, and the people that other crates bring in.
use super::rotate_session;
use crate::{
    password,
    person::{Account, AgeBand},
    store::{self, GrantRow, NewRow},
};
use anyhow::{Result, ensure};
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{AreaCode, GrantId, PersonId},
    jiff::Timestamp,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn},
};

/// Someone whom the operator brings in: the cast of the demonstration, a test's person.
#[derive(Debug, Clone)]
pub struct NewPerson {
    pub name: String,
    pub pen_name: Option<String>,
    pub about: Option<String>,
    pub email: Option<String>,
    pub minor: bool,
    pub area: Option<AreaCode>,
    pub joined_at: Timestamp,
}

/// Hashes a password before a transaction begins: no transaction waits for a hash.
pub async fn hash_password(password: &str) -> Result<String> {
    password::hash(password).await
}

/// Adds a person in the caller's transaction; `password_hash` comes from `hash_password`, and without one nobody signs
/// in with the account.
pub async fn add_person(
    app: &App,
    tx: &mut Tx,
    new: NewPerson,
    password_hash: Option<&str>,
) -> Result<PersonId> {
    let account = Account {
        id: app.make_id(),
        name: new.name,
        pen_name: new.pen_name,
        about: new.about,
        email: new.email,
        phone: None,
        age_band: if new.minor { AgeBand::Minor } else { AgeBand::Adult },
        area: new.area.map(super::account::coarse),
        joined_at: new.joined_at,
        ended_at: None,
    };
    let guardian_confirmed_at = new.minor.then_some(new.joined_at);
    let row = NewRow { account: &account, password_hash, guardian: None, guardian_confirmed_at };
    ensure!(store::insert_person(tx, &row).await?, "the address of {} is taken", account.name);
    Ok(account.id)
}

/// Grants a role in the caller's transaction; false when it is held already.
pub async fn grant(
    app: &App,
    tx: &mut Tx,
    (person, role, scope): (PersonId, Role, Scope),
    by: Option<PersonId>,
) -> Result<bool> {
    let (scope_kind, scope_id) = scope.parts();
    let row = GrantRow {
        id: app.make_id(),
        person,
        role,
        scope_kind: scope_kind.to_owned(),
        scope_id,
        granted_by: by,
        granted_at: app.now(),
        ended_by: None,
        ended_at: None,
    };
    if !store::insert_grant(tx, &row).await? {
        return Ok(false);
    }
    let detail = Some(format!("{role} {scope_kind}:{scope_id}"));
    let granted = Happening { subject: person.into(), verb: "role.granted", by, detail };
    events::record(app, tx, granted).await?;
    Ok(true)
}

/// Ends a role in the caller's transaction, for a feature whose states give it; nobody: a rule of that feature ends it.
pub async fn take_role(
    app: &App,
    tx: &mut Tx,
    (person, role, scope): (PersonId, Role, Scope),
    by: Option<PersonId>,
) -> Result<()> {
    let (scope_kind, scope_id) = scope.parts();
    for held in store::grants_of(&mut *tx, person).await? {
        let same = held.role == role && held.scope_kind == scope_kind && held.scope_id == scope_id;
        if same && store::end_grant(tx, held.id, by, app.now()).await? {
            let detail = Some(format!("{role} {scope_kind}:{scope_id}"));
            let ended = Happening { subject: person.into(), verb: "role.ended", by, detail };
            events::record(app, tx, ended).await?;
        }
    }
    Ok(())
}

/// A change of rights: whose, and the token that the administrator's own browser goes on with if they were their own.
#[derive(Debug)]
pub struct RightsChanged {
    pub person: PersonId,
    pub token: Option<String>,
}

/// With new rights begins a new session: the old ones of that person end.
async fn end_old_sessions(
    app: &App,
    tx: &mut Tx,
    person: PersonId,
    by: &SignedIn,
) -> Result<RightsChanged> {
    let own = person == by.id;
    store::delete_sessions_of(tx, person, own.then_some(by.session)).await?;
    let token = if own { Some(rotate_session(app, tx, by.session).await?) } else { None };
    Ok(RightsChanged { person, token })
}

/// An administrator grants a role.
pub async fn grant_role(
    app: &App,
    by: &SignedIn,
    (person, role, scope): (PersonId, Role, Scope),
) -> Outcome<RightsChanged> {
    may_administer(by)?;
    if role == Role::Member {
        return Err(Refusal::Invalid(FieldErrors::one("role", "error-choose")).into());
    }
    if role == Role::Administrator && scope != Scope::House {
        return Err(Refusal::Invalid(FieldErrors::one("scope", "error-scope-house")).into());
    }
    let mut tx = app.db.begin().await?;
    store::find(&mut tx, person).await?.or_not_found()?;
    let mut changed = RightsChanged { person, token: None };
    if grant(app, &mut tx, (person, role, scope), Some(by.id)).await? {
        changed = end_old_sessions(app, &mut tx, person, by).await?;
    }
    tx.commit().await?;
    Ok(changed)
}

/// An administrator ends a role; the house is never left without one.
pub async fn end_role(app: &App, by: &SignedIn, id: GrantId) -> Outcome<RightsChanged> {
    may_administer(by)?;
    let mut tx = app.db.begin().await?;
    let grant = store::grant(&mut tx, id).await?.or_not_found()?;
    let last = grant.role == Role::Administrator
        && grant.ended_at.is_none()
        && store::lock_administrators(&mut tx).await? <= 1;
    if last {
        return Err(Refusal::Conflict("refusal-last-administrator").into());
    }
    let mut changed = RightsChanged { person: grant.person, token: None };
    if store::end_grant(&mut tx, id, Some(by.id), app.now()).await? {
        let ended = Happening {
            subject: grant.person.into(),
            verb: "role.ended",
            by: Some(by.id),
            detail: Some(format!("{} {}:{}", grant.role, grant.scope_kind, grant.scope_id)),
        };
        events::record(app, &mut tx, ended).await?;
        changed = end_old_sessions(app, &mut tx, grant.person, by).await?;
    }
    tx.commit().await?;
    Ok(changed)
}

fn may_administer(by: &SignedIn) -> Outcome<()> {
    let house = by
        .grants
        .iter()
        .any(|grant| grant.role == Role::Administrator && grant.scope == Scope::House);
    if house { Ok(()) } else { Err(Refusal::NotAllowed("refusal-role").into()) }
}
