//! The first administrator: a link that works once, printed where only the operator sees it.
use super::{grant, is_waiting, open_session, use_up, wait_for_code};
use crate::{
    password,
    person::{Account, AgeBand, check_name, read_email},
    store::{self, NewRow},
};
use anyhow::Result;
use base::{
    app::App,
    jiff::SignedDuration,
    refusal::{FieldErrors, Outcome, Refusal},
    visitor::{Role, Scope},
};

const FIRST: &str = "first-administrator";
/// Every start of the program prints a fresh link.
const LINK_LIVES: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The path of a fresh one-time link; `None` when the house has an administrator.
pub async fn first_administrator_path(app: &App) -> Result<Option<String>> {
    if store::count_administrators(&app.db).await? > 0 {
        return Ok(None);
    }
    let mut tx = app.db.begin().await?;
    store::delete_codes_for(&mut tx, FIRST).await?;
    let (key, _) = wait_for_code(app, &mut tx, (FIRST, &()), LINK_LIVES).await?;
    tx.commit().await?;
    Ok(Some(format!("/pengelola/pertama?kunci={key}")))
}

/// Whether the link still works.
pub async fn first_link_works(app: &App, key: &str) -> Result<bool> {
    Ok(is_waiting(app, key, FIRST).await? && store::count_administrators(&app.db).await? == 0)
}

/// What the form of the first administrator holds.
pub struct FirstDraft {
    pub name: String,
    pub email: String,
    pub password: String,
}

/// Makes the account, grants it the house, ends the link, signs in; the session's token.
pub async fn become_first_administrator(
    app: &App,
    key: &str,
    draft: &FirstDraft,
    browser: &str,
) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    check_name(&draft.name, &mut errors);
    let email = read_email(&draft.email);
    if email.is_none() {
        errors.add("email", "error-email");
    }
    if let Some(problem) = password::problem(&draft.password, &[&draft.name, &draft.email]) {
        errors.add("password", problem);
    }
    errors.check()?;
    if !first_link_works(app, key).await? {
        return Err(Refusal::Conflict("refusal-code-gone").into());
    }
    let password_hash = password::hash(&draft.password).await?;
    let terms = house::terms_version(&app.db).await?;
    let account = Account {
        id: app.make_id(),
        name: draft.name.clone(),
        pen_name: None,
        about: None,
        email,
        phone: None,
        age_band: AgeBand::Adult,
        area: None,
        joined_at: app.now(),
        ended_at: None,
    };
    let mut tx = app.db.begin().await?;
    use_up(&mut tx, key).await?;
    let new = NewRow {
        account: &account,
        password_hash: Some(&password_hash),
        guardian: None,
        guardian_confirmed_at: None,
    };
    if !store::insert_person(&mut tx, &new).await? {
        return Err(Refusal::Invalid(FieldErrors::one("email", "error-contact-taken")).into());
    }
    store::insert_consent(&mut tx, account.id, ("syarat", terms), app.now()).await?;
    grant(app, &mut tx, (account.id, Role::Administrator, Scope::House), None).await?;
    let token = open_session(app, &mut tx, account.id, browser).await?;
    tx.commit().await?;
    Ok(token)
}
