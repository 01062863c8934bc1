//! The walk of the loop: from the founding story, as the program's own `import page` brings it in, to its workshop and
//! back; to a report that a body leaves unanswered, answers, repairs; to the innovation that came of it, its replication
//! in a second kabupaten, and the survey that measured it. Only by pages and forms, and read on both ends of each link.
mod found;
mod innovation;
mod report;
mod survey;

use super::week::{Week, page};
use crate::site::{Site, plain};
use base::{config::test_variable, languages::Lang};
use std::path::PathBuf;

/// The real page, when its path is given; with CI=true its absence is a failure.
fn founding_page() -> Option<PathBuf> {
    let path = test_variable("SUARA_FOUNDING_PAGE");
    let in_ci = test_variable("CI").is_some_and(|ci| ci == "true");
    assert!(
        path.is_some() || !in_ci,
        "SUARA_FOUNDING_PAGE must name the founding page in continuous integration"
    );
    if path.is_none() {
        eprintln!("skipped: SUARA_FOUNDING_PAGE is not set");
    }
    path.map(PathBuf::from)
}

/// What the walk has come by so far: the newsroom, and the addresses of its stations.
pub struct Walk {
    pub week: Week,
    /// Someone of the cast, not signed in.
    pub reader: Site,
    pub story: String,
}

pub const DUKCAPIL: &str = "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana";
pub const DUKCAPIL_DAMAR: &str = "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Rantau Damar";
pub const STORY: &str = "Perbaikan Layanan Masyarakat Melalui Inovasi Daerah oleh KOMPAK";

pub async fn the_walk(site: Site) {
    let Some(file) = founding_page() else { return };
    let mut walk = found::the_founding_page_is_brought_in(Week::begin(site).await, &file).await;

    // Selasa, 24 November 2026
    let workshop = found::a_reader_goes_to_the_workshop_and_back(&walk).await;
    let report = report::asep_reports_a_problem_like_it(&walk).await;
    walk.days_pass(1).await;
    report::maria_verifies_it_and_sends_it_to_the_body(&walk, &report).await;
    report::nobody_else_has_it_on_their_desk(&walk, &report).await;
    walk.days_pass(7).await;
    report::seven_days_without_an_answer_are_counted(&walk, &report).await;
    walk.days_pass(5).await;
    report::theresia_answers_and_promises(&walk, &report).await;
    walk.days_pass(9).await;
    report::the_repair_comes_with_its_proof(&walk, &report).await;
    report::asep_says_that_it_is_solved(&walk, &report).await;

    walk.days_pass(5).await;
    let innovation = innovation::theresia_registers_what_came_of_it(&walk, &report).await;
    walk.days_pass(7).await;
    let copy = innovation::rantau_damar_copies_it(&walk, &innovation).await;
    walk.days_pass(1).await;
    innovation::both_sides_have_said_so(&walk, (&innovation, &copy)).await;
    innovation::theresia_notes_what_it_changed(&walk, &innovation).await;
    walk.days_pass(14).await;
    let round = survey::ratna_asks_residents(&walk, &innovation).await;
    walk.days_pass(8).await;
    survey::it_is_measured(&walk, &round).await;

    found::the_whole_way_stands_on_one_page(&walk).await;
    for path in [&walk.story, &report.path, &innovation, &copy, &round] {
        found::the_ribbon_is_whole(&walk, path).await;
        found::from_here_one_reaches_the_whole_way(&walk, path, &workshop).await;
    }
}

impl Walk {
    /// It is ten in the morning so many days later, and no letter was left unread.
    pub async fn days_pass(&mut self, days: usize) {
        for _ in 0..days {
            self.week.next_day().await;
        }
    }

    pub async fn cast(&self, name: &str) -> Site {
        self.week.cast(name).await
    }

    /// That a page says a sentence of the interface, whatever its words are today.
    pub fn told(&self, page: &str, key: &str) {
        let sentence = self.week.site.app.words(Lang::INDONESIAN).t(key);
        assert!(page.contains(&sentence), "{sentence} is missing: {page}");
    }

    /// What the ribbon on a page says, stage by stage.
    pub async fn ribbon(&self, path: &str) -> String {
        let html = page(&self.reader, path).await;
        let list = html
            .split("<ol class=\"loop\">")
            .nth(1)
            .unwrap_or_else(|| panic!("no ribbon on {path}"));
        let items = list.split("</ol>").next().unwrap_or_default().split("<li").skip(1);
        let items: Vec<String> = items.map(|item| plain(&format!("<li{item}"))).collect();
        items.join(" > ")
    }

    /// What a page says it is linked with.
    pub async fn linked(&self, path: &str) -> String {
        let html = page(&self.reader, path).await;
        let list = html.split("<h2>Terhubung dengan</h2>").nth(1).unwrap_or_default();
        plain(list.split("</ul>").next().unwrap_or_default())
    }

    /// The subject under which a page's chain stands: "story-01J…".
    pub async fn subject(&self, path: &str) -> String {
        let html = page(&self.reader, path).await;
        let link = super::week::links(&html).find_map(|link| link.strip_prefix("/rantai/"));
        link.unwrap_or_else(|| panic!("no chain on {path}")).to_owned()
    }
}
