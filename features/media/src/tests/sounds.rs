//! Recordings: recognised by their content, measured, and kept without what they tell besides the sound.
use super::samples::*;
use crate::{
    sniff::{Fault, Sniffed, sniff},
    sound::{self, Sound},
};

fn read(bytes: Vec<u8>) -> Result<Sound, Fault> {
    match sniff(&bytes)? {
        Sniffed::Sound(format) => sound::read(format, bytes),
        Sniffed::Picture(_) => panic!("a picture"),
    }
}

#[test]
fn a_recording_keeps_its_sound_and_loses_its_words() {
    let list = [b"LIST\x17\0\0\0INFOICMT\x0b\0\0\0DUSUN SURI\0\0".to_vec()].concat();
    let cases = [
        (wav(&list), 1000, "wav"),
        (mp3(40), 1045, "mp3"),
        (opus(), 3000, "ogg"),
        (m4a(b"soun"), 1000, "m4a"),
        (aac(50), 1161, "aac"),
    ];
    for (bytes, duration_ms, format) in cases {
        assert!(holds(&bytes, b"DUSUN"), "{format}: the sample tells nothing");
        let kept = read(bytes).unwrap_or_else(|fault| panic!("{format}: {fault:?}"));
        assert_eq!(kept.format.as_str(), format);
        assert!((kept.duration_ms - duration_ms).abs() <= 30, "{format}: {}", kept.duration_ms);
        assert!(!holds(&kept.bytes, b"DUSUN"), "{format} still tells");
        // What we keep is taken again, and stays as it is.
        assert_eq!(read(kept.bytes.clone()).unwrap().bytes, kept.bytes, "{format}");
    }
}

#[test]
fn a_film_or_a_recording_that_was_cut_off_is_refused() {
    assert_eq!(read(m4a(b"vide")).unwrap_err(), Fault::Video);
    for bytes in [m4a(b"soun"), opus(), wav(b"")] {
        let half = bytes[..bytes.len() - 40].to_vec();
        assert_eq!(read(half).unwrap_err(), Fault::Broken);
    }
    let html = [wav(b""), b"<html><script>".to_vec()].concat();
    assert_eq!(read(html).unwrap_err(), Fault::Mixed);
}
