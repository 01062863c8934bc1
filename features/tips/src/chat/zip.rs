//! The first text of a zip (APPNOTE 6.3): read from its directory, within bounds; nothing is written anywhere.
use super::TEXT_BYTES_MAX;
use flate2::read::DeflateDecoder;
use std::io::Read;

const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";
/// The end of the directory, with the longest comment.
const END_BYTES_MAX: usize = 22 + 65_535;
/// A chat with all its pictures has some thousands.
const ENTRIES_MAX: usize = 20_000;

/// The error is the key of a sentence.
pub(super) fn first_text(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let found = find(bytes).ok_or("error-chat-none")?;
    let mut text = vec![];
    let read = match found.method {
        0 => found.data.take(TEXT_BYTES_MAX + 1).read_to_end(&mut text),
        8 => DeflateDecoder::new(found.data).take(TEXT_BYTES_MAX + 1).read_to_end(&mut text),
        _ => return Err("error-chat-broken"),
    };
    read.map_err(|_| "error-chat-broken")?;
    Ok(text)
}

struct Found<'a> {
    method: u16,
    data: &'a [u8],
}

/// The first entry whose name ends as a text's does.
fn find(bytes: &[u8]) -> Option<Found<'_>> {
    let from = bytes.len().saturating_sub(END_BYTES_MAX);
    let end = bytes[from..].windows(4).rposition(|four| four == END)? + from;
    let mut at = long(bytes, end + 16)?;
    for _ in 0..usize::from(short(bytes, end + 10)?).min(ENTRIES_MAX) {
        if bytes.get(at..at + 4)? != ENTRY {
            return None;
        }
        let name_length = usize::from(short(bytes, at + 28)?);
        let name = bytes.get(at + 46..at + 46 + name_length)?.to_ascii_lowercase();
        if name.ends_with(b".txt") {
            let size = long(bytes, at + 20)?;
            let data = local_data(bytes, long(bytes, at + 42)?)?;
            return Some(Found { method: short(bytes, at + 10)?, data: data.get(..size)? });
        }
        let rest = usize::from(short(bytes, at + 30)?) + usize::from(short(bytes, at + 32)?);
        at += 46 + name_length + rest;
    }
    None
}

/// Everything behind an entry's own head.
fn local_data(bytes: &[u8], at: usize) -> Option<&[u8]> {
    if bytes.get(at..at + 4)? != LOCAL {
        return None;
    }
    let head = 30 + usize::from(short(bytes, at + 26)?) + usize::from(short(bytes, at + 28)?);
    bytes.get(at + head..)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use flate2::{Compression, read::DeflateEncoder};

    /// A zip of these files, packed or as they are.
    pub(crate) fn zip(files: &[(&str, &[u8])], method: u16) -> Vec<u8> {
        let (mut body, mut directory) = (vec![], vec![]);
        for (name, content) in files {
            let mut data = content.to_vec();
            if method == 8 {
                data.clear();
                DeflateEncoder::new(*content, Compression::fast()).read_to_end(&mut data).unwrap();
            }
            let offset = u32::try_from(body.len()).unwrap().to_le_bytes();
            let size = u32::try_from(data.len()).unwrap().to_le_bytes();
            let whole = u32::try_from(content.len()).unwrap().to_le_bytes();
            let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
            let about =
                [&[0; 2][..], &method.to_le_bytes(), &[0; 8], &size, &whole, &name_length, &[0; 2]]
                    .concat();
            body.extend([LOCAL, &[20, 0], &about, name.as_bytes(), &data].concat());
            directory.extend(
                [ENTRY, &[20, 0, 20, 0], &about, &[0; 10], &offset, name.as_bytes()].concat(),
            );
        }
        let count = u16::try_from(files.len()).unwrap().to_le_bytes();
        let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
        let at = u32::try_from(body.len()).unwrap().to_le_bytes();
        let end = [END, &[0; 4], &count, &count, &size, &at, &[0; 2]].concat();
        [body, directory, end].concat()
    }

    #[test]
    fn the_chat_is_found_among_its_pictures_packed_or_not() {
        let files: [(&str, &[u8]); 2] = [("IMG-1.jpg", b"x"), ("Chat WhatsApp.txt", b"isi")];
        for method in [0, 8] {
            assert_eq!(first_text(&zip(&files, method)).unwrap(), b"isi", "{method}");
        }
        assert_eq!(first_text(&zip(&files[..1], 0)), Err("error-chat-none"));
    }

    #[test]
    fn a_broken_one_is_refused_and_a_bomb_is_not_unpacked() {
        let whole = zip(&[("a.txt", b"isi")], 8);
        for cut in 0..whole.len() {
            let _ = first_text(&whole[..cut]);
        }
        for at in 0..whole.len() {
            let mut wrong = whole.clone();
            wrong[at] ^= 0xff;
            let _ = first_text(&wrong);
        }
        let zeros = vec![0; usize::try_from(TEXT_BYTES_MAX).unwrap() * 4];
        let bomb = zip(&[("a.txt", &zeros)], 8);
        assert!(bomb.len() < zeros.len() / 100);
        let unpacked = first_text(&bomb).unwrap().len();
        assert_eq!(unpacked, usize::try_from(TEXT_BYTES_MAX).unwrap() + 1);
    }
}
