//! A forgotten password: a code by mail, or one of the recovery codes written down at sign-up.
use super::{
    CODE_LIVES, account::tell_of_new_password, hash, limit_letters, redeem, use_up, wait_for_code,
    write_letter,
};
use crate::{
    password,
    person::Contact,
    store::{self, LockRow},
};
use base::{
    app::App,
    events::{self, Happening},
    ids::PersonId,
    languages::Words,
    limits::Limited,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
};

const RECOVER: &str = "recover";

/// Sends a code if the address has an account. The ticket looks the same when it has not.
pub async fn send_recovery(app: &App, typed: &str, words: &Words) -> Outcome<String> {
    let wrong = |key| Refusal::Invalid(FieldErrors::one("contact", key));
    let email = match Contact::read(typed) {
        Some(Contact::Email(email)) => email,
        Some(Contact::Phone(_)) => return Err(wrong("error-recover-phone").into()),
        None => return Err(wrong("error-email").into()),
    };
    limit_letters(app, &email)?;
    let mut tx = app.db.begin().await?;
    let lock = store::lock_of(&mut tx, &email).await?;
    // Nobody's ticket is kept too: whether a page opens must not tell.
    let person = lock.as_ref().map(|lock| lock.id);
    let (ticket, code) = wait_for_code(app, &mut tx, (RECOVER, &person), CODE_LIVES).await?;
    if person.is_some() {
        let values = [("house", app.config.name.as_str()), ("code", code.as_str())];
        let letter =
            (words.fill("mail-recover-subject", &values), words.fill("mail-recover-body", &values));
        write_letter(app, &mut tx, &email, letter).await?;
    }
    tx.commit().await?;
    Ok(ticket)
}

/// Sets a new password with the mailed code; every session ends.
pub async fn recover_by_code(
    app: &App,
    (ticket, code): (&str, &str),
    password: &str,
    words: &Words,
) -> Outcome<()> {
    if let Some(problem) = password::problem(password, &[]) {
        return Err(Refusal::Invalid(FieldErrors::one("new_password", problem)).into());
    }
    let person: Option<PersonId> = redeem(app, ticket, RECOVER, code).await?;
    let person = person.ok_or(Refusal::Conflict("refusal-code-gone"))?;
    let lock = store::lock_of_person(&app.db, person).await?.or_not_found()?;
    let about = [lock.name.as_str(), lock.email.as_deref().unwrap_or_default()];
    if let Some(problem) = password::problem(password, &about) {
        return Err(Refusal::Invalid(FieldErrors::one("new_password", problem)).into());
    }
    let password_hash = password::hash(password).await?;
    let mut tx = app.db.begin().await?;
    use_up(&mut tx, ticket).await?;
    renew_password(app, &mut tx, &lock, &password_hash, words).await?;
    tx.commit().await?;
    Ok(())
}

/// Sets a new password with a recovery code, which is used up.
pub async fn recover_by_written_code(
    app: &App,
    (typed, code): (&str, &str),
    password: &str,
    words: &Words,
) -> Outcome<()> {
    if let Some(problem) = password::problem(password, &[typed]) {
        return Err(Refusal::Invalid(FieldErrors::one("new_password", problem)).into());
    }
    let wrong = || Refusal::Invalid(FieldErrors::one("code", "error-recovery"));
    let Some(Contact::Email(key) | Contact::Phone(key)) = Contact::read(typed) else {
        return Err(wrong().into());
    };
    let account = format!("recover:{}", hash(&key));
    app.limits.check_name(Limited::Guess, &account, (&app.clock, &app.random))?;
    let lock: Option<LockRow> = store::lock_of(&app.db, &key).await?;
    let password_hash = password::hash(password).await?;
    let Some(lock) = lock else { return Err(wrong().into()) };
    let code: String = code.to_uppercase().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let code = if code.len() == 8 { format!("{}-{}", &code[..4], &code[4..]) } else { code };
    let mut tx = app.db.begin().await?;
    if !store::use_recovery_code(&mut tx, lock.id, &hash(&code), app.now()).await? {
        return Err(wrong().into());
    }
    renew_password(app, &mut tx, &lock, &password_hash, words).await?;
    tx.commit().await?;
    Ok(())
}

async fn renew_password(
    app: &App,
    tx: &mut base::db::Tx,
    lock: &LockRow,
    password_hash: &str,
    words: &Words,
) -> Outcome<()> {
    let person = lock.id;
    store::set_password(tx, person, password_hash).await?;
    store::delete_sessions_of(tx, person, None).await?;
    tell_of_new_password(app, tx, lock.email.as_deref(), words).await?;
    let recovered = Happening {
        subject: person.into(),
        verb: "person.recovered",
        by: Some(person),
        detail: None,
    };
    events::record(app, tx, recovered).await?;
    Ok(())
}
