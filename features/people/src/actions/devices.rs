//! Browsers that an account was used on: a new one is told to its owner by letter.
use super::{ending::stay, hash, sessions::browser_name, write_letter};
use crate::store;
use anyhow::{Context, Result};
use base::{app::App, db::Tx, languages::Words};

/// Notes on which browser a session just began; the secret by which it will be known again, and
/// whether an account that was about to end stays. Runs before the session's
/// token leaves the house: nobody is inside unannounced.
pub async fn note_device(
    app: &App,
    session_token: &str,
    (known, agent): (Option<&str>, &str),
    words: &Words,
) -> Result<(String, bool)> {
    let device = known.map_or_else(|| app.random.token(), str::to_owned);
    let device_hash = hash(&device);
    let mut tx = app.db.begin().await?;
    let session = store::session_of(&mut tx, &hash(session_token)).await?.context("a session")?;
    let today = app.today();
    let is_first = !store::has_history(&mut tx, session.person, session.id).await?;
    let found = store::see_device(&mut tx, session.person, &device_hash, today).await?;
    let id = match found {
        Some(id) => id,
        None => {
            let id = app.make_id();
            store::insert_device(&mut tx, (id, session.person), &device_hash, today).await?;
            if !is_first {
                tell(app, &mut tx, (session.person, agent), words).await?;
            }
            id
        }
    };
    store::set_device(&mut tx, session.id, id).await?;
    store::forget_old_devices(&mut tx, session.person).await?;
    let stays = stay(app, &mut tx, session.person).await?;
    tx.commit().await?;
    Ok((device, stays))
}

async fn tell(
    app: &App,
    tx: &mut Tx,
    (person, agent): (base::ids::PersonId, &str),
    words: &Words,
) -> Result<()> {
    let Some(email) = store::lock_of_person(&mut *tx, person).await?.and_then(|l| l.email) else {
        return Ok(());
    };
    let browser = match browser_name(agent) {
        name if name.is_empty() => words.t("unknown-browser"),
        name => name,
    };
    let at = words.moment(app.now(), app.config.zone);
    let sessions = app.link(words.lang(), "/akun/sesi");
    let link = app.link(words.lang(), "/pulihkan");
    let values = [
        ("house", app.config.name.as_str()),
        ("browser", browser.as_str()),
        ("at", at.as_str()),
        ("sessions", sessions.as_str()),
        ("link", link.as_str()),
    ];
    let letter =
        (words.fill("mail-device-subject", &values), words.fill("mail-device-body", &values));
    write_letter(app, tx, &email, letter).await
}
