//! What is pointed at, and what is news.
use crate::{Country, Kind, check};

const COUNTRY: Country<'static> = Country {
    is_regency: &|code| matches!(code, 5208 | 5271),
    is_place: &|word| matches!(word, "bayan" | "lombok" | "utara" | "tanjung" | "mataram"),
};

fn found(text: &str) -> Vec<(Kind, &str)> {
    check(text, &COUNTRY).into_iter().map(|finding| (finding.kind, &text[finding.at])).collect()
}

#[test]
fn a_nik_is_an_area_and_a_day_and_four_digits() {
    for nik in ["5208031406900001", "5208 0354 0690 0001", "520803.140690.0001"] {
        let text = format!("NIK {nik} tertulis.");
        assert_eq!(found(&text), [(Kind::Nik, nik)], "{nik}");
    }
    for other in [
        "5208033206900001",  // the 32nd
        "5208031413900001",  // the 13th month
        "9908031406900001",  // no such kabupaten
        "52080314069000011", // 17 digits
        "520803140690000",
        "5208033002900001", // 30 February
    ] {
        assert_eq!(found(&format!("Nomor {other} tertulis.")), [], "{other}");
    }
}

#[test]
fn telephones_are_found_and_days_hours_and_sums_are_not() {
    for phone in [
        "081234567890",
        "0812-3456-7890",
        "+62 812-3456-7890",
        "6281234567890",
        "(0370) 621000",
        "0370-621000",
        "021 7654321",
    ] {
        let text = format!("Hubungi {phone} sebelum 17.00.");
        assert_eq!(found(&text), [(Kind::Phone, phone)], "{phone}");
    }
    for other in [
        "tanggal 08-12-2026 10.00",
        "pukul 08.30-10.00",
        "Rp 1.250.000",
        "25.000.000 rupiah",
        "nomor 112",
        "pasal 0812",
        "UU 25 tahun 2009",
        "kode 52.08.03.2001",
    ] {
        assert_eq!(found(other), [], "{other}");
    }
}

#[test]
fn a_home_is_a_street_with_a_number_and_a_street_alone_is_news() {
    let homes = [
        ("Ia tinggal di Jl. Melati No. 5, RT 03/RW 02, Tanjung.", "Jl. Melati No. 5, RT 03/RW 02"),
        ("Alamat: Jalan Raya Bayan nomor 12A.", "Jalan Raya Bayan nomor 12A"),
        ("Di Gg. Mawar 3, ia menunggu.", "Gg. Mawar 3"),
        ("Warga RT.03 RW.02 antre.", "RT.03 RW.02"),
        ("Ia tinggal di RT 4 dekat sungai.", "RT 4"),
    ];
    for (text, home) in homes {
        assert!(found(text).contains(&(Kind::Address, home)), "{text}: {:?}", found(text));
    }
    for news in [
        "Jalan Raya Bayan rusak, 12 rumah terendam.",
        "Jalan itu rusak sejak 2024.",
        "Jl. Melati rusak.",
        "Di Jalan Melati 5 rumah rusak.",
        "Warga RT 3 antre air.",
        "Undang-undang Nomor 25 Tahun 2009.",
    ] {
        assert_eq!(found(news), [], "{news}");
    }
}

#[test]
fn a_childs_name_is_found_by_age_and_by_word() {
    let named = [
        ("Korban Rina (9) dibawa ke puskesmas.", "Rina"),
        ("Ketika itu Rina Aulia, 9 tahun, bermain.", "Rina Aulia"),
        ("Petugas menemui Dimas yang berusia 15 tahun.", "Dimas"),
        ("Seorang siswa kelas lima SD Negeri 2 Bayan, Rina Aulia, menunggu.", "Rina Aulia"),
        ("Bayi perempuan bernama Aisyah lahir.", "Aisyah"),
        ("Dimas, pelajar dari Tanjung, menulis.", "Dimas"),
        ("Anaknya, Rina, tidak sekolah.", "Rina"),
    ];
    for (text, name) in named {
        assert_eq!(found(text), [(Kind::Child, name)], "{text}");
    }
}

#[test]
fn initials_grown_ups_offices_and_places_are_no_child() {
    for text in [
        "Korban berinisial RA (9) dibawa ke puskesmas.",
        "Seorang anak berinisial R menunggu.",
        "Anak-anak Lombok Utara belajar di rumah.",
        "Siswa SMP Negeri 1 Bayan belajar.",
        "Anak itu dibantu Bupati Sayuti.",
        "Sari (41) menjahit.",
        "Dinas Perlindungan Anak Lombok Utara rapat.",
        "Warga berusia 15 tahun ke atas boleh ikut.",
        "Di Tanjung, 5 tahun lalu, jembatan itu putus.",
        "Pelajar di Tanjung bersama Sari membersihkan pantai.",
        "Sayuti menjabat 10 tahun.",
        "Sebelas anak menyeberang pada Kamis, 1 Oktober 2026.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_finding_tells_its_sentence() {
    let text = "Jembatan putus. Hubungi Pak H. Sayuti di 081234567890 ya.\nWarga menunggu.";
    let finding = &check(text, &COUNTRY)[0];
    assert_eq!(&text[finding.sentence.clone()], "Hubungi Pak H. Sayuti di 081234567890 ya.");
}
