//! Talk of the week: written while signed out, waiting, answered, mended, withdrawn.
use super::week::{Week, comment_count, comment_id, hidden, page, refused, seen, send};
use crate::site::Site;
use axum::http::StatusCode;

pub const WAITS: &str = "Warung saya tidak tahu harga ikan sejak radio diam.";
const THANKS: &str = "Terima kasih, Swara Muara.";

/// The form below a story, filled.
async fn form(reader: &Site, story: &str, text: &str) -> Vec<(&'static str, String)> {
    let shown = page(reader, story).await;
    vec![
        ("subject", hidden(&shown, "subject")),
        ("once", hidden(&shown, "once")),
        ("text", text.to_owned()),
    ]
}

fn fields<'a>(form: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

pub async fn lina_writes_first_and_signs_in_when_sending(week: &Week) {
    let story = week.radio().await;
    let before = comment_count(&page(&week.site, &story).await);
    let form = form(&week.site, &story, THANKS).await;
    let form = fields(&form);
    let parked = week.site.post("/komentar", &form).await.expect(StatusCode::SEE_OTHER);
    let next = parked.location.split("lanjut=").nth(1).unwrap().split('&').next().unwrap();
    let next = next.replace("%2F", "/").replace("%3F", "?").replace("%3D", "=");
    let password = suara::demo::PASSWORD;
    let door = [("contact", "lina@suara.example"), ("password", password), ("next", &next)];
    let browser = week.browser_of("lina@suara.example");
    let signed_in = browser.post("/masuk", &door).await.expect(StatusCode::SEE_OTHER);
    let elsewhere = week.inside(&signed_in);
    elsewhere.get(&signed_in.location).await.expect(StatusCode::NOT_FOUND);
    let cookies = format!("{}; {}", signed_in.cookie.unwrap(), parked.cookie.unwrap());
    let lina = week.site.with_cookie(&cookies);
    assert!(seen(&lina, &signed_in.location).await.contains(THANKS), "nothing is lost");
    for _ in 0..2 {
        let told = send(&lina, "/komentar", &form).await;
        assert!(told.contains("Komentar Anda sudah tampil"), "{told}");
    }
    let shown = page(&week.site, &story).await;
    assert_eq!(shown.matches(THANKS).count(), 1, "sent twice, it stands once");
    assert_eq!(comment_count(&shown), before + 1);
}

pub async fn dewi_s_first_comment_waits_and_only_she_sees_it(week: &Week, dewi: &Site) -> String {
    let story = week.radio().await;
    let form = form(dewi, &story, WAITS).await;
    let told = send(dewi, "/komentar", &fields(&form)).await;
    assert!(told.contains("Moderator memeriksanya dulu"), "{told}");
    assert!(!page(&week.site, &story).await.contains(WAITS));
    let own = page(dewi, &story).await;
    assert!(own.contains("Menunggu moderator"));
    comment_id(&own, WAITS)
}

/// Sends an answer to a comment; the id of the answer.
async fn answer(reader: &Site, story: &str, (to, text): (&str, &str)) -> String {
    let mut form = form(reader, story, text).await;
    form.push(("parent", to.to_owned()));
    let told = send(reader, "/komentar", &fields(&form)).await;
    assert!(told.contains("Komentar Anda sudah tampil"), "{told}");
    comment_id(&page(reader, story).await, text)
}

pub async fn lina_answers_and_dewi_answers_her(week: &Week, dewi: &Site, comment: &str) -> String {
    let story = week.radio().await;
    let lina = week.cast("lina").await;
    let asks = answer(&lina, &story, (comment, "Di pasar dibacakan pukul lima, Bu.")).await;
    let thanks = answer(dewi, &story, (&asks, "Besok saya datang pukul lima.")).await;
    let shown = page(&week.site, &story).await;
    let at = |id: &str| shown.find(&format!("id=\"k-{id}\"")).unwrap();
    assert!(at(comment) < at(&asks) && at(&asks) < at(&thanks), "answers stand below");
    thanks
}

pub async fn dewi_mends_her_answer_until_the_window_closes(week: &Week, dewi: &Site, answer: &str) {
    let story = week.radio().await;
    let edit = format!("/komentar/{answer}/ubah");
    let mended = [("text", "Besok saya datang pukul empat.")];
    week.minutes_pass(9);
    send(dewi, &edit, &mended).await;
    let shown = page(&week.site, &story).await;
    assert!(shown.contains("pukul empat") && shown.contains("Disunting"));
    let earlier = format!("/komentar/{answer}/edisi");
    assert!(seen(dewi, &earlier).await.contains("Besok saya datang pukul lima."));
    week.cast("lina").await.get(&earlier).await.expect(StatusCode::FORBIDDEN);
    week.minutes_pass(2);
    let late = refused(dewi, &edit, &[("text", "Besok saya datang.")]).await;
    assert!(late.contains("Waktu untuk mengubah komentar ini sudah lewat"), "{late}");
    assert!(late.contains("Besok saya datang."), "what was typed stays");
    assert!(page(&week.site, &story).await.contains("pukul empat"));
}

pub async fn dewi_withdraws_her_answer_and_its_place_stays(week: &Week, dewi: &Site, answer: &str) {
    let story = week.radio().await;
    let before = comment_count(&page(&week.site, &story).await);
    let path = format!("/komentar/{answer}/tarik");
    week.cast("lina").await.post(&path, &[]).await.expect(StatusCode::FORBIDDEN);
    send(dewi, &path, &[]).await;
    let shown = page(&week.site, &story).await;
    assert!(!shown.contains("pukul empat") && shown.contains("ditarik penulisnya"));
    assert_eq!(comment_count(&shown), before - 1);
}
