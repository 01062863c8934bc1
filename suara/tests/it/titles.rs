//! What a page is called: in a row of tabs, in a history, to a screen reader. Two pages about different things are called
//! differently, within one language.
use crate::{data::Data, site::Site, walk::Walk};
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};

fn title(html: &str) -> String {
    html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_two_pages_are_called_the_same() {
    let (data, app) = Data::on_sqlite().await;
    let house = Site::on(app);
    let mut called: BTreeMap<(bool, String), BTreeSet<String>> = BTreeMap::new();
    for name in ["", "Bagus Prasetya", "Maria Yosefina Bria", "Theresia Lenak", "Yustus Mambraku"] {
        let site = signed_in(&house, name).await;
        let walk = Walk { site: &site, of_a_shape: 2, always: &[] };
        for (address, met) in walk.go([]).await {
            let read = met.reply.status == StatusCode::OK && met.reply.is_html();
            if read && !address.contains('?') {
                let language = address.starts_with("/en/") || address == "/en";
                called.entry((language, title(&met.reply.text()))).or_default().insert(address);
            }
        }
    }
    called.retain(|_, addresses| addresses.len() > 1);
    assert!(called.is_empty(), "{called:#?}");
    drop(data);
}

pub async fn signed_in(house: &Site, name: &str) -> Site {
    let app = &house.app;
    if name.is_empty() {
        return house.with_cookie("");
    }
    let id = people::found(&app.db, name, 1).await.unwrap()[0].0;
    let mut tx = app.db.begin().await.unwrap();
    if name == "Bagus Prasetya" {
        let role = (id, base::visitor::Role::Administrator, base::visitor::Scope::House);
        people::grant(app, &mut tx, role, None).await.unwrap();
    }
    let token = people::open_session(app, &mut tx, id, "Firefox").await.unwrap();
    tx.commit().await.unwrap();
    house.with_cookie(&format!("sesi={token}"))
}
