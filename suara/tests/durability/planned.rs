//! Stories that go out at their hour, through SIGKILL: each once, none before its time, none lost, also when the house was
//! down at that hour.
use crate::{load::Dice, server::House};
use base::{
    app::App,
    config::Choices,
    db::Reads,
    ids::{AreaCode, DraftId},
    jiff::{SignedDuration, Timestamp},
    languages::Lang,
    refusal::Failure,
    sql,
    testing::postgres_url_of_its_own,
    values,
    visitor::{Grant, Role, Scope, SignedIn},
};

use std::time::Duration;
use stories::{CheckWay, NewCheck, Release, Save, Saved, StoryDraft};

const PLANNED: u32 = 12;

fn ours<T>(outcome: Result<T, Failure>) -> T {
    outcome.unwrap_or_else(|failure| panic!("{failure:?}"))
}

/// Writes, sends, approves, verifies and plans one story.
async fn plan(app: &App, who: (&SignedIn, &SignedIn), number: u32, at: Timestamp) -> DraftId {
    let (writer, editor) = who;
    let section = sql!("SELECT id FROM sections ORDER BY position LIMIT 1");
    let section: Option<(base::ids::SectionId,)> =
        app.db.optional(section, values![]).await.unwrap();
    let draft = StoryDraft {
        section: section.unwrap().0,
        title: format!("terencana-{number}"),
        body: format!("Isi tulisan yang direncanakan, nomor {number}."),
        written_from: Some(AreaCode(9901)),
        occasion_date: None,
    };
    let save = Save { id: None, draft, seen: 0, form: None, lang: Lang::INDONESIAN };
    let Saved::Kept { id, .. } = ours(stories::save_draft(app, writer, &save).await) else {
        panic!("a first save meets nobody")
    };
    ours(stories::send_draft(app, writer, id).await);
    let check = NewCheck {
        asked: "Kepala Dusun".into(),
        way: CheckWay::Phone,
        asked_on: "2026-11-20".parse().unwrap(),
        answer: "Benar.".into(),
    };
    ours(stories::add_check(app, editor, id, &check).await);
    ours(stories::verify_draft(app, editor, id).await);
    ours(stories::approve_draft(app, editor, id).await);
    let release = Release { pending: None, at: Some(at) };
    assert_eq!(ours(stories::publish_draft(app, editor, id, release).await), None);
    id
}

/// Plans stories for the next seconds, before the program runs.
async fn plan_all(house: &House) -> Vec<(DraftId, Timestamp)> {
    let choices = Choices {
        data: Some(house.data.clone()),
        database: house.database.clone(),
        ..Choices::default()
    };
    let app = suara::assemble::open(choices.settle().unwrap()).await.unwrap();
    let person = async |token: &str| {
        (app.identify)(&app, token).await.unwrap().signed_in.expect("a session that was opened")
    };
    let writer = person(&house.people[0]).await;
    let mut editor = person(&house.people[1]).await;
    editor.grants = vec![Grant { role: Role::ChiefEditor, scope: Scope::House }];
    let mut planned = vec![];
    for number in 0..PLANNED {
        let at = app.now() + SignedDuration::from_millis(2_500 + i64::from(number) * 400);
        planned.push((plan(&app, (&writer, &editor), number, at).await, at));
    }
    planned
}

async fn kill_and_wait(house: House) {
    let planned = plan_all(&house).await;
    let mut dice = Dice::seeded(20_261_125);
    for _ in 0..6 {
        let server = house.serve();
        tokio::time::sleep(Duration::from_millis(200 + dice.below(900))).await;
        server.kill();
    }
    let server = house.serve();
    let db = house.db().await;
    let mut out = vec![];
    for _ in 0..60 {
        tokio::time::sleep(Duration::from_millis(250)).await;
        let found = sql!(
            "SELECT e.title, s.posted_at FROM stories s JOIN editions e ON e.id = s.edition_id
             WHERE e.title LIKE 'terencana-%' ORDER BY s.id"
        );
        out = db.all::<(String, Timestamp)>(found, values![]).await.unwrap();
        // What a killed program held is taken up when its lease ends; it must still be there then.
        let held = sql!(
            "SELECT COUNT(*) FROM jobs WHERE kind = 'stories.publish-due' AND dead_at IS NULL"
        );
        let held: Option<(i64,)> = db.optional(held, values![]).await.unwrap();
        let held = usize::try_from(held.unwrap().0).unwrap();
        let all = planned.len();
        assert!(out.len() + held >= all, "{} out and {held} to come of {all}", out.len());
        if out.len() == all {
            break;
        }
    }
    server.kill();
    for (number, (_, at)) in planned.iter().enumerate() {
        let title = format!("terencana-{number}");
        let posted: Vec<_> = out.iter().filter(|(found, _)| *found == title).collect();
        assert!(posted.len() <= 1, "{title} went out {} times", posted.len());
        assert!(posted.iter().all(|(_, posted)| posted >= at), "{title} went out early");
    }
    println!(
        "{}: {} of {} planned stories out after 6 kills",
        db.engine(),
        out.len(),
        planned.len()
    );
    assert!(out.len() + 2 >= planned.len(), "more than two were held when the program was killed");
}

#[tokio::test(flavor = "multi_thread")]
async fn planned_stories_go_out_once_through_kills_on_the_embedded_database() {
    let folder = tempfile::tempdir().unwrap();
    kill_and_wait(House::open(folder.path(), None, 2).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn planned_stories_go_out_once_through_kills_on_postgresql() {
    let Some(url) = postgres_url_of_its_own().await else { return };
    let folder = tempfile::tempdir().unwrap();
    kill_and_wait(House::open(folder.path(), Some(url), 2).await).await;
}
