"""What a page says, as text, and what it says of itself."""

import json
import random
import sys
import time

import pytest

from contentlint.citations.visit import Paper
from contentlint.web import portable
from contentlint.web.paper import kind_of, read

HTML = {"content-type": "text/html; charset=utf-8"}
URL = "https://www.example.org/reports/2024"


def page(markup: str | bytes, *, cut: bool = False, **headers: str) -> Paper:
    body = markup if isinstance(markup, bytes) else markup.encode()
    given = {name.replace("_", "-"): value for name, value in headers.items()} or HTML
    return read(body, given, URL, cut=cut)


def lines(markup: str) -> list[str]:
    return page(markup).text.split("\n")


class TestText:
    def test_a_line_for_each_block(self) -> None:
        assert lines("<h1>Steel</h1><p>First\n line</p><ul><li>one<li>two</ul>") == [
            "Steel",
            "First line",
            "one",
            "two",
        ]

    def test_words_are_not_torn_by_marks_in_them(self) -> None:
        assert lines("<p>un<b>break</b>able, <a href=x>a link</a>.") == ["unbreakable, a link."]

    def test_a_row_of_a_table_is_a_line(self) -> None:
        rows = "<tr><th>Peru<td>12 %<td>345</tr><tr><td>Chad"
        assert lines(f"<table><caption>By country</caption>{rows}</table>") == [
            "By country",
            "Peru | 12 % | 345",
            "Chad",
        ]
        assert lines("<table><tr><th>Peru<th>Chad</table>") == ["Peru | Chad"]

    def test_captions_and_what_pictures_tell_are_read(self) -> None:
        markup = '<figure><img alt="78 % &amp; more" src=a.png><figcaption>Our chart</figcaption>'
        assert lines(markup) == ["78 % & more", "Our chart"]

    def test_a_picture_cannot_bring_markup_in(self) -> None:
        assert lines('<img alt="a <b>b</b> &lt;p> c">') == ["a <b>b</b> <p> c"]

    def test_programs_styles_and_comments_are_not_seen(self) -> None:
        markup = (
            "<style>a{b:'17 %'}</style><script>var x = '<p>18 %</p>'</script><!-- 19 % -->"
            "<template><p>20 %</template><noscript>21 %</noscript><p>22 %</p><!-->23 %<!-- "
        )
        assert page(markup).text == "22 %\n23 %"

    def test_hidden_parts_in_any_case_of_letters(self) -> None:
        assert page("<SCRIPT>1</Script >2<STYLE>3</STYLE>").text == "2"

    def test_a_program_without_an_end_hides_the_rest_a_template_does_not(self) -> None:
        assert page("<p>a<script>b<p>c").text == "a"
        assert page("<p>a<template>b<p>c").text == "ab\nc"

    def test_references_to_characters(self) -> None:
        assert page("<p>caf&eacute; &#8364;5 &#x41; &lt;b&gt; &nosuch; AT&T").text == (
            "café €5 A <b> &nosuch; AT&T"
        )

    def test_a_number_too_long_for_a_character_is_left_as_it_stands(self) -> None:
        assert page(f"<p>&#{'9' * 6000};").text == f"&#{'9' * 6000};"

    def test_spaces_that_hold_numbers_together_stay(self) -> None:
        assert page("<p>1&nbsp;234\u202f567  and\t8").text == "1\u00a0234\u202f567 and 8"

    def test_higher_digits_join_no_number(self) -> None:
        markup = (
            "<p>1,200<sup>3</sup> m<sup>2</sup>, 10<sup>-6</sup>, 78%<sup><a href=#n>4</a></sup>"
        )
        assert page(markup).text == "1,200³ m², 10⁻⁶, 78%⁴"
        assert page("<p>le 1<sup>er</sup> mai, CO<sub>2</sub>").text == "le 1er mai, CO2"

    def test_one_break_is_a_blank_two_are_a_line(self) -> None:
        assert lines("a<br>b<br/>\n<br>c") == ["a b", "c"]

    def test_preformatted_lines_stay(self) -> None:
        assert lines("<pre>one\n  two</pre>three\nfour") == ["one", "two", "three four"]

    def test_quotation_marks_in_a_tag(self) -> None:
        assert page("<p title='a > b' data-x=\"c > 'd\">text</p>").text == "text"
        assert page("<p class=it's>don't</p>").text == "don't"

    def test_a_smaller_than_sign_is_text(self) -> None:
        assert page("<p>if a < b and 3 <4 then").text == "if a < b and 3 <4 then"

    def test_controls_are_gone(self) -> None:
        assert page(b"<p>a\x1b[31mb\x00c").text == "a[31mbc"

    def test_menus_and_footers_are_text_too(self) -> None:
        assert lines("<nav>Home</nav><main>1</main><footer>2</footer>") == ["Home", "1", "2"]

    def test_a_long_page_is_read_in_parts_without_a_seam(self) -> None:
        words = [f"word{number}" for number in range(60_000)]
        text = page("".join(f"<p>{word}</p>" for word in words)).text
        assert text.split("\n") == words

    def test_a_digest_is_that_of_the_text(self) -> None:
        first, second = page("<p>one"), page("<div class=x>one</div>")
        assert first.digest == second.digest != page("<p>two").digest
        assert len(first.digest) == 16


class TestNames:
    def test_the_order_of_titles(self) -> None:
        ld = json.dumps({"@type": "NewsArticle", "headline": "From data"})
        markup = (
            "<title>From the window | Example</title>"
            '<meta property="og:title" content="From the card">'
            '<meta name="citation_title" content="From the journal">'
            f'<script type="application/ld+json">{ld}</script><h1>From the <i>page</i></h1>'
        )
        assert page(markup).names == (
            "From the journal",
            "From data",
            "From the card",
            "From the window",
            "From the page",
            "From the window | Example",
        )

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Steel in 2024 | Example", "Steel in 2024"),
            ("Example – Steel in 2024", "Steel in 2024"),
            ("Steel - a history", "Steel - a history"),
            ("Well-known facts", "Well-known facts"),
            ("Steel — Other", "Steel — Other"),
            ("Example", "Example"),
        ],
    )
    def test_a_title_without_its_site(self, title: str, expected: str) -> None:
        assert page(f"<title>{title}</title>").title == expected

    def test_the_name_of_a_site_as_the_page_tells_it(self) -> None:
        markup = (
            '<meta property="og:site_name" content="The Daily"><title>Steel | The Daily</title>'
        )
        assert page(markup).title == "Steel"

    def test_nothing_that_steers_a_terminal(self) -> None:
        title = page("<title>\x1b[2J&#27;[31m::error::x\u2028y\x9b</title>").title
        assert title == "[2J[31m::error::x y"

    def test_a_title_is_cut(self) -> None:
        assert len(page(f'<meta name="citation_title" content="{"x" * 9000}">').title) == 300

    def test_no_title(self) -> None:
        assert page("<p>text").title == ""
        assert page("<title>").names == ()


class TestStatements:
    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("2024-03-05", "2024-03-05"),
            ("2024/3/5", "2024-03-05"),
            ("2024-03-05T10:00:00+02:00", "2024-03-05"),
            ("20240305", "2024-03-05"),
            ("5 March 2024", "2024"),
            ("2024", "2024"),
            ("2024-13-45", "2024"),
            ("soon", ""),
        ],
    )
    def test_dates(self, written: str, day: str) -> None:
        assert page(f'<meta name="citation_date" content="{written}">').published == day

    def test_dates_of_structured_data(self) -> None:
        data = {
            "@graph": [
                {"@type": "WebSite", "datePublished": "1999-01-01"},
                {"@type": ["Article"], "datePublished": "2023-01-02", "dateModified": "2024-05-06"},
            ]
        }
        paper = page(f'<script type="application/ld+json">{json.dumps(data)}</script>')
        assert (paper.published, paper.updated) == ("2023-01-02", "2024-05-06")

    def test_authors(self) -> None:
        markup = (
            '<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" '
            'content="Roe, R."><meta name="author" content="Web team">'
        )
        assert page(markup).authors == ("Doe, Jane", "Roe, R.")
        linked = '<meta property="article:author" content="https://x.org/me">'
        assert page(linked).authors == ()
        data = {"@type": "Report", "name": "R", "author": [{"name": "A"}, "B", {"name": 3}, None]}
        assert page(f"<script type='application/ld+json'>{json.dumps(data)}</script>").authors == (
            "A",
            "B",
        )

    def test_language_and_address(self) -> None:
        paper = page('<html lang="fr-CA"><link href="/b" rel="canonical"><p>x')
        assert (paper.language, paper.canonical) == ("fr-CA", "https://www.example.org/b")
        assert page('<link rel=canonical href="javascript:alert(1)">').canonical == ""
        assert page('<link rel=canonical href="http://[::bad/">').canonical == ""

    def test_anchors(self) -> None:
        paper = page("<h2 id='a b'>x</h2><a name=c></a><i ID=d&amp;e></i><!-- <p id=no> -->")
        assert paper.anchors == {"a b", "c", "d&e"}

    def test_what_a_head_names_is_no_anchor(self) -> None:
        markup = "<head><meta name=description content=x></head><body><p id=y>z"
        assert page(markup).anchors == {"y"}


class TestWhole:
    def test_a_page_that_was_cut(self) -> None:
        assert page("<p>x").whole
        assert not page("<p>x", cut=True).whole

    @pytest.mark.parametrize(
        "markup",
        [
            '<div id="root"></div><script src=a.js></script>',
            '<body><div id="app">Loading…</div><script src=a.js></script>',
            "<p>Please enable JavaScript to view this site.</p><script src=a.js></script>",
            "<noscript>You need to enable JavaScript.</noscript><p>Hi<script>1</script>",
            "<noscript>Veuillez activer JavaScript.</noscript><p>Oui<script>1</script>",
            "<script>location='/a'</script>",
        ],
    )
    def test_a_page_made_by_programs(self, markup: str) -> None:
        assert not page(markup).whole

    def test_a_full_page_with_programs_is_whole(self) -> None:
        markup = "<div id=root><p>" + "Words and words. " * 60 + "</div><script src=a.js></script>"
        assert page(markup).whole
        assert page("<p>A short page about JavaScript.</p><script>1</script>").whole


class TestCharset:
    TEXT = "Café à 5 €"

    @pytest.mark.parametrize("name", ["windows-1252", "utf-16-le", "iso-8859-15"])
    def test_what_the_header_says(self, name: str) -> None:
        header = "utf-16le" if name == "utf-16-le" else name
        body = f"<p>{self.TEXT}".encode(name)
        assert page(body, content_type=f"text/html; charset={header}").text == self.TEXT

    def test_what_the_page_says(self) -> None:
        body = f"<meta charset='iso-8859-1'><p>{self.TEXT}".encode("cp1252")
        assert page(body, content_type="text/html").text == self.TEXT

    @pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
    def test_a_mark_at_the_start_is_believed(self, mark: str) -> None:
        body = f"<p>{self.TEXT}".encode(mark)
        assert page(body, content_type="text/html; charset=latin-1").text == self.TEXT

    def test_utf8_that_is_called_latin(self) -> None:
        body = f"<p>{self.TEXT}".encode()
        assert page(body, content_type="text/html; charset=ISO-8859-1").text == self.TEXT

    def test_latin_that_is_called_utf8(self) -> None:
        body = "<p>Évolution de la température à l'été : les préfets s'inquiètent déjà".encode(
            "cp1252"
        )
        assert "température" in page(body, content_type="text/html; charset=utf-8").text

    def test_utf8_with_a_broken_byte_stays_utf8(self) -> None:
        body = "<p>é è à ç ù ô î".encode() + b" \xe9 <p>fin"
        assert page(body).text == "é è à ç ù ô î \ufffd\nfin"

    def test_utf8_that_was_cut_in_a_character(self) -> None:
        assert page("<p>é à".encode()[:-1], cut=True).text == "é"

    def test_japanese_in_escapes(self) -> None:
        body = "<p>日本語".encode("iso-2022-jp")
        assert page(body, content_type="text/html; charset=iso-2022-jp").text == "日本語"

    @pytest.mark.parametrize(
        "name", ["rot13", "base64", "punycode", "unicode_escape", "x" * 300, "☃"]
    )
    def test_names_that_are_no_encodings_of_pages(self, name: str) -> None:
        body = "<p>plain à".encode("cp1252")
        assert page(body, content_type=f"text/html; charset={name}").text.startswith("plain ")


class TestKinds:
    @pytest.mark.parametrize(
        ("body", "media", "kind"),
        [
            (b"<p>x", "text/html", "html"),
            (b"<!doctype html><p>x", "", "html"),
            (b"<!DOCTYPE html><p>", "application/octet-stream", "html"),
            (b"x", "text/plain", "text"),
            (b"<p>x", "text/plain", "text"),
            (b"{}", "application/ld+json", "json"),
            (b"<a/>", "application/atom+xml", "xml"),
            (b"<?xml version='1.0'?><a/>", "", "xml"),
            (b"%PDF-1.7", "text/html", "pdf"),
            (b"", "application/pdf", "pdf"),
            (b"\x89PNG\r\n", "image/png", "other"),
            (b"PK\x03\x04abc", "application/zip", "other"),
            (b"a\0b", "", "other"),
            (b"word", "", "text"),
        ],
    )
    def test_what_kind_of_file(self, body: bytes, media: str, kind: str) -> None:
        assert kind_of(body, {"content-type": media}, URL) == kind

    def test_paragraphs_of_plain_text(self) -> None:
        paper = page("First line\r\nof it\r\n\r\nNext", content_type="text/plain")
        assert (paper.kind, paper.text) == ("text", "First line of it\nNext")

    def test_values_of_json(self) -> None:
        paper = page('{"share": {"Peru": 12.5, "x": [1, null]}}', content_type="application/json")
        assert paper.text == "Peru: 12.5\nx: 1"
        assert page("{broken\n 12", content_type="application/json").text == "{broken\n12"
        assert page("[" * 90_000, content_type="application/json").text == "[" * 90_000

    def test_xml(self) -> None:
        markup = "<?xml version='1.0'?><r><i n='1'>12 &amp; 3</i><d><![CDATA[4 < 5]]></d></r>"
        assert page(markup, content_type="application/xml").text == "12 & 3\n4 < 5"

    def test_a_file_without_text_is_not_whole(self) -> None:
        paper = page(b"\x89PNG", content_type="image/png")
        assert (paper.kind, paper.text, paper.whole) == ("other", "", False)

    def test_long_text_is_cut_and_says_so(self) -> None:
        paper = page("word " * 300_000, content_type="text/plain")
        assert len(paper.text) <= 1_000_000
        assert not paper.whole


class TestPortable:
    def pdf(self, words: str) -> bytes:
        """Return the smallest file that says something."""
        stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode()
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Title(The report)/Author(Jane Doe)>>",
        ]
        body, places = b"%PDF-1.4\n", []
        for number, each in enumerate(objects, 1):
            places.append(len(body))
            body += b"%d 0 obj%s endobj\n" % (number, each)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        start = len(body)
        body += b"xref\n0 7\n0000000000 65535 f \n" + table
        return body + b"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>startxref\n%d\n%%%%EOF" % start

    def test_what_it_says(self) -> None:
        pytest.importorskip("pypdfium2")
        paper = page(self.pdf("78 percent of it"), content_type="application/pdf")
        assert (paper.kind, paper.text, paper.whole) == ("pdf", "78 percent of it", True)
        assert (paper.title, paper.authors) == ("The report", ("Jane Doe",))

    def test_a_broken_one_is_empty_and_not_whole(self) -> None:
        for body in (b"%PDF-", b"%PDF-1.4" + b"\xff" * 2000, self.pdf("x")[:200]):
            paper = page(body, content_type="application/pdf")
            assert (paper.kind, paper.text, paper.whole) == ("pdf", "", False)

    @pytest.mark.parametrize(
        "process",
        [
            "import os; os.abort()",
            "import time; time.sleep(60)",
            "print('no JSON')",
            "import contentlint.web.portable as it; it._hold(); bytearray(2_000_000_000)",
        ],
    )
    def test_a_file_that_breaks_its_reader_breaks_nothing_else(self, monkeypatch, process):
        pytest.importorskip("pypdfium2")
        start = "import sys; sys.path[:] = sys.argv[1:]; "
        monkeypatch.setattr(portable, "_PROCESS", start + process)
        monkeypatch.setattr(portable, "_SECONDS", 1.0)
        monkeypatch.setattr(portable, "_BEGINNING", 1.0)
        started = time.monotonic()
        paper = page(self.pdf("78 percent of it"), content_type="application/pdf")
        assert (paper.kind, paper.text, paper.whole) == ("pdf", "", False)
        assert time.monotonic() - started < 20

    def test_no_module_of_the_checkout_is_run(self, monkeypatch, tmp_path):
        pytest.importorskip("pypdfium2")
        for name in ("pypdfium2", "json", "resource", "contentlint"):
            (tmp_path / f"{name}.py").write_text("open('ran', 'w')\n")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        monkeypatch.setattr(sys, "path", ["", *sys.path])
        paper = page(self.pdf("78 percent of it"), content_type="application/pdf")
        assert paper.text == "78 percent of it"
        assert not (tmp_path / "ran").exists()


NESTED = {
    "elements": b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000,
    "lists": b"<ul><li>" * 100_000,
    "formatting": b"".join(b"<b a=%d>" % number for number in range(60_000)) + b"<p>x" * 60_000,
    "attributes": b"<div " + b"".join(b"a%d=1 " % number for number in range(150_000)) + b">x",
    "quotes": b'<a b="' * 200_000,
    "tags without an end": b"<a " * 500_000,
    "names without a value": (b" id" + b" " * 500) * 3000,
    "raised": (b"<sup>" + b" " * 500) * 3000,
    "hidden": b"<template><noscript><!-->" * 60_000,
    "data": b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script>x",
    "much data": b'<script type="application/ld+json">{"@type":"Book","name":"n"}</script>'
    * 20_000,
    "entities": b"&#9" * 500_000,
    "numbers": b"&#" + b"1" * 1_500_000,
    "blanks": b"<br>" + b" " * 1_500_000 + b"<br>",
    "signs": b"<" * 1_500_000,
    "equals": b"<a " + b"=" * 1_500_000,
    "zeros": b"\0" * 1_500_000,
    "high": b"\xff" * 1_500_000,
}


@pytest.mark.parametrize("name", NESTED)
def test_hostile_pages_take_time_in_proportion_to_their_length(name: str) -> None:
    started = time.perf_counter()
    paper = read(NESTED[name], HTML, URL)
    assert time.perf_counter() - started < 3  # a tree takes 18 s for the first, and 50 for another
    assert isinstance(paper.text, str)


def test_no_bytes_make_it_stop() -> None:
    dice = random.Random(7)
    whole = "".join(
        f"<html lang=fr><meta charset={name}><title>a &#x1F600; | b</title><h1 id='é'>c</h1>"
        '<script type=application/ld+json>{"@type":"Book"}</script><img alt=\'é\'><pre>\n</pre>'
        for name in ("utf-8", "latin-1")
    ).encode()
    medias = ("text/html", "text/plain", "application/json", "text/xml", "application/pdf", "")
    for _ in range(1500):
        at = dice.randrange(len(whole))
        noise = dice.randbytes(dice.randrange(12))
        body = whole[:at] + noise + whole[at + dice.randrange(20) :]
        paper = read(body, {"content-type": dice.choice(medias)}, URL, cut=dice.random() < 0.5)
        assert len(paper.digest) == 16
        assert "\x00" not in paper.text
