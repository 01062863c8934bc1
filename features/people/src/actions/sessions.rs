//! Sessions: opened with a fresh token, found for each request, ended one by one or all at once.
use super::{hash, second::GUARDED};
use crate::store::{self, SessionRow};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    feature::Later,
    ids::{PersonId, SessionId},
    jiff::SignedDuration,
    refusal::Outcome,
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
};

/// A session that nobody uses for this long ends.
const IDLE: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Opens a session in the caller's transaction; the token for the cookie.
pub async fn open_session(
    app: &App,
    tx: &mut Tx,
    person: PersonId,
    browser: &str,
) -> Result<String> {
    let token = app.random.token();
    let now = app.now();
    let session = SessionRow {
        id: app.make_id(),
        person,
        started_at: now,
        seen_on: app.config.zone.date(now),
        expires_at: now + IDLE,
        browser: browser_name(browser),
        device_since: None,
    };
    store::insert_session(tx, &session, &hash(&token)).await?;
    Ok(token)
}

/// "Firefox (Android)": enough for its owner to know it again, no more.
pub(super) fn browser_name(agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = first(&[
        ("Firefox", "Firefox"),
        ("OPR/", "Opera"),
        ("Opera", "Opera"),
        ("UCBrowser", "UC Browser"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Edg/", "Edge"),
        ("Chrom", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} ({system})"),
        (Some(only), None) | (None, Some(only)) => only.to_owned(),
        (None, None) => String::new(),
    }
}

/// Who a session cookie belongs to.
pub fn identify<'a>(app: &'a App, token: &'a str) -> Later<'a, Visitor> {
    Box::pin(async move {
        let now = app.now();
        let rows = store::identity(&app.db, &hash(token), now).await?;
        let Some(first) = rows.first() else { return Ok(Visitor::anonymous()) };
        if first.seen_on < app.config.zone.date(now) {
            // Beside the request: nobody waits for it, and a page is shown also when it cannot be written.
            tokio::spawn(note_visit(app.clone(), first.session));
        }
        let grants = rows.iter().filter_map(|row| {
            let scope = Scope::from_parts(row.scope_kind.as_deref()?, row.scope_id?)?;
            let role = Role::parse(row.role.as_deref()?)?;
            let waits = app.config.second_factor && row.second_at.is_none();
            (!waits || !GUARDED.contains(&role)).then_some(Grant { role, scope })
        });
        Ok(Visitor {
            signed_in: Some(SignedIn {
                id: first.person,
                session: first.session,
                name: first.name.clone(),
                zone: None,
                grants: grants.collect(),
            }),
        })
    })
}

async fn note_visit(app: App, session: SessionId) {
    let now = app.now();
    let noted = async {
        let mut tx = app.db.begin().await?;
        store::touch_session(&mut tx, session, app.config.zone.date(now), now + IDLE).await?;
        tx.commit().await
    };
    if let Err(error) = noted.await {
        tracing::warn!("the day of a visit was not noted: {error:#}");
    }
}

/// Gives a session a fresh token, which the browser gets with the answer.
pub async fn rotate_session(app: &App, tx: &mut Tx, session: SessionId) -> Result<String> {
    let token = app.random.token();
    store::set_token(tx, session, &hash(&token)).await?;
    Ok(token)
}

/// Signs out of this browser.
pub async fn end_session(app: &App, person: &SignedIn, session: SessionId) -> Outcome<bool> {
    let mut tx = app.db.begin().await?;
    let ended = store::delete_session(&mut tx, session, person.id).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Signs out everywhere, here too.
pub async fn end_all_sessions(app: &App, person: &SignedIn) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    store::delete_sessions_of(&mut tx, person.id, None).await?;
    tx.commit().await?;
    Ok(())
}

/// Signs out of every other browser.
pub async fn end_other_sessions(app: &App, person: &SignedIn) -> Outcome<u64> {
    let mut tx = app.db.begin().await?;
    let ended = store::delete_sessions_of(&mut tx, person.id, Some(person.session)).await?;
    tx.commit().await?;
    Ok(ended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_named_so_that_its_owner_knows_it_again() {
        let cases = [
            (
                "Mozilla/5.0 (Android 13; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0",
                "Firefox (Android)",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36",
                "Chrome (Linux)",
            ),
            ("curl/8.0", ""),
        ];
        for (agent, expected) in cases {
            assert_eq!(browser_name(agent), expected);
        }
    }
}
