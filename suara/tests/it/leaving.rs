//! Somebody's own data in the whole house: every column that names them is known, and their contact goes everywhere.
use crate::site::Site;
use axum::http::StatusCode;
use base::{
    app::App,
    db::{Cell, Piece, Table},
    ids::PersonId,
    jiff::SignedDuration,
    jobs,
};
use std::collections::BTreeSet;

/// Every row of every table, with its table.
async fn whole(app: &App) -> Vec<(Table, Vec<Cell>)> {
    let (to, mut pieces) = tokio::sync::mpsc::channel(4);
    let (db, shapes) = (app.db.clone(), app.db.shapes().await.unwrap());
    let reading = tokio::spawn(async move { db.read_whole(shapes, to).await });
    let (mut found, mut shape) = (vec![], None);
    while let Some(piece) = pieces.recv().await {
        match piece {
            Piece::Table(table) => shape = Some(table),
            Piece::Rows(rows) => {
                let table: &Table = shape.as_ref().unwrap();
                found.extend(rows.into_iter().map(|row| (table.clone(), row)));
            }
        }
    }
    reading.await.unwrap().unwrap();
    found
}

async fn with_column(app: &App, table: &str, column: &str) -> Vec<Cell> {
    let rows = whole(app).await.into_iter().filter(|(shape, _)| shape.name == table);
    let at = |shape: &Table| shape.columns.iter().position(|(name, _)| name == column).unwrap();
    rows.map(|(shape, row)| row[at(&shape)].clone()).collect()
}

/// Columns that hold what a row is about, whoever or whatever that is. Notes of those who work about somebody, and who read
/// a record in confidence, name people too and are nobody's own data to download: their columns are called so on purpose.
const ABOUT: [&str; 4] = ["subject_id", "list_key", "about_id", "keeper_id"];

#[tokio::test(flavor = "multi_thread")]
async fn every_column_that_holds_a_person_s_number_has_a_name_that_tells_so() {
    let site = Site::with_demo().await;
    let people: BTreeSet<i64> = with_column(&site.app, "people", "id")
        .await
        .into_iter()
        .filter_map(|cell| if let Cell::Int(id) = cell { Some(id) } else { None })
        .collect();
    assert!(people.len() > 10);
    let mut unknown = BTreeSet::new();
    for (table, row) in whole(&site.app).await {
        for ((column, _), cell) in table.columns.iter().zip(&row) {
            let Cell::Int(number) = cell else { continue };
            let known =
                people::names_a_person(&table.name, column) || ABOUT.contains(&column.as_str());
            if people.contains(number) && !known {
                unknown.insert(format!("{}.{column}", table.name));
            }
        }
    }
    assert_eq!(unknown, BTreeSet::new(), "these name people and their names do not tell");
}

async fn sari_leaves(site: &Site) {
    let app = &site.app;
    let (sari, email) = ("Sari Wulandari", "sari@suara.example");
    let door = [("contact", email), ("password", suara::demo::PASSWORD)];
    let token = site.post("/masuk", &door).await.cookie.unwrap();
    let person: PersonId = people::found(&app.db, email, 1).await.unwrap()[0].0;
    let named = with_column(app, "story_bylines", "person_id").await;
    let hers = named.iter().filter(|cell| **cell == Cell::Int(person.0)).count();
    assert!(hers > 0, "she published");
    let password = [("password", suara::demo::PASSWORD)];
    let asked = site.with_cookie(&token).post("/akun/hapus", &password).await;
    asked.expect(StatusCode::SEE_OTHER);
    app.clock.advance(SignedDuration::from_hours(7 * 24 + 1));
    let mut tx = app.db.begin().await.unwrap();
    jobs::enqueue(app, &mut tx, &people::EndAccounts).await.unwrap();
    tx.commit().await.unwrap();
    jobs::run_due(app).await.unwrap();
    app.mailer.taken();
    for contact in [email, sari] {
        let left: BTreeSet<String> = whole(app)
            .await
            .into_iter()
            .filter(|(_, row)| {
                row.iter().any(|cell| matches!(cell, Cell::Text(text) if text.contains(contact)))
            })
            .map(|(table, _)| table.name)
            // What the house published about itself names whom it names.
            .filter(|table| table != "house_pages")
            .collect();
        assert_eq!(left, BTreeSet::new(), "{contact}");
    }
    let names = with_column(app, "story_bylines", "name").await;
    let signed = names.iter().filter(|cell| **cell == Cell::Text("Sari".to_owned())).count();
    assert_eq!(signed, hers, "her stories keep the name they were published under");
    let page = site.get(&format!("/pewarta/{person}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn sari_s_contact_stands_in_no_table_after_she_left() {
    sari_leaves(&Site::with_demo().await).await;
    if let Some(site) = Site::with_demo_on_postgres().await {
        sari_leaves(&site).await;
    }
}
