//! Finding areas while somebody types: an index of folded names, built at the first search.

use crate::names::{Asked, Spoken, fold_onto, split_word, squash};
use crate::{Area, Code, Codes, Level, tables};

/// The folded names of each level in the order of the alphabet.
pub(crate) struct Index {
    levels: [Names; 4],
    /// The names of provinces, kabupaten and kota without spaces.
    squashed: Vec<(String, Level, u32)>,
}

/// The names of one level.
#[derive(Default)]
struct Names {
    /// One name a line.
    text: String,
    /// Where each line starts; one more at the end.
    starts: Vec<u32>,
    /// Whose name it is: the place in the list of the level.
    whose: Vec<u32>,
}

/// Where in a name the words were found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Whole,
    Beginning,
}

impl Index {
    pub(crate) fn build(codes: &Codes) -> Index {
        let levels = Level::ALL.map(|level| Names::build(codes, level));
        let mut squashed = Vec::new();
        for level in [Level::Province, Level::Regency] {
            let names = &levels[level as usize];
            squashed.extend(
                (0..names.whose.len()).map(|i| (squash(names.line(i)), level, names.whose[i])),
            );
        }
        Index { levels, squashed }
    }

    /// The areas of that level whose folded name it is.
    pub(crate) fn exact<'a>(&self, codes: &'a Codes, level: Level, folded: &str) -> Vec<Area<'a>> {
        let names = &self.levels[level as usize];
        names
            .beginning_with(folded)
            .take_while(|i| names.line(*i) == folded)
            .map(|i| names.area(codes, level, i))
            .collect()
    }

    /// The areas whose name differs by spaces only: Fakfak, Tolitoli, D.I. Yogyakarta.
    pub(crate) fn spelled_otherwise<'a>(
        &self,
        codes: &'a Codes,
        level: Level,
        asked: &Asked,
    ) -> Vec<Area<'a>> {
        let whole = squash(&asked.whole);
        let bare = asked.bare.as_ref().map(|(spoken, rest)| (*spoken, squash(rest)));
        let of_level = self.squashed.iter().filter(|(_, one, _)| *one == level);
        of_level
            .map(|(name, level, at)| (name, Area { codes, level: *level, at: *at as usize }))
            .filter(|(name, area)| {
                **name == whole
                    || bare.as_ref().is_some_and(|(spoken, rest)| {
                        *name == rest && spoken.fits(level, area.kind().is_city())
                    })
            })
            .map(|(_, area)| area)
            .collect()
    }
}

impl Names {
    fn build(codes: &Codes, level: Level) -> Names {
        let count = codes.count(level);
        let mut folded = String::with_capacity(count * 12);
        let mut lines: Vec<(u64, u32, u32, u32)> = Vec::with_capacity(count);
        let mut add = |name: &str, at: usize| {
            let start = folded.len();
            fold_onto(&mut folded, name);
            let mut head = [0; 8];
            let taken = (folded.len() - start).min(8);
            head[..taken].copy_from_slice(&folded.as_bytes()[start..start + taken]);
            let head = u64::from_be_bytes(head);
            lines.push((head, start as u32, folded.len() as u32, at as u32));
        };
        for (at, area) in codes.all(level).enumerate() {
            add(area.name(), at);
        }
        for alias in tables::aliases().iter().filter(|alias| alias.code.level() == level) {
            let area = codes.find(alias.code).expect("an alias of an area, says a test");
            add(alias.name, area.at);
        }
        let slice = |line: &(u64, u32, u32, u32)| &folded[line.1 as usize..line.2 as usize];
        // Most pairs differ in their first eight bytes.
        lines.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0).then_with(|| slice(a).cmp(slice(b))).then(a.3.cmp(&b.3))
        });
        let mut names = Names {
            text: String::with_capacity(folded.len() + lines.len()),
            starts: Vec::with_capacity(lines.len() + 1),
            whose: lines.iter().map(|line| line.3).collect(),
        };
        for line in &lines {
            names.starts.push(names.text.len() as u32);
            names.text.push_str(slice(line));
            names.text.push('\n');
        }
        names.starts.push(names.text.len() as u32);
        names
    }

    fn line(&self, i: usize) -> &str {
        &self.text[self.starts[i] as usize..self.starts[i + 1] as usize - 1]
    }

    fn area<'a>(&self, codes: &'a Codes, level: Level, i: usize) -> Area<'a> {
        Area { codes, level, at: self.whose[i] as usize }
    }

    /// The lines that begin so, in order: the ones that are just that come first.
    fn beginning_with(&self, start: &str) -> impl Iterator<Item = usize> {
        let all = 0..self.whose.len();
        let first = partition(all.clone(), |i| self.line(i) < start);
        (first..all.end).take_while(move |i| self.line(*i).starts_with(start))
    }

    /// The lines that hold it further in: at the start of a word, elsewhere.
    ///
    /// Stops when `enough` words are found; a search that finds less reads every name.
    fn holding(&self, part: &str, enough: impl Fn(&[usize]) -> bool) -> (Vec<usize>, Vec<usize>) {
        let (mut words, mut elsewhere) = (Vec::new(), Vec::new());
        let mut from = 0;
        while let Some(found) = self.text[from..].find(part) {
            let place = from + found;
            let i = self.starts.partition_point(|start| *start as usize <= place) - 1;
            let line = self.line(i);
            if !line.starts_with(part) {
                let at_word = line.match_indices(part).any(|(p, _)| line.as_bytes()[p - 1] == b' ');
                if at_word {
                    words.push(i)
                } else {
                    elsewhere.push(i)
                }
                if enough(&words) {
                    break;
                }
            }
            from = self.starts[i + 1] as usize;
        }
        (words, elsewhere)
    }
}

fn partition(range: std::ops::Range<usize>, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The areas named behind the commas of a question.
pub(crate) struct Within(Vec<Vec<Code>>);

impl Within {
    /// Does it lie in one area of each name?
    pub(crate) fn holds(&self, area: Area<'_>) -> bool {
        let code = area.code();
        self.0
            .iter()
            .all(|named| named.iter().any(|above| *above != code && code.is_within(*above)))
    }
}

/// None when a name behind a comma is the beginning of no area's.
pub(crate) fn within_of(codes: &Codes, asked: &Asked) -> Option<Within> {
    let index = codes.index();
    let mut all = Vec::new();
    for name in &asked.within {
        let mut named = Vec::new();
        for level in [Level::Province, Level::Regency, Level::District] {
            let names = &index.levels[level as usize];
            named.extend(names.beginning_with(name).map(|i| names.area(codes, level, i).code()));
            if let Some((spoken, rest)) = split_word(name) {
                let areas = names.beginning_with(rest).map(|i| names.area(codes, level, i));
                let fitting = areas.filter(|area| spoken.fits(level, area.kind().is_city()));
                named.extend(fitting.map(Area::code));
            }
        }
        if named.is_empty() {
            return None;
        }
        all.push(named);
    }
    Some(Within(all))
}

/// What a search has found so far.
struct Hits<'a> {
    codes: &'a Codes,
    within: Within,
    limit: usize,
    found: Vec<Area<'a>>,
}

impl<'a> Hits<'a> {
    fn full(&self) -> bool {
        self.found.len() >= self.limit
    }

    fn may(&self, area: Area<'a>, spoken: Option<Spoken>) -> bool {
        spoken.is_none_or(|spoken| spoken.fits(area.level(), area.kind().is_city()))
            && self.within.holds(area)
            && !self.found.contains(&area)
    }

    fn add(&mut self, areas: impl Iterator<Item = Area<'a>>, spoken: Option<Spoken>) {
        for area in areas {
            if self.full() {
                return;
            }
            if self.may(area, spoken) {
                self.found.push(area);
            }
        }
    }

    fn named(&mut self, level: Level, part: &str, place: Place, spoken: Option<Spoken>) {
        let (codes, names) = (self.codes, &self.codes.index().levels[level as usize]);
        let lines = names.beginning_with(part);
        let fitting = lines.filter(|i| (names.line(*i) == part) == (place == Place::Whole));
        self.add(fitting.map(|i| names.area(codes, level, i)), spoken);
    }

    fn gather(&mut self, part: &str, spoken: Option<Spoken>) {
        let (codes, index) = (self.codes, self.codes.index());
        let mut elsewhere = Vec::new();
        for levels in [[Level::Province, Level::Regency], [Level::District, Level::Village]] {
            for place in [Place::Whole, Place::Beginning] {
                for level in levels {
                    self.named(level, part, place, spoken);
                }
            }
            for level in levels {
                if self.full() {
                    return;
                }
                let names = &index.levels[level as usize];
                let area = |i: usize| names.area(codes, level, i);
                let room = self.limit - self.found.len();
                let (words, rest) = names.holding(part, |words| {
                    words.len() >= room
                        && words.iter().filter(|i| self.may(area(**i), spoken)).count() >= room
                });
                self.add(words.into_iter().map(area), spoken);
                elsewhere.extend(rest.into_iter().map(area));
            }
        }
        let tight = squash(part);
        let spelled = index.squashed.iter().filter(|(name, ..)| name.contains(&tight));
        self.add(
            spelled.map(|(_, level, at)| Area { codes, level: *level, at: *at as usize }),
            spoken,
        );
        self.add(elsewhere.into_iter(), spoken);
    }
}

impl Codes {
    /// Areas for what somebody typed, the likeliest first, at most `limit`.
    ///
    /// Case, accents and signs do not matter. A code finds its area. Of names, provinces, kabupaten and kota
    /// come before kecamatan and villages; in each pair whole names, then beginnings, then beginnings of a
    /// word; last, the letters anywhere. "kota bima" asks for a kota, "tanjung, lombok utara" within an area.
    pub fn search(&self, text: &str, limit: usize) -> Vec<Area<'_>> {
        if let Ok(code) = text.parse() {
            return self.find(code).into_iter().take(limit).collect();
        }
        let asked = Asked::read(text);
        if asked.whole.is_empty() || limit == 0 {
            return Vec::new();
        }
        let Some(within) = within_of(self, &asked) else { return Vec::new() };
        let mut hits = Hits { codes: self, within, limit, found: Vec::new() };
        if let Some((spoken, rest)) = &asked.bare {
            hits.gather(rest, Some(*spoken));
        }
        hits.gather(&asked.whole, None);
        hits.found
    }
}
