//! The administrator's pages: find people, grant roles, end them.
use super::errors_or;
use crate::{
    actions,
    person::{Account, AgeBand},
    store::{self, GrantRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    feature::{Gallery, Sample},
    ids::{GrantId, OutletId, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::Subject,
    visitor::{Role, Scope},
    web::{Answer, Fields, Frame, Visit},
};

const ON_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "pages/people.html")]
pub(crate) struct PeoplePage {
    f: Frame,
    asked: String,
    people: Vec<Account>,
    /// The address of the next page.
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/person.html")]
pub(crate) struct PersonPage {
    f: Frame,
    errors: FieldErrors,
    account: Account,
    grants: Vec<Held>,
    roles: Vec<Role>,
    typed_scope: String,
}

/// A grant with its scope in words.
pub(crate) struct Held {
    grant: GrantRow,
    scope: String,
}

async fn frame(visit: &Visit, title: String) -> Outcome<Frame> {
    Ok(Frame { noindex: true, ..visit.frame(title).await? })
}

/// GET /pengelola/orang
pub(crate) async fn list(visit: Visit) -> Answer {
    let asked = visit.query_value("q").unwrap_or_default();
    let after = visit.query_value("sesudah").unwrap_or_default();
    let after_id = visit.query_value("id").and_then(|id| id.parse().ok()).unwrap_or(PersonId(0));
    let people = store::search(&visit.app.db, &asked, (&after, after_id), ON_PAGE).await?;
    let full = i64::try_from(people.len()).unwrap_or(0) == ON_PAGE;
    let next = people.last().filter(|_| full).map(|last| next_page(&asked, last));
    let f = frame(&visit, visit.words().t("admin-orang")).await?;
    visit.page(&PeoplePage { f, asked, people, next })
}

fn next_page(asked: &str, last: &Account) -> String {
    let encode =
        |text: &str| -> String { form_urlencoded::byte_serialize(text.as_bytes()).collect() };
    format!("/pengelola/orang?q={}&sesudah={}&id={}", encode(asked), encode(&last.name), last.id)
}

/// GET /pengelola/orang/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    person_page(&visit, id, (StatusCode::OK, FieldErrors::default()), String::new()).await
}

async fn person_page(
    visit: &Visit,
    id: PersonId,
    (status, errors): (StatusCode, FieldErrors),
    typed_scope: String,
) -> Answer {
    let account = store::find(&visit.app.db, id).await?.or_not_found()?;
    let mut grants = vec![];
    for grant in store::grants_of(&visit.app.db, id).await? {
        let scope = scope_in_words(visit, &grant).await?;
        grants.push(Held { grant, scope });
    }
    let roles = Role::ALL.iter().copied().filter(|role| *role != Role::Member).collect();
    let f = frame(visit, account.name.clone()).await?;
    visit.page_with(status, &PersonPage { f, errors, account, grants, roles, typed_scope })
}

async fn scope_in_words(visit: &Visit, grant: &GrantRow) -> Outcome<String> {
    let subject: Option<Subject> = match grant.scope() {
        Some(Scope::Area(code)) => Some(code.into()),
        Some(Scope::Outlet(id)) => Some(id.into()),
        Some(Scope::House | Scope::Agency(_)) | None => None,
    };
    let card = match subject {
        Some(subject) => visit.app.describe(visit.lang, subject).await?,
        None => None,
    };
    Ok(card.map_or_else(|| visit.words().t("scope-house"), |card| card.title))
}

/// POST /pengelola/orang/{id}/peran
pub(crate) async fn grant(visit: Visit, Path(id): Path<PersonId>, fields: Fields) -> Answer {
    let typed = fields.line("scope");
    let granted = match (Role::parse(&fields.line("role")), read_scope(&visit, &typed).await?) {
        (Some(role), Some(scope)) => {
            let what = (id, role, scope);
            errors_or(actions::grant_role(&visit.app, visit.person()?, what).await)?
        }
        (None, _) => Err(FieldErrors::one("role", "error-choose")),
        (_, None) => Err(FieldErrors::one("scope", "error-scope")),
    };
    match granted {
        Ok(()) => visit.go_with_notice(&format!("/pengelola/orang/{id}"), "role-granted"),
        Err(errors) => {
            person_page(&visit, id, (StatusCode::UNPROCESSABLE_ENTITY, errors), typed).await
        }
    }
}

/// Nothing typed: the whole house. A code: an area. The short id of an outlet, as in its address: that outlet.
async fn read_scope(visit: &Visit, typed: &str) -> Outcome<Option<Scope>> {
    if typed.is_empty() {
        return Ok(Some(Scope::House));
    }
    let wanted = if let Ok(code) = typed.parse() {
        Scope::Area(code)
    } else if let Ok(outlet) = typed.parse::<OutletId>() {
        Scope::Outlet(outlet)
    } else {
        return Ok(None);
    };
    let subject: Subject = match wanted {
        Scope::Area(code) => code.into(),
        Scope::Outlet(id) => id.into(),
        Scope::House | Scope::Agency(_) => return Ok(None),
    };
    Ok(visit.app.describe(visit.lang, subject).await?.map(|_| wanted))
}

/// POST /pengelola/peran/{id}/akhiri
pub(crate) async fn end(visit: Visit, Path(id): Path<GrantId>) -> Answer {
    let person = actions::end_role(&visit.app, visit.person()?, id).await?;
    visit.go_with_notice(&format!("/pengelola/orang/{person}"), "role-ended")
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Orang dan peran");
    let now = gallery.frame.now;
    let account = Account {
        id: PersonId(7),
        name: "Maria Goreti".into(),
        pen_name: None,
        about: None,
        email: Some("maria@suara.example".into()),
        phone: None,
        age_band: AgeBand::Adult,
        area: None,
        joined_at: now,
    };
    let grant = |id, ended_at| GrantRow {
        id: GrantId(id),
        person: PersonId(7),
        role: Role::Editor,
        scope_kind: "area".into(),
        scope_id: 9901,
        granted_by: None,
        granted_at: now,
        ended_by: None,
        ended_at,
    };
    let held =
        |id, ended_at| Held { grant: grant(id, ended_at), scope: "Kabupaten Tirtawana".into() };
    let people = PeoplePage {
        f: f(),
        asked: "ma".into(),
        people: vec![account.clone()],
        next: Some("/pengelola/orang".into()),
    };
    let nobody = PeoplePage { f: f(), asked: "zz".into(), people: vec![], next: None };
    let person = PersonPage {
        f: f(),
        errors: FieldErrors::one("scope", "error-scope"),
        account,
        grants: vec![held(1, None), held(2, Some(now))],
        roles: vec![Role::Editor, Role::Moderator],
        typed_scope: "99.0".into(),
    };
    vec![
        Sample::of("people", &people),
        Sample::of("people-none", &nobody),
        Sample::of("person", &person),
    ]
}
