//! Several names in one sentence: Indonesian sets a comma before the last of three, English does not.
use super::Words;

impl Words {
    /// Several names as one says them; `None` of none.
    pub fn list(&self, names: &[&str]) -> Option<String> {
        let (last, others) = names.split_last()?;
        if others.is_empty() {
            return Some((*last).to_owned());
        }
        Some(format!("{}{}{last}", others.join(", "), self.before_last(names.len())))
    }

    /// What stands before the last of so many names: " dan ", and ", dan " where there are more than two.
    pub fn before_last(&self, count: usize) -> String {
        let word = self.t(if count > 2 { "and-after-many" } else { "and" });
        if word.starts_with(',') { format!("{word} ") } else { format!(" {word} ") }
    }
}

#[cfg(test)]
mod tests {
    use crate::languages::{Lang, Languages};

    #[test]
    fn names_are_joined_as_one_says_them() {
        let languages = Languages::load().unwrap();
        let (id, en) = (languages.words(Lang::INDONESIAN), languages.words(Lang::ENGLISH));
        assert_eq!(id.list(&[]), None);
        assert_eq!(id.list(&["Sari"]).unwrap(), "Sari");
        assert_eq!(id.list(&["Sari", "Baso"]).unwrap(), "Sari dan Baso");
        assert_eq!(id.list(&["Sari", "Baso", "Nadia"]).unwrap(), "Sari, Baso, dan Nadia");
        assert_eq!(en.list(&["Sari", "Baso", "Nadia"]).unwrap(), "Sari, Baso and Nadia");
    }
}
