//! The server of a preview: on this machine's own address alone. The only user of the HTTP library.

use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Response};

use super::Reading;
use super::page::{shown, without_page};
use super::request::{Request, Wanted, decide};
use super::session::{Session, Shown};
use super::watch::Watch;

/// As long as a browser waits for word of change before it asks again.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
/// How often the server looks whether it is to end.
const TICK: Duration = Duration::from_millis(100);

/// Why a preview can't begin.
#[derive(Debug)]
pub enum Fault {
    /// The port can't be had: somebody else uses it.
    Port(String),
    /// The project can't be watched.
    Watch(String),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Port(why) => write!(f, "the preview can't be served: {why}"),
            Self::Watch(why) => write!(f, "the project can't be watched for changes: {why}"),
        }
    }
}

impl std::error::Error for Fault {}

/// A server that stands ready.
pub struct Server {
    http: tiny_http::Server,
    port: u16,
    watch: Watch,
}

impl Server {
    /// Takes a port (0 for any that is free) of this machine's own address and watches `folder`, apart from what
    /// is below `ignored`.
    ///
    /// # Errors
    /// The port is taken, or the folder can't be watched.
    pub fn begin(port: u16, folder: &Path, ignored: &Path) -> Result<Self, Fault> {
        let watch = Watch::begin(folder, ignored).map_err(|error| Fault::Watch(error.to_string()))?;
        let http = tiny_http::Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .map_err(|error| Fault::Port(error.to_string()))?;
        let port = http.server_addr().to_ip().map_or(port, |address| address.port());
        Ok(Self { http, port, watch })
    }

    /// Where the report is to be seen.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves what `read` gives, now and after each change, until `stop` is set. `ready` is called once the first
    /// reading can be seen.
    pub fn run(self, read: impl Fn() -> Reading + Send, ready: impl FnOnce(), stop: &AtomicBool) {
        let Self { http, port, watch } = self;
        let session = Arc::new(Session::default());
        session.take(read());
        ready();
        thread::scope(|scope| {
            let builder = Arc::clone(&session);
            scope.spawn(move || {
                while watch.next(stop) {
                    builder.take(read());
                }
            });
            while !stop.load(Ordering::Relaxed) {
                if let Ok(Some(request)) = http.recv_timeout(TICK) {
                    let session = Arc::clone(&session);
                    // One that waits for change must not keep others waiting.
                    thread::spawn(move || answer(request, &session, port));
                }
            }
        });
    }
}

type Answer = Response<Cursor<Vec<u8>>>;

fn answer(request: tiny_http::Request, session: &Session, port: u16) {
    let said = |name: &'static str| {
        let header = request.headers().iter().find(|header| header.field.equiv(name));
        header.map(|header| header.value.as_str())
    };
    let wanted = decide(
        Request {
            method: request.method().as_str(),
            path: request.url(),
            host: said("Host"),
            origin: said("Origin"),
            site: said("Sec-Fetch-Site"),
            mode: said("Sec-Fetch-Mode"),
        },
        port,
    );
    let answer = match wanted {
        Wanted::Start => start(&session.now()),
        Wanted::Page(name) => page(&name, &session.now()),
        Wanted::NewerThan(known) => plain(200, &session.version_after(known, LONGEST_WAIT).to_string()),
        Wanted::Refused => plain(403, "This preview answers only its own pages."),
        Wanted::NotAllowed => plain(405, "A preview can only be read."),
    };
    // A browser that has gone needs no answer.
    let _ = request.respond(guarded(answer));
}

/// The first page, by its own address, so that the place on it is kept under that.
fn start(state: &Shown) -> Answer {
    match state.first() {
        Some(name) => with(plain(302, ""), "Location", &format!("/{name}")),
        None => html(200, &without_page(state)),
    }
}

fn page(name: &str, state: &Shown) -> Answer {
    let is_html = name.ends_with(".html");
    match state.page(name) {
        Some(page) if is_html => html(200, &shown(&page.content, state)),
        Some(page) if name.ends_with(".svg") => {
            with(plain(200, &page.content), "Content-Type", "image/svg+xml; charset=utf-8")
        }
        Some(page) => plain(200, &page.content),
        None if is_html => html(404, &without_page(state)),
        None => plain(404, "There is no such page."),
    }
}

fn plain(status: u16, words: &str) -> Answer {
    with(
        Response::from_data(words.as_bytes()).with_status_code(status),
        "Content-Type",
        "text/plain; charset=utf-8",
    )
}

fn html(status: u16, page: &str) -> Answer {
    with(plain(status, page), "Content-Type", "text/html; charset=utf-8")
}

/// Kept by nobody, shown in no other site's page, and taken for nothing but what it is.
fn guarded(answer: Answer) -> Answer {
    let headers = [
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "frame-ancestors 'none'"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    headers.into_iter().fold(answer, |answer, (name, value)| with(answer, name, value))
}

fn with(answer: Answer, name: &str, value: &str) -> Answer {
    match Header::from_bytes(name, value) {
        Ok(header) => answer.with_header(header),
        Err(()) => answer,
    }
}
