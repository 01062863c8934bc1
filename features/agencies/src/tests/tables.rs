//! Bodies out and in again as a table; lines that are not taken.
use super::{added, body, day, on_both, setup};
use crate::{COLUMNS, NewAgency, import, rows, store};
use base::{app::App, languages::Lang};

/// The open list as a file.
async fn written(app: &App) -> String {
    let mut out = csv::Writer::from_writer(vec![]);
    out.write_record(COLUMNS).unwrap();
    for (_, row) in rows(&app.db, 0, 500).await.unwrap() {
        out.write_record(row).unwrap();
    }
    String::from_utf8(out.into_inner().unwrap()).unwrap()
}

async fn some_bodies(app: &App) {
    let mut ntb = NewAgency { code: Some("52".into()), ..body("provinsi-ntb", 52) };
    ntb.contact.address = Some("Jalan Pejanggik 12, Mataram \"Gedung Graha\"".into());
    ntb.contact.site = Some("https://ntbprov.go.id".into());
    let ntb = added(app, ntb).await;
    let health = NewAgency {
        parent: Some(ntb),
        affairs: vec!["civil-registration".into(), "health".into()],
        valid_from: Some(day("2009-01-02")),
        ..body("dinkes-ntb", 52)
    };
    let health = added(app, health).await;
    let former = NewAgency {
        former_area: Some("papua-barat-2007".into()),
        area: None,
        valid_to: Some(day("2022-12-08")),
        successor: Some(health),
        ..body("papua-barat-lama", 52)
    };
    added(app, former).await;
}

#[tokio::test]
async fn what_went_out_comes_in_again_the_same() {
    let file = std::sync::Mutex::new(String::new());
    let file = &file;
    on_both(setup, |app| async move {
        some_bodies(&app).await;
        let out = written(&app).await;
        let again = import(&app, &out, None).await.unwrap();
        assert_eq!((again.added, again.changed, again.unchanged), (0, 0, 3), "{again:?}");
        *file.lock().unwrap() = out;
    })
    .await;
    on_both(setup, |app| async move {
        let out = file.lock().unwrap().clone();
        let first = import(&app, &out, None).await.unwrap();
        assert_eq!((first.added, first.rejected_count), (3, 0), "{first:?}");
        assert_eq!(written(&app).await, out);
    })
    .await;
    on_both(setup, |app| async move {
        let out = file.lock().unwrap().clone();
        let (header, lines) = out.split_once('\n').unwrap();
        let lines: Vec<&str> = lines.lines().rev().collect();
        let turned = import(&app, &format!("{header}\n{}", lines.join("\n")), None).await.unwrap();
        assert_eq!((turned.added, turned.rejected_count), (3, 0), "parents may follow: {turned:?}");
    })
    .await;
}

#[tokio::test]
async fn a_line_that_is_wrong_is_told_by_its_number_and_leaves_nothing() {
    on_both(setup, |app| async move {
        let table = "\
slug,name,kind,parent,area,valid_from
kab-bima,Pemerintah Kabupaten Bima,kabupaten,,52.06,
dinkes-bima,Dinas Kesehatan,regional-office,kab-bima,52.06,
x,Nama,planet,,52.06,
y,Nama,regional-office,tidak-ada,52.06,
z,Nama,regional-office,,99.99,kemarin
kurang,Nama,regional-office
,,regional-office,,,
";
        let done = import(&app, table, None).await.unwrap();
        assert_eq!((done.added, done.rejected_count), (2, 5), "{done:?}");
        let words = app.words(Lang::INDONESIAN);
        let told: Vec<String> = done
            .rejected
            .iter()
            .map(|line| format!("{} {}", line.line, line.reasons(&words).join(" ")))
            .collect();
        let told = told.join("\n");
        for part in ["4 kind: ", "5 parent: ", "6 valid_from: ", "7 Jumlah kolom", "8 name: "] {
            assert!(told.contains(part), "{part} in {told}");
        }
        assert_eq!(crate::count(&app.db).await.unwrap(), 2);
        let again = import(&app, table, None).await.unwrap();
        assert_eq!((again.added, again.changed, again.unchanged), (0, 0, 2));
    })
    .await;
}

#[tokio::test]
async fn a_code_tells_who_it_is_and_columns_that_are_missing_change_nothing() {
    on_both(setup, |app| async move {
        some_bodies(&app).await;
        let table = "code,name,kind,phone\n52,Pemerintah Provinsi NTB,province,(0370) 625 371\n";
        let done = import(&app, table, None).await.unwrap();
        assert_eq!((done.added, done.changed), (0, 1), "{done:?}");
        let ntb = store::by_slug(&app.db, "provinsi-ntb").await.unwrap().unwrap();
        assert_eq!(ntb.name, "Pemerintah Provinsi NTB");
        assert_eq!(ntb.contact.phone.as_deref(), Some("(0370) 625 371"));
        assert!(ntb.contact.address.is_some(), "a column that the file lacks stays");
        let clash = "slug,code,name,kind\ndinkes-ntb,52,X,other\n";
        let clash = import(&app, clash, None).await.unwrap();
        assert_eq!((clash.changed, clash.rejected_count), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn a_header_that_is_wrong_rejects_the_whole_table() {
    on_both(setup, |app| async move {
        for table in ["", "name\nX\n", "name,kind,colour\nX,other,red\n"] {
            let done = import(&app, table, None).await.unwrap();
            assert_eq!((done.rejected_count, done.rejected[0].line), (1, 1), "{table:?}");
        }
        assert_eq!(crate::count(&app.db).await.unwrap(), 0);
    })
    .await;
}
