//! Words that stand in one place only, each where no officer of a body may read.

/// Small letters only, so that it is found in an address as well.
pub struct Canary {
    pub word: &'static str,
    pub what: &'static str,
    /// The officer to whose body it was handed.
    pub handed_to: Option<&'static str>,
    /// No page shows it to anybody: it stands in the database.
    pub unseen: bool,
}

const fn hidden(word: &'static str, what: &'static str) -> Canary {
    Canary { word, what, handed_to: None, unseen: false }
}

const fn handed(word: &'static str, what: &'static str, officer: &'static str) -> Canary {
    Canary { handed_to: Some(officer), ..hidden(word, what) }
}

const fn unseen(word: &'static str, what: &'static str) -> Canary {
    Canary { unseen: true, ..hidden(word, what) }
}

pub const CANARIES: &[Canary] = &[
    hidden("kenarijudulnaskah", "the title of a draft"),
    hidden("kenariisinaskah", "the text of a draft"),
    hidden("kenarijudulkembali", "the title of a draft that came back"),
    hidden("kenaricatatanpenyunting", "what an editor wrote to the writer of a draft"),
    hidden("kenarinaskahditarik", "a draft that its writer took back"),
    hidden("kenarinarasumber", "who was asked about a draft"),
    hidden("kenarijawabannarasumber", "what a source answered"),
    hidden("kenarijudultersembunyi", "the title of a hidden story"),
    hidden("kenariisitersembunyi", "the text of a hidden story"),
    unseen("kenarialasantautan", "why a hidden story was joined with a report"),
    hidden("kenaribawahtersembunyi", "a comment under a hidden story"),
    hidden("81255570134", "the telephone number of a letter"),
    unseen("kenarisurel@warga.example", "the address of a letter"),
    hidden("kenarijudulsurat", "the title of a letter that nobody verified"),
    hidden("kenariisisurat", "the text of a letter that nobody verified"),
    hidden("kenaridutamenunggu", "a report that waits for a moderator"),
    hidden("kenarilaporanditolak", "a report that the desk refused"),
    hidden("kenarilaporantertutup", "a report that a moderator hid"),
    hidden("kenarinamaasli", "the name of an anonymous reporter"),
    hidden("kenarinamapena", "the public name of an anonymous reporter"),
    hidden("kenarialamat@warga.example", "the address of a member"),
    hidden("kenaribalasan", "words of a reporter that the desk took from sight"),
    hidden("kenaricatatanmeja", "what the desk noted for itself"),
    hidden("kenaritanyameja", "what the desk asked the reporter"),
    hidden("kenaripesanpelapor", "what the reporter told the desk"),
    hidden("kenarijudulrahasia", "the title of a secret report"),
    hidden("kenariisirahasia", "the text of a secret report"),
    hidden("kenaripatokanrahasia", "the landmark of a secret report"),
    hidden("kenarirekaman", "what is said in a recording of a secret report"),
    unseen("kenarititipanpertama", "what was passed on to a body that gave it back"),
    hidden("kenaridikembalikan", "what that body wrote"),
    handed("kenarititipankedua", "what was passed on to another body", "darwis"),
    hidden("kenarikomentarmenunggu", "a comment that waits"),
    hidden("kenarikomentartertutup", "a comment that was hidden"),
    hidden("kenarikomentarlama", "what a comment said before it was changed"),
    hidden("kenarikomentarditarik", "a comment that its writer took back"),
    hidden("kenarikatapenanda", "what somebody wrote who flagged a story"),
    unseen("kenaripenanda@warga.example", "the address of somebody who flagged"),
    handed("kenarisurveidraf", "a round of a survey that is not open", "theresia"),
    hidden("kenarisurveiwarga", "the citizens' round about a body"),
    hidden("kenarititipanformulir", "a form that was kept for its sender"),
];

/// The officers of the cast.
pub const OFFICERS: [&str; 4] = ["darwis", "theresia", "marlina", "semuel"];
