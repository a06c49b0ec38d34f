"""Serves a folder of sources on loopback, in a process of its own, and leads pages there.

``_sources/HOST/PATH`` stands for ``https://HOST/PATH``; ``redirects.txt`` in it says what moved, and
``works.json`` what registers hold: each of its works is shown by the page ``landing.html``.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
WEB = Path(__file__).parents[2] / "tests" / "web"


@contextmanager
def serving(sources: Path) -> Iterator[str]:
    """Serve a folder; give the origin that answers. The process ends with the block."""
    command = [sys.executable, __file__, str(sources)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://{HOST}:{int(process.stdout.readline())}"
        finally:
            process.terminate()


@contextmanager
def registering(sources: Path) -> Iterator[list[str]]:
    """Serve the registers of the works in a folder; give the options that lead there."""
    if str(WEB) not in sys.path:
        sys.path.insert(0, str(WEB))
    from registers import Holding, Registers

    data = json.loads((sources / "works.json").read_text("utf-8"))
    works = [
        Holding(record.get("DOI") or record["doi"], record, register)
        for register, record in ((one["register"], one["record"]) for one in data)
    ]
    landing = (sources / "landing.html").read_text("utf-8")
    with Registers(works, limits={}, landing=landing).serve() as endpoints:
        names = ("crossref", "datacite", "doi", "wayback")
        yield [
            word for name in names for word in ("--endpoint", f"{name}={getattr(endpoints, name)}")
        ]


def lead_to(origin: str, sources: Path, pages: Path) -> None:
    """Let pages cite the served sources in the place of those on the web."""
    hosts = [folder.name for folder in sources.iterdir() if folder.is_dir()]
    for page in pages.rglob("*.md"):
        text = page.read_text("utf-8")
        for host in hosts:
            text = text.replace(f"https://{host}/", f"{origin}/{host}/")
        page.write_text(text, "utf-8", newline="")


class Sources(BaseHTTPRequestHandler):
    """What lies in the folder, as a static host shows it."""

    protocol_version = "HTTP/1.1"
    root: Path
    moved: dict[str, str]

    def do_GET(self) -> None:
        """Answer with a file, with where it is now, or that there is none."""
        path = unquote(urlsplit(self.path).path)
        file = (self.root / path.lstrip("/")).resolve()
        file = file / "index.html" if file.is_dir() else file
        if path in self.moved:
            self._answer(301, b"", Location=self.moved[path])
        elif file.is_relative_to(self.root) and file.is_file():
            self._answer(200, file.read_bytes())
        else:
            self._answer(404, b"<title>Not found</title><p>There is no such page here.</p>")

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        for name, value in {**given, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server that is silent about clients which leave in the middle of an answer."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Say nothing of those; whatever else goes wrong still has its trace."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*_)


def _moved(root: Path) -> dict[str, str]:
    file = root / "redirects.txt"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {old: new for old, new in pairs}  # noqa: C416  each line is a list of two


def main(folder: str) -> None:
    """Serve until somebody ends it."""
    Sources.root = Path(folder).resolve()
    Sources.moved = _moved(Sources.root)
    with Server((HOST, 0), Sources) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
