//! Signing up: with an address that is confirmed, or with a number and recovery codes; under 18 with a guardian's yes.
use super::{
    CODE_LIVES, hash, limit_letters, names::check_free, open_session, redeem, use_up,
    wait_for_code, write_letter,
};
use crate::{
    password,
    person::{Account, AgeBand, Contact, SignUp},
    store::{self, NewRow},
};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::PersonId,
    jiff::{SignedDuration, Timestamp},
    languages::Lang,
    refusal::{FieldErrors, Outcome, Refusal},
};
use serde::{Deserialize, Serialize};

/// A guardian may be away from home.
const GUARDIAN_WAITS: SignedDuration = SignedDuration::from_hours(14 * 24);
const RECOVERY_CODES: usize = 8;
const SIGN_UP: &str = "sign-up";
const GUARDIAN: &str = "guardian";

/// A sign-up that waits for its code or its guardian.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Pending {
    sign_up: SignUp,
    password_hash: String,
    recovery: Vec<String>,
    lang: String,
}

/// What the visitor does next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Type the code that was mailed; the ticket for the address.
    TypeCode(String),
    /// Write down the recovery codes; signed in with this token.
    KeepCodes { codes: Vec<String>, token: String, next: String },
    /// Write down the recovery codes and wait for the guardian.
    KeepCodesAndWait { codes: Vec<String> },
    /// The guardian was written to.
    WaitForGuardian,
    /// Go on where one wanted to go.
    SignedIn { token: String, next: String },
}

/// Begins an account. What is answered does not tell whether the address has one.
pub async fn sign_up(
    app: &App,
    sign_up: SignUp,
    (typed_password, browser): (&str, &str),
    lang: Lang,
) -> Outcome<Next> {
    let mut errors = FieldErrors::default();
    check_free(app, None, &[("name", &sign_up.name)], &mut errors).await?;
    errors.check()?;
    if let Contact::Email(email) = &sign_up.contact {
        limit_letters(app, email)?;
    }
    if let Some((_, guardian)) = &sign_up.guardian {
        limit_letters(app, guardian)?;
    }
    let password_hash = password::hash(typed_password).await?;
    let lang = lang.code().to_owned();
    match sign_up.contact.clone() {
        Contact::Email(email) => {
            let pending = Pending { sign_up, password_hash, recovery: vec![], lang };
            by_email(app, &email, pending).await
        }
        Contact::Phone(phone) => {
            // For an address the letter tells its owner, and the page tells nobody. Nothing can be sent to a number, and
            // whoever has a new one gets their codes on this very page: showing codes that open nothing to someone who
            // is known already would be a lie they find out when they need them. So a refusal it is; its sentence does
            // not say why, tries are counted, and getting in still needs a password or a code.
            if store::lock_of(&app.db, &phone).await?.is_some() {
                return Err(
                    Refusal::Invalid(FieldErrors::one("contact", "error-phone-unusable")).into()
                );
            }
            let codes = new_recovery_codes(app);
            let recovery = codes.iter().map(|code| hash(code)).collect();
            let pending = Pending { sign_up, password_hash, recovery, lang };
            by_phone(app, pending, codes, browser).await
        }
    }
}

async fn by_email(app: &App, email: &str, pending: Pending) -> Outcome<Next> {
    let words = words_of(app, &pending);
    let mut tx = app.db.begin().await?;
    let taken = store::lock_of(&mut tx, email).await?.is_some();
    // Where there is an account, nobody is told the code: the page that asks for it is the same.
    let (ticket, code) = wait_for_code(app, &mut tx, (SIGN_UP, &pending), CODE_LIVES).await?;
    let letter = if taken {
        let link = app.link(words.lang(), "/pulihkan");
        let body = words.fill("mail-taken-body", &[("house", &app.config.name), ("link", &link)]);
        (words.with("mail-taken-subject", "house", &app.config.name), body)
    } else {
        let body = words.fill("mail-code-body", &[("house", &app.config.name), ("code", &code)]);
        (words.with("mail-code-subject", "code", &code), body)
    };
    write_letter(app, &mut tx, email, letter).await?;
    tx.commit().await?;
    Ok(Next::TypeCode(ticket))
}

async fn by_phone(app: &App, pending: Pending, codes: Vec<String>, browser: &str) -> Outcome<Next> {
    let mut tx = app.db.begin().await?;
    if pending.sign_up.minor {
        ask_guardian(app, &mut tx, &pending).await?;
        tx.commit().await?;
        return Ok(Next::KeepCodesAndWait { codes });
    }
    let person = make_person(app, &mut tx, &pending, None).await?;
    let token = open_session(app, &mut tx, person, browser).await?;
    tx.commit().await?;
    Ok(Next::KeepCodes { codes, token, next: pending.sign_up.next })
}

/// Goes on with a sign-up once its code was typed.
pub async fn confirm_address(app: &App, ticket: &str, code: &str, browser: &str) -> Outcome<Next> {
    let pending: Pending = redeem(app, ticket, SIGN_UP, code).await?;
    let mut tx = app.db.begin().await?;
    use_up(&mut tx, ticket).await?;
    let next = if pending.sign_up.minor {
        ask_guardian(app, &mut tx, &pending).await?;
        Next::WaitForGuardian
    } else {
        let person = make_person(app, &mut tx, &pending, None).await?;
        let token = open_session(app, &mut tx, person, browser).await?;
        Next::SignedIn { token, next: pending.sign_up.next }
    };
    tx.commit().await?;
    Ok(next)
}

/// Whether a sign-up (or what looks like one) waits under this ticket.
pub async fn sign_up_waits(app: &App, ticket: &str) -> Result<bool> {
    super::is_waiting(app, ticket, SIGN_UP).await
}

async fn ask_guardian(app: &App, tx: &mut Tx, pending: &Pending) -> Result<()> {
    let words = words_of(app, pending);
    let (guardian, email) =
        pending.sign_up.guardian.as_ref().context("a minor names a guardian")?;
    let (ticket, _) = wait_for_code(app, tx, (GUARDIAN, pending), GUARDIAN_WAITS).await?;
    let link = app.link(words.lang(), &format!("/daftar/wali?kunci={ticket}"));
    let values = [
        ("guardian", guardian.as_str()),
        ("name", pending.sign_up.name.as_str()),
        ("house", app.config.name.as_str()),
        ("link", link.as_str()),
    ];
    let letter =
        (words.fill("mail-guardian-subject", &values), words.fill("mail-guardian-body", &values));
    write_letter(app, tx, email, letter).await
}

/// What a guardian is asked about: the names of child and guardian.
pub async fn guardian_asked(app: &App, ticket: &str) -> Result<Option<(String, String)>> {
    let found = store::code(&app.db, &hash(ticket), app.now()).await?;
    let Some(found) = found.filter(|code| code.purpose == GUARDIAN) else { return Ok(None) };
    let pending: Pending = serde_json::from_str(&found.payload)?;
    let guardian = pending.sign_up.guardian.map(|(name, _)| name).unwrap_or_default();
    Ok(Some((pending.sign_up.name, guardian)))
}

/// The guardian says yes or no; with a yes the account begins and the young person hears of it, with a no nothing of it
/// is kept.
pub async fn guardian_answers(app: &App, ticket: &str, yes: bool) -> Outcome<()> {
    let found = store::code(&app.db, &hash(ticket), app.now()).await?;
    let found = found.filter(|code| code.purpose == GUARDIAN);
    let found = found.ok_or(Refusal::Conflict("refusal-code-gone"))?;
    let pending: Pending = serde_json::from_str(&found.payload).context("the waiting sign-up")?;
    let words = words_of(app, &pending);
    let mut tx = app.db.begin().await?;
    use_up(&mut tx, ticket).await?;
    let outcome = if yes {
        make_person(app, &mut tx, &pending, Some(app.now())).await?;
        "yes"
    } else {
        "no"
    };
    if let Contact::Email(email) = &pending.sign_up.contact {
        let house = [("house", app.config.name.as_str())];
        let letter = (
            words.fill(&format!("mail-guardian-{outcome}-subject"), &house),
            words.fill(&format!("mail-guardian-{outcome}-body"), &house),
        );
        write_letter(app, &mut tx, email, letter).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn make_person(
    app: &App,
    tx: &mut Tx,
    pending: &Pending,
    guardian_confirmed_at: Option<Timestamp>,
) -> Outcome<PersonId> {
    let sign_up = &pending.sign_up;
    let (email, phone) = match sign_up.contact.clone() {
        Contact::Email(email) => (Some(email), None),
        Contact::Phone(phone) => (None, Some(phone)),
    };
    let account = Account {
        id: app.make_id(),
        name: sign_up.name.clone(),
        pen_name: None,
        about: None,
        email,
        phone,
        age_band: if sign_up.minor { AgeBand::Minor } else { AgeBand::Adult },
        area: None,
        joined_at: app.now(),
        ended_at: None,
    };
    let new = NewRow {
        account: &account,
        password_hash: Some(&pending.password_hash),
        guardian: sign_up.guardian.as_ref().map(|(name, email)| (name.as_str(), email.as_str())),
        guardian_confirmed_at,
    };
    if !store::insert_person(tx, &new).await? {
        return Err(Refusal::Invalid(FieldErrors::one("contact", "error-contact-taken")).into());
    }
    let terms = ("syarat", sign_up.terms_version);
    store::insert_consent(tx, account.id, terms, app.now()).await?;
    for code_hash in &pending.recovery {
        store::insert_recovery_code(tx, account.id, code_hash).await?;
    }
    let joined = Happening {
        subject: account.id.into(),
        verb: "person.joined",
        by: Some(account.id),
        detail: None,
    };
    events::record(app, tx, joined).await?;
    Ok(account.id)
}

fn words_of(app: &App, pending: &Pending) -> base::languages::Words {
    app.words(app.languages.by_code(&pending.lang).unwrap_or(Lang::INDONESIAN))
}

/// Without letters and digits that look alike.
const CODE_LETTERS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// Codes such as `7KQ2-M9XD`: forty bits each, and guesses are counted.
pub(crate) fn new_recovery_codes(app: &App) -> Vec<String> {
    let letter = || {
        let index = app.random.below(u32::try_from(CODE_LETTERS.len()).unwrap_or(1));
        char::from(CODE_LETTERS[usize::try_from(index).unwrap_or(0)])
    };
    let half = || (0..4).map(|_| letter()).collect::<String>();
    (0..RECOVERY_CODES).map(|_| format!("{}-{}", half(), half())).collect()
}
