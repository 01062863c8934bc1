//! MP3 and AAC without a container: frames one after the other, between tags that we cut off.
//!
//! MPEG audio: ISO/IEC 11172-3, 2.4.1.3. ADTS: ISO/IEC 14496-3, 1.A.2.2.
use super::refuse_stray;
use crate::sniff::{Fault, id3_end};

/// Padding that recorders leave before the first frame.
const PADDING_BYTES_MAX: usize = 64 * 1024;
/// Fewer say nothing.
const FRAMES_MIN: usize = 4;

/// The length of the frame that begins these bytes; `None`: none begins here.
pub type Frame = fn(&[u8]) -> Option<usize>;

/// The frames, without what stands before and after.
pub fn only(bytes: &[u8], frame: Frame) -> Result<Vec<u8>, Fault> {
    let mut start = id3_end(bytes);
    let padding = bytes[start..].iter().take_while(|byte| **byte == 0).count();
    start += padding.min(PADDING_BYTES_MAX);
    let mut end = start;
    let mut frames = 0;
    while let Some(length) = bytes.get(end..).and_then(frame) {
        if end + length > bytes.len() {
            // The last frame is not all there.
            return Err(Fault::Broken);
        }
        end += length;
        frames += 1;
    }
    if frames < FRAMES_MIN {
        return refuse_stray(bytes).map(|()| vec![]);
    }
    let rest = &bytes[end..];
    let tagged = rest.starts_with(b"TAG")
        || rest.starts_with(b"APETAGEX")
        || rest.starts_with(b"LYRICSBEGIN")
        || rest.iter().all(|byte| *byte == 0);
    if !tagged {
        refuse_stray(rest)?;
    }
    Ok(bytes[start..end].to_vec())
}

/// Kilobits a second by index: version 1 layers I, II, III, versions 2 and 2.5 layer I, layers II and III.
const KILOBITS: [[usize; 15]; 5] = [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const RATES_HZ: [usize; 3] = [44_100, 48_000, 32_000];

pub fn mp3(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..4)?;
    if head[0] != 0xff || head[1] & 0xe0 != 0xe0 {
        return None;
    }
    let slower = match (head[1] >> 3) & 3 {
        3 => 1,
        2 => 2,
        0 => 4,
        _ => return None,
    };
    let layer = 4 - usize::from((head[1] >> 1) & 3);
    let row = match (slower, layer) {
        (_, 4) => return None,
        (1, layer) => layer - 1,
        (_, 1) => 3,
        _ => 4,
    };
    let kilobits = *KILOBITS[row].get(usize::from(head[2] >> 4)).filter(|rate| **rate > 0)?;
    let rate_hz = RATES_HZ.get(usize::from((head[2] >> 2) & 3))? / slower;
    let padding = usize::from((head[2] >> 1) & 1);
    Some(match layer {
        1 => (12 * kilobits * 1000 / rate_hz + padding) * 4,
        3 if slower > 1 => 72 * kilobits * 1000 / rate_hz + padding,
        _ => 144 * kilobits * 1000 / rate_hz + padding,
    })
}

pub fn adts(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..7)?;
    if head[0] != 0xff || head[1] & 0xf6 != 0xf0 {
        return None;
    }
    let length =
        usize::from(head[3] & 3) << 11 | usize::from(head[4]) << 3 | usize::from(head[5] >> 5);
    (length > 7).then_some(length)
}
