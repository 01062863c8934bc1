//! A form of a page as a browser has it: the fields that stand in it and what they hold. Only what the page offers can be
//! filled in or chosen, so a step of a story test is a step that people can take.
use super::week::{refused, seen};
use crate::site::{Reply, Site, plain};
use axum::http::StatusCode;

pub struct Form {
    action: String,
    html: String,
    fields: Vec<(String, String)>,
}

/// What stands between two marks, of which the first is left out.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    text.split_once(from)?.1.split(to).next()
}

/// The elements of a kind: their tag's inside, and what follows it.
fn elements<'a>(html: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let begins = format!("<{name} ");
    let parts = html.split(begins.as_str()).skip(1);
    parts.filter_map(|part| part.split_once('>')).collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    between(&format!(" {tag}"), &format!(" {name}=\""), "\"").map(unescape)
}

fn unescape(text: &str) -> String {
    text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#38;", "&")
}

impl Form {
    /// The form of the page that is sent to this address.
    pub async fn on(reader: &Site, page: &str, action: &str) -> Form {
        Form::of(&reader.get(page).await.expect(StatusCode::OK), action)
    }

    fn of(page: &Reply, action: &str) -> Form {
        let (html, mark) = (page.text(), format!("action=\"{action}\""));
        let whole = between(&html, &mark, "</form>");
        let html =
            whole.unwrap_or_else(|| panic!("no form goes to {action}: {}", page.main_text()));
        Form { action: action.to_owned(), html: html.to_owned(), fields: first(html) }
    }

    /// Types into a field that stands in the form.
    pub fn fill(mut self, name: &str, text: &str) -> Form {
        let stands = self.html.contains(&format!(" name=\"{name}\""));
        assert!(stands, "{} asks for no {name}: {}", self.action, plain(&self.html));
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), text.to_owned()));
        self
    }

    /// Picks by the words that people read: of a list, or of buttons one beside the other.
    pub fn choose(self, name: &str, words: &str) -> Form {
        let value = self.value_of(name, words);
        let value = value.unwrap_or_else(|| {
            panic!("{words:?} is no choice for {name}: {}", plain(&self.html));
        });
        self.fill(name, &value)
    }

    fn value_of(&self, name: &str, words: &str) -> Option<String> {
        let list = format!("<select id=\"{name}\" name=\"{name}\"");
        if let Some(list) = between(&self.html, &list, "</select>") {
            let reads = |rest: &str| plain(rest.split("</option>").next().unwrap_or_default());
            let mut options = elements(list, "option").into_iter();
            let (tag, _) = options.find(|(_, rest)| reads(rest).starts_with(words))?;
            return attribute(tag, "value");
        }
        let mut buttons = elements(&self.html, "input").into_iter();
        let reads = |rest: &str| plain(rest.split("</label>").next().unwrap_or_default());
        let (tag, _) = buttons.find(|(tag, rest)| {
            attribute(tag, "name").as_deref() == Some(name) && reads(rest).starts_with(words)
        })?;
        attribute(tag, "value")
    }

    /// Presses a button that says something of itself.
    pub fn press(mut self, name: &str, value: &str) -> Form {
        assert!(self.html.contains(&format!("name=\"{name}\" value=\"{value}\"")));
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// Sends it; where it leads, and what stands there.
    pub async fn send(&self, reader: &Site) -> (String, String) {
        let sent = reader.post(&self.action, &self.pairs()).await.expect(StatusCode::SEE_OTHER);
        let place = sent.location.split('#').next().unwrap_or_default().to_owned();
        let shown = seen(&reader.after(&sent), &place).await;
        (place, shown)
    }

    /// Presses "Cari daerah" and is shown the form again, with all that was typed.
    pub async fn find_area(self, reader: &Site, words: &str) -> Form {
        let asks = self.fill("area_q", words).press("act", "find-area");
        asks.again(reader).await
    }

    async fn again(&self, reader: &Site) -> Form {
        let shown = reader.post(&self.action, &self.pairs()).await.expect(StatusCode::OK);
        Form::of(&shown, &self.action)
    }

    /// Sends it and reads what is wrong with it.
    pub async fn refused(&self, reader: &Site) -> String {
        refused(reader, &self.action, &self.pairs()).await
    }
}

/// What the fields hold before anyone touches them.
fn first(html: &str) -> Vec<(String, String)> {
    let mut fields = vec![];
    for (tag, _) in elements(html, "input") {
        let kind = attribute(tag, "type").unwrap_or_default();
        let off = matches!(kind.as_str(), "radio" | "checkbox") && !tag.contains(" checked");
        if let Some(name) = attribute(tag, "name").filter(|_| !off) {
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        }
    }
    for (tag, rest) in elements(html, "textarea") {
        let text = rest.split("</textarea>").next().unwrap_or_default();
        fields.extend(attribute(tag, "name").map(|name| (name, unescape(text.trim()))));
    }
    for (tag, rest) in elements(html, "select") {
        let list = rest.split("</select>").next().unwrap_or_default();
        let options = elements(list, "option");
        let chosen = options.iter().find(|(tag, _)| tag.contains(" selected"));
        let value = chosen.or(options.first()).and_then(|(tag, _)| attribute(tag, "value"));
        fields.extend(attribute(tag, "name").zip(value));
    }
    fields
}
