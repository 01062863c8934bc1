//! What public text may not be: the closed list by which people flag and moderators hide.
use crate::text_enum;

text_enum! {
    /// The sentence is the locale key `offence-{word}`. The first seven are those of Pedoman Pemberitaan Media Siber
    /// (Dewan Pers, 2012), number 3 letter c.
    pub enum Offence {
        Lie = "lie",
        Slander = "slander",
        Cruel = "cruel",
        Obscene = "obscene",
        Hatred = "hatred",
        Violence = "violence",
        Degrading = "degrading",
        /// Law 27/2022 on personal data.
        PersonalData = "personal-data",
        /// Law 11/2012, article 19: a child in a criminal case is not named.
        Child = "child",
        Advertising = "advertising",
        /// The free text says what.
        Other = "other",
    }
}
