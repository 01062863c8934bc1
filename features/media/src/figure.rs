//! Pictures as pages show them: large with caption, or small beside a card.
use crate::{attachment::Made, picture::Format, store, store::FileRow};
use anyhow::Result;
use askama::Template;
use base::{db::Db, ids::PictureId, subject::Thumbnail, web::Frame};
use std::collections::HashMap;

/// A picture with its caption. Caption and alt may be changed by the page that shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub id: PictureId,
    pub alt: String,
    pub caption: String,
    pub credit: String,
    pub licence: String,
    /// Who is seen on it agreed to be, in the sender's words; for those who work on it.
    pub consent: String,
    pub made: Made,
    /// Widest first.
    pub webp: Vec<Source>,
    /// Widest first; never empty.
    pub jpeg: Vec<Source>,
}

/// One file; `path` is its address on this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub path: String,
    pub width_px: i64,
    pub height_px: i64,
}

#[derive(Template)]
#[template(path = "_figure.html")]
struct FigureTemplate<'a> {
    f: &'a Frame,
    figure: &'a Figure,
    lazy: bool,
}

impl Figure {
    /// The whole `<figure>`, loaded when it comes into view.
    pub fn html(&self, f: &Frame) -> String {
        self.render(f, true)
    }

    /// The same for the first picture of a page, loaded at once.
    pub fn first_html(&self, f: &Frame) -> String {
        self.render(f, false)
    }

    fn render(&self, f: &Frame, lazy: bool) -> String {
        FigureTemplate { f, figure: self, lazy }.render().unwrap_or_default()
    }

    /// What is seen, or that nobody has said it yet.
    fn alt_words(&self, f: &Frame) -> String {
        if self.alt.is_empty() { f.t("media-undescribed") } else { self.alt.clone() }
    }

    /// What is said of its making; nothing of a plain photograph.
    fn made_words(&self, f: &Frame) -> Option<String> {
        self.made.words(f)
    }

    fn has_words(&self) -> bool {
        !self.caption.is_empty() || !self.credit.is_empty() || self.made != Made::Camera
    }

    /// `/gambar/a.webp 1200w, /gambar/b.webp 600w`
    fn webp_set(&self) -> String {
        source_set(&self.webp)
    }

    fn jpeg_set(&self) -> String {
        source_set(&self.jpeg)
    }

    fn of(row: store::PictureRow, files: &[FileRow]) -> Option<Figure> {
        let sources = |format: Format| -> Vec<Source> {
            let own = files.iter().rev().filter(|f| f.picture == row.id && f.format == format);
            own.map(Source::of).collect()
        };
        let (webp, jpeg) = (sources(Format::Webp), sources(Format::Jpeg));
        (!jpeg.is_empty()).then_some(Figure {
            id: row.id,
            alt: row.alt,
            caption: row.caption,
            credit: row.credit,
            licence: row.licence,
            consent: row.consent,
            made: row.made,
            webp,
            jpeg,
        })
    }

    /// What the gallery and other features' samples show.
    pub fn sample() -> Figure {
        let source = |ending: &str, width_px: i64| Source {
            path: format!("/gambar/{}.{ending}", "0".repeat(64)),
            width_px,
            height_px: width_px * 2 / 3,
        };
        Figure {
            id: PictureId(1),
            alt: "Jembatan beton putus di tengah sungai".to_owned(),
            caption: "Jembatan Kali Suri putus di bagian tengah.".to_owned(),
            credit: "Foto: Sari Wulandari".to_owned(),
            licence: "CC BY-NC 4.0".to_owned(),
            consent: String::new(),
            made: Made::Camera,
            webp: vec![source("webp", 1200), source("webp", 600)],
            jpeg: vec![source("jpg", 1200), source("jpg", 600)],
        }
    }
}

impl Source {
    fn of(file: &FileRow) -> Source {
        Source {
            path: path(&file.hash, file.format),
            width_px: file.width_px,
            height_px: file.height_px,
        }
    }
}

fn path(hash: &str, format: Format) -> String {
    format!("/gambar/{hash}.{}", format.ending())
}

fn source_set(sources: &[Source]) -> String {
    let each: Vec<String> = sources.iter().map(|s| format!("{} {}w", s.path, s.width_px)).collect();
    each.join(", ")
}

fn numbers(ids: &[PictureId]) -> Vec<i64> {
    ids.iter().map(|id| id.0).collect()
}

/// The pictures with these ids, in this order; those that are not there (any more) are left out.
pub async fn figures(db: &Db, ids: &[PictureId]) -> Result<Vec<Figure>> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let numbers = numbers(ids);
    let mut rows: HashMap<PictureId, store::PictureRow> =
        store::pictures(db, &numbers).await?.into_iter().map(|row| (row.id, row)).collect();
    let files = store::files(db, &numbers).await?;
    Ok(ids.iter().filter_map(|id| Figure::of(rows.remove(id)?, &files)).collect())
}

/// The narrowest files of each picture, for cards. A picture without both formats has no thumbnail.
pub async fn thumbnails(db: &Db, ids: &[PictureId]) -> Result<HashMap<PictureId, Thumbnail>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let numbers = numbers(ids);
    let files = store::files(db, &numbers).await?;
    let narrowest = |id: PictureId, format: Format| {
        files.iter().find(|file| file.picture == id && file.format == format)
    };
    let mut found = HashMap::new();
    for (id, alt) in store::alts(db, &numbers).await? {
        let both = narrowest(id, Format::Webp).zip(narrowest(id, Format::Jpeg));
        let Some((webp, jpeg)) = both else { continue };
        found.insert(
            id,
            Thumbnail {
                webp: path(&webp.hash, Format::Webp),
                jpeg: path(&jpeg.hash, Format::Jpeg),
                width_px: jpeg.width_px,
                height_px: jpeg.height_px,
                alt,
            },
        );
    }
    Ok(found)
}
