//! A form sent by someone whose session had ended, or who had none, waits here until they have signed in.
//!
//! It opens with the key in the address and the cookie of the browser that sent it, both: else anyone could write a
//! form, hand its address to an administrator and wait for the one press that sends it in their name.
use super::{Answer, Fields, Frame, Visit, answer, once};
use crate::{
    app::App,
    db::Tx,
    jobs::{Job, JobError},
    refusal::{OrNotFound, Outcome, Refusal},
    store::{self, ParkedRow},
};
use askama::Template;
use axum::response::Response;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);
/// The table must not grow without end: above this the oldest are given up.
const BUDGET: Budget = Budget { forms: 10_000, bytes: 64 * 1024 * 1024 };
/// Nobody's form is given up while they are on their way to the door. When all are so young, new ones are turned away
/// with a sentence: what was typed is still in the browser.
const NEVER_GIVEN_UP: SignedDuration = SignedDuration::from_hours(1);
/// So many are given up at a time.
const GIVEN_UP: i64 = 50;
/// Never kept, whatever the form.
const SECRET_FIELDS: [&str; 3] = ["password", "new_password", "code"];

/// A form that is kept: where it goes on, and what its browser is known by.
pub(super) struct KeptForm {
    pub address: String,
    browser: String,
}

impl KeptForm {
    /// Marks the browser that sent it.
    pub(super) fn mark(&self, visit: &Visit, mut response: Response) -> Response {
        let cookie = (answer::KEPT_FORMS, self.browser.as_str());
        answer::put_cookie(&visit.app.config, &mut response, cookie, KEPT_FOR.as_secs());
        response
    }
}

/// Keeps a form. `None` when it holds a secret and is not kept.
pub(super) async fn keep(visit: &Visit, fields: &Fields) -> Outcome<Option<KeptForm>> {
    if fields.pairs().any(|(name, _)| SECRET_FIELDS.contains(&name)) {
        return Ok(None);
    }
    let app = &visit.app;
    let token = app.random.token();
    let browser = visit.keeps_forms.clone().unwrap_or_else(|| app.random.token());
    let pairs: Vec<(&str, &str)> = fields.pairs().collect();
    let body = serde_json::to_string(&pairs).map_err(anyhow::Error::from)?;
    let form = ParkedRow { path: visit.path.clone(), body };
    let mut tx = app.db.begin().await?;
    make_room(BUDGET, app, &mut tx, form.size_bytes()).await?;
    store::insert_parked(&mut tx, &hash(&token, &browser), &form, app.now() + KEPT_FOR).await?;
    tx.commit().await?;
    Ok(Some(KeptForm { address: format!("/lanjutkan?kunci={token}"), browser }))
}

/// How much is kept at once.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    pub forms: i64,
    pub bytes: i64,
}

/// Sees to it that a form of this size fits.
pub(super) async fn make_room(
    budget: Budget,
    app: &App,
    tx: &mut Tx,
    size_bytes: i64,
) -> Outcome<()> {
    let old = app.now() + KEPT_FOR - NEVER_GIVEN_UP;
    loop {
        let (forms, bytes) = store::count_parked(&mut *tx).await?;
        if forms < budget.forms && bytes + size_bytes <= budget.bytes {
            return Ok(());
        }
        if store::give_up_parked(tx, old, GIVEN_UP).await? == 0 {
            return Err(Refusal::TooMany { retry_after_s: 3600 }.into());
        }
    }
}

fn hash(token: &str, browser: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{token} {browser}").as_bytes()))
}

/// Shows what was written and lets it be sent with one press.
#[derive(Template)]
#[template(path = "parked.html")]
pub(super) struct ParkedPage {
    pub f: Frame,
    pub path: String,
    pub key: String,
    pub fields: Vec<(String, String)>,
    /// What the person wrote.
    pub written: String,
}

impl ParkedPage {
    pub(super) fn sample(f: Frame) -> ParkedPage {
        let written = "Jembatan di dusun kami juga putus sejak Minggu.".to_owned();
        ParkedPage {
            f,
            path: "/komentar".to_owned(),
            key: "contoh".to_owned(),
            fields: vec![("text".to_owned(), written.clone())],
            written,
        }
    }
}

/// Goes on with a kept form once the visitor is signed in.
pub(super) async fn show(visit: Visit) -> Answer {
    if visit.visitor.signed_in.is_none() {
        return Err(Refusal::SignInFirst.into());
    }
    let token = visit.query_value("kunci").or_not_found()?;
    let browser = visit.keeps_forms.as_deref().or_not_found()?;
    let app = &visit.app;
    let form = store::parked(&app.db, &hash(&token, browser), app.now()).await?.or_not_found()?;
    let fields: Vec<(String, String)> =
        serde_json::from_str(&form.body).map_err(anyhow::Error::from)?;
    let written = written(&fields);
    let f = Frame { noindex: true, ..visit.frame(visit.words().t("parked-heading")).await? };
    visit.page(&ParkedPage { f, path: form.path, key: token, fields, written })
}

/// The field `text`, or else the longest: beside a short comment a token would be longer.
fn written(fields: &[(String, String)]) -> String {
    let text = fields.iter().find(|(name, value)| name == "text" && !value.is_empty());
    let longest = || fields.iter().max_by_key(|(_, value)| value.len());
    text.or_else(longest).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// Forgets a kept form, because it was sent after all.
pub(super) async fn forget(visit: &Visit, token: &str) -> Outcome<()> {
    let Some(browser) = visit.keeps_forms.as_deref() else { return Ok(()) };
    let mut tx = visit.app.db.begin().await?;
    store::delete_parked(&mut tx, &hash(token, browser)).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets kept forms after a day, and after a week which were sent.
#[derive(Serialize, Deserialize)]
pub(crate) struct SweepParked;

impl Job for SweepParked {
    const KIND: &'static str = "base.sweep-parked";

    async fn run(self, app: &App) -> Result<(), JobError> {
        let mut tx = app.db.begin().await?;
        store::delete_expired_parked(&mut tx, app.now()).await?;
        once::sweep(&mut tx, app.now()).await?;
        Ok(tx.commit().await?)
    }
}
