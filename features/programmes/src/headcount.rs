//! How many people took part, by group; never who. What would let a reader work out a group of one to four is hidden.
use base::{refusal::FieldErrors, text_enum, web::Fields};
use std::collections::BTreeMap;

text_enum! {
    /// Whom was counted. The first three divide everybody; each of the others is some of everybody.
    pub enum Counted {
        Women = "women",
        Men = "men",
        /// Nobody noted whether they were women or men.
        Unnoted = "unnoted",
        Disability = "disability",
        Youth = "youth",
        Elderly = "elderly",
        Poor = "poor",
        Indigenous = "indigenous",
    }
}

/// The groups that add up to everybody.
const PARTS: [Counted; 3] = [Counted::Women, Counted::Men, Counted::Unnoted];
/// A group that is smaller can be told who it is.
const SMALLEST_SHOWN: i64 = 5;
const PEOPLE_MAX: i64 = 1_000_000;

/// A number as readers may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Number(i64),
    /// So small, or so telling of a small one, that it is hidden.
    Hidden,
    /// Nobody counted.
    Uncounted,
}

/// People of each group that was counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headcount(BTreeMap<Counted, i64>);

impl Headcount {
    pub fn of(counted: impl IntoIterator<Item = (Counted, i64)>) -> Headcount {
        Headcount(counted.into_iter().collect())
    }

    pub fn get(&self, counted: Counted) -> Option<i64> {
        self.0.get(&counted).copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Counted, i64)> + '_ {
        self.0.iter().map(|(counted, people)| (*counted, *people))
    }

    /// Everybody; `None` when nobody counted.
    pub fn total(&self) -> Option<i64> {
        PARTS.iter().map(|part| self.get(*part)).sum()
    }

    /// Everybody, as readers may see it.
    pub fn total_seen(&self) -> Seen {
        match self.total() {
            None => Seen::Uncounted,
            Some(total) if shows(total) => Seen::Number(total),
            Some(_) => Seen::Hidden,
        }
    }

    /// A group, as readers may see it.
    pub fn seen(&self, counted: Counted) -> Seen {
        let (Some(people), Some(total)) = (self.get(counted), self.total()) else {
            return Seen::Uncounted;
        };
        // What is left of everybody is a group too.
        let telling = if PARTS.contains(&counted) {
            self.hidden_parts(total).contains(&counted)
        } else {
            !shows(people) || !shows(total - people)
        };
        if telling || !shows(total) { Seen::Hidden } else { Seen::Number(people) }
    }

    /// The parts that are hidden: small ones, and as many more as it takes so that no small one is what is left over.
    fn hidden_parts(&self, total: i64) -> Vec<Counted> {
        let mut by_size: Vec<(i64, Counted)> =
            PARTS.iter().filter_map(|part| Some((self.get(*part)?, *part))).collect();
        by_size.retain(|(people, _)| *people > 0);
        by_size.sort();
        let mut hidden: Vec<(i64, Counted)> = vec![];
        for part in by_size {
            let together: i64 = hidden.iter().map(|(people, _)| people).sum();
            let enough = hidden.is_empty() || (hidden.len() > 1 && together >= SMALLEST_SHOWN);
            if !shows(part.0) || !enough {
                hidden.push(part);
            }
        }
        debug_assert!(hidden.iter().map(|(people, _)| people).sum::<i64>() <= total);
        hidden.into_iter().map(|(_, part)| part).collect()
    }

    /// What a form says: either nothing, or everybody in three parts that add up to the total.
    pub(crate) fn read(fields: &Fields, errors: &mut FieldErrors) -> Headcount {
        let mut count = Headcount::default();
        for counted in Counted::ALL {
            if let Some(people) = people(fields, counted.as_str(), errors) {
                count.0.insert(*counted, people);
            }
        }
        let total = people(fields, "total", errors);
        if !errors.is_empty() || (count.0.is_empty() && total.is_none()) {
            return count;
        }
        for part in PARTS.iter().filter(|part| count.get(**part).is_none()) {
            errors.add(part.as_str(), "error-headcount-part");
        }
        let Some(parts) = count.total() else { return count };
        if total != Some(parts) {
            errors.add_with("total", "error-headcount-total", &[("sum", parts)]);
        }
        let some = count.0.iter().filter(|(counted, _)| !PARTS.contains(*counted));
        for (counted, _) in some.filter(|(_, people)| **people > parts) {
            errors.add_with(counted.as_str(), "error-headcount-more", &[("max", parts)]);
        }
        count
    }
}

fn shows(people: i64) -> bool {
    people == 0 || people >= SMALLEST_SHOWN
}

/// A number of people that may be left empty.
pub(crate) fn people(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<i64> {
    let typed = fields.line(name);
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse().ok().filter(|people| (0..=PEOPLE_MAX).contains(people));
    if read.is_none() {
        errors.add(name, "error-number");
    }
    read
}

/// A number that stands by itself, as readers may see it.
pub(crate) fn alone(people: Option<i64>) -> Seen {
    match people {
        None => Seen::Uncounted,
        Some(people) if shows(people) => Seen::Number(people),
        Some(_) => Seen::Hidden,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(women: i64, men: i64, unnoted: i64) -> Headcount {
        Headcount::of([(Counted::Women, women), (Counted::Men, men), (Counted::Unnoted, unnoted)])
    }

    fn shown(count: &Headcount) -> String {
        let word = |seen| match seen {
            Seen::Number(people) => people.to_string(),
            Seen::Hidden => "x".to_owned(),
            Seen::Uncounted => "-".to_owned(),
        };
        let parts: Vec<String> = PARTS.iter().map(|part| word(count.seen(*part))).collect();
        format!("{} = {}", word(count.total_seen()), parts.join(" + "))
    }

    #[test]
    fn no_group_of_one_to_four_can_be_worked_out() {
        let cases = [
            ((12, 8, 0), "20 = 12 + 8 + 0"),
            ((18, 2, 0), "20 = x + x + 0"),
            ((2, 3, 20), "25 = x + x + 20"),
            ((1, 1, 20), "22 = x + x + x"),
            ((20, 3, 7), "30 = 20 + x + x"),
            ((3, 0, 0), "x = x + x + x"),
            ((0, 0, 9), "9 = 0 + 0 + 9"),
            ((0, 0, 0), "0 = 0 + 0 + 0"),
        ];
        for ((women, men, unnoted), expected) in cases {
            assert_eq!(shown(&parts(women, men, unnoted)), expected);
        }
        assert_eq!(shown(&Headcount::default()), "- = - + - + -");
    }

    #[test]
    fn some_of_everybody_tell_of_the_others_too() {
        let some = |people| {
            let count =
                parts(12, 8, 0).iter().chain([(Counted::Youth, people)]).collect::<Vec<_>>();
            Headcount::of(count).seen(Counted::Youth)
        };
        assert_eq!([some(0), some(7), some(20)], [0, 7, 20].map(Seen::Number));
        assert_eq!([some(4), some(17)], [Seen::Hidden; 2]);
    }

    #[test]
    fn the_parts_must_be_there_and_add_up() {
        let cases = [
            ("", "", "", "", vec![]),
            ("20", "12", "8", "0", vec![]),
            ("20", "12", "8", "", vec!["unnoted"]),
            ("21", "12", "8", "0", vec!["total"]),
            ("", "12", "8", "0", vec!["total"]),
            ("20", "", "", "", vec!["women", "men", "unnoted"]),
            ("dua", "12", "8", "0", vec!["total"]),
        ];
        for (total, women, men, unnoted, wrong) in cases {
            let mut errors = FieldErrors::default();
            let pairs = [("total", total), ("women", women), ("men", men), ("unnoted", unnoted)];
            Headcount::read(&Fields::from_pairs(&pairs), &mut errors);
            let fields: Vec<&str> = errors.0.iter().map(|error| error.field).collect();
            assert_eq!(fields, wrong, "{pairs:?}");
        }
    }
}
