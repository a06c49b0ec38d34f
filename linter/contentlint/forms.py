"""The forms that a value of front matter can have: a date, a slug, an emoji, a language.

The emoji are those of Unicode 17.0 (emoji-data.txt), joined as UTS #51 says; the languages are
those of ISO 639-1, with script and region as BCP 47 has them.
"""

from collections.abc import Callable, Mapping
from datetime import date

from contentlint.patterns import pattern

_DATE = pattern(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"([Tt ] {0,4}([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-6][0-9](\.[0-9]{1,9})?)?"
    r" {0,4}(Z|z|[+-][0-9]{2}(:?[0-9]{2})?)?)?"
)
_SLUG = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*+")
_URL = pattern(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\s/?#]++\S*+|(?:mailto|tel):\S++")
_TAG = pattern(
    r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?"
    r"(?:[-_](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}|x(?:-[A-Za-z0-9]{1,8})++))*+"
)
_EMOJI = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9-\u21aa\u231a-\u231b\u2328\u23cf"
    "\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa-\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e"
    "\u2611\u2614-\u2615\u2618\u261d\u2620\u2622-\u2623\u2626\u262a\u262e-\u262f\u2638-\u263a"
    "\u2640\u2642\u2648-\u2653\u265f-\u2660\u2663\u2665-\u2666\u2668\u267b\u267e-\u267f"
    "\u2692-\u2697\u2699\u269b-\u269c\u26a0-\u26a1\u26a7\u26aa-\u26ab\u26b0-\u26b1\u26bd-\u26be"
    "\u26c4-\u26c5\u26c8\u26ce-\u26cf\u26d1\u26d3-\u26d4\u26e9-\u26ea\u26f0-\u26f5\u26f7-\u26fa"
    "\u26fd\u2702\u2705\u2708-\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2728\u2733-\u2734"
    "\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2764\u2795-\u2797\u27a1\u27b0\u27bf"
    "\u2934-\u2935\u2b05-\u2b07\u2b1b-\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f004"
    "\U0001f0cf\U0001f170-\U0001f171\U0001f17e-\U0001f17f\U0001f18e\U0001f191-\U0001f19a"
    "\U0001f201-\U0001f202\U0001f21a\U0001f22f\U0001f232-\U0001f23a"
    "\U0001f250-\U0001f251\U0001f300-\U0001f321\U0001f324-\U0001f393\U0001f396-\U0001f397"
    "\U0001f399-\U0001f39b\U0001f39e-\U0001f3f0\U0001f3f3-\U0001f3f5\U0001f3f7-\U0001f4fd"
    "\U0001f4ff-\U0001f53d\U0001f549-\U0001f54e\U0001f550-\U0001f567\U0001f56f-\U0001f570"
    "\U0001f573-\U0001f57a\U0001f587\U0001f58a-\U0001f58d\U0001f590\U0001f595-\U0001f596"
    "\U0001f5a4-\U0001f5a5\U0001f5a8\U0001f5b1-\U0001f5b2\U0001f5bc\U0001f5c2-\U0001f5c4"
    "\U0001f5d1-\U0001f5d3\U0001f5dc-\U0001f5de\U0001f5e1\U0001f5e3\U0001f5e8\U0001f5ef"
    "\U0001f5f3\U0001f5fa-\U0001f64f\U0001f680-\U0001f6c5\U0001f6cb-\U0001f6d2"
    "\U0001f6d5-\U0001f6d8\U0001f6dc-\U0001f6e5\U0001f6e9\U0001f6eb-\U0001f6ec\U0001f6f0"
    "\U0001f6f3-\U0001f6fc\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001f93a"
    "\U0001f93c-\U0001f945\U0001f947-\U0001f9ff\U0001fa70-\U0001fa7c\U0001fa80-\U0001fa8a"
    "\U0001fa8e-\U0001fac6\U0001fac8\U0001facd-\U0001fadc\U0001fadf-\U0001faea"
    "\U0001faef-\U0001faf8"
)
"""All with the property Emoji but digits, “#”, “*” and the letters that flags are made of."""
_ONE = (
    f"[{_EMOJI}](?:\ufe0f?\u20e3|[\U0001f3fb-\U0001f3ff]|[\U000e0020-\U000e007e]{{1,30}}\U000e007f)?"
    "\ufe0f?"
)
_SEQUENCE = pattern(
    f"{_ONE}(?:\u200d{_ONE}){{0,9}}|[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3"
)
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu"
    " cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi"
    " ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km"
    " kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na"
    " nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd"
    " se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw"
    " ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_LANGUAGES = frozenset(_CODES.split())
_MISTAKEN = {
    "cn": "zh", "cz": "cs", "dk": "da", "gb": "en", "gr": "el", "jp": "ja", "ua": "uk", "us": "en",
    "vn": "vi", "ara": "ar", "cat": "ca", "ces": "cs", "chi": "zh", "cze": "cs", "dan": "da",
    "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "fin": "fi", "fra": "fr", "fre": "fr",
    "ger": "de", "gre": "el", "heb": "he", "hin": "hi", "hun": "hu", "ind": "id", "ita": "it",
    "jpn": "ja", "kor": "ko", "nld": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro",
    "rum": "ro", "rus": "ru", "spa": "es", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk",
    "vie": "vi", "zho": "zh",
}  # fmt: skip
"""Countries, and codes of three letters, that are often written for the code of a language."""


def is_date(value: str) -> bool:
    """Whether a value is a day of the calendar as ISO 8601 writes it; a time may follow."""
    found = _DATE.fullmatch(value)
    if found is None:
        return False
    try:
        date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def is_time(value: str) -> bool:
    """Whether a value is a date with a time, as ISO 8601 writes it or with a space between."""
    return is_date(value) and len(value) > len("2025-11-27")


def is_slug(value: str) -> bool:
    """Whether a value is made of small letters and digits of ASCII, with single hyphens."""
    return _SLUG.fullmatch(value) is not None


def is_emoji(value: str) -> bool:
    """Whether a value is one emoji: a sign, a flag, or several that are joined into one."""
    return _SEQUENCE.fullmatch(value) is not None


def is_url(value: str) -> bool:
    """Whether a value is a whole address: with “https://” or what else stands in that place."""
    return _URL.fullmatch(value) is not None


def is_language(value: str) -> bool:
    """Whether a value is the code of a language: “fr”, “pt-BR”, “zh-Hans”, “sr_Latn_RS”."""
    found = _TAG.fullmatch(value)
    if found is None or (found[2] or "").lower() == "uk":  # Great Britain is “GB”
        return False
    name = found[1].lower()
    return name in _LANGUAGES if len(name) == 2 else name not in _MISTAKEN


def language_meant(value: str) -> str:
    """Return the code that was probably meant by one that is none; empty where nobody knows."""
    found = _TAG.fullmatch(value)
    if found is None:
        return ""
    name, region = found[1].lower(), (found[2] or "").upper()
    if region == "UK":
        return f"{name}-GB" if name in _LANGUAGES else ""
    return _MISTAKEN.get(name, "") + (f"-{region}" if region and name in _MISTAKEN else "")


def _is_any(value: str) -> bool:
    return bool(value.strip())


FORMS: Mapping[str, Callable[[str], bool]] = {
    "date": is_date,
    "datetime": is_time,
    "slug": is_slug,
    "emoji": is_emoji,
    "language": is_language,
    "path": _is_any,
    "url": is_url,
}
"""The types of a field that are texts of a certain form, each with what tells it."""
