//! A public body: what kind it is, where it stands, since when and until when, how it is reached.
use base::{
    ids::{AgencyId, AreaCode},
    jiff::civil::Date,
    refusal::FieldErrors,
    text_enum,
};

text_enum! {
    /// What kind of body.
    pub enum AgencyKind {
        Ministry = "ministry",
        StateAgency = "state-agency",
        Province = "province",
        Kabupaten = "kabupaten",
        Kota = "kota",
        /// A dinas or badan of a province, kabupaten or kota.
        RegionalOffice = "regional-office",
        Kecamatan = "kecamatan",
        /// A desa or kelurahan.
        Village = "village",
        /// A puskesmas, a hospital, a technical unit.
        ServiceUnit = "service-unit",
        School = "school",
        StateCompany = "state-company",
        RegionalCompany = "regional-company",
        Other = "other",
    }
}

impl AgencyKind {
    /// The key of its name.
    pub fn key(self) -> String {
        format!("agency-kind-{self}")
    }
}

/// How residents reach a body by themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    pub address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub site: Option<String>,
    /// "Senin sampai Jumat, 08.00-15.00".
    pub hours: Option<String>,
}

impl Contact {
    pub fn is_empty(&self) -> bool {
        *self == Contact::default()
    }
}

/// A body as it stands in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    pub id: AgencyId,
    /// Its word in the address.
    pub slug: String,
    pub name: String,
    pub kind: AgencyKind,
    /// Its official code, where it has one.
    pub code: Option<String>,
    pub parent: Option<AgencyId>,
    /// Today's area; of a former area the first of its successors. `None`: the whole country.
    pub area: Option<AreaCode>,
    /// The key of an area that is no more: `papua-barat-2012`.
    pub former_area: Option<String>,
    /// First and last day, where they are known; one that ended may have a successor.
    pub valid_from: Option<Date>,
    pub valid_to: Option<Date>,
    pub successor: Option<AgencyId>,
    pub contact: Contact,
    /// Where these facts were read.
    pub source: Option<String>,
}

impl Agency {
    /// From the root, without language.
    pub fn path(&self) -> String {
        format!("/instansi/{}", self.slug)
    }

    pub fn stood(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// What a body is called where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyName {
    pub name: String,
    /// From the root, without language.
    pub path: String,
}

impl AgencyName {
    /// Whether the name says the area already, with its kind or without: "Dinas Kesehatan Kabupaten Tirtawana".
    pub fn tells(&self, area: &str) -> bool {
        let bare = area.split_once(' ').map_or(area, |(_, bare)| bare);
        let words = format!(" {} ", self.name);
        [area, bare].iter().any(|area| words.contains(&format!(" {area} ")))
    }

    /// A body that the list of bodies has lost is still a body.
    pub fn unknown() -> AgencyName {
        AgencyName { name: "?".to_owned(), path: "/instansi".to_owned() }
    }
}

/// A body to choose in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyChoice {
    pub id: AgencyId,
    pub name: String,
    /// The body that it belongs to.
    pub note: Option<String>,
}

/// A body as it is to be added or changed; an empty slug is made from the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAgency {
    pub slug: String,
    pub name: String,
    pub kind: AgencyKind,
    pub code: Option<String>,
    pub parent: Option<AgencyId>,
    pub area: Option<AreaCode>,
    pub former_area: Option<String>,
    pub valid_from: Option<Date>,
    pub valid_to: Option<Date>,
    pub successor: Option<AgencyId>,
    /// Keys of the closed list: `affairs()`.
    pub affairs: Vec<String>,
    pub contact: Contact,
    pub source: Option<String>,
}

impl NewAgency {
    /// A body with nothing but a name; fill in what is known.
    pub fn named(name: impl Into<String>, kind: AgencyKind) -> NewAgency {
        NewAgency {
            slug: String::new(),
            name: name.into(),
            kind,
            code: None,
            parent: None,
            area: None,
            former_area: None,
            valid_from: None,
            valid_to: None,
            successor: None,
            affairs: vec![],
            contact: Contact::default(),
            source: None,
        }
    }

    /// Adds to `errors` what is wrong with it; affairs are checked against the rules, which are not at hand here.
    pub fn check(&self, errors: &mut FieldErrors) {
        let lines = [
            ("name", Some(&self.name)),
            ("code", self.code.as_ref()),
            ("address", self.contact.address.as_ref()),
            ("phone", self.contact.phone.as_ref()),
            ("email", self.contact.email.as_ref()),
            ("site", self.contact.site.as_ref()),
            ("hours", self.contact.hours.as_ref()),
            ("source", self.source.as_ref()),
        ];
        for (field, line) in lines {
            if line.is_some_and(|line| line.chars().count() > LINE_LETTERS_MAX) {
                errors.add_with(field, "error-agency-too-long", &[("max", 300)]);
            }
        }
        if self.name.is_empty() {
            errors.add("name", "error-empty");
        }
        if !is_slug(&self.slug) {
            errors.add("slug", "error-agency-slug");
        }
        if self.contact.site.as_ref().is_some_and(|site| !is_web_address(site)) {
            errors.add("site", "error-agency-site");
        }
        if let (Some(from), Some(to)) = (self.valid_from, self.valid_to)
            && to < from
        {
            errors.add("valid_to", "error-agency-days");
        }
        if self.successor.is_some() && self.valid_to.is_none() {
            errors.add("successor", "error-agency-successor");
        }
    }
}

pub(crate) const LINE_LETTERS_MAX: usize = 300;
const SLUG_LETTERS_MAX: usize = 80;

/// Only what a browser opens by itself: another scheme in a link is a trap.
fn is_web_address(site: &str) -> bool {
    let rest = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

/// Words that stand in the place of a body's in the administrator's addresses.
const RESERVED: &[&str] = &["baru", "impor"];

/// Small letters, digits and single hyphens between them.
pub(crate) fn is_slug(slug: &str) -> bool {
    !RESERVED.contains(&slug)
        && slug.len() <= SLUG_LETTERS_MAX
        && !slug.is_empty()
        && slug == slug_of(slug)
}

/// An address's word from a name: "Dinas Kesehatan" becomes `dinas-kesehatan`.
pub fn slug_of(name: &str) -> String {
    base::web::slug(name, SLUG_LETTERS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_is_called_by_its_area_tells_it() {
        let named = |name: &str| AgencyName { name: name.into(), path: String::new() };
        for (name, area, tells) in [
            ("Pemerintah Kabupaten Tirtawana", "Kabupaten Tirtawana", true),
            ("Puskesmas Karang Jati", "Kecamatan Karang Jati", true),
            ("Kementerian Keuangan", "Kabupaten Tirtawana", false),
            ("Dinas Perhubungan Bimantara", "Kabupaten Bima", false),
        ] {
            assert_eq!(named(name).tells(area), tells, "{name}");
        }
    }

    fn wrong(change: impl FnOnce(&mut NewAgency)) -> Vec<&'static str> {
        let mut new = NewAgency::named("Dinas Kesehatan", AgencyKind::RegionalOffice);
        new.slug = "dinkes".into();
        change(&mut new);
        let mut errors = FieldErrors::default();
        new.check(&mut errors);
        errors.0.iter().map(|error| error.field).collect()
    }

    #[test]
    fn a_name_and_a_word_for_the_address_are_enough() {
        assert_eq!(wrong(|_| ()), Vec::<&str>::new());
        assert_eq!(wrong(|new| new.name.clear()), ["name"]);
        assert_eq!(wrong(|new| new.slug = "Dinas Kesehatan".into()), ["slug"]);
    }

    #[test]
    fn a_body_ends_after_it_began_and_only_an_ended_one_has_a_successor() {
        let day = |text: &str| text.parse().ok();
        let backwards = wrong(|new| {
            new.valid_from = day("2020-01-02");
            new.valid_to = day("2020-01-01");
        });
        assert_eq!(backwards, ["valid_to"]);
        assert_eq!(wrong(|new| new.successor = Some(AgencyId(7))), ["successor"]);
    }

    #[test]
    fn a_site_is_one_that_browsers_open() {
        assert_eq!(wrong(|new| new.contact.site = Some("javascript:alert(1)".into())), ["site"]);
        let fine = wrong(|new| new.contact.site = Some("https://dinkes.example".into()));
        assert_eq!(fine, Vec::<&str>::new());
    }
}
