//! The end of an account: asked for with the password, taken back by signing in, done by a job.
use super::account::{check_password, note};
use super::write_letter;
use crate::store;
use anyhow::{Context, Result};
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    feature::Leaving,
    ids::PersonId,
    jiff::{SignedDuration, Timestamp},
    languages::{Lang, Words},
    refusal::{OrNotFound, Outcome, Refusal},
    visitor::{Role, SignedIn},
};

pub(crate) const RULES: &str = "personal-data";

/// A number of the rule set in force today.
pub(crate) fn rule(app: &App, name: &str) -> Result<i64> {
    let set = app.rules.at(RULES, app.today())?;
    set.numbers.get(name).copied().with_context(|| format!("{RULES} has no number {name}"))
}

/// Ends every session and begins to wait; when it will be done.
pub async fn ask_to_end(
    app: &App,
    person: &SignedIn,
    (password, words): (&str, &Words),
) -> Outcome<Timestamp> {
    check_password(app, person, password).await?;
    let administers = person.grants.iter().any(|grant| grant.role == Role::Administrator);
    if administers && store::count_administrators(&app.db).await? <= 1 {
        return Err(Refusal::Conflict("refusal-last-administrator").into());
    }
    let now = app.now();
    let due_at = now + SignedDuration::from_hours(24 * rule(app, "account-wait-days")?);
    let email = store::find(&app.db, person.id).await?.or_not_found()?.email;
    let mut tx = app.db.begin().await?;
    store::insert_ending(&mut tx, person.id, (now, due_at)).await?;
    store::delete_sessions_of(&mut tx, person.id, None).await?;
    if let Some(email) = email {
        let at = words.moment(due_at, app.config.zone);
        let link = app.link(words.lang(), "/masuk");
        let values =
            [("house", app.config.name.as_str()), ("at", at.as_str()), ("link", link.as_str())];
        let letter =
            (words.fill("mail-ending-subject", &values), words.fill("mail-ending-body", &values));
        write_letter(app, &mut tx, &email, letter).await?;
    }
    note(app, &mut tx, person.id, "person.asked-to-end").await?;
    tx.commit().await?;
    Ok(due_at)
}

/// Whoever signs in stays; true when an end was waiting.
pub(super) async fn stay(app: &App, tx: &mut Tx, person: PersonId) -> Result<bool> {
    let waited = store::delete_ending(tx, person).await?;
    if waited {
        let happening = Happening {
            subject: person.into(),
            verb: "person.stays",
            by: Some(person),
            detail: None,
        };
        events::record(app, tx, happening).await?;
    }
    Ok(waited)
}

/// Ends one account: every feature forgets or keeps what its rules say, then the account is emptied. Nothing is done
/// when its owner came back meanwhile.
pub(crate) async fn end_account(app: &App, person: PersonId) -> Result<()> {
    let account = store::find(&app.db, person).await?.context("an account ends once")?;
    // The account keeps no language; its name is read by everyone in the house's own.
    let words = app.words(Lang::INDONESIAN);
    let leaving = Leaving {
        person,
        name: account.public_name().to_owned(),
        email: account.email.clone(),
        phone: account.phone.clone(),
    };
    let mut tx = app.db.begin().await?;
    if !store::delete_ending(&mut tx, person).await? {
        return Ok(());
    }
    for forget in app.features.iter().filter_map(|feature| feature.forget) {
        forget(app, &mut tx, &leaving).await?;
    }
    store::delete_second(&mut tx, person).await?;
    store::delete_passkeys_of(&mut tx, person).await?;
    store::delete_spare_codes(&mut tx, person).await?;
    store::forget_requester(&mut tx, person, account.email.as_deref()).await?;
    store::empty_account(&mut tx, person, &words.t("deleted-account"), app.now()).await?;
    for contact in [&account.email, &account.phone].into_iter().flatten() {
        store::forget_contact(&mut tx, contact).await?;
    }
    if let Some(email) = &account.email {
        let house = [("house", app.config.name.as_str())];
        let letter =
            (words.fill("mail-ended-subject", &house), words.fill("mail-ended-body", &house));
        write_letter(app, &mut tx, email, letter).await?;
    }
    let ended = Happening { subject: person.into(), verb: "person.ended", by: None, detail: None };
    events::record(app, &mut tx, ended).await?;
    tx.commit().await
}
