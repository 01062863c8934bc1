//! Innovations on pages that mix features: the newest on the front page, those of an area, those of a body and what it
//! copied.
use crate::{
    pages::{TOP, counted_badge},
    store,
    view::{Badge, Item, items},
};
use agencies::AgencyName;
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    feature::{Block, BlockPlace, By, Later},
    ids::AgencyId,
    web::Frame,
};

/// Shown before the list takes over.
const SHOWN: i64 = 3;
const COPIED_SHOWN: i64 = 10;

#[derive(Template)]
#[template(path = "_block.html")]
pub(crate) struct InnovationsBlock<'a> {
    pub f: &'a Frame,
    pub items: Vec<Item>,
    /// Where all of them stand, without language.
    pub all: String,
    /// Of a body: what it copied, with the address of each.
    pub copied: Vec<CopiedLine>,
}

pub(crate) struct CopiedLine {
    pub name: String,
    pub path: String,
    pub from: String,
    pub badge: Badge,
}

pub(crate) fn blocks<'a>(app: &'a App, f: &'a Frame, by: By) -> Later<'a, Vec<Block>> {
    Box::pin(async move {
        let found = match by {
            By::House => Some((house(app, f).await?, 60, BlockPlace::Aside)),
            By::Area(area) => {
                let rows = store::of_area(&app.db, area, TOP, SHOWN).await?;
                let all = format!("/inovasi?daerah={area}");
                let items = items(app, f, rows).await?;
                let block = InnovationsBlock { f, items, all, copied: vec![] };
                Some((block, 40, BlockPlace::Aside))
            }
            By::Agency(id) => Some((of_agency(app, f, id).await?, 40, BlockPlace::Main)),
            By::Person(_) | By::Outlet(_) | By::Tag(_) | By::Subject(_) => None,
        };
        let Some((block, weight, place)) = found.filter(|(block, ..)| !block.is_empty()) else {
            return Ok(vec![]);
        };
        Ok(vec![Block { weight, place, html: block.render()? }])
    })
}

async fn house<'a>(app: &App, f: &'a Frame) -> Result<InnovationsBlock<'a>> {
    let rows = store::newest(&app.db, TOP, SHOWN).await?;
    let items = items(app, f, rows).await?;
    Ok(InnovationsBlock { f, items, all: "/inovasi".to_owned(), copied: vec![] })
}

async fn of_agency<'a>(app: &App, f: &'a Frame, id: AgencyId) -> Result<InnovationsBlock<'a>> {
    let rows = store::of_agencies(&app.db, &[id.0], TOP, SHOWN).await?;
    let copies = store::replications_by(&app.db, &[id.0], COPIED_SHOWN).await?;
    let names = agencies::names_of(app, copies.iter().map(|copy| copy.origin_agency)).await?;
    let mut copied = vec![];
    for copy in copies {
        let Some(origin) = store::find(&app.db, copy.origin).await? else { continue };
        copied.push(CopiedLine {
            name: origin.name,
            path: copy.path(),
            from: names.get(&copy.origin_agency).cloned().unwrap_or_else(AgencyName::unknown).name,
            badge: counted_badge(f, &copy),
        });
    }
    let items = items(app, f, rows).await?;
    Ok(InnovationsBlock { f, items, all: format!("/inovasi?instansi={id}"), copied })
}

impl InnovationsBlock<'_> {
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.copied.is_empty()
    }
}
