//! As much of HTTP/1.1 as it takes to ask a server on loopback, one connection kept open.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

pub struct Client {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
}

pub struct Answer {
    pub status: u16,
    /// Status line and headers with their ends of line, as they came.
    pub head: String,
    /// As it came: compressed, if that was asked for.
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// Everything that crossed the line.
    pub fn bytes(&self) -> usize {
        self.head.len() + self.body.len()
    }

    /// The value of the first hidden field of this name.
    pub fn hidden(&self, name: &str) -> Option<String> {
        let text = String::from_utf8_lossy(&self.body);
        let rest = text.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
        rest.split('"').next().map(str::to_owned)
    }

    /// Where the first link that begins so leads to.
    pub fn link(&self, beginning: &str) -> Option<String> {
        self.links(beginning).into_iter().next()
    }

    /// Where all links that begin so lead to, as they stand.
    pub fn links(&self, beginning: &str) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.body);
        let marker = format!("href=\"{beginning}");
        text.split(&marker)
            .skip(1)
            .filter_map(|rest| Some(format!("{beginning}{}", rest.split('"').next()?)))
            .collect()
    }
}

impl Client {
    pub fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream: BufReader::new(stream), address })
    }

    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask("GET", path, "", "")
    }

    pub fn get_compressed(&mut self, path: &str) -> Result<Answer> {
        self.ask("GET", path, "Accept-Encoding: gzip\r\n", "")
    }

    /// Sends a form, written as browsers encode it.
    pub fn post(&mut self, path: &str, cookie: &str, form: &str) -> Result<Answer> {
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        let cookie =
            if cookie.is_empty() { String::new() } else { format!("Cookie: {cookie}\r\n") };
        self.ask("POST", path, &format!("{kind}{cookie}"), form)
    }

    fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Result<Answer> {
        let address = self.address;
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        read_answer(&mut self.stream)
    }
}

fn read_answer(from: &mut impl BufRead) -> Result<Answer> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if from.read_line(&mut head)? == 0 {
            bail!("the server closed the connection");
        }
    }
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let mut answer = Answer { status: status.context("no status")?, head, body: Vec::new() };
    if answer.header("transfer-encoding") == Some("chunked") {
        while read_chunk(from, &mut answer.body)? {}
    } else if let Some(length) = answer.header("content-length") {
        let length = length.parse().context("an odd content-length")?;
        from.take(length).read_to_end(&mut answer.body)?;
    }
    Ok(answer)
}

/// False after the last one.
fn read_chunk(from: &mut impl BufRead, body: &mut Vec<u8>) -> Result<bool> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    let length = u64::from_str_radix(line.trim(), 16).context("an odd chunk")?;
    from.take(length).read_to_end(body)?;
    from.read_line(&mut String::new())?;
    Ok(length > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_body_of_known_length_and_leaves_the_rest() {
        let mut wire = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nisi HTTP".as_bytes();
        let answer = read_answer(&mut wire).unwrap();
        assert_eq!((answer.status, answer.body.as_slice()), (200, b"isi ".as_slice()));
        assert_eq!(wire, b"HTTP");
        assert_eq!(answer.bytes(), 42);
    }

    #[test]
    fn reads_chunks() {
        let mut wire =
            "HTTP/1.1 303 See Other\r\ntransfer-encoding: chunked\r\n\r\n3\r\nisi\r\n0\r\n\r\n"
                .as_bytes();
        let answer = read_answer(&mut wire).unwrap();
        assert_eq!((answer.status, answer.body.as_slice()), (303, b"isi".as_slice()));
    }

    #[test]
    fn finds_a_link() {
        let body = b"<a href=\"/rubrik/x\">x</a><a href=\"/tulisan/7/jalan\">".to_vec();
        let answer = Answer { status: 200, head: String::new(), body };
        assert_eq!(answer.link("/tulisan/").as_deref(), Some("/tulisan/7/jalan"));
    }
}
