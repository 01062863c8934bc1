//! Roles of the week: granted within a scope, and ended.
use super::{
    account::DEWI,
    week::{Week, links, page, seen, send},
};
use crate::site::Site;
use axum::http::StatusCode;

async fn dewi(week: &Week) -> Site {
    let door = week.knock(DEWI, super::account::FIRST).await;
    week.inside(&door.expect(StatusCode::SEE_OTHER))
}

pub async fn dewi_becomes_a_moderator_and_is_none_any_more(week: &Week, bagus: &Site) {
    let member = dewi(week).await;
    member.get("/moderasi").await.expect(StatusCode::FORBIDDEN);
    let found = page(bagus, "/pengelola/orang?q=Dewi").await;
    let person = links(&found).find(|link| link.starts_with("/pengelola/orang/")).unwrap();
    let told = send(bagus, &format!("{person}/peran"), &[("role", "moderator")]).await;
    assert!(told.contains("Moderator"), "{told}");
    member.get("/akun").await.expect(StatusCode::SEE_OTHER);

    let moderator = dewi(week).await;
    assert!(seen(&moderator, "/moderasi").await.contains("Meja moderasi"));
    moderator.get("/pengelola/orang").await.expect(StatusCode::FORBIDDEN);
    let held = page(bagus, person).await;
    let end = held.split("action=\"/pengelola/peran/").nth(1).unwrap().split('"').next().unwrap();
    let told = send(bagus, &format!("/pengelola/peran/{end}"), &[]).await;
    assert!(told.contains("sampai"), "who had it, and until when, stays: {told}");
    moderator.get("/moderasi").await.expect(StatusCode::SEE_OTHER);
    dewi(week).await.get("/moderasi").await.expect(StatusCode::FORBIDDEN);
}
