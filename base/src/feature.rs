//! What a crate tells the rest of the program about itself: plain data, made by its `feature()`.
use crate::{
    app::App,
    chain::Chain,
    db::Tx,
    ids::{AgencyId, AreaCode, OutletId, PersonId},
    jobs::JobType,
    languages::Lang,
    offences::Offence,
    refusal::Outcome,
    subject::{Card, Kind, Subject},
    vault::SealedValues,
    visitor::{Role, SignedIn, Visitor},
};
use anyhow::Result;
use axum::routing::MethodRouter;
use futures_util::future::BoxFuture;

/// What a feature's function answers once the database has.
pub type Later<'a, T> = BoxFuture<'a, Result<T>>;

/// One feature. A new field makes the compiler name every feature that has to decide.
pub struct Feature {
    /// Also the name by which the operator switches it off.
    pub name: &'static str,
    pub routes: Vec<Route>,
    pub jobs: Vec<JobType>,
    /// Of its subjects: title, address, area, who may see it now.
    pub describe: Option<Describe>,
    /// Its public subjects, newest first, for pages that mix features.
    pub listing: Option<Listing>,
    /// What a moderator can do to its subjects.
    pub levers: Option<Levers>,
    /// What its subjects did on the way of a voice: the ribbon and the chain page.
    pub chain: Option<Chain>,
    /// Public lists that anyone may carry away as CSV, and that the public export holds.
    pub open_data: &'static [OpenTable],
    /// Work that waits for people with a role: in the masthead's menu of those whom the route lets in.
    pub desks: &'static [Desk],
    /// How much lies at each of them for someone who works there.
    pub waiting: Option<Waiting>,
    /// Tables that leave with an export and come back with an import, in an order that satisfies references.
    pub tables: &'static [&'static str],
    /// What it keeps in the vault: `suara doctor` opens it all.
    pub sealed: Option<SealedValues>,
    /// What it puts in the masthead's menu.
    pub menu: Option<Menu>,
    /// Pages of its own that the foot of every page names: locale key and path.
    pub footer: &'static [(&'static str, &'static str)],
    /// What it puts on the front page, or on the page of an area, a person, an outlet, a story.
    pub blocks: Option<Blocks>,
    /// What it forgets of someone whose account ends, in the transaction that ends it.
    pub forget: Option<Forget>,
    /// Each page, filled with samples, in a language: what the gallery renders and checks.
    pub gallery: fn(&Gallery) -> Vec<Sample>,
}

impl Feature {
    /// A feature with a name and nothing else; fill in what it has.
    pub fn named(name: &'static str) -> Feature {
        Feature {
            name,
            routes: vec![],
            jobs: vec![],
            describe: None,
            listing: None,
            levers: None,
            chain: None,
            open_data: &[],
            desks: &[],
            waiting: None,
            tables: &[],
            sealed: None,
            menu: None,
            footer: &[],
            blocks: None,
            forget: None,
            gallery: |_| vec![],
        }
    }
}

/// An address, who may use it, and what answers.
pub struct Route {
    pub method: Method,
    /// As axum writes it: `/tulisan/{id}/{slug}`.
    pub path: &'static str,
    pub who: Who,
    /// Its form may carry files: see `web::Form`.
    pub files: bool,
    /// One's own thing, and its words come before others: a measure stops it.
    pub speaks: bool,
    /// What is typed into its form must lie nowhere in the open, so it is not kept for who has to sign in first.
    pub confidential: bool,
    pub handler: MethodRouter<App>,
}

/// HTML forms know no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
}

/// Who may use a route. A relation (own, beat, outlet, body) is checked by the action; here stands the role it takes to
/// be let in at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Anyone,
    /// Signed in.
    Member,
    /// Signed in, and the thing is theirs: the action refuses others.
    Own,
    /// Holds one of these in some scope; the action checks the scope.
    Any(&'static [Role]),
}

impl Who {
    pub fn lets_in(self, visitor: &Visitor) -> bool {
        match self {
            Who::Anyone => true,
            Who::Member | Who::Own => visitor.signed_in.is_some(),
            Who::Any(roles) => roles.iter().any(|role| visitor.has(*role)),
        }
    }
}

impl Route {
    pub fn get<H, T>(path: &'static str, who: Who, handler: H) -> Route
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        let handler = axum::routing::get(handler);
        Route {
            method: Method::Get,
            path,
            who,
            files: false,
            speaks: false,
            confidential: false,
            handler,
        }
    }

    pub fn post<H, T>(path: &'static str, who: Who, handler: H) -> Route
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        let handler = axum::routing::post(handler);
        Route {
            method: Method::Post,
            path,
            who,
            files: false,
            speaks: false,
            confidential: false,
            handler,
        }
    }

    /// The same, with files in its form.
    pub fn with_files(self) -> Route {
        Route { files: true, ..self }
    }

    /// The same, its form never kept.
    pub fn in_confidence(self) -> Route {
        Route { confidential: true, ..self }
    }

    /// The same, putting words before others.
    pub fn that_speaks(self) -> Route {
        Route { speaks: true, ..self }
    }
}

/// Answers for the kinds of subject that a feature owns.
#[derive(Clone, Copy)]
pub struct Describe {
    pub kinds: &'static [Kind],
    pub card: for<'a> fn(&'a App, Lang, Subject) -> Later<'a, Option<Card>>,
}

/// What a mixed page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum By {
    House,
    /// The area and all areas in it.
    Area(AreaCode),
    Person(PersonId),
    Outlet(OutletId),
    Agency(AgencyId),
    Tag(String),
    /// One thing's own page: what another feature puts beside it.
    Subject(Subject),
}

/// Where a page of a list begins: after the card with this key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub at_us: i64,
    pub id: i64,
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.at_us, crate::ids::short(self.id))
    }
}

impl Key {
    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<Key> {
        let (at, id) = text.rsplit_once('-')?;
        Some(Key { at_us: at.parse().ok()?, id: crate::ids::parse_short(id)? })
    }
}

/// Cards with their keys, newest first.
pub type Page = Vec<(Key, Card)>;

/// A page of a list: cards older than `before`, newest first.
#[derive(Debug, Clone)]
pub struct Asked {
    pub lang: Lang,
    pub by: By,
    pub before: Option<Key>,
    pub limit: i64,
}

/// A feature's public subjects by area, person, outlet, tag.
#[derive(Clone, Copy)]
pub struct Listing {
    pub page: for<'a> fn(&'a App, Asked) -> Later<'a, Page>,
}

/// What a moderator sees and does. `set_shown` is called in the moderator's transaction and returns false when the
/// subject already was so.
#[derive(Clone, Copy)]
pub struct Levers {
    pub kinds: &'static [Kind],
    /// The text as a moderator must see it, hidden or not.
    pub text: for<'a> fn(&'a App, Subject) -> Later<'a, Option<Moderated>>,
    pub set_shown:
        for<'a> fn(&'a App, &'a mut Tx, Subject, Verdict) -> BoxFuture<'a, Outcome<bool>>,
}

/// What a moderator decided: to show, or to hide for a reason that is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Show,
    Hide(Offence),
}

/// Text under moderation.
#[derive(Debug, Clone)]
pub struct Moderated {
    pub text: String,
    pub by: Option<PersonId>,
    pub by_name: String,
    pub shown: bool,
    /// Where it stands, or would.
    pub path: String,
    /// The language of letters to its writer.
    pub lang: Lang,
}

/// A public list as a table: its file is `{name}.csv`.
#[derive(Clone, Copy)]
pub struct OpenTable {
    pub name: &'static str,
    /// Names of the columns, in English, `snake_case`; times are RFC 3339, dates ISO 8601.
    pub columns: &'static [&'static str],
    /// At most `OPEN_ROWS` rows whose key is greater than `after`, by key; fewer than that: the last. Only what anyone may see.
    pub rows: for<'a> fn(&'a App, after: i64) -> Later<'a, OpenRows>,
}

/// Rows with their keys, a text for each column.
pub type OpenRows = Vec<(i64, Vec<String>)>;

/// Rows that `OpenTable::rows` hands over at a time.
pub const OPEN_ROWS: i64 = 500;

/// A place where work waits for those whom its route lets in.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    /// The locale key of its name.
    pub key: &'static str,
    /// The path of one of the feature's own routes.
    pub path: &'static str,
}

/// The path of a desk and how much waits there, for those desks of a feature that count.
pub type Waiting = for<'a> fn(&'a App, &'a SignedIn) -> Later<'a, Vec<(&'static str, i64)>>;

/// One entry in the masthead's menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    pub title: String,
    pub path: String,
}

pub type Menu = for<'a> fn(&'a App, Lang) -> Later<'a, Vec<MenuItem>>;

/// A finished piece of HTML on a mixed page, made by askama (and so escaped).
#[derive(Debug, Clone)]
pub struct Block {
    /// Pieces of one page stand in this order.
    pub weight: i64,
    pub place: BlockPlace,
    pub html: String,
}

/// Where on a mixed page a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockPlace {
    Main,
    Aside,
}

pub type Blocks = for<'a> fn(&'a App, &'a crate::web::Frame, By) -> Later<'a, Vec<Block>>;

/// Someone whose account ends: by what readers knew them, and what must stand nowhere afterwards.
#[derive(Debug, Clone)]
pub struct Leaving {
    pub person: PersonId,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
}

pub type Forget = for<'a> fn(&'a App, &'a mut Tx, &'a Leaving) -> Later<'a, ()>;

/// What a sample page is made with.
pub struct Gallery {
    pub frame: crate::web::Frame,
}

/// A page of the gallery: its name and its HTML.
pub struct Sample {
    pub name: &'static str,
    pub html: String,
}

impl Sample {
    /// Renders a page; a template that fails shows its error, which the gallery's test finds.
    pub fn of(name: &'static str, page: &impl askama::Template) -> Sample {
        Sample { name, html: page.render().unwrap_or_else(|error| error.to_string()) }
    }
}
