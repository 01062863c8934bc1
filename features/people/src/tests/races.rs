//! Two at the same moment: one role is held once, one address belongs to one account.
use super::{PHRASE, begin, join_sari, key, letter, rights::administrator, setup, who};
use crate::{
    actions::{self, Next},
    grant,
    person::SignUpDraft,
    store,
};
use base::{
    app::App,
    db::{Db, Reads, migrations},
    ids::PersonId,
    languages::Lang,
    sql,
    testing::{on_both, postgres_of_its_own},
    values,
    visitor::{Role, Scope, SignedIn},
};
use std::time::Duration;

/// Long enough for the other one to come to where it waits.
async fn the_other_waits() {
    tokio::time::sleep(Duration::from_millis(200)).await;
}

async fn baso(app: &App) -> SignedIn {
    let (name, contact) = ("Baso Tahir".to_owned(), "baso@suara.example".to_owned());
    let draft = SignUpDraft { name, contact, ..super::sari() };
    let Next::TypeCode(ticket) = begin(app, &draft).await else { panic!("a code is asked for") };
    let (_, code) = letter(app).await;
    let Next::SignedIn { token, .. } =
        actions::confirm_address(app, &ticket, &code, "").await.unwrap()
    else {
        panic!("signed in")
    };
    who(app, &token).await.unwrap()
}

#[tokio::test]
async fn two_administrators_who_grant_one_role_at_once_grant_it_once() {
    on_both(setup, |app| async move {
        let ketut = administrator(&app).await;
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let what = (sari.id, Role::Moderator, Scope::House);
        let mut first = app.db.begin().await.unwrap();
        assert!(grant(&app, &mut first, what, None).await.unwrap());
        let other = app.clone();
        let second = tokio::spawn(async move { actions::grant_role(&other, &ketut, what).await });
        the_other_waits().await;
        first.commit().await.unwrap();
        second.await.unwrap().unwrap();
        assert_eq!(store::grants_of(&app.db, sari.id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_address_that_somebody_takes_meanwhile_is_refused_with_a_sentence() {
    on_both(setup, |app| async move {
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let baso = baso(&app).await;
        let words = app.words(Lang::INDONESIAN);
        let new = ("baru@suara.example", PHRASE);
        let ticket = actions::begin_address_change(&app, &baso, new, &words).await.unwrap();
        let (_, code) = letter(&app).await;
        let mut first = app.db.begin().await.unwrap();
        assert!(store::set_email(&mut first, sari.id, new.0).await.unwrap());
        let other = app.clone();
        let second = tokio::spawn(async move {
            let typed = (ticket.as_str(), code.as_str());
            actions::finish_address_change(&other, &baso, typed, &words).await
        });
        the_other_waits().await;
        first.commit().await.unwrap();
        assert_eq!(key(second.await.unwrap()), "refusal-address-taken");
    })
    .await;
}

/// What an older version left: two open grants of one role.
async fn twins_are_folded(db: Db) {
    let all = migrations().unwrap().into_iter().map(|step| (step.name, 0));
    let older: Vec<_> = all.filter(|(name, _)| name.as_str() < "2026-11-24-0365").collect();
    db.migrate_as(&older).await.unwrap();
    let person = sql!(
        "INSERT INTO people (id, name, age_band, joined_at) VALUES (1, 'Sari Wulandari', 'adult', 0)"
    );
    let grant = sql!(
        "INSERT INTO grants (id, person_id, role, scope_kind, scope_id, granted_at)
         VALUES ($1, 1, 'moderator', 'house', 0, $1)"
    );
    db.execute(person, values![]).await.unwrap();
    for id in [5, 6, 7] {
        db.execute(grant, values![id]).await.unwrap();
    }
    db.migrate(0).await.unwrap();
    let open = sql!("SELECT id FROM grants WHERE ended_at IS NULL");
    assert_eq!(db.all::<(i64,)>(open, values![]).await.unwrap(), [(5,)], "the first one stays");
    assert_eq!(store::grants_of(&db, PersonId(1)).await.unwrap().len(), 3, "none is forgotten");
}

#[tokio::test]
async fn twins_that_an_older_version_left_are_folded_into_the_first() {
    let folder = tempfile::tempdir().unwrap();
    twins_are_folded(Db::sqlite(&folder.path().join("suara.sqlite")).unwrap()).await;
    if let Some(db) = postgres_of_its_own().await {
        twins_are_folded(db).await;
    }
}
