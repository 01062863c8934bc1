//! How what somebody told may be used (Kode Etik Jurnalistik, article 7).
use crate::text_enum;

text_enum! {
    pub enum Attribution {
        /// With the name.
        Named = "named",
        /// The words, without what tells whose they are.
        Background = "background",
        /// For the newsroom alone: not to be published.
        OffRecord = "off-record",
        /// Not before a day.
        Embargo = "embargo",
    }
}
