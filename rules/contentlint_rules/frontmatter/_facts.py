"""What rules across files want to know of front matter: small, plain, and found without a parser.

It is a superset and not exact: some of it may be text of a longer value. Only where something may
be wrong is the page read again, and its front matter parsed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, ClassVar

from contentlint import Document, FrontMatter, pattern, told_by_path
from contentlint_rules.frontmatter._scalars import scalars
from contentlint_rules.frontmatter._template import metadata_of

NAME = "metadata"
"""What the facts are kept as."""

LABELS = (
    "tags", "tag", "categories", "category", "keywords", "authors", "author", "topics", "series",
)  # fmt: skip
"""Keys whose values many pages share; all are found by a part of their name."""
_LABEL_PARTS = ("tag", "categor", "keyword", "author", "topic", "series")
_LABELLED = pattern(
    rf"(?m)^[ \t]{{0,4}}[\"']?({'|'.join(LABELS)})[\"']?[ \t]*[:=][ \t]*"
    r"(?:\[([^\]]{1,4000})\]|((?:\r?\n[ \t]{0,8}-[ \t]+[^\r\n]{1,300}){1,100})"
    r"|([^\r\n|>{\[]{1,300}))"
)
_BLOCK_ITEM = pattern(r"-[ \t]+([^\r\n]+)")
_FLOW_ITEM = pattern(r"\s*((?:\"[^\"]*\"|'(?:[^']|'')*'|[^,\"'\s])[^,]*)(?:,|\Z)")
_QUOTED = pattern(r"\s{0,99}(?:\"([^\"]*)\"|'((?:[^']|'')*)')")
_COMMENT = pattern(r"[ \t]#[^\r\n]*")

IMAGES = frozenset(
    (
        "image", "images", "img", "cover", "coverimage", "thumbnail", "thumb", "banner", "hero",
        "heroimage", "ogimage", "socialimage", "featuredimage", "featureimage", "headerimage",
        "previewimage", "bannerimage", "avatar", "photo", "picture", "poster", "logo", "teaser",
    )
)  # fmt: skip
"""Keys that name an image of the page, as ``image_key`` gives them."""
_IMAGE = pattern(r"\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#\"'\s,\]}]|\Z)", re.IGNORECASE)
IMAGE_ENDING = pattern(r"(?i)\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#].*)?\Z")
KEY = pattern(r"(?m)^[\"']?([A-Za-z][\w.-]{0,40})[\"']?[ \t]*[:=]")


class MetadataFacts:
    """What rules about front matter share: the facts that the first of them collects."""

    shares: ClassVar = NAME

    def collect(self, document: Document) -> dict[str, Any] | None:
        """Return the labels of a page, the images that it names, and the keys of a translation."""
        front = metadata_of(document)
        return _collect(document.path, front) if front else None


def _collect(path: str, front: FrontMatter) -> dict[str, Any] | None:
    text = front.text
    facts: dict[str, Any] = {}
    if any(part in text for part in _LABEL_PARTS):
        labels = [[key, *items] for key, items in _labels(text) if items]
        if labels:
            facts["labels"] = labels
    if "." in text and _IMAGE.search(text):
        facts["images"] = list(_images(front))
    if _is_translation(path):
        facts["keys"] = " ".join(KEY.findall(text))
    return facts or None


def _images(front: FrontMatter) -> Iterator[list[Any]]:
    """Yield the values that look like images, each with the names of the keys that lead to it.

    Here the parser is asked: a site may have an image on every page, and where all of them are
    there no page has to be read again.
    """
    for one in scalars(front):
        if isinstance(one.value, str) and IMAGE_ENDING.search(one.value):
            yield [one.value, *map(image_key, one.keys)]


def _is_translation(path: str) -> bool:
    folder, slash, name = path.rpartition("/")
    return _in_tongue(folder + slash) or (name.count(".") > 1 and _in_tongue(name))


@lru_cache(maxsize=4096)
def _in_tongue(path: str) -> bool:
    return told_by_path(path)[0].name != ""


def _labels(text: str) -> Iterator[tuple[str, list[str]]]:
    for match in _LABELLED.finditer(text):
        key, flow, block, single = match.groups()
        if flow:
            items = [one[1] for one in _FLOW_ITEM.finditer(flow)]
        else:
            items = _BLOCK_ITEM.findall(block) if block else [single]
        yield key, [found for one in items if (found := _bare(one))]


def _bare(item: str) -> str:
    """Return an item as a parser would read it, in nearly all cases."""
    quoted = _QUOTED.match(item)
    if quoted:
        return quoted[1] if quoted[1] is not None else quoted[2].replace("''", "'")
    return _COMMENT.sub("", item).strip() if "#" in item else item.strip()


def image_key(key: str) -> str:
    """Return what of a key counts when keys of images are compared: its letters."""
    return re.sub(r"[^a-z]", "", key.lower())
