//! Lists: one range of one key on both engines, and what moderators and retractions take out of them.
use super::*;
use crate::{
    lists::page,
    retract, seal,
    store::{self, List, MONTHS, PAGE_OF_LIST, TOLD_OF},
};
use base::{
    db::{Engine, Reads, Sql, Value},
    feature::{Asked, By},
    languages::Lang,
    testing::on_both,
    values,
};

fn explained(sql: Sql) -> Sql {
    let prefix = "EXPLAIN QUERY PLAN ";
    Sql::from_macro(Box::leak(format!("{prefix}{}", sql.text()).into_boxed_str()))
}

async fn plan(app: &App, sql: Sql, values: &[Value<'_>]) -> String {
    if app.db.engine() == Engine::Sqlite {
        let rows: Vec<(i64, i64, i64, String)> = app.db.all(explained(sql), values).await.unwrap();
        return rows.into_iter().map(|row| row.3).collect::<Vec<_>>().join("\n");
    }
    let mut tx = app.db.begin().await.unwrap();
    // A table of a few rows would be read whole; what counts is what it does when it has grown.
    for setting in [
        base::sql!("SET LOCAL enable_seqscan = off"),
        base::sql!("SET LOCAL enable_bitmapscan = off"),
    ] {
        tx.execute(setting, values![]).await.unwrap();
    }
    let text = format!("EXPLAIN {}", sql.text());
    let sql = Sql::from_macro(Box::leak(text.into_boxed_str()));
    let rows: Vec<(String,)> = tx.all(sql, values).await.unwrap();
    rows.into_iter().map(|row| row.0).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn no_list_scans_or_sorts() {
    on_both(setup, |app| async move {
        let of_list = values![List::Area, 5208_i64, i64::MAX, i64::MAX, 20_i64];
        let of_day = values!["2016-06-14", 500_i64];
        let none: &[Value<'_>] = values![];
        for (sql, values) in [(PAGE_OF_LIST, &of_list[..]), (MONTHS, none), (TOLD_OF, of_day)] {
            let plan = plan(&app, sql, values).await;
            for bad in ["SCAN", "TEMP B-TREE", "Seq Scan", "Sort"] {
                assert!(!plan.contains(bad), "{plan}");
            }
        }
    })
    .await;
}

async fn listed(app: &App, by: By) -> usize {
    let asked = Asked { lang: Lang::INDONESIAN, by, before: None, limit: 10 };
    app.list(asked).await.unwrap().len()
}

#[tokio::test]
async fn a_story_stands_in_every_list_it_belongs_to_and_leaves_them_all() {
    on_both(setup, |app| async move {
        tirtawana(&app).await;
        let section = berita(&app).await;
        let sari = PersonId(1);
        let new = NewStory { bylines: vec![Byline::Person(sari)], ..bridge(section) };
        let id = publish(&app, new).await;
        let lists = || {
            [
                By::House,
                By::Area(AreaCode(990101)),
                By::Area(AreaCode(9901)),
                By::Area(AreaCode(99)),
                By::Person(sari),
                By::Tag("jembatan".into()),
            ]
        };
        for by in lists() {
            assert_eq!(listed(&app, by.clone()).await, 1, "{by:?}");
        }
        assert_eq!(listed(&app, By::Area(AreaCode(52))).await, 0);
        assert_eq!(store::months(&app.db).await.unwrap(), [(202611, 1)]);
        for (verdict, count) in [(HIDE, 0), (Verdict::Show, 1)] {
            assert!(judge(&app, id, verdict).await);
            assert!(!judge(&app, id, verdict).await);
            for by in lists() {
                assert_eq!(listed(&app, by.clone()).await, count, "{by:?}");
            }
        }
        let mut tx = app.db.begin().await.unwrap();
        retract(&app, &mut tx, id, "narasumber keliru.", None).await.unwrap();
        assert!(retract(&app, &mut tx, id, "lagi", None).await.is_err());
        tx.commit().await.unwrap();
        for by in lists() {
            assert_eq!(listed(&app, by.clone()).await, 0, "{by:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_retracted_while_a_moderator_shows_it_again_stands_in_no_list() {
    on_both(setup, |app| async move {
        tirtawana(&app).await;
        let section = berita(&app).await;
        let id = publish(&app, bridge(section)).await;
        judge(&app, id, HIDE).await;
        let mut retracting = app.db.begin().await.unwrap();
        retract(&app, &mut retracting, id, "narasumber keliru.", None).await.unwrap();
        let moderator = app.clone();
        let showing = tokio::spawn(async move {
            assert!(judge(&moderator, id, Verdict::Show).await);
        });
        // Long enough for it to come to where it waits for the retraction.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        retracting.commit().await.unwrap();
        showing.await.unwrap();
        assert_eq!(listed(&app, By::House).await, 0);
    })
    .await;
}

#[tokio::test]
async fn pages_follow_one_another_without_gap_or_repetition() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        for number in 0..7 {
            // Two share a moment: the id decides.
            let at = format!("2026-11-0{}T00:00:00Z", 1 + number / 2).parse().unwrap();
            publish(&app, NewStory { posted_at: Some(at), ..bridge(section) }).await;
        }
        let (mut before, mut seen) = (None, vec![]);
        loop {
            let list = (List::Section, section.0);
            let found = page(&app, Lang::INDONESIAN, list, before, 3).await.unwrap();
            let Some((last, _)) = found.last() else { break };
            before = Some(*last);
            seen.extend(found.into_iter().map(|(key, _)| key));
        }
        assert_eq!(seen.len(), 7);
        assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "{seen:?}");
    })
    .await;
}

#[tokio::test]
async fn a_sealed_edition_keeps_its_hash_and_loses_its_text() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        let id = publish(&app, bridge(section)).await;
        let before = store::edition(&app.db, id, 1).await.unwrap().unwrap();
        let mut tx = app.db.begin().await.unwrap();
        seal(&app, &mut tx, (id, 1), "Memuat nama anak.", None).await.unwrap();
        assert!(seal(&app, &mut tx, (id, 1), "lagi", None).await.is_err());
        tx.commit().await.unwrap();
        let after = store::edition(&app.db, id, 1).await.unwrap().unwrap();
        assert_eq!((after.title, after.body, &after.hash), (None, None, &before.hash));
        let (_, place, _) = get(&app, &format!("/tulisan/{id}")).await;
        let (_, _, page) = get(&app, &place).await;
        assert!(page.contains("disegel") && !page.contains("Jembatan putus"), "{page}");
    })
    .await;
}
