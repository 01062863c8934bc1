//! Files as phones, browsers and people with bad intentions send them.
use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
    response::IntoResponse,
};
use base::{
    app::App,
    feature::{Describe, Feature, Route, Who},
    ids::{PersonId, SessionId},
    subject::{Card, Kind, Subject},
    testing::Setup,
    visitor::{SignedIn, Visitor},
    web::{Answer, Form, Visit, site},
};
use http_body_util::BodyExt;
use image::{DynamicImage, ImageFormat, RgbImage};
use std::{
    io::Cursor,
    path::{Path, PathBuf},
};
use tower::ServiceExt;

/// A mark that a form of ours would carry.
pub const MARK: &str = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq";

/// A letter that anyone may read, and one that nobody may.
pub const OPEN: Subject = Subject { kind: Kind::Report, id: 7 };
pub const CLOSED: Subject = Subject { kind: Kind::Report, id: 13 };

/// The media and a feature that takes letters with files.
pub fn setup() -> Setup {
    let describe = Describe {
        kinds: &[Kind::Report],
        card: |_, _, subject| {
            let card = Card::named(subject, "Jembatan putus", "/surat");
            Box::pin(async move { Ok(Some(Card { public: subject.id == OPEN.id, ..card })) })
        },
    };
    let letters = Feature {
        routes: vec![Route::post("/surat", Who::Anyone, letter).with_files()],
        describe: Some(describe),
        ..Feature::named("letters")
    };
    Setup {
        features: vec![letters, crate::feature()],
        identify: |_, token| {
            let sari = SignedIn {
                id: PersonId(1),
                session: SessionId(1),
                name: "Sari Wulandari".into(),
                zone: None,
                grants: vec![],
            };
            let signed_in = (token == "sari").then_some(sari);
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

/// POST /surat: the keys of what was not taken, or what is attached now; with `id` it is sent for good.
async fn letter(visit: Visit, form: Form) -> Answer {
    let mark = form.fields.line("once");
    let refused = crate::receive(&visit, &mark, form.files).await?;
    if !refused.is_empty() {
        let keys: Vec<&str> = refused.iter().map(|one| one.fault.key()).collect();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, keys.join(" ")).into_response());
    }
    let waiting = crate::waiting(&visit.app.db, &mark).await?;
    crate::say(&visit.app, &waiting, &form.fields).await?;
    if let Ok(id) = form.fields.line("id").parse() {
        let mut tx = visit.app.db.begin().await?;
        let subject = Subject::new(Kind::Report, id);
        crate::attach(&mut tx, &mark, subject, visit.visitor.id()).await?;
        tx.commit().await?;
    }
    Ok(form.fields.text("text").into_response())
}

/// What came back, with its headers.
pub struct Seen {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Seen {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

pub async fn ask(app: &App, request: Request<Body>) -> Seen {
    let response = site(app).oneshot(request).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.into_body().collect().await.unwrap().to_bytes().to_vec();
    Seen { status, headers, body }
}

pub async fn get(app: &App, path: &str, headers: &[(&str, &str)]) -> Seen {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    ask(app, request.body(Body::empty()).unwrap()).await
}

/// The body of a form as browsers write it.
pub fn form_body(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = vec![];
    for (name, value) in fields {
        let part = format!(
            "--batas\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend(part.as_bytes());
    }
    for (name, bytes) in files {
        let head = format!(
            "--batas\r\nContent-Disposition: form-data; name=\"attach\"; filename=\"{name}\"\r\n\
             Content-Type: image/jpeg\r\n\r\n"
        );
        body.extend(head.as_bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--batas--\r\n");
    body
}

pub async fn send_body(app: &App, who: &str, body: Vec<u8>) -> Seen {
    let request = Request::post("/surat")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=batas")
        .header(header::COOKIE, format!("sesi={who}"));
    ask(app, request.body(Body::from(body)).unwrap()).await
}

/// Sends a letter with files under the one mark.
pub async fn send(app: &App, who: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Seen {
    let fields = [&[("once", MARK)], fields].concat();
    send_body(app, who, form_body(&fields, files)).await
}

/// A picture whose left half is red and whose right half is blue.
pub fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        image::Rgb(if x < width / 2 { [220, 20, 20] } else { [20, 20, 220] })
    })
}

pub fn encoded(dots: RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    DynamicImage::ImageRgb8(dots).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// EXIF with an orientation and a place: latitude "8 degrees south" as the tag GPSLatitudeRef says it.
pub fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend([2, 0]);
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend([1, 0, 1, 0, 2, 0, 2, 0, 0, 0, b'S', 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend(b"KAMERA-SARI DI DUSUN KALI SURI");
    let length = u16::try_from(tiff.len() + 8).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, b"Exif\0\0", &tiff, &jpeg[2..]].concat()
}

/// A second of silence, 8 kHz.
pub fn wav(extra: &[u8]) -> Vec<u8> {
    let data = [0x80_u8; 8000];
    let length = |bytes: usize| u32::try_from(bytes).unwrap().to_le_bytes();
    let format = [1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0];
    let chunks = [b"fmt ", &length(16)[..], &format, extra, b"data", &length(8000), &data].concat();
    [b"RIFF", &length(chunks.len() + 4)[..], b"WAVE", &chunks].concat()
}

/// Silent frames of 417 bytes, 26 ms each, between a tag that names a place and one at the end.
pub fn mp3(frames: usize) -> Vec<u8> {
    let frame = [&[0xff, 0xfb, 0x90, 0x64][..], &[0; 413]].concat();
    let words = b"TIT2\0\0\0\x10\0\0\0DUSUN KALI SURI";
    let tag = [b"ID3\x03\0\0\0\0\0", &[u8::try_from(words.len()).unwrap()][..], words].concat();
    let end = [b"TAG".to_vec(), b"DUSUN KALI SURI".to_vec(), vec![0; 110]].concat();
    [tag, frame.repeat(frames), end].concat()
}

fn ogg_page(serial: u8, number: u32, (kind, granule): (u8, u64), packets: &[&[u8]]) -> Vec<u8> {
    let mut segments = vec![];
    for packet in packets {
        segments.extend(std::iter::repeat_n(255, packet.len() / 255));
        segments.push(u8::try_from(packet.len() % 255).unwrap());
    }
    let mut page = [b"OggS\0", &[kind][..], &granule.to_le_bytes(), &[serial, 0, 0, 0]].concat();
    page.extend(number.to_le_bytes());
    page.extend([0; 4]);
    page.push(u8::try_from(segments.len()).unwrap());
    page.extend(segments);
    page.extend(packets.concat());
    let sum = crate::sound::ogg_sum(&page).to_le_bytes();
    page[22..26].copy_from_slice(&sum);
    page
}

/// Opus as a browser records it: three seconds of silence in packets of 20 ms.
pub fn opus() -> Vec<u8> {
    let head = b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0";
    let words = b"OpusTags\x04\0\0\0SARI\x01\0\0\0\x17\0\0\0PLACE=DUSUN KALI SURI  ";
    let silence: &[u8] = &[0xf8, 0xff, 0xfe];
    let packets = vec![silence; 150];
    [
        ogg_page(7, 0, (2, 0), &[head]),
        ogg_page(7, 1, (0, 0), &[words]),
        ogg_page(7, 2, (4, 150 * 960), &packets),
    ]
    .concat()
}

/// Every file under the data folder but the database and the lock.
pub fn on_disk(app: &App) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut found = vec![];
    walk(&app.config.data, &mut found);
    let ours = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        !name.starts_with("test.sqlite") && name != "blobs.lock" && name != "vault.key"
    };
    found.retain(ours);
    found.sort();
    found
}

pub fn contents(app: &App) -> Vec<u8> {
    on_disk(app).iter().flat_map(|path| std::fs::read(path).unwrap()).collect()
}

pub fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Both databases share a folder in tests: the second begins without the first one's files.
pub fn clean(app: &App) {
    on_disk(app).iter().for_each(|path| std::fs::remove_file(path).unwrap());
}

/// ADTS frames of 23 ms, 44.1 kHz, after a tag that names a place.
pub fn aac(frames: usize) -> Vec<u8> {
    let frame = [0xff, 0xf1, 0x50, 0x40, 0x01, 0x3f, 0xfc, 0x01, 0x40];
    let words = b"TIT2\0\0\0\x10\0\0\0DUSUN KALI SURI";
    let tag = [b"ID3\x03\0\0\0\0\0", &[u8::try_from(words.len()).unwrap()][..], words].concat();
    [tag, frame.repeat(frames)].concat()
}

fn mp4_box(name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
    let length = u32::try_from(inside.len() + 8).unwrap().to_be_bytes();
    [&length[..], name, inside].concat()
}

fn numbers(all: &[u32]) -> Vec<u8> {
    all.iter().flat_map(|number| number.to_be_bytes()).collect()
}

/// A second of sound as a telephone keeps it, 8 packets, with the place where it was made.
pub fn m4a(handler: &[u8; 4]) -> Vec<u8> {
    let file_type = mp4_box(b"ftyp", b"M4A \0\0\0\0M4A isom");
    let data = mp4_box(b"mdat", &[0x21; 8 * 16]);
    let first_packet = u32::try_from(file_type.len() + 8).unwrap();
    let esds = [
        &[0, 0, 0, 0, 3, 25, 0, 1, 0, 4, 17, 0x40, 0x15, 0, 0, 0, 0, 0, 0xfa, 0, 0, 0, 0xfa, 0][..],
        &[5, 2, 0x15, 0x88, 6, 1, 2],
    ]
    .concat();
    let sample =
        [&[0, 0, 0, 0, 0, 0, 0, 1][..], &[0; 8], &[0, 1, 0, 16, 0, 0, 0, 0, 0x1f, 0x40, 0, 0]]
            .concat();
    let entry = mp4_box(b"mp4a", &[sample, mp4_box(b"esds", &esds)].concat());
    let table = [
        mp4_box(b"stsd", &[numbers(&[0, 1]), entry].concat()),
        mp4_box(b"stts", &numbers(&[0, 1, 8, 1000])),
        mp4_box(b"stsc", &numbers(&[0, 1, 1, 8, 1])),
        mp4_box(b"stsz", &numbers(&[0, 16, 8])),
        mp4_box(b"stco", &numbers(&[0, 1, first_packet])),
    ]
    .concat();
    let header = [numbers(&[0, 0, 0, 8000, 8000]), vec![0x55, 0xc4, 0, 0]].concat();
    let kind = [numbers(&[0, 0]), handler.to_vec(), vec![0; 13]].concat();
    let reference = mp4_box(b"dref", &[numbers(&[0, 1]), mp4_box(b"url ", &[0, 0, 0, 1])].concat());
    let info = [mp4_box(b"smhd", &[0; 8]), mp4_box(b"dinf", &reference), mp4_box(b"stbl", &table)];
    let media =
        [mp4_box(b"mdhd", &header), mp4_box(b"hdlr", &kind), mp4_box(b"minf", &info.concat())];
    let track_header = [numbers(&[7, 0, 0, 1, 0, 8000]), vec![0; 60]].concat();
    let track = [mp4_box(b"tkhd", &track_header), mp4_box(b"mdia", &media.concat())].concat();
    let movie_header = [numbers(&[0, 0, 0, 8000, 8000, 0x10000]), vec![1, 0], vec![0; 74]].concat();
    let words = mp4_box(b"udta", &mp4_box(b"\xa9xyz", b"\0\x13\x15\xc7DUSUN KALI SURI"));
    let movie = [mp4_box(b"mvhd", &movie_header), mp4_box(b"trak", &track), words].concat();
    [file_type, data, mp4_box(b"moov", &movie)].concat()
}
