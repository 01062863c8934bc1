//! `suara serve`: the site and the worker beside it, until told to stop.
use super::lock::Serving;
use crate::{assemble, demo};
use anyhow::{Context, Result};
use base::{app::App, config::Config, jobs::Worker, languages::Lang, web};
use clap::Args;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
};

/// Serve the site.
#[derive(Args)]
pub struct Serve {
    /// Fill an empty house with a small demonstration newsroom.
    #[arg(long)]
    demo: bool,
}

impl Serve {
    pub async fn run(self, mut config: Config) -> Result<()> {
        if self.demo {
            demo::dress(&mut config);
        }
        let listener = TcpListener::bind(config.listen).await.with_context(|| {
            format!("cannot listen on {}; is another program using it?", config.listen)
        })?;
        assemble::make_folder(&config.data)?;
        // Several servers may share a PostgreSQL: that is what it is for.
        let _serving = match config.database {
            None => Some(Serving::hold(&config.data)?),
            Some(_) => None,
        };
        let app = assemble::open(config).await?;
        if self.demo {
            demo::load(&app).await?;
        }
        if let Some(before) = assemble::note_name(&app).await? {
            println!("This house was called {before} so far; its name is now {}.", app.config.name);
        }
        let address = listener.local_addr()?;
        greet(&app, address).await?;
        if self.demo {
            println!(
                "Everyone in the cast (sari@suara.example …) has the password \"{}\": keep a demonstration off the internet.",
                demo::PASSWORD
            );
        }
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(async move {
            wait_for_signal().await;
            tracing::info!("stopping: no new visitors, finishing what is at hand");
            let _ = stop.send(true);
        });
        let worker = tokio::spawn(Worker::new(app.clone(), stopped.clone()).run());
        web::serve(listener, web::site(&app), stopped).await?;
        worker.await.context("the worker ended badly")?;
        Ok(())
    }
}

/// What the operator needs to know now, on standard output.
async fn greet(app: &App, listening: std::net::SocketAddr) -> Result<()> {
    println!("{} — {}", app.config.name, app.config.address);
    println!("Listening on http://{listening}");
    if let Some(path) = people::first_administrator_path(app).await? {
        println!(
            "Create the first administrator here, once: {}",
            app.link(Lang::INDONESIAN, &path)
        );
    }
    println!("Stop with Ctrl-C.");
    Ok(())
}

async fn wait_for_signal() {
    let mut terminate = signal(SignalKind::terminate()).ok();
    let term = async {
        match &mut terminate {
            Some(signal) => {
                signal.recv().await;
            }
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = term => {}
    }
}
