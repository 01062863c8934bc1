//! What other pages show of bodies: on the page of an area, the bodies of that area.
use crate::{
    agency::Agency,
    store::{self, Narrowed},
};
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    feature::{Block, BlockPlace, By},
    ids::{AgencyId, AreaCode},
    web::Frame,
};

const SHOWN: i64 = 12;

#[derive(Template)]
#[template(path = "pages/block.html")]
struct AreaBlock<'a> {
    f: &'a Frame,
    area: AreaCode,
    agencies: Vec<Agency>,
}

pub(crate) async fn blocks(app: &App, f: &Frame, by: By) -> Result<Vec<Block>> {
    let By::Area(area) = by else { return Ok(vec![]) };
    let narrowed = Narrowed { area: Some(area), ..Narrowed::default() };
    let agencies = store::by_name(&app.db, &narrowed, ("", AgencyId(0)), SHOWN).await?;
    if agencies.is_empty() {
        return Ok(vec![]);
    }
    let html = AreaBlock { f, area, agencies }.render()?;
    Ok(vec![Block { weight: 40, place: BlockPlace::Aside, html }])
}
