//! Which requests are answered: only those of this machine's own browser, for the preview's own pages. A page of
//! another site that asks for them, by address or by a name that it has pointed here, is refused.

/// What the parts of a request say that decide it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Request<'r> {
    pub(super) method: &'r str,
    pub(super) path: &'r str,
    pub(super) host: Option<&'r str>,
    pub(super) origin: Option<&'r str>,
    /// What the browser says of the page that asks (`Sec-Fetch-Site`), and of what for (`Sec-Fetch-Mode`).
    pub(super) site: Option<&'r str>,
    pub(super) mode: Option<&'r str>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The report, wherever it begins.
    Start,
    /// A page or picture by its name.
    Page(String),
    /// Word that something newer than this version is shown.
    NewerThan(u64),
    /// Nothing: it is not for this asker.
    Refused,
    /// Nothing: only reading is possible.
    NotAllowed,
}

/// Where a browser waits for word of change. No page is called so.
pub(super) const WAIT: &str = "/preview/newer-than/";

/// Decides a request to the preview on `port`.
pub(super) fn decide(request: Request<'_>, port: u16) -> Wanted {
    let names = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let own_host = request.host.is_some_and(|host| names.iter().any(|name| *name == host));
    let own_origin = request.origin.is_none_or(|origin| {
        origin.strip_prefix("http://").is_some_and(|host| names.iter().any(|name| name == host))
    });
    // A link may lead here; a page elsewhere may not take anything from here.
    let taken = request.site.is_some_and(|site| !matches!(site, "same-origin" | "none"));
    let followed = request.mode == Some("navigate");
    if !own_host || !own_origin || (taken && !followed) {
        return Wanted::Refused;
    }
    if !matches!(request.method, "GET" | "HEAD") {
        return Wanted::NotAllowed;
    }
    let path = request.path.split(['?', '#']).next().unwrap_or_default();
    match path.strip_prefix(WAIT).map(str::parse) {
        Some(Ok(version)) => Wanted::NewerThan(version),
        _ if path == "/" => Wanted::Start,
        _ => Wanted::Page(path.trim_start_matches('/').to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Request, Wanted, decide};

    const OWN: Request<'_> = Request {
        method: "GET",
        path: "/a.html",
        host: Some("127.0.0.1:4000"),
        origin: None,
        site: None,
        mode: None,
    };

    #[test]
    fn own_pages_are_given() {
        let page = Wanted::Page("a.html".to_owned());
        for request in [
            OWN,
            Request { host: Some("localhost:4000"), ..OWN },
            Request { origin: Some("http://127.0.0.1:4000"), ..OWN },
            Request { site: Some("same-origin"), ..OWN },
            Request { site: Some("none"), mode: Some("navigate"), ..OWN },
            Request { site: Some("cross-site"), mode: Some("navigate"), ..OWN },
            Request { path: "/a.html?x=1", ..OWN },
        ] {
            assert_eq!(decide(request, 4000), page, "{request:?}");
        }
        assert_eq!(decide(Request { path: "/", ..OWN }, 4000), Wanted::Start);
        assert_eq!(decide(Request { path: "/preview/newer-than/7", ..OWN }, 4000), Wanted::NewerThan(7));
        assert_eq!(decide(Request { method: "POST", ..OWN }, 4000), Wanted::NotAllowed);
    }

    #[test]
    fn other_sites_are_refused() {
        for request in [
            Request { host: None, ..OWN },
            Request { host: Some("127.0.0.1"), ..OWN },
            Request { host: Some("127.0.0.1:4001"), ..OWN },
            Request { host: Some("rebound.example:4000"), ..OWN },
            Request { host: Some("127.0.0.1:4000.example"), ..OWN },
            Request { origin: Some("https://example.org"), ..OWN },
            Request { origin: Some("null"), ..OWN },
            Request { origin: Some("http://127.0.0.1:4001"), ..OWN },
            Request { origin: Some("http://127.0.0.1:4000.example"), ..OWN },
            Request { site: Some("cross-site"), mode: Some("no-cors"), ..OWN },
            Request { site: Some("same-site"), mode: Some("cors"), ..OWN },
        ] {
            assert_eq!(decide(request, 4000), Wanted::Refused, "{request:?}");
        }
    }
}
