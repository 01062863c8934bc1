//! A result as a picture drawn here: bars for before and after, a line for more. Whole numbers only, from the figures to
//! the last pixel; it reads in black and white, and the table below it says the same.
use crate::{
    figure::Figure,
    store::{IndicatorRow, ObservationRow},
};
use base::{jiff::civil::Date, languages::Words};

const LEFT: i64 = 50;
const RIGHT: i64 = 590;
const TOP: i64 = 44;
const BOTTOM: i64 = 200;
/// Between the middles of two labels that do not touch.
const LABEL_APART: i64 = 150;
const BAR_WIDE: i64 = 120;

/// One value on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub on: Date,
    pub figure: Figure,
    pub source: String,
    pub is_baseline: bool,
    /// Noted later for the same day: the chart shows that one.
    pub replaced: bool,
}

/// An indicator with all that was measured, by day.
#[derive(Debug, Clone)]
pub struct Measured {
    pub name: String,
    pub unit: String,
    pub target: Option<Figure>,
    pub values: Vec<Value>,
}

/// A value in the picture, in pixels; labels only where they do not touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dot {
    pub x: i64,
    pub y: i64,
    pub value: String,
    pub day: String,
    pub is_baseline: bool,
    pub is_labelled: bool,
}

/// What the template draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    pub dots: Vec<Dot>,
    /// "50,180 320,120 590,60"; absent for bars.
    pub line: Option<String>,
    /// Where zero is.
    pub zero: i64,
    pub target: Option<(i64, String)>,
}

impl Measured {
    pub fn of(row: IndicatorRow, observations: &[ObservationRow]) -> Measured {
        let mut values: Vec<Value> = vec![];
        if let (Some(figure), Some(on)) = (row.baseline, row.baseline_on) {
            let source = row.baseline_source.unwrap_or_default();
            values.push(Value { on, figure, source, is_baseline: true, replaced: false });
        }
        for seen in observations.iter().filter(|seen| seen.indicator == row.id) {
            let earlier =
                values.iter_mut().filter(|value| !value.is_baseline && value.on == seen.on);
            earlier.for_each(|value| value.replaced = true);
            values.push(Value {
                on: seen.on,
                figure: seen.value,
                source: seen.source.clone(),
                is_baseline: false,
                replaced: false,
            });
        }
        values.sort_by_key(|value| (value.on, !value.is_baseline));
        Measured { name: row.name, unit: row.unit, target: row.target, values }
    }

    /// Those that hold.
    pub fn holding(&self) -> impl Iterator<Item = &Value> {
        self.values.iter().filter(|value| !value.replaced)
    }

    /// "Dari 81 (Januari 2026) menjadi 18": what the picture shows, in a sentence; `None` when there is no picture.
    pub fn sentence(&self, words: &Words) -> Option<String> {
        let (first, last) = (self.holding().next()?, self.holding().last()?);
        (first != last).then(|| {
            let given = [
                ("from", first.figure.words(words)),
                ("from_day", words.day_month_year(first.on)),
                ("to", last.figure.words(words)),
                ("to_day", words.day_month_year(last.on)),
                ("unit", self.unit.clone()),
            ];
            let given: Vec<(&str, &str)> =
                given.iter().map(|(name, value)| (*name, value.as_str())).collect();
            words.fill("innovation-chart-sentence", &given)
        })
    }

    /// The picture; one value alone needs none.
    pub fn chart(&self, words: &Words) -> Option<Chart> {
        let values: Vec<&Value> = self.holding().collect();
        if values.len() < 2 {
            return None;
        }
        let scale = Scale::of(&values, self.target);
        let across = Across::of(&values);
        let mut dots: Vec<Dot> = (0..)
            .zip(&values)
            .map(|(index, value)| Dot {
                x: across.x(index, value.on),
                y: scale.y(value.figure),
                value: value.figure.words(words),
                day: words.day_month_year(value.on),
                is_baseline: value.is_baseline,
                is_labelled: false,
            })
            .collect();
        label(&mut dots);
        let line = (!across.bars).then(|| {
            let points: Vec<String> =
                dots.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect();
            points.join(" ")
        });
        let target = self.target.map(|target| (scale.y(target), target.words(words)));
        Some(Chart { dots, line, zero: scale.y(Figure::whole(0)), target })
    }
}

impl Chart {
    /// A bar's left edge, upper edge, width and height.
    pub fn bar(&self, dot: &Dot) -> (i64, i64, i64, i64) {
        let top = dot.y.min(self.zero);
        (dot.x - BAR_WIDE / 2, top, BAR_WIDE, (dot.y - self.zero).abs().max(1))
    }

    /// The line that the values stand on.
    pub fn ends(&self) -> (i64, i64) {
        (LEFT - 30, RIGHT + 30)
    }
}

impl Dot {
    /// Above the value; below where the line leaves no room.
    pub fn label_y(&self) -> i64 {
        self.y - 12
    }

    pub fn anchor(&self) -> &'static str {
        match self.x {
            x if x < LEFT + 30 => "start",
            x if x > RIGHT - 30 => "end",
            _ => "middle",
        }
    }
}

/// From figures to heights. Zero is always in the picture, so that no difference looks larger than it is.
struct Scale {
    places: u8,
    low: i128,
    range: i128,
}

impl Scale {
    fn of(values: &[&Value], target: Option<Figure>) -> Scale {
        let figures = || values.iter().map(|value| value.figure).chain(target);
        let places = figures().map(Figure::places).max().unwrap_or(0);
        let scaled = || figures().map(|figure| i128::from(figure.in_places(places)));
        let low = scaled().min().unwrap_or(0).min(0);
        let high = scaled().max().unwrap_or(0).max(0);
        Scale { places, low, range: (high - low).max(1) }
    }

    fn y(&self, figure: Figure) -> i64 {
        let above = i128::from(figure.in_places(self.places)) - self.low;
        let pixels = above * i128::from(BOTTOM - TOP) / self.range;
        BOTTOM - i64::try_from(pixels).unwrap_or(0)
    }
}

/// From days to places across; two values are bars and stand apart as two.
struct Across {
    bars: bool,
    first: Date,
    days: i64,
}

impl Across {
    fn of(values: &[&Value]) -> Across {
        let first = values.first().map_or(Date::MIN, |value| value.on);
        let last = values.last().map_or(Date::MIN, |value| value.on);
        let days = base::chain::days_between(first, last).max(1);
        Across { bars: values.len() == 2, first, days }
    }

    fn x(&self, index: i64, on: Date) -> i64 {
        if self.bars {
            return if index == 0 { 200 } else { 440 };
        }
        LEFT + base::chain::days_between(self.first, on) * (RIGHT - LEFT) / self.days
    }
}

/// Names the values from the last one back, as far as the names do not touch.
fn label(dots: &mut [Dot]) {
    let mut next = i64::MAX;
    for dot in dots.iter_mut().rev() {
        if next.saturating_sub(dot.x) >= LABEL_APART {
            dot.is_labelled = true;
            next = dot.x;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{
        ids::InnovationId,
        languages::{Lang, Languages},
    };

    fn measured(
        baseline: Option<(&str, &str)>,
        target: Option<&str>,
        seen: &[(&str, &str)],
    ) -> Measured {
        let figure = |text: &str| Figure::read(text).unwrap();
        let row = IndicatorRow {
            id: 1,
            innovation: InnovationId(1),
            name: "Anak tanpa akta".into(),
            unit: "anak".into(),
            baseline: baseline.map(|(value, _)| figure(value)),
            baseline_on: baseline.map(|(_, on)| on.parse().unwrap()),
            baseline_source: baseline.map(|_| "Ketua RT".into()),
            target: target.map(figure),
        };
        let observations = seen.iter().map(|(value, on)| ObservationRow {
            indicator: 1,
            value: figure(value),
            on: on.parse().unwrap(),
            source: "Dinas".into(),
        });
        Measured::of(row, &observations.collect::<Vec<_>>())
    }

    fn chart(result: &Measured) -> Option<Chart> {
        result.chart(&Languages::load().unwrap().words(Lang::INDONESIAN))
    }

    #[test]
    fn before_and_after_are_two_bars_from_zero() {
        let result = measured(Some(("81", "2026-01-15")), Some("0"), &[("40,5", "2026-02-11")]);
        let chart = chart(&result).unwrap();
        assert_eq!((chart.line.clone(), chart.zero), (None, BOTTOM));
        let heights: Vec<i64> = chart.dots.iter().map(|dot| chart.bar(dot).3).collect();
        assert_eq!(heights, [156, 78]);
        assert_eq!(chart.target, Some((BOTTOM, "0".into())));
        assert_eq!(chart.dots[1].value, "40,5");
    }

    #[test]
    fn three_values_are_a_line_as_wide_as_their_days() {
        let seen = [("10", "2026-01-11"), ("20", "2026-01-31")];
        let result = measured(Some(("-10", "2026-01-01")), None, &seen);
        let chart = chart(&result).unwrap();
        assert_eq!(chart.line.as_deref(), Some("50,200 230,96 590,44"));
        assert_eq!(chart.zero, 148);
    }

    #[test]
    fn on_one_day_the_value_that_was_noted_last_holds() {
        let seen = [("18", "2026-02-11"), ("17", "2026-02-11")];
        let result = measured(Some(("81", "2026-01-15")), None, &seen);
        let holding: Vec<String> = result.holding().map(|value| value.figure.to_string()).collect();
        assert_eq!((holding.join(" "), result.values.len()), ("81 17".to_owned(), 3));
    }

    #[test]
    fn one_value_alone_is_no_picture_and_labels_do_not_touch() {
        assert_eq!(chart(&measured(None, Some("5"), &[("4", "2026-02-11")])), None);
        let days: Vec<String> = (1..=28).map(|day| format!("2026-02-{day:02}")).collect();
        let seen: Vec<(&str, &str)> = days.iter().map(|day| ("1", day.as_str())).collect();
        let chart = chart(&measured(None, None, &seen)).unwrap();
        let labelled = chart.dots.iter().filter(|dot| dot.is_labelled).count();
        assert!((2..=6).contains(&labelled), "{labelled}");
    }
}
