//! Puts the canaries where they belong: by the forms of the house, as the cast would.
use super::nest::Nest;
use crate::{
    site::Site,
    walk::{hidden, route_of},
};
use axum::http::StatusCode;
use base::{feature::Method, subject::Kind, testing::files::silence};

/// Kelurahan and desa of the demonstration.
const PASAR_LAMA: &str = "99.01.01.2003";
const MUARA: &str = "99.01.02.2001";
/// The day on which the demonstration is loaded.
const TODAY: &str = "2026-11-24";
const TELEPHONE: &str = "081255570134";

/// Sends a form that is taken; where it leads.
async fn sent(who: &Site, path: &str, fields: &[(&str, &str)]) -> String {
    assert!(route_of(&who.app, Method::Post, path).is_some(), "no form goes to {path}");
    let reply = who.post(path, fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path} {fields:?}: {}", reply.main_text());
    reply.location
}

/// The id behind the first word of an address: `/laporan/0abc/rahasia?kode=…`.
fn id(address: &str) -> String {
    address.split(['/', '?']).nth(2).unwrap().to_owned()
}

async fn draft(nest: &mut Nest, (title, body): (&str, &str)) -> String {
    let fields = [("section", "berita"), ("title", title), ("body", body), ("area", PASAR_LAMA)];
    let place = sent(nest.who("hartini"), "/tulisan/baru", &fields).await;
    let id = place.rsplit('/').next().unwrap().to_owned();
    nest.keep(Kind::Draft, &id);
    id
}

pub async fn drafts(nest: &mut Nest) {
    draft(nest, ("kenarijudulnaskah di papan", "kenariisinaskah belum dibaca siapa pun.")).await;
    let back = draft(nest, ("kenarijudulkembali di papan", "Belum ada sumbernya.")).await;
    let desk = format!("/meja/tulisan/{back}");
    let answer = "kenarijawabannarasumber: papan itu sudah diturunkan.";
    ask_source(nest, &desk, "kenarinarasumber, penjaga pasar", answer).await;
    let why = [("why", "kenaricatatanpenyunting: siapa yang melihatnya?")];
    sent(nest.who("maria"), &format!("/meja/tulisan/{back}/kembalikan"), &why).await;
    let gone = draft(nest, ("kenarinaskahditarik dari papan", "Tidak jadi.")).await;
    sent(nest.who("hartini"), &format!("/naskah/{gone}/tarik"), &[]).await;
}

/// The editor writes down whom the newsroom asked, and what they said.
async fn ask_source(nest: &mut Nest, desk: &str, whom: &str, answer: &str) {
    let asked = [("asked", whom), ("way", "phone"), ("asked_on", TODAY), ("answer", answer)];
    sent(nest.who("maria"), &format!("{desk}/periksa"), &asked).await;
}

/// A story that was read, talked about, joined with a report, flagged, and hidden.
pub async fn hidden_story(nest: &mut Nest, report: &str) {
    let text = ("kenarijudultersembunyi di papan", "kenariisitersembunyi dibaca semua orang.");
    let draft = draft(nest, text).await;
    let desk = format!("/meja/tulisan/{draft}");
    ask_source(nest, &desk, "penjaga pasar", "Papan itu sudah diturunkan.").await;
    sent(nest.who("maria"), &format!("{desk}/verifikasi"), &[]).await;
    sent(nest.who("maria"), &format!("{desk}/setujui"), &[]).await;
    let place = sent(nest.who("maria"), &format!("{desk}/terbitkan"), &[]).await;
    let story = id(&place);
    nest.keep(Kind::Story, &story);
    comment(nest, "lina", (&format!("story-{story}"), "kenaribawahtersembunyi, setuju.")).await;
    let joined = [
        ("address", format!("/laporan/{report}")),
        ("kind", "related".to_owned()),
        ("reason", "kenarialasantautan: tempatnya sama".to_owned()),
    ];
    let joined: Vec<(&str, &str)> = joined.iter().map(|(name, v)| (*name, &**v)).collect();
    sent(nest.who("ratna"), &format!("/tautan/story-{story}"), &joined).await;
    flag_and_hide(nest, &format!("story-{story}"), "kenarikatapenanda menuduh orang").await;
}

async fn flag_and_hide(nest: &mut Nest, subject: &str, words: &str) {
    let flag = [("reason", "lie"), ("words", words), ("email", "kenaripenanda@warga.example")];
    sent(&nest.reader, &format!("/tandai/{subject}"), &flag).await;
    let hide = [("subject", subject), ("act", "hide"), ("reason", "lie")];
    sent(nest.who("yustus"), "/moderasi/putusan", &hide).await;
}

async fn comment(nest: &mut Nest, who: &str, (subject, text): (&str, &str)) -> String {
    let fields = [("subject", subject), ("text", text)];
    let place = sent(nest.who(who), "/komentar", &fields).await;
    let id = place.split("#k-").nth(1).unwrap().to_owned();
    nest.keep(Kind::Comment, &id);
    id
}

pub async fn talk(nest: &mut Nest, subject: &str) {
    // Who has not shown anything yet waits.
    comment(nest, "bintang", (subject, "kenarikomentarmenunggu, kata orang baru.")).await;
    let bad = comment(nest, "lina", (subject, "kenarikomentartertutup, kasar sekali.")).await;
    flag_and_hide(nest, &format!("comment-{bad}"), "").await;
    let first = comment(nest, "lina", (subject, "kenarikomentarlama, terlalu cepat.")).await;
    let better = [("text", "Saya tulis lebih tenang.")];
    sent(nest.who("lina"), &format!("/komentar/{first}/ubah"), &better).await;
    let gone = comment(nest, "lina", (subject, "kenarikomentarditarik, salah kolom.")).await;
    sent(nest.who("lina"), &format!("/komentar/{gone}/tarik"), &[]).await;
    flag_open(nest, subject).await;
    let kept = [("subject", subject), ("text", "kenarititipanformulir, belum masuk.")];
    let door = nest.reader.post("/komentar", &kept).await;
    let next = door.location.split("lanjut=").nth(1).unwrap().replace("%2F", "/");
    nest.seed(next.replace("%3F", "?").replace("%3D", "="));
    nest.kept_for("lina", &door);
}

/// A flag that nobody has looked at.
async fn flag_open(nest: &mut Nest, subject: &str) {
    let flag = [("reason", "other"), ("words", "kenarikatapenanda: fotonya bukan di sini")];
    sent(nest.who("dul"), &format!("/tandai/{subject}"), &flag).await;
}

struct Told<'a> {
    title: &'a str,
    text: &'a str,
    landmark: &'a str,
    visibility: &'a str,
    contact: &'a str,
}

const PLAIN: Told<'static> = Told {
    title: "Lampu jalan mati di tikungan",
    text: "Sudah dua minggu gelap, tiga motor jatuh.",
    landmark: "Tikungan sesudah jembatan",
    visibility: "anonymous",
    contact: "",
};

async fn report(nest: &mut Nest, who: Option<&str>, told: Told<'_>) -> String {
    let fields = [
        ("title", told.title),
        ("text", told.text),
        ("landmark", told.landmark),
        ("visibility", told.visibility),
        ("contact", told.contact),
        ("category", "lainnya"),
        ("area", MUARA),
        ("seen", "1"),
    ];
    let sender = who.map_or(&nest.reader, |who| nest.who(who));
    let place = sent(sender, "/laporan/baru", &fields).await;
    let id = id(&place);
    nest.keep(Kind::Report, &id);
    id
}

async fn desk(nest: &Nest, report: &str, (deed, fields): (&str, &[(&str, &str)])) {
    sent(nest.who("maria"), &format!("/meja/laporan/{report}/{deed}"), fields).await;
}

async fn deliver(nest: &Nest, report: &str, (slug, words): (&str, &str)) {
    let agency = nest.agency(slug).await;
    let to = [("agency", agency.as_str()), ("way", "here"), ("words", words)];
    desk(nest, report, ("teruskan", &to)).await;
}

pub async fn letters(nest: &mut Nest) {
    let letter = Told { title: "kenarijudulsurat", text: "kenariisisurat", ..PLAIN };
    report(nest, None, Told { contact: TELEPHONE, ..letter }).await;
    report(nest, None, Told { contact: "kenarisurel@warga.example", ..PLAIN }).await;
    let refused = Told { title: "kenarilaporanditolak", ..PLAIN };
    let refused = report(nest, None, refused).await;
    desk(nest, &refused, ("tolak", &[("reason", "unclear")])).await;
    report(nest, Some("dul"), Told { title: "kenaridutamenunggu", ..PLAIN }).await;
    let shown = report(nest, None, Told { title: "kenarilaporantertutup", ..PLAIN }).await;
    desk(nest, &shown, ("periksa", &[("class", "complaint")])).await;
    flag_and_hide(nest, &format!("report-{shown}"), "").await;
}

/// A public report of somebody whom nobody knows, answered, with words that are gone from sight.
pub async fn anonymous(nest: &mut Nest) -> String {
    let id = report(nest, Some("bintang"), PLAIN).await;
    desk(nest, &id, ("periksa", &[("class", "complaint")])).await;
    deliver(nest, &id, ("dukcapil-tirtawana", "")).await;
    nest.hand("theresia", &id);
    let answer = [("text", "Kami periksa minggu ini.")];
    sent(nest.who("theresia"), &format!("/meja/instansi/{id}/jawab"), &answer).await;
    let own = format!("/laporan/{id}/rahasia");
    let sender = nest.who("bintang");
    sent(sender, &format!("{own}/balas"), &[("words", "kenaribalasan: itu tetangga saya")]).await;
    let page = nest.who("maria").get(&format!("/meja/laporan/{id}")).await.text();
    let step = page.split("?langkah=").nth(1).unwrap().split('"').next().unwrap();
    desk(nest, &id, ("sembunyikan", &[("step", step), ("reason", "personal-data")])).await;
    desk(nest, &id, ("catatan", &[("words", "kenaricatatanmeja: saudara camat")])).await;
    desk(nest, &id, ("tanya", &[("words", "kenaritanyameja: di tiang mana?")])).await;
    let told = [("words", "kenaripesanpelapor: di depan rumah saya")];
    sent(nest.who("bintang"), &format!("{own}/pesan"), &told).await;
    id
}

/// A recording that comes with a report, and what is said in it.
async fn recording(nest: &mut Nest, report: &str) {
    let path = format!("/laporan/{report}/rahasia/lampiran");
    let bintang = nest.who("bintang");
    let page = bintang.get(&path).await.text();
    let once = hidden(&page, "once");
    let kept = bintang.post_file(&path, &[("once", &once)], ("a.wav", &silence())).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.main_text());
    let page = bintang.get(&path).await.text();
    let field = page.split("name=\"transcript-").nth(1).unwrap().split('"').next().unwrap();
    let (caption, once) = (format!("caption-{field}"), hidden(&page, "once"));
    let field = format!("transcript-{field}");
    let words = "kenarirekaman: suara petugas";
    let said = [("once", once.as_str()), (caption.as_str(), ""), (field.as_str(), words)];
    let kept = bintang.post_file(&path, &said, ("", b"")).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.main_text());
    let kept = bintang.get(&path).await.text();
    assert!(kept.contains("kenarirekaman"), "{kept}");
    let secret = page.split("/lampiran/").find(|rest| rest.contains(".wav")).unwrap();
    nest.seed(format!("/rekaman/{}", secret.split(['/', '"']).nth(1).unwrap()));
}

/// A secret report that one body gave back and another has.
pub async fn secret(nest: &mut Nest) {
    let told = Told {
        title: "kenarijudulrahasia",
        text: "kenariisirahasia",
        landmark: "kenaripatokanrahasia",
        visibility: "secret",
        ..PLAIN
    };
    let id = report(nest, Some("bintang"), told).await;
    recording(nest, &id).await;
    desk(nest, &id, ("periksa", &[("class", "oversight")])).await;
    deliver(nest, &id, ("dinkes-tirtawana", "kenarititipanpertama")).await;
    let words = [("words", "kenaridikembalikan: bukan urusan kami")];
    sent(nest.who("marlina"), &format!("/meja/instansi/{id}/kembalikan"), &words).await;
    deliver(nest, &id, ("dinas-pu-tirtawana", "kenarititipankedua")).await;
    nest.hand("darwis", &id);
}

pub async fn surveys(nest: &mut Nest) {
    let rounds = [
        ("theresia", "dukcapil-tirtawana", "own", "kenarisurveidraf"),
        ("bagus", "dinkes-tirtawana", "citizens", "kenarisurveiwarga"),
    ];
    for (who, slug, provider, title) in rounds {
        let agency = nest.agency(slug).await;
        let fields = [
            ("agency", agency.as_str()),
            ("title", title),
            ("service", "Loket"),
            ("provider", provider),
            ("weight", "exact"),
            ("from", "2026-12-01"),
            ("to", "2026-12-31"),
        ];
        let place = sent(nest.who(who), "/meja/survei/baru", &fields).await;
        let id = place.rsplit('/').next().unwrap().to_owned();
        nest.keep(Kind::SurveyRound, &id);
        if provider == "own" {
            nest.hand("theresia", &id);
        }
    }
}
