//! A body as the page shows it, and as lists and search engines quote it.
use crate::story::Format;

/// The HTML of a body, safe to be put into a page. A dateline at the beginning and a signature at the end are left out
/// here: the page shows them in their own places.
pub fn html(
    body: &str,
    format: Format,
    (dateline, signature): (Option<&str>, Option<&str>),
) -> String {
    let body = without(body, dateline, signature);
    match format {
        Format::Marks => markup::html(body),
        Format::Plain => paragraphs(body).map(paragraph_html).collect(),
    }
}

/// Cuts off what stands elsewhere on the page already.
fn without<'a>(body: &'a str, dateline: Option<&str>, signature: Option<&str>) -> &'a str {
    let body = body.trim();
    let body = dateline.and_then(|words| body.strip_prefix(words)).unwrap_or(body);
    let body = signature.and_then(|words| body.strip_suffix(words)).unwrap_or(body);
    body.trim()
}

/// What stands between blank lines.
pub fn paragraphs(body: &str) -> impl Iterator<Item = &str> {
    Paragraphs { rest: body }
}

struct Paragraphs<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Paragraphs<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest;
        let (mut start, mut end, mut at) = (None, 0, 0);
        for line in rest.split_inclusive('\n') {
            let blank = line.trim().is_empty();
            match start {
                None if !blank => start = Some(at),
                Some(start) if blank => {
                    self.rest = &rest[at..];
                    return Some(&rest[start..end]);
                }
                _ => {}
            }
            at += line.len();
            if !blank {
                end = at - (line.len() - line.trim_end_matches(['\n', '\r']).len());
            }
        }
        self.rest = "";
        start.map(|start| &rest[start..end])
    }
}

fn paragraph_html(paragraph: &str) -> String {
    let mut html = String::with_capacity(paragraph.len() + 16);
    html.push_str("<p>");
    for letter in paragraph.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\n' => html.push_str("<br>"),
            // An archive may hold letters that only deceive; the page does not pass them on.
            letter if deceives(letter) => {}
            letter => html.push(letter),
        }
    }
    html.push_str("</p>\n");
    html
}

fn deceives(letter: char) -> bool {
    // Nearly every letter is a plain one: no need to ask.
    let plain = matches!(letter, ' '..='~');
    !plain && base::web::clean_text(letter.encode_utf8(&mut [0; 4])).is_empty()
}

/// The beginning of a body in at most `max` letters, cut between words.
pub fn excerpt(body: &str, format: Format, max: usize) -> String {
    let words = match format {
        Format::Plain => body.to_owned(),
        Format::Marks => markup::plain(body),
    };
    let line = base::web::clean_line(&words.chars().take(max * 2).collect::<String>());
    if line.chars().count() <= max {
        return line;
    }
    let cut: String = line.chars().take(max).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paragraphs_are_shown_as_they_are_and_what_stands_elsewhere_is_not_said_twice() {
        let body =
            "Lombok Utara ( SK) Satu <b>dua</b> & \u{202e}tiga\nempat.\n \n\nLima. ( Ardes ).";
        let shown = html(body, Format::Plain, (Some("Lombok Utara ( SK)"), Some("( Ardes ).")));
        assert_eq!(
            shown,
            "<p>Satu &lt;b&gt;dua&lt;/b&gt; &amp; tiga<br>empat.</p>\n<p>Lima.</p>\n"
        );
        assert!(
            html(body, Format::Plain, (Some("Mataram"), None)).contains("Lombok Utara ( SK) Satu")
        );
    }

    #[test]
    fn an_excerpt_ends_between_words() {
        assert_eq!(excerpt("Satu dua,  tiga empat", Format::Plain, 11), "Satu dua…");
        assert_eq!(excerpt("**Satu** dua", Format::Marks, 50), "Satu dua");
    }
}
