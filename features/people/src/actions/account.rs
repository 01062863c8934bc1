//! Changing one's own account: names, address, password, recovery codes.
use super::{
    CODE_LIVES, hash, limit_letters, names::check_free, new_recovery_codes, redeem, rotate_session,
    use_up, wait_for_code, write_letter,
};
use crate::{
    password,
    person::{check_name, read_email},
    store,
};
use base::{
    app::App,
    db::twin_is_false,
    events::{self, Happening},
    ids::{AreaCode, PersonId},
    languages::Words,
    limits::Limited,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};
use serde::{Deserialize, Serialize};

const NEW_ADDRESS: &str = "new-address";
const ABOUT_LETTERS_MAX: usize = 600;

/// What the form about oneself holds.
#[derive(Debug, Clone, Default)]
pub struct ProfileDraft {
    pub name: String,
    pub pen_name: String,
    pub about: String,
    /// Kept no finer than a kabupaten or kota.
    pub area: Option<AreaCode>,
}

/// Changes what others read about one.
pub async fn change_profile(app: &App, person: &SignedIn, draft: &ProfileDraft) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    check_name(&draft.name, &mut errors);
    let long = |text: &str, max: usize| text.chars().count() > max;
    if long(&draft.pen_name, 80) {
        errors.add_with("pen_name", "error-longer-than", &[("max", 80)]);
    }
    if long(&draft.about, ABOUT_LETTERS_MAX) {
        errors.add_with("about", "error-longer-than", &[("max", 600)]);
    }
    check_new_names(app, person, draft, &mut errors).await?;
    errors.check()?;
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let (pen_name, about) = (some(&draft.pen_name), some(&draft.about));
    let mut tx = app.db.begin().await?;
    let names = (draft.name.as_str(), pen_name.as_deref());
    let rest = (about.as_deref(), draft.area.map(coarse));
    store::set_names(&mut tx, person.id, names, rest).await?;
    note(app, &mut tx, person.id, "person.changed-profile").await?;
    tx.commit().await?;
    Ok(())
}

/// A name that stays as it was is not asked about again.
async fn check_new_names(
    app: &App,
    person: &SignedIn,
    draft: &ProfileDraft,
    errors: &mut FieldErrors,
) -> Outcome<()> {
    let account = store::find(&app.db, person.id).await?.or_not_found()?;
    let mut wanted = vec![];
    if draft.name != account.name {
        wanted.push(("name", draft.name.as_str()));
    }
    if !draft.pen_name.is_empty() && account.pen_name.as_ref() != Some(&draft.pen_name) {
        wanted.push(("pen_name", draft.pen_name.as_str()));
    }
    check_free(app, Some(person.id), &wanted, errors).await?;
    Ok(())
}

/// People are held at the level of a kabupaten or kota: in a hamlet an area is an address.
pub(crate) fn coarse(area: AreaCode) -> AreaCode {
    areas::no_finer_than(area, areas::Level::Regency)
}

/// Asks for the password again before what would let a borrowed phone take the account away.
pub(super) async fn check_password(app: &App, person: &SignedIn, typed: &str) -> Outcome<()> {
    let account = format!("password:{}", person.id);
    app.limits.check_name(Limited::Guess, &account, (&app.clock, &app.random))?;
    let lock = store::lock_of_person(&app.db, person.id).await?.or_not_found()?;
    if password::verify(typed, lock.password_hash).await? {
        return Ok(());
    }
    Err(Refusal::Invalid(FieldErrors::one("password", "error-old-password")).into())
}

/// Changes the password; all other sessions end and this one gets the token that comes back.
pub async fn change_password(
    app: &App,
    person: &SignedIn,
    (old, new): (&str, &str),
    words: &Words,
) -> Outcome<String> {
    let lock = store::lock_of_person(&app.db, person.id).await?.or_not_found()?;
    let about = [lock.name.as_str(), lock.email.as_deref().unwrap_or_default()];
    if let Some(problem) = password::problem(new, &about) {
        return Err(Refusal::Invalid(FieldErrors::one("new_password", problem)).into());
    }
    check_password(app, person, old).await?;
    let new = password::hash(new).await?;
    let mut tx = app.db.begin().await?;
    store::set_password(&mut tx, person.id, &new).await?;
    store::delete_sessions_of(&mut tx, person.id, Some(person.session)).await?;
    let token = rotate_session(app, &mut tx, person.session).await?;
    tell_of_new_password(app, &mut tx, lock.email.as_deref(), words).await?;
    note(app, &mut tx, person.id, "person.changed-password").await?;
    tx.commit().await?;
    Ok(token)
}

/// Whoever did not change it themselves must hear of it while they can still act. An account keeps no language: the
/// letter is in that of the page.
pub(crate) async fn tell_of_new_password(
    app: &App,
    tx: &mut base::db::Tx,
    email: Option<&str>,
    words: &Words,
) -> Outcome<()> {
    let Some(email) = email else { return Ok(()) };
    let link = app.link(words.lang(), "/pulihkan");
    let values = [("house", app.config.name.as_str()), ("link", link.as_str())];
    let subject = words.fill("mail-password-subject", &values);
    let letter = (subject, words.fill("mail-password-body", &values));
    Ok(write_letter(app, tx, email, letter).await?)
}

/// A new address on its way.
#[derive(Serialize, Deserialize)]
struct NewAddress {
    person: PersonId,
    email: String,
}

/// Sends a code to the new address; the ticket for the page that asks for it.
pub async fn begin_address_change(
    app: &App,
    person: &SignedIn,
    (typed, password): (&str, &str),
    words: &Words,
) -> Outcome<String> {
    let wrong = || Refusal::Invalid(FieldErrors::one("email", "error-email"));
    let email = read_email(typed).ok_or_else(wrong)?;
    check_password(app, person, password).await?;
    limit_letters(app, &email)?;
    let payload = NewAddress { person: person.id, email: email.clone() };
    let mut tx = app.db.begin().await?;
    let (ticket, code) = wait_for_code(app, &mut tx, (NEW_ADDRESS, &payload), CODE_LIVES).await?;
    let values = [("house", app.config.name.as_str()), ("code", code.as_str())];
    let letter = (words.fill("mail-code-subject", &values), words.fill("mail-code-body", &values));
    write_letter(app, &mut tx, &email, letter).await?;
    tx.commit().await?;
    Ok(ticket)
}

/// Takes the new address once its code was typed, and tells the old one.
pub async fn finish_address_change(
    app: &App,
    person: &SignedIn,
    (ticket, code): (&str, &str),
    words: &Words,
) -> Outcome<()> {
    let new: NewAddress = redeem(app, ticket, NEW_ADDRESS, code).await?;
    if new.person != person.id {
        return Err(Refusal::NotAllowed("refusal-not-yours").into());
    }
    let mut tx = app.db.begin().await?;
    use_up(&mut tx, ticket).await?;
    let old = store::find(&mut tx, person.id).await?.or_not_found()?.email;
    if !twin_is_false(store::set_email(&mut tx, person.id, &new.email).await)? {
        return Err(Refusal::Conflict("refusal-address-taken").into());
    }
    if let Some(old) = old {
        let house = [("house", app.config.name.as_str())];
        let letter =
            (words.fill("mail-moved-subject", &house), words.fill("mail-moved-body", &house));
        write_letter(app, &mut tx, &old, letter).await?;
    }
    note(app, &mut tx, person.id, "person.changed-address").await?;
    tx.commit().await?;
    Ok(())
}

/// New recovery codes in place of all old ones; shown once.
pub async fn renew_recovery_codes(
    app: &App,
    person: &SignedIn,
    password: &str,
) -> Outcome<Vec<String>> {
    check_password(app, person, password).await?;
    let codes = new_recovery_codes(app);
    let mut tx = app.db.begin().await?;
    store::delete_recovery_codes(&mut tx, person.id).await?;
    for code in &codes {
        store::insert_recovery_code(&mut tx, person.id, &hash(code)).await?;
    }
    note(app, &mut tx, person.id, "person.renewed-codes").await?;
    tx.commit().await?;
    Ok(codes)
}

pub(super) async fn note(
    app: &App,
    tx: &mut base::db::Tx,
    person: PersonId,
    verb: &str,
) -> Outcome<()> {
    let happening = Happening { subject: person.into(), verb, by: Some(person), detail: None };
    events::record(app, tx, happening).await?;
    Ok(())
}
