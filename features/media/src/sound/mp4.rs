//! M4A (ISO/IEC 14496-12): boxes. Those that hold words, places and pictures are emptied where they lie, because the
//! sound is found by its distance from the file's beginning.
use super::refuse_stray;
use crate::sniff::Fault;

const DEPTH_MAX: usize = 8;

/// What the boxes showed.
#[derive(Default)]
struct Seen {
    tracks: usize,
    sound: usize,
    film: usize,
    data: bool,
    /// Boxes to be emptied: name and content.
    words: Vec<(usize, usize)>,
}

pub fn without_words(mut bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    let mut seen = Seen::default();
    look(&bytes, (0, bytes.len()), 0, &mut seen)?;
    match &seen {
        Seen { film: 1.., .. } => return Err(Fault::Video),
        Seen { tracks: 1, sound: 1, data: true, .. } => {}
        Seen { data: false, .. } | Seen { tracks: 0, .. } => return Err(Fault::Broken),
        _ => return Err(Fault::Mixed),
    }
    for (name, end) in seen.words {
        bytes[name..name + 4].copy_from_slice(b"free");
        bytes[name + 4..end].fill(0);
    }
    Ok(bytes)
}

fn look(
    bytes: &[u8],
    (mut at, end): (usize, usize),
    depth: usize,
    seen: &mut Seen,
) -> Result<(), Fault> {
    if depth > DEPTH_MAX {
        return Err(Fault::Broken);
    }
    while at < end {
        let head = bytes.get(at..at + 8).filter(|_| at + 8 <= end).ok_or(Fault::Broken)?;
        let (name, mut inside) = (&head[4..8], at + 8);
        let size = u64::from(u32::from_be_bytes([head[0], head[1], head[2], head[3]]));
        let size = match size {
            1 => {
                let long = bytes.get(at + 8..at + 16).ok_or(Fault::Broken)?;
                inside += 8;
                u64::from_be_bytes(long.try_into().map_err(|_| Fault::Broken)?)
            }
            // To the end of the file.
            0 if depth == 0 => u64::try_from(end - at).map_err(|_| Fault::Broken)?,
            size => size,
        };
        let size = usize::try_from(size).map_err(|_| Fault::Broken)?;
        let next = at.checked_add(size).filter(|next| *next <= end && *next >= inside);
        let Some(next) = next else { return refuse_stray(&bytes[at..]) };
        match name {
            b"moov" | b"trak" | b"mdia" | b"moof" | b"traf" => {
                seen.tracks += usize::from(name == b"trak");
                look(bytes, (inside, next), depth + 1, seen)?;
            }
            b"hdlr" => match bytes.get(inside + 8..inside + 12) {
                Some(b"soun") => seen.sound += 1,
                Some(b"vide") => seen.film += 1,
                _ => {}
            },
            b"mdat" => seen.data = true,
            b"udta" | b"meta" | b"uuid" | b"free" | b"skip" | b"wide" => {
                seen.words.push((at + 4, next));
            }
            _ if depth == 0 && !known(name) => return refuse_stray(&bytes[at..]),
            _ => {}
        }
        at = next;
    }
    Ok(())
}

fn known(name: &[u8]) -> bool {
    matches!(name, b"ftyp" | b"styp" | b"sidx" | b"mfra" | b"pdin" | b"prft" | b"emsg")
}
