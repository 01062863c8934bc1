//! The second factor: one's own page, setting it up, the door's second question, the administrator's way out.
use super::{enter, errors_or, frame, passkeys, safe_path, with_next};
use crate::{
    actions, second,
    store::{self, OwnPasskeyRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    feature::{Gallery, Sample},
    ids::PersonId,
    jiff::Timestamp,
    limits::Limited,
    refusal::{FieldErrors, OrNotFound},
    web::{Answer, Fields, Frame, Visit},
};

/// One's own second factor, on or off.
#[derive(Template)]
#[template(path = "pages/second.html")]
pub(crate) struct SecondPage {
    f: Frame,
    errors: FieldErrors,
    since: Option<Timestamp>,
    spare_codes: i64,
    keys: Vec<OwnPasskeyRow>,
    /// A role of theirs opens no desk before it is on.
    desk_waits: bool,
}

/// The secret, as a picture and as letters, and the first code.
#[derive(Template)]
#[template(path = "pages/second_set_up.html")]
pub(crate) struct SetUpPage {
    f: Frame,
    errors: FieldErrors,
    secret: String,
    address: String,
    qr: Option<(String, i32)>,
}

/// The spare codes, once.
#[derive(Template)]
#[template(path = "pages/spare_codes.html")]
pub(crate) struct SpareCodesPage {
    f: Frame,
    codes: Vec<String>,
}

/// What the door asks after the password.
#[derive(Template)]
#[template(path = "pages/second_door.html")]
pub(crate) struct SecondDoorPage {
    f: Frame,
    errors: FieldErrors,
    ticket: String,
    next: String,
}

impl SecondDoorPage {
    fn again(&self) -> String {
        self.f.url(&with_next("/masuk", &self.next))
    }
}

/// An administrator takes somebody's second factor off.
#[derive(Template)]
#[template(path = "pages/second_reset.html")]
pub(crate) struct ResetPage {
    f: Frame,
    errors: FieldErrors,
    person: PersonId,
    name: String,
    reason: String,
}

/// GET /akun/kunci
pub(crate) async fn show(visit: Visit) -> Answer {
    own_page(&visit, StatusCode::OK, FieldErrors::default()).await
}

pub(crate) async fn own_page(visit: &Visit, status: StatusCode, errors: FieldErrors) -> Answer {
    let person = visit.person_id()?;
    let row = store::second(&visit.app.db, person).await?;
    let page = SecondPage {
        f: frame(visit, "second-heading").await?,
        errors,
        since: row.and_then(|row| row.confirmed_at),
        spare_codes: store::count_spare_codes(&visit.app.db, person).await?,
        keys: store::passkeys_of(&visit.app.db, person).await?,
        desk_waits: (actions::DESK_KEY.is_due)(&visit.app, person).await?,
    };
    passkeys::page(visit, status, &page)
}

/// POST /akun/kunci
pub(crate) async fn begin(visit: Visit, fields: Fields) -> Answer {
    let password = fields.raw("password").unwrap_or_default();
    match errors_or(actions::begin_second(&visit.app, visit.person()?, password).await)? {
        Ok(()) => visit.go("/akun/kunci/pasang"),
        Err(errors) => own_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors).await,
    }
}

/// GET /akun/kunci/pasang
pub(crate) async fn show_set_up(visit: Visit) -> Answer {
    set_up_page(&visit, StatusCode::OK, FieldErrors::default()).await
}

async fn set_up_page(visit: &Visit, status: StatusCode, errors: FieldErrors) -> Answer {
    let person = visit.person()?;
    let row = store::second(&visit.app.db, person.id).await?;
    if row.is_none_or(|row| row.confirmed_at.is_some()) {
        return visit.go("/akun/kunci");
    }
    let secret = actions::waiting_secret(&visit.app, person.id).await?.or_not_found()?;
    let account = store::lock_of_person(&visit.app.db, person.id).await?.or_not_found()?;
    let called = account.email.unwrap_or(account.name);
    let address = second::address_for_app(&visit.app.config.name, &called, &secret);
    let page = SetUpPage {
        f: frame(visit, "second-set-up").await?,
        errors,
        secret: second::in_fours(&secret),
        qr: second::qr_path(&address),
        address,
    };
    visit.page_with(status, &page)
}

/// POST /akun/kunci/pasang
pub(crate) async fn set_up(visit: Visit, fields: Fields) -> Answer {
    let (person, code, words) = (visit.person()?, fields.line("code"), visit.words());
    match errors_or(actions::confirm_second(&visit.app, person, &code, &words).await)? {
        Ok(codes) => spare_codes_page(&visit, codes).await,
        Err(errors) => set_up_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors).await,
    }
}

pub(crate) async fn spare_codes_page(visit: &Visit, codes: Vec<String>) -> Answer {
    visit.page(&SpareCodesPage { f: frame(visit, "spare-codes").await?, codes })
}

/// POST /akun/kunci/cadangan
pub(crate) async fn renew_spare_codes(visit: Visit, fields: Fields) -> Answer {
    let password = fields.raw("password").unwrap_or_default();
    match errors_or(actions::make_spare_codes(&visit.app, visit.person()?, password).await)? {
        Ok(codes) => spare_codes_page(&visit, codes).await,
        Err(errors) => own_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors).await,
    }
}

/// POST /akun/kunci/lepas
pub(crate) async fn end(visit: Visit, fields: Fields) -> Answer {
    let password = fields.raw("password").unwrap_or_default();
    let (person, words) = (visit.person()?, visit.words());
    match errors_or(actions::end_second(&visit.app, person, password, &words).await)? {
        Ok(()) => visit.go_with_notice("/akun/kunci", "second-off"),
        Err(errors) => own_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors).await,
    }
}

/// GET /masuk/kunci
pub(crate) async fn show_door(visit: Visit) -> Answer {
    let ticket = visit.query_value("tiket").or_not_found()?;
    actions::second_waits(&visit.app, &ticket).await?.then_some(()).or_not_found()?;
    let next = safe_path(visit.query_value("lanjut"));
    door_page(&visit, (StatusCode::OK, FieldErrors::default()), ticket, next).await
}

async fn door_page(
    visit: &Visit,
    (status, errors): (StatusCode, FieldErrors),
    ticket: String,
    next: String,
) -> Answer {
    let f = frame(visit, "second-door").await?;
    passkeys::page(visit, status, &SecondDoorPage { f, errors, ticket, next })
}

/// POST /masuk/kunci
pub(crate) async fn sign_in(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let (ticket, next) = (fields.line("ticket"), safe_path(Some(fields.line("next"))));
    let typed = fields.line("code");
    let opened = actions::sign_in_second(&visit.app, &ticket, &typed, &visit.browser).await;
    match errors_or(opened)? {
        Ok(token) => enter(&visit, visit.go(&next)?, &token).await,
        Err(errors) => {
            let wrong = (StatusCode::UNPROCESSABLE_ENTITY, errors);
            door_page(&visit, wrong, ticket, next).await
        }
    }
}

/// GET /pengelola/orang/{id}/kunci
pub(crate) async fn show_reset(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let right = (StatusCode::OK, FieldErrors::default());
    reset_page(&visit, id, right, String::new()).await
}

async fn reset_page(
    visit: &Visit,
    person: PersonId,
    (status, errors): (StatusCode, FieldErrors),
    reason: String,
) -> Answer {
    let account = store::find(&visit.app.db, person).await?.or_not_found()?;
    store::has_second(&visit.app.db, person).await?.then_some(()).or_not_found()?;
    let f = frame(visit, "second-reset").await?;
    visit.page_with(status, &ResetPage { f, errors, person, name: account.name, reason })
}

/// POST /pengelola/orang/{id}/kunci
pub(crate) async fn reset(visit: Visit, Path(id): Path<PersonId>, fields: Fields) -> Answer {
    let (reason, words) = (fields.text("reason"), visit.words());
    let done = actions::reset_second(&visit.app, visit.person()?, id, (&reason, &words)).await;
    match errors_or(done)? {
        Ok(()) => visit.go_with_notice(&format!("/pengelola/orang/{id}"), "second-reset"),
        Err(errors) => {
            reset_page(&visit, id, (StatusCode::UNPROCESSABLE_ENTITY, errors), reason).await
        }
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Kunci kedua");
    let key = || OwnPasskeyRow {
        id: 1,
        name: "HP saya".into(),
        added_at: gallery.frame.now,
        used_on: Some(gallery.frame.zone.date(gallery.frame.now)),
    };
    let own = |errors, since, desk_waits| SecondPage {
        f: f(),
        errors,
        since,
        spare_codes: 7,
        keys: vec![key()],
        desk_waits,
    };
    let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let address = second::address_for_app("Suara Tirtawana", "sari@suara.example", secret);
    let set_up = |errors| SetUpPage {
        f: f(),
        errors,
        secret: second::in_fours(secret),
        qr: second::qr_path(&address),
        address: address.clone(),
    };
    let door = |errors| SecondDoorPage { f: f(), errors, ticket: "t".into(), next: "/".into() };
    let reset = |errors| ResetPage {
        f: f(),
        errors,
        person: PersonId(7),
        name: "Maria Goreti".into(),
        reason: String::new(),
    };
    let (none, wrong) = (FieldErrors::default, || FieldErrors::one("code", "error-second-code"));
    let password = FieldErrors::one("password", "error-old-password");
    let codes = (2..10).map(|n| format!("7KQ{n}-M9XD")).collect();
    vec![
        Sample::of("second-off", &own(none(), None, false)),
        Sample::of("second-desk-waits", &own(password, None, true)),
        Sample::of("second-on", &own(none(), Some(gallery.frame.now), false)),
        Sample::of("second-set-up", &set_up(none())),
        Sample::of("second-set-up-wrong", &set_up(wrong())),
        Sample::of("spare-codes", &SpareCodesPage { f: f(), codes }),
        Sample::of("second-door", &door(none())),
        Sample::of("second-door-wrong", &door(wrong())),
        Sample::of("second-reset", &reset(none())),
        Sample::of("second-reset-wrong", &reset(FieldErrors::one("reason", "error-empty"))),
    ]
}
