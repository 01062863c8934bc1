//! The first administrator: a link that works once, printed where only the operator sees it.
use super::{grant, hash, open_session};
use crate::{
    password,
    person::{Account, AgeBand, check_name, read_email},
    store::{self, NewRow},
};
use anyhow::Result;
use base::{
    app::App,
    refusal::{FieldErrors, Outcome, Refusal},
    settings,
    visitor::{Role, Scope},
};

/// Holds the hash of the link's key; empty once it was used.
const KEY: &str = "first-administrator";

/// The path of a fresh one-time link; `None` when the house has an administrator.
pub async fn first_administrator_path(app: &App) -> Result<Option<String>> {
    if store::count_administrators(&app.db).await? > 0 {
        return Ok(None);
    }
    let key = app.random.token();
    let mut tx = app.db.begin().await?;
    settings::put_text(app, &mut tx, (KEY, &hash(&key)), None).await?;
    tx.commit().await?;
    Ok(Some(format!("/pertama?kunci={key}")))
}

/// Whether the link still works.
pub async fn first_link_works(app: &App, key: &str) -> Result<bool> {
    let stored = settings::text(&app.db, KEY).await?;
    Ok(stored.is_some_and(|stored| stored == hash(key)))
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
    };
    let mut tx = app.db.begin().await?;
    let stored = settings::text(&mut tx, KEY).await?;
    if stored.is_none_or(|stored| stored != hash(key)) {
        return Err(Refusal::Conflict("refusal-code-gone").into());
    }
    settings::put_text(app, &mut tx, (KEY, ""), None).await?;
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
