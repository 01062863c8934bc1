//! Accounts of the week: the first administrator, a newcomer, a forgotten password, new terms.
use super::week::{Week, code, hidden, page, refused, seen, send};
use crate::site::Site;
use axum::http::StatusCode;

pub const DEWI: &str = "dewi@suara.example";
pub const FIRST: &str = "kopi pahit di dermaga";
const LATER: &str = "Saya tulis sebelum menyetujui.";
pub const SECOND: &str = "perahu bocor tiga kali";

pub async fn bagus_becomes_the_first_administrator(week: &Week) -> Site {
    let link = people::first_administrator_path(&week.site.app).await.unwrap().unwrap();
    let key = link.split("kunci=").nth(1).unwrap();
    let form = [
        ("key", key),
        ("name", "Bagus Prasetya"),
        ("email", "kantor@suara.example"),
        ("password", "mesin di ruang belakang"),
    ];
    let made = week.site.post("/pengelola/pertama", &form).await.expect(StatusCode::SEE_OTHER);
    let bagus = week.inside(&made);
    assert!(page(&bagus, "/pengelola").await.contains("/pengelola/orang"));
    week.site.post("/pengelola/pertama", &form).await.expect(StatusCode::CONFLICT);
    bagus
}

fn sign_up<'a>(name: &'a str, contact: &'a str, password: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("name", name),
        ("contact", contact),
        ("password", password),
        ("age", "adult"),
        ("agrees", "1"),
    ]
}

async fn join(week: &Week, name: &str, contact: &str) -> Site {
    let form = sign_up(name, contact, FIRST);
    let sent = week.site.post("/daftar", &form).await.expect(StatusCode::SEE_OTHER);
    let ticket = sent.location.split("tiket=").nth(1).unwrap();
    let code = code(&week.letter_to(contact).await);
    let wrong = if code == "000000" { "111111" } else { "000000" };
    let path = "/daftar/konfirmasi";
    let again = refused(&week.site, path, &[("ticket", ticket), ("code", wrong)]).await;
    assert!(again.contains("Kode tidak cocok"), "{again}");
    let typed = [("ticket", ticket), ("code", &code)];
    let joined = week.browser_of(contact).post(path, &typed).await.expect(StatusCode::SEE_OTHER);
    week.site.post(path, &typed).await.expect(StatusCode::CONFLICT);
    week.inside(&joined)
}

pub async fn dewi_joins_with_the_code_from_her_letter(week: &Week) -> Site {
    let all = refused(&week.site, "/daftar", &[("name", "Dewi Anggraini")]).await;
    assert!(all.contains("4 isian perlu diperbaiki"), "everything at once: {all}");
    let dewi = join(week, "Dewi Anggraini", DEWI).await;
    assert!(seen(&dewi, "/akun").await.contains(DEWI));
    assert!(!seen(&week.site, "/redaksi").await.contains(DEWI));
    let taken = sign_up("Dewi Lain", DEWI, "bambu runcing di sawah");
    week.site.post("/daftar", &taken).await.expect(StatusCode::SEE_OTHER);
    let letter = week.letter_to(DEWI).await;
    assert!(letter.subject.contains("Ada yang mendaftar"), "only the owner learns of it");
    dewi
}

pub async fn dewi_recovers_her_account_with_a_code_that_lives_fifteen_minutes(week: &Week) {
    let before = week.inside(&week.knock(DEWI, FIRST).await);
    let late = ask_for_code(week).await;
    week.minutes_pass(16);
    week.site.post("/pulihkan/kode", &late.form()).await.expect(StatusCode::CONFLICT);
    let in_time = ask_for_code(week).await;
    let told = send(&week.site, "/pulihkan/kode", &in_time.form()).await;
    assert!(told.contains("Kata sandi baru tersimpan"), "{told}");
    let letter = week.letter_to(DEWI).await;
    assert!(letter.subject.starts_with("Kata sandi"), "the owner is told: {letter:?}");
    let gone = before.get("/akun").await.expect(StatusCode::SEE_OTHER);
    assert!(gone.location.starts_with("/masuk"), "every old session has ended");
    week.knock(DEWI, FIRST).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
    week.knock(DEWI, SECOND).await.expect(StatusCode::SEE_OTHER);
    week.site.post("/pulihkan", &[("contact", "tidak@ada.example")]).await;
    assert!(week.letters().await.is_empty(), "who has no account gets no letter");
}

struct Recovery {
    ticket: String,
    code: String,
}

impl Recovery {
    fn form(&self) -> [(&str, &str); 3] {
        [("ticket", &self.ticket), ("code", &self.code), ("new_password", SECOND)]
    }
}

async fn ask_for_code(week: &Week) -> Recovery {
    let sent = week.site.post("/pulihkan", &[("contact", DEWI)]).await;
    let sent = sent.expect(StatusCode::SEE_OTHER).location;
    let ticket = sent.split("tiket=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    Recovery { ticket, code: code(&week.letter_to(DEWI).await) }
}

pub async fn new_terms_bind_who_joins_after_them(week: &Week, bagus: &Site) {
    let desk = "/pengelola/halaman/syarat/id";
    let form = page(bagus, desk).await;
    let before: i64 = hidden(&form, "after").parse().unwrap();
    let draft = [
        ("after", hidden(&form, "after")),
        ("title", "Syarat".to_owned()),
        ("description", "Apa yang kita sepakati.".to_owned()),
        ("body", "Tulislah yang Anda lihat sendiri.".to_owned()),
        ("why", "Warga meminta kalimat yang lebih pendek.".to_owned()),
    ];
    let draft: Vec<(&str, &str)> = draft.iter().map(|(name, text)| (*name, &**text)).collect();
    send(bagus, desk, &draft).await;
    let version = |number: i64| format!("Syarat versi {number}");
    assert!(seen(&week.site, "/daftar").await.contains(&version(before + 1)));
    assert!(!seen(&week.site, &format!("/syarat?versi={before}")).await.contains("lihat sendiri"));
    let wayan = join(week, "Wayan Sukerta", "wayan@suara.example").await;
    assert!(seen(&wayan, "/akun").await.contains(&version(before + 1)));
    let dewi = week.inside(&week.knock(DEWI, SECOND).await);
    let account = seen(&dewi, "/akun").await;
    assert!(account.contains(&version(before)) && !account.contains(&version(before + 1)));
}

/// A report takes no account; who has one agrees first, as for a comment.
pub async fn a_report_waits_for_its_sender_to_agree_and_is_sent_once(week: &Week) {
    let lina = week.cast("lina").await;
    let shown = page(&lina, "/laporan/baru").await;
    let title = "Keran umum Dusun Hulu mati sejak Senin";
    let form = [
        ("once", &*hidden(&shown, "once")),
        ("title", title),
        ("text", LATER),
        ("category", "air"),
        ("area", "99.01.01.2002"),
        ("visibility", "open"),
    ];
    let kept = lina.post("/laporan/baru", &form).await.expect(StatusCode::SEE_OTHER);
    assert!(kept.location.starts_with("/akun/syarat?lanjut="), "{}", kept.location);
    let lina = lina.and(&kept);
    let asked = page(&lina, &kept.location).await;
    let agrees = [
        ("version", &*hidden(&asked, "version")),
        ("next", &hidden(&asked, "next")),
        ("agrees", "1"),
    ];
    let agreed = lina.post("/akun/syarat", &agrees).await.expect(StatusCode::SEE_OTHER);
    let again = page(&lina, &agreed.location).await;
    assert!(again.contains(LATER) && again.contains(title), "nothing is lost: {again}");
    let key = agreed.location.split("kunci=").nth(1).unwrap();
    for _ in 0..2 {
        let sent = lina.post(&format!("/laporan/baru?kunci={key}"), &form).await;
        assert!(sent.expect(StatusCode::SEE_OTHER).location.contains("/rahasia?kode="));
    }
    assert_eq!(seen(&lina, "/laporan/ikuti").await.matches(title).count(), 1, "sent once");
    lina.get(&agreed.location).await.expect(StatusCode::NOT_FOUND);
    week.site.post("/laporan/baru", &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(week.letter_to("lina@suara.example").await.body.contains("L-"), "its number");
}

/// The administrator too: who saved the terms has not agreed to them yet.
pub async fn members_agree_to_new_terms_before_they_write(week: &Week, bagus: &Site) {
    let dewi = week.inside(&week.knock(DEWI, SECOND).await);
    for (member, path) in [(&dewi, "/komentar"), (bagus, "/pengelola/rubrik/baru")] {
        let kept = member.post(path, &[("text", LATER)]).await.expect(StatusCode::SEE_OTHER);
        assert!(kept.location.starts_with("/akun/syarat?lanjut="), "{}", kept.location);
        let member = member.and(&kept);
        let asked = page(&member, &kept.location).await;
        assert!(asked.contains("Warga meminta kalimat yang lebih pendek."), "what changed");
        let (version, next) = (hidden(&asked, "version"), hidden(&asked, "next"));
        let form = [("version", version.as_str()), ("next", &next)];
        let again = refused(&member, "/akun/syarat", &form).await;
        assert!(again.contains("Centang dulu"), "{again}");
        let agrees = [form[0], form[1], ("agrees", "1")];
        assert!(send(&member, "/akun/syarat", &agrees).await.contains(LATER), "nothing is lost");
        assert!(seen(&member, "/akun").await.contains(&format!("Syarat versi {version}")));
    }
}
