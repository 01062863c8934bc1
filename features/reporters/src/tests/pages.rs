//! The pages: applying, the desk, and the card that anyone verifies.
use super::*;
use base::{
    testing::{browse, on_both},
    web::{Site, site},
};

async fn get(site: &Site, path: &str, who: &str) -> (u16, String) {
    let (status, _, page) = browse::get(site, path, who).await;
    (status.as_u16(), page)
}

#[tokio::test]
async fn dul_applies_on_a_form_that_keeps_what_he_typed_and_reads_where_he_stands() {
    on_both(setup, |app| async move {
        account(&app, &dul()).await;
        let site = site(&app);
        let (_, page) = get(&site, "/akun/pewarta", "abdul").await;
        assert!(page.contains("versi 1") && page.contains("Daftar menjadi pewarta"), "{page}");
        let form = "why=Jalan+rusak&area=52.08.01&interests=&version=1&agrees=1";
        let (status, _, page) = browse::post(&site, "/akun/pewarta", "abdul", form).await;
        assert_eq!(status, 422);
        assert!(page.contains("Jalan rusak") && page.contains("#interests"), "{page}");
        let form = form.replace("interests=", "interests=Tidak+ada");
        let (status, place, notice) = browse::post(&site, "/akun/pewarta", "abdul", &form).await;
        assert_eq!((status.as_u16(), place.as_str()), (303, "/akun/pewarta"));
        assert_eq!(notice, "reporter-applied");
        let (_, page) = get(&site, "/akun/pewarta", "abdul").await;
        assert!(page.contains("badge wait\">Calon") && page.contains("ikut pelatihan"), "{page}");
        let unsure = browse::post(&site, "/akun/pewarta/berhenti", "abdul", "words=").await;
        assert_eq!(unsure.0, 422, "leaving is not one slip away");
    })
    .await;
}

#[tokio::test]
async fn the_card_says_who_is_active_until_when_and_takes_no_money_and_tells_no_address() {
    on_both(setup, |app| async move {
        made_active(&app, &sari()).await;
        let site = site(&app);
        let number = found(&app, &sari()).await.number.unwrap();
        let typed = format!("/kartu?nomor={}", number.to_lowercase().replace('-', "+"));
        let (status, place, _) = browse::get(&site, &typed, "").await;
        assert_eq!((status.as_u16(), place), (303, format!("/kartu/{number}")));
        let (_, page) = get(&site, &format!("/kartu/{number}"), "").await;
        for words in ["Sari Wulandari", "Kabupaten Lombok Utara", "24 November 2027", "uang"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("@suara") && !page.contains("Tanjung"), "{page}");
        let (_, page) = get(&site, "/pewarta", "").await;
        assert!(page.contains(&number), "{page}");
        assert_eq!(get(&site, "/kartu/P-261124-AAAAA", "").await.0, 404);
        let (_, page) = get(&site, "/pewarta?nomor=P-1", "").await;
        assert!(page.contains("Tidak ada kartu dengan nomor P-1"), "{page}");
        act(&app, &ratna(), &sari(), Step::Withdrawn).await.unwrap();
        let (status, page) = get(&site, &format!("/kartu/{number}"), "").await;
        assert!(status == 200 && page.contains("tidak berlaku sejak 24 November 2026"), "{page}");
        assert!(!page.contains("Sebab dari meja"), "the reason is not for everyone: {page}");
        assert!(!get(&site, "/pewarta", "").await.1.contains(&number));
    })
    .await;
}

#[tokio::test]
async fn the_desk_shows_maria_her_own_area_and_reporters_only_whom_they_may_recommend() {
    on_both(setup, |app| async move {
        made_active(&app, &sari()).await;
        account(&app, &dul()).await;
        actions::apply(&app, dul().id, &told()).await.unwrap();
        let site = site(&app);
        let candidates = "/meja/pewarta?keadaan=candidate";
        assert!(get(&site, candidates, "maria").await.1.contains("Abdul Gani"));
        assert!(!get(&site, candidates, "magda").await.1.contains("Abdul Gani"));
        assert!(!get(&site, candidates, "sari").await.1.contains("Abdul Gani"));
        let path = format!("/meja/pewarta/{}", dul().id);
        assert_eq!(get(&site, &path, "sari").await.0, 403, "he is not trained yet");
        let bare = browse::post(&site, &path, "maria", "step=trained&words=").await;
        assert_eq!(bare.0, 422);
        let done = browse::post(&site, &path, "maria", "step=trained&words=Pelatihan+Mei").await;
        assert_eq!(done.0, 303);
        let (_, page) = get(&site, &path, "sari").await;
        assert!(page.contains("Rekomendasikan") && !page.contains("Tidak ada."), "{page}");
        assert!(get(&site, &path, "maria").await.1.contains("Pelatihan Mei"));
    })
    .await;
}
