//! What was measured of an innovation, by day, and its picture.
use crate::{
    figure::Figure,
    store::{IndicatorRow, ObservationRow},
};
use base::{
    chart::{Chart, Plot, Point, Shape},
    jiff::civil::Date,
    languages::Words,
};

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

    /// The picture, with zero in it; one value alone needs none.
    pub fn chart(&self, words: &Words) -> Option<Chart> {
        let figures = || self.holding().map(|value| value.figure).chain(self.target);
        let places = figures().map(Figure::places).max().unwrap_or(0);
        let points = self.holding().map(|value| Point {
            on: value.on,
            value: value.figure.in_places(places),
            words: value.figure.words(words),
            day: words.day_month_year(value.on),
            is_baseline: value.is_baseline,
        });
        let target = self.target.map(|target| {
            let said = words.with("innovation-chart-target", "value", target.words(words));
            (target.in_places(places), said)
        });
        let plot =
            Plot { points: points.collect(), target, range: (0, 0), shape: Shape::BarsForTwo };
        plot.draw()
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
    fn figures_of_different_places_stand_in_one_scale() {
        let result = measured(Some(("81", "2026-01-15")), Some("0"), &[("40,5", "2026-02-11")]);
        let svg = chart(&result).unwrap().svg("a", "Anak tanpa akta", "");
        assert!(svg.contains("height=\"150\"") && svg.contains("height=\"75\""), "{svg}");
        assert!(svg.contains(">40,5<") && svg.contains(">Sasaran 0<"), "{svg}");
    }

    #[test]
    fn on_one_day_the_value_that_was_noted_last_holds() {
        let seen = [("18", "2026-02-11"), ("17", "2026-02-11")];
        let result = measured(Some(("81", "2026-01-15")), None, &seen);
        let holding: Vec<String> = result.holding().map(|value| value.figure.to_string()).collect();
        assert_eq!((holding.join(" "), result.values.len()), ("81 17".to_owned(), 3));
    }
}
