//! What is shown of outlets: to readers, to those who answer for one, to administrators.
mod air;
mod desk;
mod edit;
mod list;
mod show;

pub(crate) use air::{air, tell};
pub(crate) use desk::desk;
pub(crate) use edit::{add_form, create, edit, save};
pub(crate) use list::list;
pub(crate) use show::{card, show};

use crate::{outlet::AirStatus, store::OutletRow};
use anyhow::Result;
use base::{
    feature::{Gallery, Sample},
    jiff::civil::Date,
    refusal::{OrNotFound, Outcome, Refusal},
    web::{Frame, Visit},
};

/// How a status is shown: a word, and the class that gives it a shape.
pub(crate) struct Badge {
    pub class: &'static str,
    pub word: String,
}

impl Badge {
    pub fn of(f: &Frame, row: &OutletRow) -> Badge {
        let class = match row.status {
            AirStatus::OnAir => "good",
            AirStatus::Silent => "wait",
            AirStatus::Closed => "bad",
        };
        let spoken = if row.kind.is_broadcast() { "air" } else { "print" };
        Badge { class, word: f.t(&format!("outlet-status-{spoken}-{}", row.status)) }
    }
}

/// "14 Juni 2016", and for machines.
pub(crate) struct Day {
    pub words: String,
    pub machine: String,
}

impl Day {
    pub fn of(f: &Frame, date: Date) -> Day {
        Day { words: f.words.day_month_year(date), machine: date.to_string() }
    }
}

/// The outlet whose word stands in the address.
pub(crate) async fn asked(visit: &Visit, slug: &str) -> Outcome<OutletRow> {
    crate::store::by_slug(&visit.app.db, slug).await?.or_not_found()
}

/// The same, for those who may change it.
pub(crate) async fn asked_to_manage(visit: &Visit, slug: &str) -> Outcome<OutletRow> {
    let row = asked(visit, slug).await?;
    if crate::actions::may_manage(&visit.visitor, row.id) {
        Ok(row)
    } else {
        Err(Refusal::NotAllowed("refusal-not-yours").into())
    }
}

/// Every page with a sample of each state.
pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let frame = || gallery.titled("Radio Komunitas Swara Muara");
    vec![
        Sample::of("outlet", &show::ShowPage::sample(frame())),
        Sample::of("outlet-incomplete", &show::ShowPage::sample_incomplete(frame())),
        Sample::of("outlets", &list::ListPage::sample(frame())),
        Sample::of("outlets-none", &list::ListPage::sample_none(frame())),
        Sample::of("outlets-desk", &desk::DeskPage::sample(frame())),
        Sample::of("outlets-desk-none", &desk::DeskPage::sample_none(frame())),
        Sample::of("outlet-form", &edit::FormPage::sample(frame())),
        Sample::of("outlet-form-errors", &edit::FormPage::sample_errors(frame())),
        Sample::of("outlet-air", &air::AirPage::sample(frame())),
        Sample::of("outlet-air-errors", &air::AirPage::sample_errors(frame())),
    ]
}

impl OutletRow {
    /// The radio of the demonstration, silent since the lightning.
    pub(crate) fn sample(f: &Frame) -> OutletRow {
        let some = |text: &str| Some(text.to_owned());
        OutletRow {
            id: base::ids::OutletId(1),
            slug: "swara-muara".into(),
            kind: crate::OutletKind::Radio,
            area: base::ids::AreaCode(990_102),
            press_council: crate::PressCouncil::Unverified,
            words: crate::OutletWords {
                name: "Radio Komunitas Swara Muara".into(),
                frequency: some("107,8 MHz"),
                reach: some("2,5 km"),
                founded: "2006-02-11".parse().ok(),
                network: some("Jaringan Media Warga Nusa Raya"),
                legal_form: some("Perkumpulan"),
                deed_number: some("Nomor 12"),
                responsible: some("I Ketut Sudarma"),
                address: some("Muara Ketapang"),
                about: some("Radio nelayan: harga ikan pukul 05.00."),
                licence: some("CC BY-NC 4.0"),
            },
            status: AirStatus::Silent,
            since: "2026-11-08".parse().ok(),
            reason: some("Pemancar tersambar petir; menunggu suku cadang."),
            told_at: f.now,
        }
    }
}

/// The first line of what an outlet says of itself.
pub(crate) fn first_line(row: &OutletRow) -> Option<String> {
    let about = markup::plain(row.words.about.as_deref()?);
    about.lines().next().map(str::to_owned)
}

/// Cards that an outlet published, one more than a page holds.
pub(crate) async fn published(
    visit: &Visit,
    row: &OutletRow,
) -> Result<(Vec<base::subject::Card>, Option<String>)> {
    use base::feature::{Asked, By, Key};
    let before = visit.query_value("sebelum").and_then(|text| Key::parse(&text));
    let by = By::Outlet(row.id);
    let asked = Asked { lang: visit.lang, by, before, limit: show::PER_PAGE + 1 };
    let mut found = visit.app.list(asked).await?;
    let size = usize::try_from(show::PER_PAGE).unwrap_or_default();
    let more = found.len() > size;
    found.truncate(size);
    let next = found.last().filter(|_| more).map(|(key, _)| key.to_string());
    Ok((found.into_iter().map(|(_, card)| card).collect(), next))
}
