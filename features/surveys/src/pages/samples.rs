//! Every page with a sample of each state.
use super::{
    correct::CorrectPage,
    desk::{DeskPage, ManagePage},
    edit::EditPage,
    fill::FillPage,
    import::ImportPage,
    list::ListPage,
    show::ShowPage,
};
use crate::{
    import::Imported,
    instrument::Instrument,
    results::Results,
    round::{Provider, Round, State},
    score::{Tally, Weight},
    store::{Counted, Group},
    view::Item,
};
use agencies::AgencyName;
use base::{
    chain,
    feature::{Gallery, Key, Sample},
    ids::{AgencyId, AreaCode, SurveyRoundId},
    jiff::civil::date,
    refusal::FieldErrors,
    web::{Fields, Frame},
};

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let frame = || gallery.titled("Survei akta kelahiran 2026");
    let Ok(instrument) = Instrument::built_in() else { return vec![] };
    let of = &instrument;
    vec![
        Sample::of("survey", &show(frame(), of, State::Published)),
        Sample::of("survey-open", &show(frame(), of, State::Open)),
        Sample::of("surveys", &list(frame(), of, true)),
        Sample::of("surveys-none", &list(frame(), of, false)),
        Sample::of("survey-fill", &fill(frame(), of, false)),
        Sample::of("survey-fill-errors", &fill(frame(), of, true)),
        Sample::of(
            "survey-paper",
            &FillPage { paper: Some(31), last: Some("7k2m".into()), ..fill(frame(), of, false) },
        ),
        Sample::of("survey-correct-errors", &correct(frame(), of)),
        Sample::of("survey-manage-draft", &manage(frame(), of, State::Draft)),
        Sample::of("surveys-desk", &desk(frame(), of, true)),
        Sample::of("surveys-desk-none", &desk(frame(), of, false)),
        Sample::of("survey-manage", &manage(frame(), of, State::Open)),
        Sample::of("survey-manage-closed", &manage(frame(), of, State::Closed)),
        Sample::of("survey-form", &edit(frame(), false)),
        Sample::of("survey-form-errors", &edit(frame(), true)),
        Sample::of("survey-import", &import(frame(), false)),
        Sample::of("survey-import-rejected", &import(frame(), true)),
    ]
}

fn round(f: &Frame, instrument: &Instrument, state: State) -> Round {
    Round {
        id: SurveyRoundId(7),
        at: f.now,
        person: None,
        agency: AgencyId(1),
        area: Some(AreaCode(9901)),
        title: "Survei akta kelahiran 2026".into(),
        service_id: None,
        service: "Akta kelahiran".into(),
        kinds: "Akta baru\nPerbaikan akta".into(),
        provider: if state == State::Open { Provider::Citizens } else { Provider::Own },
        from: date(2026, 9, 1),
        to: date(2026, 10, 31),
        population: Some(110),
        rules: instrument.rules.id(),
        weight: Weight::Exact,
        state,
        listed_at: Some(f.now),
    }
}

fn results(round: &Round, instrument: &Instrument) -> Option<Results> {
    let group = |about: &str, value: &str, count: i64| Group {
        about: about.to_owned(),
        value: value.to_owned(),
        count,
        total: count * 29,
        trusting: count,
        trust: count * 3,
    };
    let groups = [
        group("sex", "female", 34),
        group("sex", "male", 20),
        group("sex", "", 6),
        group("education", "sma", 40),
        group("education", "s1", 17),
        group("education", "s2", 3),
        group("kind", "Akta baru", 48),
        group("kind", "Perbaikan akta", 12),
    ];
    let sums = [201, 188, 173, 222, 205, 196, 199, 160, 181];
    let counted = Counted { tally: Tally { count: 60, sums }, trust: (52, 159) };
    Results::of((round, instrument), &counted, &groups)
}

fn item(f: &Frame, instrument: &Instrument, state: State) -> Item {
    let round = round(f, instrument, state);
    let results = match state {
        State::Published => results(&round, instrument),
        _ => None,
    };
    Item {
        agency: AgencyName {
            name: "Dinas Kependudukan dan Pencatatan Sipil".into(),
            path: "/instansi/dukcapil-tirtawana".into(),
        },
        area: Some(("Kabupaten Tirtawana".into(), "/daerah/99.01".into())),
        results,
        round,
    }
}

fn show(f: Frame, instrument: &Instrument, state: State) -> ShowPage {
    let item = item(&f, instrument, state);
    let earlier = Round { id: SurveyRoundId(6), ..round(&f, instrument, State::Published) };
    let both = [earlier, item.round.clone()].into_iter();
    let trend = both.filter_map(|round| Some((round.clone(), results(&round, instrument)?)));
    ShowPage {
        count: 60,
        needed: Some(86),
        takes_online: state == State::Open,
        trend: trend.filter(|_| state == State::Published).collect(),
        item,
        instrument: instrument.clone(),
        chain: chain::sample_block(&f),
        f,
    }
}

fn list(f: Frame, instrument: &Instrument, full: bool) -> ListPage {
    let items = [State::Published, State::Open].map(|state| item(&f, instrument, state));
    ListPage {
        narrowed: full.then(|| ("Kabupaten Tirtawana".into(), "daerah=99.01".into())),
        items: if full { items.into() } else { vec![] },
        next: full.then_some(Key { at_us: 1, id: 1 }),
        is_first: !full,
        f,
    }
}

fn fill(f: Frame, instrument: &Instrument, wrong: bool) -> FillPage {
    let mut errors = FieldErrors::default();
    if wrong {
        errors.add("waktu", "error-survey-mark-missing");
        errors.add("sex", "error-survey-option");
    }
    FillPage {
        round: round(&f, instrument, State::Open),
        agency: "Dinas Kependudukan dan Pencatatan Sipil".into(),
        instrument: instrument.clone(),
        fields: Fields::from_pairs(&[("biaya", "4"), ("age", "30-44")]),
        errors,
        paper: None,
        once: "7k2m".into(),
        last: None,
        f,
    }
}

fn correct(f: Frame, instrument: &Instrument) -> CorrectPage {
    CorrectPage {
        round: round(&f, instrument, State::Open),
        fields: Fields::from_pairs(&[("title", "Survei akta"), ("to", "2026-10-01")]),
        errors: FieldErrors::one("to", "error-survey-to"),
        f,
    }
}

fn desk(f: Frame, instrument: &Instrument, full: bool) -> DeskPage {
    DeskPage {
        items: if full { vec![item(&f, instrument, State::Open)] } else { vec![] },
        next: full.then_some(SurveyRoundId(7)),
        f,
    }
}

fn manage(f: Frame, instrument: &Instrument, state: State) -> ManagePage {
    ManagePage {
        item: item(&f, instrument, state),
        count: if state == State::Closed { 3 } else { 60 },
        needed: Some(86),
        enough: state != State::Closed,
        states: vec![(State::Draft, f.now, Some("Theresia".into())), (State::Open, f.now, None)],
        f,
    }
}

fn edit(f: Frame, wrong: bool) -> EditPage {
    let one = |value: &str, word: &str| vec![(value.to_owned(), word.to_owned())];
    EditPage {
        fields: Fields::from_pairs(&[("title", "Survei"), ("weight", "exact")]),
        errors: match wrong {
            true => FieldErrors::one("agency", "error-survey-choose"),
            false => FieldErrors::default(),
        },
        round: None,
        agencies: one("1", "Dinas Kependudukan"),
        services: one("2", "Akta kelahiran"),
        providers: one("own", &f.t(&Provider::Own.key())),
        weights: one("exact", &f.t("survey-weight-exact")),
        form_key: "7k2m".into(),
        f,
    }
}

fn import(f: Frame, wrong: bool) -> ImportPage {
    let imported = wrong.then(|| Imported {
        added: 12,
        known: 2,
        rejected: vec![(4, FieldErrors::one("waktu", "error-survey-mark"))],
        rejected_count: 1,
    });
    let Ok(instrument) = Instrument::built_in() else { unreachable!("the gallery has one") };
    let round = round(&f, &instrument, State::Open);
    ImportPage::new(f, round, (Fields::default(), imported))
}
