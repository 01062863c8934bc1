//! What reports put on the front page, on an area's and on a body's: who has not answered, in days; the latest.
use crate::{
    pages::list::{Line, WAITING, lines},
    store::{self, Listed},
    subjects::TOP,
};
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    feature::{Block, BlockPlace, By, Later},
    ids::AreaCode,
    web::Frame,
};

const IN_BLOCK: i64 = 5;
/// Fills two rows of three on a wide screen.
const LATEST: i64 = 6;

#[derive(Template)]
#[template(path = "_waiting.html")]
pub(crate) struct WaitingBlock<'a> {
    pub f: &'a Frame,
    pub lines: Vec<Line>,
    /// Where all of them stand.
    pub all: String,
}

#[derive(Template)]
#[template(path = "_latest.html")]
pub(crate) struct LatestBlock<'a> {
    pub f: &'a Frame,
    pub lines: Vec<Line>,
}

pub(crate) fn blocks<'a>(app: &'a App, f: &'a Frame, by: By) -> Later<'a, Vec<Block>> {
    Box::pin(async move {
        match by {
            By::House => {
                let mut blocks = waiting(app, f, store::EVERYWHERE).await?;
                blocks.extend(latest(app, f).await?);
                Ok(blocks)
            }
            By::Area(code) => waiting(app, f, code).await,
            By::Agency(id) => {
                let found = store::unanswered_by(&app.db, id, IN_BLOCK).await?;
                of_waiting(app, f, (found, format!("/laporan?keadaan={WAITING}&instansi={id}")))
                    .await
            }
            By::Person(_) | By::Outlet(_) | By::Tag(_) | By::Subject(_) => Ok(vec![]),
        }
    })
}

async fn waiting(app: &App, f: &Frame, area: AreaCode) -> Result<Vec<Block>> {
    let found = store::unanswered(&app.db, area, IN_BLOCK).await?;
    let all = match area == store::EVERYWHERE {
        true => format!("/laporan?keadaan={WAITING}"),
        false => format!("/laporan?keadaan={WAITING}&daerah={area}"),
    };
    of_waiting(app, f, (found, all)).await
}

async fn of_waiting(
    app: &App,
    f: &Frame,
    (found, all): (Vec<Listed>, String),
) -> Result<Vec<Block>> {
    if found.is_empty() {
        return Ok(vec![]);
    }
    let ids: Vec<i64> = found.iter().map(|(id, _)| *id).collect();
    let reports = store::reports(&app.db, &ids).await?;
    let block = WaitingBlock { f, lines: lines(app, f, reports).await?, all };
    Ok(vec![Block { weight: 20, place: BlockPlace::Aside, html: block.render()? }])
}

async fn latest(app: &App, f: &Frame) -> Result<Option<Block>> {
    let found = store::in_area(&app.db, store::EVERYWHERE, TOP, LATEST).await?;
    if found.is_empty() {
        return Ok(None);
    }
    let ids: Vec<i64> = found.iter().map(|(id, _)| *id).collect();
    let reports = store::reports(&app.db, &ids).await?;
    let block = LatestBlock { f, lines: lines(app, f, reports).await? };
    Ok(Some(Block { weight: 30, place: BlockPlace::Main, html: block.render()? }))
}
