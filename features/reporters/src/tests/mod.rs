//! Reporters on a real database, with the cast; the stories are those of another feature.
mod pages;
mod states;
mod trainings;
mod year;

use crate::{
    actions, feature,
    reporter::{Application, Deed, Reporter, State, Step},
    store,
};
use areas::Areas;
use base::{
    app::{App, Kept},
    feature::{By, Feature, Key, Listing},
    ids::{AreaCode, PersonId, SessionId},
    jiff::Timestamp,
    mail::Letter,
    refusal::{Failure, Outcome, Refusal},
    subject::{Card, Kind, Subject},
    testing::Setup,
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
};

const LOMBOK_UTARA: AreaCode = AreaCode(5208);

fn person(id: i64, name: &str, grants: &[(Role, Scope)]) -> SignedIn {
    let grants = grants.iter().map(|(role, scope)| Grant { role: *role, scope: *scope }).collect();
    SignedIn { id: PersonId(id), session: SessionId(id), name: name.into(), zone: None, grants }
}

/// Edits in Lombok Utara.
fn maria() -> SignedIn {
    person(1, "Maria Yosefina Bria", &[(Role::Editor, Scope::Area(LOMBOK_UTARA))])
}

fn ratna() -> SignedIn {
    person(2, "Ratna Kusumawardani", &[(Role::ChiefEditor, Scope::House)])
}

/// Edits elsewhere.
fn magda() -> SignedIn {
    person(3, "Magdalena Toding", &[(Role::Editor, Scope::Area(AreaCode(73)))])
}

/// Wrote a story that was published on 20 November 2025.
fn sari() -> SignedIn {
    person(4, "Sari Wulandari", &[(Role::Reporter, Scope::House)])
}

fn baso() -> SignedIn {
    person(5, "Baso Tahir", &[(Role::Reporter, Scope::House)])
}

/// Wrote nothing; wants to.
fn dul() -> SignedIn {
    person(6, "Abdul Gani Kotta", &[])
}

/// Sari's story of 2025 stands behind a list of other things that she sent.
fn stories() -> Feature {
    let page: Listing = Listing {
        page: |_, asked| {
            let at: Timestamp = "2025-11-20T02:00:00Z".parse().unwrap();
            let card = |kind, id| Card::named(Subject::new(kind, id), "Kabar", "/kabar");
            let key = |id: i64| Key { at_us: at.as_microsecond() + id * 1_000_000, id };
            let mut all: Vec<(Key, Card)> =
                (2..70).rev().map(|id| (key(id), card(Kind::Report, id))).collect();
            all.push((key(1), card(Kind::Story, 1)));
            all.retain(|(key, _)| asked.before.is_none_or(|before| *key < before));
            all.truncate(usize::try_from(asked.limit).unwrap());
            let own = asked.by == By::Person(PersonId(4));
            Box::pin(std::future::ready(Ok(if own { all } else { vec![] })))
        },
    };
    Feature { listing: Some(page), ..Feature::named("stories") }
}

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(Areas::official_only());
    Setup {
        features: vec![house::feature(), stories(), feature()],
        kept,
        identify: |_, token| {
            let known = [maria(), ratna(), magda(), sari(), baso(), dul()];
            let first = |person: &SignedIn| person.name.to_lowercase().starts_with(token);
            let signed_in = known.into_iter().find(first);
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

fn told() -> Application {
    Application {
        area: AreaCode(520_801),
        outlet: None,
        why: "Jalan kami rusak.".into(),
        interests: "Tidak ada.".into(),
        version: 1,
    }
}

/// An account with an address for letters, under the number that the cast has here.
async fn account(app: &App, who: &SignedIn) {
    let mut tx = app.db.begin().await.unwrap();
    tx.execute(
        base::sql!(
            "INSERT INTO people (id, name, email, age_band, joined_at) VALUES ($1, $2, $3, 'adult', 0)"
        ),
        base::values![who.id, &who.name, &format!("p{}@suara.example", who.id)],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

async fn act(app: &App, by: &SignedIn, who: &SignedIn, step: Step) -> Outcome<()> {
    let words = Some("Sebab dari meja.".to_owned());
    actions::act(app, by, who.id, &Deed { step, words }).await
}

/// Somebody goes the whole way, on the clock's day.
async fn made_active(app: &App, who: &SignedIn) {
    account(app, who).await;
    actions::apply(app, who.id, &told()).await.unwrap();
    for step in [Step::Trained, Step::Recommended, Step::Activated] {
        act(app, &maria(), who, step).await.unwrap();
    }
}

async fn found(app: &App, who: &SignedIn) -> Reporter {
    store::find(&app.db, who.id).await.unwrap().unwrap()
}

async fn state(app: &App, who: &SignedIn) -> State {
    found(app, who).await.state
}

/// The roles of a reporter that somebody holds now.
async fn roles(app: &App, who: &SignedIn) -> usize {
    let badges = people::badges(&app.db, &[who.id]).await.unwrap();
    badges.values().filter(|role| **role == Role::Reporter).count()
}

/// Does the jobs that are due, and takes the letters.
async fn letters(app: &App) -> Vec<Letter> {
    base::jobs::run_due(app).await.unwrap();
    app.mailer.taken()
}

/// The key of the sentence with which something was refused.
fn key(outcome: Outcome<()>) -> &'static str {
    match outcome.unwrap_err() {
        Failure::Refused(Refusal::Conflict(key) | Refusal::NotAllowed(key)) => key,
        Failure::Refused(Refusal::Invalid(errors)) => errors.0[0].key,
        failure => panic!("{failure:?}"),
    }
}
