//! A recording as we keep it: the sound as it was sent, and nothing of what the file tells besides (titles, names,
//! pictures, the place where it was made).
mod frames;
mod mp4;
mod ogg;
#[cfg(test)]
pub(crate) use ogg::sum as ogg_sum;
mod wav;

use crate::sniff::{Fault, SoundFormat, ends_as_archive, holds_another};
use std::io::Cursor;
use symphonia::core::{
    errors::Error,
    formats::{FormatOptions, TrackType, probe::Hint},
    io::{MediaSourceStream, MediaSourceStreamOptions},
    meta::MetadataOptions,
};

/// Half an hour of speech as telephones keep it is below 15 MB.
pub const SOUND_BYTES_MAX: usize = 32 * 1024 * 1024;
const DURATION_MAX_MS: i64 = 2 * 3600 * 1000;

/// A recording that is to be kept.
#[derive(Debug)]
pub struct Sound {
    pub format: SoundFormat,
    pub duration_ms: i64,
    pub bytes: Vec<u8>,
}

/// Takes out what tells too much and reads it to its end. Blocks.
pub fn read(format: SoundFormat, bytes: Vec<u8>) -> Result<Sound, Fault> {
    if bytes.len() > SOUND_BYTES_MAX {
        return Err(Fault::TooLarge);
    }
    if ends_as_archive(&bytes) {
        return Err(Fault::Mixed);
    }
    let bytes = match format {
        SoundFormat::Mp3 => frames::only(&bytes, frames::mp3)?,
        SoundFormat::Aac => frames::only(&bytes, frames::adts)?,
        SoundFormat::Wav => wav::only_sound(&bytes)?,
        SoundFormat::Ogg => ogg::without_words(bytes)?,
        SoundFormat::M4a => mp4::without_words(bytes)?,
    };
    let duration_ms = duration_ms(&bytes)?;
    match duration_ms {
        0 => Err(Fault::Broken),
        DURATION_MAX_MS.. => Err(Fault::TooLong),
        _ => Ok(Sound { format, duration_ms, bytes }),
    }
}

/// Walks over every packet: a file that was cut off ends before its own count.
fn duration_ms(bytes: &[u8]) -> Result<i64, Fault> {
    let source = Box::new(Cursor::new(bytes));
    let stream = MediaSourceStream::new(source, MediaSourceStreamOptions::default());
    let (format, words) = (FormatOptions::default(), MetadataOptions::default());
    let probed = symphonia::default::get_probe().probe(&Hint::new(), stream, format, words);
    let mut reader = probed.map_err(|_| Fault::Broken)?;
    let track = reader.default_track(TrackType::Audio).ok_or(Fault::Broken)?;
    let (id, base) = (track.id, track.time_base.ok_or(Fault::Broken)?);
    let mut ends = 0_i64;
    let mut begins = None;
    loop {
        match reader.next_packet() {
            Ok(Some(packet)) if packet.track_id == id => {
                let from = packet.pts.get();
                let begins = *begins.get_or_insert(from);
                let length = i64::try_from(packet.dur.get()).map_err(|_| Fault::Broken)?;
                ends = ends.max(from.saturating_add(length).saturating_sub(begins));
            }
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(Error::IoError(error)) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                break;
            }
            Err(_) => return Err(Fault::Broken),
        }
    }
    let ticks = i128::from(ends) * i128::from(base.numer.get()) * 1000;
    i64::try_from(ticks / i128::from(base.denom.get())).map_err(|_| Fault::Broken)
}

/// What is left of a file after its sound: words that are known and cut off, or something that does not belong.
fn refuse_stray(bytes: &[u8]) -> Result<(), Fault> {
    if holds_another(bytes) { Err(Fault::Mixed) } else { Err(Fault::Broken) }
}
