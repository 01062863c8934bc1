//! Ogg with Opus or Vorbis: its second packet holds words (RFC 7845, 5.2; Vorbis I, 5). They are written over with a
//! maker's name of blanks as long as they were, so that no page moves, and the pages' sums are made anew (RFC 3533, 6).
use super::refuse_stray;
use crate::sniff::Fault;

/// Where a page lies.
struct Page {
    start: usize,
    /// Of its packets' bytes.
    body: usize,
    end: usize,
    /// Length of each segment; below 255 a packet ends.
    segments: Vec<u8>,
    last: bool,
}

pub fn without_words(mut bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    let pages = pages(&bytes)?;
    let second = second_packet(&bytes, &pages)?;
    let words: Vec<u8> = second.iter().map(|at| bytes[*at]).collect();
    let blank = blank(&words)?;
    for (at, byte) in second.iter().zip(blank) {
        bytes[*at] = byte;
    }
    for page in pages {
        bytes[page.start + 22..page.start + 26].fill(0);
        let sum = sum(&bytes[page.start..page.end]).to_le_bytes();
        bytes[page.start + 22..page.start + 26].copy_from_slice(&sum);
    }
    Ok(bytes)
}

/// Every page of one stream, whole, to the page that says it is the last, with nothing after it.
fn pages(bytes: &[u8]) -> Result<Vec<Page>, Fault> {
    let mut pages: Vec<Page> = vec![];
    let mut at = 0;
    while at < bytes.len() {
        let head = bytes.get(at..at + 27).ok_or(Fault::Broken)?;
        if !head.starts_with(b"OggS\0") {
            refuse_stray(&bytes[at..])?;
        }
        if bytes[14..18] != head[14..18] {
            // A second stream: film, most likely.
            return Err(Fault::Video);
        }
        let body = at + 27 + usize::from(head[26]);
        let segments = bytes.get(at + 27..body).ok_or(Fault::Broken)?.to_vec();
        let end = body + segments.iter().map(|length| usize::from(*length)).sum::<usize>();
        let mut page = bytes.get(at..end).ok_or(Fault::Broken)?.to_vec();
        let told = [page[22], page[23], page[24], page[25]];
        page[22..26].fill(0);
        if sum(&page) != u32::from_le_bytes(told) {
            return Err(Fault::Broken);
        }
        pages.push(Page { start: at, body, end, segments, last: head[5] & 4 != 0 });
        at = end;
    }
    // Recorders of browsers stop without saying so: a page that is whole is enough.
    let ended_before = pages.iter().rev().skip(1).any(|page| page.last);
    if pages.len() < 3 || ended_before { Err(Fault::Broken) } else { Ok(pages) }
}

/// Where each byte of the second packet lies.
fn second_packet(bytes: &[u8], pages: &[Page]) -> Result<Vec<usize>, Fault> {
    let first = &bytes[pages[0].body..pages[0].end];
    if !first.starts_with(b"OpusHead") && !first.starts_with(b"\x01vorbis") {
        return Err(Fault::Unknown);
    }
    let mut places = vec![];
    for page in &pages[1..] {
        let mut at = page.body;
        for length in &page.segments {
            places.extend(at..at + usize::from(*length));
            at += usize::from(*length);
            if *length < 255 {
                return Ok(places);
            }
        }
    }
    Err(Fault::Broken)
}

/// The packet with its words gone, as long as it was.
fn blank(words: &[u8]) -> Result<Vec<u8>, Fault> {
    // Vorbis ends with a bit that says so.
    let (head, tail): (&[u8], &[u8]) = match words {
        _ if words.starts_with(b"OpusTags") => (b"OpusTags", b""),
        _ if words.starts_with(b"\x03vorbis") => (b"\x03vorbis", b"\x01"),
        _ => return Err(Fault::Broken),
    };
    let name = words.len().checked_sub(head.len() + 8 + tail.len()).ok_or(Fault::Broken)?;
    let length = u32::try_from(name).map_err(|_| Fault::Broken)?;
    Ok([head, &length.to_le_bytes(), &vec![b' '; name], &[0; 4], tail].concat())
}

/// RFC 3533, 6: CRC-32 with the polynomial 04C11DB7, not reflected, from 0.
pub fn sum(page: &[u8]) -> u32 {
    page.iter().fold(0, |sum: u32, byte| {
        (0..8).fold(sum ^ u32::from(*byte) << 24, |sum, _| {
            let shifted = sum << 1;
            if sum & 0x8000_0000 == 0 { shifted } else { shifted ^ 0x04c1_1db7 }
        })
    })
}
