//! What a published round shows: index, elements from the weakest up, trust, groups that are large enough.
use crate::{
    cells::{shown, shown_within},
    instrument::{Element, Instrument},
    round::Round,
    score::{Ratio, Score, Weight, score},
    store::{Counted, Group},
};
use base::web::Frame;

/// Of all respondents of a round.
#[derive(Debug, Clone)]
pub(crate) struct Results {
    pub count: i64,
    pub score: Score,
    /// How many should have answered, where it is known of how many.
    pub needed: Option<i64>,
    /// The weakest first.
    pub bars: Vec<Bar>,
    /// Average in hundredths, and of how many.
    pub trust: Option<(i64, i64)>,
    pub groups: Vec<GroupTable>,
    /// The same marks with the other weights that reports use.
    pub others: Vec<(Weight, Score)>,
}

/// An element in picture and table.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    pub element: Element,
    pub code: String,
    /// In ten-thousandths, as the weighted one.
    pub average: i64,
    pub weighted: i64,
}

/// Respondents by one thing that they said of themselves.
#[derive(Debug, Clone)]
pub(crate) struct GroupTable {
    pub about: String,
    pub lines: Vec<GroupLine>,
    /// How many stand in groups that are not shown.
    pub rest: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct GroupLine {
    pub value: String,
    pub count: i64,
    pub score: Score,
    /// Average trust in hundredths, where enough answered.
    pub trust: Option<i64>,
}

impl Results {
    /// `None` while so few answered that a result would speak of single people.
    pub fn of(
        (round, instrument): (&Round, &Instrument),
        counted: &Counted,
        groups: &[Group],
    ) -> Option<Results> {
        let tally = &counted.tally;
        if tally.count < instrument.cell_min {
            return None;
        }
        let of = |weight| score(tally.total(), tally.count, weight, instrument.grades);
        let mut bars: Vec<Bar> = instrument
            .elements
            .iter()
            .map(|(element, code)| Bar {
                element: *element,
                code: code.clone(),
                average: tally.average(element.place),
                weighted: tally.weighted(element.place, round.weight),
            })
            .collect();
        bars.sort_by_key(|bar| tally.sums[bar.element.place]);
        let others = instrument.weights().into_iter().filter(|weight| *weight != round.weight);
        let (trusting, trust) = counted.trust;
        Some(Results {
            count: tally.count,
            score: of(round.weight),
            needed: round.population.map(|population| instrument.sample(population)),
            bars,
            trust: (trusting >= instrument.cell_min)
                .then(|| (Ratio::new(trust, trusting).rounded(2), trusting)),
            groups: tables((round, instrument), groups),
            others: others.map(|weight| (weight, of(weight))).collect(),
        })
    }

    /// The height of the picture.
    pub fn height(&self) -> usize {
        self.bars.len() * Bar::HIGH + 4
    }

    /// Enough answered, or it is not known how many there should be.
    pub fn is_enough(&self) -> bool {
        self.needed.is_none_or(|needed| self.count >= needed)
    }
}

impl Bar {
    const HIGH: usize = 44;
    const WIDE: i64 = 400;

    /// Where its row begins, from the top.
    pub fn top(&self, place: &usize) -> usize {
        place * Self::HIGH
    }

    /// Of 400 for a 4: bars begin at zero, so that no difference looks larger than it is.
    pub fn width(&self) -> i64 {
        self.average * Self::WIDE / 40_000
    }
}

fn tables((round, instrument): (&Round, &Instrument), groups: &[Group]) -> Vec<GroupTable> {
    let abouts = ["sex", "age", "education", "occupation", "kind"];
    let table = |about: &str| {
        let of_it: Vec<&Group> = groups.iter().filter(|group| group.about == about).collect();
        let min = instrument.cell_min;
        let counts: Vec<i64> = of_it.iter().map(|group| group.count).collect();
        let whole = shown(&counts, min);
        let trusting: Vec<i64> = of_it.iter().map(|group| group.trusting).collect();
        let trusted = shown_within(&trusting, &whole, min);
        let line = |place: usize, group: &&Group| GroupLine {
            value: group.value.clone(),
            count: group.count,
            score: score(group.total, group.count, round.weight, instrument.grades),
            trust: trusted[place].then(|| Ratio::new(group.trust, group.trusting).rounded(2)),
        };
        let all = of_it.iter().enumerate();
        let lines: Vec<GroupLine> =
            all.filter(|(at, _)| whole[*at]).map(|(at, group)| line(at, group)).collect();
        let rest = counts.iter().sum::<i64>() - lines.iter().map(|line| line.count).sum::<i64>();
        GroupTable { about: about.to_owned(), lines, rest }
    };
    let tables = abouts.into_iter().map(table);
    // One group that holds everybody says nothing new.
    tables
        .filter(|table| table.lines.len() > 1 || (table.lines.len() == 1 && table.rest > 0))
        .collect()
}

impl GroupTable {
    pub fn key(&self) -> String {
        format!("survey-about-{}", self.about)
    }

    pub fn name(&self, f: &Frame, line: &GroupLine) -> String {
        match (self.about.as_str(), line.value.as_str()) {
            (_, "") => f.t("survey-not-said"),
            ("kind", kind) => kind.to_owned(),
            (about, value) => f.t(&format!("survey-{about}-{value}")),
        }
    }
}
