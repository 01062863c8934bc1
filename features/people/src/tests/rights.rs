//! Roles: the first administrator, granting, ending, and whose sessions go on.
use super::{BROWSER, PHRASE, join_sari, key, setup, who};
use crate::{
    actions::{self, ProfileDraft},
    grant,
    person::SignUpDraft,
    store,
};
use base::{
    app::App,
    ids::{AreaCode, OutletId},
    jiff::SignedDuration,
    languages::Lang,
    testing::on_both,
    visitor::{Role, Scope, SignedIn, Visitor},
};

pub(super) async fn administrator(app: &App) -> SignedIn {
    let path = actions::first_administrator_path(app).await.unwrap().unwrap();
    let link = path.split("kunci=").nth(1).unwrap();
    let draft = actions::FirstDraft {
        name: "Ketut Arya".into(),
        email: "ketut@suara.example".into(),
        password: PHRASE.into(),
    };
    let token = actions::become_first_administrator(app, link, &draft, BROWSER).await.unwrap();
    let again = actions::become_first_administrator(app, link, &draft, BROWSER).await;
    assert_eq!(key(again), "refusal-code-gone", "the link works once");
    who(app, &token).await.unwrap()
}

async fn sari_again(app: &App) -> String {
    super::sign_in(app, "sari@suara.example", PHRASE).await
}

#[tokio::test]
async fn nobody_takes_the_name_of_someone_who_has_a_role_or_of_the_house() {
    on_both(setup, |app| async move {
        administrator(&app).await;
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let cases = [
            ("Ketut  ARYA", "", "error-name-taken"),
            ("Sari Wulandari", "Ketut.Arya", "error-name-taken"),
            ("Moderator Sari", "", "error-name-reserved"),
            ("Sari Wulandari", "Suara Tirtawana", "error-name-reserved"),
        ];
        for (name, pen_name, expected) in cases {
            let (name, pen_name) = (name.to_owned(), pen_name.to_owned());
            let draft = ProfileDraft { name, pen_name, ..ProfileDraft::default() };
            assert_eq!(key(actions::change_profile(&app, &sari, &draft).await), expected);
        }
        let name = "Ketut Arya".to_owned();
        let contact = "lain@suara.example".to_owned();
        let draft = SignUpDraft { name, contact, ..super::sari() };
        let typed = (draft.password.as_str(), BROWSER);
        let begun = actions::sign_up(&app, draft.check(1).unwrap(), typed, Lang::INDONESIAN).await;
        assert_eq!(key(begun), "error-name-taken");
    })
    .await;
}

#[tokio::test]
async fn a_badge_names_the_role_with_the_widest_say_and_never_who_keeps_informants() {
    on_both(setup, |app| async move {
        let ketut = administrator(&app).await;
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        actions::grant_role(&app, &ketut, (sari.id, Role::InformantKeeper, Scope::House))
            .await
            .unwrap();
        let badges = crate::badges(&app.db, &[sari.id, ketut.id]).await.unwrap();
        assert_eq!(
            (badges.get(&sari.id), badges.get(&ketut.id)),
            (None, Some(&Role::Administrator))
        );
        for role in [Role::Reporter, Role::Moderator] {
            actions::grant_role(&app, &ketut, (sari.id, role, Scope::House)).await.unwrap();
        }
        let badges = crate::badges(&app.db, &[sari.id]).await.unwrap();
        assert_eq!(badges.get(&sari.id), Some(&Role::Moderator));
    })
    .await;
}

#[tokio::test]
async fn an_administrator_grants_and_ends_roles_and_each_change_begins_a_new_session() {
    on_both(setup, |app| async move {
        let ketut = administrator(&app).await;
        let before = join_sari(&app).await;
        let sari = who(&app, &before).await.unwrap();
        let what = (sari.id, Role::Editor, Scope::Area(AreaCode(9901)));
        actions::grant_role(&app, &ketut, what).await.unwrap();
        assert!(who(&app, &before).await.is_none(), "with new rights begins a new session");
        let token = sari_again(&app).await;
        actions::grant_role(&app, &ketut, what).await.unwrap();
        let visitor = Visitor { signed_in: who(&app, &token).await };
        assert!(visitor.may(Role::Editor, Scope::Area(AreaCode(990_101))));
        assert!(!visitor.may(Role::Editor, Scope::House));
        let grants = store::grants_of(&app.db, sari.id).await.unwrap();
        assert_eq!((grants.len(), grants[0].granted_by), (1, Some(ketut.id)));
        actions::end_role(&app, &ketut, grants[0].id).await.unwrap();
        assert!(who(&app, &token).await.is_none());
        assert!(who(&app, &sari_again(&app).await).await.unwrap().grants.is_empty());
        let ended = &store::grants_of(&app.db, sari.id).await.unwrap()[0];
        assert_eq!((ended.ended_by, ended.ended_at), (Some(ketut.id), Some(app.now())));
    })
    .await;
}

#[tokio::test]
async fn the_house_keeps_an_administrator_and_only_administrators_grant() {
    on_both(setup, |app| async move {
        let ketut = administrator(&app).await;
        let own = store::grants_of(&app.db, ketut.id).await.unwrap();
        let last = actions::end_role(&app, &ketut, own[0].id).await;
        assert_eq!(key(last), "refusal-last-administrator");
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let what = (sari.id, Role::Administrator, Scope::House);
        assert_eq!(key(actions::grant_role(&app, &sari, what).await), "refusal-role");
        let narrow = (sari.id, Role::Administrator, Scope::Outlet(OutletId(1)));
        assert_eq!(key(actions::grant_role(&app, &ketut, narrow).await), "error-scope-house");
        let member = (sari.id, Role::Member, Scope::House);
        assert_eq!(key(actions::grant_role(&app, &ketut, member).await), "error-choose");
        actions::grant_role(&app, &ketut, what).await.unwrap();
        let changed = actions::end_role(&app, &ketut, own[0].id).await.unwrap();
        let token = changed.token.expect("his own browser goes on");
        let ketut = who(&app, &token).await.unwrap();
        assert!(ketut.grants.is_empty());
        assert_eq!(key(actions::grant_role(&app, &ketut, what).await), "refusal-role");
    })
    .await;
}

#[tokio::test]
async fn a_role_granted_in_a_transaction_that_fails_was_never_granted() {
    on_both(setup, |app| async move {
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        let what = (sari.id, Role::Moderator, Scope::House);
        assert!(grant(&app, &mut tx, what, None).await.unwrap());
        assert!(!grant(&app, &mut tx, what, None).await.unwrap());
        drop(tx);
        assert!(store::grants_of(&app.db, sari.id).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_first_link_ends_with_use_with_age_and_with_the_next_one() {
    on_both(setup, |app| async move {
        let path = async || actions::first_administrator_path(&app).await.unwrap();
        let link =
            |path: &Option<String>| path.as_ref().unwrap().split('=').nth(1).unwrap().to_owned();
        let first = link(&path().await);
        let second = link(&path().await);
        assert!(!actions::first_link_works(&app, &first).await.unwrap());
        assert!(actions::first_link_works(&app, &second).await.unwrap());
        app.clock.advance(SignedDuration::from_hours(7 * 24 + 1));
        assert!(!actions::first_link_works(&app, &second).await.unwrap());
        administrator(&app).await;
        assert_eq!(path().await, None);
    })
    .await;
}
