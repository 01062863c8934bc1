//! Signing in with an address or a number and a password.
use super::{
    hash,
    second::{Entry, open_or_ask},
};
use crate::{password, person::Contact, store};
use base::{
    app::App,
    limits::Limited,
    refusal::{FieldErrors, Outcome, Refusal},
};

/// Opens a session, or asks for the second factor. The answer and the work are the same whether or not there is such an account, and no event is
/// recorded: the log is not a diary of who was here when.
pub async fn sign_in(app: &App, typed: &str, password: &str, browser: &str) -> Outcome<Entry> {
    let wrong = || Refusal::Invalid(FieldErrors::one("contact", "error-sign-in"));
    let Some(contact) = Contact::read(typed) else { return Err(wrong().into()) };
    let (Contact::Email(key) | Contact::Phone(key)) = &contact;
    // By name too, so that many addresses cannot guess at one account.
    let account = format!("sign-in:{}", hash(key));
    app.limits.check_name(Limited::Guess, &account, (&app.clock, &app.random))?;
    let lock = store::lock_of(&app.db, key).await?;
    let stored = lock.as_ref().and_then(|lock| lock.password_hash.clone());
    if !password::verify(password, stored).await? {
        return Err(wrong().into());
    }
    let Some(lock) = lock else { return Err(wrong().into()) };
    open_or_ask(app, lock.id, browser).await
}
