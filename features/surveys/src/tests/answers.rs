//! Filling in: online, from paper, from a table.
use super::*;
use base::{limits::Limits, testing::on_both};

#[tokio::test]
async fn sari_fills_in_without_an_account_and_twice_sent_is_one() {
    on_both(setup, |app| async move {
        let id = opened(&app).await;
        let path = format!("/survei/{id}/isi");
        let shown = page(&app, "", &path).await;
        assert_eq!(shown.matches("type=\"radio\"").count(), 40);
        assert!(shown.contains("tidak dapat mencegah orang yang sama"), "{shown}");
        let body = marks(3, "&trust=4&sex=female&kind=Akta+baru&once=satu");
        for _ in 0..2 {
            assert_eq!(sent(&app, "", &path, &body).await, format!("/survei/{id}"));
        }
        assert_eq!(count(&app, id).await, 1);
        sent(&app, "", &path, &marks(3, "&once=dua")).await;
        assert_eq!(count(&app, id).await, 2);
        let shown = page(&app, "", &format!("/survei/{id}")).await;
        assert!(shown.contains("Dijawab 2 orang. Perlu sedikitnya 86 dari 110"), "{shown}");
        assert!(!shown.contains("<svg"), "{shown}");
    })
    .await;
}

#[tokio::test]
async fn what_was_chosen_stays_when_something_is_missing() {
    on_both(setup, |app| async move {
        let id = opened(&app).await;
        let path = format!("/survei/{id}/isi");
        let body = marks(2, "&sex=male").replace("waktu=2&", "") + "&age=nobody";
        let (status, shown) = send(&app, "", &path, &body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.contains("href=\"#waktu\"") && shown.contains("href=\"#age\""), "{shown}");
        assert_eq!(shown.matches(" checked").count(), 8);
        assert!(shown.contains("value=\"male\" selected"), "{shown}");
        assert_eq!(count(&app, id).await, 0);
    })
    .await;
}

#[tokio::test]
async fn one_network_cannot_fill_in_without_end() {
    let limited = || Setup { limits: Limits::new(), ..setup() };
    on_both(limited, |app| async move {
        let id = opened(&app).await;
        let path = format!("/survei/{id}/isi");
        let mut refused = 0;
        for number in 0..10 {
            let (status, _) = send(&app, "", &path, &marks(1, &format!("&once={number}"))).await;
            refused += i32::from(status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!((refused, count(&app, id).await), (2, 8));
    })
    .await;
}

#[tokio::test]
async fn paper_is_typed_at_the_desk_of_the_body_only() {
    on_both(setup, |app| async move {
        let id = opened(&app).await;
        let path = format!("/meja/survei/{id}/kertas");
        for who in ["semuel", "ratna", "sari"] {
            let (status, _) = send(&app, who, &path, &marks(3, "")).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{who}");
        }
        for (who, once) in [("theresia", "a"), ("theresia", "a"), ("bagus", "b")] {
            let place = sent(&app, who, &path, &marks(3, &format!("&once={once}"))).await;
            assert_eq!(place, format!("{path}?terakhir={once}"));
        }
        assert_eq!(count(&app, id).await, 2);
        assert!(page(&app, "theresia", &path).await.contains("Simpan dan isi berikutnya"));
    })
    .await;
}

#[tokio::test]
async fn good_lines_of_a_table_are_kept_and_the_others_named() {
    on_both(setup, |app| async move {
        let id = opened(&app).await;
        let path = format!("/meja/survei/{id}/impor");
        let header = format!("key;{};sex", ELEMENTS.join(";"));
        let line = |key: &str, last: &str| format!("{key};3;3;3;3;3;3;3;3;{last}");
        let rows = [
            header,
            line("a", "4;female"),
            line("b", "5;male"),
            line("c", "3;"),
            line("d", "3"),
            line("e", "3;cat"),
        ];
        let table: String = rows.join("%0D%0A").replace(';', "%3B");
        for first in [true, false] {
            let (status, shown) = send(&app, "theresia", &path, &format!("table={table}")).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
            let became = match first {
                true => "2 baris masuk. 0 baris sudah ada.",
                false => "0 baris masuk. 2 baris sudah ada.",
            };
            assert!(shown.contains(became) && shown.contains("3 baris tidak diterima"), "{shown}");
            for (number, reason) in [(3, "sarana: Isi"), (5, ""), (6, "sex: Pilihan")] {
                let row = format!("<td class=\"n\">{number}</td><td>{reason}");
                assert!(shown.contains(&row), "{row}: {shown}");
            }
        }
        assert_eq!(count(&app, id).await, 2);
        let (_, shown) = send(&app, "theresia", &path, "table=U1,U2%0A1,2").await;
        assert!(shown.contains("kesembilan unsur"), "{shown}");
        let (status, _) = send(&app, "semuel", &path, &format!("table={table}")).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn a_closed_round_takes_nothing_more() {
    on_both(setup, |app| async move {
        let id = opened(&app).await;
        turn(&app, "theresia", id, "tutup").await;
        for (who, path) in [
            ("", format!("/survei/{id}/isi")),
            ("theresia", format!("/meja/survei/{id}/kertas")),
            ("theresia", format!("/meja/survei/{id}/impor")),
        ] {
            let (status, _) = send(&app, who, &path, &marks(3, "&table=x")).await;
            assert_eq!(status, StatusCode::CONFLICT, "{path}");
        }
        assert_eq!(count(&app, id).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_sheet_typed_wrongly_is_taken_back_by_its_typist_alone() {
    on_both(setup, |app| async move {
        let id = opened(&app).await;
        let paper = format!("/meja/survei/{id}/kertas");
        let place = sent(&app, "theresia", &paper, &marks(2, "&once=7k2m")).await;
        assert!(place.ends_with("/kertas?terakhir=7k2m"), "{place}");
        sent(&app, "theresia", &paper, &marks(3, "&once=8k2m")).await;
        let form = page(&app, "theresia", &place).await;
        assert!(form.contains("name=\"last\" value=\"7k2m\""), "{form}");
        let back = format!("{paper}/batal");
        let (status, _) = send(&app, "bagus", &back, "last=7k2m").await;
        assert_eq!(status, StatusCode::CONFLICT, "Bagus did not type it");
        sent(&app, "theresia", &back, "last=7k2m").await;
        assert_eq!(count(&app, id).await, 1);
        assert_eq!(send(&app, "theresia", &back, "last=7k2m").await.0, StatusCode::CONFLICT);
        turn(&app, "theresia", id, "tutup").await;
        let late = send(&app, "theresia", &back, "last=8k2m").await.0;
        assert_eq!(late, StatusCode::CONFLICT, "the round is closed");
    })
    .await;
}
