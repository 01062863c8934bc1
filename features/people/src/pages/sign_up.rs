//! Signing up: the form, the code, the guardian, the recovery codes shown once.
use super::errors_or;
use crate::{
    actions::{self, Next},
    person::SignUpDraft,
};
use askama::Template;
use axum::http::StatusCode;
use base::{
    feature::{Gallery, Sample},
    limits::Limited,
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/sign_up.html")]
pub(crate) struct SignUpPage {
    f: Frame,
    errors: FieldErrors,
    draft: SignUpDraft,
    terms_version: i64,
}

/// Asks for the code that was mailed.
#[derive(Template)]
#[template(path = "pages/code.html")]
pub(crate) struct CodePage {
    pub f: Frame,
    pub errors: FieldErrors,
    /// Where the form goes.
    pub action: &'static str,
    pub ticket: String,
}

/// The recovery codes, once.
#[derive(Template)]
#[template(path = "pages/codes.html")]
pub(crate) struct CodesPage {
    pub f: Frame,
    pub codes: Vec<String>,
    pub waits_for_guardian: bool,
}

#[derive(Template)]
#[template(path = "pages/wait.html")]
pub(crate) struct WaitPage {
    f: Frame,
}

#[derive(Template)]
#[template(path = "pages/guardian.html")]
pub(crate) struct GuardianPage {
    f: Frame,
    name: String,
    guardian: String,
    ticket: String,
}

#[derive(Template)]
#[template(path = "pages/guardian_done.html")]
pub(crate) struct GuardianDonePage {
    f: Frame,
    yes: bool,
}

async fn frame(visit: &Visit, key: &str) -> Outcome<Frame> {
    Ok(Frame { noindex: true, ..visit.frame(visit.words().t(key)).await? })
}

/// GET /daftar
pub(crate) async fn show(visit: Visit) -> Answer {
    let f = visit.frame(visit.words().t("sign-up")).await?;
    let terms_version = house::terms_version(&visit.app.db).await?;
    let (errors, draft) = (FieldErrors::default(), SignUpDraft::default());
    visit.page(&SignUpPage { f, errors, draft, terms_version })
}

/// POST /daftar
pub(crate) async fn sign_up(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Account)?;
    let draft = SignUpDraft::read(&fields);
    let terms_version = house::terms_version(&visit.app.db).await?;
    let outcome = match draft.check(terms_version) {
        Ok(sign_up) => {
            let typed = (draft.password.as_str(), visit.browser.as_str());
            errors_or(actions::sign_up(&visit.app, sign_up, typed, visit.lang).await)?
        }
        Err(errors) => Err(errors),
    };
    match outcome {
        Ok(next) => go_on(&visit, next).await,
        Err(errors) => {
            let f = frame(&visit, "sign-up").await?;
            let page = SignUpPage { f, errors, draft, terms_version };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

async fn go_on(visit: &Visit, next: Next) -> Answer {
    match next {
        Next::TypeCode(ticket) => visit.go(&format!("/daftar/kode?tiket={ticket}")),
        Next::SignedIn(token) => {
            Ok(visit.with_session(visit.go_with_notice("/", "welcome")?, Some(&token)))
        }
        Next::WaitForGuardian => {
            visit.page(&WaitPage { f: frame(visit, "wait-for-guardian").await? })
        }
        Next::KeepCodes { codes, token } => {
            let f = frame(visit, "recovery-codes").await?;
            let page = visit.page(&CodesPage { f, codes, waits_for_guardian: false })?;
            Ok(visit.with_session(page, Some(&token)))
        }
        Next::KeepCodesAndWait { codes } => {
            let f = frame(visit, "recovery-codes").await?;
            visit.page(&CodesPage { f, codes, waits_for_guardian: true })
        }
    }
}

/// GET /daftar/kode
pub(crate) async fn show_code(visit: Visit) -> Answer {
    let ticket = visit.query_value("tiket").or_not_found()?;
    actions::sign_up_waits(&visit.app, &ticket).await?.then_some(()).or_not_found()?;
    let f = frame(&visit, "type-the-code").await?;
    visit.page(&CodePage { f, errors: FieldErrors::default(), action: "/daftar/kode", ticket })
}

/// POST /daftar/kode
pub(crate) async fn confirm(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let ticket = fields.line("ticket");
    let confirmed =
        actions::confirm_address(&visit.app, &ticket, &fields.line("code"), &visit.browser).await;
    match errors_or(confirmed)? {
        Ok(next) => go_on(&visit, next).await,
        Err(errors) => {
            let f = frame(&visit, "type-the-code").await?;
            let page = CodePage { f, errors, action: "/daftar/kode", ticket };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /daftar/wali
pub(crate) async fn show_guardian(visit: Visit) -> Answer {
    let ticket = visit.query_value("kunci").or_not_found()?;
    let (name, guardian) = actions::guardian_asked(&visit.app, &ticket).await?.or_not_found()?;
    let f = frame(&visit, "guardian-heading").await?;
    visit.page(&GuardianPage { f, name, guardian, ticket })
}

/// POST /daftar/wali
pub(crate) async fn guardian(visit: Visit, fields: Fields) -> Answer {
    let yes = fields.line("answer") == "yes";
    actions::guardian_answers(&visit.app, &fields.line("ticket"), yes).await?;
    let f = frame(&visit, "guardian-heading").await?;
    visit.page(&GuardianDonePage { f, yes })
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Daftar");
    let draft = SignUpDraft { name: "Sari".into(), contact: "sari@".into(), ..Default::default() };
    let errors = draft.check(1).err().unwrap_or_default();
    let codes: Vec<String> = (2..10).map(|n| format!("7KQ{n}-M9XD")).collect();
    let empty = SignUpPage {
        f: f(),
        errors: FieldErrors::default(),
        draft: SignUpDraft::default(),
        terms_version: 1,
    };
    let wrong = SignUpPage { f: f(), errors, draft, terms_version: 1 };
    let code = |errors| CodePage { f: f(), errors, action: "/daftar/kode", ticket: "t".into() };
    let guardian = GuardianPage {
        f: f(),
        name: "Nadia Siregar".into(),
        guardian: "Rosma".into(),
        ticket: "t".into(),
    };
    vec![
        Sample::of("sign-up", &empty),
        Sample::of("sign-up-wrong", &wrong),
        Sample::of("code", &code(FieldErrors::default())),
        Sample::of("code-wrong", &code(FieldErrors::one("code", "error-code"))),
        Sample::of("codes", &CodesPage { f: f(), codes: codes.clone(), waits_for_guardian: false }),
        Sample::of("codes-wait", &CodesPage { f: f(), codes, waits_for_guardian: true }),
        Sample::of("wait", &WaitPage { f: f() }),
        Sample::of("guardian", &guardian),
        Sample::of("guardian-done", &GuardianDonePage { f: f(), yes: true }),
    ]
}
