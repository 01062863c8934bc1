//! The verbs of accounts: sign up, sign in, recover, change, grant.
mod account;
mod consent;
mod devices;
mod ending;
mod first;
mod grants;
mod names;
mod own_data;
mod passkeys;
mod recover;
mod requests;
mod second;
mod sessions;
mod sign_in;
mod sign_up;

pub use account::*;
pub use consent::*;
pub use devices::*;
pub use ending::*;
pub use first::*;
pub use grants::*;
pub use own_data::*;
pub use passkeys::*;
pub use recover::*;
pub use requests::*;
pub use second::*;
pub use sessions::*;
pub use sign_in::*;
pub use sign_up::*;

use crate::store::{self, CodeRow};
use anyhow::{Context, Result};
use base::{
    app::App,
    cases,
    db::Tx,
    jiff::SignedDuration,
    jobs,
    limits::Limited,
    mail::{Letter, SendMail},
    refusal::{FieldErrors, Outcome, Refusal},
};
use serde::{Serialize, de::DeserializeOwned};

const CODE_LIVES: SignedDuration = SignedDuration::from_mins(15);
const TRIES_MAX: i64 = 5;

/// Tokens are 256 random bits: one pass of SHA-256 is enough, and what the table holds opens nothing.
pub(crate) fn hash(secret: &str) -> String {
    cases::hash(secret)
}

/// A code to be typed, bound to its ticket so that equal codes have different hashes.
fn code_hash(ticket: &str, code: &str) -> String {
    hash(&format!("{ticket}:{code}"))
}

/// Six digits.
fn new_code(app: &App) -> String {
    format!("{:06}", app.random.below(1_000_000))
}

/// Keeps what waits for a code; the ticket goes into an address, the code into a letter.
async fn wait_for_code<T: Serialize>(
    app: &App,
    tx: &mut Tx,
    (purpose, payload): (&str, &T),
    lives: SignedDuration,
) -> Result<(String, String)> {
    let (ticket, code) = (app.random.token(), new_code(app));
    let row = CodeRow {
        purpose: purpose.to_owned(),
        payload: serde_json::to_string(payload)?,
        code_hash: code_hash(&ticket, &code),
        tries: 0,
        expires_at: app.now() + lives,
    };
    store::insert_code(tx, &hash(&ticket), &row).await?;
    Ok((ticket, code))
}

/// Whether something still waits under this ticket for this purpose.
async fn is_waiting(app: &App, ticket: &str, purpose: &str) -> Result<bool> {
    let found = store::code(&app.db, &hash(ticket), app.now()).await?;
    Ok(found.is_some_and(|code| code.purpose == purpose))
}

/// Checks a typed code; what waited for it comes back and waits no more. A try counts even when the rest fails.
async fn redeem<T: DeserializeOwned>(
    app: &App,
    ticket: &str,
    purpose: &str,
    typed: &str,
) -> Outcome<T> {
    let ticket_hash = hash(ticket);
    let mut tx = app.db.begin().await?;
    let found = store::code(&mut tx, &ticket_hash, app.now()).await?;
    let tries = store::count_try(&mut tx, &ticket_hash).await?;
    tx.commit().await?;
    let found = found.filter(|code| code.purpose == purpose);
    let (Some(found), Some(tries)) = (found, tries) else {
        return Err(Refusal::Conflict("refusal-code-gone").into());
    };
    if tries > TRIES_MAX {
        return Err(Refusal::Conflict("refusal-code-tries").into());
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if found.code_hash != code_hash(ticket, &digits) {
        return Err(Refusal::Invalid(FieldErrors::one("code", "error-code")).into());
    }
    Ok(serde_json::from_str(&found.payload).context("what waited for the code is unreadable")?)
}

/// Takes away what waited; a second use of the same code finds nothing.
async fn use_up(tx: &mut Tx, ticket: &str) -> Outcome<()> {
    if store::delete_code(tx, &hash(ticket)).await? {
        Ok(())
    } else {
        Err(Refusal::Conflict("refusal-code-gone").into())
    }
}

/// Counts a letter against its reader's allowance, account or not: nobody floods another's mailbox through us.
fn limit_letters(app: &App, to: &str) -> Result<(), Refusal> {
    app.limits.check_name(Limited::Letter, to, (&app.clock, &app.random))
}

/// Adds a letter to the caller's transaction.
async fn write_letter(
    app: &App,
    tx: &mut Tx,
    to: &str,
    (subject, body): (String, String),
) -> Result<()> {
    let letter = Letter { to: to.to_owned(), subject, body };
    jobs::enqueue(app, tx, &SendMail(letter)).await
}
