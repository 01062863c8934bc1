//! Walking a house as a browser does: what a page leads to, and which of the many addresses of one shape are opened.
use crate::site::{Reply, Site};
use base::{
    app::App,
    feature::{Method, Route},
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a page leads to: its links, and where its forms are sent.
pub fn links(html: &str) -> BTreeSet<String> {
    let found = html.split(['"']).collect::<Vec<_>>();
    let pairs = found.windows(2);
    pairs
        .filter(|pair| pair[0].ends_with("href=") || pair[0].ends_with("action="))
        .map(|pair| plain(pair[1].split('#').next().unwrap_or_default()))
        .filter(|link| link.starts_with('/') && !link.starts_with("//"))
        .collect()
}

/// The value of a hidden field.
pub fn hidden(html: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    html.split(&mark).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// The word that is typed into fields that take any.
const TYPED: &str = "a";

/// The addresses to which the page's forms of questions lead: a word typed, each of the first choices taken.
pub fn questions(html: &str) -> BTreeSet<String> {
    let forms = html.split("<form").skip(1).map(|rest| rest.split("</form>").next().unwrap_or(""));
    let asking = forms.filter(|form| !form.split('>').next().unwrap_or("").contains("post"));
    asking.flat_map(answers).collect()
}

fn answers(form: &str) -> Vec<String> {
    let action = plain(&attribute(form, "action").unwrap_or_default());
    let path = action.split('#').next().unwrap_or_default();
    let mut pairs = vec![];
    for input in form.split("<input").skip(1).map(tag) {
        let value = attribute(input, "value").filter(|value| !value.is_empty());
        let value = value.unwrap_or_else(|| TYPED.to_owned());
        pairs.extend(attribute(input, "name").map(|name| format!("{name}={}", encode(&value))));
    }
    let mut filled = vec![pairs.clone()];
    for select in form.split("<select").skip(1) {
        let Some(name) = attribute(tag(select), "name") else { continue };
        let options = select.split("<option").skip(1).filter_map(|o| attribute(tag(o), "value"));
        let chosen = options.take(3).map(|value| format!("{name}={}", encode(&value)));
        filled.extend(chosen.map(|one| pairs.iter().cloned().chain([one]).collect()));
    }
    let joint = if path.contains('?') { '&' } else { '?' };
    filled.into_iter().map(|pairs| format!("{path}{joint}{}", pairs.join("&"))).collect()
}

fn tag(rest: &str) -> &str {
    rest.split('>').next().unwrap_or_default()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(plain(value))
}

fn plain(text: &str) -> String {
    text.replace("&amp;", "&").replace("&#38;", "&")
}

/// As a query holds it.
pub fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                (byte as char).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The route of an address without its query: the one with the fewest parameters, as the router chooses.
pub fn route_of<'a>(app: &'a App, method: Method, path: &str) -> Option<&'a Route> {
    let fits = |route: &&Route| {
        let (asked, wanted): (Vec<&str>, Vec<&str>) =
            (path.split('/').collect(), route.path.split('/').collect());
        let fits = |(part, wanted): (&&str, &&str)| wanted.contains('{') || part == wanted;
        asked.len() == wanted.len() && asked.iter().zip(&wanted).all(fits)
    };
    let routes = app.features.iter().flat_map(|feature| &feature.routes);
    let fitting = routes.filter(|route| route.method == method).filter(fits);
    fitting.min_by_key(|route| route.path.matches('{').count())
}

/// Addresses of one shape look alike: language, route, and what is asked. How many of them are opened, if one usual page
/// of the kind is worth `few`: a second language says the same, and tabs of a page are many.
fn shape(app: &App, address: &str, few: usize) -> (String, usize) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let (lang, path) = match path.strip_prefix("/en") {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => ("en", rest),
        _ => ("", path),
    };
    let route = route_of(app, Method::Get, path).map_or(path, |route| route.path);
    let mut asked: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    asked.sort_unstable();
    let many = match (lang, asked.join("")) {
        ("en", _) => 1,
        (_, asked) if asked.is_empty() => few,
        _ => few.max(TABS),
    };
    (format!("{lang} {route} {}", asked.join(" ")), many)
}

/// No page has more parts that one reaches by what is asked.
const TABS: usize = 6;

/// How somebody walks.
pub struct Walk<'a> {
    pub site: &'a Site,
    /// Addresses of one shape that are opened: the fourth story page says what the first three did.
    pub of_a_shape: usize,
    /// Parts of addresses that are opened however many of their shape there were.
    pub always: &'a [String],
}

/// An address that was opened: where it was named, and what it answered.
pub struct Met {
    pub from: String,
    pub reply: Reply,
}

impl Walk<'_> {
    /// Follows links from the front page and from these addresses.
    pub async fn go(&self, seeds: impl IntoIterator<Item = String>) -> BTreeMap<String, Met> {
        let mut met = BTreeMap::new();
        let mut shapes: BTreeMap<String, usize> = BTreeMap::new();
        let seeds = [String::from("/")].into_iter().chain(seeds);
        let mut next: VecDeque<_> = seeds.map(|seed| (seed, String::new())).collect();
        while let Some((address, from)) = next.pop_front() {
            if met.contains_key(&address) || !self.opens(&address, &mut shapes) {
                continue;
            }
            let reply = self.site.get(&address).await;
            let mut named = BTreeSet::from([reply.location.clone()]);
            if reply.is_html() {
                let page = reply.text();
                named.extend(links(&page));
                named.extend(questions(&page));
            }
            named.retain(|link| link.starts_with('/'));
            next.extend(named.into_iter().map(|link| (link, address.clone())));
            met.insert(address, Met { from, reply });
        }
        met
    }

    fn opens(&self, address: &str, shapes: &mut BTreeMap<String, usize>) -> bool {
        if self.always.iter().any(|part| address.contains(part.as_str())) {
            return true;
        }
        let (shape, many) = shape(&self.site.app, address, self.of_a_shape);
        let seen = shapes.entry(shape).or_default();
        *seen += 1;
        *seen <= many
    }
}
