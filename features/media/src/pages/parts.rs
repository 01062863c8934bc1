//! The part of a form that takes files, and what hangs on a subject as its page shows it.
use crate::{
    Attached, Made, Refused, What,
    attachment::Recording,
    figure::Figure,
    sniff::{Fault, SoundFormat},
};
use askama::Template;
use base::{
    ids::AttachmentId,
    web::{Fields, Frame},
};

#[derive(Template)]
#[template(path = "_attachments.html")]
struct Picker<'a> {
    f: &'a Frame,
    /// Those under the form, with addresses for few.
    attached: Vec<Attached>,
    refused: &'a [Refused],
    fields: &'a Fields,
    /// "Unggah dulu" sends the form to its own address to look at the files first.
    button: bool,
}

impl Picker<'_> {
    /// What was typed, else what is kept.
    fn typed(&self, one: &Attached, about: &str) -> String {
        if let Some(typed) = self.fields.raw(&one.field(about)) {
            return typed.trim().to_owned();
        }
        let kept = match (&one.what, about) {
            (What::Picture(figure), "caption") => &figure.caption,
            (What::Picture(figure), "alt") => &figure.alt,
            (What::Picture(figure), _) => &figure.consent,
            (What::Recording(recording), "caption") => &recording.caption,
            (What::Recording(recording), "transcript") => &recording.transcript,
            (What::Recording(recording), _) => &recording.consent,
        };
        kept.clone()
    }

    fn mades(&self, one: &Attached) -> Vec<(Made, bool)> {
        let typed = self.fields.raw(&one.field("made")).and_then(Made::parse);
        let chosen = typed.unwrap_or(one.made());
        Made::ALL.iter().map(|made| (*made, *made == chosen)).collect()
    }
}

/// The part of a form for pictures and recordings: what was sent already with words for each, and a field for more. The
/// form is `enctype="multipart/form-data"`, its route `with_files`, and it carries its mark.
pub fn picker(f: &Frame, attached: &[Attached], refused: &[Refused], fields: &Fields) -> String {
    let attached = attached.iter().map(Attached::for_few).collect();
    html(&Picker { f, attached, refused, fields, button: true })
}

#[derive(Template)]
#[template(path = "_remover.html")]
struct Remover<'a> {
    f: &'a Frame,
    attached: Vec<Attached>,
}

/// The part of a form in which they can only be taken away.
pub fn remover(f: &Frame, attached: &[Attached]) -> String {
    html(&Remover { f, attached: attached.iter().map(Attached::for_few).collect() })
}

/// "Unggah dulu" was pressed: show the form again with what it holds now.
pub fn uploading(fields: &Fields) -> bool {
    fields.line("act") == "attach"
}

#[derive(Template)]
#[template(path = "_shown.html")]
struct Shown<'a> {
    f: &'a Frame,
    attached: &'a [Attached],
}

/// Pictures and players on a page that anyone may see.
pub fn shown(f: &Frame, attached: &[Attached]) -> String {
    if attached.is_empty() { String::new() } else { html(&Shown { f, attached }) }
}

/// The same on a page for its sender or a desk.
pub fn shown_to_few(f: &Frame, attached: &[Attached]) -> String {
    let few: Vec<Attached> = attached.iter().map(Attached::for_few).collect();
    shown(f, &few)
}

#[derive(Template)]
#[template(path = "_player.html")]
struct Player<'a> {
    f: &'a Frame,
    recording: &'a Recording,
}

impl Recording {
    /// A plain player with its length in words, its caption, and what is said in it.
    pub fn html(&self, f: &Frame) -> String {
        html(&Player { f, recording: self })
    }

    /// "3 menit 5 detik", in whole seconds, at least one.
    fn length(&self, f: &Frame) -> String {
        let seconds = ((self.duration_ms + 500) / 1000).max(1);
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        match (minutes, seconds) {
            (0, seconds) => f.n("media-seconds", seconds),
            (minutes, 0) => f.n("media-minutes", minutes),
            _ => format!("{} {}", f.n("media-minutes", minutes), f.n("media-seconds", seconds)),
        }
    }
}

impl Attached {
    /// A picture with what is said of it, or a player.
    pub fn html(&self, f: &Frame) -> String {
        match &self.what {
            What::Picture(figure) => figure.html(f),
            What::Recording(recording) => recording.html(f),
        }
    }

    pub fn is_picture(&self) -> bool {
        matches!(self.what, What::Picture(_))
    }

    /// One of each, for the samples of pages that hold them.
    pub fn samples() -> Vec<Attached> {
        let attached = |id, what| Attached { id: AttachmentId(id), secret: "contoh".into(), what };
        let recording = Recording {
            path: format!("/rekaman/{}.ogg", "0".repeat(64)),
            format: SoundFormat::Ogg,
            duration_ms: 95_000,
            caption: "Pak Wayan menceritakan malam jembatan itu putus.".into(),
            transcript: "Waktu itu hujan sejak sore. Kami dengar suara keras dari sungai.".into(),
            consent: "Pak Wayan setuju rekamannya diputar.".into(),
            made: Made::Camera,
        };
        vec![attached(1, What::Picture(Figure::sample())), attached(2, What::Recording(recording))]
    }
}

fn html(template: &impl Template) -> String {
    template.render().unwrap_or_else(|error| error.to_string())
}

/// A page of the gallery: this feature has no page of its own.
#[derive(Template)]
#[template(path = "sample.html")]
pub(crate) struct SamplePage {
    pub f: Frame,
    pub figure: Figure,
    pub shown: String,
    pub picker: String,
}

impl SamplePage {
    pub(crate) fn sample(f: Frame) -> SamplePage {
        let refused = [Refused { name: "undangan.zip.jpg".into(), fault: Fault::Unknown }];
        let attached = Attached::samples();
        SamplePage {
            shown: shown(&f, &attached),
            picker: picker(&f, &attached, &refused, &Fields::default()),
            figure: Figure { made: Made::Changed, ..Figure::sample() },
            f,
        }
    }
}
