//! Files by their hash. What hangs on a subject is shown to all while the subject is; before and after, only under the
//! secret that stands in the addresses of pages which are not for everyone.
use super::range::{Asked, asked};
use crate::{
    picture::{Format, Withheld},
    sniff::SoundFormat,
    store::{self, HolderRow},
};
use anyhow::{Context, Result};
use axum::{
    body::{Body, Bytes},
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base::{
    blobs::BlobHash,
    refusal::{OrNotFound, Outcome, Refusal},
    subject::Subject,
    web::{Answer, Visit},
};
use futures_util::stream;
use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
};

/// A file whose name is its content's hash never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// One that hangs on a subject may be hidden with it; asked again it is not sent again.
const WHILE_SHOWN: &str = "private, max-age=600";
const FOR_FEW: &str = "private, no-store";
/// Opened by itself, a file is nothing but a file.
const POLICY: &str = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; \
                      frame-ancestors 'none'";
const PIECE_BYTES: usize = 64 * 1024;

/// A file by its name: its hash and what it is.
#[derive(Debug, Clone, Copy)]
enum Named {
    Picture(BlobHash, Format),
    Sound(BlobHash, SoundFormat),
}

impl Named {
    fn read(name: &str) -> Option<Named> {
        let (hash, ending) = name.split_once('.')?;
        let hash = hash.parse().ok()?;
        let picture = Format::of_ending(ending).map(|format| Named::Picture(hash, format));
        picture.or_else(|| SoundFormat::parse(ending).map(|format| Named::Sound(hash, format)))
    }

    fn hash(self) -> BlobHash {
        match self {
            Named::Picture(hash, _) | Named::Sound(hash, _) => hash,
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Named::Picture(_, format) => format.content_type(),
            Named::Sound(_, format) => format.content_type(),
        }
    }

    /// `gambar-1a2b3c4d.webp`: what it is called when somebody keeps it.
    fn file_name(self) -> String {
        let hash = self.hash().to_string();
        match self {
            Named::Picture(_, format) => format!("gambar-{}.{}", &hash[..8], format.ending()),
            Named::Sound(_, format) => format!("rekaman-{}.{format}", &hash[..8]),
        }
    }
}

/// GET /gambar/{hash}.webp
pub(crate) async fn picture(visit: Visit, Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let Some(Named::Picture(hash, format)) = Named::read(&name) else {
        return Err(Refusal::NotFound.into());
    };
    let holders = store::holders_of_picture(&visit.app.db, (hash, format)).await?;
    let keep = shown(&visit, &holders).await?.or_not_found()?;
    file(&visit, Named::Picture(hash, format), &headers, keep).await
}

/// GET /rekaman/{hash}.mp3
pub(crate) async fn recording(
    visit: Visit,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let Some(Named::Sound(hash, format)) = Named::read(&name) else {
        return Err(Refusal::NotFound.into());
    };
    let holders = store::holders_of_recording(&visit.app.db, (hash, format)).await?;
    let keep = shown(&visit, &holders).await?.or_not_found()?;
    file(&visit, Named::Sound(hash, format), &headers, keep).await
}

/// GET /lampiran/{secret}/{hash}.webp
pub(crate) async fn for_few(
    visit: Visit,
    Path((secret, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer {
    let named = Named::read(&name).or_not_found()?;
    let db = &visit.app.db;
    let right = match named {
        Named::Picture(hash, format) => store::has_picture(db, &secret, (hash, format)).await?,
        Named::Sound(hash, format) => store::has_recording(db, &secret, (hash, format)).await?,
    };
    right.then_some(()).or_not_found()?;
    file(&visit, named, &headers, FOR_FEW).await
}

/// How long a browser may keep a file that anyone may see now; `None`: nobody may.
async fn shown(visit: &Visit, holders: &[HolderRow]) -> Outcome<Option<&'static str>> {
    let free = || holders.iter().filter(|holder| holder.attachment.is_none());
    if free().any(|holder| holder.withheld.is_none()) {
        return Ok(Some(if free().count() == holders.len() { FOR_EVER } else { WHILE_SHOWN }));
    }
    for holder in holders {
        let (Some(kind), Some(id)) = (holder.kind, holder.subject) else { continue };
        let card = visit.app.describe(visit.lang, Subject::new(kind, id)).await?;
        if card.is_some_and(|card| card.public) {
            return Ok(Some(WHILE_SHOWN));
        }
    }
    match holders.iter().filter_map(|holder| holder.withheld).max() {
        Some(Withheld::Gone) => Err(Refusal::Gone.into()),
        Some(Withheld::Hidden) => Err(Refusal::NotAllowed("refusal-picture-hidden").into()),
        None => Ok(None),
    }
}

async fn file(visit: &Visit, named: Named, asks: &HeaderMap, keep: &'static str) -> Answer {
    let tag = format!("\"{}\"", named.hash());
    if text(asks, header::IF_NONE_MATCH).is_some_and(|tags| tags.contains(&tag)) {
        return dressed(StatusCode::NOT_MODIFIED.into_response(), named, (&tag, keep));
    }
    let blobs = visit.app.blobs.clone();
    let open = tokio::task::spawn_blocking(move || blobs.open(named.hash()));
    let (file, length) = open
        .await
        .context("opening a file ended")??
        .with_context(|| format!("the file {} is gone from the folder", named.hash()))?;
    // A part of something else than what the player has already is no use to it.
    let same = text(asks, header::IF_RANGE).is_none_or(|known| known == tag);
    let range = text(asks, header::RANGE).filter(|_| same);
    dressed(part(file, asked(range, length), length)?, named, (&tag, keep))
}

fn text(asks: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    asks.get(name).and_then(|value| value.to_str().ok())
}

/// The bytes that are asked for, and what says which they are.
fn part(file: File, asked: Asked, length: u64) -> Result<Response> {
    let (status, from, to) = match asked {
        Asked::Whole => (StatusCode::OK, 0, length),
        Asked::Part(first, last) => (StatusCode::PARTIAL_CONTENT, first, last + 1),
        Asked::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, 0, 0),
    };
    let mut response = (status, Body::from_stream(pieces(file, from, to))).into_response();
    let span = match asked {
        Asked::Whole => None,
        Asked::Part(first, last) => Some(format!("bytes {first}-{last}/{length}")),
        Asked::Nothing => Some(format!("bytes */{length}")),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(to - from));
    if let Some(span) = span {
        headers.insert(header::CONTENT_RANGE, header_value(&span)?);
    }
    Ok(response)
}

fn header_value(text: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).context("a header of ours is none")
}

/// What goes with every file: nothing in it is run, whatever it pretends to be.
fn dressed(mut response: Response, named: Named, (tag, keep): (&str, &'static str)) -> Answer {
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(named.content_type());
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::ETAG, header_value(tag)?);
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let disposition = format!("inline; filename=\"{}\"", named.file_name());
    headers.insert(header::CONTENT_DISPOSITION, header_value(&disposition)?);
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    Ok(response)
}

/// From byte `from` up to, not with, byte `to`, as fast as they are taken.
fn pieces(
    file: File,
    from: u64,
    to: u64,
) -> impl futures_util::Stream<Item = std::io::Result<Bytes>> + Send {
    stream::try_unfold((file, from), move |(file, at)| async move {
        if at >= to {
            return Ok(None);
        }
        let reading = tokio::task::spawn_blocking(move || {
            let mut file = file;
            let count = usize::try_from(to - at).unwrap_or(usize::MAX).min(PIECE_BYTES);
            let mut piece = vec![0; count];
            file.seek(SeekFrom::Start(at))?;
            file.read_exact(&mut piece)?;
            std::io::Result::Ok((piece, file))
        });
        let (piece, file) = reading.await.map_err(std::io::Error::other)??;
        let next = at + piece.len() as u64;
        Ok(Some((Bytes::from(piece), (file, next))))
    })
}
