//! The first bytes of a picture's file: its kind, its size in dots, and whether it tells more than the picture.
//!
//! JPEG: ISO/IEC 10918-1, Annex B. WebP: RFC 9649.
use crate::picture::Format;

/// What the file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    pub format: Format,
    pub width_px: i64,
    pub height_px: i64,
    /// It carries EXIF, XMP or IPTC: camera, place, names.
    pub tells_more: bool,
}

/// `None`: neither JPEG nor WebP, or broken.
pub(crate) fn read(bytes: &[u8]) -> Option<Header> {
    if bytes.starts_with(&[0xff, 0xd8]) {
        jpeg(bytes)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12)? == b"WEBP" {
        webp(bytes)
    } else {
        None
    }
}

fn jpeg(bytes: &[u8]) -> Option<Header> {
    let mut at = 2;
    let mut tells_more = false;
    loop {
        let (mark, marker) = (*bytes.get(at)?, *bytes.get(at + 1)?);
        if mark != 0xff {
            return None;
        }
        if marker == 0xff {
            // A filling byte.
            at += 1;
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at + 4..at + 2 + length)?;
        match marker {
            // APP1 holds EXIF and XMP, APP13 holds IPTC.
            0xe1 | 0xed => tells_more = true,
            // Start of frame; C4, C8 and CC are tables.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let side = |first: usize| Some(big_endian(segment.get(first..first + 2)?));
                let (height_px, width_px) = (side(1)?, side(3)?);
                return Some(Header { format: Format::Jpeg, width_px, height_px, tells_more });
            }
            // The picture begins without having told its size.
            0xda => return None,
            _ => {}
        }
        at += 2 + length;
    }
}

fn webp(bytes: &[u8]) -> Option<Header> {
    let mut sides = None;
    let mut tells_more = false;
    let mut at = 12;
    while let (Some(name), Some(length)) = (bytes.get(at..at + 4), bytes.get(at + 4..at + 8)) {
        let length = usize::try_from(little_endian(length)).ok()?;
        let chunk = bytes.get(at + 8..at + 8 + length)?;
        match name {
            b"EXIF" | b"XMP " => tells_more = true,
            b"VP8X" => {
                sides = Some((
                    1 + little_endian(chunk.get(4..7)?),
                    1 + little_endian(chunk.get(7..10)?),
                ))
            }
            b"VP8 " if sides.is_none() => sides = Some(lossy(chunk)?),
            b"VP8L" if sides.is_none() => sides = Some(lossless(chunk)?),
            _ => {}
        }
        // Chunks stand at even places.
        at += 8 + length + length % 2;
    }
    let (width_px, height_px) = sides?;
    Some(Header { format: Format::Webp, width_px, height_px, tells_more })
}

/// A JPEG from its first byte to its last: what stands in it besides dots.
pub(crate) struct JpegWalk<'a> {
    /// Segments that hold words: comments, and what programs add.
    pub words: Vec<&'a [u8]>,
    /// Passes over the dots.
    pub passes: usize,
    /// Where the picture ends.
    pub end: usize,
}

/// `None`: it does not come to its end.
pub(crate) fn walk_jpeg(bytes: &[u8]) -> Option<JpegWalk<'_>> {
    let mut walk = JpegWalk { words: vec![], passes: 0, end: 2 };
    loop {
        let (mark, marker) = (*bytes.get(walk.end)?, *bytes.get(walk.end + 1)?);
        if mark != 0xff {
            return None;
        }
        match marker {
            0xff => walk.end += 1,
            0xd9 => {
                walk.end += 2;
                return Some(walk);
            }
            0x01 | 0xd0..=0xd8 => walk.end += 2,
            _ => {
                let pair = [*bytes.get(walk.end + 2)?, *bytes.get(walk.end + 3)?];
                let length = usize::from(u16::from_be_bytes(pair));
                let segment = bytes.get(walk.end + 4..walk.end + 2 + length)?;
                walk.end += 2 + length;
                match marker {
                    0xe0..=0xef | 0xfe => walk.words.push(segment),
                    0xda => {
                        walk.passes += 1;
                        walk.end += dots_length(bytes.get(walk.end..)?)?;
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Dots last until a marker that is neither an escaped FF nor a restart.
fn dots_length(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|two| two[0] == 0xff && !matches!(two[1], 0 | 0xd0..=0xd7 | 0xff))
}

/// Chunks of words, and where a PNG ends.
pub(crate) fn walk_png(bytes: &[u8]) -> Option<(Vec<&[u8]>, usize)> {
    let mut words = vec![];
    let mut at = 8;
    loop {
        let length = usize::try_from(big_endian(bytes.get(at..at + 4)?)).ok()?;
        let name = bytes.get(at + 4..at + 8)?;
        let chunk = bytes.get(at + 8..at.checked_add(8)?.checked_add(length)?)?;
        at += 12 + length;
        bytes.get(..at)?;
        match name {
            b"IEND" => return Some((words, at)),
            b"IDAT" | b"PLTE" => {}
            _ => words.push(chunk),
        }
    }
}

/// Chunks of words, and where a WebP ends by its own count.
pub(crate) fn walk_webp(bytes: &[u8]) -> Option<(Vec<&[u8]>, usize)> {
    let end = 8 + usize::try_from(little_endian(bytes.get(4..8)?)).ok()?;
    bytes.get(..end)?;
    let mut words = vec![];
    let mut at = 12;
    while at < end {
        let name = bytes.get(at..at + 4)?;
        let length = usize::try_from(little_endian(bytes.get(at + 4..at + 8)?)).ok()?;
        let chunk = bytes.get(at + 8..at + 8 + length)?;
        if !matches!(name, b"VP8 " | b"VP8L" | b"VP8X" | b"ALPH" | b"ANMF" | b"ANIM") {
            words.push(chunk);
        }
        at += 8 + length + length % 2;
    }
    Some((words, end))
}

fn lossy(chunk: &[u8]) -> Option<(i64, i64)> {
    if chunk.get(3..6)? != [0x9d, 0x01, 0x2a] {
        return None;
    }
    // The two highest bits ask for scaling.
    let side = |bytes: &[u8]| little_endian(bytes) & 0x3fff;
    Some((side(chunk.get(6..8)?), side(chunk.get(8..10)?)))
}

fn lossless(chunk: &[u8]) -> Option<(i64, i64)> {
    if *chunk.first()? != 0x2f {
        return None;
    }
    let bits = little_endian(chunk.get(1..5)?);
    Some((1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff)))
}

fn little_endian(bytes: &[u8]) -> i64 {
    bytes.iter().rev().fold(0, |sum, byte| sum * 256 + i64::from(*byte))
}

fn big_endian(bytes: &[u8]) -> i64 {
    bytes.iter().fold(0, |sum, byte| sum * 256 + i64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(
            start in prop::sample::select(vec![&b"\xff\xd8"[..], b"RIFF\0\0\0\0WEBPVP8X", b"RIFF\0\0\0\0WEBP"]),
            rest in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let bytes = [start, &rest].concat();
            let _ = (read(&bytes), walk_webp(&bytes), walk_jpeg(&bytes).map(|walk| walk.end));
            let _ = walk_png(&[b"\x89PNG\r\n\x1a\n", &rest[..]].concat());
        }
    }
}
