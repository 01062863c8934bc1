//! Copying the boat: counted when an officer of each body said so.
use super::*;
use crate::{Act, NewAnswer, Said, Side, answer_in};
use base::{
    chain::{Progress, Stage as Step},
    ids::ReplicationId,
    languages::Lang,
    links::{self, LinkKind},
    subject::{Kind, Subject},
    testing::on_both,
};

fn copy_form(agency: AgencyId) -> String {
    format!(
        "agency={agency}&mode=adaptation&extent=whole&progress=running&started_on=2026-10-18\
         &differs=Jalan+darat&process=Belajar+lalu+mencoba&basis=statement&basis_number=12"
    )
}

/// Notes a copy as `who`; its id.
async fn copied(app: &App, who: &str, bodies: &Bodies) -> ReplicationId {
    let path = format!("/meja/inovasi/{}/tiru", bodies.boat);
    let place = sent(app, who, &path, &copy_form(bodies.other)).await;
    let id = place.trim_start_matches("/replikasi/").split('?').next().unwrap();
    id.parse().unwrap()
}

async fn counted(app: &App, bodies: &Bodies) -> i64 {
    let counted = store::counted(&app.db, &[bodies.boat.0]).await.unwrap();
    counted.first().map_or(0, |(_, count)| *count)
}

async fn progress(app: &App, subject: Subject) -> Progress {
    let chain = feature().chain.unwrap();
    let steps = (chain.steps)(app, Lang::INDONESIAN, subject).await.unwrap();
    steps[0].progress
}

#[tokio::test]
async fn a_copy_counts_when_an_officer_of_each_body_said_so() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let id = copied(&app, "semuel", &bodies).await;
        assert_eq!(counted(&app, &bodies).await, 0);
        let waiting = progress(&app, id.into()).await;
        assert!(matches!(waiting, Progress::Waiting { overdue: false, .. }), "{waiting:?}");
        let path = format!("/meja/replikasi/{id}/jawab");
        for who in ["marlina", "bagus", "ratna", "sari"] {
            let (status, _) = send(&app, who, &path, "side=origin&said=yes").await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{who}");
        }
        assert_eq!(
            send(&app, "semuel", &path, "side=origin&said=yes").await.0,
            StatusCode::FORBIDDEN
        );
        let desk = page(&app, "theresia", "/meja/inovasi").await;
        assert!(desk.contains(&path), "{desk}");
        sent(&app, "theresia", &path, "side=origin&said=yes&note=Mereka+datang").await;
        assert_eq!(counted(&app, &bodies).await, 1);
        let since = "2026-10-18".parse().unwrap();
        assert_eq!(progress(&app, id.into()).await, Progress::Done(Some(since)));
        let shown = page(&app, "", &format!("/replikasi/{id}")).await;
        for words in
            ["Dibenarkan kedua pihak", "Mereka datang", "Surat pernyataan, 12", "Jalan darat"]
        {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        let shown = page(&app, "", &format!("/inovasi/{}/perahu-akta", bodies.boat)).await;
        assert!(
            shown.contains("ditiru 1 instansi") && shown.contains("Direplikasi dalam"),
            "{shown}"
        );
        sent(&app, "semuel", &path, "side=adopter&said=no&note=Sudah+berhenti").await;
        assert_eq!(counted(&app, &bodies).await, 0);
        let answers = store::answers(&app.db, id).await.unwrap();
        assert_eq!(answers.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_copy_is_linked_with_what_it_copies_in_the_same_commit() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let id = copied(&app, "semuel", &bodies).await;
        let linked = links::of(&app, Lang::INDONESIAN, id.into()).await.unwrap();
        assert_eq!(linked.len(), 1);
        assert_eq!(
            (linked[0].kind, linked[0].card.subject),
            (LinkKind::Replicates, bodies.boat.into())
        );
        let path = format!("/meja/inovasi/{}/tiru", bodies.boat);
        let (status, shown) = send(&app, "semuel", &path, &copy_form(bodies.other)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.contains("sudah tercatat meniru"), "{shown}");
        let (_, shown) = send(&app, "theresia", &path, &copy_form(bodies.dukcapil)).await;
        assert!(shown.contains("tidak meniru inovasinya sendiri"), "{shown}");
        let all = links::of(&app, Lang::INDONESIAN, bodies.boat.into()).await.unwrap();
        assert_eq!(all.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_answers_for_both_and_the_desk_notes_letters() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let id = copied(&app, "rangkap", &bodies).await;
        let path = format!("/meja/replikasi/{id}/jawab");
        let (status, _) = send(&app, "rangkap", &path, "side=origin&said=yes").await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert_eq!(counted(&app, &bodies).await, 0);
        let letter = format!("/meja/replikasi/{id}/surat");
        let (status, shown) = send(&app, "ratna", &letter, "side=origin&said=yes").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.contains("href=\"#letter\""), "{shown}");
        let body = "side=origin&said=yes&letter=005/12&letter_on=2026-10-20";
        for who in ["theresia", "rangkap", "sari"] {
            assert_eq!(send(&app, who, &letter, body).await.0, StatusCode::FORBIDDEN, "{who}");
        }
        sent(&app, "ratna", &letter, body).await;
        assert_eq!(counted(&app, &bodies).await, 1);
        let shown = page(&app, "", &format!("/replikasi/{id}")).await;
        assert!(shown.contains("Dicatat redaksi dari surat: 005/12, 20 Oktober 2026."), "{shown}");
    })
    .await;
}

#[tokio::test]
async fn the_desk_notes_a_copy_for_others_and_marlina_only_her_own() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let path = format!("/meja/inovasi/{}/tiru", bodies.boat);
        let (status, _) = send(&app, "marlina", &path, &copy_form(bodies.other)).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        let id = copied(&app, "ratna", &bodies).await;
        assert!(store::answers(&app.db, id).await.unwrap().is_empty());
        let further = format!("/meja/replikasi/{id}/jalan");
        assert_eq!(
            send(&app, "theresia", &further, "progress=stopped").await.0,
            StatusCode::FORBIDDEN
        );
        sent(&app, "semuel", &further, "progress=stopped&note=Anggaran+habis").await;
        let row = store::replication(&app.db, id).await.unwrap().unwrap();
        assert_eq!(row.progress, crate::Progress::Stopped);
        assert_eq!(store::progress_of(&app.db, id).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn an_innovation_waits_in_the_ribbon_until_residents_can_use_it() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let subject = Subject::new(Kind::Innovation, bodies.boat.0);
        assert!(matches!(progress(&app, subject).await, Progress::Waiting { .. }));
        let path = format!("/meja/inovasi/{}/tahap", bodies.boat);
        sent(&app, "theresia", &path, "stage=trial&on=2026-02-11").await;
        assert!(matches!(progress(&app, subject).await, Progress::Waiting { .. }));
        sent(&app, "theresia", &path, "stage=applied&on=2026-05-13").await;
        let since = "2026-05-13".parse().unwrap();
        assert_eq!(progress(&app, subject).await, Progress::Done(Some(since)));
        let members = base::chain::members(&app, Lang::INDONESIAN, subject).await.unwrap();
        assert_eq!(
            base::chain::ribbon(members.iter().flat_map(|member| &member.steps))[0].0,
            Step::Innovation
        );
        let address = format!("http://suara.example/en/inovasi/{}/perahu-akta", bodies.boat);
        assert_eq!(base::chain::at_address(&app, &address), Some(subject));
    })
    .await;
}

#[tokio::test]
async fn two_sides_that_say_yes_at_the_same_time_count() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let id = copied(&app, "ratna", &bodies).await;
        let yes = |side| NewAnswer { side, said: Said::Yes, letter: None, note: None };
        let act = |by| Act { by: Some(PersonId(by)), at: app.now() };
        let mut tx = app.db.begin().await.unwrap();
        answer_in(&app, &mut tx, (id, &yes(Side::Origin)), act(901)).await.unwrap();
        let other = tokio::spawn({
            let (app, new, act) = (app.clone(), yes(Side::Adopter), act(902));
            async move {
                let mut tx = app.db.begin().await.unwrap();
                answer_in(&app, &mut tx, (id, &new), act).await.unwrap();
                tx.commit().await.unwrap();
            }
        });
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        tx.commit().await.unwrap();
        other.await.unwrap();
        assert_eq!(counted(&app, &bodies).await, 1);
    })
    .await;
}
