//! The second factor: set up with an app, asked for after the password, taken off by its owner or an administrator.
use super::{
    TRIES_MAX,
    account::{check_password, note},
    hash, new_recovery_codes, open_session, use_up, wait_for_code, write_letter,
};
use crate::{second, store};
use anyhow::{Context, Result};
use base::{
    app::{Agreement, App},
    db::Tx,
    events::{self, Happening},
    feature::Later,
    ids::PersonId,
    jiff::SignedDuration,
    languages::Words,
    limits::Limited,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    vault::{SEALED_KEYS, SealedPage, Slot, Vault},
    visitor::{Role, SignedIn},
};

const SECOND: &str = "second-factor";
/// As long as it takes to find the phone.
const ASKED_FOR: SignedDuration = SignedDuration::from_mins(10);
pub(crate) const REASON_LETTERS_MAX: usize = 400;

/// Roles whose desks stay closed without a second factor, where the operator says so.
pub(crate) const GUARDED: [Role; 8] = [
    Role::Editor,
    Role::ChiefEditor,
    Role::Moderator,
    Role::ComplaintDesk,
    Role::DataDesk,
    Role::InformantKeeper,
    Role::LegalDesk,
    Role::Administrator,
];

/// A role that needs a second factor does not hold before it is set up; this page leads there.
pub const DESK_KEY: Agreement = Agreement { path: "/akun/kunci", is_due };

fn is_due<'a>(app: &'a App, person: PersonId) -> Later<'a, bool> {
    Box::pin(async move {
        if !app.config.second_factor || store::has_second(&app.db, person).await? {
            return Ok(false);
        }
        let held = store::roles_of(&app.db, &[person.0]).await?;
        Ok(held.iter().any(|(_, role)| GUARDED.contains(role)))
    })
}

/// What signing in with the right password leads to.
#[derive(Debug)]
pub enum Entry {
    /// The session's token.
    Open(String),
    /// The ticket under which the second factor is asked for.
    AskSecond(String),
}

/// Opens a session, or asks for the second factor first.
pub(super) async fn open_or_ask(app: &App, person: PersonId, browser: &str) -> Outcome<Entry> {
    let asks = store::has_second(&app.db, person).await?;
    let mut tx = app.db.begin().await?;
    let entry = if asks {
        let (ticket, _) = wait_for_code(app, &mut tx, (SECOND, &person), ASKED_FOR).await?;
        Entry::AskSecond(ticket)
    } else {
        Entry::Open(open_session(app, &mut tx, person, browser).await?)
    };
    tx.commit().await?;
    Ok(entry)
}

/// Whether a sign-in waits for its second factor under this ticket.
pub async fn second_waits(app: &App, ticket: &str) -> Result<bool> {
    super::is_waiting(app, ticket, SECOND).await
}

/// The app's code, or a spare one, opens the session that waited; its token.
pub async fn sign_in_second(
    app: &App,
    ticket: &str,
    typed: &str,
    browser: &str,
) -> Outcome<String> {
    let person = waiting_person(app, ticket).await?;
    let row = store::second(&app.db, person).await?.filter(|row| row.confirmed_at.is_some());
    // Without the vault's key a spare code opens all the same.
    let (secret, closed) = match row.map(|row| opened(app, person, row.secret)).transpose() {
        Ok(secret) => (secret, None),
        Err(closed) => (None, Some(closed)),
    };
    let mut tx = app.db.begin().await?;
    if !take_code(app, &mut tx, person, (secret.as_deref(), typed)).await? {
        let wrong = || Refusal::Invalid(FieldErrors::one("code", "error-second-code")).into();
        return Err(closed.unwrap_or_else(wrong));
    }
    use_up(&mut tx, ticket).await?;
    let token = open_session(app, &mut tx, person, browser).await?;
    tx.commit().await?;
    Ok(token)
}

/// Whose sign-in waits; each look is a guess, counted by the ticket and by the account.
async fn waiting_person(app: &App, ticket: &str) -> Outcome<PersonId> {
    let found = store::code(&app.db, &hash(ticket), app.now()).await?;
    let found = found.filter(|code| code.purpose == SECOND);
    let found = found.ok_or(Refusal::Conflict("refusal-code-gone"))?;
    let person: PersonId = serde_json::from_str(&found.payload).context("who waits")?;
    limit_guesses(app, person)?;
    let mut tx = app.db.begin().await?;
    let tries = store::count_try(&mut tx, &hash(ticket)).await?;
    tx.commit().await?;
    match tries {
        Some(tries) if tries <= TRIES_MAX => Ok(person),
        _ => Err(Refusal::Conflict("refusal-code-tries").into()),
    }
}

fn limit_guesses(app: &App, person: PersonId) -> Result<(), Refusal> {
    let account = format!("second:{person}");
    app.limits.check_name(Limited::Guess, &account, (&app.clock, &app.random))
}

/// Takes a code of the app, once, where there is one, or a spare code, once.
async fn take_code(
    app: &App,
    tx: &mut Tx,
    person: PersonId,
    (secret, typed): (Option<&str>, &str),
) -> Result<bool> {
    let step = secret.and_then(|secret| second::matching_step(secret, typed, app.now()));
    if let Some(step) = step {
        return store::take_step(tx, person, step).await;
    }
    let code: String = typed.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    if code.len() != 8 {
        return Ok(false);
    }
    let code = format!("{}-{}", &code[..4], &code[4..]);
    store::use_spare_code(tx, person, &hash(&code), app.now()).await
}

const fn place(person: PersonId) -> Slot {
    Slot { table: "second_factors", column: "secret", row: person.0 }
}

/// The secret, out of the vault; one from before there was a vault lies open until the sweep seals it.
fn opened(app: &App, person: PersonId, kept: String) -> Outcome<String> {
    if !Vault::is_sealed(&kept) {
        return Ok(kept);
    }
    Ok(app.unseal(place(person), &kept)?.into_string())
}

/// The secret that waits for its first code, or is on.
pub(crate) async fn waiting_secret(app: &App, person: PersonId) -> Outcome<Option<String>> {
    let row = store::second(&app.db, person).await?;
    row.map(|row| opened(app, person, row.secret)).transpose()
}

/// Seals what was kept before there was a vault; without its key nothing is changed.
pub(crate) async fn seal_secrets(app: &App) -> Result<()> {
    if app.vault.trouble().is_some() {
        return Ok(());
    }
    for (person, kept) in store::plain_secrets(&app.db).await? {
        let sealed = match app.seal(place(person), &kept) {
            Ok(sealed) => sealed,
            Err(Failure::Fault(error)) => return Err(error),
            Err(Failure::Refused(refusal)) => anyhow::bail!("{refusal}"),
        };
        let mut tx = app.db.begin().await?;
        store::put_secret(&mut tx, person, (&kept, &sealed)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What the vault keeps of accounts, for `suara doctor`.
pub(crate) async fn sealed_secrets(app: &App, after: i64) -> Result<Option<SealedPage>> {
    let rows = store::secrets_after(&app.db, after, SEALED_KEYS).await?;
    let Some((last, _)) = rows.last() else { return Ok(None) };
    let last = last.0;
    let values = rows.into_iter().map(|(person, secret)| (place(person), secret)).collect();
    Ok(Some(SealedPage { last, values }))
}

/// Makes the secret that waits for its first code; the password is asked for, so that a borrowed phone locks nobody out.
pub async fn begin_second(app: &App, person: &SignedIn, password: &str) -> Outcome<()> {
    check_password(app, person, password).await?;
    let secret = second::secret_text(&app.random.bytes());
    let secret = app.seal(place(person.id), &secret)?;
    let mut tx = app.db.begin().await?;
    if !store::begin_second(&mut tx, person.id, &secret, app.now()).await? {
        return Err(Refusal::Conflict("refusal-second-on").into());
    }
    tx.commit().await?;
    Ok(())
}

/// The first code turns it on: every other session ends, and the spare codes come back, to be shown once.
pub async fn confirm_second(
    app: &App,
    person: &SignedIn,
    typed: &str,
    words: &Words,
) -> Outcome<Vec<String>> {
    limit_guesses(app, person.id)?;
    let secret = waiting_secret(app, person.id).await?.or_not_found()?;
    let Some(step) = second::matching_step(&secret, typed, app.now()) else {
        return Err(Refusal::Invalid(FieldErrors::one("code", "error-second-code")).into());
    };
    let mut tx = app.db.begin().await?;
    if !store::confirm_second(&mut tx, person.id, app.now()).await? {
        return Err(Refusal::Conflict("refusal-second-on").into());
    }
    store::take_step(&mut tx, person.id, step).await?;
    store::delete_sessions_of(&mut tx, person.id, Some(person.session)).await?;
    let codes = renew_spare_codes(app, &mut tx, person.id).await?;
    tell(app, &mut tx, person.id, ("mail-second-on", words, "")).await?;
    note(app, &mut tx, person.id, "person.second-factor-on").await?;
    tx.commit().await?;
    Ok(codes)
}

pub(super) async fn renew_spare_codes(
    app: &App,
    tx: &mut Tx,
    person: PersonId,
) -> Result<Vec<String>> {
    let codes = new_recovery_codes(app);
    store::delete_spare_codes(tx, person).await?;
    for code in &codes {
        store::insert_spare_code(tx, person, &hash(code)).await?;
    }
    Ok(codes)
}

/// New spare codes in place of all old ones; shown once.
pub async fn make_spare_codes(
    app: &App,
    person: &SignedIn,
    password: &str,
) -> Outcome<Vec<String>> {
    check_password(app, person, password).await?;
    store::has_second(&app.db, person.id).await?.then_some(()).or_not_found()?;
    let mut tx = app.db.begin().await?;
    let codes = renew_spare_codes(app, &mut tx, person.id).await?;
    note(app, &mut tx, person.id, "person.renewed-spare-codes").await?;
    tx.commit().await?;
    Ok(codes)
}

/// Its owner takes it off.
pub async fn end_second(
    app: &App,
    person: &SignedIn,
    password: &str,
    words: &Words,
) -> Outcome<()> {
    check_password(app, person, password).await?;
    let mut tx = app.db.begin().await?;
    store::delete_second(&mut tx, person.id).await?.then_some(()).or_not_found()?;
    if !store::has_second(&mut tx, person.id).await? {
        store::delete_spare_codes(&mut tx, person.id).await?;
    }
    tell(app, &mut tx, person.id, ("mail-second-off", words, "")).await?;
    note(app, &mut tx, person.id, "person.second-factor-off").await?;
    tx.commit().await?;
    Ok(())
}

/// An administrator takes it off somebody who lost phone and spare codes: every session ends, the person hears of it
/// with the reason, and the log names who did it.
pub async fn reset_second(
    app: &App,
    by: &SignedIn,
    person: PersonId,
    (reason, words): (&str, &Words),
) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    match reason.chars().count() {
        0 => errors.add("reason", "error-empty"),
        long if long > REASON_LETTERS_MAX => {
            errors.add_with("reason", "error-longer-than", &[("max", 400)]);
        }
        _ => {}
    }
    errors.check()?;
    if by.id == person {
        return Err(Refusal::NotAllowed("refusal-second-own").into());
    }
    let mut tx = app.db.begin().await?;
    let had_app = store::delete_second(&mut tx, person).await?;
    let had_keys = store::delete_passkeys_of(&mut tx, person).await? > 0;
    (had_app || had_keys).then_some(()).or_not_found()?;
    store::delete_spare_codes(&mut tx, person).await?;
    store::delete_sessions_of(&mut tx, person, None).await?;
    tell(app, &mut tx, person, ("mail-second-reset", words, reason)).await?;
    let happening = Happening {
        subject: person.into(),
        verb: "person.second-factor-reset",
        by: Some(by.id),
        detail: None,
    };
    events::record(app, &mut tx, happening).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells the account's owner by letter, if it has an address, in the language of the page.
pub(super) async fn tell(
    app: &App,
    tx: &mut Tx,
    person: PersonId,
    (key, words, reason): (&str, &Words, &str),
) -> Result<()> {
    let Some(email) = store::lock_of_person(&mut *tx, person).await?.and_then(|l| l.email) else {
        return Ok(());
    };
    let link = app.link(words.lang(), "/pulihkan");
    let values = [("house", app.config.name.as_str()), ("link", link.as_str()), ("reason", reason)];
    let letter = (
        words.fill(&format!("{key}-subject"), &values),
        words.fill(&format!("{key}-body"), &values),
    );
    write_letter(app, tx, &email, letter).await
}
