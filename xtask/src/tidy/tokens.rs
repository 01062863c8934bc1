//! A Rust file as a flat list of tokens, each knowing the macro that it stands in and whether it is test code.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::rc::Rc;
use syn::Lit;

#[derive(Clone, Debug)]
pub struct Token {
    /// As written; the opening bracket for the beginning of a group.
    pub text: String,
    /// The value of a string literal.
    pub string: Option<String>,
    pub line: usize,
    /// The innermost macro call around it.
    pub within: Option<Rc<str>>,
    /// Under an attribute that says `test`.
    pub test: bool,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.string.is_none() && self.text == text
    }
}

pub fn of(text: &str) -> Vec<Token> {
    let mut flat = Vec::new();
    // What does not parse is cargo's to say.
    if let Ok(stream) = text.parse::<TokenStream>() {
        flatten(stream, None, false, &mut flat);
    }
    flat
}

fn flatten(stream: TokenStream, within: Option<&Rc<str>>, test: bool, flat: &mut Vec<Token>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut next_item_is_test = false;
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => {
                if is_attribute(&trees, at) {
                    next_item_is_test |= says_test(group);
                    continue;
                }
                let called = macro_before(&trees, at).map(Rc::from);
                let within = called.as_ref().or(within);
                flat.push(token(open(group), None, tree, within, test));
                flatten(group.stream(), within, test || next_item_is_test, flat);
                flat.push(token(close(group), None, tree, within, test));
                next_item_is_test &= group.delimiter() != Delimiter::Brace;
            }
            TokenTree::Literal(literal) => {
                let string = match Lit::new(literal.clone()) {
                    Lit::Str(string) => Some(string.value()),
                    _ => None,
                };
                flat.push(token(&literal.to_string(), string, tree, within, test));
            }
            TokenTree::Punct(punct) => {
                next_item_is_test &= punct.as_char() != ';';
                flat.push(token(&punct.to_string(), None, tree, within, test || next_item_is_test));
            }
            TokenTree::Ident(ident) => {
                flat.push(token(&ident.to_string(), None, tree, within, test || next_item_is_test));
            }
        }
    }
}

fn token(
    text: &str,
    string: Option<String>,
    tree: &TokenTree,
    within: Option<&Rc<str>>,
    test: bool,
) -> Token {
    let line = tree.span().start().line;
    Token { text: text.to_string(), string, line, within: within.cloned(), test }
}

/// `#[…]` or `#![…]`; a doc comment is one of these too.
fn is_attribute(trees: &[TokenTree], at: usize) -> bool {
    let TokenTree::Group(group) = &trees[at] else { return false };
    let mut before = trees[..at].iter().rev().map(ToString::to_string);
    let nearest = before.next();
    let hash = if nearest.as_deref() == Some("!") { before.next() } else { nearest };
    group.delimiter() == Delimiter::Bracket && hash.as_deref() == Some("#")
}

/// `#[test]`, `#[tokio::test]`, `#[cfg(test)]`.
fn says_test(attribute: &Group) -> bool {
    attribute.stream().into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => ident == "test",
        TokenTree::Group(group) => says_test(&group),
        _ => false,
    })
}

/// The name before `!` before a group.
fn macro_before(trees: &[TokenTree], at: usize) -> Option<String> {
    let (TokenTree::Ident(name), TokenTree::Punct(bang)) =
        (trees.get(at.checked_sub(2)?)?, trees.get(at - 1)?)
    else {
        return None;
    };
    (bang.as_char() == '!').then(|| name.to_string())
}

fn open(group: &Group) -> &'static str {
    match group.delimiter() {
        Delimiter::Parenthesis => "(",
        Delimiter::Brace => "{",
        Delimiter::Bracket => "[",
        Delimiter::None => "",
    }
}

fn close(group: &Group) -> &'static str {
    match group.delimiter() {
        Delimiter::Parenthesis => ")",
        Delimiter::Brace => "}",
        Delimiter::Bracket => "]",
        Delimiter::None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(text: &str) -> Vec<(String, Option<String>, bool)> {
        let strings = of(text).into_iter().filter(|token| token.string.is_some());
        strings
            .map(|token| {
                let within = token.within.map(|name| name.to_string());
                (token.string.unwrap_or_default(), within, token.test)
            })
            .collect()
    }

    #[test]
    fn a_string_knows_its_macro() {
        let found = strings(r##"fn a() { sql!("one"); b(vec![f("two")]); c(r#"three"#) }"##);
        let sql = Some("sql".to_string());
        let vec = Some("vec".to_string());
        assert_eq!(
            found,
            [("one".into(), sql, false), ("two".into(), vec, false), ("three".into(), None, false)]
        );
    }

    #[test]
    fn test_code_ends_where_its_item_ends() {
        let found = strings(
            "#[cfg(test)] mod tests; fn a() { b(\"real\") }
             #[cfg(test)] mod more { fn c() { d(\"test\") } } fn e() { f(\"real too\") }
             #[tokio::test] async fn g() { h(\"test too\") }",
        );
        let found: Vec<_> = found.into_iter().map(|(text, _, test)| (text, test)).collect();
        let expected = [("real", false), ("test", true), ("real too", false), ("test too", true)];
        assert_eq!(found, expected.map(|(text, test)| (text.to_string(), test)));
    }

    #[test]
    fn comments_and_attributes_are_no_strings_of_the_program() {
        assert_eq!(strings("//! SELECT a\n/// SELECT b\n#[doc = \"SELECT c\"] struct D;"), []);
    }
}
