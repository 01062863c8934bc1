//! Typed ids, ordered by the time they were made. The program makes them; no database sequence is asked.
use crate::clock::Clock;
use std::{
    fmt,
    sync::{Mutex, PoisonError},
};

/// Milliseconds from 1970 to 2020-01-01T00:00Z, where our count begins.
const EPOCH_MS: i64 = 1_577_836_800_000;
/// 42 bits of milliseconds last until 2159; 21 bits tell apart what one millisecond made.
const LOW_BITS: u32 = 21;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Makes ids. Within one program they only grow, also within a millisecond or when the clock steps back.
pub struct Ids {
    last: Mutex<i64>,
    /// Where each millisecond starts to count, so that two programs on one database do not collide.
    offset: i64,
}

impl Ids {
    /// `salt` is any random number; it sets this program apart from others on the same database.
    pub fn new(salt: u64) -> Ids {
        let offset = i64::try_from(salt % (1 << (LOW_BITS - 1))).unwrap_or_default();
        Ids { last: Mutex::new(0), offset }
    }

    /// A new id of any kind: `let id: StoryId = ids.make(&clock)`.
    pub fn make<T: From<i64>>(&self, clock: &Clock) -> T {
        let millisecond = (clock.now().as_millisecond() - EPOCH_MS).max(0);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = (millisecond << LOW_BITS) | self.offset;
        *last = fresh.max(*last + 1);
        T::from(*last)
    }
}

/// What ids made at this moment begin with: those made before are smaller.
pub fn first_id_at(at: jiff::Timestamp) -> i64 {
    (at.as_millisecond() - EPOCH_MS).max(0) << LOW_BITS
}

/// The short form used in addresses: Crockford's base 32, lower case, no padding.
pub fn short(id: i64) -> String {
    let mut rest = id.cast_unsigned();
    let mut digits = vec![];
    loop {
        digits.push(ALPHABET[usize::try_from(rest % 32).unwrap_or_default()]);
        rest /= 32;
        if rest == 0 {
            break;
        }
    }
    digits.reverse();
    String::from_utf8_lossy(&digits).into_owned()
}

/// Reads the short form; `None` for anything that `short` does not write.
pub fn parse_short(text: &str) -> Option<i64> {
    if text.is_empty() || text.len() > 13 {
        return None;
    }
    let mut value: u64 = 0;
    for byte in text.bytes() {
        let digit = ALPHABET.iter().position(|known| *known == byte)?;
        value = value.checked_mul(32)?.checked_add(u64::try_from(digit).ok()?)?;
    }
    i64::try_from(value).ok().filter(|id| short(*id) == text)
}

/// Declares an id type: stored as a number, shown in its short form.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub i64);
        impl From<i64> for $name { fn from(id: i64) -> Self { $name(id) } }
        impl From<$name> for crate::db::Value<'_> { fn from(id: $name) -> Self { crate::db::Value::Int(id.0) } }
        impl fmt::Display for $name { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&short(self.0)) } }
        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { parse_short(text).map($name).ok_or(NotAnId) }
        }
        impl crate::db::Column for $name {
            fn column(row: &crate::db::Row, index: usize) -> anyhow::Result<Self> { row.get(index).map($name) }
            fn nullable(row: &crate::db::Row, index: usize) -> anyhow::Result<Option<Self>> { Ok(row.get::<Option<i64>>(index)?.map($name)) }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                parse_short(&text).map($name).ok_or_else(|| serde::de::Error::custom("not an id"))
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> { to.serialize_str(&short(self.0)) }
        }
    )* };
}

/// The text is not an id that this program wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id")
    }
}

impl std::error::Error for NotAnId {}

ids! {
    PersonId, SessionId, StoryId, EditionId, DraftId, SectionId, OccasionId, PictureId, OutletId, AgencyId,
    CommentId, FlagId, EventId, JobId, LinkId, DeadlineId, HousePageId, GrantId, ServiceUnitId, ServiceId,
    OfficeId, OfficeTermId, PromiseId, ReportId, AnswerId, ProgrammeId, ActivityId, InnovationId, ReplicationId,
    SurveyRoundId, OutcomeId, ComponentId, ProgrammeLineId,
    RecordingId, AttachmentId, UploadId, DataRequestId, ReplyId, IncidentId, TrainingId, MeasureId, NoticeId, RemarkId, AppealId, TakedownId,
    LegalRequestId, TipId, InformantId,
}

/// The number behind an official area code: 52 a province, 5208 a kabupaten or kota, 520801 a kecamatan,
/// 5208012001 a desa or kelurahan. Shown dotted: `52.08.01.2001`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaCode(pub i64);

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (index, start) in [0, 2, 4, 6].into_iter().enumerate() {
            let end = if start == 6 { digits.len() } else { (start + 2).min(digits.len()) };
            if start >= digits.len() {
                break;
            }
            let dot = if index == 0 { "" } else { "." };
            write!(f, "{dot}{}", &digits[start..end])?;
        }
        Ok(())
    }
}

impl std::str::FromStr for AreaCode {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let digits = text.replace('.', "");
        let right_length = matches!(digits.len(), 2 | 4 | 6 | 10);
        if !right_length || digits.starts_with('0') || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAnId);
        }
        digits.parse().map(AreaCode).map_err(|_| NotAnId)
    }
}

impl AreaCode {
    /// The area one level up; a province has none.
    pub fn parent(self) -> Option<AreaCode> {
        match self.0 {
            100..=9_999 => Some(AreaCode(self.0 / 100)),
            10_000..=999_999 => Some(AreaCode(self.0 / 100)),
            1_000_000.. => Some(AreaCode(self.0 / 10_000)),
            _ => None,
        }
    }

    /// This area and all above it, from the smallest up.
    pub fn with_ancestors(self) -> Vec<AreaCode> {
        std::iter::successors(Some(self), |code| code.parent()).collect()
    }

    /// Whether this area is `other` or lies in it.
    pub fn within(self, other: AreaCode) -> bool {
        self.with_ancestors().contains(&other)
    }
}

impl From<AreaCode> for crate::db::Value<'_> {
    fn from(code: AreaCode) -> Self {
        crate::db::Value::Int(code.0)
    }
}

impl crate::db::Column for AreaCode {
    fn column(row: &crate::db::Row, index: usize) -> anyhow::Result<Self> {
        row.get(index).map(AreaCode)
    }
    fn nullable(row: &crate::db::Row, index: usize) -> anyhow::Result<Option<Self>> {
        Ok(row.get::<Option<i64>>(index)?.map(AreaCode))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_grow_within_one_millisecond() {
        let clock = Clock::fixed("2026-11-24T10:00:00Z".parse().unwrap());
        let ids = Ids::new(7);
        let made: Vec<StoryId> = (0..1000).map(|_| ids.make(&clock)).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn an_area_knows_the_areas_above_it() {
        let village: AreaCode = "52.08.01.2001".parse().unwrap();
        let above: Vec<String> = village.with_ancestors().iter().map(AreaCode::to_string).collect();
        assert_eq!(above, ["52.08.01.2001", "52.08.01", "52.08", "52"]);
        assert!(village.within(AreaCode(52)) && !AreaCode(52).within(village));
    }

    proptest! {
        #[test]
        fn the_short_form_reads_back(id in 0..i64::MAX) {
            prop_assert_eq!(parse_short(&short(id)), Some(id));
        }
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,20}") {
            let _ = parse_short(&text);
            let _ = text.parse::<AreaCode>();
        }
    }
}
