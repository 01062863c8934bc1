//! What people type becomes HTML that is safe on any page: paragraphs, headings of two levels, lists, bold, italic,
//! quotations and links.
//!
//! The text is read as CommonMark; the HTML is written here and nowhere else, so that no tag of the writer's ever gets
//! through. Whatever is not in the list above (HTML, pictures, code, rules) is shown as the text that it is.
mod links;
mod writer;

#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Safe HTML. Tags: `p h2 h3 ul ol li strong em blockquote br a`; attributes: `href` of a link that leads to http,
/// https, mailto or an address of this site, and `start` of a numbered list.
pub fn html(text: &str) -> String {
    let mut writer = writer::Writer::with_room_for(text.len());
    for event in Parser::new_ext(text, Options::empty()) {
        writer.write(event);
    }
    writer.finish()
}

/// The words alone, one line for each paragraph, heading or item: for excerpts, search and descriptions.
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                words.push_str(&part);
            }
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::Start(tag) if begins_a_line(&tag) => words.push('\n'),
            Event::End(tag) if ends_a_line(tag) => words.push('\n'),
            _ => {}
        }
    }
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn begins_a_line(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Item | Tag::List(_))
}

fn ends_a_line(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
    )
}
