//! The name of a child: beside an age below 18, or after a word for a child. Initials, places and schools are none.
use crate::tokens::Token;
use std::ops::Range;

const GROWN_UP: u32 = 18;
/// How far a name may stand from what makes it a child's.
const REACH: usize = 8;

const CHILDREN: [&str; 17] = [
    "anak",
    "anaknya",
    "siswa",
    "siswanya",
    "siswi",
    "siswinya",
    "murid",
    "muridnya",
    "pelajar",
    "bayi",
    "bayinya",
    "balita",
    "balitanya",
    "bocah",
    "putranya",
    "putrinya",
    "cucunya",
];
const AGES: [&str; 5] = ["berusia", "berumur", "usia", "usianya", "umur"];
/// After these somebody else begins to be spoken of.
const OTHERS: [&str; 16] = [
    "bersama", "dengan", "oleh", "kepada", "kata", "ujar", "tutur", "untuk", "menurut", "karena",
    "agar", "tidak", "harus", "dapat", "bisa", "akan",
];
/// After these comes a place.
const TO_PLACES: [&str; 8] = ["di", "ke", "dari", "asal", "warga", "se", "pada", "dalam"];
/// Capitals that name no person.
const INSTITUTIONS: [&str; 61] = [
    "sekolah",
    "negeri",
    "dasar",
    "menengah",
    "madrasah",
    "pondok",
    "pesantren",
    "universitas",
    "paud",
    "posyandu",
    "puskesmas",
    "rumah",
    "sakit",
    "dinas",
    "kantor",
    "badan",
    "komisi",
    "forum",
    "lembaga",
    "yayasan",
    "desa",
    "dusun",
    "kampung",
    "kelurahan",
    "kecamatan",
    "kabupaten",
    "kota",
    "provinsi",
    "pulau",
    "gunung",
    "sungai",
    "indonesia",
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "sabtu",
    "minggu",
    "islam",
    "kristen",
    "hindu",
    "nasional",
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
    "dewan",
    "komentar",
    "undang",
    "pendidikan",
    "perempuan",
    "hari",
];
/// What stands before a name at the beginning of a sentence and is none of it.
const ROLES: [&str; 6] = ["korban", "warga", "seorang", "almarhum", "almarhumah", "si"];
/// Who bears one of these is grown up.
const TITLES: [&str; 22] = [
    "bupati", "camat", "gubernur", "kepala", "ketua", "presiden", "menteri", "bidan", "dokter",
    "ibu", "bapak", "pak", "bu", "guru", "lurah", "wali", "kades", "sekda", "haji", "ustaz",
    "inaq", "amaq",
];
const SCHOOLS: [&str; 14] = [
    "sd", "sdn", "sdi", "smp", "smpn", "sma", "sman", "smk", "smkn", "mi", "mts", "ma", "tk", "ra",
];

pub(crate) fn find(
    text: &str,
    tokens: &[Token<'_>],
    is_place: &dyn Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let names = Names { tokens, is_place };
    let found = (0..tokens.len()).filter_map(|at| {
        if is_child(tokens, at) {
            names.before(at).or_else(|| names.after(at))
        } else {
            names.of_age(text, at)
        }
    });
    let mut found: Vec<Range<usize>> = found.collect();
    found.sort_by_key(|place| (place.start, place.end));
    found.dedup();
    found
}

/// "anak", but neither "anak-anak" nor an office for children.
fn is_child(tokens: &[Token<'_>], at: usize) -> bool {
    let joined = |other: Option<&Token<'_>>, gap: Option<&str>| {
        gap == Some("-") && other.is_some_and(|other| other.small == tokens[at].small)
    };
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let after = tokens.get(at + 1);
    tokens[at].is_one_of(&CHILDREN)
        && (tokens[at].begins || !tokens[at].is_capitalised())
        && !joined(before, Some(tokens[at].gap))
        && !joined(after, after.map(|after| after.gap))
}

struct Names<'a, 'b> {
    tokens: &'a [Token<'b>],
    is_place: &'a dyn Fn(&str) -> bool,
}

impl Names<'_, '_> {
    fn is_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        token.is_capitalised()
            && !token.is_one_of(&INSTITUTIONS)
            && !token.is_one_of(&TITLES)
            && !token.is_one_of(&CHILDREN)
            && !token.is_one_of(&ROLES)
            && !token.is_one_of(&AGES)
            && !token.is_one_of(&OTHERS)
            && !token.is_one_of(&TO_PLACES)
            && !(self.is_place)(&token.small)
    }

    /// The whole name that begins here.
    fn whole(&self, start: usize) -> Range<usize> {
        let more = self.tokens[start + 1..].iter();
        let more = more.take_while(|token| token.gap == " " && token.is_capitalised()).count();
        self.tokens[start].at.start..self.tokens[start + more].at.end
    }

    /// "Rina Aulia, siswa kelas lima".
    fn before(&self, child: usize) -> Option<Range<usize>> {
        let near = self.tokens[child].gap.starts_with(',').then(|| child.checked_sub(1))??;
        self.ending(near)
    }

    /// The name that ends here.
    fn ending(&self, end: usize) -> Option<Range<usize>> {
        if !self.is_name(end) {
            return None;
        }
        let mut start = end;
        let is_part = |token: &Token<'_>| {
            token.is_capitalised() && !token.is_one_of(&ROLES) && !token.is_one_of(&CHILDREN)
        };
        while start > 0 && self.tokens[start].gap == " " && is_part(&self.tokens[start - 1]) {
            start -= 1;
        }
        let leads = start.checked_sub(1).and_then(|before| self.tokens.get(before));
        let is_titled = self.tokens[start].is_one_of(&TITLES)
            || leads.is_some_and(|before| before.is_one_of(&TITLES));
        let is_place = self.tokens[start].is_one_of(&INSTITUTIONS)
            || leads
                .is_some_and(|before| before.is_one_of(&TO_PLACES) || before.is_one_of(&SCHOOLS));
        let is_free = !is_titled && !is_place;
        is_free.then(|| self.tokens[start].at.start..self.tokens[end].at.end)
    }

    /// "siswa kelas lima SD Negeri 2 Bayan, Rina Aulia", "bayi bernama Rina".
    fn after(&self, child: usize) -> Option<Range<usize>> {
        let mut at = child + 1;
        while at <= child + REACH {
            let token = self.tokens.get(at).filter(|token| !token.begins)?;
            if token.is_one_of(&OTHERS) || token.is_one_of(&TITLES) || token.small == "berinisial" {
                return None;
            }
            if token.is_one_of(&SCHOOLS)
                || token.is_one_of(&TO_PLACES)
                || token.is_one_of(&INSTITUTIONS)
            {
                at = self.past_the_place(at);
            } else if self.is_name(at) {
                return Some(self.whole(at));
            } else {
                at += 1;
            }
        }
        None
    }

    /// After "SD Negeri 2 Bayan", "di Desa Sambik Elen".
    fn past_the_place(&self, at: usize) -> usize {
        let goes_on = |token: &&Token<'_>| {
            token.gap == " "
                && (token.text.starts_with(char::is_uppercase) || token.number().is_some())
        };
        at + 1 + self.tokens[at + 1..].iter().take_while(goes_on).count()
    }

    /// "Rina (9)", "Rina, 9 tahun", "Rina yang berusia 9 tahun".
    fn of_age(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let token = &self.tokens[at];
        let number = token.number()?;
        let unit = self.tokens.get(at + 1).filter(|unit| !unit.begins);
        let is_month = unit.is_some_and(|unit| unit.small == "bulan");
        if number >= GROWN_UP && !is_month {
            return None;
        }
        let before = at.checked_sub(1)?;
        let in_years = unit.is_some_and(|unit| unit.is_one_of(&["tahun", "thn", "th", "bulan"]));
        let ends = text[token.at.end..].starts_with(')');
        let ago = self.tokens.get(at + 2);
        let is_ago = ago.is_some_and(|word| {
            word.is_one_of(&["lalu", "silam", "terakhir", "kemudian", "yang", "penjara"])
        });
        if token.gap.ends_with('(') && (ends || in_years) {
            return self.ending(before);
        }
        if token.gap.starts_with(',') && in_years && !is_ago {
            return self.ending(before);
        }
        if !self.tokens[before].is_one_of(&AGES) {
            return None;
        }
        let first = before.saturating_sub(REACH);
        let sentence = (first..before).rev().take_while(|at| !self.tokens[at + 1].begins);
        let mut candidates =
            sentence.filter(|at| !self.tokens[*at].begins || self.is_free_first(*at));
        candidates.find_map(|at| self.ending(at))
    }

    /// The first word of a sentence has a capital anyway: a name when another follows, or a comma or "yang".
    fn is_free_first(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            next.gap.starts_with(',') || (next.small == "yang" && next.gap == " ")
        })
    }
}
