//! Every page with its samples in every language: rendered, without a missing word, and written where the HTML checker
//! and the accessibility audit read them (`SUARA_GALLERY`).
use base::{
    config::test_variable,
    feature::{Gallery, Sample},
    languages::Languages,
    testing::NOW,
    web::Frame,
};
use std::path::PathBuf;

fn samples(languages: &Languages) -> Vec<(String, Sample)> {
    let mut all = vec![];
    for lang in languages.all() {
        for feature in suara::features::all() {
            let frame = Frame::sample(languages.words(lang), NOW.parse().unwrap());
            let pages = (feature.gallery)(&Gallery { frame });
            all.extend(
                pages
                    .into_iter()
                    .map(|page| (format!("{}-{}-{}", feature.name, page.name, lang.code()), page)),
            );
        }
        let frame = Frame::sample(languages.words(lang), NOW.parse().unwrap());
        let own = base::web::gallery(&Gallery { frame });
        all.extend(
            own.into_iter().map(|page| (format!("base-{}-{}", page.name, lang.code()), page)),
        );
    }
    all
}

#[test]
fn every_page_has_its_words_in_every_language() {
    let languages = Languages::load().unwrap();
    let samples = samples(&languages);
    assert!(samples.len() >= 60, "only {} samples", samples.len());
    let mut names: Vec<&String> = samples.iter().map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), samples.len(), "two samples share a name");
    let folder = test_variable("SUARA_GALLERY").map(PathBuf::from);
    if let Some(folder) = &folder {
        std::fs::create_dir_all(folder).unwrap();
    }
    for (name, page) in &samples {
        let body = page.html.split("<body>").nth(1).unwrap_or(&page.html);
        // A script's words are none of ours.
        let body: String =
            body.split("<script").filter_map(|part| part.rsplit("</script>").next()).collect();
        let missing = body.split('[').skip(1).find_map(|rest| {
            let key = rest.split(']').next()?;
            let like_a_key = key.contains('-')
                && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit());
            like_a_key.then(|| key.to_owned())
        });
        assert_eq!(missing, None, "{name} lacks a word");
        assert!(page.html.contains("<h1"), "{name} has no heading");
        assert!(
            !page.html.contains(" style="),
            "{name} has an inline style, which the policy blocks"
        );
        if let Some(folder) = &folder {
            std::fs::write(folder.join(format!("{name}.html")), &page.html).unwrap();
        }
    }
}
