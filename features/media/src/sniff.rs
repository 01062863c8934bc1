//! What a file is, by its content, and why we do not take it. Its name and what the browser says of it are not asked.
use base::text_enum;

/// Why a file is not taken, each with a sentence of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing that we know.
    Unknown,
    /// The format that some phones keep photographs in.
    Heic,
    Video,
    /// Cut off or damaged.
    Broken,
    /// Holds something else besides.
    Mixed,
    TooLarge,
    /// More dots than we decode.
    TooManyDots,
    TooLong,
    /// Decoding took too long, or too many wait.
    Busy,
    /// No more on this form, or today.
    Enough,
    Spent,
}

impl Fault {
    pub fn key(self) -> &'static str {
        match self {
            Fault::Unknown => "error-upload-unknown",
            Fault::Heic => "error-upload-heic",
            Fault::Video => "error-upload-video",
            Fault::Broken => "error-upload-broken",
            Fault::Mixed => "error-upload-mixed",
            Fault::TooLarge => "error-upload-too-large",
            Fault::TooManyDots => "error-upload-dots",
            Fault::TooLong => "error-upload-too-long",
            Fault::Busy => "error-upload-busy",
            Fault::Enough => "error-upload-enough",
            Fault::Spent => "error-upload-spent",
        }
    }
}

text_enum! {
    /// Pictures that we decode.
    pub enum Sent {
        Jpeg = "jpeg",
        Png = "png",
        Webp = "webp",
    }
}

text_enum! {
    /// Recordings that we keep as they were sent, without what they tell besides the sound.
    pub enum SoundFormat {
        Mp3 = "mp3",
        M4a = "m4a",
        Aac = "aac",
        Ogg = "ogg",
        Wav = "wav",
    }
}

impl SoundFormat {
    pub fn content_type(self) -> &'static str {
        match self {
            SoundFormat::Mp3 => "audio/mpeg",
            SoundFormat::M4a => "audio/mp4",
            SoundFormat::Aac => "audio/aac",
            SoundFormat::Ogg => "audio/ogg",
            SoundFormat::Wav => "audio/wav",
        }
    }
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sniffed {
    Picture(Sent),
    Sound(SoundFormat),
}

pub fn sniff(bytes: &[u8]) -> Result<Sniffed, Fault> {
    let at = |from: usize, wanted: &[u8]| bytes.get(from..from + wanted.len()) == Some(wanted);
    if at(0, &[0xff, 0xd8, 0xff]) {
        return Ok(Sniffed::Picture(Sent::Jpeg));
    }
    if at(0, b"\x89PNG\r\n\x1a\n") {
        return Ok(Sniffed::Picture(Sent::Png));
    }
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Ok(Sniffed::Picture(Sent::Webp));
    }
    if at(0, b"RIFF") && at(8, b"WAVE") {
        return Ok(Sniffed::Sound(SoundFormat::Wav));
    }
    if at(0, b"OggS") {
        return Ok(Sniffed::Sound(SoundFormat::Ogg));
    }
    if at(4, b"ftyp") {
        return brand(bytes.get(8..12).unwrap_or_default());
    }
    let after_tag = id3_end(bytes);
    match bytes.get(after_tag..after_tag + 2) {
        // ADTS: twelve ones, then layer 0.
        Some([0xff, second]) if second & 0xf6 == 0xf0 => Ok(Sniffed::Sound(SoundFormat::Aac)),
        Some([0xff, second]) if second & 0xe6 == 0xe2 => Ok(Sniffed::Sound(SoundFormat::Mp3)),
        _ if after_tag > 0 => Ok(Sniffed::Sound(SoundFormat::Mp3)),
        _ => Err(Fault::Unknown),
    }
}

/// ISO/IEC 14496-12: who is first in `ftyp`. That there is nothing but sound in it is seen later.
fn brand(brand: &[u8]) -> Result<Sniffed, Fault> {
    match brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1" | b"avif" => {
            Err(Fault::Heic)
        }
        b"qt  " => Err(Fault::Video),
        _ => Ok(Sniffed::Sound(SoundFormat::M4a)),
    }
}

/// Where an ID3v2 tag at the beginning ends; 0 without one. Its length has seven bits in a byte.
pub fn id3_end(bytes: &[u8]) -> usize {
    let Some(head) = bytes.get(..10).filter(|head| head.starts_with(b"ID3")) else { return 0 };
    let length = head[6..10].iter().fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7f));
    let footer = if head[5] & 0x10 == 0 { 0 } else { 10 };
    (10 + length + footer).min(bytes.len())
}

/// What begins files that other programs open or run: archives, documents, pages, scripts.
const ELSEWHERE: [&[u8]; 11] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"Rar!\x1a",
    b"7z\xbc\xaf",
    b"<script",
    b"<?php",
    b"<html",
    b"<!doctype",
    b"<svg",
    b"<iframe",
];

/// Whether some other kind of file stands in these bytes, which are not dots or sound.
pub fn holds_another(bytes: &[u8]) -> bool {
    ELSEWHERE
        .iter()
        .any(|mark| bytes.windows(mark.len()).any(|window| window.eq_ignore_ascii_case(mark)))
}

/// An archive is read from its end: no file that is one may pass as another.
pub fn ends_as_archive(bytes: &[u8]) -> bool {
    // The longest comment after the last record has 65,535 bytes.
    let tail = &bytes[bytes.len().saturating_sub(65_557)..];
    tail.windows(6).any(|window| window == b"PK\x05\x06\0\0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_content_decides() {
        let cases: [(&[u8], Result<Sniffed, Fault>); 12] = [
            (b"\xff\xd8\xff\xe0", Ok(Sniffed::Picture(Sent::Jpeg))),
            (b"\x89PNG\r\n\x1a\n", Ok(Sniffed::Picture(Sent::Png))),
            (b"RIFF\0\0\0\0WEBP", Ok(Sniffed::Picture(Sent::Webp))),
            (b"RIFF\0\0\0\0WAVE", Ok(Sniffed::Sound(SoundFormat::Wav))),
            (b"OggS\0", Ok(Sniffed::Sound(SoundFormat::Ogg))),
            (b"\0\0\0\x1cftypM4A \0", Ok(Sniffed::Sound(SoundFormat::M4a))),
            (b"\0\0\0\x18ftypheic\0", Err(Fault::Heic)),
            (b"\xff\xfb\x90\x64", Ok(Sniffed::Sound(SoundFormat::Mp3))),
            (b"\xff\xf1\x50\x80", Ok(Sniffed::Sound(SoundFormat::Aac))),
            (b"PK\x03\x04", Err(Fault::Unknown)),
            (b"<svg onload=\"alert(1)\">", Err(Fault::Unknown)),
            (b"", Err(Fault::Unknown)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(sniff(bytes), expected, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_named_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = (sniff(&bytes), id3_end(&bytes), holds_another(&bytes), ends_as_archive(&bytes));
        }
    }
}
