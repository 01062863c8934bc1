//! Legal incidents: seen by those who are named on them, and by nobody else, whatever their role.
use super::*;
use base::{
    testing::{browse, on_both},
    web::site,
};

const SUMMONS: &str = "kind=summons&against=Sari+Wulandari&from=Camat&what=Dipanggil+karena+berita+KTP.\
                       &happened_on=2026-11-23";

/// Accounts of the cast as the newsroom finds them by name.
async fn accounts(app: &App) -> (SignedIn, SignedIn) {
    let add = |name: &'static str, email: &'static str| async move {
        let mut tx = app.db.begin().await.unwrap();
        let new = people::NewPerson {
            name: name.into(),
            pen_name: None,
            about: None,
            email: Some(email.into()),
            minor: false,
            area: None,
            joined_at: app.now(),
        };
        let id = people::add_person(app, &mut tx, new, None).await.unwrap();
        tx.commit().await.unwrap();
        SignedIn { id, name: name.into(), ..person(0, name, &[]) }
    };
    (
        add("Made Suardana", "made@suara.example").await,
        add("Ketut Arya", "ketut@suara.example").await,
    )
}

#[tokio::test]
async fn maria_notes_a_summons_names_made_and_the_chief_editor_sees_nothing() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let (status, place, _) = browse::post(&site, "/meja/perkara/baru", "maria", SUMMONS).await;
        assert_eq!(status, 303, "{place}");
        let (_, _, page) = browse::get(&site, &place, "maria").await;
        assert!(
            page.contains("Pemanggilan: Sari Wulandari") && page.contains("belum ada"),
            "{page}"
        );
        assert_eq!(browse::get(&site, &place, "ratna").await.0, 404, "she is not named");
        assert_eq!(browse::post(&site, &place, "ratna", "step=noted&words=Halo").await.0, 404);
        assert!(!browse::get(&site, "/meja/perkara", "ratna").await.2.contains("Sari Wulandari"));
        let (made, ketut) = accounts(&app).await;
        let none = browse::post(&site, &place, "maria", "step=named&words=Nobody+Here").await;
        assert_eq!(none.0, 422);
        assert_eq!(
            browse::post(&site, &place, "maria", "step=named&words=Made+Suardana").await.0,
            303
        );
        let told = letters(&app).await;
        assert_eq!((told.len(), told[0].to.as_str()), (1, "made@suara.example"));
        assert!(!told[0].body.contains("Camat"), "no word of it leaves by mail: {}", told[0].body);
        let id = place.rsplit('/').next().unwrap().parse().unwrap();
        assert!(actions::incident(&app, made.id, id).await.is_ok());
        assert_eq!(key(actions::incident(&app, ketut.id, id).await), "not-found");
        for deed in ["step=helped&words=LBH+Pers", "step=ended&words=Camat+memberi+hak+jawab"] {
            assert_eq!(browse::post(&site, &place, "maria", deed).await.0, 303, "{deed}");
        }
        let (_, _, page) = browse::get(&site, &place, "maria").await;
        assert!(page.contains("LBH Pers") && page.contains("Camat memberi hak jawab"), "{page}");
        let again = browse::post(&site, &place, "maria", "step=ended&words=Lagi").await;
        assert_eq!(again.0, 409);
        let log =
            base::store::events_of(&app.db, Subject::new(Kind::Incident, id.0)).await.unwrap();
        assert_eq!(log.len(), 4);
        assert!(log.iter().all(|event| event.detail.is_none()));
    })
    .await;
}
