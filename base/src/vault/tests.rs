//! The vault: values and their places, keys that are changed, keys that are lost.
use super::*;
use crate::testing::{Setup, on_both};

const CONTACT: Slot = Slot { table: "tip_senders", column: "contact", row: 7 };

async fn started(config: &Config, db: &Db) -> Vault {
    let random = Random::system();
    Vault::start(config, db, (&random, &Clock::System)).await.unwrap()
}

#[tokio::test]
async fn what_is_sealed_opens_where_it_stands_and_nowhere_else() {
    on_both(Setup::default, |app| async move {
        let sealed = app.seal(CONTACT, "0812 3456 7890").unwrap();
        assert!(Vault::is_sealed(&sealed) && !sealed.contains("0812"), "{sealed}");
        assert_eq!(app.unseal(CONTACT, &sealed).unwrap().as_str(), "0812 3456 7890");
        assert_ne!(app.seal(CONTACT, "0812 3456 7890").unwrap(), sealed, "twice is not the same");
        let elsewhere = [
            Slot { row: 8, ..CONTACT },
            Slot { column: "name", ..CONTACT },
            Slot { table: "informants", ..CONTACT },
        ];
        for place in elsewhere {
            assert_eq!(app.vault.open(place, &sealed), Err(Closed::NotAsSealed), "{place:?}");
        }
        let mut changed = sealed.clone().into_bytes();
        let last = changed.len() - 2;
        changed[last] = if changed[last] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        for wrong in [changed.as_str(), "0812 3456 7890", "v1.", "v1.00000000", ""] {
            assert!(app.vault.open(CONTACT, wrong).is_err(), "{wrong}");
        }
        for (text, lengths_alike) in [("", true), ("Inaq Sari", true), (&"a".repeat(64), false)] {
            let other = app.seal(CONTACT, text).unwrap();
            assert_eq!(other.len() == sealed.len(), lengths_alike);
            assert_eq!(app.unseal(CONTACT, &other).unwrap().into_string(), text);
        }
        assert_eq!(format!("{:?}", app.unseal(CONTACT, &sealed).unwrap()), "Plain(…)");
    })
    .await;
}

#[tokio::test]
async fn keys_change_and_the_old_one_still_opens_what_it_sealed() {
    use std::os::unix::fs::PermissionsExt;
    on_both(Setup::default, |app| async move {
        let before = app.seal(CONTACT, "sari@suara.example").unwrap();
        let file =
            Vault::add_key(&app.config, &app.db, (&Random::system(), &app.clock)).await.unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        let vault = started(&app.config, &app.db).await;
        assert_eq!(vault.open(CONTACT, &before).unwrap().as_str(), "sari@suara.example");
        let after = vault.seal(&app.random, CONTACT, "sari@suara.example").unwrap();
        assert_ne!(before.split('.').nth(1), after.split('.').nth(1));
        assert_eq!(app.vault.open(CONTACT, &after), Err(Closed::NoKey), "not read yet");
        assert!(!vault.is_open_to_others());
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o640)).unwrap();
        assert!(vault.is_open_to_others());
    })
    .await;
}

#[tokio::test]
async fn a_lost_key_is_a_sentence_and_no_other_is_made_in_silence() {
    on_both(Setup::default, |app| async move {
        let sealed = app.seal(CONTACT, "0812 3456 7890").unwrap();
        let file = app.config.vault_key();
        let kept = std::fs::read_to_string(&file).unwrap();
        for lost in [None, Some(""), Some("bukan kunci\n"), Some(new_key(&app.random).as_str())] {
            match lost {
                None => std::fs::remove_file(&file).unwrap(),
                Some(text) => std::fs::write(&file, text).unwrap(),
            }
            let vault = started(&app.config, &app.db).await;
            let why = vault.trouble().unwrap();
            assert!(why.contains("vault.key"), "{why}");
            assert_eq!(vault.open(CONTACT, &sealed), Err(Closed::NoKey));
            assert_eq!(vault.seal(&app.random, CONTACT, "x"), Err(Closed::NoKey));
            assert_eq!(file.exists(), lost.is_some(), "nothing is made in its place");
        }
        let told = Failure::from(Closed::NoKey);
        assert!(matches!(told, Failure::Refused(Refusal::Conflict("refusal-vault"))));
        // Lost for good: a new one seals, and what was sealed stays closed.
        std::fs::remove_file(&file).unwrap();
        Vault::add_key(&app.config, &app.db, (&Random::system(), &app.clock)).await.unwrap();
        let vault = started(&app.config, &app.db).await;
        assert_eq!(vault.trouble(), None);
        assert_eq!(vault.open(CONTACT, &sealed), Err(Closed::NoKey));
        std::fs::write(&file, kept).unwrap();
    })
    .await;
}
