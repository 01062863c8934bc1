//! Public bodies as the house comes with them: real ones as examples, invented ones of the demonstration.
use crate::site::Site;
use base::{
    ids::{AgencyId, AreaCode},
    jiff::civil::Date,
    visitor::Visitor,
};

async fn id(site: &Site, slug: &str) -> AgencyId {
    let found = agencies::by_slug(&site.app.db, slug).await.unwrap();
    found.unwrap_or_else(|| panic!("{slug} is missing")).id
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[tokio::test]
async fn the_bodies_of_the_founding_article_stand_with_their_sources_and_load_once() {
    let site = Site::with_demo().await;
    let before = agencies::count(&site.app.db).await.unwrap();
    suara::examples::load(&site.app).await.unwrap();
    assert_eq!(agencies::count(&site.app.db).await.unwrap(), before);

    let ministries = [
        "bappenas",
        "kementerian-keuangan",
        "kementerian-dalam-negeri",
        "kementerian-desa-pdtt",
        "kemenko-pmk",
        "kementerian-panrb",
    ];
    for slug in ministries {
        id(&site, slug).await;
    }
    let all = agencies::page(&site.app.db, None, 500).await.unwrap();
    let real = all.iter().filter(|agency| agency.area.is_none_or(|area| area.0 < 9_900));
    for agency in real.filter(|agency| agency.area != Some(AreaCode(99))) {
        assert!(agency.source.is_some(), "{} names no source", agency.slug);
    }
    for office in ["bappeda", "dukcapil", "dinkes"] {
        let ntb = all.iter().filter(|agency| {
            agency.slug.starts_with(&format!("{office}-"))
                && agency.area.is_some_and(|area| area.within(AreaCode(52)))
        });
        assert_eq!(ntb.count(), 11, "{office}: the province and its ten kabupaten and kota");
    }
}

#[tokio::test]
async fn who_spoke_in_mataram_held_the_office_that_day_and_no_more_is_claimed() {
    let site = Site::with_demo().await;
    for (slug, name) in [
        ("provinsi-nusa-tenggara-barat", "Ir. H. Rosiady H, Sayuti, M. Se, Ph.D."),
        ("kementerian-panrb", "DR. Muhammad Imanuddin"),
    ] {
        let agency = id(&site, slug).await;
        let on = |text: &'static str| agencies::holders_on(&site.app.db, agency, day(text));
        let holders = on("2016-06-14").await.unwrap();
        assert_eq!((holders.len(), holders[0].name.as_str()), (1, name));
        assert!(holders[0].source.is_some());
        assert!(on("2016-06-15").await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn an_officer_of_the_cast_speaks_for_one_body() {
    let site = Site::with_demo().await;
    let health = id(&site, "dinkes-tirtawana").await;
    assert!(agencies::has_account(&site.app.db, health).await.unwrap());
    let shown = site.get("/instansi/dinkes-tirtawana").await.main_text();
    for part in ["Menjawab lewat akun di sini", "dr. Alfonsius Rettob", "Siti Marlina"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let ended = site.get("/instansi/dishubkominfo-tirtawana").await.main_text();
    assert!(ended.contains("31 Desember 2016") && ended.contains("I Made Wirata"), "{ended}");
    assert_eq!(agencies::answers_for(&Visitor::anonymous()), []);
}
