//! A form with files (`multipart/form-data`, RFC 7578): fields in memory, files on disk without a name, so that they
//! are gone with whoever holds them, killed or not. What a file is called and says to be is not believed.
use super::{FORM_BYTES_MAX, Fields, clean_line, fields};
use crate::{app::App, refusal::Refusal};
use axum::{
    body::Body,
    extract::{FromRequest, Request},
};
use http_body_util::BodyExt;
use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{io::AsyncWriteExt, sync::Semaphore};

/// A form with its files at most.
pub const FILES_BYTES_MAX: usize = 64 * 1024 * 1024;
const FILES_MAX: usize = 12;
const PARTS_MAX: usize = 300;
const PART_HEAD_BYTES_MAX: usize = 2048;
/// RFC 2046, 5.1.1.
const BOUNDARY_LETTERS_MAX: usize = 70;
/// Forms with files that are read at the same time: each holds one connection and one file at a time.
static PLACES: Semaphore = Semaphore::const_new(64);
/// A photograph over the slowest line that still gets anywhere.
const FILES_WITHIN: Duration = Duration::from_secs(30 * 60);

/// What a form sent, with its files.
#[derive(Debug, Default)]
pub struct Form {
    pub fields: Fields,
    pub files: Vec<SentFile>,
}

/// One file. `file` stands at its end.
#[derive(Debug)]
pub struct SentFile {
    /// The form's field.
    pub field: String,
    /// As the sender calls it: to be shown to them, never to be believed.
    pub name: String,
    pub bytes: u64,
    pub file: std::fs::File,
}

/// A form that was read before its handler runs.
#[derive(Clone)]
pub(super) struct Received(Arc<Mutex<Option<Form>>>);

impl Received {
    pub(super) fn new(form: Form) -> Received {
        Received(Arc::new(Mutex::new(Some(form))))
    }

    fn take(&self) -> Option<Form> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl FromRequest<App> for Form {
    type Rejection = Refusal;

    async fn from_request(mut request: Request, app: &App) -> Result<Self, Refusal> {
        if let Some(received) = request.extensions_mut().remove::<Received>() {
            return received.take().ok_or(Refusal::Malformed("refusal-not-a-form"));
        }
        let fields = Fields::from_request(request, app).await?;
        Ok(Form { fields, files: vec![] })
    }
}

/// What stands between the parts; `None`: the request is no form with files.
pub(super) fn boundary(request: &Request) -> Option<String> {
    let kind = request.headers().get("content-type")?.to_str().ok()?;
    let rest = kind.strip_prefix("multipart/form-data")?;
    let value = rest.split(';').find_map(|part| part.trim().strip_prefix("boundary="))?;
    let value = value.trim_matches('"');
    let right = !value.is_empty()
        && value.len() <= BOUNDARY_LETTERS_MAX
        && value.bytes().all(|byte| byte.is_ascii_graphic());
    right.then(|| value.to_owned())
}

/// Reads it whole; what is refused is read on for a while, so that the browser shows the sentence.
pub(super) async fn read(data: &Path, body: Body, boundary: &str) -> Result<Form, Refusal> {
    let mut pieces = Pieces { body, seen: 0, kept: b"\r\n".to_vec() };
    let Ok(_place) = PLACES.try_acquire() else {
        pieces.throw_away().await;
        return Err(Refusal::TooMany { retry_after_s: 60 });
    };
    let delimiter = format!("\r\n--{boundary}").into_bytes();
    let reading = tokio::time::timeout(FILES_WITHIN, pieces.form(data, &delimiter)).await;
    let form = reading.unwrap_or(Err(Refusal::Malformed("refusal-cut-off")));
    if form.is_err() {
        pieces.throw_away().await;
    }
    form
}

/// The body, piece by piece.
struct Pieces {
    body: Body,
    seen: usize,
    /// Read and not yet used.
    kept: Vec<u8>,
}

impl Pieces {
    /// Reads another piece; `false` at the end.
    async fn more(&mut self) -> Result<bool, Refusal> {
        let next = tokio::time::timeout(fields::PIECE_WITHIN, self.body.frame()).await;
        let Some(frame) = next.map_err(|_| Refusal::Malformed("refusal-cut-off"))? else {
            return Ok(false);
        };
        let frame = frame.map_err(|_| Refusal::Malformed("refusal-cut-off"))?;
        if let Ok(piece) = frame.into_data() {
            self.seen += piece.len();
            self.kept.extend_from_slice(&piece);
        }
        if self.seen > FILES_BYTES_MAX {
            return Err(Refusal::TooLarge { limit_bytes: FILES_BYTES_MAX });
        }
        Ok(true)
    }

    async fn need(&mut self) -> Result<(), Refusal> {
        self.more().await?.then_some(()).ok_or(Refusal::Malformed("refusal-cut-off"))
    }

    async fn throw_away(&mut self) {
        let limit = self.seen + FILES_BYTES_MAX;
        self.kept = vec![];
        while self.seen < limit {
            let next = tokio::time::timeout(fields::PIECE_WITHIN, self.body.frame()).await;
            let Ok(Some(Ok(frame))) = next else { return };
            self.seen += frame.into_data().map_or(0, |piece| piece.len());
        }
    }

    async fn form(&mut self, data: &Path, delimiter: &[u8]) -> Result<Form, Refusal> {
        // Nothing may stand before the first part.
        let mut before = Sink::Field { bytes: vec![], limit: 0 };
        self.until(delimiter, &mut before).await?;
        let mut pairs: Vec<(String, String)> = vec![];
        let mut files = vec![];
        let mut field_bytes = 0;
        for _ in 0..=PARTS_MAX {
            let Some(part) = self.head().await? else {
                return Ok(Form { fields: Fields::of(pairs), files });
            };
            match part.file_name {
                None => {
                    let limit = FORM_BYTES_MAX - field_bytes;
                    let mut sink = Sink::Field { bytes: vec![], limit };
                    self.until(delimiter, &mut sink).await?;
                    let value = sink.text()?;
                    field_bytes += value.len();
                    pairs.push((part.name, value));
                }
                Some(file_name) => {
                    let mut sink = Sink::file(data)?;
                    self.until(delimiter, &mut sink).await?;
                    let sent = sink.sent(part.name, file_name).await?;
                    // A field without a file is sent as an empty one without a name.
                    if sent.bytes > 0 || !sent.name.is_empty() {
                        files.push(sent);
                    }
                    if files.len() > FILES_MAX {
                        return Err(Refusal::Malformed("refusal-too-many-files"));
                    }
                }
            }
        }
        Err(Refusal::Malformed("refusal-broken-form"))
    }

    /// Moves everything before the delimiter into the sink, and the delimiter away.
    async fn until(&mut self, delimiter: &[u8], sink: &mut Sink) -> Result<(), Refusal> {
        loop {
            if let Some(at) = find(&self.kept, delimiter) {
                sink.take(&self.kept[..at]).await?;
                self.kept.drain(..at + delimiter.len());
                return Ok(());
            }
            let sure = self.kept.len().saturating_sub(delimiter.len() - 1);
            sink.take(&self.kept[..sure]).await?;
            self.kept.drain(..sure);
            self.need().await?;
        }
    }

    /// The head of the next part; `None` after the last.
    async fn head(&mut self) -> Result<Option<Head>, Refusal> {
        while self.kept.len() < 2 {
            self.need().await?;
        }
        if self.kept.starts_with(b"--") {
            // Nothing that follows is used.
            while self.more().await? {
                self.kept.clear();
            }
            return Ok(None);
        }
        loop {
            if let Some(end) = find(&self.kept, b"\r\n\r\n") {
                let lines: Vec<u8> = self.kept.drain(..end + 4).collect();
                return Head::read(&lines).map(Some);
            }
            if self.kept.len() > PART_HEAD_BYTES_MAX {
                return Err(Refusal::Malformed("refusal-broken-form"));
            }
            self.need().await?;
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// What a part says of itself.
struct Head {
    name: String,
    file_name: Option<String>,
}

impl Head {
    fn read(lines: &[u8]) -> Result<Head, Refusal> {
        let broken = Refusal::Malformed("refusal-broken-form");
        let text = std::str::from_utf8(lines).map_err(|_| broken.clone())?;
        let line = text.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-disposition").then(|| value.trim())
        });
        let rest = line.and_then(|value| value.strip_prefix("form-data")).ok_or(broken.clone())?;
        let name = quoted(rest, "name").ok_or(broken)?;
        Ok(Head { name, file_name: quoted(rest, "filename") })
    }
}

/// The value of `; name="…"`, in which browsers write a quotation mark as %22.
fn quoted(text: &str, name: &str) -> Option<String> {
    let opening = format!("; {name}=\"");
    let start = text.find(&opening)? + opening.len();
    let end = text[start..].find('"')? + start;
    Some(clean_line(&text[start..end].replace("%22", "\"")).chars().take(120).collect())
}

/// Where a part's content goes.
enum Sink {
    Field { bytes: Vec<u8>, limit: usize },
    File { file: tokio::fs::File, bytes: u64 },
}

impl Sink {
    fn file(data: &Path) -> Result<Sink, Refusal> {
        let file = unnamed(data).map_err(|error| {
            tracing::error!(%error, "a file that is being sent has no place");
            Refusal::Malformed("refusal-no-room")
        })?;
        Ok(Sink::File { file: tokio::fs::File::from_std(file), bytes: 0 })
    }

    async fn take(&mut self, more: &[u8]) -> Result<(), Refusal> {
        match self {
            Sink::Field { bytes, limit } => {
                if bytes.len() + more.len() > *limit {
                    return Err(Refusal::TooLarge { limit_bytes: FORM_BYTES_MAX });
                }
                bytes.extend_from_slice(more);
            }
            Sink::File { file, bytes } => {
                *bytes += more.len() as u64;
                file.write_all(more).await.map_err(|_| Refusal::Malformed("refusal-no-room"))?;
            }
        }
        Ok(())
    }

    fn text(self) -> Result<String, Refusal> {
        let Sink::Field { bytes, .. } = self else { unreachable!("a field goes into memory") };
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| Refusal::Malformed("refusal-broken-text"))?;
        Ok(super::clean_text(&text))
    }

    async fn sent(self, field: String, name: String) -> Result<SentFile, Refusal> {
        let Sink::File { mut file, bytes } = self else { unreachable!("a file goes to disk") };
        file.flush().await.map_err(|_| Refusal::Malformed("refusal-no-room"))?;
        Ok(SentFile { field, name, bytes, file: file.into_std().await })
    }
}

/// A file without a name beside the others of the house: the kernel takes it back when it is closed.
fn unnamed(data: &Path) -> std::io::Result<std::fs::File> {
    std::fs::create_dir_all(data)?;
    tempfile::tempfile_in(data)
}
