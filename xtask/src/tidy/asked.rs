//! Which sentences the code and the templates ask for, as far as their keys are written out.

use super::tokens::{self, Token};
use super::tree::{Tree, is_test};
use std::collections::BTreeMap;

/// A key that is written as an argument, and where.
pub struct Asked<'a> {
    pub path: &'a str,
    pub line: usize,
    pub key: String,
}

/// Which argument is a key, and what the callee puts around it.
#[derive(Clone, Copy)]
struct Ask {
    argument: usize,
    before: &'static str,
    after: &'static str,
    /// Only when this argument is `true`.
    when: Option<usize>,
}

const fn ask(argument: usize, before: &'static str, after: &'static str) -> Ask {
    Ask { argument, before, after, when: None }
}

/// The functions of base that take a key.
const FUNCTIONS: &[(&str, Ask)] = &[
    ("t", ask(0, "", "")),
    ("n", ask(0, "", "")),
    ("with", ask(0, "", "")),
    ("fill", ask(0, "", "")),
    ("hint", ask(0, "", "-hint")),
    ("NotAllowed", ask(0, "", "")),
    ("Conflict", ask(0, "", "")),
    ("Malformed", ask(0, "", "")),
    ("add", ask(1, "", "")),
    ("add_with", ask(1, "", "")),
    ("one", ask(1, "", "")),
    ("optional_date", ask(1, "", "")),
    ("go_with_notice", ask(1, "notice-", "")),
];

pub fn asked(tree: &Tree) -> Vec<Asked<'_>> {
    let mut asks: BTreeMap<String, Vec<Ask>> = BTreeMap::new();
    for (name, ask) in FUNCTIONS {
        asks.entry((*name).to_string()).or_default().push(*ask);
    }
    for (_, file) in tree.with("html") {
        for (_, block) in blocks(&file.text) {
            macro_asks(&block, &mut asks);
        }
    }
    let mut found = Vec::new();
    let code = tree.with("rs").filter(|(path, _)| !is_test(path) && !path.starts_with("xtask/"));
    for (path, file) in code {
        found.extend(keys(&file.tokens, &asks).into_iter().map(|(line, key)| Asked {
            path,
            line,
            key,
        }));
    }
    for (path, file) in tree.with("html") {
        for (first, block) in blocks(&file.text) {
            let keys = keys(&block, &asks).into_iter();
            found.extend(keys.map(|(line, key)| Asked { path, line: first + line, key }));
        }
    }
    found
}

pub fn is_key(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// A macro that takes a `key` asks for it, and for `key-hint` when it also takes a `hint` that is true.
fn macro_asks(block: &[Token], asks: &mut BTreeMap<String, Vec<Ask>>) {
    let [word, name, open, ..] = block else { return };
    if !word.is("macro") || !open.is("(") {
        return;
    }
    let parameters = arguments(block, 3);
    let at = |wanted: &str| {
        parameters.iter().position(|words| words.first().is_some_and(|word| word.is(wanted)))
    };
    if let Some(key) = at("key") {
        let asks = asks.entry(name.text.clone()).or_default();
        asks.push(ask(key, "", ""));
        if let Some(hint) = at("hint") {
            asks.push(Ask { when: Some(hint), ..ask(key, "", "-hint") });
        }
    }
}

/// The keys in a row of tokens, with their lines.
fn keys(tokens: &[Token], asks: &BTreeMap<String, Vec<Ask>>) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let (name, open) = (&pair[0], &pair[1]);
        let Some(asks) = asks.get(&name.text).filter(|_| open.is("(") && !name.test) else {
            continue;
        };
        let given = arguments(tokens, at + 2);
        for ask in asks {
            let Some([word]) = given.get(ask.argument).copied() else { continue };
            let wanted = ask.when.is_none_or(|when| {
                given
                    .get(when)
                    .is_some_and(|words| words.first().is_some_and(|word| word.is("true")))
            });
            if let Some(key) = word.string.as_ref().filter(|key| wanted && is_key(key)) {
                found.push((word.line, format!("{}{key}{}", ask.before, ask.after)));
            }
        }
    }
    found
}

/// The arguments of a call whose bracket opened just before `at`.
fn arguments(tokens: &[Token], at: usize) -> Vec<&[Token]> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0, at);
    for (end, token) in tokens.iter().enumerate().skip(at) {
        let closes = [")", "]", "}"].iter().any(|bracket| token.is(bracket));
        if depth == 0 && (closes || token.is(",")) {
            found.push(&tokens[start..end]);
            start = end + 1;
        }
        if closes && depth == 0 {
            break;
        }
        if closes {
            depth -= 1;
        } else if ["(", "[", "{"].iter().any(|bracket| token.is(bracket)) {
            depth += 1;
        }
    }
    found
}

/// What stands between `{{ }}` and `{% %}` in a template, as tokens, with the number of lines before it.
fn blocks(text: &str) -> Vec<(usize, Vec<Token>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let end_mark = if rest[start..].starts_with("{{") { "}}" } else { "%}" };
        let Some(length) = rest[start + 2..].find(end_mark) else { break };
        let inside = &rest[start + 2..start + 2 + length];
        let lines_before = text[..text.len() - rest.len() + start].matches('\n').count();
        found.push((lines_before, tokens::of(inside.trim_matches(['-', '~', '+']))));
        rest = &rest[start + 2 + length + 2..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str =
        "{% macro input(f, errors, name, key, hint, value) -%}{{ f.t(key) }}{%- endmacro %}";

    fn of(code: &str, page: &str) -> Vec<String> {
        let tree = Tree::of(&[
            ("features/a/src/pages.rs", code),
            ("features/a/src/show.html", page),
            ("base/src/web/templates/_form.html", FORM),
        ]);
        asked(&tree).into_iter().map(|asked| format!("{}:{}", asked.line, asked.key)).collect()
    }

    #[test]
    fn in_code_the_written_argument_counts() {
        let code =
            "fn a() { w.t(\"one\");\n e.add_with(\"field\", \"two\", &[(\"max\", 3)]); w.t(key) }";
        assert_eq!(of(code, ""), ["1:one", "2:two"]);
        assert_eq!(of("fn a() { v.go_with_notice(&p(1, 2), \"saved\") }", ""), ["1:notice-saved"]);
        assert!(of("fn a() { db.one(sql!(\"SELECT 1\"), values![]) }", "").is_empty());
    }

    #[test]
    fn in_a_template_calls_and_macros_count() {
        assert_eq!(of("", "<p>\n{{ f.n(\"one\", 3) }}"), ["2:one"]);
        let call = "{%- call form::input(f, e, \"judul\", \"title\", true, \"a\") %}{% endcall %}";
        assert_eq!(of("", call), ["1:title", "1:title-hint"]);
        assert_eq!(of("", &call.replace("true", "false")), ["1:title"]);
    }
}
