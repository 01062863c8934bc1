//! The areas that this house knows, kept in memory: the official list and its own.
use crate::store;
use anyhow::Result;
use area_codes::{Area, Code, Codes, Former};
use base::{
    app::App,
    clock::Zone,
    db::{Db, Tx},
    ids::AreaCode,
    jiff::civil::Date,
    row,
};
use std::{
    collections::BTreeMap,
    sync::{PoisonError, RwLock},
};

row! {
    /// An area that the official list lacks.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct LocalArea {
        pub code: AreaCode,
        /// Without its kind: "Tirtawana".
        pub name: String,
        /// "Kabupaten", "Desa" …
        pub kind: String,
        pub zone: Zone,
    }
}

impl LocalArea {
    /// "Kabupaten Tirtawana".
    fn full_name(&self) -> String {
        format!("{} {}", self.kind, self.name).trim().to_owned()
    }
}

/// `app.keeper::<Areas>()`.
pub struct Areas {
    local: RwLock<BTreeMap<AreaCode, LocalArea>>,
}

fn official(code: AreaCode) -> Option<Area<'static>> {
    Codes::official().find(Code::try_from(code.0).ok()?)
}

fn own(code: Code) -> AreaCode {
    AreaCode(code.number())
}

/// A row must not stand beside the official area of the same code.
fn official_lacks(area: &LocalArea) -> bool {
    official(area.code).is_none()
}

impl Areas {
    /// The official list and this house's own areas.
    pub async fn load(db: &Db) -> Result<Areas> {
        let local = store::list(db).await?;
        let local = local.into_iter().map(|area| (area.code, area)).collect();
        Ok(Areas { local: RwLock::new(local) })
    }

    /// As of a house without areas of its own.
    pub fn official_only() -> Areas {
        Areas { local: RwLock::default() }
    }

    fn local<T>(&self, ask: impl FnOnce(&BTreeMap<AreaCode, LocalArea>) -> T) -> T {
        ask(&self.local.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts areas that now stand in the table into memory.
    fn remember(&self, areas: &[LocalArea]) {
        let mut local = self.local.write().unwrap_or_else(PoisonError::into_inner);
        local.extend(areas.iter().map(|area| (area.code, area.clone())));
    }

    pub fn exists(&self, code: AreaCode) -> bool {
        official(code).is_some() || self.local(|local| local.contains_key(&code))
    }

    /// "Kabupaten Lombok Utara"; the code itself when nobody knows it.
    pub fn name(&self, code: AreaCode) -> String {
        if let Some(area) = official(code) {
            return area.full_name();
        }
        let local = self.local(|local| local.get(&code).map(LocalArea::full_name));
        local.unwrap_or_else(|| code.to_string())
    }

    /// "Lombok Utara".
    pub fn short_name(&self, code: AreaCode) -> String {
        if let Some(area) = official(code) {
            return area.name().to_owned();
        }
        let local = self.local(|local| local.get(&code).map(|area| area.name.clone()));
        local.unwrap_or_else(|| code.to_string())
    }

    /// The area and those above it, province first, with their names.
    pub fn trail(&self, code: AreaCode) -> Vec<(AreaCode, String)> {
        let mut trail: Vec<_> =
            code.with_ancestors().into_iter().map(|code| (code, self.name(code))).collect();
        trail.reverse();
        trail
    }

    /// What it lies in, from near to far: "Bayan, Lombok Utara, Nusa Tenggara Barat".
    pub fn lies_in(&self, code: AreaCode) -> String {
        let above = code.with_ancestors().into_iter().skip(1);
        above.map(|code| self.short_name(code)).collect::<Vec<_>>().join(", ")
    }

    /// The time zone that its clocks show; of an area that nobody knows, that of the area around it.
    pub fn zone(&self, code: AreaCode) -> Option<Zone> {
        code.with_ancestors().into_iter().find_map(|code| match official(code) {
            Some(area) => Zone::parse(area.zone().abbreviation()),
            None => self.local(|local| local.get(&code).map(|area| area.zone)),
        })
    }

    /// What kind of area: "Kabupaten", "Kecamatan" …
    pub fn kind(&self, code: AreaCode) -> String {
        if let Some(area) = official(code) {
            return area.kind().label().to_owned();
        }
        self.local(|local| local.get(&code).map(|area| area.kind.clone())).unwrap_or_default()
    }

    /// Every province, by name.
    pub fn provinces(&self) -> Vec<(AreaCode, String)> {
        self.lying_in(None, Codes::official().provinces())
    }

    /// The areas one level down, by name.
    pub fn children(&self, code: AreaCode) -> Vec<(AreaCode, String)> {
        let official = Code::try_from(code.0).ok().map(|code| Codes::official().children(code));
        self.lying_in(Some(code), official.into_iter().flatten())
    }

    fn lying_in<'a>(
        &self,
        parent: Option<AreaCode>,
        official: impl Iterator<Item = Area<'a>>,
    ) -> Vec<(AreaCode, String)> {
        let mut all: Vec<_> = official.map(|area| (own(area.code()), area.full_name())).collect();
        all.extend(self.local_where(|area| area.code.parent() == parent && official_lacks(area)));
        all.sort_by(|(_, one), (_, other)| one.cmp(other));
        all
    }

    fn local_where(&self, wanted: impl Fn(&LocalArea) -> bool) -> Vec<(AreaCode, String)> {
        self.local(|local| {
            let found = local.values().filter(|area| wanted(area));
            found.map(|area| (area.code, area.full_name())).collect()
        })
    }

    /// Areas whose name has the typed words, house-made ones first.
    pub fn search(&self, text: &str, limit: usize) -> Vec<AreaCode> {
        let wanted = text.trim().to_lowercase();
        if wanted.is_empty() {
            return vec![];
        }
        let local = self.local_where(|area| area.full_name().to_lowercase().contains(&wanted));
        let mut found: Vec<AreaCode> = local.into_iter().map(|(code, _)| code).collect();
        let official = Codes::official().search(text, limit);
        found.extend(official.into_iter().map(|area| own(area.code())));
        found.truncate(limit);
        found
    }

    /// Today's areas for a name or code as it was on a day, house-made ones first: Papua Barat of 2016 is two of
    /// today's. Several mean several successors, or several areas of that name.
    pub fn resolve(&self, name_or_code: &str, day: Date) -> Vec<AreaCode> {
        let wanted = name_or_code.trim().to_lowercase();
        let local = self.local_where(|area| {
            let names = [area.name.clone(), area.full_name(), area.code.to_string()];
            names.iter().any(|name| name.to_lowercase() == wanted)
        });
        let official = Codes::official().resolve(name_or_code, day).into_iter().map(own);
        local.into_iter().map(|(code, _)| code).chain(official).collect()
    }

    /// What stood on an area's ground before, latest first.
    pub fn formers(&self, code: AreaCode) -> Vec<&'static Former> {
        let formers = Codes::official().formers().iter();
        let mut found: Vec<_> = formers
            .filter(|former| former.successors.iter().any(|now| own(*now) == code))
            .collect();
        found.sort_by_key(|former| std::cmp::Reverse(former.until));
        found
    }
}

/// Adds house-made areas in the caller's transaction, and to what every page knows. A second time changes the name.
/// A transaction that is then given up leaves them in memory until the program starts again.
pub async fn add_local(app: &App, tx: &mut Tx, areas: &[LocalArea]) -> Result<()> {
    for area in areas {
        store::put(tx, area).await?;
    }
    app.keeper::<Areas>().remember(areas);
    Ok(())
}
