"""The audit as one page for a browser: it asks for nothing, runs nothing, and all in it is text.

A policy (CSP) in its head holds it to that: only the style that stands there is used, by its hash.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape as quoted
from itertools import groupby

from contentlint._version import __version__
from contentlint.citations.audit import OF_SENTENCE, Pair
from contentlint.citations.evidence import Evidence, Support
from contentlint.reporters.audit import AuditView, counts, summary
from contentlint.reporters.escape import escape

_STYLE = """
:root{color-scheme:light dark;--line:#8884;--bad:#c0262d;--odd:#a86a00;--good:#1a7f37}
@media(prefers-color-scheme:dark){:root{--bad:#ff8f87;--odd:#e6b04d;--good:#63cf7f}}
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:76rem;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin:2.5rem 0 .5rem}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}
th{font-weight:600}th:nth-child(4){width:30%}td{overflow-wrap:anywhere}td.place,td.standing{white-space:nowrap}
td.standing{font-weight:600}.bad{color:var(--bad)}.odd{color:var(--odd)}.good{color:var(--good)}
.small{font-size:.85em;opacity:.8}ul{margin:.3rem 0;padding-left:1.1rem}q{font-style:italic}
@media(max-width:44rem){
table,tbody,tr,td{display:block}thead{position:absolute;left:-99rem}
tr{border-bottom:1px solid var(--line);padding:.7rem 0}td{border:0;padding:.1rem 0}
td.place,td.standing{display:inline-block;margin-right:.8rem}h1,h2{overflow-wrap:anywhere}
}
"""
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
_CLASSES = {
    **dict.fromkeys(("dead", "not found", "near miss"), "bad"),
    **dict.fromkeys(("elsewhere", "perhaps not", "cannot verify", "not asked"), "odd"),
    "supported": "good",
}


_OTHERWISE = (Support.NEAR, Support.ABSENT)
"""What is found then is something else than what is written."""


def render(view: AuditView) -> str:
    """Return the page."""
    return "".join(_parts(view))


def _text(text: str) -> str:
    return quoted(escape(text))


def _parts(view: AuditView) -> Iterator[str]:
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>Citations</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Citations</h1>\n<p>{_text(summary(view))}</p>\n"
    )
    for path, pairs in groupby(view.pairs, key=lambda pair: pair.path):
        yield from _page(path, list(pairs))
    yield f'<p class="small">contentlint {__version__}. It says what was found at a source, and '
    yield "what was not; never that something is untrue.</p>\n</body>\n</html>\n"


def _page(path: str, pairs: Sequence[Pair]) -> Iterator[str]:
    told = ", ".join(f"{count:,} {word}" for word, count in counts(pairs).items())
    yield f'<h2>{_text(path)}</h2>\n<p class="small">{_text(told)}</p>\n<table>\n'
    yield '<thead><tr><th scope="col">Place</th><th scope="col">Standing</th>'
    yield '<th scope="col">Sentence</th><th scope="col">Source</th></tr></thead>\n<tbody>\n'
    for pair in pairs:
        yield _row(pair)
    yield "</tbody>\n</table>\n"


def _row(pair: Pair) -> str:
    kind = _CLASSES.get(pair.standing, "")
    facts = "".join(_fact(pair, one) for one in pair.evidence)
    return (
        f'<tr><td class="place">{pair.place.line}:{pair.place.column}</td>'
        f'<td class="standing {kind}">{_text(pair.standing)}</td>'
        f"<td>{_text(pair.claim.words)}{f'<ul>{facts}</ul>' if facts else ''}</td>"
        f"<td>{_source(pair)}</td></tr>\n"
    )


def _fact(pair: Pair, one: Evidence) -> str:
    said = f"<q>{_text(one.quote)}</q>" if one.quote else _text(one.why)
    found = f" {_text(one.found)}:" if one.support in _OTHERWISE and one.found else ""
    standing = pair.of(one)
    word = f'<span class="{_CLASSES.get(standing, "")}">{_text(standing)}</span>'
    kind = "" if one.kind in OF_SENTENCE else f"{_text(one.kind)} "
    return f"<li>{kind}<b>{_text(one.written)}</b>: {word}.{found} {said}</li>"


def _source(pair: Pair) -> str:
    known = pair.entry
    title = (known and known.title) or pair.claim.named or pair.claim.url
    lines = [_link(pair.claim.url, title)]
    if known is None:
        lines.append(_text((pair.excuse and pair.why_not_asked) or "Nobody has asked it yet."))
    else:
        lines.append(f"{_text(known.verdict)}: {_text(known.reason)}")
        lines[-1] += f" Seen on {_text((known.seen or known.checked)[:10])}."
        lines += (_text(notice.says) for notice in known.notices)
    if known and known.archive:
        lines.append(_link(known.archive, "a copy in an archive"))
    first, *rest = lines
    return first + "".join(f'<br><span class="small">{line}</span>' for line in rest)


def _link(url: str, words: str) -> str:
    """Return a link, if it is one to the web: anything else is only text."""
    if not url.lower().startswith(("http://", "https://")):
        return _text(f"{words} ({url})")
    return f'<a href="{_text(url)}" rel="noopener noreferrer nofollow">{_text(words)}</a>'
