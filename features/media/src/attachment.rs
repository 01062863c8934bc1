//! What people send with their words: a picture or a recording, what they say of it, and where its files are asked for.
use crate::{
    figure::{Figure, Source},
    sniff::{Fault, SoundFormat},
    store::{AttachmentRow, RecordingRow},
};
use base::{
    blobs::BlobHash,
    ids::AttachmentId,
    jiff::SignedDuration,
    refusal::FieldErrors,
    subject::Thumbnail,
    text_enum,
    web::{Fields, Frame},
};

/// The field of a form that holds files.
pub const FIELD: &str = "attach";
/// A form that is not sent is forgotten with its files.
pub(crate) const WAITS: SignedDuration = SignedDuration::from_hours(24);
/// On one form or subject.
pub(crate) const EACH_MAX: i64 = 12;
const BYTES_MAX: i64 = 120 * 1024 * 1024;
/// The same for a letter without an account.
pub(crate) const LETTER_EACH_MAX: i64 = 5;
const LETTER_BYTES_MAX: i64 = 40 * 1024 * 1024;
/// Of an account on a day.
pub(crate) const DAY_BYTES_MAX: i64 = 250 * 1024 * 1024;
/// On forms that nobody has sent yet, in the whole house.
pub(crate) const WAITING_MAX: i64 = 5000;
/// A mark that a form of ours made has this many letters.
const MARK_LETTERS: usize = 43;
const LINE_LETTERS_MAX: usize = 300;
const TRANSCRIPT_LETTERS_MAX: usize = 20_000;

text_enum! {
    /// How it came about, as its sender says.
    pub enum Made {
        Camera = "camera",
        /// Changed by a program that invents.
        Changed = "changed",
        /// Made up by one.
        Invented = "invented",
    }
}

impl Made {
    /// What a page says of it; nothing of a plain photograph or recording.
    pub(crate) fn words(self, f: &Frame) -> Option<String> {
        (self != Made::Camera).then(|| f.t(&format!("media-made-{self}")))
    }
}

/// A picture or a recording that hangs on a subject or waits under a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Attached {
    pub id: AttachmentId,
    /// In the address of its files where not everyone may see them.
    pub secret: String,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq)]
pub enum What {
    Picture(Figure),
    Recording(Recording),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Recording {
    pub path: String,
    pub format: SoundFormat,
    pub duration_ms: i64,
    pub caption: String,
    pub transcript: String,
    pub consent: String,
    pub made: Made,
}

/// A file that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub name: String,
    pub fault: Fault,
}

/// The name under which files wait: of a mark, which is as good as a secret, the database knows the hash only.
pub(crate) fn mark_hash(mark: &str) -> Option<String> {
    let right = mark.len() == MARK_LETTERS && mark.bytes().all(|byte| byte.is_ascii_graphic());
    right.then(|| BlobHash::of(format!("attachments {mark}").as_bytes()).to_string())
}

/// How many and how much may hang together.
pub(crate) fn room(signed_in: bool) -> (i64, i64) {
    if signed_in { (EACH_MAX, BYTES_MAX) } else { (LETTER_EACH_MAX, LETTER_BYTES_MAX) }
}

impl Attached {
    /// Its narrowest files, beside a line of text; a recording has none.
    pub fn thumbnail(&self) -> Option<Thumbnail> {
        let What::Picture(figure) = &self.what else { return None };
        let (webp, jpeg) = (figure.webp.last()?, figure.jpeg.last()?);
        Some(Thumbnail {
            webp: webp.path.clone(),
            jpeg: jpeg.path.clone(),
            width_px: jpeg.width_px,
            height_px: jpeg.height_px,
            alt: figure.alt.clone(),
        })
    }

    pub(crate) fn picture(row: &AttachmentRow, figure: Figure) -> Attached {
        Attached { id: row.id, secret: row.secret.clone(), what: What::Picture(figure) }
    }

    pub(crate) fn recording(row: &AttachmentRow, recording: RecordingRow) -> Attached {
        let what = What::Recording(Recording {
            path: format!("/rekaman/{}.{}", recording.hash, recording.format),
            format: recording.format,
            duration_ms: recording.duration_ms,
            caption: recording.caption,
            transcript: recording.transcript,
            consent: recording.consent,
            made: recording.made,
        });
        Attached { id: row.id, secret: row.secret.clone(), what }
    }

    /// The same with addresses that only those know who were shown the page.
    pub fn for_few(&self) -> Attached {
        let place = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or_default();
            format!("/lampiran/{}/{name}", self.secret)
        };
        let source = |source: &Source| Source { path: place(&source.path), ..source.clone() };
        let what = match &self.what {
            What::Picture(figure) => What::Picture(Figure {
                webp: figure.webp.iter().map(source).collect(),
                jpeg: figure.jpeg.iter().map(source).collect(),
                ..figure.clone()
            }),
            What::Recording(recording) => {
                What::Recording(Recording { path: place(&recording.path), ..recording.clone() })
            }
        };
        Attached { what, ..self.clone() }
    }

    /// The field of a form in which something is said of this one: `caption-1h2j…`.
    pub fn field(&self, about: &str) -> String {
        format!("{about}-{}", self.id)
    }

    pub fn made(&self) -> Made {
        match &self.what {
            What::Picture(figure) => figure.made,
            What::Recording(recording) => recording.made,
        }
    }
}

/// What a form says of one attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Saying {
    pub caption: String,
    /// What is seen on a picture; what is said in a recording.
    pub words: String,
    pub consent: String,
    pub made: Made,
    pub remove: bool,
}

impl Saying {
    /// `None`: the form says nothing of it.
    pub(crate) fn read(
        fields: &Fields,
        attached: &Attached,
        errors: &mut FieldErrors,
    ) -> Option<Saying> {
        let field = |about: &str| attached.field(about);
        fields.raw(&field("caption"))?;
        let mut short = |text: String, max: usize| {
            let letters = text.chars().count();
            if letters > max {
                let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
                errors.add_with(
                    FIELD,
                    "error-too-long",
                    &[("max", number(max)), ("got", number(letters))],
                );
            }
            text
        };
        let caption = short(fields.line(&field("caption")), LINE_LETTERS_MAX);
        let words = match attached.what {
            What::Picture(_) => short(fields.line(&field("alt")), LINE_LETTERS_MAX),
            What::Recording(_) => short(fields.text(&field("transcript")), TRANSCRIPT_LETTERS_MAX),
        };
        Some(Saying {
            caption,
            words,
            consent: short(fields.line(&field("consent")), LINE_LETTERS_MAX),
            made: Made::parse(&fields.line(&field("made"))).unwrap_or(Made::Camera),
            remove: fields.ticked(&field("remove")),
        })
    }
}
