//! WAV: the chunks that make the sound, in a file written anew (Microsoft, Multimedia Programming Interface 1.0).
use super::refuse_stray;
use crate::sniff::Fault;

pub fn only_sound(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let (mut kept, mut at) = (b"WAVE".to_vec(), 12);
    let mut seen = (false, false);
    while at + 8 <= bytes.len() {
        let (name, length) = (&bytes[at..at + 4], &bytes[at + 4..at + 8]);
        let plain = name.iter().all(|letter| letter.is_ascii_graphic() || *letter == b' ');
        if !plain {
            refuse_stray(&bytes[at..])?;
        }
        let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]);
        let length = usize::try_from(length).map_err(|_| Fault::Broken)?;
        let end = at.checked_add(8 + length).ok_or(Fault::Broken)?;
        let Some(chunk) = bytes.get(at..end) else {
            return refuse_stray(&bytes[at..]).map(|()| vec![]);
        };
        match name {
            b"fmt " => seen.0 = true,
            b"data" => seen.1 = true,
            _ => {}
        }
        if matches!(name, b"fmt " | b"data" | b"fact") {
            kept.extend_from_slice(chunk);
            kept.resize(kept.len() + length % 2, 0);
        }
        at = end + length % 2;
    }
    if !(seen.0 && seen.1) {
        return Err(Fault::Broken);
    }
    if at < bytes.len() {
        refuse_stray(&bytes[at..])?;
    }
    let length = u32::try_from(kept.len()).map_err(|_| Fault::TooLarge)?;
    Ok([b"RIFF", &length.to_le_bytes()[..], &kept].concat())
}
