//! The program under test as its own process, a client of plain HTTP, and a house with people who are signed in.
use base::{
    config::Choices,
    db::{Db, Reads},
    ids::StoryId,
    sql,
    subject::Subject,
    values,
};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// An answer that takes longer than this is a hang.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where the program keeps what it is told.
#[derive(Clone)]
pub struct House {
    pub data: PathBuf,
    pub database: Option<String>,
    /// Session cookies, one person each.
    pub people: Vec<String>,
    pub subjects: Vec<Subject>,
}

impl House {
    /// The demonstration newsroom and some members of it, before the program starts.
    pub async fn open(data: &Path, database: Option<String>, people: usize) -> House {
        let choices = Choices {
            data: Some(data.to_owned()),
            database: database.clone(),
            ..Choices::default()
        };
        let app = suara::assemble::open(choices.settle().unwrap()).await.unwrap();
        suara::demo::load(&app).await.unwrap();
        let mut tokens = vec![];
        for number in 0..people {
            let mut tx = app.db.begin().await.unwrap();
            let new = people::NewPerson {
                name: format!("Warga {number}"),
                pen_name: None,
                about: None,
                email: Some(format!("warga{number}@suara.example")),
                minor: false,
                area: None,
                joined_at: app.now(),
            };
            let id = people::add_person(&app, &mut tx, new, None).await.unwrap();
            people::add_consent(&app, &mut tx, id).await.unwrap();
            tokens.push(people::open_session(&app, &mut tx, id, "").await.unwrap());
            tx.commit().await.unwrap();
        }
        let stories = sql!("SELECT id FROM stories WHERE shown ORDER BY id LIMIT 6");
        let stories: Vec<(StoryId,)> = app.db.all(stories, values![]).await.unwrap();
        let subjects = stories.into_iter().map(|(id,)| id.into()).collect();
        House { data: data.to_owned(), database, people: tokens, subjects }
    }

    /// The database beside the running program.
    pub async fn db(&self) -> Db {
        match &self.database {
            Some(url) => Db::postgres(url, 2).await.unwrap(),
            None => Db::sqlite(&self.data.join("suara.sqlite")).unwrap(),
        }
    }

    fn command(&self, around: &[&str]) -> Command {
        let program = env!("CARGO_BIN_EXE_suara");
        let mut command = match around.split_first() {
            Some((first, rest)) => {
                let mut command = Command::new(first);
                command.args(rest).arg(program);
                command
            }
            None => Command::new(program),
        };
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(&self.data);
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        command.env("SUARA_LIMITS_OFF", "true").env("RUST_LOG", "off");
        command
    }

    /// Starts the program; it fails the test when it does not come.
    pub fn serve(&self) -> Server {
        self.serve_under(&[])
    }

    /// The same under another program: `strace …`.
    pub fn serve_under(&self, around: &[&str]) -> Server {
        let mut child = self
            .command(around)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.by_ref().map_while(Result::ok).find_map(|line| {
            line.strip_prefix("Listening on http://").and_then(|rest| rest.parse().ok())
        });
        let Some(address) = address else {
            let _ = child.kill();
            panic!("the program did not come: {:?}", child.wait());
        };
        // Nobody reads what else it prints; the pipe must not fill.
        std::thread::spawn(move || lines.for_each(drop));
        Server { child, address }
    }
}

/// A running program; killed when dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    /// SIGKILL, at once.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// The kernel's number of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it has ended by itself.
    pub fn wait(mut self) {
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub location: String,
    pub body: String,
}

/// One connection that is kept alive.
pub struct Client {
    stream: BufReader<TcpStream>,
}

impl Client {
    pub fn to(address: SocketAddr) -> std::io::Result<Client> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(Client { stream: BufReader::new(stream) })
    }

    /// Sends a form. An error means that no answer came: nothing was promised.
    pub fn post(
        &mut self,
        path: &str,
        session: Option<&str>,
        form: &[(&str, &str)],
    ) -> std::io::Result<Reply> {
        let fields = form.iter().map(|(name, value)| format!("{name}={value}"));
        let body = fields.collect::<Vec<_>>().join("&");
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        self.send("POST", path, (session, kind), body.as_bytes())
    }

    /// Sends any request; `headers` are whole lines.
    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        (session, headers): (Option<&str>, &str),
        body: &[u8],
    ) -> std::io::Result<Reply> {
        let cookie = session.map_or(String::new(), |token| format!("Cookie: sesi={token}\r\n"));
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: suara\r\n{cookie}Content-Length: {}\r\n{headers}\
             Sec-Fetch-Site: same-origin\r\n\r\n",
            body.len()
        );
        self.stream.get_mut().write_all(head.as_bytes())?;
        self.stream.get_mut().write_all(body)?;
        self.reply()
    }

    fn reply(&mut self) -> std::io::Result<Reply> {
        let ended = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(ended)?;
        let (mut location, mut length) = (String::new(), 0);
        loop {
            line.clear();
            if self.stream.read_line(&mut line)? == 0 {
                return Err(ended());
            }
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            match name.to_ascii_lowercase().as_str() {
                "location" => location = value.to_owned(),
                "content-length" => length = value.parse().map_err(|_| ended())?,
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Reply { status, location, body: String::from_utf8_lossy(&body).into_owned() })
    }
}
