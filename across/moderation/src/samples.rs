//! The pages of moderation filled with samples, in each of their states, for the gallery.
use crate::{
    flag::{FlagState, FlagStep},
    pages::{
        complaints::{ComplaintPage, ComplaintsPage, Tab},
        desk::{DeskPage, Filter, Matter},
        flag::{FlagPage, OutcomePage, Typed},
        log::{Entry, LogPage},
        news::NewsPage,
        person::PersonPage,
        restore::RestorePage,
        rules::RulesPage,
    },
    store::{FlagRow, FlagStepRow, RemarkRow},
};
use base::{
    feature::{Gallery, Sample},
    holds::SETTINGS,
    ids::{FlagId, MeasureId, NoticeId, PersonId},
    measures::{self, MeasureKind},
    offences::Offence,
    refusal::FieldErrors,
    store::{MeasureRow, NoticeRow},
    subject::{Kind, Subject},
    web::{Fields, Frame},
};
use jiff::SignedDuration;

const TITLE: &str = "Komentar pada Jembatan Lendang Alun dibuka lagi";
const PATH: &str = "/komentar/1";

impl FlagPage {
    pub(crate) fn sample(f: Frame) -> FlagPage {
        let subject = Subject::new(Kind::Comment, 1);
        let (title, path) = (TITLE.to_owned(), PATH.to_owned());
        FlagPage {
            f,
            subject,
            title,
            path,
            may_act: false,
            said: vec!["Beli pulsa murah di sini.".to_owned()],
            typed: Typed::default(),
            errors: FieldErrors::default(),
        }
    }
}

fn sample_flag(f: &Frame, state: FlagState) -> FlagRow {
    let refused = state == FlagState::Kept;
    FlagRow {
        id: FlagId(1),
        number: "7KQ2M9XD".to_owned(),
        kind: Kind::Comment,
        subject_id: 1,
        reason: Offence::Advertising,
        words: "Sudah tiga kali orang ini menulis yang sama.".to_owned(),
        person: None,
        at: f.now - SignedDuration::from_hours(3),
        due_at: f.now + SignedDuration::from_hours(45),
        state,
        decided_at: (state != FlagState::Open).then_some(f.now),
        decision: None,
        examined_at: (state != FlagState::Open).then_some(f.now),
        ground: refused.then(|| "opinion".to_owned()),
        answer: refused.then(|| "Ini pendapat, dan tidak menyerang siapa pun.".to_owned()),
    }
}

impl ComplaintsPage {
    pub(crate) fn sample(f: Frame, tab: Tab) -> ComplaintsPage {
        let state = if tab == Tab::Decided { FlagState::Kept } else { FlagState::Open };
        let late = FlagRow {
            due_at: f.now - SignedDuration::from_hours(1),
            examined_at: Some(f.now),
            ..sample_flag(&f, state)
        };
        let complaints = vec![(late, TITLE.to_owned()), (sample_flag(&f, state), TITLE.to_owned())];
        ComplaintsPage { f, tab, complaints }
    }
}

impl ComplaintPage {
    pub(crate) fn sample(f: Frame, state: FlagState) -> ComplaintPage {
        let step = |step, by| FlagStepRow { step, at: f.now, by };
        let grounds = ["no-violation", "opinion", "proven", "correction", "unclear"];
        ComplaintPage {
            flag: sample_flag(&f, state),
            matter: (state != FlagState::Acted).then(|| Matter::sample(1)),
            steps: vec![
                step(FlagStep::Received, None),
                step(FlagStep::Urged, None),
                step(FlagStep::Examined, Some(PersonId(2))),
            ],
            names: [(PersonId(2), "Yustus Mambraku".to_owned())].into(),
            grounds: grounds.map(str::to_owned).to_vec(),
            basis: "Pedoman Pemberitaan Media Siber, angka 3 huruf f".to_owned(),
            fields: Fields::default(),
            errors: FieldErrors::default(),
            f,
        }
    }
}

impl OutcomePage {
    pub(crate) fn sample(f: Frame, state: FlagState) -> OutcomePage {
        let flag = sample_flag(&f, state);
        OutcomePage {
            f,
            number: "7KQ2-M9XD".to_owned(),
            flag: Some(flag),
            about: Some((TITLE.to_owned(), PATH.to_owned())),
            reason: (state == FlagState::Acted).then_some(Offence::Advertising),
            errors: FieldErrors::default(),
        }
    }
}

impl Matter {
    fn sample(id: i64) -> Matter {
        Matter {
            subject: Subject::new(Kind::Comment, id),
            title: TITLE.to_owned(),
            path: PATH.to_owned(),
            paragraphs: vec!["Beli pulsa murah di sini.".to_owned(), "kata ".repeat(80)],
            by_name: "La Ode Idrus".to_owned(),
            by: Some(PersonId(1)),
            own: false,
            shown: true,
            held: None,
            due_at: None,
            reasons: vec![],
            words: vec![],
        }
    }
}

impl DeskPage {
    pub(crate) fn sample(f: Frame) -> DeskPage {
        let flagged = |id, hours| Matter {
            due_at: Some(f.now + SignedDuration::from_hours(hours)),
            reasons: vec![(Offence::Advertising, 2), (Offence::Slander, 1)],
            words: vec!["Sudah tiga kali orang ini menulis yang sama.".to_owned()],
            ..Matter::sample(id)
        };
        let held = |id| Matter {
            held: Some((f.t("hold-newcomer"), f.now - SignedDuration::from_mins(40))),
            shown: false,
            ..Matter::sample(id)
        };
        let matters = vec![
            flagged(1, -2),
            flagged(2, 5),
            Matter { shown: false, ..flagged(3, 40) },
            held(4),
            Matter { own: true, ..held(5) },
        ];
        let (failed, errors) = (None, FieldErrors::default());
        let (filter, one) = (Filter::All, None);
        DeskPage { f, filter, one, waiting: 2, flagged: 3, matters, failed, ticked: vec![], errors }
    }
}

fn sample_measure(f: &Frame, kind: MeasureKind, hours: i64) -> MeasureRow {
    MeasureRow {
        id: MeasureId(hours),
        person: PersonId(1),
        kind,
        reason: Offence::Slander,
        words: "Anda sudah tiga kali menuduh tetangga tanpa bukti.".to_owned(),
        subject_kind: None,
        subject_id: None,
        at: f.now - SignedDuration::from_hours(24),
        until_at: f.now + SignedDuration::from_hours(hours),
        taken_by: PersonId(2),
        seen_at: None,
        ended_at: None,
    }
}

fn sample_measures(f: &Frame) -> Vec<MeasureRow> {
    let lifted =
        MeasureRow { ended_at: Some(f.now), ..sample_measure(f, MeasureKind::Suspend, 90) };
    let over = sample_measure(f, MeasureKind::Warn, -1);
    vec![sample_measure(f, MeasureKind::Mute, 48), lifted, over]
}

impl PersonPage {
    pub(crate) fn sample(f: Frame) -> PersonPage {
        let remark = |by| RemarkRow {
            words: "Sudah ditelepon; ia berjanji membaca pedoman.".to_owned(),
            at: f.now,
            by: PersonId(by),
        };
        PersonPage {
            person: PersonId(1),
            name: "La Ode Idrus".to_owned(),
            measures: sample_measures(&f),
            remarks: vec![remark(2), remark(3)],
            names: [(PersonId(2), "Yustus Mambraku".to_owned())].into(),
            may: true,
            days: vec![1, 7, 30],
            words_max: 1000,
            fields: Fields::default(),
            errors: FieldErrors::default(),
            f,
        }
    }
}

impl NewsPage {
    pub(crate) fn sample(f: Frame) -> NewsPage {
        let notice = |id, word: &str, kind, reason| NoticeRow {
            id: NoticeId(id),
            person: PersonId(1),
            word: word.to_owned(),
            kind,
            reason,
            path: if kind == Kind::Measure { measures::PAGE } else { PATH }.to_owned(),
            at: f.now,
            seen_at: (id > 2).then_some(f.now),
        };
        let notices = vec![
            notice(1, "hidden", Kind::Comment, Some(Offence::Slander)),
            notice(2, "shown", Kind::Comment, None),
            notice(3, "muted", Kind::Measure, Some(Offence::Slander)),
        ];
        let measures = sample_measures(&f);
        NewsPage { measures, notices, unread: true, next: String::new(), f }
    }
}

impl LogPage {
    pub(crate) fn sample(f: Frame) -> LogPage {
        let entry = |act: &str, reason: Option<&str>, flag_count| Entry {
            at: f.now,
            day_only: false,
            what: f.t("kind-comment"),
            path: Some(PATH.to_owned()),
            act: f.t(act),
            reason: reason.map(|key| f.t(key)),
            flag_count,
            alone: act == "act-keep",
            restorable: reason.map(|_| Subject::new(Kind::Comment, 1)),
        };
        let entries = vec![
            entry("act-hide", Some("offence-advertising"), 2),
            entry("act-keep", None, 1),
            entry("act-show", None, 0),
            Entry {
                day_only: true,
                what: f.t("kind-measure"),
                path: None,
                restorable: None,
                ..entry("act-mute", Some("offence-slander"), 0)
            },
        ];
        let next = Some("/catatan-moderasi?sebelum=1".to_owned());
        LogPage { f, entries, first: true, next }
    }
}

impl RestorePage {
    pub(crate) fn sample(f: Frame) -> RestorePage {
        RestorePage {
            reason: Some(f.t("offence-advertising")),
            f,
            subject: Subject::new(Kind::Comment, 1),
            title: TITLE.to_owned(),
            by_name: "La Ode Idrus".to_owned(),
            paragraphs: vec!["Beli pulsa murah di sini.".to_owned()],
        }
    }
}

impl RulesPage {
    pub(crate) fn sample(f: Frame) -> RulesPage {
        let settings = SETTINGS.iter().map(|s| (*s, s.default.to_string())).collect();
        let words = "judi online\npulsa murah".to_owned();
        RulesPage { f, settings, words, errors: FieldErrors::default() }
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Moderasi");
    let no_reason = || FieldErrors::one("reason", "error-flag-reason");
    let unknown = OutcomePage {
        flag: None,
        about: None,
        errors: FieldErrors::one("nomor", "error-flag-number"),
        ..OutcomePage::sample(f(), FlagState::Open)
    };
    let failed = DeskPage {
        failed: Some(Subject::new(Kind::Comment, 2)),
        errors: FieldErrors::one("reason", "error-moderation-reason"),
        ..DeskPage::sample(f())
    };
    let from_its_page = DeskPage {
        one: Some(Subject::new(Kind::Comment, 1)),
        matters: vec![Matter::sample(1)],
        ..DeskPage::sample(f())
    };
    let empty = DeskPage { matters: vec![], waiting: 0, flagged: 0, ..DeskPage::sample(f()) };
    let wrong = RulesPage {
        errors: FieldErrors::one(SETTINGS[0].name, "error-number"),
        ..RulesPage::sample(f())
    };
    let wrong_measure = PersonPage {
        measures: vec![],
        remarks: vec![],
        errors: FieldErrors::one("kind", "error-measure-kind"),
        ..PersonPage::sample(f())
    };
    let no_complaints =
        ComplaintsPage { complaints: vec![], ..ComplaintsPage::sample(f(), Tab::Late) };
    let wrong_complaint = ComplaintPage {
        errors: FieldErrors::one("ground", "error-complaint-ground"),
        ..ComplaintPage::sample(f(), FlagState::Open)
    };
    let no_news =
        NewsPage { measures: vec![], notices: vec![], unread: false, ..NewsPage::sample(f()) };
    let first_log = LogPage { entries: vec![], next: None, ..LogPage::sample(f()) };
    vec![
        Sample::of("flag", &FlagPage::sample(f())),
        Sample::of("flag-error", &FlagPage { errors: no_reason(), ..FlagPage::sample(f()) }),
        Sample::of("flag-open", &OutcomePage::sample(f(), FlagState::Open)),
        Sample::of("flag-acted", &OutcomePage::sample(f(), FlagState::Acted)),
        Sample::of("flag-kept", &OutcomePage::sample(f(), FlagState::Kept)),
        Sample::of("flag-unknown", &unknown),
        Sample::of("moderation", &DeskPage::sample(f())),
        Sample::of("moderation-error", &failed),
        Sample::of("moderation-one", &from_its_page),
        Sample::of("moderation-empty", &empty),
        Sample::of("moderation-log", &LogPage::sample(f())),
        Sample::of("moderation-log-empty", &first_log),
        Sample::of("complaints", &ComplaintsPage::sample(f(), Tab::Open)),
        Sample::of("complaints-decided", &ComplaintsPage::sample(f(), Tab::Decided)),
        Sample::of("complaints-none", &no_complaints),
        Sample::of("complaint", &ComplaintPage::sample(f(), FlagState::Open)),
        Sample::of("complaint-error", &wrong_complaint),
        Sample::of("complaint-refused", &ComplaintPage::sample(f(), FlagState::Kept)),
        Sample::of("complaint-acted", &ComplaintPage::sample(f(), FlagState::Acted)),
        Sample::of("moderation-person", &PersonPage::sample(f())),
        Sample::of("moderation-person-error", &wrong_measure),
        Sample::of("notices", &NewsPage::sample(f())),
        Sample::of("notices-none", &no_news),
        Sample::of("moderation-restore", &RestorePage::sample(f())),
        Sample::of("moderation-rules", &RulesPage::sample(f())),
        Sample::of("moderation-rules-error", &wrong),
    ]
}
