//! From the events of a CommonMark reader to our own HTML.
use crate::links;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

pub(crate) struct Writer {
    out: String,
    /// Whether the link that is open was written; links do not nest.
    in_link: bool,
}

impl Writer {
    pub fn with_room_for(bytes: usize) -> Writer {
        Writer { out: String::with_capacity(bytes + bytes / 4), in_link: false }
    }

    pub fn finish(mut self) -> String {
        self.out.truncate(self.out.trim_end().len());
        self.out
    }

    pub fn write(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.text(&text),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<p>* * *</p>\n"),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            // Code and HTML are text here, in a paragraph of their own.
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => self.out.push_str("<p>"),
            Tag::Heading { level, .. } => self.heading("<", level),
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>\n"),
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.out.push_str("<li>"),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url),
            // Pictures come with the story, not out of its text: their description stays.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.out.truncate(self.out.trim_end().len());
                self.out.push_str("</p>\n");
            }
            TagEnd::Heading(level) => {
                self.heading("</", level);
                self.out.push('\n');
            }
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::List(false) => self.out.push_str("</ul>\n"),
            TagEnd::List(true) => self.out.push_str("</ol>\n"),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Link if self.in_link => {
                self.in_link = false;
                self.out.push_str("</a>");
            }
            _ => {}
        }
    }

    /// The page itself has the one `h1`.
    fn heading(&mut self, opens: &str, level: HeadingLevel) {
        let level = if level <= HeadingLevel::H2 { "h2>" } else { "h3>" };
        self.out.push_str(opens);
        self.out.push_str(level);
    }

    fn link(&mut self, kind: LinkType, address: &str) {
        let prefix = if kind == LinkType::Email { "mailto:" } else { "" };
        let address = format!("{prefix}{address}");
        if links::safe(&address) {
            self.in_link = true;
            self.out.push_str("<a href=\"");
            self.text(&address);
            self.out.push_str("\">");
        }
    }

    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                letter => self.out.push(letter),
            }
        }
    }
}
