//! An outlet's page: who it is, whether it can be heard, what it published.
use super::{Badge, Day, asked, first_line, published};
use crate::{
    actions,
    outlet::{AirStatus, Missing},
    place,
    store::{self, AiringRow, OutletRow},
};
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    ids::OutletId,
    jiff::Timestamp,
    languages::Lang,
    subject::{Card, Subject},
    web::{Answer, Frame, Visit},
};

/// Published things on a page of the list.
pub(super) const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    f: Frame,
    outlet: OutletRow,
    badge: Badge,
    area: String,
    about: Option<String>,
    /// What was told before today's status, newest first.
    earlier: Vec<Earlier>,
    cards: Vec<Card>,
    next: Option<String>,
    is_first: bool,
    may_manage: bool,
}

/// A status of former times.
struct Earlier {
    badge: Badge,
    at: Timestamp,
    reason: Option<String>,
}

/// GET /media-komunitas/{slug}
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>) -> Answer {
    let outlet = asked(&visit, &slug).await?;
    let airings = store::airings(&visit.app.db, outlet.id).await?;
    let (cards, next) = published(&visit, &outlet).await?;
    let mut f = visit.frame(outlet.words.name.clone()).await?;
    f.description = first_line(&outlet);
    visit.page(&ShowPage {
        badge: Badge::of(&f, &outlet),
        area: place::full_name(&visit.app, outlet.area),
        about: outlet.words.about.as_deref().map(markup::html),
        earlier: airings.into_iter().skip(1).map(|row| Earlier::of(&f, &outlet, row)).collect(),
        cards,
        next,
        is_first: visit.query_value("sebelum").is_none(),
        may_manage: actions::may_manage(&visit.visitor, outlet.id),
        outlet,
        f,
    })
}

/// How an outlet is named in lists and links.
pub(crate) async fn card(app: &App, lang: Lang, subject: Subject) -> Result<Option<Card>> {
    let Some(row) = store::find(&app.db, OutletId(subject.id)).await? else { return Ok(None) };
    let kind = app.words(lang).t(&format!("outlet-kind-{}", row.kind));
    let path = format!("/media-komunitas/{}", row.slug);
    Ok(Some(Card {
        deck: first_line(&row),
        label: Some((kind, "/media-komunitas".to_owned())),
        area: Some(row.area),
        ..Card::named(subject, row.words.name, path)
    }))
}

impl Earlier {
    fn of(f: &Frame, outlet: &OutletRow, airing: AiringRow) -> Earlier {
        let then = OutletRow { status: airing.status, ..outlet.clone() };
        Earlier { badge: Badge::of(f, &then), at: airing.at, reason: airing.reason }
    }
}

impl ShowPage {
    /// "Sejak 8 November 2026, sudah 16 hari."
    fn since(&self) -> Option<String> {
        let since = self.outlet.since?;
        let day = self.f.words.day_month_year(since);
        let days = (self.f.zone.date(self.f.now) - since).get_days();
        let mut words = self.f.with("outlet-since", "date", &day);
        if self.outlet.status == AirStatus::Silent && days > 0 {
            words.push(' ');
            words.push_str(&self.f.n("outlet-silent-days", days));
        }
        Some(words)
    }

    /// What article 12 asks for and is not there, in words.
    fn missing(&self) -> Option<String> {
        let names: Vec<String> = self
            .outlet
            .words
            .missing()
            .into_iter()
            .map(|missing| match missing {
                Missing::Responsible => self.f.t("outlet-missing-responsible"),
                Missing::Address => self.f.t("outlet-missing-address"),
            })
            .collect();
        (!names.is_empty()).then(|| self.f.with("outlet-missing", "what", &names.join(", ")))
    }

    fn founded(&self) -> Option<Day> {
        self.outlet.words.founded.map(|date| Day::of(&self.f, date))
    }

    pub(crate) fn sample(f: Frame) -> ShowPage {
        let outlet = OutletRow::sample(&f);
        let aired = AiringRow { status: AirStatus::OnAir, since: None, reason: None, at: f.now };
        let story = Subject::new(base::subject::Kind::Story, 1);
        let mut card = Card::named(story, "Petir menyambar menara", "/tulisan/1/petir");
        card.deck = Some("Nelayan menunggu suku cadang.".into());
        ShowPage {
            badge: Badge::of(&f, &outlet),
            area: "Kecamatan Muara Ketapang, Kabupaten Tirtawana".into(),
            about: outlet.words.about.as_deref().map(markup::html),
            earlier: vec![Earlier::of(&f, &outlet, aired)],
            cards: vec![card],
            next: Some("1-1".into()),
            is_first: false,
            may_manage: true,
            outlet,
            f,
        }
    }

    /// Without what the law asks for, and with nothing published.
    pub(crate) fn sample_incomplete(f: Frame) -> ShowPage {
        let mut page = ShowPage::sample(f);
        page.outlet.words = crate::OutletWords {
            name: "Mading Lembah Suri".into(),
            ..crate::OutletWords::default()
        };
        page.outlet.kind = crate::OutletKind::Wall;
        page.outlet.status = AirStatus::Closed;
        page.badge = Badge::of(&page.f, &page.outlet);
        ShowPage {
            about: None,
            earlier: vec![],
            cards: vec![],
            next: None,
            is_first: true,
            may_manage: false,
            ..page
        }
    }
}
