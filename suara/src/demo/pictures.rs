//! The pictures of the demonstration's stories.
use super::{
    data::{self, Newsroom, Story},
    ours,
};
use anyhow::{Context, Result};
use base::{app::App, ids::PictureId};
use media::{Format, NewFile, NewPicture};
use std::collections::HashMap;

/// The name of a picture from the name of one of its files.
pub(super) fn picture_name(file: &str) -> &str {
    file.split("-1200").next().unwrap_or(file)
}

/// A picture for each story that shows it, with the story's own words about it; its files are kept once.
pub(super) async fn load(app: &App, newsroom: &Newsroom) -> Result<HashMap<String, PictureId>> {
    let mut kept = HashMap::new();
    for (story, shown) in
        newsroom.stories.iter().flat_map(|s| s.pictures.iter().map(move |p| (s, p)))
    {
        let name = picture_name(&shown.file);
        let picture = newsroom.pictures.get(name).with_context(|| format!("no picture {name}"))?;
        let file = |format: Format, width: i64| -> Result<NewFile> {
            let path = format!("pictures/{name}-{width}.{}", format.ending());
            let bytes =
                data::Files::get(&path).with_context(|| format!("demo/{path} is missing"))?;
            let height = picture.height * width / picture.width;
            Ok(NewFile { format, width, height, bytes: bytes.data.into_owned() })
        };
        let new = NewPicture {
            alt: shown.alt.clone(),
            caption: shown.caption.clone(),
            credit: picture.credit.clone(),
            licence: picture.licence.clone(),
            by: None,
            files: vec![
                file(Format::Webp, 600)?,
                file(Format::Webp, 1200)?,
                file(Format::Jpeg, 600)?,
                file(Format::Jpeg, 1200)?,
            ],
        };
        kept.insert(shown_by(story, &shown.file), ours(media::add(app, new).await)?);
    }
    Ok(kept)
}

/// The key of a picture as a story shows it.
pub(super) fn shown_by(story: &Story, file: &str) -> String {
    format!("{}/{}", story.key, picture_name(file))
}
