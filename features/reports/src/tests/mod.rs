//! The verbs and the pages on both databases, with the cast: Sari reports, Maria edits Lombok Utara, Magda another
//! kabupaten, Marlina speaks for the roads office, Rizal for another body.
mod bounds;
mod clocks;
mod files;
mod from_story;
mod hidden;
mod letters;
mod pages;
mod privacy;
mod proof;
mod repairs;
mod steps;

use crate::{
    actions::{self, Act, Saying, Sent},
    draft::{Contact, ReportDraft, Sending},
    feature,
    report::{AnswerKind, Class, Report, State, Visibility, Way},
    said::Said,
    store,
};
use agencies::{AgencyKind, NewAgency};
use base::{
    app::{App, Kept},
    ids::{AgencyId, AreaCode, PersonId, ReportId},
    jiff::SignedDuration,
    languages::Lang,
    refusal::{Failure, Outcome, Refusal},
    testing::{
        Setup,
        browse::{self, Seen},
        on_both,
    },
    visitor::{Role, Scope},
    web::site,
};
use people::NewPerson;

/// Desa Bayan, Lombok Utara: WITA.
const BAYAN: AreaCode = AreaCode(5_208_012_001);
const KABUPATEN: AreaCode = AreaCode(5208);

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(areas::Areas::official_only());
    Setup {
        features: vec![
            areas::feature(),
            house::feature(),
            people::feature(),
            agencies::feature(),
            media::feature(),
            comments::feature(),
            feature(),
        ],
        identify: people::identify,
        kept,
        ..Setup::default()
    }
}

/// Someone with their session.
#[derive(Clone)]
struct Person {
    id: PersonId,
    token: String,
}

struct Cast {
    sari: Person,
    maria: Person,
    magda: Person,
    cut: Person,
    marlina: Person,
    rizal: Person,
    roads: AgencyId,
    health: AgencyId,
}

async fn person(app: &App, name: &str, roles: &[(Role, Scope)]) -> Person {
    let mut tx = app.db.begin().await.unwrap();
    let new = NewPerson {
        name: name.to_owned(),
        pen_name: None,
        about: None,
        email: Some(format!("{}@suara.example", name.to_lowercase().replace(' ', "."))),
        minor: false,
        area: None,
        joined_at: app.now(),
    };
    let id = people::add_person(app, &mut tx, new, None).await.unwrap();
    for (role, scope) in roles {
        people::grant(app, &mut tx, (id, *role, *scope), None).await.unwrap();
    }
    let token = people::open_session(app, &mut tx, id, "Firefox").await.unwrap();
    tx.commit().await.unwrap();
    Person { id, token }
}

async fn body(app: &App, name: &str) -> AgencyId {
    let mut tx = app.db.begin().await.unwrap();
    let mut new = NewAgency::named(name, AgencyKind::RegionalOffice);
    new.area = Some(KABUPATEN);
    let id = agencies::add(app, &mut tx, new, None).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn cast(app: &App) -> Cast {
    house::fill_defaults(app).await.unwrap();
    let roads = body(app, "Dinas Pekerjaan Umum").await;
    let health = body(app, "Dinas Kesehatan").await;
    let mut tx = app.db.begin().await.unwrap();
    base::holds::NEWCOMER_WAITS.put(app, &mut tx, 0, PersonId(1)).await.unwrap();
    tx.commit().await.unwrap();
    let officer = |id| [(Role::Officer, Scope::Agency(id))];
    Cast {
        sari: person(app, "Sari Wulandari", &[]).await,
        maria: person(app, "Maria Bria", &[(Role::Editor, Scope::Area(KABUPATEN))]).await,
        magda: person(app, "Magda Toding", &[(Role::Editor, Scope::Area(AreaCode(5201)))]).await,
        cut: person(app, "Cut Rahmiati", &[(Role::ComplaintDesk, Scope::House)]).await,
        marlina: person(app, "Siti Marlina", &officer(roads)).await,
        rizal: person(app, "Rizal Paputungan", &officer(health)).await,
        roads,
        health,
    }
}

fn draft(title: &str) -> ReportDraft {
    ReportDraft {
        title: title.to_owned(),
        text: "Tikungan gelap.\n\nDua motor bersenggolan.".to_owned(),
        category: "listrik".to_owned(),
        class: Class::Complaint,
        area: BAYAN,
        landmark: Some("depan pasar".to_owned()),
        happened_on: None,
        wanted: None,
        visibility: Visibility::Open,
        contact: None,
        lang: Lang::INDONESIAN,
        mark: format!("mark {title}"),
        story: None,
    }
}

async fn send(app: &App, by: Option<&Person>, draft: &ReportDraft) -> Sent {
    actions::send(app, by.map(|person| person.id), draft).await.unwrap()
}

async fn report(app: &App, id: ReportId) -> Report {
    store::find(&app.db, id).await.unwrap().unwrap()
}

/// What the test does in one transaction.
macro_rules! act {
    ($app:expr, $id:expr, |$tx:ident, $report:ident| $deed:expr) => {{
        let mut tx = $app.db.begin().await.unwrap();
        let $report = actions::find(&mut tx, $id).await.unwrap();
        let $tx = &mut tx;
        let done = $deed.await;
        if done.is_ok() {
            tx.commit().await.unwrap();
        }
        done
    }};
}
use act;

async fn verify(app: &App, id: ReportId, class: Class) -> Outcome<Report> {
    let by = Act::desk(app.now(), None);
    act!(app, id, |tx, report| actions::verify(app, tx, &report, &by, (class, None)))
}

async fn deliver(app: &App, id: ReportId, agency: AgencyId) -> Outcome<Report> {
    let to = Sending { agency, way: Way::Here, words: None };
    let by = Act::desk(app.now(), None);
    act!(app, id, |tx, report| actions::deliver(app, tx, &report, &by, &to))
}

async fn say(app: &App, id: ReportId, kind: AnswerKind, said: Said) -> Outcome<()> {
    let by = Act::body(app.now(), None);
    let saying = Saying { kind, way: Way::Here, said, files: String::new() };
    act!(app, id, |tx, report| actions::say(app, tx, &report, &by, saying)).map(|_| ())
}

/// What a body says of a repair, with its proof.
fn mended(text: &str) -> Said {
    Said { link: Some("https://pu.example/1".into()), ..Said::words(text) }
}

/// Sari's report, verified and with the roads office.
async fn delivered(app: &App, cast: &Cast, title: &str) -> Sent {
    let sent = send(app, Some(&cast.sari), &draft(title)).await;
    verify(app, sent.id, Class::Complaint).await.unwrap();
    deliver(app, sent.id, cast.roads).await.unwrap();
    sent
}

fn key<T: std::fmt::Debug>(outcome: Outcome<T>) -> &'static str {
    match outcome {
        Err(Failure::Refused(Refusal::Invalid(errors))) => errors.0[0].key,
        Err(Failure::Refused(Refusal::Conflict(key) | Refusal::NotAllowed(key))) => key,
        other => panic!("not refused: {other:?}"),
    }
}

fn days(app: &App, count: i64) {
    app.clock.advance(SignedDuration::from_hours(24 * count));
}

async fn get(app: &App, path: &str, who: &Person) -> Seen {
    browse::get(&site(app), path, &who.token).await
}

async fn read(app: &App, path: &str) -> Seen {
    browse::get(&site(app), path, "").await
}

async fn post(app: &App, path: &str, who: &Person, form: &str) -> Seen {
    browse::post(&site(app), path, &who.token, form).await
}

async fn write(app: &App, path: &str, form: &str) -> Seen {
    browse::post(&site(app), path, "", form).await
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    page.split(&mark).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn letters(app: &App) -> Vec<base::mail::Letter> {
    base::jobs::run_due(app).await.unwrap();
    app.mailer.taken()
}
