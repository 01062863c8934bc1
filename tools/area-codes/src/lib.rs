//! The official codes of Indonesia's areas, compact, dated and with their time zones.
//!
//! 38 provinces, 514 kabupaten and kota, 7,285 kecamatan and 83,762 villages of Kepmendagri
//! 300.2.2-2138/2025 stand in `data/areas.zst` (ODbL 1.0, from idn-area-data; see `data/README.md`).
//! What that list lacks stands in `tables/`, each row with its legal basis (CC0, ours):
//! time zones, the areas that began, the areas that are no more and what became of them, short names.
//!
//! ```
//! use area_codes::{Codes, Zone};
//! use jiff::civil::date;
//!
//! let codes = Codes::official();
//! let klu = codes.find("52.08".parse()?).expect("in the list");
//! assert_eq!(klu.full_name(), "Kabupaten Lombok Utara");
//! assert_eq!(klu.zone(), Zone::Wita);
//!
//! let then = codes.resolve("Papua Barat", date(2016, 6, 14));
//! assert_eq!(then.iter().map(|code| code.number()).collect::<Vec<_>>(), [92, 96]);
//! # Ok::<(), area_codes::BadCode>(())
//! ```
//!
//! Nothing is read or written at run time: the list is in the program, unpacked once at first use.

mod area;
mod code;
mod codes;
mod dated;
mod names;
mod search;
mod tables;
#[cfg(test)]
mod tests;
mod zone;

pub use area::{Area, Kind};
pub use code::{BadCode, Code, Level};
pub use codes::Codes;
pub use dated::Former;
pub use zone::Zone;

/// What a page that shows these names says of their source, as ODbL 1.0 section 4.3 asks.
pub const ATTRIBUTION: &str = "Kode dan nama wilayah: Kepmendagri 300.2.2-2138 Tahun 2025, \
     dari basis data idn-area-data (c) 2023 Fityan dan para kontributor, lisensi ODbL 1.0.";
