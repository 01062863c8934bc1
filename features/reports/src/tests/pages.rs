//! What people see and send.
use super::*;
use base::feature::Gallery;

pub(super) fn filled(once: &str) -> String {
    format!(
        "once={once}&title=Lampu+mati&text=Gelap&category=listrik&area={BAYAN}&visibility=anonymous"
    )
}

#[tokio::test]
async fn a_report_sent_twice_is_one_report_and_both_answers_lead_to_it() {
    on_both(setup, |app| async move {
        cast(&app).await;
        let form = read(&app, "/laporan/baru").await.2;
        let once = hidden(&form, "once");
        let (status, first, page) = write(&app, "/laporan/baru", &filled(&once)).await;
        assert_eq!(status, 303, "{page}");
        assert!(first.contains("/rahasia?kode="), "{first}");
        let (_, second, _) = write(&app, "/laporan/baru", &filled(&once)).await;
        assert_eq!(first, second);
        let other = filled(&once).replace("Gelap", "Sudah+seminggu");
        let (_, third, _) = write(&app, "/laporan/baru", &other).await;
        assert_ne!(first, third, "another text on the same form is another report");
        let shown = read(&app, &first).await.2;
        assert!(shown.contains("L-261124-") && shown.contains("meja laporan"), "{shown}");
    })
    .await;
}

#[tokio::test]
async fn an_unfinished_form_comes_back_whole_and_a_search_for_the_area_loses_nothing() {
    on_both(setup, |app| async move {
        cast(&app).await;
        let once = hidden(&read(&app, "/laporan/baru").await.2, "once");
        let form = format!(
            "once={once}&title=Lampu&text=&category=x&happened_on=2027-01-01&contact=salah"
        );
        let (status, _, page) = write(&app, "/laporan/baru", &form).await;
        assert_eq!(status, 422);
        for piece in ["value=\"Lampu\"", "value=\"salah\"", &once, "aria-invalid", "id=\"galat\""] {
            assert!(page.contains(piece), "{piece}: {page}");
        }
        for key in ["#text", "#category", "#area", "#happened_on", "#contact"] {
            assert!(page.contains(&format!("href=\"{key}\"")), "{key}");
        }
        let search = format!("once={once}&title=Lampu&area_q=bayan&act=find-area");
        let (status, _, page) = write(&app, "/laporan/baru", &search).await;
        assert_eq!(status, 200);
        assert!(page.contains("value=\"52.08.") && page.contains("value=\"Lampu\""), "{page}");
        let chosen = format!("{search}&area={BAYAN}");
        let page = write(&app, "/laporan/baru", &chosen).await.2;
        assert!(page.contains("Dinas Pekerjaan Umum"), "bodies of the area stand to choose");
    })
    .await;
}

#[tokio::test]
async fn what_may_be_the_same_is_shown_before_sending_for_sixty_days() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        send(&app, Some(&cast.sari), &draft("Lampu pasar padam")).await;
        let once = hidden(&read(&app, "/laporan/baru").await.2, "once");
        let (status, _, page) = write(&app, "/laporan/baru", &filled(&once)).await;
        assert_eq!(status, 200);
        assert!(page.contains("Lampu pasar padam") && page.contains("name=\"seen\""), "{page}");
        let elsewhere = filled(&once).replace("listrik", "air");
        assert_eq!(write(&app, "/laporan/baru", &elsewhere).await.0, 303);
        let seen = format!("{}&seen=1", filled(&once));
        assert_eq!(write(&app, "/laporan/baru", &seen).await.0, 303);
        days(&app, 61);
        let later = filled(&once).replace("Gelap", "Gelap+lagi");
        assert_eq!(write(&app, "/laporan/baru", &later).await.0, 303);
    })
    .await;
}

#[tokio::test]
async fn the_desk_and_the_officer_work_through_their_pages_to_an_answer_that_has_an_address() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let sent = send(&app, Some(&cast.sari), &draft("Lampu mati")).await;
        let desk = format!("/meja/laporan/{}", sent.id);
        assert!(get(&app, &desk, &cast.maria).await.2.contains("/periksa"));
        assert_eq!(
            post(&app, &format!("{desk}/periksa"), &cast.maria, "class=complaint").await.0,
            303
        );
        let form = get(&app, &format!("{desk}/teruskan"), &cast.maria).await.2;
        assert!(form.contains("Dinas Kesehatan"), "{form}");
        let to = format!("agency={}&way=letter", cast.roads);
        assert_eq!(post(&app, &format!("{desk}/teruskan"), &cast.maria, &to).await.0, 303);
        let inbox = get(&app, "/meja/instansi", &cast.marlina).await.2;
        assert!(inbox.contains("Lampu mati") && inbox.contains("Sisa"), "{inbox}");
        let work = format!("/meja/instansi/{}", sent.id);
        let empty = post(&app, &format!("{work}/jawab"), &cast.marlina, "text=").await;
        assert_eq!(empty.0, 422);
        let done = post(&app, &format!("{work}/jawab"), &cast.marlina, "text=Kami+ganti.").await;
        assert_eq!(done.0, 303, "{}", done.2);
        let answer = store::answers(&app.db, sent.id).await.unwrap().remove(0);
        let (status, place, _) = read(&app, &format!("/jawaban/{}", answer.id)).await;
        assert_eq!(
            (status.as_u16(), place),
            (303, format!("/laporan/{}#jawaban-{}", sent.id, answer.id))
        );
        let page = read(&app, &format!("/laporan/{}", sent.id)).await.2;
        assert!(page.contains("Ditulis oleh Siti Marlina, petugas Dinas Pekerjaan Umum"), "{page}");
        let noted = "text=Surat+kepala+dinas&on=2026-11-24";
        assert_eq!(post(&app, &format!("{desk}/jawab"), &cast.maria, noted).await.0, 303);
        let page = read(&app, &format!("/laporan/{}", sent.id)).await.2;
        assert!(page.contains("Dicatat meja laporan dari surat"), "{page}");
        let card = app.describe(Lang::INDONESIAN, answer.id.into()).await.unwrap().unwrap();
        assert_eq!(card.title, "Jawaban Dinas Pekerjaan Umum: Lampu mati");
        let steps = base::chain::members(&app, Lang::INDONESIAN, answer.id.into()).await.unwrap();
        let stages: Vec<_> = steps[0].steps.iter().filter_map(|step| step.stage).collect();
        use base::chain::Stage;
        assert_eq!(stages, [Stage::Voiced, Stage::Verified, Stage::Answered, Stage::Repaired]);
    })
    .await;
}

#[tokio::test]
async fn lists_are_narrowed_by_links_and_paged_by_key() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        for number in 0..23 {
            app.clock.advance(SignedDuration::from_secs(1));
            send(&app, Some(&cast.sari), &draft(&format!("Nomor {number}."))).await;
        }
        delivered(&app, &cast, "Diteruskan").await;
        let first = read(&app, "/laporan").await.2;
        assert!(
            first.contains("Diteruskan")
                && first.contains("Nomor 4.")
                && !first.contains("Nomor 3.")
        );
        let next = first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        let second = read(&app, next).await.2;
        assert!(
            second.contains("Nomor 3.")
                && second.contains("Nomor 0.")
                && !second.contains("Nomor 4.")
        );
        let narrow = |query: &str| {
            let path = format!("/laporan?{query}");
            let app = app.clone();
            async move { read(&app, &path).await.2 }
        };
        assert!(!narrow("keadaan=delivered").await.contains("Nomor 5."));
        assert!(narrow("keadaan=delivered").await.contains("Diteruskan"));
        assert!(narrow("jenis=air").await.contains("Belum ada laporan"));
        assert!(narrow("daerah=52.08").await.contains("Diteruskan"));
        assert!(narrow("daerah=52.01").await.contains("Belum ada laporan"));
        assert!(narrow(&format!("instansi={}", cast.roads)).await.contains("Diteruskan"));
        assert!(narrow(&format!("instansi={}", cast.health)).await.contains("Belum ada laporan"));
    })
    .await;
}

#[tokio::test]
async fn every_sample_is_rendered_in_every_language() {
    on_both(setup, |app| async move {
        for lang in app.languages.all() {
            let frame = base::web::Frame::sample(app.words(lang), app.now());
            for sample in (feature().gallery)(&Gallery { frame }) {
                assert!(sample.html.contains("</html>"), "{}: {}", sample.name, sample.html);
                assert!(
                    !sample.html.contains(">[report") && !sample.html.contains("=\"["),
                    "{}",
                    sample.name
                );
            }
        }
    })
    .await;
}
