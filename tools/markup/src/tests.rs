//! What writers type, well-meant and not.
use super::{html, plain};
use proptest::prelude::*;

#[test]
fn a_story_keeps_its_paragraphs_headings_lists_and_quotations() {
    let text = "Air *sudah* **mengalir**.\n\n# Kata warga\n\n> Alhamdulillah.\n\n- satu\n- dua\n\n### Kecil\n\n3. tiga\n4. empat";
    let expected = "<p>Air <em>sudah</em> <strong>mengalir</strong>.</p>\n<h2>Kata warga</h2>\n\
        <blockquote>\n<p>Alhamdulillah.</p>\n</blockquote>\n<ul>\n<li>satu</li>\n<li>dua</li>\n</ul>\n\
        <h3>Kecil</h3>\n<ol start=\"3\">\n<li>tiga</li>\n<li>empat</li>\n</ol>";
    assert_eq!(html(text), expected);
}

#[test]
fn links_lead_to_the_web_to_a_letter_or_into_this_site() {
    let cases = [
        (
            "[a](https://contoh.id/x?a=1&b=2)",
            "<p><a href=\"https://contoh.id/x?a=1&amp;b=2\">a</a></p>",
        ),
        (
            "<redaksi@suara.example>",
            "<p><a href=\"mailto:redaksi@suara.example\">redaksi@suara.example</a></p>",
        ),
        ("[a](/syarat#karya)", "<p><a href=\"/syarat#karya\">a</a></p>"),
        ("[a](javascript:alert(1))", "<p>a</p>"),
        ("[a](JavaScript:alert(1))", "<p>a</p>"),
        ("[a](<java\tscript:alert(1)>)", "<p>a</p>"),
        ("[a](&#106;avascript:alert(1))", "<p>a</p>"),
        ("[a](data:text/html,x)", "<p>a</p>"),
        ("[a](//lain.id)", "<p>a</p>"),
        ("[a](</\\lain.id>)", "<p>a</p>"),
        ("[a](https:)", "<p>a</p>"),
        ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>"),
    ];
    for (text, expected) in cases {
        assert_eq!(html(text), expected, "{text}");
    }
}

#[test]
fn html_pictures_code_and_rules_are_shown_as_text() {
    let cases = [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <b onclick='x'>b</b>", "<p>a &lt;b onclick=&#39;x&#39;&gt;b&lt;/b&gt;</p>"),
        ("![Jembatan *putus*](x.jpg)", "<p>Jembatan <em>putus</em></p>"),
        ("    menjorok <i>", "<p>menjorok &lt;i&gt;</p>"),
        ("`kode`", "<p>kode</p>"),
        ("***", "<p>* * *</p>"),
    ];
    for (text, expected) in cases {
        assert_eq!(html(text), expected, "{text}");
    }
}

#[test]
fn the_words_alone_are_one_line_for_each_paragraph() {
    let text = "# Judul\n\nSatu\ndua [tiga](/x) **empat**.\n\n- lima\n- enam\n\n<b>tujuh</b>";
    assert_eq!(plain(text), "Judul\nSatu dua tiga empat.\nlima\nenam\n<b>tujuh</b>");
    assert_eq!(plain(" \n "), "");
}

/// Every tag of the output, as written.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()).collect()
}

fn allowed(tag: &str) -> bool {
    let plain = ["p", "h2", "h3", "ul", "ol", "li", "strong", "em", "blockquote", "a"];
    if tag == "br" || plain.contains(&tag.strip_prefix('/').unwrap_or(tag)) {
        return tag != "a";
    }
    let start = tag.strip_prefix("ol start=\"").and_then(|rest| rest.strip_suffix('"'));
    let href = tag.strip_prefix("a href=\"").and_then(|rest| rest.strip_suffix('"'));
    let good_start = start.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()));
    let good_href = href.is_some_and(|to| {
        let begins = ["http://", "https://", "mailto:", "/", "#"];
        let to_lower = to.to_ascii_lowercase();
        begins.iter().any(|begin| to_lower.starts_with(begin))
            && !to.starts_with("//")
            && !to.contains('"')
    });
    good_start || good_href
}

fn balanced(html: &str) -> bool {
    let mut open = vec![];
    for tag in tags(html) {
        match tag.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            Some(_) => {}
            None if tag == "br" => {}
            None => open.push(tag.split(' ').next().unwrap_or_default()),
        }
    }
    open.is_empty()
}

/// Pieces of text that mean something to a reader of CommonMark or of HTML, in any order.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "/>",
        "script",
        "a href=\"",
        "javascript:",
        "http://",
        "https://x",
        "mailto:",
        "//",
        "\\",
        "[",
        "](",
        "]",
        ")",
        "![",
        "`",
        "```\n",
        "*",
        "**",
        "_",
        "# ",
        "### ",
        "> ",
        "- ",
        "1. ",
        "7) ",
        "    ",
        "\n",
        "\n\n",
        "\t",
        "&lt;",
        "&#106;",
        "&",
        "\"",
        "'",
        "onclick=",
        "<!--",
        "-->",
        "<?",
        "<![CDATA[",
        "]]>",
        "\u{0}",
        "\u{202e}",
        "air",
        "---\n",
        "|a|b|\n|-|-|\n",
        "[^1]",
        "$x$",
        "[x]: javascript:y\n",
        "<img src=x onerror=y>",
        "<div>\n",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn no_text_makes_a_tag_that_is_not_ours(text in hostile()) {
        let html = html(&text);
        for tag in tags(&html) {
            prop_assert!(allowed(tag), "{tag} in {html} from {text:?}");
        }
        prop_assert!(balanced(&html), "{html} from {text:?}");
    }

    #[test]
    fn any_letters_are_written_safely(text in "\\PC{0,80}") {
        for tag in tags(&html(&text)) {
            prop_assert!(allowed(tag));
        }
        let _ = plain(&text);
    }
}
