//! One official area.

use crate::{Code, Codes, Level, Zone, tables};
use jiff::civil::Date;
use std::fmt;

/// An area of the official list, light enough to copy.
#[derive(Clone, Copy)]
pub struct Area<'a> {
    pub(crate) codes: &'a Codes,
    pub(crate) level: Level,
    /// Its place in the list of its level.
    pub(crate) at: usize,
}

/// What the law calls an area.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    Provinsi,
    Kabupaten,
    KabupatenAdministrasi,
    Kota,
    KotaAdministrasi,
    Kecamatan,
    /// A kecamatan in the provinces of Papua.
    Distrik,
    Kelurahan,
    Desa,
    DesaAdat,
    /// A desa in Aceh.
    Gampong,
    /// A desa in the provinces of Papua.
    Kampung,
}

impl Kind {
    /// As written before a name.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Provinsi => "Provinsi",
            Kind::Kabupaten => "Kabupaten",
            Kind::KabupatenAdministrasi => "Kabupaten Administrasi",
            Kind::Kota => "Kota",
            Kind::KotaAdministrasi => "Kota Administrasi",
            Kind::Kecamatan => "Kecamatan",
            Kind::Distrik => "Distrik",
            Kind::Kelurahan => "Kelurahan",
            Kind::Desa => "Desa",
            Kind::DesaAdat => "Desa Adat",
            Kind::Gampong => "Gampong",
            Kind::Kampung => "Kampung",
        }
    }

    /// Is it a kota, of its own or within Jakarta?
    pub fn is_city(self) -> bool {
        matches!(self, Kind::Kota | Kind::KotaAdministrasi)
    }
}

/// The kinds that the list writes into the name, the longer word first.
const WRITTEN: [Kind; 5] = [
    Kind::KabupatenAdministrasi,
    Kind::Kabupaten,
    Kind::KotaAdministrasi,
    Kind::Kota,
    Kind::DesaAdat,
];

impl<'a> Area<'a> {
    pub fn code(self) -> Code {
        self.codes.code_at(self.level, self.at)
    }

    pub fn level(self) -> Level {
        self.level
    }

    /// The name alone: "Lombok Utara".
    pub fn name(self) -> &'a str {
        self.split().1
    }

    /// What the law calls it: kabupaten or kota, desa or kelurahan.
    pub fn kind(self) -> Kind {
        if let Some(kind) = self.split().0 {
            return kind;
        }
        match self.level {
            Level::Province => Kind::Provinsi,
            Level::Regency => Kind::Kabupaten,
            Level::District => match self.local_words().0 {
                "Distrik" => Kind::Distrik,
                _ => Kind::Kecamatan,
            },
            Level::Village => self.village_kind(),
        }
    }

    /// Kind and name: "Kabupaten Lombok Utara".
    pub fn full_name(self) -> String {
        format!("{} {}", self.kind().label(), self.name())
    }

    /// The area it lies in.
    pub fn parent(self) -> Option<Area<'a>> {
        self.codes.find(self.code().parent()?)
    }

    /// The areas it lies in, nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = Area<'a>> {
        self.code().ancestors().filter_map(move |code| self.codes.find(code))
    }

    /// The areas in it, by name.
    pub fn children(self) -> impl Iterator<Item = Area<'a>> {
        self.codes.children(self.code())
    }

    /// The time zone kept there.
    pub fn zone(self) -> Zone {
        self.codes.zone(self.code()).expect("every province of the list has a zone, says a test")
    }

    /// The day since which it stands as it is today, where our tables know it.
    ///
    /// For an area that lost a part this is the day of the loss; [`Codes::resolve`] knows what it was before.
    pub fn valid_from(self) -> Option<Date> {
        let code = self.code();
        let began = tables::beginning(code).map(|row| row.since);
        let changed = self.codes.formers().iter().filter(|former| former.code == Some(code));
        changed.map(|former| former.until).chain(began).max()
    }

    /// The law behind [`Area::valid_from`].
    pub fn basis(self) -> Option<&'static str> {
        let code = self.code();
        let day = self.valid_from()?;
        let began = tables::beginning(code).filter(|row| row.since == day).map(|row| row.basis);
        began.or_else(|| {
            let formers = self.codes.formers().iter();
            formers
                .filter(|former| former.code == Some(code) && former.until == day)
                .map(|former| former.basis)
                .next()
        })
    }

    /// The kind that the list writes before the name, and the name without it.
    fn split(self) -> (Option<Kind>, &'a str) {
        let written = self.codes.written_at(self.level, self.at);
        if !matches!(self.level, Level::Regency | Level::Village) {
            return (None, written);
        }
        let fits = |kind: &Kind| (*kind == Kind::DesaAdat) == (self.level == Level::Village);
        for kind in WRITTEN.into_iter().filter(fits) {
            if let Some(name) =
                written.strip_prefix(kind.label()).and_then(|rest| rest.strip_prefix(' '))
            {
                return (Some(kind), name);
            }
        }
        (None, written)
    }

    /// The first digit of a village's number: 1 a kelurahan, 2 a desa, 3 a desa adat.
    fn village_kind(self) -> Kind {
        match self.code().number() % 10_000 / 1_000 {
            1 => Kind::Kelurahan,
            3 => Kind::DesaAdat,
            _ => match self.local_words().1 {
                "Gampong" => Kind::Gampong,
                "Kampung" => Kind::Kampung,
                _ => Kind::Desa,
            },
        }
    }

    fn local_words(self) -> (&'static str, &'static str) {
        tables::province(self.code().province())
            .map_or(("", ""), |row| (row.district_word, row.village_word))
    }
}

impl PartialEq for Area<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Area<'_> {}

impl fmt::Debug for Area<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.full_name())
    }
}

impl fmt::Display for Area<'_> {
    /// The name alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
