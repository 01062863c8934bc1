//! A file in pieces, for the script of forms: where to go on, and the next piece. The form's mark is as good as a secret
//! and stands in a header: addresses are written down by those in between.
use crate::actions::{Arrival, Piece, arrived_so_far, take_piece};
use axum::{
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use base::{
    limits::Limited,
    refusal::{Outcome, Refusal},
    web::{Answer, Visit},
};

/// GET /unggah: how many bytes are on disk.
pub(crate) async fn arrived(visit: Visit, headers: HeaderMap) -> Answer {
    visit.limit(Limited::Look)?;
    let (mark, once) = (word(&headers, "suara-mark")?, word(&headers, "suara-file")?);
    let arrival = arrived_so_far(&visit.app, &mark, &once).await?;
    Ok(answer(&visit, &arrival))
}

/// POST /unggah: one piece.
pub(crate) async fn take(visit: Visit, headers: HeaderMap, bytes: Bytes) -> Answer {
    let piece = Piece {
        mark: word(&headers, "suara-mark")?,
        once: word(&headers, "suara-file")?,
        size: number(&headers, "suara-size")?,
        from: number(&headers, "suara-from")?,
        bytes: bytes.to_vec(),
    };
    if piece.from == 0 {
        visit.limit(Limited::Upload)?;
    }
    let arrival = take_piece(&visit.app, visit.visitor.id(), piece).await?;
    Ok(answer(&visit, &arrival))
}

fn word(headers: &HeaderMap, name: &str) -> Outcome<String> {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    let value = value.ok_or(Refusal::Malformed("refusal-broken-form"))?;
    Ok(value.to_owned())
}

fn number(headers: &HeaderMap, name: &str) -> Outcome<u64> {
    let number = word(headers, name)?.parse().ok();
    Ok(number.ok_or(Refusal::Malformed("refusal-broken-form"))?)
}

/// `{"arrived": 65536}`, `{"attachment": "1h2j…"}`, or the sentence that says why not.
fn answer(visit: &Visit, arrival: &Arrival) -> axum::response::Response {
    let (status, body) = match arrival {
        Arrival::Bytes(bytes) => (StatusCode::OK, format!("{{\"arrived\":{bytes}}}")),
        Arrival::Whole(id) => (StatusCode::OK, format!("{{\"attachment\":\"{id}\"}}")),
        Arrival::Refused(fault) => {
            let sentence = serde_json::Value::from(visit.words().t(fault.key()));
            (StatusCode::UNPROCESSABLE_ENTITY, format!("{{\"refused\":{sentence}}}"))
        }
    };
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, body).into_response()
}
