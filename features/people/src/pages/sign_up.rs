//! Signing up: the form, the code, the guardian, the recovery codes shown once.
use super::{enter, errors_or, frame, safe_path, with_next};
use crate::{
    actions::{self, Next},
    person::SignUpDraft,
};
use askama::Template;
use axum::http::StatusCode;
use base::{
    feature::{Gallery, Sample},
    limits::Limited,
    refusal::{FieldErrors, OrNotFound},
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

impl SignUpPage {
    fn sign_in(&self) -> String {
        self.f.url(&with_next("/masuk", &self.draft.next))
    }
}

/// Asks for the code that was mailed.
#[derive(Template)]
#[template(path = "pages/code.html")]
pub(crate) struct CodePage {
    pub f: Frame,
    pub errors: FieldErrors,
    /// Where the form goes.
    pub action: &'static str,
    /// Where one begins again when no letter comes.
    pub again: &'static str,
    pub ticket: String,
}

/// The recovery codes, once.
#[derive(Template)]
#[template(path = "pages/codes.html")]
pub(crate) struct CodesPage {
    pub f: Frame,
    pub codes: Vec<String>,
    pub waits_for_guardian: bool,
    /// Where to go once they are kept.
    pub next: String,
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

/// GET /daftar
pub(crate) async fn show(visit: Visit) -> Answer {
    let f = visit.frame(visit.words().t("sign-up")).await?;
    let terms_version = house::terms_version(&visit.app.db).await?;
    let next = safe_path(visit.query_value("lanjut"));
    let (errors, draft) = (FieldErrors::default(), SignUpDraft { next, ..Default::default() });
    visit.page(&SignUpPage { f, errors, draft, terms_version })
}

/// POST /daftar
pub(crate) async fn sign_up(visit: Visit, fields: Fields) -> Answer {
    let draft = SignUpDraft::read(&fields);
    let terms_version = house::terms_version(&visit.app.db).await?;
    let outcome = match draft.check(terms_version) {
        Ok(sign_up) => {
            // A form that was not right makes no account and is not counted as one.
            visit.limit(Limited::Account)?;
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
        Next::TypeCode(ticket) => visit.go(&format!("/daftar/konfirmasi?tiket={ticket}")),
        Next::SignedIn { token, next } => {
            enter(visit, visit.go_with_notice(&next, "welcome")?, &token).await
        }
        Next::WaitForGuardian => {
            visit.page(&WaitPage { f: frame(visit, "wait-for-guardian").await? })
        }
        Next::KeepCodes { codes, token, next } => {
            let page = codes_page(visit, codes, false, next).await?;
            enter(visit, page, &token).await
        }
        Next::KeepCodesAndWait { codes } => codes_page(visit, codes, true, "/".to_owned()).await,
    }
}

pub(crate) async fn codes_page(
    visit: &Visit,
    codes: Vec<String>,
    waits_for_guardian: bool,
    next: String,
) -> Answer {
    let f = frame(visit, "recovery-codes").await?;
    visit.page(&CodesPage { f, codes, waits_for_guardian, next })
}

fn code_page(f: Frame, errors: FieldErrors, ticket: String) -> CodePage {
    CodePage { f, errors, action: "/daftar/konfirmasi", again: "/daftar", ticket }
}

/// GET /daftar/konfirmasi
pub(crate) async fn show_code(visit: Visit) -> Answer {
    let ticket = visit.query_value("tiket").or_not_found()?;
    actions::sign_up_waits(&visit.app, &ticket).await?.then_some(()).or_not_found()?;
    let f = frame(&visit, "type-the-code").await?;
    visit.page(&code_page(f, FieldErrors::default(), ticket))
}

/// POST /daftar/konfirmasi
pub(crate) async fn confirm(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let ticket = fields.line("ticket");
    let confirmed =
        actions::confirm_address(&visit.app, &ticket, &fields.line("code"), &visit.browser).await;
    match errors_or(confirmed)? {
        Ok(next) => go_on(&visit, next).await,
        Err(errors) => {
            let f = frame(&visit, "type-the-code").await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &code_page(f, errors, ticket))
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
    let draft = SignUpDraft {
        name: "Sari".into(),
        contact: "sari@".into(),
        age: "minor".into(),
        next: "/tulisan/0abc/jembatan".into(),
        ..Default::default()
    };
    let errors = draft.check(1).err().unwrap_or_default();
    let empty = SignUpPage {
        f: f(),
        errors: FieldErrors::default(),
        draft: SignUpDraft { next: "/".into(), ..Default::default() },
        terms_version: 1,
    };
    let wrong = SignUpPage { f: f(), errors, draft, terms_version: 1 };
    let child = SignUpPage {
        f: f(),
        errors: FieldErrors::one("age", "error-too-young"),
        draft: SignUpDraft { age: "child".into(), next: "/".into(), ..Default::default() },
        terms_version: 1,
    };
    let code = |errors| code_page(f(), errors, "t".into());
    let codes_page = |waits_for_guardian| CodesPage {
        f: f(),
        codes: (2..10).map(|n| format!("7KQ{n}-M9XD")).collect(),
        waits_for_guardian,
        next: "/".into(),
    };
    let guardian = GuardianPage {
        f: f(),
        name: "Nadia Siregar".into(),
        guardian: "Rosma".into(),
        ticket: "t".into(),
    };
    vec![
        Sample::of("sign-up", &empty),
        Sample::of("sign-up-wrong", &wrong),
        Sample::of("sign-up-child", &child),
        Sample::of("code", &code(FieldErrors::default())),
        Sample::of("code-wrong", &code(FieldErrors::one("code", "error-code"))),
        Sample::of("codes", &codes_page(false)),
        Sample::of("codes-wait", &codes_page(true)),
        Sample::of("wait", &WaitPage { f: f() }),
        Sample::of("guardian", &guardian),
        Sample::of("guardian-done", &GuardianDonePage { f: f(), yes: true }),
        Sample::of("guardian-declined", &GuardianDonePage { f: f(), yes: false }),
    ]
}
