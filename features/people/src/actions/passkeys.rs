//! Passkeys: added by whoever is signed in and knows the password, used in place of password and second factor, because
//! the authenticator asks for finger, face or number itself.
use super::{
    account::{check_password, note},
    open_session,
    second::{renew_spare_codes, tell},
    use_up, wait_for_code,
};
use crate::{
    passkey::{self, Flaw, Party, PublicKey, Used},
    store::{self, NewPasskey},
};
use anyhow::{Context, Result};
use base::{
    app::App,
    ids::PersonId,
    jiff::SignedDuration,
    languages::Words,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};
use serde::{Deserialize, Serialize};

const ADD: &str = "passkey-add";
const USE: &str = "passkey-use";
/// As long as a person takes to find the finger.
const LIVES: SignedDuration = SignedDuration::from_mins(5);
const KEYS_MAX: usize = 10;
const NAME_LETTERS_MAX: usize = 60;

/// What waits for an authenticator.
#[derive(Serialize, Deserialize)]
struct Waiting {
    challenge: String,
    person: Option<PersonId>,
}

/// What the page's script hands to the browser; names are those of `passkey.js`.
#[derive(Debug, Serialize)]
pub struct Challenge {
    pub ticket: String,
    pub challenge: String,
    pub host: String,
    pub house: String,
    /// Of a key to be made: the account's number, its name, the keys that it has.
    pub handle: Option<String>,
    pub name: Option<String>,
    pub known: Vec<String>,
}

fn party(app: &App) -> Result<Party> {
    Party::of(&app.config.address).context("the public address has a host")
}

async fn challenge(app: &App, purpose: &str, person: Option<PersonId>) -> Result<Challenge> {
    let challenge = app.random.token();
    let waiting = Waiting { challenge: challenge.clone(), person };
    let mut tx = app.db.begin().await?;
    let (ticket, _) = wait_for_code(app, &mut tx, (purpose, &waiting), LIVES).await?;
    tx.commit().await?;
    let (host, house) = (party(app)?.host, app.config.name.clone());
    Ok(Challenge { ticket, challenge, host, house, handle: None, name: None, known: vec![] })
}

async fn waiting(app: &App, ticket: &str, purpose: &str) -> Outcome<Waiting> {
    let found = store::code(&app.db, &super::hash(ticket), app.now()).await?;
    let found = found.filter(|code| code.purpose == purpose);
    let found = found.ok_or(Refusal::Conflict("refusal-code-gone"))?;
    Ok(serde_json::from_str(&found.payload).context("what waits for an authenticator")?)
}

/// Begins to add a key, after the password.
pub async fn begin_passkey(app: &App, person: &SignedIn, password: &str) -> Outcome<Challenge> {
    check_password(app, person, password).await?;
    let known = store::credentials_of(&app.db, person.id).await?;
    if known.len() >= KEYS_MAX {
        return Err(Refusal::Conflict("refusal-passkeys-many").into());
    }
    let begun = challenge(app, ADD, Some(person.id)).await?;
    Ok(Challenge {
        handle: Some(passkey::handle(person.id)),
        name: Some(person.name.clone()),
        known: known.into_iter().map(|(credential,)| credential).collect(),
        ..begun
    })
}

/// What the browser sends of a new key.
#[derive(Debug, Clone, Default)]
pub struct NewKey {
    pub ticket: String,
    pub client: String,
    pub data: String,
    pub name: String,
}

/// Keeps a new key; with the first one come spare codes, to be shown once.
pub async fn add_passkey(
    app: &App,
    person: &SignedIn,
    new: &NewKey,
    words: &Words,
) -> Outcome<Vec<String>> {
    let waits = waiting(app, &new.ticket, ADD).await?;
    if waits.person != Some(person.id) {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    let made = passkey::made((&new.client, &new.data), &waits.challenge, &party(app)?);
    let made = made.map_err(refused)?;
    let name: String = new.name.chars().take(NAME_LETTERS_MAX).collect();
    let public_key = serde_json::to_string(&made.key).context("a key as text")?;
    let is_first = !store::has_second(&app.db, person.id).await?;
    let mut tx = app.db.begin().await?;
    use_up(&mut tx, &new.ticket).await?;
    let row = NewPasskey {
        id: app.make_id(),
        person: person.id,
        credential: &made.credential,
        public_key: &public_key,
        counter: made.counter,
        name: if name.is_empty() { "-" } else { &name },
        added_at: app.now(),
    };
    if !store::insert_passkey(&mut tx, &row).await? {
        return Err(Refusal::Conflict("refusal-passkey-known").into());
    }
    let codes = match is_first {
        true => renew_spare_codes(app, &mut tx, person.id).await?,
        false => vec![],
    };
    store::delete_sessions_of(&mut tx, person.id, Some(person.session)).await?;
    tell(app, &mut tx, person.id, ("mail-passkey-added", words, "")).await?;
    note(app, &mut tx, person.id, "person.added-passkey").await?;
    tx.commit().await?;
    Ok(codes)
}

/// The sentence is the same whatever was wrong; a browser's fault is no secret of the house, but a forger learns nothing.
fn refused(flaw: Flaw) -> Refusal {
    tracing::info!(?flaw, "a passkey was not taken");
    Refusal::Invalid(FieldErrors::one("passkey", "error-passkey"))
}

/// Begins to sign in with a key, whoever it is.
pub async fn begin_passkey_entry(app: &App) -> Outcome<Challenge> {
    Ok(challenge(app, USE, None).await?)
}

/// A key opens a session; its token.
pub async fn sign_in_passkey(
    app: &App,
    ticket: &str,
    used: &Used,
    browser: &str,
) -> Outcome<String> {
    let waits = waiting(app, ticket, USE).await?;
    let found = store::passkey(&app.db, &used.credential).await?;
    let found = found.ok_or_else(|| refused(Flaw::Signature))?;
    let key: PublicKey = serde_json::from_str(&found.public_key).context("a stored key")?;
    let checked = passkey::check_use(used, (&key, found.counter), &waits.challenge, &party(app)?);
    let counter = checked.map_err(refused)?;
    let mut tx = app.db.begin().await?;
    use_up(&mut tx, ticket).await?;
    let today = app.today();
    if !store::use_passkey(&mut tx, found.id, (found.counter, counter), today).await? {
        return Err(refused(Flaw::Counter).into());
    }
    let token = open_session(app, &mut tx, found.person, browser).await?;
    tx.commit().await?;
    Ok(token)
}

/// Its owner takes a key away; without any other second factor the spare codes go too.
pub async fn end_passkey(
    app: &App,
    person: &SignedIn,
    (id, password): (i64, &str),
    words: &Words,
) -> Outcome<()> {
    check_password(app, person, password).await?;
    let mut tx = app.db.begin().await?;
    store::delete_passkey(&mut tx, id, person.id).await?.then_some(()).or_not_found()?;
    if !store::has_second(&mut tx, person.id).await? {
        store::delete_spare_codes(&mut tx, person.id).await?;
    }
    tell(app, &mut tx, person.id, ("mail-passkey-ended", words, "")).await?;
    note(app, &mut tx, person.id, "person.ended-passkey").await?;
    tx.commit().await?;
    Ok(())
}
