"""Links that no reader can follow: what is flagged, what is repaired, what is no link."""

import pytest

from contentlint import Applicability, Document
from contentlint.proof import objection
from contentlint.testing import assert_flags, unmark, violations
from contentlint_rules.links.malformed_link import MalformedLink

RULE = MalformedLink()
URL = "https://mill.example/guide"


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        (f"See⟦[1]([Mill | Hours]({URL}))⟧.", f'See[1]({URL} "Mill | Hours").'),
        (f"See ⟦[1, 2]([Mill (old)]({URL}))⟧.", f'See [1, 2]({URL} "Mill (old)").'),
        (f'See ⟦[2]([The "old" mill]({URL}))⟧', f'See [2]({URL} "The \\"old\\" mill")'),
        (f'See ⟦[2]([The \\"old\\" mill]({URL}))⟧', f'See [2]({URL} "The \\"old\\" mill")'),
        (f"See ⟦[2]([The **old** `mill`]({URL}))⟧", f'See [2]({URL} "The old mill")'),
        (f'See ⟦[2]([The mill]({URL} "Old"))⟧', f'See [2]({URL} "Old")'),
        (f"See ⟦[3]([Mill]({URL}))⟧.", f'See [3]({URL} "Mill").'),
        (f"See ⟦[the guide]([Mill guide]({URL}))⟧.", f"See [the guide]({URL})."),
        (f"See ⟦[the guide]([guide]({URL}))⟧.", f"See [the guide]({URL})."),
        (f"*See ⟦[the guide]([Mill guide]({URL}))⟧.*", f"*See [the guide]({URL}).*"),
        (f"See ⟦[a [b] c]([Mill guide]({URL}))⟧.", f"See [a [b] c]({URL})."),
        ("See ⟦[it]([Mill guide](/a_(b)))⟧.", "See [it](/a_(b))."),
        ("See ⟦[it]([Mill guide](</a b>))⟧.", "See [it](</a b>)."),
        (f"See ⟦[]([Mill guide]({URL}))⟧.", f"See [Mill guide]({URL})."),
        ("⟦![mill]([the mill](mill.png))⟧", "![mill](mill.png)"),
        (f"See ⟦[the guide]([{URL}])⟧.", f"See [the guide]({URL})."),
        (f"See ⟦[the guide] ({URL})⟧.", f"See [the guide]({URL})."),
        (f"See ⟦[the\nguide] ({URL})⟧.", f"See [the\nguide]({URL})."),
        (f"See ⟦[the guide]  ({URL})⟧.", f"See [the guide]({URL})."),
        (f"See ⟦[1] ({URL}_(b))⟧.", f"See [1]({URL}_(b))."),
        (f"See ⟦[`guide`] ({URL})⟧.", f"See [`guide`]({URL})."),
        ("Ask ⟦[me] (mailto:a@mill.example)⟧.", "Ask [me](mailto:a@mill.example)."),
        (f"⟦![mill] ({URL}.png)⟧", f"![mill]({URL}.png)"),
        (f"See ⟦(the guide)[{URL}]⟧.", f"See [the guide]({URL})."),
        ("Ask ⟦(me)[mailto:a@mill.example]⟧.", "Ask [me](mailto:a@mill.example)."),
        ("Read ⟦[it](files/old mill.pdf)⟧.", "Read [it](files/old%20mill.pdf)."),
        (f"Read ⟦[it]({URL}/an old mill.pdf)⟧.", f"Read [it]({URL}/an%20old%20mill.pdf)."),
        ("⟦![mill](old mill.png)⟧", "![mill](old%20mill.png)"),
        (f"See ⟦[it](**{URL}**)⟧.", f"See [it]({URL})."),
        (f"See ⟦[it](_{URL}_)⟧.", f"See [it]({URL})."),
        (f"See ⟦[it](`{URL}`)⟧.", f"See [it]({URL})."),
        (f'See ⟦[it]("{URL}")⟧.', f"See [it]({URL})."),
        (f"See ⟦[it](“{URL}”)⟧.", f"See [it]({URL})."),
        (f"See ⟦[it](({URL}))⟧.", f"See [it]({URL})."),
        ("See [it](⟦http//mill.example/a⟧).", "See [it](http://mill.example/a)."),
        ("See [it](⟦https:/mill.example⟧).", "See [it](https://mill.example)."),
        ("See [it](⟦http:///mill.example⟧).", "See [it](http://mill.example)."),
        ("See [it](⟦htpp://mill.example⟧).", "See [it](http://mill.example)."),
        ("See [it](⟦hhttps://mill.example⟧).", "See [it](https://mill.example)."),
        ("See [it](⟦ttps://mill.example⟧).", "See [it](https://mill.example)."),
        ("See [it](⟦https;//mill.example⟧).", "See [it](https://mill.example)."),
        ("See [it](⟦https://https://mill.example⟧).", "See [it](https://mill.example)."),
        ("See [it](⟦http://https://mill.example⟧).", "See [it](https://mill.example)."),
        ("See [it](<⟦htpp://mill.example⟧>).", "See [it](<http://mill.example>)."),
        ("See [it].\n\n[it]: ⟦htpp://mill.example⟧\n", "See [it].\n\n[it]: http://mill.example\n"),
    ],
)
def test_what_has_one_reading_is_repaired(marked: str, fixed: str) -> None:
    text, _ = unmark(marked)
    for violation in assert_flags(RULE, marked, fixed):
        assert violation.fix is not None
        assert violation.fix.applicability is Applicability.SAFE
        assert objection(Document("page.md", text), violation.fix, RULE.changes) is None


@pytest.mark.parametrize(
    ("marked", "fixed"),
    [
        ("See ⟦[the guide] (../guide.md)⟧.", "See [the guide](../guide.md)."),
        ("See ⟦[the guide] (/guide/#open)⟧.", "See [the guide](/guide/#open)."),
        (f"See it⟦[1] ({URL})⟧.", f"See it[1]({URL})."),
        ("⟦[Ask](mailto:a@mill.example?subject=At noon)⟧", None),
    ],
)
def test_what_is_likely_is_unsafe(marked: str, fixed: str | None) -> None:
    assert_flags(RULE, marked)
    asked = "[Ask](mailto:a@mill.example?subject=At%20noon)"
    assert_flags(RULE, marked, fixed or asked, least=Applicability.UNSAFE)


@pytest.mark.parametrize(
    ("marked", "suggested"),
    [
        ("See ⟦[it] (www.mill.example)⟧.", "See [it](https://www.mill.example)."),
        ("See ⟦(it)[www.mill.example]⟧.", "See [it](https://www.mill.example)."),
        ("See ⟦(it)[/mill]⟧.", "See [it](/mill)."),
        ("See ⟦(it)[../mill]⟧.", "See [it](../mill)."),
        ("See ⟦(it)[#mill]⟧.", "See [it](#mill)."),
        ("See ⟦(it)[mill.md#hours]⟧.", "See [it](mill.md#hours)."),
        ("See ⟦[it](www.mill.example)⟧.".replace("(w", "(*w").replace("e)", "e*)"), None),
        ("See ⟦[it](http://mill .example/a)⟧.", "See [it](http://mill.example/a)."),
        ("See ⟦[it](/guide/# open)⟧.", "See [it](/guide/#open)."),
        ("See ⟦[it](mill.png old.png)⟧.", "See [it](mill.pngold.png)."),
        (f"See ⟦[it]({URL}⟧", f"See [it]({URL})"),
        (f"See ⟦[it]({URL}⟧.\n\nNext", f"See [it]({URL}).\n\nNext"),
        (f"See ⟦[it]({URL}⟧ and [more](/more).", f"See [it]({URL}) and [more](/more)."),
        (f"See ⟦[it](<{URL})⟧.", f"See [it]({URL})."),
        (f"See ⟦[it](<{URL}⟧\n", f"See [it]({URL})\n"),
        (f"See ⟦[it({URL})⟧.", f"See [it]({URL})."),
        (f"See ⟦[it({URL})⟧ and [b](c).", f"See [it]({URL}) and [b](c)."),
    ],
)
def test_a_guess_is_only_suggested(marked: str, suggested: str | None) -> None:
    assert_flags(RULE, marked)
    expected = suggested or "See [it](www.mill.example)."
    assert_flags(RULE, marked, expected, least=Applicability.SUGGESTION)


@pytest.mark.parametrize(
    "marked",
    [
        "See ⟦[the guide]()⟧.",
        "See ⟦[the guide](<>)⟧.",
        "See ⟦![the mill]( )⟧.",
        "See [the guide](⟦url⟧) and [more](⟦#TODO⟧), [again](⟦INSERT_LINK⟧).",
        "See [the guide](⟦https://example.com/your-link⟧) and [more](⟦https://⟧).",
        "See ⟦[it](https://mill.example/ol⟧\nd/guide) now.",
    ],
)
def test_what_is_missing_has_no_fix(marked: str) -> None:
    assert all(violation.fix is None for violation in assert_flags(RULE, marked))


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"[it]({URL}), [it](<{URL}>), <{URL}>, {URL}, [it][1], [1]\n\n[1]: {URL}\n",
        f"`[it] ({URL})` and `[it]([a]({URL}))`\n\n    [it] ({URL})\n\n```\n[it]()\n```\n",
        f"$[it] ({URL})$ and <!-- [it] ({URL}) --> and <b title='[it]()'>\n",
        f"<p>[it] ({URL})</p>\n",
        f"[optional] (see {URL}) and [a] (b) and [#12] (#13) and [x] (/etc/hosts)\n",
        f"- [x] ({URL})\n- [ ] ({URL})\n- [ ]()\n",
        f"Bread[^1] ({URL}) and [^1]([guide]({URL}))\n\n[^1]: Old.\n",
        f"[it] ({URL}) and [it]([more here]({URL}))\n\n[it]: {URL}\n",
        f"He said [sic] ({URL}) and [...] ({URL}) and [[a]] ({URL})\n",
        "[[the pond]] and ![[mill.png]] and [[a|b]](c)\n",
        "array[i](x, y) and f(x)[0] and arr[Symbol]() and f(a)[/b]\n",
        "operations[operator](left, right) and [12](3)\n",
        "![a](b.png =100x20) and ![a](b.png =50%x) and [a](b.png 'old mill')\n",
        '![a](b.png "t"){.class} and [a](b "the "old" mill") and [a](b (title))\n',
        '[it]({{< ref "a b.md" >}}) and [it]({{ url }}) and [it]({% link a b.md %})\n',
        "[it](#) and [it](#open) and [it](https://example.com) and [Url](url)\n",
        f"[it]({URL})[{URL}] and [it]({URL})[/x]\n",
        "f(x)[i] and (it)[#1] and (it)[mill] and (it)[a.b] and (it)[.]\n",
        f"(a [b] c)[{URL}] and ()[{URL}] and (it)[{URL}](x)\n",
        f"[see it ({URL})] and [see ({URL}), or not] and [[it({URL})\n",
        f"| a | b |\n|---|---|\n| [1]([x | y]({URL})) | c |\n",
        f'[it]({URL}\n) and [it]({URL}\n"title")\n',
        f"[it]([a]({URL}) and more) and [it]([a][b])\n",
        f"a]([b]({URL})) and a] ({URL}) and a) and b)[{URL}]\n",
        "[it](http//) and [it](https:/path) and [it](http:///path)\n",
        "not a definition]: htpp://mill.example\n",
        f"[it](**{URL}*) and [ ](**{URL}**)\n",
        "[it](he was here) and [it](b c)\n",
        f"[it]\n\n({URL})\n",
        f"[it\n\nnot] ({URL})\n",
        "![Uploading mill.png…]()\n",
        f"\\[it] ({URL}) stays\n",
        "[it](https://web.archive.org/web/2020/https://mill.example)\n",
        f"x ]({URL}\n",
        f"[]({URL}\n",
        f"it({URL}) and ({URL})\n",
        f"- [x]([a b]({URL}))\n",
        f"`[it`({URL}) and [it({URL}) here]\n",
        "[ ](old mill.pdf) and [ ](TODO)\n",
    ],
)
def test_what_is_no_damage_stays(text: str) -> None:
    assert_flags(RULE, text)


def test_templates_and_code_of_mdx_stay() -> None:
    assert_flags(RULE, "<A b={x[y]()} />\n\n[it]({url('a b')})\n", path="page.mdx")


def test_front_matter_is_not_looked_at() -> None:
    assert_flags(RULE, f"---\ntitle: '[a] ({URL})'\n---\n\nText\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"[it]([a]({URL}))", "target of this link is itself written as a link"),
        (f"[it] ({URL})", "A blank between “]” and “(”"),
        (f"(it)[{URL}]", "brackets of this link are in the wrong order"),
        ("[it]()", "This link has no target"),
        ("![it]()", "This image has no target"),
        ("[it](TODO)", "“TODO” was to be replaced by the address of this link"),
        (f"[it](<{URL})", "The “<” before the target is never closed"),
        (f"[it]({URL}", "The “(” before the target is never closed"),
        (f"[it({URL})", "“[” is never closed"),
        (f"[it](**{URL}**)", "“**” round the target becomes part of the address"),
        (f"[it]([{URL}])", "Brackets round the target"),
        ("[it](https://https://mill.example)", "“https://https://” should be “https://”"),
        ("[it](htpp://mill.example)", "“htpp://” should be “http://”"),
        ("[it](/a b.html)", "A blank inside the target"),
    ],
)
def test_the_message_says_what_is_wrong(text: str, words: str) -> None:
    (violation,) = violations(RULE, text)
    assert words in violation.message


@pytest.mark.parametrize(
    "piece", ["[a]() ", "[a]([", "[a](", f"[a] ({URL}) ", "[a]([b](c)) ", "]("]
)
def test_many_brackets_take_no_time(piece: str) -> None:
    found = violations(RULE, piece * 500)
    assert all(violation.span.end <= len(piece) * 500 for violation in found)


def test_a_title_stays_with_the_address_it_follows() -> None:
    (one,) = assert_flags(MalformedLink(), '⟦[it](<a.jpg "So it is")⟧ and on.\n')
    assert one.fix is not None
    assert one.fix.title == 'Perhaps [it](a.jpg "So it is")'


def test_a_chapter_of_a_book_that_is_still_to_be_written() -> None:
    assert_flags(MalformedLink(), "- [The dam]()\n", path="src/SUMMARY.md")
    assert_flags(MalformedLink(), "- ⟦[The dam]()⟧\n", path="src/summary.md")
