//! Lines and words of an old page: what is masthead, title, text, comment and footer; dateline and signature.
use super::{OldComment, Part, Unplaced, dates};

/// The page by lines.
pub(super) struct Layout<'a> {
    lines: Vec<&'a str>,
    pub parts: Vec<Part>,
    pub title: String,
    pub section: Option<String>,
    pub footer: Option<String>,
    pub comment_count: Option<i64>,
    pub comments: Vec<OldComment>,
    pub unplaced: Vec<Unplaced>,
}

/// A title is looked for among so many lines.
const HEAD_LINES: usize = 8;

impl<'a> Layout<'a> {
    pub fn read(page: &'a str, known_sections: &[String]) -> Layout<'a> {
        let page = page.strip_prefix('\u{feff}').unwrap_or(page);
        let lines: Vec<&str> = page.lines().collect();
        let blank = |line: &&str| line.trim().is_empty();
        let parts =
            lines.iter().map(|line| if blank(line) { Part::Blank } else { Part::Paragraph });
        let mut layout = Layout {
            parts: parts.collect(),
            lines,
            title: String::new(),
            section: None,
            footer: None,
            comment_count: None,
            comments: vec![],
            unplaced: vec![],
        };
        layout.find_footer();
        layout.find_comments();
        layout.find_title(known_sections);
        layout
    }

    /// The lines that are still taken for text.
    fn open_lines(&self) -> Vec<usize> {
        (0..self.lines.len()).filter(|at| self.parts[*at] == Part::Paragraph).collect()
    }

    fn find_footer(&mut self) {
        let made = |line: &str| {
            let line = line.trim().to_lowercase();
            line.starts_with("page generated in") || line.starts_with("halaman ini dibuat dalam")
        };
        if let Some(at) = self.lines.iter().rposition(|line| made(line)) {
            self.parts[at] = Part::Footer;
            self.footer = Some(self.lines[at].trim().to_owned());
        }
    }

    fn find_comments(&mut self) {
        let heading = self.lines.iter().rposition(|line| comment_heading(line).is_some());
        let Some(heading) = heading else { return };
        self.comment_count = comment_heading(self.lines[heading]);
        self.parts[heading] = Part::CommentHeading;
        let below: Vec<usize> = self.open_lines().into_iter().filter(|at| *at > heading).collect();
        for at in &below {
            self.parts[*at] = Part::Comment;
        }
        let said: Vec<&str> = below.iter().map(|at| self.lines[*at]).collect();
        self.comments = read_comments(&said);
        let read = i64::try_from(self.comments.len()).unwrap_or(i64::MAX);
        if self.comment_count != Some(read) {
            let count = self.comment_count.unwrap_or(0);
            self.unplaced.push(Unplaced::Comments(format!("{count} / {read}")));
        }
    }

    fn find_title(&mut self, known_sections: &[String]) {
        let open = self.open_lines();
        let head = &open[..open.len().min(HEAD_LINES)];
        let with_section = head.iter().enumerate().find_map(|(place, at)| {
            let (title, section) = split_section(self.lines[*at], known_sections)?;
            Some((place, title, Some(section)))
        });
        // Without a known section: two lines that stand together are the masthead, and the next is the title.
        let without = || {
            let second = *open.get(1)?;
            let masthead = if second == open[0] + 1 { 2 } else { 0 };
            let line = self.lines[*open.get(masthead)?];
            Some((masthead, line.trim().to_owned(), None))
        };
        let only = || open.first().map(|at| (0, self.lines[*at].trim().to_owned(), None));
        let Some((place, title, section)) = with_section.or_else(without).or_else(only) else {
            self.unplaced.push(Unplaced::Title);
            return;
        };
        if section.is_none() {
            self.unplaced.push(Unplaced::Section(title.clone()));
        }
        if place == 0 {
            self.unplaced.push(Unplaced::Masthead);
        }
        for at in &open[..place] {
            self.parts[*at] = Part::Masthead;
        }
        self.parts[open[place]] = Part::Title;
        (self.title, self.section) = (title, section);
    }

    pub fn lines_of(&self, part: Part) -> Vec<String> {
        let both = self.lines.iter().zip(&self.parts);
        both.filter(|(_, kind)| **kind == part).map(|(line, _)| (*line).to_owned()).collect()
    }

    /// Lines of text that stand together are one paragraph.
    pub fn paragraphs(&self) -> Vec<String> {
        let mut paragraphs: Vec<String> = vec![];
        let mut open = false;
        for (line, part) in self.lines.iter().zip(&self.parts) {
            match part {
                Part::Paragraph if open => {
                    if let Some(last) = paragraphs.last_mut() {
                        last.push('\n');
                        last.push_str(line);
                    }
                }
                Part::Paragraph => paragraphs.push((*line).to_owned()),
                _ => {}
            }
            open = *part == Part::Paragraph;
        }
        paragraphs
    }
}

/// The n of "Komentar (n)".
fn comment_heading(line: &str) -> Option<i64> {
    let rest = line.trim().strip_prefix("Komentar")?.trim();
    rest.strip_prefix('(')?.strip_suffix(')')?.trim().parse().ok()
}

/// The longest known section at the end of the line, and what stands before it.
fn split_section(line: &str, known: &[String]) -> Option<(String, String)> {
    let line = line.trim();
    let ends_with = |section: &&String| {
        let lower = line.to_lowercase();
        let Some(before) = lower.strip_suffix(&section.to_lowercase()) else { return false };
        !section.trim().is_empty()
            && !before.trim().is_empty()
            && before.ends_with(char::is_whitespace)
    };
    let section = known.iter().filter(ends_with).max_by_key(|section| section.chars().count())?;
    let letters = section.chars().count();
    let total = line.chars().count();
    let title: String = line.chars().take(total.saturating_sub(letters)).collect();
    let written: String = line.chars().skip(total.saturating_sub(letters)).collect();
    Some((title.trim_end().to_owned(), written))
}

/// "Nama | tanggal | jam" over the text, or "Nama: teks"; the portal's invitation to be the first is no comment.
fn read_comments(lines: &[&str]) -> Vec<OldComment> {
    let mut comments: Vec<OldComment> = vec![];
    for line in lines.iter().map(|line| line.trim()) {
        if line.to_lowercase().starts_with("belum ada komentar") {
            continue;
        }
        if let Some((name, said)) = line.split_once('|').filter(|(name, _)| is_name(name)) {
            let (name, at) = (name.trim().to_owned(), dates::moment(said));
            comments.push(OldComment { name, at, text: String::new() });
        } else if let Some((name, text)) =
            line.split_once(':').filter(|(name, _)| starts_a_comment(name))
        {
            let (name, text) = (name.trim().to_owned(), text.trim().to_owned());
            comments.push(OldComment { name, at: None, text });
        } else if let Some(last) = comments.last_mut() {
            if !last.text.is_empty() {
                last.text.push('\n');
            }
            last.text.push_str(line);
        }
    }
    comments.retain(|comment| !comment.text.is_empty());
    comments
}

fn starts_a_comment(name: &str) -> bool {
    is_name(name) && name.starts_with(char::is_uppercase)
}

/// One to six words.
fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=6).contains(&words) && text.chars().count() <= 60 && !text.contains("http")
}

/// The dateline at the beginning of the first paragraph, exactly as written: "Lombok Utara ( SK)".
pub(super) fn dateline(paragraph: &str, is_area: impl Fn(&str) -> bool) -> Option<String> {
    let mut end = None;
    let mut at = 0;
    let mut in_brackets = false;
    for word in paragraph.split_inclusive(char::is_whitespace).take(9) {
        let bare = word.trim();
        let begins = bare.chars().next();
        let placelike = in_brackets
            || begins.is_none_or(|letter| letter.is_uppercase() || !letter.is_alphanumeric());
        if !placelike || at > 70 {
            break;
        }
        in_brackets = (in_brackets || bare.contains('(')) && !bare.contains(')');
        let after = at + word.trim_end().len();
        let so_far = paragraph[..after].trim();
        let closes = bare.ends_with(['-', '–', '—', '_', ')']);
        let stops = bare.ends_with('.') && is_dateline(so_far, &is_area);
        if after > 2 && !in_brackets && (closes || stops) {
            end = Some(after);
        }
        at += word.len();
    }
    // Marks that stand alone after the place belong to it: "(GP) --".
    let end = end?;
    (end < paragraph.trim_end().len()).then(|| paragraph[..end].to_owned())
}

/// A dot ends a dateline only when what stands before is a place or names the portal.
fn is_dateline(text: &str, is_area: &impl Fn(&str) -> bool) -> bool {
    let lower = text.to_lowercase();
    let portal = lower.contains("suara komunitas") || lower.contains("suarakomunitas");
    let initials = text.trim_end_matches('.').ends_with("SK");
    portal
        || initials
        || text.split([',', '-', '.']).map(str::trim).any(|part| !part.is_empty() && is_area(part))
}

/// The names in brackets at the end of the last paragraph, exactly as written: "( Ardes ).".
pub(super) fn signature(paragraph: &str) -> Option<String> {
    let trimmed = paragraph.trim_end();
    let closed = trimmed.trim_end_matches(['.', ' ']);
    if !closed.ends_with(')') {
        return None;
    }
    let start = closed.rfind('(')?;
    let inner = closed[start + 1..closed.len() - 1].trim();
    let words = inner.split_whitespace().count();
    let letters = inner.chars().count();
    let name = (1..=8).contains(&words)
        && letters <= 60
        && inner.chars().all(|c| c.is_alphabetic() || " ./&,'’-".contains(c));
    // An abbreviation of what was just named is no name: "( KOMPAK)".
    let abbreviation = letters > 3 && inner.chars().all(|c| c.is_uppercase());
    (name && !abbreviation).then(|| trimmed[start..].to_owned())
}

/// The names in a signature.
pub(super) fn names(signature: &str) -> Vec<String> {
    let inner = signature.trim_matches(|c: char| !c.is_alphanumeric());
    let separated = inner.replace(" dan ", "/").replace(['&', ','], "/");
    let names =
        separated.split('/').map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    names.filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_kept_as_they_were_written() {
        let area = |name: &str| ["Serang Banten", "Kalabahi", "Alor"].contains(&name);
        let cases = [
            ("Lombok Utara ( SK) Memastikan masyarakat Miskin", Some("Lombok Utara ( SK)")),
            ("Kalabahi, Alor - Puluhan warga", Some("Kalabahi, Alor -")),
            ("Pipitan - Serang Banten. Workshop lahirkan", Some("Pipitan - Serang Banten.")),
            (
                "Pekalongan Kota, Suara Komunitas. – Warga desa",
                Some("Pekalongan Kota, Suara Komunitas. –"),
            ),
            ("Medan (Suara Komunitas.net) Kongres ini", Some("Medan (Suara Komunitas.net)")),
            ("Santong,(GP) -- Seorang warga", Some("Santong,(GP) --")),
            ("Lotim, SK – Jalan rusak", Some("Lotim, SK –")),
            ("Peringgabaya SK_ Pemuda desa", Some("Peringgabaya SK_")),
            ("Pak Camat Marah. Warga diam", None),
            ("Warga desa (yang lama) pergi", None),
            ("", None),
        ];
        for (paragraph, expected) in cases {
            assert_eq!(dateline(paragraph, area).as_deref(), expected, "{paragraph}");
        }
    }

    #[test]
    fn signatures_are_names_and_abbreviations_are_not() {
        let cases = [
            ("dalam inovasi. ( Ardes ).", Some("( Ardes )."), vec!["Ardes"]),
            (
                "selesai (Eva Abdullah/Budi R Setiawan)",
                Some("(Eva Abdullah/Budi R Setiawan)"),
                vec!["Eva Abdullah", "Budi R Setiawan"],
            ),
            ("selesai (ari)", Some("(ari)"), vec!["ari"]),
            ("Kesejahteraan ( KOMPAK)", None, vec![]),
            ("pada (14-06-16)", None, vec![]),
            ("tanpa nama.", None, vec![]),
        ];
        for (paragraph, expected, people) in cases {
            let found = signature(paragraph);
            assert_eq!(found.as_deref(), expected, "{paragraph}");
            assert_eq!(found.as_deref().map(names).unwrap_or_default(), people);
        }
    }
}
