//! A comment's text on its way to a page: paragraphs, line breaks and links, and everything else as letters.

/// Safe HTML of plain text. Blank lines part paragraphs.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    for paragraph in text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
        out.push_str("<p>");
        for (number, line) in paragraph.lines().enumerate() {
            if number > 0 {
                out.push_str("<br>");
            }
            push_line(&mut out, line.trim_end());
        }
        out.push_str("</p>");
    }
    out
}

/// The beginning, on one line, at most `letters` long and cut between words.
pub fn excerpt(text: &str, letters: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= letters {
        return line;
    }
    let cut: String = line.chars().take(letters).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole}…")
}

fn push_line(out: &mut String, mut rest: &str) {
    while let Some(at) = next_address(rest) {
        push_escaped(out, &rest[..at]);
        let address = address_at(&rest[at..]);
        out.push_str("<a href=\"");
        push_escaped(out, address);
        out.push_str("\" rel=\"nofollow ugc noopener\">");
        push_escaped(out, address);
        out.push_str("</a>");
        rest = &rest[at + address.len()..];
    }
    push_escaped(out, rest);
}

/// Where an address with something behind its slashes begins.
fn next_address(text: &str) -> Option<usize> {
    let starts = ["https://", "http://"];
    let found = |(at, _)| starts.iter().any(|start| address_at(&text[at..]).len() > start.len());
    text.match_indices("http").find(|at| found(*at)).map(|(at, _)| at)
}

/// The address at the beginning of `text`, without the punctuation of the sentence around it; empty when there is none.
fn address_at(text: &str) -> &str {
    let scheme = ["https://", "http://"].iter().find(|start| text.starts_with(*start));
    let Some(scheme) = scheme else { return "" };
    let stops = |letter: char| letter.is_whitespace() || "<>\"'`|\\^{}".contains(letter);
    let whole = text.find(stops).map_or(text, |end| &text[..end]);
    let address = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '…']);
    if address.len() > scheme.len() { address } else { "" }
}

fn push_escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_lines_and_links_are_all_the_markup_there_is() {
        let cases = [
            ("Halo", "<p>Halo</p>"),
            ("Satu\ndua\n\n\n\ntiga", "<p>Satu<br>dua</p><p>tiga</p>"),
            (
                "Lihat (https://a.example/x?b=1&c=2).",
                "<p>Lihat (<a href=\"https://a.example/x?b=1&amp;c=2\" rel=\"nofollow ugc noopener\">https://a.example/x?b=1&amp;c=2</a>).</p>",
            ),
            ("http:// dan https", "<p>http:// dan https</p>"),
            ("<b>\"&'", "<p>&lt;b&gt;&quot;&amp;&#39;</p>"),
            ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
            (
                "https://a.example/\"onclick=\"x",
                "<p><a href=\"https://a.example/\" rel=\"nofollow ugc noopener\">https://a.example/</a>&quot;onclick=&quot;x</p>",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(html(text), expected);
        }
    }

    #[test]
    fn an_excerpt_is_cut_between_words() {
        assert_eq!(excerpt("satu dua\ntiga", 20), "satu dua tiga");
        assert_eq!(excerpt("satu dua tiga", 10), "satu dua…");
    }

    proptest! {
        #[test]
        fn only_our_own_tags_come_out(text in "(.|\n|<|>|\"|http://|https://|a|/){0,60}") {
            let mut rest = html(&text);
            for tag in ["<p>", "</p>", "<br>", "</a>", "\" rel=\"nofollow ugc noopener\">"] {
                rest = rest.replace(tag, "");
            }
            let rest = rest.replace("<a href=\"http", "");
            prop_assert!(!rest.contains(['<', '>', '"', '\'']), "{}", rest);
        }
    }
}
