//! Passkeys (Web Authentication, level 2): what an authenticator says when a key is made, and when it is used. No I/O.
//!
//! Keys of the two kinds that phones, security keys and Windows make: ES256 and RS256. Where a key was made is not
//! asked (attestation `none`): whoever is signed in adds it to their own account. `ring` checks signatures.
use base::ids::PersonId;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The house as authenticators know it: its host, and its whole address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub host: String,
    pub origin: String,
}

impl Party {
    /// Of the configured address, never of the Host header.
    pub fn of(address: &str) -> Option<Party> {
        let (_, rest) = address.split_once("://")?;
        let host = rest.split(['/', ':']).next()?.to_owned();
        Some(Party { host, origin: address.to_owned() })
    }
}

/// Why a key was not taken; told to nobody but the log's reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    Unreadable,
    /// Another deed, another house or another challenge.
    OtherCeremony,
    /// The person was not there, or was not asked for finger, face or number.
    NobodyThere,
    KeyKind,
    Signature,
    /// The counter stands still or went back: a copy of the key is about.
    Counter,
}

/// A public key as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PublicKey {
    /// The point, uncompressed.
    Es256(String),
    /// Modulus and exponent.
    Rs256(String, String),
}

/// A key that was just made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub credential: String,
    pub key: PublicKey,
    pub counter: i64,
}

#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    deed: String,
    challenge: String,
    origin: String,
}

/// What of an authenticator's data is read.
struct AuthData<'a> {
    flags: u8,
    counter: i64,
    rest: &'a [u8],
}

const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const WITH_KEY: u8 = 64;

pub fn decode(text: &str) -> Result<Vec<u8>, Flaw> {
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).map_err(|_| Flaw::Unreadable)
}

pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Section 7.1 and 7.2, the steps on client data.
fn check_client(json: &[u8], deed: &str, challenge: &str, party: &Party) -> Result<(), Flaw> {
    let client: ClientData = serde_json::from_slice(json).map_err(|_| Flaw::Unreadable)?;
    let same =
        client.deed == deed && client.challenge == challenge && client.origin == party.origin;
    same.then_some(()).ok_or(Flaw::OtherCeremony)
}

/// The steps on authenticator data: our host, somebody there, finger, face or number asked for.
fn read_data<'a>(data: &'a [u8], party: &Party) -> Result<AuthData<'a>, Flaw> {
    let (host, rest) = data.split_at_checked(32).ok_or(Flaw::Unreadable)?;
    let (head, rest) = rest.split_at_checked(5).ok_or(Flaw::Unreadable)?;
    if host != Sha256::digest(party.host.as_bytes()).as_slice() {
        return Err(Flaw::OtherCeremony);
    }
    let flags = head[0];
    if flags & PRESENT == 0 || flags & VERIFIED == 0 {
        return Err(Flaw::NobodyThere);
    }
    let counter = i64::from(u32::from_be_bytes([head[1], head[2], head[3], head[4]]));
    Ok(AuthData { flags, counter, rest })
}

/// Reads what came of making a key.
pub fn made((client, data): (&str, &str), challenge: &str, party: &Party) -> Result<Made, Flaw> {
    let (client, data) = (decode(client)?, decode(data)?);
    check_client(&client, "webauthn.create", challenge, party)?;
    let data = read_data(&data, party)?;
    if data.flags & WITH_KEY == 0 {
        return Err(Flaw::Unreadable);
    }
    let (_, rest) = data.rest.split_at_checked(16).ok_or(Flaw::Unreadable)?;
    let (length, rest) = rest.split_at_checked(2).ok_or(Flaw::Unreadable)?;
    let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
    let (credential, key) = rest.split_at_checked(length).ok_or(Flaw::Unreadable)?;
    if credential.is_empty() || credential.len() > 1023 {
        return Err(Flaw::Unreadable);
    }
    Ok(Made { credential: encode(credential), key: read_key(key)?, counter: data.counter })
}

/// A COSE key. Canonical CBOR writes each kind in one way only, so that it is read by its fixed pieces.
fn read_key(cose: &[u8]) -> Result<PublicKey, Flaw> {
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    if let Some(rest) = cose.strip_prefix(&[0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32])
        && let Some((x, rest)) = rest.split_at_checked(32)
        && let Some(rest) = rest.strip_prefix(&[0x22, 0x58, 32])
        && let Some((y, _)) = rest.split_at_checked(32)
    {
        return Ok(PublicKey::Es256(encode(&[&[4], x, y].concat())));
    }
    // {1: 3, 3: -257, -1: n, -2: e}
    if let Some(rest) = cose.strip_prefix(&[0xA4, 1, 3, 3, 0x39, 1, 0, 0x20, 0x59, 1, 0])
        && let Some((n, rest)) = rest.split_at_checked(256)
        && let Some(rest) = rest.strip_prefix(&[0x21, 0x43])
        && let Some((e, _)) = rest.split_at_checked(3)
    {
        return Ok(PublicKey::Rs256(encode(n), encode(e)));
    }
    Err(Flaw::KeyKind)
}

/// What came of using a key, as the browser sends it.
#[derive(Debug, Clone, Default)]
pub struct Used {
    pub credential: String,
    pub client: String,
    pub data: String,
    pub signature: String,
}

/// Checks that the key's holder signed this challenge; the counter to store.
pub fn check_use(
    used: &Used,
    (key, counter): (&PublicKey, i64),
    challenge: &str,
    party: &Party,
) -> Result<i64, Flaw> {
    let (client, data) = (decode(&used.client)?, decode(&used.data)?);
    check_client(&client, "webauthn.get", challenge, party)?;
    let read = read_data(&data, party)?;
    let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
    check_signature(key, &signed, &decode(&used.signature)?)?;
    // Authenticators that do not count say 0 for ever.
    let counts = read.counter != 0 || counter != 0;
    if counts && read.counter <= counter {
        return Err(Flaw::Counter);
    }
    Ok(read.counter)
}

fn check_signature(key: &PublicKey, signed: &[u8], signature: &[u8]) -> Result<(), Flaw> {
    let outcome = match key {
        PublicKey::Es256(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, decode(point)?)
            .verify(signed, signature),
        PublicKey::Rs256(n, e) => RsaPublicKeyComponents { n: decode(n)?, e: decode(e)? }.verify(
            &RSA_PKCS1_2048_8192_SHA256,
            signed,
            signature,
        ),
    };
    outcome.map_err(|_| Flaw::Signature)
}

/// The number by which an authenticator knows an account: no name, no address.
pub fn handle(person: PersonId) -> String {
    encode(&person.0.to_be_bytes())
}

#[cfg(test)]
pub mod made_up {
    //! An authenticator in memory.
    use super::*;
    use ring::{
        rand::SystemRandom,
        signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
    };

    pub struct Authenticator {
        keys: EcdsaKeyPair,
        pub party: Party,
        pub counter: u32,
        pub flags: u8,
    }

    impl Authenticator {
        pub fn new(party: Party) -> Authenticator {
            let random = SystemRandom::new();
            let pkcs8 =
                EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
            let keys =
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random);
            Authenticator { keys: keys.unwrap(), party, counter: 0, flags: PRESENT | VERIFIED }
        }

        fn client(&self, deed: &str, challenge: &str) -> Vec<u8> {
            let origin = &self.party.origin;
            format!("{{\"type\":\"{deed}\",\"challenge\":\"{challenge}\",\"origin\":\"{origin}\",\"crossOrigin\":false}}").into_bytes()
        }

        fn data(&self, flags: u8) -> Vec<u8> {
            let host = Sha256::digest(self.party.host.as_bytes());
            [host.as_slice(), &[flags], &self.counter.to_be_bytes()].concat()
        }

        /// Client data and authenticator data of a new key.
        pub fn make(&self, challenge: &str) -> (String, String) {
            let point = self.keys.public_key().as_ref();
            let mut data = self.data(self.flags | WITH_KEY);
            data.extend([0; 16]);
            data.extend([0, 4, 1, 2, 3, 4]);
            data.extend([0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
            data.extend(&point[1..33]);
            data.extend([0x22, 0x58, 32]);
            data.extend(&point[33..]);
            (encode(&self.client("webauthn.create", challenge)), encode(&data))
        }

        pub fn sign(&mut self, challenge: &str) -> Used {
            self.counter += 1;
            let (client, data) = (self.client("webauthn.get", challenge), self.data(self.flags));
            let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
            let signature = self.keys.sign(&SystemRandom::new(), &signed).unwrap();
            Used {
                credential: encode(&[1, 2, 3, 4]),
                client: encode(&client),
                data: encode(&data),
                signature: encode(signature.as_ref()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{made_up::Authenticator, *};

    fn party() -> Party {
        Party::of("https://suara.example").unwrap()
    }

    #[test]
    fn a_key_that_was_made_signs_its_own_challenge_and_no_other() {
        let mut phone = Authenticator::new(party());
        let (client, data) = phone.make("c1");
        let key = made((&client, &data), "c1", &party()).unwrap();
        assert_eq!(key.credential, "AQIDBA");
        let used = phone.sign("c2");
        assert_eq!(check_use(&used, (&key.key, 0), "c2", &party()), Ok(1));
        assert_eq!(check_use(&used, (&key.key, 0), "c3", &party()), Err(Flaw::OtherCeremony));
        assert_eq!(check_use(&used, (&key.key, 1), "c2", &party()), Err(Flaw::Counter), "a copy");
        let other = Authenticator::new(party()).make("c1");
        let other = made((&other.0, &other.1), "c1", &party()).unwrap();
        assert_eq!(check_use(&used, (&other.key, 0), "c2", &party()), Err(Flaw::Signature));
    }

    #[test]
    fn another_house_another_deed_and_an_absent_person_are_refused() {
        let evil = Party::of("https://suara.example.jahat.example").unwrap();
        let (client, data) = Authenticator::new(evil).make("c1");
        assert_eq!(made((&client, &data), "c1", &party()).unwrap_err(), Flaw::OtherCeremony);
        let mut phone = Authenticator::new(party());
        let (client, data) = phone.make("c1");
        let key = made((&client, &data), "c1", &party()).unwrap().key;
        let as_use = Used { client, data, ..Used::default() };
        assert_eq!(check_use(&as_use, (&key, 0), "c1", &party()), Err(Flaw::OtherCeremony));
        phone.flags = PRESENT;
        assert_eq!(check_use(&phone.sign("c2"), (&key, 0), "c2", &party()), Err(Flaw::NobodyThere));
        let (client, data) = phone.make("c1");
        assert_eq!(made((&client, &data), "c1", &party()).unwrap_err(), Flaw::NobodyThere);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(client in ".{0,80}", data in "[A-Za-z0-9_-]{0,200}") {
            proptest::prop_assert!(made((&client, &data), "c", &party()).is_err());
        }
    }
}
