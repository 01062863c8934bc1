//! Replies on a real database, with the cast, to a story of another feature.
mod around;
mod clocks;
mod incidents;
mod pages;
mod steps;

use crate::{
    actions::{self, Sent},
    feature,
    reply::{Asks, Deed, Reply, ReplyDraft, State, Step},
    store,
};
use areas::Areas;
use base::{
    app::{App, Kept},
    feature::{Describe, Feature, Levers, Moderated},
    ids::{AreaCode, PersonId, ReplyId, SessionId, StoryId},
    jiff::Timestamp,
    languages::Lang,
    mail::Letter,
    refusal::{Failure, Outcome, Refusal},
    subject::{Card, Kind, Subject},
    testing::Setup,
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
};
use people::Contact;

/// About the fee for a card: published on 24 October, in a kabupaten where clocks show WITA.
const FEE: Subject = Subject { kind: Kind::Story, id: 7 };
/// Published on 23 September: two months and a day ago.
const OLD: Subject = Subject { kind: Kind::Story, id: 8 };
const HIDDEN: Subject = Subject { kind: Kind::Story, id: 13 };
const LOMBOK_UTARA: AreaCode = AreaCode(5208);

fn person(id: i64, name: &str, grants: &[(Role, Scope)]) -> SignedIn {
    let grants = grants.iter().map(|(role, scope)| Grant { role: *role, scope: *scope }).collect();
    SignedIn { id: PersonId(id), session: SessionId(id), name: name.into(), zone: None, grants }
}

/// Wrote the stories, and edits.
fn sari() -> SignedIn {
    person(1, "Sari Wulandari", &[(Role::Editor, Scope::Area(LOMBOK_UTARA))])
}

fn ratna() -> SignedIn {
    person(2, "Ratna Dewi", &[(Role::ChiefEditor, Scope::House)])
}

fn maria() -> SignedIn {
    person(3, "Maria Goreti", &[(Role::Editor, Scope::Area(LOMBOK_UTARA))])
}

/// Edits elsewhere.
fn baso() -> SignedIn {
    person(4, "Baso Tahir", &[(Role::Editor, Scope::Area(AreaCode(73)))])
}

fn published_at(id: i64) -> Timestamp {
    let day = if id == 8 { "2026-09-23T02:00:00Z" } else { "2026-10-24T02:00:00Z" };
    day.parse().unwrap()
}

fn stories() -> Feature {
    let describe = Describe {
        kinds: &[Kind::Story],
        card: |_, _, subject| {
            let card =
                Card::named(subject, "KTP berbiaya", format!("/tulisan/{}", StoryId(subject.id)));
            let (at, area) = (Some(published_at(subject.id)), Some(LOMBOK_UTARA));
            let card = Card { at, area, public: subject.id != 13, ..card };
            Box::pin(async move { Ok((subject.id < 20).then_some(card)) })
        },
    };
    let levers = Levers {
        kinds: &[Kind::Story],
        text: |_, _| {
            Box::pin(async {
                Ok(Some(Moderated {
                    text: "KTP berbiaya\n\nSejak Oktober **warga membayar**.".into(),
                    by: Some(PersonId(1)),
                    by_name: "Sari Wulandari".into(),
                    shown: true,
                    path: "/tulisan/7".into(),
                    lang: Lang::INDONESIAN,
                }))
            })
        },
        set_shown: |_, _, _, _| Box::pin(async { Ok(false) }),
    };
    Feature { describe: Some(describe), levers: Some(levers), ..Feature::named("stories") }
}

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(Areas::official_only());
    Setup {
        features: vec![stories(), feature()],
        kept,
        identify: |_, token| {
            let known = [sari(), ratna(), maria(), baso()];
            let first = |person: &SignedIn| person.name.to_lowercase().starts_with(token);
            let signed_in = known.into_iter().find(first);
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

/// What the head of the district asks for; `mark` keeps one form apart from another.
fn draft(asks: Asks, mark: char) -> ReplyDraft {
    ReplyDraft {
        subject: FEE,
        asks,
        name: "Camat Tirtawana".into(),
        capacity: "Camat".into(),
        passage: "Warga membayar Rp30.000.".into(),
        wrong: "Biaya itu tidak pernah kami tetapkan.".into(),
        text: "Pengurusan KTP tidak dipungut biaya.".into(),
        proof: None,
        contact: Some(Contact::Email("camat@suara.example".into())),
        lang: Lang::INDONESIAN,
        mark: mark.to_string().repeat(43),
    }
}

async fn ask(app: &App, asks: Asks) -> Sent {
    actions::send(app, &draft(asks, 'a')).await.unwrap()
}

fn deed(step: Step) -> Deed {
    let words = step.needs_words().then(|| "Kata-kata meja.".to_owned());
    let ground = (step == Step::Proposed).then(|| "unrelated".to_owned());
    Deed { step, ground, words }
}

async fn act(app: &App, by: &SignedIn, id: ReplyId, step: Step) -> Outcome<Reply> {
    actions::answer(app, by, id, deed(step)).await
}

async fn found(app: &App, id: ReplyId) -> Reply {
    store::find(&app.db, id).await.unwrap().unwrap()
}

/// Does the jobs that are due, and takes the letters.
async fn letters(app: &App) -> Vec<Letter> {
    base::jobs::run_due(app).await.unwrap();
    app.mailer.taken()
}

/// The key of the sentence with which something was refused.
fn key<T: std::fmt::Debug>(outcome: Outcome<T>) -> &'static str {
    match outcome.unwrap_err() {
        Failure::Refused(Refusal::Invalid(errors)) => errors.0[0].key,
        Failure::Refused(Refusal::Conflict(key) | Refusal::NotAllowed(key)) => key,
        Failure::Refused(Refusal::NotFound) => "not-found",
        failure => panic!("{failure:?}"),
    }
}

fn state(outcome: Outcome<Reply>) -> State {
    outcome.unwrap().state
}
