//! Listens, serves, and ends in order: no new connections, the requests at hand finished, then out.
use super::{Site, visit::PeerAddress};
use anyhow::{Context, Result};
use axum::extract::Request;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use std::{net::SocketAddr, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
};
use tower::ServiceExt;

/// Requests at hand get this long to finish after the signal to stop.
const DRAIN: Duration = Duration::from_secs(20);
/// A client that sends its headers slower than this, or nothing at all, is let go.
const HEADERS_WITHIN: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 15 });
/// Open connections at most; more wait in the kernel's queue.
const CONNECTIONS_MAX: usize = 4096;

/// Serves `site` on `listener` until `stop` becomes true.
pub async fn serve(
    listener: TcpListener,
    site: Site,
    mut stop: watch::Receiver<bool>,
) -> Result<()> {
    // HTTP/1 only: telling the version first would wait for ever for a client that says nothing, and browsers speak
    // HTTP/2 over https only, which a proxy in front ends.
    let mut builder = auto::Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN);
    let graceful = GracefulShutdown::new();
    let places = std::sync::Arc::new(Semaphore::new(CONNECTIONS_MAX));
    loop {
        let place = places.clone().acquire_owned().await.context("the server is closed")?;
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.changed() => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file handles, most likely: wait for some to come free.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let connection = connection(&builder, stream, peer, &site);
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            // What goes wrong on a connection is the client's affair (it left, it spoke nonsense).
            let _ = watched.await;
            drop(place);
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => tracing::info!("all requests are answered"),
        () = tokio::time::sleep(DRAIN) => tracing::warn!("some requests were cut off"),
    }
    Ok(())
}

fn connection(
    builder: &auto::Builder<TokioExecutor>,
    stream: TcpStream,
    peer: SocketAddr,
    site: &Site,
) -> auto::Connection<
    'static,
    TokioIo<TcpStream>,
    TowerToHyperService<
        impl tower::Service<
            http::Request<hyper::body::Incoming>,
            Response = axum::response::Response,
            Error = std::convert::Infallible,
            Future: Send,
        > + Clone
        + Send
        + 'static,
    >,
    TokioExecutor,
> {
    let _ = stream.set_nodelay(true);
    let service = site.clone().map_request(move |request: http::Request<hyper::body::Incoming>| {
        let mut request: Request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(PeerAddress(peer.ip()));
        request
    });
    builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    /// How long a server keeps a client that begins with `first` and then says nothing more.
    async fn kept_for(first: &[u8]) -> Duration {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let site = Site::new(Router::new().into_service());
        let (_stop, stopped) = watch::channel(false);
        tokio::spawn(serve(listener, site, stopped));
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(first).await.unwrap();
        let began = std::time::Instant::now();
        let mut answer = vec![];
        let _ =
            tokio::time::timeout(Duration::from_secs(10), client.read_to_end(&mut answer)).await;
        began.elapsed()
    }

    #[tokio::test]
    async fn a_client_that_says_nothing_does_not_keep_its_place() {
        let (silent, half) = tokio::join!(kept_for(b""), kept_for(b"GET / HTTP/1.1\r\n"));
        for kept in [silent, half] {
            assert!(kept < HEADERS_WITHIN + Duration::from_secs(5), "{kept:?}");
        }
    }
}
