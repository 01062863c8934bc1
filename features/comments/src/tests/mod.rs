//! Comments on a real database, written by the named cast, under a story of another feature.
mod acts;
mod pages;

use crate::{CommentDraft, Posted, State, feature, post};
use axum::http::StatusCode;
use base::{
    app::App,
    db::Reads,
    feature::{Describe, Feature, Route, Who},
    holds::NEWCOMER_WAITS,
    ids::{CommentId, PersonId, SessionId},
    languages::Lang,
    refusal::Outcome,
    sql,
    subject::{Card, Kind, Subject},
    testing::{
        Setup,
        browse::{self, Seen},
    },
    values,
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::{Answer, Visit, site},
};

/// The bridge, a public story; number 13 is not public.
const BRIDGE: Subject = Subject { kind: Kind::Story, id: 7 };
const DRAFT: Subject = Subject { kind: Kind::Story, id: 13 };

fn sari() -> SignedIn {
    SignedIn {
        id: PersonId(1),
        session: SessionId(1),
        name: "Sari Wulandari".into(),
        zone: None,
        grants: vec![],
    }
}

fn baso() -> SignedIn {
    SignedIn { id: PersonId(2), name: "Baso Tahir".into(), ..sari() }
}

fn ratna() -> SignedIn {
    let grants = vec![Grant { role: Role::Moderator, scope: Scope::House }];
    SignedIn { id: PersonId(3), name: "Ratna".into(), grants, ..sari() }
}

fn setup() -> Setup {
    let describe = Describe {
        kinds: &[Kind::Story],
        card: |_, _, subject| {
            let card = Card::named(subject, "Jembatan dibuka", format!("/tulisan/{}", subject.id));
            let public = subject.id != 13;
            Box::pin(async move { Ok((subject.id < 20).then_some(Card { public, ..card })) })
        },
    };
    let stories = Feature {
        routes: vec![Route::get("/tulisan/7", Who::Anyone, story_page)],
        describe: Some(describe),
        ..Feature::named("stories")
    };
    Setup {
        features: vec![stories, feature()],
        identify: |_, token| {
            let signed_in = match token {
                "sari" => Some(sari()),
                "baso" => Some(baso()),
                "ratna" => Some(ratna()),
                _ => None,
            };
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

async fn story_page(visit: Visit) -> Answer {
    let f = visit.frame("Jembatan dibuka").await?;
    let block = crate::block(&visit, &f, BRIDGE, true).await?;
    Ok(axum::response::Html(block.html + &block.empty_html.unwrap_or_default()).into_response())
}

use axum::response::IntoResponse;

fn draft(text: &str) -> CommentDraft {
    let (text, once) = (text.to_owned(), text.to_owned());
    CommentDraft { subject: BRIDGE, parent: None, text, once, lang: Lang::INDONESIAN }
}

fn answer(parent: CommentId, text: &str) -> CommentDraft {
    CommentDraft { parent: Some(parent), ..draft(text) }
}

async fn say(app: &App, by: &SignedIn, draft: CommentDraft) -> Posted {
    post(app, by, &draft).await.unwrap()
}

/// From here on nobody is a newcomer.
async fn welcome_all(app: &App) {
    let mut tx = app.db.begin().await.unwrap();
    NEWCOMER_WAITS.put(app, &mut tx, 0, ratna().id).await.unwrap();
    tx.commit().await.unwrap();
}

async fn state(app: &App, id: CommentId) -> State {
    crate::store::find(&app.db, id).await.unwrap().unwrap().state
}

async fn judge(app: &App, id: CommentId, verdict: base::feature::Verdict) -> Outcome<bool> {
    let levers = feature().levers.unwrap();
    let mut tx = app.db.begin().await.unwrap();
    let changed = (levers.set_shown)(app, &mut tx, id.into(), verdict).await?;
    tx.commit().await.unwrap();
    Ok(changed)
}

/// The kept counts, and what counting again finds.
async fn counts(app: &App) -> (i64, i64) {
    let (again,) = app
        .db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM comments WHERE state = 'shown' AND subject_id = 7"),
            values![],
        )
        .await
        .unwrap();
    (crate::count(&app.db, BRIDGE).await.unwrap(), again)
}

async fn get(app: &App, path: &str, who: &str) -> Seen {
    browse::get(&site(app), path, who).await
}

async fn send(app: &App, path: &str, who: &str, body: &str) -> Seen {
    browse::post(&site(app), path, who, body).await
}
