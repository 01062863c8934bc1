//! The arithmetic of a survey: averages, index, conversion, grade, needed sample. Fractions of whole numbers from the
//! marks to the printed digits, so that a grade never depends on how a machine rounds.
use base::text_enum;

/// How many elements there are; their words are `instrument::ELEMENTS`.
pub const COUNT: usize = 9;

text_enum! {
    /// How much one element weighs.
    pub enum Weight {
        /// One ninth.
        Exact = "exact",
        Thousandths111 = "0.111",
        Hundredths11 = "0.11",
    }
}

text_enum! {
    /// The mutu of a service, worst first.
    pub enum Grade {
        D = "d",
        C = "c",
        B = "b",
        A = "a",
    }
}

impl Grade {
    pub fn key(self) -> String {
        format!("survey-grade-{self}")
    }

    /// Its shape on the page.
    pub fn class(self) -> &'static str {
        match self {
            Grade::A | Grade::B => "good",
            Grade::C => "wait",
            Grade::D => "bad",
        }
    }
}

/// From which conversion value, in hundredths, a grade holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grades {
    pub c: i64,
    pub b: i64,
    pub a: i64,
}

impl Grades {
    pub fn of(self, conversion: i64) -> Grade {
        match conversion {
            value if value >= self.a => Grade::A,
            value if value >= self.b => Grade::B,
            value if value >= self.c => Grade::C,
            _ => Grade::D,
        }
    }
}

/// A fraction of whole numbers; the lower part is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    pub upper: i128,
    pub lower: i128,
}

impl Ratio {
    pub fn new(upper: i64, lower: i64) -> Ratio {
        Ratio { upper: i128::from(upper), lower: i128::from(lower.max(1)) }
    }

    fn times(self, upper: i128, lower: i128) -> Ratio {
        Ratio { upper: self.upper * upper, lower: self.lower * lower }
    }

    /// Times ten to the `places`, rounded half up; for fractions that are not negative.
    pub fn rounded(self, places: u32) -> i64 {
        let scaled = self.upper * 10_i128.pow(places);
        let rounded = (2 * scaled + self.lower) / (2 * self.lower);
        i64::try_from(rounded).unwrap_or(i64::MAX)
    }
}

/// How many answered, and the sums of their marks, element by element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub count: i64,
    pub sums: [i64; COUNT],
}

impl Tally {
    pub fn total(&self) -> i64 {
        self.sums.iter().sum()
    }

    /// NRR of an element, 1 to 4, in ten-thousandths.
    pub fn average(&self, element: usize) -> i64 {
        Ratio::new(self.sums[element], self.count).rounded(4)
    }

    /// Weighted NRR of an element, in ten-thousandths.
    pub fn weighted(&self, element: usize, weight: Weight) -> i64 {
        weigh(Ratio::new(self.sums[element], self.count), weight).rounded(4)
    }
}

/// What came out, of all respondents or of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// 1 to 4, in ten-thousandths.
    pub index: i64,
    /// 25 to 100, in hundredths.
    pub conversion: i64,
    pub grade: Grade,
}

/// The score of so many respondents whose marks add up to `total`.
pub fn score(total: i64, count: i64, weight: Weight, grades: Grades) -> Score {
    let index = weigh(Ratio::new(total, count), weight);
    // From the exact index, not from its four printed digits.
    let conversion = index.times(25, 1).rounded(2);
    Score { index: index.rounded(4), conversion, grade: grades.of(conversion) }
}

fn weigh(ratio: Ratio, weight: Weight) -> Ratio {
    match weight {
        Weight::Exact => ratio.times(1, COUNT as i128),
        Weight::Thousandths111 => ratio.times(111, 1000),
        Weight::Hundredths11 => ratio.times(11, 100),
    }
}

/// How many must answer so that they speak for `population` (Krejcie and Morgan, P = Q = 0,5):
/// `lambda² N P Q / (d² (N - 1) + lambda² P Q)`, rounded half up. `error` is d in hundredths.
pub fn sample(population: i64, lambda_squared_thousandths: i64, error: i64) -> i64 {
    // All times 40.000: lambda² in thousandths times PQ = 1/4, d² in ten-thousandths.
    let spread = i128::from(lambda_squared_thousandths) * 10;
    let error = i128::from(error) * i128::from(error) * 4;
    let population = i128::from(population.max(1));
    Ratio { upper: spread * population, lower: error * (population - 1) + spread }.rounded(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GRADES: Grades = Grades { c: 6500, b: 7661, a: 8831 };

    #[test]
    fn a_grade_begins_at_its_edge_and_no_value_falls_between_two() {
        let cases = [
            (2500, Grade::D),
            (6499, Grade::D),
            (6500, Grade::C),
            (7660, Grade::C),
            (7661, Grade::B),
            (8830, Grade::B),
            (8831, Grade::A),
            (10_000, Grade::A),
        ];
        for (conversion, grade) in cases {
            assert_eq!(GRADES.of(conversion), grade, "{conversion}");
        }
    }

    #[test]
    fn a_conversion_in_the_printed_holes_is_rounded_first() {
        // 2.5998 x 25 = 64.995, printed 65.00; 2.59979 x 25 = 64.99475, printed 64.99.
        let of = |total, count| score(total, count, Weight::Exact, GRADES);
        let at = of(25_998 * 9, 10_000);
        assert_eq!((at.index, at.conversion, at.grade), (25_998, 6500, Grade::C));
        let below = of(259_979 * 9, 100_000);
        assert_eq!((below.conversion, below.grade), (6499, Grade::D));
        assert_eq!(of(30_642 * 9, 10_000).grade, Grade::B);
        assert_eq!(of(35_322 * 9, 10_000).grade, Grade::A);
        assert_eq!(of(35_321 * 9, 10_000).grade, Grade::B);
    }

    #[test]
    fn old_reports_that_rounded_the_weight_are_reproduced() {
        let of = |weight| score(36 * 10 - 42, 10, weight, GRADES);
        assert_eq!(of(Weight::Exact), Score { index: 35_333, conversion: 8833, grade: Grade::A });
        let rounded = Score { index: 35_298, conversion: 8825, grade: Grade::B };
        assert_eq!(of(Weight::Thousandths111), rounded);
        assert_eq!(of(Weight::Hundredths11).conversion, 8745);
    }

    #[test]
    fn the_needed_sample_is_that_of_the_printed_table() {
        let table = [
            (10, 10),
            (15, 14),
            (20, 19),
            (50, 44),
            (75, 63),
            (95, 76),
            (100, 80),
            (110, 86),
            (180, 123),
            (230, 144),
            (300, 169),
            (420, 201),
            (500, 217),
            (750, 254),
            (950, 274),
            (1000, 278),
            (1100, 285),
            (1500, 306),
            (2000, 322),
            (2600, 335),
            (3500, 346),
            (5000, 357),
            (9000, 368),
            (10_000, 370),
            (20_000, 377),
            (50_000, 381),
            (75_000, 382),
            (1_000_000, 384),
        ];
        for (population, needed) in table {
            assert_eq!(sample(population, 3841, 5), needed, "{population}");
        }
    }

    proptest! {
        #[test]
        fn the_index_lies_between_the_marks_and_grows_with_them(
            count in 1_i64..500, extra in 0_i64..13_500,
        ) {
            let total = (count * 9 + extra).min(count * 36);
            let all = score(total, count, Weight::Exact, GRADES);
            prop_assert!((10_000..=40_000).contains(&all.index));
            prop_assert!((2500..=10_000).contains(&all.conversion));
            let more = score((total + 1).min(count * 36), count, Weight::Exact, GRADES);
            prop_assert!(more.conversion >= all.conversion && more.grade >= all.grade);
            let old = score(total, count, Weight::Thousandths111, GRADES);
            prop_assert!(old.conversion <= all.conversion);
        }

        #[test]
        fn nobody_needs_more_answers_than_people(population in 1_i64..2_000_000) {
            let needed = sample(population, 3841, 5);
            prop_assert!(needed >= 1 && needed <= population && needed <= 384);
        }
    }
}
