//! What a repair must show, and how a body shows it.
use super::{files::answers, *};
use base::testing::files::{self as sent, silence};

const JPEG: &[u8] = include_bytes!("../../../../suara/demo/pictures/jembatan-600.jpg");

async fn send_with(
    app: &App,
    (path, who): (&str, &Person),
    fields: &[(&str, &str)],
    file: (&str, &[u8]),
) -> Seen {
    sent::post(&site(app), (path, &who.token), fields, file).await
}

#[tokio::test]
async fn a_repair_without_a_page_or_a_picture_that_shows_it_is_none() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let bare = say(&app, sent.id, AnswerKind::Repair, Said::words("Diganti.")).await;
        assert_eq!(key(bare), "error-report-proof");
        for (side, who) in [("instansi", &cast.marlina), ("laporan", &cast.maria)] {
            let path = format!("/meja/{side}/{}/perbaikan", sent.id);
            let (status, _, page) = post(&app, &path, who, "text=Lampu+diganti").await;
            assert_eq!(status, 422, "{page}");
            assert!(page.contains("Beri buktinya"), "{page}");
            assert!(page.contains("Lampu diganti"), "what was typed stays: {page}");
            let link = "text=&link=https://pu.example/1";
            assert_eq!(post(&app, &path, who, link).await.0, 422, "a page without words is none");
        }
        assert_eq!(report(&app, sent.id).await.state, State::Delivered);
        say(&app, sent.id, AnswerKind::Repair, mended("Diganti.")).await.unwrap();
        assert_eq!(report(&app, sent.id).await.state, State::Repaired);
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_the_proof_and_shows_on_the_report_and_on_its_whole_way() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let path = format!("/meja/instansi/{}/perbaikan", sent.id);
        let form = get(&app, &path, &cast.marlina).await.2;
        assert!(form.contains("multipart/form-data") && form.contains("type=\"file\""), "{form}");
        let once = hidden(&form, "once");
        let who = (path.as_str(), &cast.marlina);
        let fields = [("once", once.as_str()), ("text", "Lampu diganti.")];
        let (status, _, page) = send_with(&app, who, &fields, ("a.jpg", b"PK\x03\x04")).await;
        assert_eq!(status, 422);
        assert!(page.contains("a.jpg: Berkas ini bukan foto"), "{page}");
        let first = [&fields[..], &[("act", "attach")]].concat();
        let (status, _, page) = send_with(&app, who, &first, ("a.jpg", JPEG)).await;
        assert_eq!(status, 200, "{page}");
        assert!(page.contains("<img") && page.contains("Lampu diganti."), "{page}");
        let (status, _, page) = send_with(&app, who, &fields, ("", b"")).await;
        assert_eq!(status, 303, "{page}");
        let answer = store::answers(&app.db, sent.id).await.unwrap().remove(0);
        let one = media::list(&app.db, answer.id.into()).await.unwrap().remove(0);
        let seen = one.thumbnail().unwrap().jpeg;
        assert!(read(&app, &format!("/laporan/{}", sent.id)).await.2.contains(&seen));
        assert_eq!(answers(&app, &seen).await, 200);
        let steps = (feature().chain.unwrap().steps)(&app, Lang::INDONESIAN, sent.id.into());
        let shown = steps.await.unwrap().into_iter().find_map(|step| step.picture);
        assert_eq!(shown.unwrap().jpeg, seen);
        let own = get(&app, &format!("/laporan/{}/rahasia", sent.id), &cast.sari).await.2;
        assert!(own.contains("/lampiran/"), "its sender sees it: {own}");

        let personal = base::feature::Verdict::Hide(base::offences::Offence::PersonalData);
        let mut tx = app.db.begin().await.unwrap();
        let levers = feature().levers.unwrap();
        (levers.set_shown)(&app, &mut tx, answer.id.into(), personal).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!read(&app, &format!("/laporan/{}", sent.id)).await.2.contains("/gambar/"));
        assert_eq!(answers(&app, &seen).await, 404, "it is hidden with what it shows");
    })
    .await;
}

#[tokio::test]
async fn the_desk_shows_the_letter_that_it_notes() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = delivered(&app, &cast, "Lampu mati").await;
        let path = format!("/meja/laporan/{}/jawab", sent.id);
        let once = hidden(&get(&app, &path, &cast.maria).await.2, "once");
        let fields = [("once", once.as_str()), ("text", "Surat kepala dinas.")];
        let sound = silence();
        let done = send_with(&app, (&path, &cast.maria), &fields, ("surat.wav", &sound)).await;
        assert_eq!(done.0, 303, "{}", done.2);
        let page = read(&app, &format!("/laporan/{}", sent.id)).await.2;
        assert!(page.contains("<audio controls"), "{page}");
        for deed in ["terima", "kembalikan", "tanya"] {
            let form = get(&app, &format!("/meja/laporan/{}/{deed}", sent.id), &cast.maria).await.2;
            assert!(!form.contains("type=\"file\""), "{deed}: {form}");
        }
    })
    .await;
}
