//! Orders and requests of authorities: hours from receipt, decisions with reasons, and numbers for everyone.
use super::*;
use base::{
    jiff::SignedDuration,
    testing::{nothing_left, on_both},
};

/// Whoever holds the legal desk carries `@hukum`.
fn setup() -> Setup {
    Setup {
        identify: |_, token| {
            let (id, desk) = token.split_once('@').unwrap_or((token, ""));
            let role = if desk == "hukum" { Role::LegalDesk } else { Role::Moderator };
            let grants = vec![Grant { role, scope: Scope::House }];
            let signed_in = id.parse().ok().map(|id| person(id, "Ratna", grants));
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..super::setup()
    }
}

fn form(kind: &str, day: &str, time: &str) -> String {
    format!(
        "kind={kind}&authority=Polres+Tirtawana&reference=B%2F112&basis=Pasal+14&asked=Komentar+tentang+jembatan\
         &day={day}&time={time}"
    )
}

async fn enter(app: &App, who: &str, form: &str) -> String {
    let (status, place, page) = send(app, "/meja/perintah/baru", who, form).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    place
}

#[tokio::test]
async fn urgent_orders_have_four_hours_and_others_a_day_from_receipt_and_not_from_entry() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let desk = format!("{}@hukum", cast.baso.id);
        // 10.00 WITA now; received at 07.30.
        let urgent = enter(&app, &desk, &form("takedown-urgent", "2026-11-24", "07:30")).await;
        let other = enter(&app, &desk, &form("takedown", "2026-11-24", "07:30")).await;
        let data = enter(&app, &desk, &form("data", "2026-11-24", "07:30")).await;
        let again = form("data", "2026-11-24", "07:31") + "&form_key=abc";
        let twice = [enter(&app, &desk, &again).await, enter(&app, &desk, &again).await];
        assert_eq!(twice[0], twice[1], "a double press enters one order");
        let page = get(&app, &urgent, &desk).await.2;
        assert!(page.contains("11.30 WITA") && page.contains("Sisa 1 jam"), "{page}");
        assert!(get(&app, &other, &desk).await.2.contains("25 November 2026, 07.30 WITA"));
        assert!(!get(&app, &data, &desk).await.2.contains("Paling lambat"), "no clock is set");
        let list = get(&app, "/meja/perintah", &desk).await.2;
        let at = |path: &str| list.find(path).unwrap();
        assert!(at(&urgent) < at(&other) && at(&other) < at(&data), "{list}");
        app.clock.advance(SignedDuration::from_mins(90));
        let verdict = "state=followed&reason=Memuat+identitas+anak";
        assert_eq!(send(&app, &urgent, &desk, verdict).await.0, StatusCode::SEE_OTHER);
        assert!(!get(&app, &urgent, &desk).await.2.contains("lewat batas waktu"), "in time");
        assert_eq!(send(&app, &urgent, &desk, verdict).await.0, StatusCode::CONFLICT);
        app.clock.advance(SignedDuration::from_hours(20) + SignedDuration::from_secs(1));
        assert_eq!(send(&app, &other, &desk, verdict).await.0, StatusCode::SEE_OTHER);
        assert!(get(&app, &other, &desk).await.2.contains("lewat batas waktu"));
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn data_is_given_with_a_note_of_what_was_given_or_refused_with_a_reason() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let desk = format!("{}@hukum", cast.baso.id);
        let data = enter(&app, &desk, &form("data", "2026-11-24", "09:00")).await;
        let (status, _, page) = send(&app, &data, &desk, "state=partly&reason=Ada+surat").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("href=\"#given\"") && page.contains("Ada surat"), "{page}");
        let right = "state=partly&reason=Ada+surat&given=Alamat+surel";
        assert_eq!(send(&app, &data, &desk, right).await.0, StatusCode::SEE_OTHER);
        let page = get(&app, &data, &desk).await.2;
        for seen in ["Alamat surel", "Ada surat", "B/112", "Baso Tahir"] {
            assert!(page.contains(seen), "{seen} in {page}");
        }
        let early = form("data", "2027-01-01", "09:00");
        let (status, _, page) = send(&app, "/meja/perintah/baru", &desk, &early).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("value=\"Polres Tirtawana\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn everyone_reads_numbers_by_year_of_the_house_and_nothing_else() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let desk = format!("{}@hukum", cast.baso.id);
        let moderator = cast.yustus.id.to_string();
        assert_eq!(get(&app, "/meja/perintah", &moderator).await.0, StatusCode::FORBIDDEN);
        assert!(get(&app, "/perintah-resmi", "").await.2.contains("Belum ada"));
        // New Year's Eve, 23.59 in WITA, entered on New Year's Day.
        let day: jiff::Timestamp = "2027-01-01T02:00:00Z".parse().unwrap();
        app.clock.advance(day.duration_since(app.now()));
        enter(&app, &desk, &form("takedown", "2026-12-31", "23:59")).await;
        enter(&app, &desk, &form("data", "2027-01-01", "00:00")).await;
        let page = get(&app, "/perintah-resmi", "").await.2;
        let (first, last) = page.split_once("<h2>2026</h2>").unwrap();
        assert!(first.contains("<h2>2027</h2>") && first.contains("Permintaan data"), "{page}");
        assert!(last.contains("Perintah menurunkan isi") && !last.contains("Permintaan data"));
        assert!(!page.contains("Polres") && !page.contains("B/112"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn whoever_holds_the_desk_gets_a_letter_at_once_without_what_is_asked() {
    on_both(setup, |app| async move {
        let cast = cast(&app).await;
        let boss = Grant { role: Role::Administrator, scope: Scope::House };
        let boss = person(cast.yustus.id, "Yustus", vec![boss]);
        let right = (cast.baso.id, Role::LegalDesk, Scope::House);
        people::grant_role(&app, &boss, right).await.unwrap();
        letters(&app).await;
        let desk = format!("{}@hukum", cast.baso.id);
        let place = enter(&app, &desk, &form("takedown-urgent", "2026-11-24", "10:00")).await;
        let sent = letters(&app).await;
        assert_eq!((sent.len(), sent[0].to.as_str()), (1, "baso@suara.example"));
        assert!(sent[0].body.contains(&place) && sent[0].body.contains("14.00 WITA"));
        assert!(!sent[0].body.contains("jembatan"), "{}", sent[0].body);
        nothing_left(&app).await;
    })
    .await;
}
