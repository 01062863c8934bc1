//! How large things are: files, functions, handlers, lists of arguments.

use super::tree::{Tree, is_test};
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// What is measured, in the order of the file of ratchets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    FileLines,
    FunctionLines,
    HandlerLines,
    Arguments,
}

impl Kind {
    pub const ALL: [Self; 4] =
        [Self::FileLines, Self::FunctionLines, Self::HandlerLines, Self::Arguments];

    /// Its table in the file of ratchets.
    pub fn table(self) -> &'static str {
        match self {
            Self::FileLines => "file-lines",
            Self::FunctionLines => "function-lines",
            Self::HandlerLines => "handler-lines",
            Self::Arguments => "arguments",
        }
    }

    pub fn limit(self) -> usize {
        match self {
            Self::FileLines => 400,
            Self::FunctionLines => 70,
            Self::HandlerLines => 25,
            Self::Arguments => 5,
        }
    }

    pub fn advice(self) -> &'static str {
        match self {
            Self::FileLines => "make it a folder of the same name",
            Self::FunctionLines => "give its parts names of their own",
            Self::HandlerLines => {
                "extract, call one action, answer; the rest belongs in actions.rs"
            }
            Self::Arguments => "hand in a struct that names them",
        }
    }
}

/// Everything over its limit: what and where, to its size.
pub type Sizes = BTreeMap<(Kind, String), usize>;

pub fn over_limit(tree: &Tree) -> Sizes {
    let mut sizes = Sizes::new();
    for (path, file) in tree.with("rs") {
        let mut note = |kind: Kind, what: String, size: usize| {
            if size > kind.limit() {
                // Two of one name in a file share a ratchet, the larger one counts.
                let known = sizes.entry((kind, what)).or_insert(0);
                *known = size.max(*known);
            }
        };
        note(Kind::FileLines, path.to_string(), file.text.lines().count());
        let Ok(parsed) = syn::parse_file(&file.text) else { continue };
        let mut functions = Functions::default();
        functions.visit_file(&parsed);
        for function in functions.found {
            let what = format!("{path}::{}", function.name);
            if function.is_async && is_pages(path) {
                note(Kind::HandlerLines, what.clone(), function.lines);
            }
            note(Kind::FunctionLines, what.clone(), function.lines);
            note(Kind::Arguments, what, function.arguments);
        }
    }
    sizes
}

/// The asynchronous functions of these files are the handlers.
fn is_pages(path: &str) -> bool {
    (path.ends_with("/pages.rs") || path.contains("/pages/")) && !is_test(path)
}

struct Function {
    name: String,
    is_async: bool,
    lines: usize,
    arguments: usize,
}

#[derive(Default)]
struct Functions {
    /// The type or module around, for the name.
    around: Vec<String>,
    found: Vec<Function>,
}

impl Functions {
    fn note(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let name = self.around.iter().cloned().chain([signature.ident.to_string()]);
        let first = signature.span().start().line;
        let last = block.brace_token.span.close().end().line;
        self.found.push(Function {
            name: name.collect::<Vec<_>>().join("::"),
            is_async: signature.asyncness.is_some(),
            lines: last + 1 - first,
            arguments: signature.inputs.len(),
        });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.note(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.note(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.note(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.around.push(type_name(&item.self_ty));
        visit::visit_item_impl(self, item);
        self.around.pop();
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.around.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.around.pop();
    }
}

fn type_name(kind: &syn::Type) -> String {
    match kind {
        syn::Type::Path(path) => {
            path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default()
        }
        syn::Type::Reference(reference) => type_name(&reference.elem),
        _ => "_".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, text: &str) -> Vec<(Kind, String, usize)> {
        let sizes = over_limit(&Tree::of(&[(path, text)]));
        sizes.into_iter().map(|((kind, what), size)| (kind, what, size)).collect()
    }

    #[test]
    fn long_files_and_functions_are_measured() {
        let long = format!("impl A {{\n/// Doc.\nfn b() {{\n{}}}\n}}\n", "c();\n".repeat(400));
        let expected = [
            (Kind::FileLines, "base/src/a.rs".to_string(), 405),
            (Kind::FunctionLines, "base/src/a.rs::A::b".to_string(), 402),
        ];
        assert_eq!(of("base/src/a.rs", &long), expected);
        let short = format!("fn b() {{\n{}}}\n", "c();\n".repeat(68));
        assert_eq!(of("base/src/a.rs", &short), []);
    }

    #[test]
    fn a_handler_is_an_async_function_of_pages() {
        let handler = format!("async fn b() {{\n{}}}\nfn c() {{}}\n", "c();\n".repeat(24));
        let what = "features/a/src/pages.rs::b".to_string();
        assert_eq!(of("features/a/src/pages.rs", &handler), [(Kind::HandlerLines, what, 26)]);
        assert_eq!(of("features/a/src/actions.rs", &handler), []);
    }

    #[test]
    fn arguments_are_counted() {
        let many = "fn a(b: u8, c: u8, d: u8, e: u8, f: u8, g: u8) {}";
        assert_eq!(
            of("base/src/a.rs", many),
            [(Kind::Arguments, "base/src/a.rs::a".to_string(), 6)]
        );
        assert_eq!(of("base/src/a.rs", "fn a(b: u8, c: u8, d: u8, e: u8, f: u8) {}"), []);
    }
}
