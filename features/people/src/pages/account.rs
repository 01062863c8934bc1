//! One's own account: what the house knows, and how to change it.
use super::{
    errors_or, frame,
    roles::scope_in_words,
    sign_up::{CodePage, codes_page},
};
use crate::{
    actions::{self, ProfileDraft},
    person::{Account, AgeBand},
    store::{self, ConsentRow, GuardianRow, SessionRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    feature::{Gallery, Sample},
    ids::{PersonId, SessionId},
    limits::Limited,
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::Subject,
    visitor::{Role, SignedIn},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/account.html")]
pub(crate) struct AccountPage {
    f: Frame,
    account: Account,
    consents: Vec<ConsentRow>,
    /// A newer version of the terms waits for a yes.
    terms_due: bool,
    guardian: Option<GuardianRow>,
    area: Option<String>,
    /// Each with where it holds.
    roles: Vec<(Role, String)>,
    recovery_codes: i64,
    sessions: i64,
    /// The house takes comments, and lists one's own.
    has_comments: bool,
    /// One can become a reporter here.
    has_reporters: bool,
}

#[derive(Template)]
#[template(path = "pages/profile.html")]
pub(crate) struct ProfilePage {
    f: Frame,
    errors: FieldErrors,
    draft: ProfileDraft,
    picker: String,
}

#[derive(Template)]
#[template(path = "pages/password.html")]
pub(crate) struct PasswordPage {
    f: Frame,
    errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "pages/address.html")]
pub(crate) struct AddressPage {
    f: Frame,
    errors: FieldErrors,
    email: String,
}

#[derive(Template)]
#[template(path = "pages/renew_codes.html")]
pub(crate) struct RenewCodesPage {
    f: Frame,
    errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "pages/sessions.html")]
pub(crate) struct SessionsPage {
    f: Frame,
    sessions: Vec<SessionRow>,
    current: SessionId,
}

/// GET /akun
pub(crate) async fn show(visit: Visit) -> Answer {
    let person = visit.person()?;
    let db = &visit.app.db;
    let account = store::find(db, person.id).await?.or_not_found()?;
    let sessions = store::sessions_of(db, person.id, visit.app.now()).await?.len();
    let area = match account.area {
        Some(area) => visit.app.describe(visit.lang, Subject::from(area)).await?,
        None => None,
    };
    let page = AccountPage {
        f: frame(&visit, "menu-account").await?,
        has_comments: visit.app.stands("/akun/komentar"),
        has_reporters: visit.app.stands("/akun/pewarta"),
        guardian: store::guardian(db, person.id).await?,
        area: area.map(|card| card.title),
        roles: roles_in_words(&visit, person).await?,
        consents: store::consents(db, person.id).await?,
        terms_due: (actions::AGREEMENT.is_due)(&visit.app, person.id).await?,
        recovery_codes: store::count_recovery_codes(db, person.id).await?,
        sessions: i64::try_from(sessions).unwrap_or(i64::MAX),
        account,
    };
    visit.page(&page)
}

async fn roles_in_words(visit: &Visit, person: &SignedIn) -> Outcome<Vec<(Role, String)>> {
    let mut roles = vec![];
    for grant in &person.grants {
        roles.push((grant.role, scope_in_words(visit, Some(grant.scope)).await?));
    }
    Ok(roles)
}

/// GET /akun/profil
pub(crate) async fn show_profile(visit: Visit) -> Answer {
    let account = store::find(&visit.app.db, visit.person()?.id).await?.or_not_found()?;
    let draft = ProfileDraft {
        name: account.name,
        pen_name: account.pen_name.unwrap_or_default(),
        about: account.about.unwrap_or_default(),
        area: account.area,
    };
    profile_page(&visit, (StatusCode::OK, FieldErrors::default()), draft, &Fields::default()).await
}

async fn profile_page(
    visit: &Visit,
    (status, errors): (StatusCode, FieldErrors),
    draft: ProfileDraft,
    fields: &Fields,
) -> Answer {
    let f = frame(visit, "profile-heading").await?;
    let chosen = draft.area.map(|area| area.to_string()).unwrap_or_default();
    let known = Fields::from_pairs(&[("area", &chosen)]);
    let asked = if areas::searching(fields) { fields } else { &known };
    let picker = areas::picker(&visit.app, &f, "area", (asked, &errors));
    visit.page_with(status, &ProfilePage { f, errors, draft, picker })
}

/// POST /akun/profil
pub(crate) async fn change_profile(visit: Visit, fields: Fields) -> Answer {
    let draft = ProfileDraft {
        name: fields.line("name"),
        pen_name: fields.line("pen_name"),
        about: fields.text("about"),
        area: areas::picked(&visit.app, &fields, "area"),
    };
    if areas::searching(&fields) {
        let fine = (StatusCode::OK, FieldErrors::default());
        return profile_page(&visit, fine, draft, &fields).await;
    }
    match errors_or(actions::change_profile(&visit.app, visit.person()?, &draft).await)? {
        Ok(()) => visit.go_with_notice("/akun", "profile-changed"),
        Err(errors) => {
            let wrong = (StatusCode::UNPROCESSABLE_ENTITY, errors);
            profile_page(&visit, wrong, draft, &fields).await
        }
    }
}

/// GET /akun/sandi
pub(crate) async fn show_password(visit: Visit) -> Answer {
    let f = frame(&visit, "password-heading").await?;
    visit.page(&PasswordPage { f, errors: FieldErrors::default() })
}

/// POST /akun/sandi
pub(crate) async fn change_password(visit: Visit, fields: Fields) -> Answer {
    let old = fields.raw("password").unwrap_or_default();
    let new = fields.raw("new_password").unwrap_or_default();
    let (person, words) = (visit.person()?, visit.words());
    match errors_or(actions::change_password(&visit.app, person, (old, new), &words).await)? {
        Ok(token) => {
            let on = visit.go_with_notice("/akun", "password-changed")?;
            Ok(visit.with_session(on, Some(&token)))
        }
        Err(errors) => {
            let page = PasswordPage { f: frame(&visit, "password-heading").await?, errors };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /akun/surel
pub(crate) async fn show_address(visit: Visit) -> Answer {
    let f = frame(&visit, "address-heading").await?;
    visit.page(&AddressPage { f, errors: FieldErrors::default(), email: String::new() })
}

/// POST /akun/surel
pub(crate) async fn change_address(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Account)?;
    let (email, words) = (fields.line("email"), visit.words());
    let typed = (email.as_str(), fields.raw("password").unwrap_or_default());
    let begun = actions::begin_address_change(&visit.app, visit.person()?, typed, &words).await;
    match errors_or(begun)? {
        Ok(ticket) => visit.go(&format!("/akun/surel/kode?tiket={ticket}")),
        Err(errors) => {
            let page = AddressPage { f: frame(&visit, "address-heading").await?, errors, email };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /akun/surel/kode
pub(crate) async fn show_address_code(visit: Visit) -> Answer {
    let ticket = visit.query_value("tiket").or_not_found()?;
    code_page(&visit, StatusCode::OK, FieldErrors::default(), ticket).await
}

async fn code_page(
    visit: &Visit,
    status: StatusCode,
    errors: FieldErrors,
    ticket: String,
) -> Answer {
    let f = frame(visit, "type-the-code").await?;
    let page = CodePage { f, errors, action: "/akun/surel/kode", again: "/akun/surel", ticket };
    visit.page_with(status, &page)
}

/// POST /akun/surel/kode
pub(crate) async fn confirm_address(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let (ticket, code) = (fields.line("ticket"), fields.line("code"));
    let typed = (ticket.as_str(), code.as_str());
    let done =
        actions::finish_address_change(&visit.app, visit.person()?, typed, &visit.words()).await;
    match errors_or(done)? {
        Ok(()) => visit.go_with_notice("/akun", "address-changed"),
        Err(errors) => code_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors, ticket).await,
    }
}

/// GET /akun/sesi
pub(crate) async fn show_sessions(visit: Visit) -> Answer {
    let person = visit.person()?;
    let sessions = store::sessions_of(&visit.app.db, person.id, visit.app.now()).await?;
    let (f, current) = (frame(&visit, "sessions-heading").await?, person.session);
    visit.page(&SessionsPage { f, sessions, current })
}

/// POST /akun/sesi/{id}/akhiri
pub(crate) async fn end_session(visit: Visit, Path(id): Path<SessionId>) -> Answer {
    actions::end_session(&visit.app, visit.person()?, id).await?.then_some(()).or_not_found()?;
    visit.go_with_notice("/akun/sesi", "session-ended")
}

/// POST /akun/sesi/lain
pub(crate) async fn end_other_sessions(visit: Visit) -> Answer {
    actions::end_other_sessions(&visit.app, visit.person()?).await?;
    visit.go_with_notice("/akun/sesi", "sessions-ended")
}

/// POST /akun/sesi/semua
pub(crate) async fn end_all_sessions(visit: Visit) -> Answer {
    actions::end_all_sessions(&visit.app, visit.person()?).await?;
    Ok(visit.with_session(visit.go_with_notice("/", "signed-out-everywhere")?, None))
}

/// GET /akun/kode
pub(crate) async fn show_codes(visit: Visit) -> Answer {
    let f = frame(&visit, "renew-codes").await?;
    visit.page(&RenewCodesPage { f, errors: FieldErrors::default() })
}

/// POST /akun/kode
pub(crate) async fn renew_codes(visit: Visit, fields: Fields) -> Answer {
    let password = fields.raw("password").unwrap_or_default();
    let renewed = actions::renew_recovery_codes(&visit.app, visit.person()?, password).await;
    match errors_or(renewed)? {
        Ok(codes) => codes_page(&visit, codes, false, "/akun".to_owned()).await,
        Err(errors) => {
            let page = RenewCodesPage { f: frame(&visit, "renew-codes").await?, errors };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

impl SessionsPage {
    fn sample(f: Frame) -> SessionsPage {
        let session = |id| SessionRow {
            id: SessionId(id),
            person: PersonId(1),
            started_at: f.now,
            seen_on: f.zone.date(f.now),
            expires_at: f.now,
            device_since: (id == 1).then(|| f.zone.date(f.now)),
            browser: if id == 3 { String::new() } else { "Firefox (Android)".into() },
        };
        let sessions = vec![session(1), session(2), session(3)];
        SessionsPage { sessions, current: SessionId(1), f }
    }
}

fn sample_account(now: base::jiff::Timestamp) -> Account {
    Account {
        id: PersonId(1),
        name: "Sari Wulandari".into(),
        pen_name: Some("Sari".into()),
        about: Some("Penjahit di Karang Jati dan pewarta sejak 2019.".into()),
        email: Some("sari@suara.example".into()),
        phone: None,
        age_band: AgeBand::Adult,
        area: None,
        joined_at: now,
        ended_at: None,
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Akun saya");
    let now = gallery.frame.now;
    let account = sample_account(now);
    let consent = ConsentRow { document: "syarat".into(), version: 1, at: now };
    let page = AccountPage {
        f: f(),
        account: account.clone(),
        consents: vec![consent],
        terms_due: false,
        guardian: None,
        area: Some("Kabupaten Tirtawana".into()),
        roles: vec![(Role::Editor, "Kabupaten Tirtawana".into())],
        recovery_codes: 8,
        sessions: 2,
        has_comments: true,
        has_reporters: true,
    };
    let guardian = GuardianRow {
        name: Some("Rosma Siregar".into()),
        email: Some("rosma@suara.example".into()),
        confirmed_at: Some(now),
    };
    let minor = AccountPage {
        f: f(),
        account: Account {
            name: "Nadia Siregar".into(),
            pen_name: None,
            about: None,
            email: None,
            phone: Some("628123456789".into()),
            age_band: AgeBand::Minor,
            ..account.clone()
        },
        consents: vec![],
        terms_due: true,
        guardian: Some(guardian),
        area: None,
        roles: vec![],
        recovery_codes: 1,
        sessions: 1,
        has_comments: false,
        has_reporters: false,
    };
    let draft = ProfileDraft { name: account.name, ..ProfileDraft::default() };
    let mut long = FieldErrors::default();
    long.add_with("about", "error-longer-than", &[("max", 600)]);
    let profile = ProfilePage { f: f(), errors: long, draft, picker: String::new() };
    let old = FieldErrors::one("password", "error-old-password");
    let email = FieldErrors::one("email", "error-email");
    let address = AddressPage { f: f(), errors: email, email: "sari@".into() };
    vec![
        Sample::of("account", &page),
        Sample::of("account-minor", &minor),
        Sample::of("renew-codes", &RenewCodesPage { f: f(), errors: old.clone() }),
        Sample::of("profile", &profile),
        Sample::of("password", &PasswordPage { f: f(), errors: old }),
        Sample::of("address", &address),
        Sample::of("sessions", &SessionsPage::sample(f())),
    ]
}
