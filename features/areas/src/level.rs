//! How finely an area may be told: in a hamlet, an area is an address.
use base::ids::AreaCode;

pub use area_codes::Level;

/// The area itself, or the one around it at `finest`, for people and stories that are held no finer than that.
pub fn no_finer_than(area: AreaCode, finest: Level) -> AreaCode {
    let largest_code = match finest {
        Level::Province => 99,
        Level::Regency => 9_999,
        Level::District => 999_999,
        Level::Village => return area,
    };
    let wide = area.with_ancestors().into_iter().find(|code| code.0 <= largest_code);
    wide.unwrap_or(area)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_village_is_told_as_finely_as_is_safe_and_a_province_stays_one() {
        let village = AreaCode(5_208_012_001);
        let told = Level::ALL.map(|finest| no_finer_than(village, finest).to_string());
        assert_eq!(told, ["52", "52.08", "52.08.01", "52.08.01.2001"]);
        assert_eq!(Level::ALL.map(|finest| no_finer_than(AreaCode(52), finest).0), [52; 4]);
        assert_eq!(no_finer_than(AreaCode(5208), Level::District), AreaCode(5208));
    }
}
