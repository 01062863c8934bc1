//! Numbers by day as a picture drawn here: two bars for before and after, a line for more. Whole numbers only, to the
//! last pixel; it reads in black and white and on a phone. The page that shows it has a table with the same numbers.
//!
//! ```text
//!   81 o
//!       \        9
//!        ●-------●--------● 6
//!   20 Januari 2026    12 Agustus 2026
//! ```
use crate::chain::days_between;
use askama::Template;
use jiff::civil::Date;

/// The drawing is so many units wide; a phone shows a unit as a little less than a pixel.
const WIDTH: i64 = 400;
const LEFT: i64 = 56;
const RIGHT: i64 = 344;
const TOP: i64 = 30;
const BOTTOM: i64 = 180;
const BARS: [i64; 2] = [160, 290];
const BAR_WIDE: i64 = 80;
/// Between the middles of two values that do not touch.
const VALUES_APART: i64 = 48;
/// Between the heights of two that may stand above one another.
const LINES_APART: i64 = 40;

/// A value on a day, ready in words.
#[derive(Debug, Clone)]
pub struct Point {
    pub on: Date,
    /// In the same scale as all others of the plot.
    pub value: i64,
    pub words: String,
    pub day: String,
    /// What it was before anything was done.
    pub is_baseline: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Two values stand side by side; more are a line.
    BarsForTwo,
    Line,
}

/// What is to be drawn.
#[derive(Debug, Clone)]
pub struct Plot {
    /// By day.
    pub points: Vec<Point>,
    /// A value that is aimed at, with its words.
    pub target: Option<(i64, String)>,
    /// Lowest and highest value that are in the picture in any case, so that no difference looks larger than it is.
    pub range: (i64, i64),
    pub shape: Shape,
}

/// The picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    dots: Vec<Dot>,
    /// "56,30 120,90 344,180"; absent for bars.
    line: Option<String>,
    /// Where the lowest value of the range is.
    foot: i64,
    target: Option<Target>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Dot {
    x: i64,
    y: i64,
    is_baseline: bool,
    value: Option<Label>,
    day: Option<Label>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Label {
    x: i64,
    y: i64,
    anchor: &'static str,
    words: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Target {
    y: i64,
    label: Label,
}

#[derive(Template)]
#[template(path = "_chart.html")]
struct Svg<'a> {
    chart: &'a Chart,
    id: &'a str,
    title: &'a str,
    description: &'a str,
}

impl Plot {
    /// The picture; one value alone needs none.
    pub fn draw(&self) -> Option<Chart> {
        let (first, last) = (self.points.first()?, self.points.last()?);
        if self.points.len() < 2 {
            return None;
        }
        let bars = self.points.len() == 2 && self.shape == Shape::BarsForTwo;
        let days = days_between(first.on, last.on).max(1);
        let x = |index: usize, on| match bars {
            true => BARS[index.min(1)],
            false => LEFT + days_between(first.on, on) * (RIGHT - LEFT) / days,
        };
        let dots = self.points.iter().enumerate().map(|(index, point)| Dot {
            x: x(index, point.on),
            y: self.y(point.value),
            is_baseline: point.is_baseline,
            value: None,
            day: None,
        });
        let mut dots: Vec<Dot> = dots.collect();
        let target = self.target.as_ref().map(|(value, words)| self.aim(*value, words, &dots));
        let joined: Vec<String> = dots.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect();
        self.name_values(&mut dots, bars);
        self.name_days(&mut dots, bars);
        let line = (!bars).then(|| joined.join(" "));
        Some(Chart { dots, line, foot: self.y(self.range.0), target })
    }

    fn y(&self, value: i64) -> i64 {
        let all = || {
            let values = self.points.iter().map(|point| point.value);
            let given = [self.range.0, self.range.1].into_iter();
            values.chain(given).chain(self.target.iter().map(|(value, _)| *value)).map(i128::from)
        };
        let (low, high) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
        let pixels = (i128::from(value) - low) * i128::from(BOTTOM - TOP) / (high - low).max(1);
        BOTTOM - i64::try_from(pixels).unwrap_or(0)
    }

    /// Its words stand at the end where the values keep further away.
    fn aim(&self, value: i64, words: &str, dots: &[Dot]) -> Target {
        let y = self.y(value);
        let away = |dot: Option<&Dot>| dot.map_or(0, |dot| (dot.y - y).abs());
        let (x, anchor) = match away(dots.first()) >= away(dots.last()) {
            true => (0, "start"),
            false => (WIDTH, "end"),
        };
        let label_y = if y < TOP + 12 { y + 18 } else { y - 7 };
        Target { y, label: Label { x, y: label_y, anchor, words: words.to_owned() } }
    }

    /// Names values as far as the names do not touch: the last and the first before the others.
    fn name_values(&self, dots: &mut [Dot], bars: bool) {
        let last = dots.len() - 1;
        let mut named: Vec<(i64, i64)> = vec![];
        for index in [last, 0].into_iter().chain((1..last).rev()) {
            let (x, y) = (dots[index].x, dots[index].y);
            let touches = |other: &(i64, i64)| {
                (other.0 - x).abs() < VALUES_APART && (other.1 - y).abs() < LINES_APART
            };
            if named.iter().any(touches) {
                continue;
            }
            named.push((x, y));
            let neighbour = |at: Option<usize>| at.and_then(|at| dots.get(at)).map(|dot| dot.y);
            let (before, after) = (neighbour(index.checked_sub(1)), neighbour(Some(index + 1)));
            let (across, down, anchor) = match bars {
                true => (0, -8, "middle"),
                false => beside(before, y, after),
            };
            let words = self.points[index].words.clone();
            dots[index].value = Some(Label { x: x + across, y: y + down, anchor, words });
        }
    }

    /// The first and the last day; the others stand in the table.
    fn name_days(&self, dots: &mut [Dot], bars: bool) {
        let last = dots.len() - 1;
        for (index, anchor, x) in [(0, "start", 0), (last, "end", WIDTH)] {
            let (anchor, x) = if bars { ("middle", dots[index].x) } else { (anchor, x) };
            let words = self.points[index].day.clone();
            dots[index].day = Some(Label { x, y: BOTTOM + 24, anchor, words });
        }
    }
}

/// Where the line leaves room for the words of a value, from the heights on both sides: across, down, anchor.
fn beside(before: Option<i64>, y: i64, after: Option<i64>) -> (i64, i64, &'static str) {
    let is_higher = |other: Option<i64>| other.is_some_and(|other| other < y);
    match (is_higher(before), is_higher(after)) {
        (true, true) if y + 22 <= BOTTOM => (0, 22, "middle"),
        (true, true) | (false, false) => (0, -11, "middle"),
        (true, false) => (1, -9, "start"),
        (false, true) => (-1, -9, "end"),
    }
}

impl Chart {
    /// The `<svg>`; `id` is unique on the page, `title` and `description` tell who cannot see it.
    pub fn svg(&self, id: &str, title: &str, description: &str) -> String {
        let svg = Svg { chart: self, id, title, description };
        svg.render().unwrap_or_else(|error| error.to_string())
    }

    /// A bar's left edge, upper edge, width and height.
    fn bar(&self, dot: &Dot) -> (i64, i64, i64, i64) {
        (dot.x - BAR_WIDE / 2, dot.y.min(self.foot), BAR_WIDE, (dot.y - self.foot).abs().max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot(values: &[(i64, &str)], range: (i64, i64)) -> Plot {
        let points = values.iter().map(|(value, on)| Point {
            on: on.parse().unwrap(),
            value: *value,
            words: value.to_string(),
            day: (*on).to_owned(),
            is_baseline: false,
        });
        Plot { points: points.collect(), target: None, range, shape: Shape::BarsForTwo }
    }

    fn anchors(chart: &Chart) -> Vec<&'static str> {
        chart.dots.iter().filter_map(|dot| dot.value.as_ref()).map(|label| label.anchor).collect()
    }

    #[test]
    fn before_and_after_are_two_bars_from_zero() {
        let mut plot = plot(&[(810, "2026-01-15"), (405, "2026-02-11")], (0, 0));
        plot.target = Some((0, "Sasaran 0".to_owned()));
        let chart = plot.draw().unwrap();
        assert_eq!((chart.line.clone(), chart.foot), (None, BOTTOM));
        let heights: Vec<i64> = chart.dots.iter().map(|dot| chart.bar(dot).3).collect();
        assert_eq!(heights, [150, 75]);
        assert_eq!(chart.target.map(|target| target.y), Some(BOTTOM));
    }

    #[test]
    fn a_line_is_as_wide_as_its_days_and_two_values_may_be_one() {
        let values = [(-10, "2026-01-01"), (10, "2026-01-11"), (20, "2026-01-31")];
        let chart = plot(&values, (0, 0)).draw().unwrap();
        assert_eq!((chart.line.as_deref(), chart.foot), (Some("56,180 152,80 344,30"), 130));
        let two = Plot { shape: Shape::Line, ..plot(&values[1..], (0, 40)) };
        assert_eq!(two.draw().unwrap().line.as_deref(), Some("56,143 344,105"));
    }

    #[test]
    fn one_value_alone_is_no_picture() {
        assert_eq!(plot(&[(5, "2026-02-11")], (0, 0)).draw(), None);
    }

    #[test]
    fn first_and_last_are_always_named_and_names_do_not_touch() {
        let days: Vec<String> = (1..=28).map(|day| format!("2026-02-{day:02}")).collect();
        let values: Vec<(i64, &str)> = days.iter().map(|day| (1, day.as_str())).collect();
        let chart = plot(&values, (0, 0)).draw().unwrap();
        let mut named: Vec<i64> = vec![];
        for dot in chart.dots.iter().filter(|dot| dot.value.is_some()) {
            assert!(named.last().is_none_or(|before| dot.x - before >= VALUES_APART));
            named.push(dot.x);
        }
        assert_eq!((named.first(), named.last()), (Some(&LEFT), Some(&RIGHT)));
        let days = chart.dots.iter().filter(|dot| dot.day.is_some()).count();
        assert_eq!(days, 2);
    }

    #[test]
    fn names_keep_off_the_line() {
        let falling =
            [(81, "2026-01-20"), (18, "2026-03-11"), (9, "2026-05-13"), (6, "2026-08-12")];
        let chart = plot(&falling, (0, 0)).draw().unwrap();
        assert_eq!(anchors(&chart), ["middle", "start", "start", "start"]);
        let rising = [(1, "2026-01-20"), (18, "2026-04-11"), (30, "2026-08-12")];
        assert_eq!(anchors(&plot(&rising, (0, 0)).draw().unwrap()), ["end", "end", "middle"]);
    }
}
