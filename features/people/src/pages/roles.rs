//! The administrator's pages: find people, grant roles, end them.
use super::{errors_or, frame};
use crate::{
    actions::{self, RightsChanged},
    person::{Account, AgeBand, Contact},
    store::{self, GrantRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    desks,
    feature::{Gallery, Sample},
    ids::{AgencyId, GrantId, OutletId, PersonId},
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
    /// Each with the roles that they hold now.
    people: Vec<(Account, Vec<Role>)>,
    /// The role that somebody is looked for to hold.
    wanted: Option<Wanted>,
    /// The address of the next page.
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/person.html")]
pub(crate) struct PersonPage {
    f: Frame,
    errors: FieldErrors,
    account: Account,
    has_second: bool,
    grants: Vec<Held>,
    roles: Vec<Role>,
    /// Of each role, in a sentence, the desks that it opens.
    opens: Vec<String>,
    typed: TypedGrant,
    /// Finds an area by its name.
    picker: String,
}

/// What stands in the form that grants a role.
#[derive(Default)]
pub(crate) struct TypedGrant {
    role: String,
    /// Of an outlet or a body.
    scope: String,
}

/// A role in a scope, named in the address by the page that asks for somebody to hold it.
pub(crate) struct Wanted {
    role: Role,
    /// As it is typed, and in words.
    scope: (String, String),
}

impl Wanted {
    async fn asked(visit: &Visit) -> Outcome<Option<Wanted>> {
        let typed = visit.query_value("lingkup").unwrap_or_default();
        let Some(role) = visit.query_value("peran").and_then(|role| Role::parse(&role)) else {
            return Ok(None);
        };
        let Some(scope) = typed_scope(visit, &typed).await? else { return Ok(None) };
        let words = scope_in_words(visit, Some(scope)).await?;
        Ok(Some(Wanted { role, scope: (typed, words) }))
    }

    /// What stands behind the address of each person.
    fn query(&self) -> String {
        format!("?peran={}&lingkup={}", self.role, encoded(&self.scope.0))
    }
}

/// A grant with its scope in words.
pub(crate) struct Held {
    grant: GrantRow,
    scope: String,
}

/// GET /pengelola/orang
pub(crate) async fn list(visit: Visit) -> Answer {
    let asked = visit.query_value("q").unwrap_or_default();
    let after = visit.query_value("sesudah").unwrap_or_default();
    let after_id = visit.query_value("id").and_then(|id| id.parse().ok()).unwrap_or(PersonId(0));
    let contact = match Contact::read(&asked) {
        Some(Contact::Email(contact) | Contact::Phone(contact)) => contact,
        None => String::new(),
    };
    let (db, typed) = (&visit.app.db, (asked.as_str(), contact.as_str()));
    let people = store::search(db, typed, (&after, after_id), ON_PAGE).await?;
    let full = i64::try_from(people.len()).unwrap_or(0) == ON_PAGE;
    let next = people.last().filter(|_| full).map(|last| next_page(&asked, last));
    let wanted = Wanted::asked(&visit).await?;
    let more = wanted.as_ref().map(|wanted| wanted.query().replacen('?', "&", 1));
    let next = next.map(|next| format!("{next}{}", more.unwrap_or_default()));
    let people = with_roles(&visit, people).await?;
    let f = frame(&visit, "admin-orang").await?;
    visit.page(&PeoplePage { f, asked, people, wanted, next })
}

async fn with_roles(visit: &Visit, people: Vec<Account>) -> Outcome<Vec<(Account, Vec<Role>)>> {
    let ids: Vec<i64> = people.iter().map(|person| person.id.0).collect();
    let held = match ids.is_empty() {
        true => vec![],
        false => store::roles_of(&visit.app.db, &ids).await?,
    };
    let of = |person: &Account| {
        let own = held.iter().filter(|(id, _)| *id == person.id);
        own.map(|(_, role)| *role).collect::<Vec<_>>()
    };
    Ok(people.into_iter().map(|person| (person.clone(), of(&person))).collect())
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn next_page(asked: &str, last: &Account) -> String {
    let (asked, name) = (encoded(asked), encoded(&last.name));
    format!("/pengelola/orang?q={asked}&sesudah={name}&id={}", last.id)
}

/// GET /pengelola/orang/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let role = visit.query_value("peran").unwrap_or_default();
    let scope = visit.query_value("lingkup").unwrap_or_default();
    let wanted = Fields::from_pairs(&[("role", &role), ("scope", &scope)]);
    person_page(&visit, id, (StatusCode::OK, FieldErrors::default()), &wanted).await
}

async fn person_page(
    visit: &Visit,
    id: PersonId,
    (status, errors): (StatusCode, FieldErrors),
    fields: &Fields,
) -> Answer {
    let account = store::find(&visit.app.db, id).await?.or_not_found()?;
    let mut grants = vec![];
    for grant in store::grants_of(&visit.app.db, id).await? {
        let scope = scope_in_words(visit, grant.scope()).await?;
        grants.push(Held { grant, scope });
    }
    let roles: Vec<Role> = Role::ALL.iter().copied().filter(|role| *role != Role::Member).collect();
    let f = frame(visit, "admin-orang").await?.about(&account.name);
    let opens = roles.iter().map(|role| opens(&visit.app, &f, *role)).collect();
    let picker = areas::picker(&visit.app, &f, "area", (fields, &errors));
    let typed = TypedGrant { role: fields.line("role"), scope: fields.line("scope") };
    let has_second = store::has_second(&visit.app.db, id).await?;
    let page = PersonPage { f, errors, account, has_second, grants, roles, opens, typed, picker };
    visit.page_with(status, &page)
}

/// "Penyunting: membuka Meja laporan, Meja tulisan."
fn opens(app: &App, f: &Frame, role: Role) -> String {
    let open = desks::all(app).filter(|placed| placed.roles().contains(&role));
    let names: Vec<String> = open.map(|placed| f.t(placed.desk.key)).collect();
    let (name, names) = (f.role(&role), names.join(", "));
    match names.is_empty() {
        true => f.with("role-opens-nothing", "role", &name),
        false => f.words.fill("role-opens", &[("role", name.as_str()), ("desks", &names)]),
    }
}

/// What a scope is called; one that nobody describes any more is not called the whole house.
pub(crate) async fn scope_in_words(visit: &Visit, scope: Option<Scope>) -> Outcome<String> {
    let subject: Subject = match scope {
        Some(Scope::House) => return Ok(visit.words().t("scope-house")),
        Some(Scope::Area(code)) => code.into(),
        Some(Scope::Outlet(id)) => id.into(),
        Some(Scope::Agency(id)) => id.into(),
        None => return Ok(visit.words().t("scope-unknown")),
    };
    let card = visit.app.describe(visit.lang, subject).await?;
    Ok(card.map_or_else(|| visit.words().t("scope-unknown"), |card| card.title))
}

/// POST /pengelola/orang/{id}/peran
pub(crate) async fn grant(visit: Visit, Path(id): Path<PersonId>, fields: Fields) -> Answer {
    if areas::searching(&fields) {
        return person_page(&visit, id, (StatusCode::OK, FieldErrors::default()), &fields).await;
    }
    let role = Role::parse(&fields.line("role"));
    let role = role.ok_or(FieldErrors::one("role", "error-choose"));
    let granted = match (role, read_scope(&visit, &fields).await?) {
        (Ok(role), Ok(scope)) => {
            let what = (id, role, scope);
            errors_or(actions::grant_role(&visit.app, visit.person()?, what).await)?
        }
        (Err(errors), _) | (_, Err(errors)) => Err(errors),
    };
    match granted {
        Ok(changed) => back_to_person(&visit, changed, "role-granted"),
        Err(errors) => {
            person_page(&visit, id, (StatusCode::UNPROCESSABLE_ENTITY, errors), &fields).await
        }
    }
}

/// An area that was picked, or else what `typed_scope` reads. An area that was looked for and not picked is no whole
/// house.
async fn read_scope(visit: &Visit, fields: &Fields) -> Outcome<Result<Scope, FieldErrors>> {
    let typed = fields.line("scope");
    match areas::picked(&visit.app, fields, "area") {
        Some(area) if typed.is_empty() => Ok(Ok(Scope::Area(area))),
        None if !fields.filled("area_q") => {
            let scope = typed_scope(visit, &typed).await?;
            Ok(scope.ok_or(FieldErrors::one("scope", "error-scope")))
        }
        _ => Ok(Err(FieldErrors::one("area", "error-scope-area"))),
    }
}

/// Nothing typed: the whole house. A code: an area. `outlet:` and an id, or the id alone: that outlet. `instansi:` and
/// an id: that body.
async fn typed_scope(visit: &Visit, typed: &str) -> Outcome<Option<Scope>> {
    let body = typed.strip_prefix("instansi:").and_then(|id| id.trim().parse::<AgencyId>().ok());
    let typed = typed.strip_prefix("outlet:").unwrap_or(typed).trim();
    let (wanted, subject): (Scope, Subject) = if typed.is_empty() {
        return Ok(Some(Scope::House));
    } else if let Some(body) = body {
        (Scope::Agency(body), body.into())
    } else if let Ok(code) = typed.parse() {
        (Scope::Area(code), code.into())
    } else if let Ok(outlet) = typed.parse::<OutletId>() {
        (Scope::Outlet(outlet), outlet.into())
    } else {
        return Ok(None);
    };
    Ok(visit.app.describe(visit.lang, subject).await?.map(|_| wanted))
}

/// POST /pengelola/peran/{id}/akhiri
pub(crate) async fn end(visit: Visit, Path(id): Path<GrantId>) -> Answer {
    let changed = actions::end_role(&visit.app, visit.person()?, id).await?;
    back_to_person(&visit, changed, "role-ended")
}

fn back_to_person(visit: &Visit, changed: RightsChanged, notice: &str) -> Answer {
    let on = visit.go_with_notice(&format!("/pengelola/orang/{}", changed.person), notice)?;
    match changed.token {
        Some(token) => Ok(visit.with_session(on, Some(&token))),
        None => Ok(on),
    }
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
        ended_at: None,
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
        people: vec![(account.clone(), vec![Role::Editor])],
        wanted: Some(Wanted {
            role: Role::OutletManager,
            scope: ("outlet:7".into(), "Radio Komunitas Swara Muara".into()),
        }),
        next: Some("/pengelola/orang".into()),
    };
    let nobody =
        PeoplePage { f: f(), asked: "zz".into(), people: vec![], wanted: None, next: None };
    let person = PersonPage {
        f: f(),
        errors: FieldErrors::one("scope", "error-scope"),
        account,
        has_second: true,
        grants: vec![held(1, None), held(2, Some(now))],
        roles: vec![Role::Editor, Role::Moderator],
        opens: vec!["Penyunting: membuka Meja laporan, Meja tulisan.".into()],
        typed: TypedGrant { role: "editor".into(), scope: "99.0".into() },
        picker: String::new(),
    };
    vec![
        Sample::of("people", &people),
        Sample::of("people-none", &nobody),
        Sample::of("person", &person),
    ]
}
