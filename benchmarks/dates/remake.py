"""Asks Hugo which pages it makes, by their dates and what else may leave them out.

Each line of the table is a front matter and whether Hugo makes its page. Days are so far in the
past and the future that the table holds on any day. Usage: python benchmarks/dates/remake.py
"""

import json
import subprocess
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

TABLE = Path(__file__).parents[2] / "tests/rules/data/hugo-dates.json"
PAST, FUTURE = "2020-01-02", "2999-01-02"
KEYS = ("date", "Date", "publishDate", "publishdate", "pubdate", "published", "expiryDate",
        "unpublishdate", "lastmod", "modified")  # fmt: skip
VALUES = (
    FUTURE, PAST, f"{FUTURE}T10:00:00Z", f"{FUTURE}T10:00:00", f"{PAST} 10:00:00 +0200",
    f'"{FUTURE}"', f"'{FUTURE}T10:00:00+02:00'", f"{FUTURE} 10:00:00",
)  # fmt: skip
OTHERS = (
    f"publishDate: {FUTURE}", f"publishDate: {PAST}", f"expiryDate: {PAST}", f"expiryDate: {FUTURE}",
    "draft: true", "draft: True", 'draft: "true"', "draft: false", "headless: true", "build:\n  render: never", "build:\n  render: link",
    "build:\n  render: always", "build:\n  list: never",
)  # fmt: skip


def made(fronts: list[str]) -> list[bool]:
    with TemporaryDirectory() as folder:
        site = Path(folder)
        for name in ("single", "list"):
            layout = site / "layouts/_default" / f"{name}.html"
            layout.parent.mkdir(parents=True, exist_ok=True)
            layout.write_text("page")
        (site / "hugo.toml").write_text('disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
        for number, front in enumerate(fronts):
            page = site / "content" / f"p{number}.md"
            page.parent.mkdir(exist_ok=True)
            page.write_text(f"---\ntitle: Page\n{front}\n---\nText\n")
        command = ["hugo", "--source", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return [(site / f"public/p{n}/index.html").exists() for n in range(len(fronts))]


def main() -> None:
    fronts = [f"{key}: {value}" for key, value in product(KEYS, VALUES)]
    fronts += [f"date: {day}\n{other}" for day, other in product((PAST, FUTURE), OTHERS)]
    rows = [[front, is_made] for front, is_made in zip(fronts, made(fronts), strict=True)]
    lines = ",\n".join(json.dumps(row) for row in rows)
    TABLE.write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
