//! The interface in people's languages: one `.ftl` file each, Indonesian first.
mod dates;
mod lists;
mod numbers;

use anyhow::{Context, Result, anyhow};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rust_embed::RustEmbed;
use std::{collections::BTreeMap, sync::Arc};

#[derive(RustEmbed)]
#[folder = "../locales"]
#[include = "*.ftl"]
struct Files;

/// A language of the interface, by its code: `id`, `en`, or that of any further file in `locales/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(&'static str);

impl Lang {
    pub const INDONESIAN: Lang = Lang("id");
    pub const ENGLISH: Lang = Lang("en");

    pub fn code(self) -> &'static str {
        self.0
    }

    /// Before every address in this language; Indonesian stands at the root.
    pub fn prefix(self) -> String {
        if self == Lang::INDONESIAN { String::new() } else { format!("/{}", self.0) }
    }
}

/// Every language that has a file.
#[derive(Clone)]
pub struct Languages {
    by_code: BTreeMap<&'static str, Words>,
}

impl Languages {
    pub fn load() -> Result<Languages> {
        let mut by_code = BTreeMap::new();
        for path in Files::iter() {
            let code = path.strip_suffix(".ftl").context("a locale file that is no .ftl")?;
            let code: &'static str = Box::leak(code.to_owned().into_boxed_str());
            by_code.insert(code, Words::load(Lang(code), &path)?);
        }
        Ok(Languages { by_code })
    }

    pub fn all(&self) -> impl Iterator<Item = Lang> + '_ {
        // Indonesian first, the others by code.
        let others = self.by_code.keys().map(|code| Lang(code));
        std::iter::once(Lang::INDONESIAN).chain(others.filter(|l| *l != Lang::INDONESIAN))
    }

    pub fn by_code(&self, code: &str) -> Option<Lang> {
        self.by_code.get_key_value(code).map(|(code, _)| Lang(code))
    }

    /// The words of a language that `load` found.
    pub fn words(&self, lang: Lang) -> Words {
        self.by_code.get(lang.0).or_else(|| self.by_code.get("id")).cloned().unwrap_or_else(|| {
            unreachable!("locales/id.ftl is built into the program");
        })
    }
}

/// The sentences of one language. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Words {
    fn load(lang: Lang, path: &str) -> Result<Words> {
        let bytes = Files::get(path).with_context(|| format!("locales/{path} is missing"))?.data;
        let text = String::from_utf8(bytes.into_owned())?;
        let resource = FluentResource::try_new(text)
            .map_err(|(_, errors)| anyhow!("locales/{path}: {errors:?}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![lang.0.parse()?]);
        // Isolation marks around values are invisible in HTML but break copied text and tests.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| anyhow!("locales/{path}: {errors:?}"))?;
        Ok(Words { lang, bundle: Arc::new(bundle) })
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The sentence of a key.
    pub fn t(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The sentence of a key whose number is `$n`: plural forms are the file's affair. `$n_text` is the number written
    /// in the language's way.
    pub fn n(&self, key: &str, number: i64) -> String {
        let mut args = FluentArgs::new();
        args.set("n", FluentValue::from(number));
        args.set("n_text", self.number(number));
        self.format(key, Some(&args))
    }

    /// The sentence of a key with one value, `$name`.
    pub fn with(&self, key: &str, name: &str, value: impl AsRef<str>) -> String {
        self.fill(key, &[(name, value.as_ref())])
    }

    /// The sentence of a key with several values.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, *value);
        }
        self.format(key, Some(&args))
    }

    /// The sentence of an error in a form.
    pub fn error(&self, error: &crate::refusal::FieldError) -> String {
        let mut args = FluentArgs::new();
        for (name, number) in &error.numbers {
            args.set(*name, self.number(*number));
        }
        self.format(error.key, Some(&args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            // A missing sentence is found by a test; in the field the key is better than an empty button.
            return format!("[{key}]");
        };
        let mut errors = vec![];
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }
}
