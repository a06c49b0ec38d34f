"""Registers of works on loopback: Crossref, DataCite, doi.org and the Wayback Machine.

They speak the protocols as documented, for works that are made up. A work may be in trouble, so
that its register answers as registers do on a bad day:

- “unresolved” doi.org answers with a page, “busy” 429 with limits, “down” 503, “html” a page in
  the place of JSON, “torn” JSON that ends early, “types” JSON with every value of a wrong type,
  “empty” an object with nothing in it
"""

import json
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from contentlint.web.policy import Endpoints

CSL = "application/vnd.citationstyles.csl+json"


@dataclass(frozen=True)
class Holding:
    """A work in one register: Crossref's ``message``, DataCite's ``attributes``, or CSL-JSON."""

    doi: str
    record: Mapping[str, Any]
    agency: str = "Crossref"
    trouble: str = ""


def crossref(
    doi: str, title: str, authors: Iterable[str] = (), year: int = 0, **more: Any
) -> Holding:
    """Return a work as Crossref has it; authors are written “Given Family”."""
    people = [dict(zip(("given", "family"), name.rsplit(" ", 1), strict=False)) for name in authors]
    people = [one if "family" in one else {"name": one["given"]} for one in people]
    record: dict[str, Any] = {
        "DOI": doi,
        "title": [title],
        "author": people,
        "type": "journal-article",
    }
    if year:
        record["issued"] = {"date-parts": [[year, 5, 4]]}
        record["published-print"] = {"date-parts": [[year, 5]]}
    venue = more.pop("venue", "")
    return Holding(doi, record | ({"container-title": [venue]} if venue else {}) | more)


def datacite(
    doi: str, title: str, authors: Iterable[str] = (), year: int = 0, **more: Any
) -> Holding:
    """Return a work as DataCite has it."""
    people = [
        {"name": ", ".join(reversed(name.rsplit(" ", 1))), "nameType": "Personal"}
        for name in authors
    ]
    record: dict[str, Any] = {
        "doi": doi.lower(),
        "titles": [{"title": title}],
        "creators": people,
        "publicationYear": year or None,
        "types": {"resourceTypeGeneral": "Preprint"},
    }
    return Holding(doi, record | more, "DataCite")


@dataclass
class Registers:
    """The registers, what they hold, and what they were asked.

    ``snapshots`` are the times of copies, as the archive writes them, by address; “down” among
    them is the archive on a bad day. ``limits`` are headers of each answer of Crossref. ``landing``
    is what the page of a work says; without it, doi.org leads to a publisher that is not there.
    """

    works: Iterable[Holding] = ()
    snapshots: Mapping[str, Iterable[str]] = field(default_factory=dict)
    limits: Mapping[str, str] = field(
        default_factory=lambda: {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"}
    )
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    landing: str = ""

    def held(self, doi: str) -> Holding | None:
        """Return what is held under a DOI, in any case."""
        return next((one for one in self.works if one.doi.lower() == doi.lower()), None)

    @contextmanager
    def serve(self) -> Iterator[Endpoints]:
        """Run until the block ends; give the addresses of the four."""
        self.works = tuple(self.works)
        server = _Server(self)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        base = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield Endpoints(
                crossref=f"{base}/crossref",
                datacite=f"{base}/datacite",
                doi=f"{base}/doi",
                wayback=f"{base}/archive",
            )
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, registers: Registers) -> None:
        self.registers = registers
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet, or each answer waits for an acknowledgement
    server: _Server

    def do_GET(self) -> None:
        registers = self.server.registers
        registers.asked.append(self.path)
        registers.agents.add(self.headers.get("user-agent", ""))
        where = urlsplit(self.path)
        _, who, rest = where.path.split("/", 2)
        if who == "landing":
            self.send(200, self.server.registers.landing.encode(), "text/html; charset=utf-8")
        elif who == "archive":
            self.archive(parse_qs(where.query))
        else:
            answers = {"crossref": self.crossref, "datacite": self.datacite, "doi": self.doi}
            answers[who](unquote(rest))

    def crossref(self, rest: str) -> None:
        limits = self.server.registers.limits
        doi = rest.removeprefix("v1/").removeprefix("works/").removesuffix("/transform")
        holding = self.held(doi, "Crossref")
        if holding is None:
            self.send(404, b"Resource not found.", "text/plain", limits)
        elif rest.endswith("/transform"):
            self.give(holding, holding.record)
        else:
            whole = {"status": "ok", "message-type": "work", "message-version": "1.0.0"}
            self.give(holding, {**whole, "message": holding.record}, limits)

    def datacite(self, rest: str) -> None:
        holding = self.held(rest.removeprefix("dois/").removeprefix(f"{CSL}/"), "DataCite")
        if holding is None:
            errors = {"errors": [{"status": "404", "title": "The resource doesn't exist."}]}
            self.send(404, _json(errors), "application/vnd.api+json")
        elif rest.startswith(CSL):
            self.give(holding, _csl_of(holding.record))
        else:
            data = {"id": holding.doi.lower(), "type": "dois", "attributes": holding.record}
            self.give(holding, {"data": data})

    def doi(self, rest: str) -> None:
        if rest.startswith("api/handles/"):
            return self.handle_record(rest.removeprefix("api/handles/"))
        holding = self.held(rest)
        if holding is None:
            return self.send(404, b"<title>Error: DOI Not Found</title>", "text/html")
        if CSL not in self.headers.get("accept", ""):
            host = "/landing" if self.server.registers.landing else "https://publisher.example"
            return self.lead(f"{host}/{quote(holding.doi)}")
        if holding.agency == "Crossref":
            return self.lead(f"/crossref/v1/works/{quote(holding.doi)}/transform")
        if holding.agency == "DataCite":
            return self.lead(f"/datacite/{CSL}/{quote(holding.doi)}")
        return self.give(holding, holding.record)

    def handle_record(self, doi: str) -> None:
        holding = self.held(doi)
        if holding and holding.trouble == "unresolved":
            return self.send(404, b"<h1>Not Found</h1>", "text/html")
        code = 1 if holding else 100
        value = {"index": 1, "type": "URL", "data": {"format": "string", "value": "https://…"}}
        plain = {"responseCode": code, "handle": doi, **({"values": [value]} if holding else {})}
        return self.send(200 if holding else 404, _json(plain), "application/json")

    def archive(self, query: Mapping[str, list[str]]) -> None:
        url = query["url"][0]
        wanted = int(f"{query.get('timestamp', ['9'])[0]:0<8}"[:8])
        times = list(self.server.registers.snapshots.get(url, ()))
        if "down" in times:
            return self.send(503, b"<h1>Service Unavailable</h1>", "text/html")
        closest = min(times, key=lambda time: abs(int(time[:8]) - wanted), default="")
        copy = f"http://web.archive.org/web/{closest}/{url}"
        found = {"status": "200", "available": True, "url": copy, "timestamp": closest}
        plain = {"url": url, "archived_snapshots": {"closest": found} if closest else {}}
        return self.send(200, _json(plain), "application/json")

    def held(self, doi: str, agency: str = "") -> Holding | None:
        holding = self.server.registers.held(doi)
        return holding if holding and agency in ("", holding.agency) else None

    def lead(self, where: str) -> None:
        self.send(302, b"", "text/html", {"location": where})

    def give(self, holding: Holding, plain: Any, headers: Mapping[str, str] | None = None) -> None:
        status, body, kind = _troubled(holding.trouble, plain)
        self.send(status, body, kind, headers)

    def send(
        self, status: int, body: bytes, kind: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {"content-type": kind, **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing: the tests look at what was asked."""


def _csl_of(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return DataCite's attributes as its content negotiation gives them."""
    return {
        "DOI": attributes["doi"],
        "title": attributes["titles"][0]["title"],
        "author": [{"literal": one["name"]} for one in attributes["creators"]],
        "issued": {"date-parts": [[attributes["publicationYear"]]]},
    }


def _troubled(trouble: str, plain: Any) -> tuple[int, bytes, str]:
    whole = _json(plain)
    answers = {
        "busy": (429, b"Too many requests", "text/plain"),
        "down": (503, b"<h1>Service Unavailable</h1>", "text/html"),
        "html": (200, b"<!doctype html><title>Checking your browser</title>", "text/html"),
        "torn": (200, whole[: len(whole) // 2], "application/json"),
        "types": (200, _json(_wrong(plain)), "application/json"),
        "empty": (200, b"{}", "application/json"),
    }
    return answers.get(trouble, (200, whole, "application/json"))


def _wrong(plain: Any) -> Any:
    """Return the same shape with texts for numbers, numbers for texts, objects for lists."""
    if isinstance(plain, Mapping):
        return {key: _wrong(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return {str(at): _wrong(value) for at, value in enumerate(plain)}
    return 7 if isinstance(plain, str) else "seven"


def _json(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False).encode()
