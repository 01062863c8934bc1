//! Pictures and recordings with a report: they wait with it, show with it, and are hidden with it.
use super::*;
use axum::{body::Body, http::Request};
use base::testing::files::{self, silence};
use media::What;

/// A form with one file, as browsers send it.
async fn send_with(app: &App, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Seen {
    files::post(&site(app), (path, ""), fields, file).await
}

fn whole_form<'a>(once: &'a str, area: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("once", once),
        ("title", "Lampu mati"),
        ("text", "Gelap"),
        ("category", "listrik"),
        ("area", area),
        ("visibility", "anonymous"),
    ]
}

async fn paths(app: &App, report: ReportId) -> Vec<(String, String)> {
    let attached = media::list(&app.db, report.into()).await.unwrap();
    let mut found = vec![];
    for one in attached {
        let What::Recording(recording) = one.what else { panic!("no recording") };
        let name = recording.path.rsplit('/').next().unwrap().to_owned();
        found.push((recording.path, format!("/lampiran/{}/{name}", one.secret)));
    }
    found
}

#[tokio::test]
async fn a_recording_waits_with_its_letter_is_heard_by_its_sender_and_the_desk_and_shows_with_it() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let once = hidden(&read(&app, "/laporan/baru").await.2, "once");
        let area = BAYAN.to_string();
        // What is no recording is refused with a sentence, and nothing that was typed is lost.
        let fields = whole_form(&once, &area);
        let (status, _, page) =
            send_with(&app, "/laporan/baru", &fields, ("a.jpg", b"PK\x03\x04")).await;
        assert_eq!(status, 422);
        assert!(
            page.contains("a.jpg: Berkas ini bukan foto") && page.contains("Lampu mati"),
            "{page}"
        );
        // Uploaded first, it stands in the form with words for it.
        let first = [&fields[..], &[("act", "attach")]].concat();
        let (status, _, page) =
            send_with(&app, "/laporan/baru", &first, ("a.wav", &silence())).await;
        assert_eq!(status, 200);
        assert!(page.contains("<audio controls") && page.contains("name=\"transcript-"), "{page}");
        let (status, place, page) = send_with(&app, "/laporan/baru", &fields, ("", b"")).await;
        assert_eq!(status, 303, "{page}");
        let id: ReportId = place.split('/').nth(2).unwrap().parse().unwrap();
        let (open, secret) = paths(&app, id).await.remove(0);
        assert_eq!(read(&app, &open).await.0, 404, "it waits with the letter");
        let own = read(&app, &place).await.2;
        assert!(own.contains(&secret) && !own.contains(&open), "{own}");
        assert_eq!(answers(&app, &secret).await, 200);
        let desk = get(&app, &format!("/meja/laporan/{id}"), &cast.maria).await.2;
        assert!(desk.contains(&secret), "{desk}");
        verify(&app, id, Class::Complaint).await.unwrap();
        let page = read(&app, &format!("/laporan/{id}")).await.2;
        assert!(page.contains(&open) && !page.contains(&secret), "{page}");
        assert_eq!(answers(&app, &open).await, 200);
        hide(&app, id).await;
        assert_eq!(answers(&app, &open).await, 404, "it is hidden with its report");
    })
    .await;
}

#[tokio::test]
async fn its_sender_adds_until_the_desk_took_it_up_and_takes_away_at_any_time() {
    on_both(setup, |app| async move {
        cast(&app).await;
        let once = hidden(&read(&app, "/laporan/baru").await.2, "once");
        let area = BAYAN.to_string();
        let fields = whole_form(&once, &area);
        let (_, place, _) = send_with(&app, "/laporan/baru", &fields, ("", b"")).await;
        let id: ReportId = place.split('/').nth(2).unwrap().parse().unwrap();
        let files = place.replace("/rahasia", "/rahasia/lampiran");
        assert_eq!(read(&app, &files.replace("kode=", "kode=x")).await.0, 404);
        let once = hidden(&read(&app, &files).await.2, "once");
        let (status, _, page) =
            send_with(&app, &files, &[("once", &once)], ("a.wav", &silence())).await;
        assert_eq!(status, 303, "{page}");
        let one = media::list(&app.db, id.into()).await.unwrap().remove(0);
        verify(&app, id, Class::Complaint).await.unwrap();
        let shown = read(&app, &files).await.2;
        assert!(!shown.contains("type=\"file\"") && shown.contains("Hapus berkas ini"), "{shown}");
        send_with(&app, &files, &[("once", &once)], ("b.wav", &silence())).await;
        assert_eq!(media::list(&app.db, id.into()).await.unwrap().len(), 1, "no more after that");
        let gone = [("once", once.as_str()), (&one.field("remove"), "1")];
        assert_eq!(send_with(&app, &files, &gone, ("", b"")).await.0, 303);
        base::jobs::run_due(&app).await.unwrap();
        assert!(media::list(&app.db, id.into()).await.unwrap().is_empty());
        assert!(app.blobs.all().unwrap().is_empty(), "really gone");
    })
    .await;
}

async fn hide(app: &App, id: ReportId) {
    let verdict = base::feature::Verdict::Hide(base::offences::Offence::ALL[0]);
    let mut tx = app.db.begin().await.unwrap();
    (crate::subjects::LEVERS.set_shown)(app, &mut tx, id.into(), verdict).await.unwrap();
    tx.commit().await.unwrap();
}

pub(super) async fn answers(app: &App, path: &str) -> u16 {
    let request = Request::get(path).body(Body::empty()).unwrap();
    tower::ServiceExt::oneshot(site(app), request).await.unwrap().status().as_u16()
}

#[tokio::test]
async fn no_row_of_a_file_says_who_sent_it_with_an_anonymous_report() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let once = hidden(&get(&app, "/laporan/baru", &cast.sari).await.2, "once");
        let area = BAYAN.to_string();
        let form = files::form(&whole_form(&once, &area), ("a.wav", &silence()));
        let request = Request::post("/laporan/baru").header("content-type", files::TYPE);
        let request = request.header("cookie", format!("sesi={}", cast.sari.token));
        let (status, place, page) =
            browse::ask(&site(&app), request.body(Body::from(form)).unwrap()).await;
        assert_eq!(status, 303, "{page}");
        let id: ReportId = place.split('/').nth(2).unwrap().parse().unwrap();
        assert_eq!(media::list(&app.db, id.into()).await.unwrap().len(), 1);
        assert_eq!(store::sender(&app.db, id).await.unwrap().unwrap().person, Some(cast.sari.id));
        let (named,) = base::db::Reads::one::<(i64,)>(
            &app.db,
            base::sql!(
                "SELECT (SELECT COUNT(*) FROM attachments WHERE person_id IS NOT NULL)
                      + (SELECT COUNT(*) FROM recordings WHERE person_id IS NOT NULL)
                      + (SELECT COUNT(*) FROM pictures WHERE person_id IS NOT NULL)"
            ),
            base::values![],
        )
        .await
        .unwrap();
        assert_eq!(named, 0);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_was_still_being_read_when_the_desk_verified_is_not_published() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let once = hidden(&read(&app, "/laporan/baru").await.2, "once");
        let area = BAYAN.to_string();
        let fields = whole_form(&once, &area);
        let (_, place, _) = send_with(&app, "/laporan/baru", &fields, ("", b"")).await;
        let id: ReportId = place.split('/').nth(2).unwrap().parse().unwrap();
        let path = place.replace("/rahasia", "/rahasia/lampiran");
        let once = hidden(&read(&app, &path).await.2, "once");
        let mut tx = app.db.begin().await.unwrap();
        let seen = actions::find(&mut tx, id).await.unwrap();
        let sending = tokio::spawn({
            let app = app.clone();
            async move { send_with(&app, &path, &[("once", &once)], ("a.wav", &silence())).await }
        });
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        let by = Act::desk(app.now(), Some(cast.maria.id));
        let class = (Class::Complaint, None);
        actions::verify(&app, &mut tx, &seen, &by, class).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(sending.await.unwrap().0, 409);
        assert!(media::list(&app.db, id.into()).await.unwrap().is_empty());
    })
    .await;
}
