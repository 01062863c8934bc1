//! What a picture is made of, and what we refuse to keep.
use crate::header;
use base::{
    blobs::BlobHash,
    ids::PersonId,
    refusal::{FieldErrors, Refusal},
    text_enum,
};

/// The largest file that we keep: a photograph of 12 million dots, well compressed, is below 3 MB.
pub const FILE_BYTES_MAX: usize = 4 * 1024 * 1024;
/// No screen shows more; a wider file is a mistake or an attack on the browser's memory.
const SIDE_PX_MAX: i64 = 6000;

text_enum! {
    /// The kinds of file: WebP for nearly all browsers, JPEG for the rest.
    pub enum Format {
        Webp = "webp",
        Jpeg = "jpeg",
    }
}

text_enum! {
    /// Why nobody is shown a picture any more: everything that showed it is gone from sight.
    pub enum Withheld {
        Hidden = "hidden",
        /// Taken back for good.
        Gone = "gone",
    }
}

impl Format {
    /// The ending of its addresses.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Webp => "webp",
            Format::Jpeg => "jpg",
        }
    }

    pub fn of_ending(ending: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.ending() == ending)
    }

    pub fn content_type(self) -> &'static str {
        match self {
            Format::Webp => "image/webp",
            Format::Jpeg => "image/jpeg",
        }
    }
}

/// A picture that is to be kept.
#[derive(Debug, Clone, Default)]
pub struct NewPicture {
    /// What is seen on it, for those who do not see it.
    pub alt: String,
    pub caption: String,
    /// As shown: "Foto: Ardes".
    pub credit: String,
    pub licence: String,
    pub by: Option<PersonId>,
    /// The same picture in several formats and widths.
    pub files: Vec<NewFile>,
}

/// One file of a picture; `width` and `height` in dots.
#[derive(Debug, Clone)]
pub struct NewFile {
    pub format: Format,
    pub width: i64,
    pub height: i64,
    pub bytes: Vec<u8>,
}

/// A file whose bytes are on disk.
#[derive(Debug, Clone)]
pub struct KeptFile {
    pub format: Format,
    pub width_px: i64,
    pub height_px: i64,
    pub hash: BlobHash,
    pub size_bytes: i64,
}

impl NewPicture {
    /// Refuses what is no picture, too large, or tells where and with what it was taken.
    pub fn check(&self) -> Result<(), Refusal> {
        let mut errors = FieldErrors::default();
        if self.alt.trim().is_empty() {
            errors.add("alt", "error-empty");
        }
        if self.files.is_empty() {
            errors.add("file", "error-empty");
        }
        for file in &self.files {
            if let Some(key) = file.fault() {
                errors.add("file", key);
            }
        }
        errors.check()
    }
}

impl NewFile {
    fn fault(&self) -> Option<&'static str> {
        if self.bytes.len() > FILE_BYTES_MAX {
            return Some("error-picture-too-large");
        }
        let Some(header) = header::read(&self.bytes).filter(|read| read.format == self.format)
        else {
            return Some("error-picture-format");
        };
        let sides = [header.width_px, header.height_px];
        if sides != [self.width, self.height] || sides.iter().any(|side| *side > SIDE_PX_MAX) {
            Some("error-picture-sides")
        } else if header.tells_more {
            Some("error-picture-metadata")
        } else {
            None
        }
    }
}
