//! Flags and decisions on a real database: comments of the named cast under a story whose feature has levers too.
mod appeals;
mod complaints;
mod desk;
mod flags;
mod legal;
mod measures;
mod waiting;

use crate::{FlagDraft, Ruling, feature, rule, subscriber};
use axum::http::StatusCode;
use base::{
    app::App,
    feature::{Describe, Feature, Levers, Moderated, Verdict},
    holds::NEWCOMER_WAITS,
    ids::{AreaCode, CommentId, PersonId, SessionId},
    jobs::run_due,
    languages::Lang,
    mail::Letter,
    subject::{Card, Kind, Subject},
    testing::{
        Setup,
        browse::{self, Seen},
    },
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::site,
};
use comments::{CommentDraft, Posted};

/// A public story in Tirtawana, by Baso.
const BRIDGE: Subject = Subject { kind: Kind::Story, id: 7 };

/// Made anew for each database: accounts, with addresses where letters go.
#[derive(Clone)]
struct Cast {
    sari: SignedIn,
    baso: SignedIn,
    yustus: SignedIn,
}

/// Whoever holds the cookie `<id>` or, for moderators of a place, `<id>@<place>`.
fn setup() -> Setup {
    Setup {
        features: vec![stories(), comments::feature(), people::feature(), feature()],
        subscribers: vec![subscriber()],
        identify: |_, token| {
            let (id, role) = token.split_once('@').unwrap_or((token, ""));
            let grant = match role {
                "" => None,
                "rumah" => Some(Scope::House),
                area => Some(Scope::Area(area.parse().unwrap())),
            };
            let grants: Vec<Grant> =
                grant.map(|scope| Grant { role: Role::Moderator, scope }).into_iter().collect();
            let signed_in = id.parse().ok().map(|id| person(id, "Anggota", grants));
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

fn person(id: PersonId, name: &str, grants: Vec<Grant>) -> SignedIn {
    SignedIn { id, session: SessionId(1), name: name.to_owned(), zone: None, grants }
}

/// Another feature with its levers; what they do is comments' affair and tested there.
fn stories() -> Feature {
    let describe = Describe {
        kinds: &[Kind::Story],
        card: |_, _, subject| {
            let card = Card::named(subject, "Jembatan dibuka", "/tulisan/7");
            let area = Some(AreaCode(9901));
            Box::pin(async move { Ok((subject.id == 7).then_some(Card { area, ..card })) })
        },
    };
    let levers = Levers {
        kinds: &[Kind::Story],
        text: |_, subject| {
            let text = Moderated {
                text: "Jembatan dibuka lagi.".into(),
                by: None,
                by_name: "Baso Tahir".into(),
                shown: true,
                path: "/tulisan/7".into(),
                lang: Lang::INDONESIAN,
            };
            Box::pin(async move { Ok((subject.id == 7).then_some(text)) })
        },
        set_shown: |_, _, _, verdict| {
            Box::pin(async move { Ok(matches!(verdict, Verdict::Hide(_))) })
        },
    };
    Feature { describe: Some(describe), levers: Some(levers), ..Feature::named("stories") }
}

async fn cast(app: &App) -> Cast {
    let mut tx = app.db.begin().await.unwrap();
    let mut made = vec![];
    for name in ["Sari Wulandari", "Baso Tahir", "Yustus Mambraku"] {
        let first = name.split(' ').next().unwrap();
        let new = people::NewPerson {
            name: name.to_owned(),
            pen_name: None,
            about: None,
            email: Some(format!("{}@suara.example", first.to_lowercase())),
            minor: false,
            area: None,
            joined_at: app.now(),
        };
        made.push(people::add_person(app, &mut tx, new, None).await.unwrap());
    }
    tx.commit().await.unwrap();
    let house = vec![Grant { role: Role::Moderator, scope: Scope::House }];
    Cast {
        sari: person(made[0], "Sari Wulandari", vec![]),
        baso: person(made[1], "Baso Tahir", vec![]),
        yustus: person(made[2], "Yustus Mambraku", house),
    }
}

async fn say(app: &App, by: &SignedIn, text: &str) -> Posted {
    let (text, once) = (text.to_owned(), text.to_owned());
    let draft = CommentDraft { subject: BRIDGE, parent: None, text, once, lang: Lang::INDONESIAN };
    comments::post(app, by, &draft).await.unwrap()
}

async fn welcome_all(app: &App, cast: &Cast) {
    let mut tx = app.db.begin().await.unwrap();
    NEWCOMER_WAITS.put(app, &mut tx, 0, cast.yustus.id).await.unwrap();
    tx.commit().await.unwrap();
}

/// Runs what is due and takes the letters, the newest last.
async fn letters(app: &App) -> Vec<Letter> {
    run_due(app).await.unwrap();
    app.mailer.taken()
}

async fn get(app: &App, path: &str, who: &str) -> Seen {
    browse::get(&site(app), path, who).await
}

async fn send(app: &App, path: &str, who: &str, body: &str) -> Seen {
    browse::post(&site(app), path, who, body).await
}
