//! The moderators' desk of the week: what waits, what was flagged, and what becomes public of it.
use super::{
    account::DEWI,
    talk::WAITS,
    week::{Week, comment_count, comment_id, page, refused, seen, send},
};
use axum::http::StatusCode;

const RULING: &str = "/moderasi/putusan";

pub async fn yustus_shows_what_waits(week: &Week, comment: &str) {
    let story = week.radio().await;
    let before = comment_count(&page(&week.site, &story).await);
    let yustus = week.cast("yustus").await;
    assert!(seen(&yustus, "/moderasi").await.contains(WAITS));
    week.cast("lina").await.get("/moderasi").await.expect(StatusCode::FORBIDDEN);
    let subject = format!("comment-{comment}");
    let ruling = [("subject", subject.as_str()), ("act", "show")];
    let told = send(&yustus, RULING, &ruling).await;
    assert!(told.contains("Sudah ditayangkan"), "{told}");
    yustus.post(RULING, &ruling).await.expect(StatusCode::CONFLICT);
    let shown = page(&week.site, &story).await;
    assert!(shown.contains(WAITS));
    assert_eq!(comment_count(&shown), before + 1);
    let letter = week.letter_to(DEWI).await;
    assert!(letter.body.contains(&format!("/komentar/{comment}")), "where it stands: {letter:?}");
}

/// A flagged comment and the number that its reader was told.
pub struct Flagged {
    text: String,
    subject: String,
    number: String,
}

const READER: &str = "pembaca@suara.example";

/// Two of the oldest comments under the story of the fish.
pub async fn readers_without_an_account_flag_two_comments(week: &Week) -> Vec<Flagged> {
    let story = week.story("ratusan-ikan-mati").await;
    let shown = page(&week.site, &story).await;
    let thread = shown.split("class=\"thread\"").nth(1).unwrap();
    let texts = thread.split("</p>\n<p>").skip(1).filter_map(|rest| rest.split("</p>").next());
    let mut flagged = vec![];
    for (text, email) in texts.take(2).zip([READER, ""]) {
        let subject = format!("comment-{}", comment_id(&shown, text));
        let path = format!("/tandai/{subject}");
        let empty = refused(&week.site, &path, &[("words", "Ini salah."), ("email", email)]).await;
        assert!(empty.contains("Pilih apa yang salah") && empty.contains("Ini salah."), "{empty}");
        let form = [("reason", "lie"), ("words", "Ini salah."), ("email", email)];
        let sent = week.site.post(&path, &form).await.expect(StatusCode::SEE_OTHER);
        let number = sent.location.split("nomor=").nth(1).unwrap().split('&').next().unwrap();
        assert!(seen(&week.site, &sent.location).await.contains("Menunggu"));
        flagged.push(Flagged { text: text.to_owned(), subject, number: number.to_owned() });
    }
    flagged
}

pub async fn one_is_hidden_the_other_kept_and_both_numbers_tell_it(
    week: &Week,
    flagged: &[Flagged],
) {
    let [hidden, kept] = flagged else { panic!("{} flags", flagged.len()) };
    week.minutes_pass(90);
    let yustus = week.cast("yustus").await;
    let without_reason = [("subject", hidden.subject.as_str()), ("act", "hide"), ("reason", "")];
    let again = refused(&yustus, RULING, &without_reason).await;
    assert!(again.contains("Pilih alasan dulu"), "{again}");
    let hide = [("subject", hidden.subject.as_str()), ("act", "hide"), ("reason", "lie")];
    send(&yustus, RULING, &hide).await;
    send(&yustus, RULING, &[("subject", &kept.subject), ("act", "keep")]).await;

    let outcome = async |flag: &Flagged| {
        seen(&week.site, &format!("/tandai/nomor?nomor={}", flag.number)).await
    };
    assert!(outcome(hidden).await.contains("Ditindak"));
    assert!(outcome(kept).await.contains("Tetap tampil"));
    let shown = page(&week.site, &week.story("ratusan-ikan-mati").await).await;
    assert!(!shown.contains(&hidden.text) && shown.contains(&kept.text));
    assert!(shown.contains("disembunyikan moderator"), "a stub stays where it stood");
    let log = seen(&week.site, "/catatan-moderasi").await;
    assert!(log.contains("Alasan: berita bohong") && log.contains("Diperiksa, tidak diubah"));
    assert!(!log.contains("Yustus") && !log.contains("Ini salah."), "the log names nobody");
    let letters = week.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.to == READER).count(), 1);
    assert_eq!(letters.len(), 2, "to the one who flagged, and to the one who wrote");
}
