//! Numbers as the language writes them: 1.234,5 and 1,234.5.
use super::{Lang, Words};
use fixed_decimal::Decimal;
use icu_decimal::{DecimalFormatter, options::DecimalFormatterOptions};
use icu_locale_core::{Locale, locale};

fn formatter(locale: Locale) -> Option<DecimalFormatter> {
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
}

thread_local! {
    // The formatter is not made to be shared between threads.
    static INDONESIAN: Option<DecimalFormatter> = formatter(locale!("id"));
    static OTHER: Option<DecimalFormatter> = formatter(locale!("en"));
}

impl Words {
    pub fn number(&self, number: i64) -> String {
        self.decimal(number, 0)
    }

    /// `scaled` over ten to the `places`: `decimal(312, 5)` is "0,00312".
    pub fn decimal(&self, scaled: i64, places: i16) -> String {
        let mut decimal = Decimal::from(scaled);
        decimal.multiply_pow10(-places);
        let cell = if self.lang() == Lang::INDONESIAN { &INDONESIAN } else { &OTHER };
        cell.with(|formatter| match formatter {
            Some(formatter) => formatter.format(&decimal).to_string(),
            None => decimal.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::languages::{Lang, Languages};

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let languages = Languages::load().unwrap();
        let (id, en) = (languages.words(Lang::INDONESIAN), languages.words(Lang::ENGLISH));
        insta::assert_snapshot!(id.number(1_234_567), @"1.234.567");
        insta::assert_snapshot!(en.number(1_234_567), @"1,234,567");
        insta::assert_snapshot!(id.decimal(312, 5), @"0,00312");
        insta::assert_snapshot!(id.decimal(12_345, 1), @"1.234,5");
    }
}
