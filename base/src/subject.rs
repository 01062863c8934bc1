//! Anything that a page, a link, an event or a flag can be about.
use crate::{
    ids::{
        ActivityId, AgencyId, AnswerId, AppealId, AreaCode, CommentId, DataRequestId, DraftId,
        IncidentId, InnovationId, LegalRequestId, MeasureId, OccasionId, OutletId, PersonId,
        ProgrammeId, ReplicationId, ReplyId, ReportId, StoryId, SurveyRoundId, TakedownId, TipId,
        TrainingId, short,
    },
    text_enum,
};
use jiff::Timestamp;
use std::fmt;

text_enum! {
    /// What kind of thing a subject is.
    pub enum Kind {
        Story = "story",
        Draft = "draft",
        Comment = "comment",
        Person = "person",
        Outlet = "outlet",
        Occasion = "occasion",
        Section = "section",
        HousePage = "house-page",
        Flag = "flag",
        Area = "area",
        Agency = "agency",
        Report = "report",
        Answer = "answer",
        Programme = "programme",
        Activity = "activity",
        Innovation = "innovation",
        Replication = "replication",
        SurveyRound = "survey-round",
        DataRequest = "data-request",
        /// A reply or a correction that somebody asks for.
        Reply = "reply",
        /// A summons, a threat or a suit: named people see it, no page describes it.
        Incident = "incident",
        /// Where reporters are made.
        Training = "training",
        /// What a moderator did to a person; who that is, no page says.
        Measure = "measure",
        /// What someone asks against a moderator's decision.
        Appeal = "appeal",
        /// An order of an authority to take something down.
        Takedown = "takedown",
        /// What an authority asks to be told.
        LegalRequest = "legal-request",
        /// What somebody sent to the newsroom: for its desk alone.
        Tip = "tip",
    }
}

/// One thing: its kind and its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    pub kind: Kind,
    pub id: i64,
}

impl Subject {
    pub fn new(kind: Kind, id: i64) -> Subject {
        Subject { kind, id }
    }

    /// Reads `story-0abc…`, as written by `Display`.
    pub fn parse(text: &str) -> Option<Subject> {
        let (kind, id) = text.rsplit_once('-')?;
        Some(Subject { kind: Kind::parse(kind)?, id: crate::ids::parse_short(id)? })
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind, short(self.id))
    }
}

macro_rules! subjects {
    ($($id:ident => $kind:ident),*) => { $(
        impl From<$id> for Subject { fn from(id: $id) -> Subject { Subject { kind: Kind::$kind, id: id.0 } } }
    )* };
}
subjects!(
    StoryId => Story, DraftId => Draft, CommentId => Comment, PersonId => Person, OutletId => Outlet, OccasionId => Occasion,
    AreaCode => Area, AgencyId => Agency, ReportId => Report, AnswerId => Answer, ProgrammeId => Programme,
    ActivityId => Activity, InnovationId => Innovation, ReplicationId => Replication, SurveyRoundId => SurveyRound,
    DataRequestId => DataRequest, ReplyId => Reply, IncidentId => Incident, TrainingId => Training, MeasureId => Measure, AppealId => Appeal,
    TakedownId => Takedown, LegalRequestId => LegalRequest, TipId => Tip
);

/// How a subject is shown where it is named: a list, a link, a queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub subject: Subject,
    pub title: String,
    /// The language of title and deck, where it may not be that of the page around them.
    pub lang: Option<String>,
    /// The address of its page, from the root, without language.
    pub path: String,
    pub deck: Option<String>,
    /// Section, kind of outlet …: a word over the title.
    pub label: Option<(String, String)>,
    pub byline: Option<String>,
    pub dateline: Option<String>,
    pub at: Option<Timestamp>,
    pub area: Option<AreaCode>,
    /// The body whose it is, or that has it to answer.
    pub agency: Option<AgencyId>,
    pub comments: Option<i64>,
    pub picture: Option<Thumbnail>,
    /// False: shown to those with a role in it only.
    pub public: bool,
}

/// A small picture beside a card; `src_*` are addresses.
#[derive(Debug, Clone, PartialEq)]
pub struct Thumbnail {
    pub webp: String,
    pub jpeg: String,
    pub width_px: i64,
    pub height_px: i64,
    pub alt: String,
}

impl Card {
    /// A card with nothing but a name and an address.
    pub fn named(subject: Subject, title: impl Into<String>, path: impl Into<String>) -> Card {
        Card {
            subject,
            title: title.into(),
            lang: None,
            path: path.into(),
            deck: None,
            label: None,
            byline: None,
            dateline: None,
            at: None,
            area: None,
            agency: None,
            comments: None,
            picture: None,
            public: true,
        }
    }
}
