//! The page of all desks: Marlina's inbox, Ratna who administers, Sari without a role.
use super::*;
use base::feature::Desk;

fn with_inbox() -> Feature {
    Feature {
        routes: vec![
            Route::get("/meja/instansi", Who::Any(&[Role::Officer]), nothing),
            Route::get("/naskah", Who::Member, nothing),
            Route::get("/pengelola", Who::Any(&[Role::Administrator]), nothing),
        ],
        desks: &[
            Desk { key: "report-inbox", path: "/meja/instansi" },
            Desk { key: "drafts-heading", path: "/naskah" },
            Desk { key: "menu-administration", path: "/pengelola" },
        ],
        waiting: Some(|_, person| {
            let officer = person.grants.iter().filter(|grant| grant.role == Role::Officer);
            let count = i64::try_from(officer.count() * 3).unwrap();
            Box::pin(async move { Ok(vec![("/meja/instansi", count)]) })
        }),
        ..full()
    }
}

#[tokio::test]
async fn everyone_finds_their_desks_with_what_waits_and_whoever_has_none_is_told_how_to_get_one() {
    let (_folder, app) = on_one(with_inbox()).await;
    assert_eq!(status(&app, "/meja").await, 303, "it asks who it is");

    let marlina = get_as(&app, "marlina", "/meja").await;
    let text = main_text(&marlina);
    assert!(text.contains("Meja instansi") && text.contains("3 menunggu"), "{text}");
    assert!(text.contains("Dibuka oleh peran: Petugas instansi"), "{text}");
    assert!(!text.contains("belum punya peran") && !text.contains("Meja lain"), "{text}");
    assert!(!marlina.contains("href=\"/pengelola\""), "{marlina}");

    let sari = get_as(&app, "sari", "/meja").await;
    assert!(main_text(&sari).contains("Akun Anda belum punya peran"), "{sari}");
    assert!(sari.contains("href=\"/kontak\"") && sari.contains("href=\"/naskah\""), "{sari}");
    assert!(!sari.contains("/meja/instansi"), "{sari}");

    let ratna = get_as(&app, "ratna", "/meja").await;
    let text = main_text(&ratna);
    assert!(text.contains("Meja lain") && text.contains("Meja instansi"), "{text}");
    assert!(ratna.contains("href=\"/pengelola/orang\""), "{ratna}");
    assert!(!ratna.contains("href=\"/meja/instansi\""), "no role of hers opens it: {ratna}");
    for page in [ratna, get_as(&app, "marlina", "/").await] {
        let menu = page.split("<details class=\"menu\">").nth(1).unwrap();
        let menu = menu.split("</details>").next().unwrap();
        assert!(menu.contains("href=\"/meja\""), "the menu leads there: {menu}");
    }
    assert!(!get(&app, "/").await.contains("href=\"/meja\""), "strangers have none");
}
