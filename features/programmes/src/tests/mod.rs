//! A programme of Tirtawana with its workshop, on both databases. Bagus administers, Ratna is chief editor, Sari only
//! reads.
mod acts;
mod desk;
mod pages;

use crate::{
    Act, ActivityKind, ActivityLine, ActivityWords, Calendar, Days, Level, NamedArea, NewActivity,
    NewActivityPromise, NewAgendaItem, NewComponent, NewOffice, NewOutcome, NewPartner,
    NewProgramme, NewSpeaker, PartnerRole, State, actions, feature, store,
};
use agencies::{AgencyKind, NewAgency, NewTerm};
use areas::Areas;
use base::{
    app::{App, Kept},
    db::Tx,
    ids::{ActivityId, AgencyId, AreaCode, ComponentId, PersonId, ProgrammeId, SessionId},
    jiff::civil::Date,
    refusal::{Failure, Outcome, Refusal},
    testing::{Setup, on_both},
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
};

async fn cast(token: &str) -> Option<SignedIn> {
    let (id, role) = match token {
        "bagus" => (1, Some(Role::Administrator)),
        "ratna" => (2, Some(Role::ChiefEditor)),
        "sari" => (3, None),
        _ => return None,
    };
    let grant = |role| Grant { role, scope: Scope::House };
    Some(SignedIn {
        id: PersonId(id),
        session: SessionId(1),
        name: token.into(),
        zone: None,
        grants: role.map(grant).into_iter().collect(),
    })
}

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(Areas::official_only());
    Setup {
        kept,
        features: vec![areas::feature(), agencies::feature(), feature()],
        identify: |_, token| {
            let token = token.to_owned();
            Box::pin(async move { Ok(Visitor { signed_in: cast(&token).await }) })
        },
        ..Setup::default()
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn days(starts: &str, ends: &str) -> Days {
    Days { starts: day(starts), ends: day(ends) }
}

/// What was refused: the keys of the sentences.
fn refused<T: std::fmt::Debug>(outcome: Outcome<T>) -> Vec<&'static str> {
    match outcome.unwrap_err() {
        Failure::Refused(Refusal::Invalid(errors)) => errors.0.iter().map(|e| e.key).collect(),
        Failure::Refused(Refusal::Conflict(key) | Refusal::NotAllowed(key)) => vec![key],
        Failure::Refused(other) => panic!("{other}"),
        Failure::Fault(error) => panic!("{error:#}"),
    }
}

/// What the tests begin with.
struct Loaded {
    programme: ProgrammeId,
    component: ComponentId,
    workshop: ActivityId,
    health: AgencyId,
}

fn programme() -> NewProgramme {
    NewProgramme {
        name: "Layanan Dekat Warga".into(),
        acronym: Some("LADANG".into()),
        purpose: "Surat penting bisa diurus di kecamatan.".into(),
        begins: Calendar::parse("2026-01"),
        ends: Calendar::parse("2028"),
        funding: Some("APBD".into()),
        source: Some("Keputusan bupati, https://suara.example/keputusan".into()),
    }
}

fn words(name: &str, component: Option<ComponentId>) -> ActivityWords {
    ActivityWords {
        component,
        kind: ActivityKind::Workshop,
        level: Level::Regency,
        name: name.into(),
        summary: Some("Apa yang menghambat.".into()),
        venue: Some("Aula Kantor Camat Tanjung".into()),
        budget: None,
        source: None,
    }
}

/// The health office of Lombok Utara, whose head changed in September.
async fn health(app: &App, tx: &mut Tx) -> AgencyId {
    let office = NewAgency {
        slug: "dinkes-lombok-utara".into(),
        area: Some(AreaCode(5208)),
        ..NewAgency::named("Dinas Kesehatan Lombok Utara", AgencyKind::RegionalOffice)
    };
    let id = agencies::add(app, tx, office, None).await.unwrap();
    let head = agencies::add_office(app, tx, (id, "Kepala Dinas"), None).await.unwrap();
    let terms =
        [("Lalu Wirajaya", "2020-01-01", Some("2026-09-30")), ("Baiq Hartini", "2026-10-01", None)];
    for (name, from, to) in terms {
        let term = NewTerm {
            name: name.into(),
            from: Some(day(from)),
            to: to.map(day),
            ..NewTerm::default()
        };
        agencies::add_term(app, tx, (head, term), None).await.unwrap();
    }
    id
}

/// Adds the programme with one of everything.
async fn load(app: &App) -> Loaded {
    let mut tx = app.db.begin().await.unwrap();
    let health = health(app, &mut tx).await;
    let programme = actions::add(app, &mut tx, &programme(), None).await.unwrap();
    let partner =
        NewPartner { role: PartnerRole::Lead, name: "Dinkes KLU".into(), agency: Some(health) };
    actions::add_partner(app, &mut tx, (programme, &partner), None).await.unwrap();
    let outcome = NewOutcome {
        parent: None,
        number: "1".into(),
        name: "Layanan dekat".into(),
        source: Some("Rencana".into()),
    };
    let outcome = actions::add_outcome(app, &mut tx, (programme, &outcome), None).await.unwrap();
    let component = NewComponent {
        outcome: Some(outcome),
        number: "01".into(),
        name: "Loket keliling".into(),
        note: None,
        source: None,
    };
    let component =
        actions::add_component(app, &mut tx, (programme, &component), None).await.unwrap();
    let workshop = NewActivity {
        programme,
        words: words("Lokakarya surat lahir", Some(component)),
        days: Some(days("2026-10-08", "2026-10-08")),
        state: State::Planned,
    };
    let workshop =
        actions::add_activity(app, &mut tx, &workshop, Act::now(app, None)).await.unwrap();
    let areas = app.keeper::<Areas>();
    let papua = NamedArea::once(areas, "Papua Barat", day("2016-06-14")).unwrap();
    for (subject, area) in [
        (programme.into(), NamedArea::today(areas, AreaCode(5208))),
        (programme.into(), papua),
        (workshop.into(), NamedArea::today(areas, AreaCode(520_801))),
    ] {
        actions::add_area(app, &mut tx, (subject, &area), None).await.unwrap();
    }
    tx.commit().await.unwrap();
    Loaded { programme, component, workshop, health }
}

/// What was said, decided and promised at the workshop.
async fn hold(app: &App, loaded: &Loaded) {
    let mut tx = app.db.begin().await.unwrap();
    let lines = [
        ActivityLine::Agenda(NewAgendaItem {
            starts: Some("09:30".parse().unwrap()),
            item: "Pembukaan".into(),
        }),
        ActivityLine::Office(NewOffice {
            office: "Kepala desa".into(),
            agency: None,
            note: Some("dari semua desa".into()),
            people: None,
        }),
        ActivityLine::Speaker(NewSpeaker {
            name: "Baiq Hartini".into(),
            office: Some("Kepala Dinas".into()),
            agency: Some(loaded.health),
            said: Some("Bidan boleh mencatat kelahiran.".into()),
        }),
        ActivityLine::Decision("Loket buka dua kali sebulan.".into()),
    ];
    for line in &lines {
        actions::add_line(app, &mut tx, (loaded.workshop, line), None).await.unwrap();
    }
    for (what, until) in [("Formulir di posyandu", "2026-11-12"), ("Loket di pulau", "2026-12-05")]
    {
        let promise = NewActivityPromise {
            agency: Some(loaded.health),
            who: "Kepala Dinas".into(),
            what: what.into(),
            until: Some(day(until)),
        };
        actions::promise(app, &mut tx, (loaded.workshop, promise), None).await.unwrap();
    }
    tx.commit().await.unwrap();
}
