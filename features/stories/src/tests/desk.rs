//! The editors' desk: two flags, notes, questions with a deadline, what goes out unverified, what goes out at its hour.
use super::{
    berita,
    drafts::{STORY, newsroom, only_draft, read, send, verified},
    tirtawana,
};
use crate::{DraftState, store};
use axum::http::StatusCode;
use base::{
    app::App,
    deadlines,
    ids::{DraftId, PersonId},
    jobs::run_due,
    testing::on_both,
};
use jiff::SignedDuration;

async fn sent(app: &App) -> DraftId {
    tirtawana(app).await;
    berita(app).await;
    send(app, "/tulisan/baru", "sari", STORY).await;
    only_draft(app).await
}

async fn story_page(app: &App, place: &str) -> String {
    let (_, place, _) = read(app, place, "").await;
    read(app, &place, "").await.2
}

async fn state(app: &App, id: DraftId) -> DraftState {
    store::draft(&app.db, id).await.unwrap().unwrap().state
}

#[tokio::test]
async fn an_editor_edits_under_their_own_name_and_a_changed_text_is_approved_anew() {
    on_both(newsroom, |app| async move {
        let id = sent(&app).await;
        let desk = format!("/meja/tulisan/{id}");
        assert_eq!(
            send(&app, &format!("{desk}/verifikasi"), "ketut", "").await.0,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        verified(&app, id).await;
        let edit = format!("/naskah/{id}/ubah");
        let form = STORY.replace("memutar.", "memutar+jauh.") + "&act=save&version=1";
        assert_eq!(send(&app, &edit, "maria", &form).await.0, StatusCode::FORBIDDEN);
        // The writer's hands are off while it lies on the desk: the text is kept beside.
        assert_eq!(send(&app, &edit, "sari", &form).await.0, StatusCode::CONFLICT);
        let form = form.replace("version=1", "version=2");
        assert_eq!(send(&app, &edit, "ketut", &form).await.0, StatusCode::SEE_OTHER);
        let row = store::draft(&app.db, id).await.unwrap().unwrap();
        assert!(row.approved_at.is_none() && row.verified_at.is_some());
        let newest = store::newest_version(&app.db, id, false).await.unwrap().unwrap();
        assert_eq!(newest.person, PersonId(2));
        let out = format!("{desk}/terbitkan");
        assert_eq!(send(&app, &out, "ketut", "").await.0, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_note_stands_at_its_paragraph_and_its_writer_answers() {
    on_both(newsroom, |app| async move {
        let id = sent(&app).await;
        let desk = format!("/meja/tulisan/{id}");
        let note = "paragraph=1&note=Berapa+anak%3F";
        assert_eq!(
            send(&app, &format!("{desk}/catatan"), "maria", note).await.0,
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            send(&app, &format!("{desk}/catatan"), "ketut", note).await.0,
            StatusCode::SEE_OTHER
        );
        let page = read(&app, &format!("/naskah/{id}"), "sari").await.2;
        let (paragraph, note_at) = (page.find("</strong> memutar."), page.find("Berapa anak?"));
        assert!(paragraph.unwrap() < note_at.unwrap(), "below its paragraph");
        let notes = store::notes(&app.db, id).await.unwrap();
        let answer = format!("/naskah/{id}/catatan/{}", base::ids::short(notes[0].id));
        assert_eq!(send(&app, &answer, "maria", "note=x").await.0, StatusCode::FORBIDDEN);
        assert_eq!(send(&app, &answer, "sari", "note=143+anak.").await.0, StatusCode::SEE_OTHER);
        assert!(read(&app, &desk, "ketut").await.2.contains("143 anak."));
        let settle = format!("{desk}/catatan/{}", base::ids::short(notes[0].id));
        assert_eq!(send(&app, &settle, "ketut", "").await.0, StatusCode::SEE_OTHER);
        assert_eq!(send(&app, &settle, "ketut", "").await.0, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn unverified_only_with_all_four_conditions_a_notice_at_the_end_and_a_task_until_it_is_settled()
 {
    on_both(newsroom, |app| async move {
        let id = sent(&app).await;
        let desk = format!("/meja/tulisan/{id}");
        let out = format!("{desk}/terbitkan");
        send(&app, &format!("{desk}/setujui"), "ketut", "").await;
        let four =
            "urgent=Sungai+naik&source=Kepala+dusun&unreachable=Kantor+tutup&notice=Jumlah+korban";
        for field in ["urgent", "source", "unreachable", "notice"] {
            let three = four.replace(&format!("{field}="), "lain=");
            let seen = send(&app, &out, "ketut", &three).await;
            assert_eq!(seen.0, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        }
        let (status, place, _) = send(&app, &out, "ketut", four).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let page = story_page(&app, &place).await;
        let notice = "<em>(Verifikasi masih dilakukan: Jumlah korban)</em>";
        assert!(page.contains(notice) && page.contains("Belum terverifikasi"), "{page}");
        assert!(!page.contains("Kepala dusun"), "what the desk noted is the desk's");
        assert!(read(&app, "/meja/tulisan", "ketut").await.2.contains("Jumlah korban"));
        assert!(!read(&app, "/meja/tulisan", "maria").await.2.contains("Jumlah korban"));

        // The later story tells what was found; both pages say so.
        let later = STORY.replace("Jembatan+putus", "Korban+terhitung");
        let (_, second, _) = send(&app, "/tulisan/baru", "sari", &later).await;
        let second: DraftId = second.trim_start_matches("/naskah/").parse().unwrap();
        verified(&app, second).await;
        let (_, told, _) =
            send(&app, &format!("/meja/tulisan/{second}/terbitkan"), "ketut", "").await;
        let settle = format!("{desk}/lengkapi");
        let own = format!("update={place}");
        assert_eq!(send(&app, &settle, "ketut", &own).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        let seen =
            send(&app, &settle, "ketut", &format!("update=http://suara.example{told}/judul")).await;
        assert_eq!(seen.0, StatusCode::SEE_OTHER);
        let page = story_page(&app, &place).await;
        assert!(!page.contains(notice) && page.contains("Korban terhitung"));
        assert!(story_page(&app, &told).await.contains("Jembatan putus"));
        assert!(store::open_tasks(&app.db, 10).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_planned_story_goes_out_at_its_hour_once_and_not_when_the_plan_was_taken_back() {
    on_both(newsroom, |app| async move {
        let id = sent(&app).await;
        let desk = format!("/meja/tulisan/{id}");
        let out = format!("{desk}/terbitkan");
        verified(&app, id).await;
        let past = "publish_at=2026-11-24T09%3A59";
        assert_eq!(send(&app, &out, "ketut", past).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        let plan = "publish_at=2026-11-24T12%3A00";
        assert_eq!(send(&app, &out, "ketut", plan).await.0, StatusCode::SEE_OTHER);
        let undo = format!("{desk}/batal-jadwal");
        assert_eq!(send(&app, &undo, "ketut", "").await.0, StatusCode::SEE_OTHER);
        assert_eq!(state(&app, id).await, DraftState::Sent);
        let later = "publish_at=2026-11-24T13%3A00";
        assert_eq!(send(&app, &out, "ketut", later).await.0, StatusCode::SEE_OTHER);
        // 12.30 WITA: the hour of the plan that was taken back has passed, the other's has not come.
        app.clock.advance(SignedDuration::from_mins(150));
        run_due(&app).await.unwrap();
        assert_eq!(state(&app, id).await, DraftState::Scheduled);
        app.clock.advance(SignedDuration::from_mins(30));
        run_due(&app).await.unwrap();
        run_due(&app).await.unwrap();
        let row = store::draft(&app.db, id).await.unwrap().unwrap();
        assert_eq!(row.state, DraftState::Published);
        let page = story_page(&app, &format!("/tulisan/{}", row.story.unwrap())).await;
        assert!(page.contains("13.00 WITA"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn what_was_asked_before_publication_stands_on_the_story_with_the_answer_or_the_silence() {
    on_both(newsroom, |app| async move {
        let id = sent(&app).await;
        let desk = format!("/meja/tulisan/{id}");
        let ask = format!("{desk}/pertanyaan");
        let to = |who: &str| {
            format!("asked={who}&way=letter&words=Kapan+diperbaiki%3F&until=2026-11-25")
        };
        let late = to("Camat").replace("25", "23");
        assert_eq!(send(&app, &ask, "ketut", &late).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        for who in ["Camat", "Dinas"] {
            assert_eq!(send(&app, &ask, "ketut", &to(who)).await.0, StatusCode::SEE_OTHER);
        }
        let clocks = deadlines::of(&app.db, id.into()).await.unwrap();
        assert_eq!(clocks.len(), 2, "a clock for each");
        let questions = store::questions(&app.db, id).await.unwrap();
        let reply = format!("{ask}/{}", base::ids::short(questions[0].id));
        assert_eq!(
            send(&app, &reply, "ketut", "reply=Bulan+depan.").await.0,
            StatusCode::SEE_OTHER
        );
        assert_eq!(send(&app, &reply, "ketut", "reply=Lain.").await.0, StatusCode::CONFLICT);
        verified(&app, id).await;
        let (_, place, _) = send(&app, &format!("{desk}/terbitkan"), "ketut", "").await;
        let page = story_page(&app, &place).await;
        assert!(page.contains("Bulan depan.") && page.contains("Kami menunggu jawaban sampai"));
        app.clock.advance(SignedDuration::from_hours(24));
        assert!(
            story_page(&app, &place).await.contains("Kami menunggu jawaban"),
            "25 November, 10.00"
        );
        app.clock.advance(SignedDuration::from_hours(14));
        assert!(story_page(&app, &place).await.contains("tidak ada jawaban"), "26 November, 00.00");
    })
    .await;
}

#[tokio::test]
async fn what_the_newsroom_promised_to_keep_goes_out_at_the_hour_and_not_before() {
    on_both(newsroom, |app| async move {
        let id = sent(&app).await;
        verified(&app, id).await;
        let desk = format!("/meja/tulisan/{id}");
        let (set, out) = (format!("{desk}/embargo"), format!("{desk}/terbitkan"));
        let form = "embargo_until=2026-11-24T12%3A00&embargo_asked=Puskesmas&embargo_why=Angka.";
        let refused = send(&app, &set, "ketut", "embargo_until=2026-11-24T09%3A00").await;
        assert_eq!(refused.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.2.contains("href=\"#embargo_asked\""), "{}", refused.2);
        assert_eq!(send(&app, &set, "maria", form).await.0, StatusCode::FORBIDDEN);
        assert_eq!(send(&app, &set, "ketut", form).await.0, StatusCode::SEE_OTHER);
        for early in ["", "publish_at=2026-11-24T11%3A59"] {
            let (status, _, page) = send(&app, &out, "ketut", early).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.contains("Naskah ini diembargo."), "{page}");
        }
        let plan = "publish_at=2026-11-24T12%3A00";
        assert_eq!(send(&app, &out, "ketut", plan).await.0, StatusCode::SEE_OTHER);
        let longer = form.replace("12%3A00", "12%3A01");
        let (status, _, page) = send(&app, &set, "ketut", &longer).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Batalkan dulu jadwalnya."), "{page}");
        app.clock.advance(SignedDuration::from_mins(119));
        run_due(&app).await.unwrap();
        assert_eq!(state(&app, id).await, DraftState::Scheduled);
        app.clock.advance(SignedDuration::from_mins(1));
        run_due(&app).await.unwrap();
        assert_eq!(state(&app, id).await, DraftState::Published);
    })
    .await;
}

#[tokio::test]
async fn an_embargo_ends_early_only_with_a_reason_that_stays() {
    on_both(newsroom, |app| async move {
        let id = sent(&app).await;
        verified(&app, id).await;
        let desk = format!("/meja/tulisan/{id}");
        let form = "embargo_until=2026-11-25T12%3A00&embargo_asked=Camat&embargo_why=Belum+resmi.";
        // A plan that was taken back stands in the way of no embargo.
        let plan = "publish_at=2026-11-24T12%3A00";
        send(&app, &format!("{desk}/terbitkan"), "ketut", plan).await;
        send(&app, &format!("{desk}/batal-jadwal"), "ketut", "").await;
        let set = send(&app, &format!("{desk}/embargo"), "ketut", form).await;
        assert_eq!(set.0, StatusCode::SEE_OTHER, "{}", set.2);
        let end = format!("{desk}/akhiri-embargo");
        let without = send(&app, &end, "ketut", "embargo_end=").await;
        assert_eq!(without.0, StatusCode::UNPROCESSABLE_ENTITY);
        let why = "embargo_end=Sudah+diumumkan+camat.";
        assert_eq!(send(&app, &end, "ketut", why).await.0, StatusCode::SEE_OTHER);
        assert_eq!(send(&app, &end, "ketut", why).await.0, StatusCode::CONFLICT);
        let page = read(&app, &desk, "ketut").await.2;
        assert!(page.contains("Belum resmi.") && page.contains("Sudah diumumkan camat."), "{page}");
        let out = send(&app, &format!("{desk}/terbitkan"), "ketut", "").await;
        assert_eq!(out.0, StatusCode::SEE_OTHER);
    })
    .await;
}
