"""What answers are worth: dead is what is surely dead, and alive what only looks like it."""

import asyncio
import math
from datetime import UTC, datetime

import pytest

from contentlint.citations.visit import Verdict, Visit
from contentlint.web.answer import Answer, Hop, Trouble
from contentlint.web.verdicts import visit_of
from contentlint.web.visiting import _Reader

NOW = datetime(2026, 11, 29, tzinfo=UTC)
URL = "https://www.example.org/reports/steel-in-2024.html"
WORDS = "Steel is made of iron, and of coal that nobody wants to burn any longer. "
ARTICLE = f"<h1>Steel</h1><p>{WORDS * 60}</p>"


def seen(
    *steps: int | str,
    body: str | bytes = ARTICLE,
    fragment: str = "",
    media: str = "text/html",
    url: str = URL,
    **given: object,
) -> Visit:
    """Return what comes of an answer; ``steps`` are statuses and addresses in turn."""
    hops, at = [], url
    for step in steps:
        if isinstance(step, str):
            at = step
        else:
            hops.append(Hop(at, step))
    headers = {"content-type": media, **given.pop("headers", {})}  # type: ignore[dict-item]
    raw = body.encode() if isinstance(body, str) else body
    return visit_of(Answer(url, tuple(hops), headers, raw, **given), fragment, NOW)  # type: ignore[arg-type]


def titled(title: str, text: str = "Go to the start page.", heading: str = "") -> str:
    return f"<title>{title}</title><h1>{heading}</h1><p>{text}</p>"


class TestAnswers:
    def test_a_page_is_alive(self) -> None:
        visit = seen(200)
        assert (visit.verdict, visit.reason) == (Verdict.ALIVE, "It answers (200).")
        assert (visit.url, visit.final, visit.status, visit.checked) == (URL, URL, 200, NOW)
        assert visit.paper is not None
        assert visit.paper.title == "Steel"
        assert not visit.permanent

    @pytest.mark.parametrize("status", [204, 205])
    def test_what_these_statuses_bring_is_no_page(self, status: int) -> None:
        assert (seen(status).verdict, seen(status).paper) == (Verdict.ALIVE, None)

    @pytest.mark.parametrize("status", [204, 205, 206, 200, 203])
    def test_success_without_a_page(self, status: int) -> None:
        visit = seen(status, body=b"")
        assert (visit.verdict, visit.paper) == (Verdict.ALIVE, None)

    def test_several_choices_are_a_page(self) -> None:
        assert seen(300).verdict is Verdict.ALIVE

    @pytest.mark.parametrize(
        ("status", "verdict"),
        [
            (301, Verdict.FAILED),
            (304, Verdict.FAILED),
            (400, Verdict.FAILED),
            (401, Verdict.LOGIN),
            (402, Verdict.BLOCKED),
            (403, Verdict.BLOCKED),
            (404, Verdict.DEAD),
            (405, Verdict.BLOCKED),
            (406, Verdict.BLOCKED),
            (407, Verdict.BLOCKED),
            (408, Verdict.TIMEOUT),
            (410, Verdict.DEAD),
            (418, Verdict.BLOCKED),
            (429, Verdict.BLOCKED),
            (451, Verdict.BLOCKED),
            (511, Verdict.BLOCKED),
            (500, Verdict.FAILED),
            (503, Verdict.FAILED),
            (530, Verdict.FAILED),
            (777, Verdict.FAILED),
            (999, Verdict.BLOCKED),
        ],
    )
    def test_statuses(self, status: int, verdict: Verdict) -> None:
        visit = seen(status)
        assert visit.verdict is verdict
        assert str(status) in visit.reason
        assert visit.reason.endswith(".")
        assert visit.paper is None

    def test_statuses_that_nobody_knows_are_told_by_their_family(self) -> None:
        assert "does not understand" in seen(400).reason
        assert "does not understand" in seen(499).reason
        assert "The site failed" in seen(500).reason
        assert "The site failed" in seen(599).reason
        assert "means nothing" in seen(600).reason

    @pytest.mark.parametrize(
        ("trouble", "verdict"),
        [
            (Trouble.NO_HOST, Verdict.DEAD),
            (Trouble.NO_NAMES, Verdict.FAILED),
            (Trouble.CLOSED, Verdict.FAILED),
            (Trouble.TIMEOUT, Verdict.TIMEOUT),
            (Trouble.TLS, Verdict.TLS),
            (Trouble.PRIVATE, Verdict.REFUSED),
            (Trouble.ADDRESS, Verdict.REFUSED),
            (Trouble.LOOP, Verdict.FAILED),
            (Trouble.HOPS, Verdict.FAILED),
            (Trouble.GARBLED, Verdict.FAILED),
            (Trouble.PATIENCE, Verdict.BLOCKED),
            (Trouble.OFFLINE, Verdict.UNCHECKED),
            (Trouble.BUDGET, Verdict.UNCHECKED),
            (Trouble.STOPPED, Verdict.UNCHECKED),
        ],
    )
    def test_troubles(self, trouble: Trouble, verdict: Verdict) -> None:
        visit = seen(200, trouble=trouble, detail="x")
        assert visit.verdict is verdict
        assert visit.paper is None

    def test_what_the_other_side_said_is_told_where_it_explains_something(self) -> None:
        assert seen(trouble=Trouble.TLS, detail="it is out of date").reason.endswith(
            ": it is out of date."
        )
        assert "nodename" not in seen(trouble=Trouble.NO_HOST, detail="nodename").reason
        assert "(429)" in seen(429, trouble=Trouble.PATIENCE).reason
        assert "(200)" not in seen(200, trouble=Trouble.TIMEOUT).reason

    def test_every_trouble_has_a_verdict(self) -> None:
        assert {seen(trouble=each).reason[-1] for each in Trouble} == {"."}

    def test_words_of_the_other_side_are_harmless_and_short(self) -> None:
        visit = seen(trouble=Trouble.TLS, detail="\x1b[2J bad\n::error::" + "x" * 999)
        assert "\x1b" not in visit.reason
        assert "\n" not in visit.reason
        assert len(visit.reason) < 250


class TestMoved:
    NEW = "https://www.example.org/archive/steel-in-2024"

    @pytest.mark.parametrize("status", [301, 308])
    def test_for_good(self, status: int) -> None:
        visit = seen(status, self.NEW, 200)
        assert (visit.verdict, visit.permanent, visit.final) == (Verdict.MOVED, True, self.NEW)
        assert visit.hops == (URL, self.NEW)
        assert self.NEW in visit.reason

    @pytest.mark.parametrize("status", [302, 303, 307])
    def test_for_the_time_being(self, status: int) -> None:
        visit = seen(301, self.NEW + "?a", status, self.NEW, 200)
        assert (visit.verdict, visit.permanent) == (Verdict.ALIVE, False)

    def test_a_page_that_moved_and_is_gone_is_dead(self) -> None:
        assert seen(301, self.NEW, 404).verdict is Verdict.DEAD

    @pytest.mark.parametrize(
        "home",
        ["https://www.example.org/", "https://www.example.org/fr/index.html", "https://new.com"],
    )
    def test_the_start_page_is_no_new_place(self, home: str) -> None:
        visit = seen(301, home, 200)
        assert (visit.verdict, visit.permanent) == (Verdict.SOFT_404, True)

    @pytest.mark.parametrize(
        ("asked", "home"),
        [
            ("https://example.org/index.html", "https://example.org/"),
            ("http://example.org", "https://example.org/"),
            ("https://example.org/fr/", "https://example.org/"),
            ("https://example.org/wiki", "https://example.org/"),
            ("https://sho.rt/aB-3x-9z", "https://example.org/"),
            ("https://example.org/a/b/c", "https://example.org/?page=c"),
        ],
    )
    def test_a_start_page_that_may_well_be_meant(self, asked: str, home: str) -> None:
        assert seen(301, home, 200, url=asked).verdict is Verdict.MOVED

    def test_the_name_of_a_page_tells_that_the_start_page_was_not_meant(self) -> None:
        asked, home = "https://example.org/steel-in-2024.html", "https://example.org/"
        assert seen(301, home, 200, url=asked).verdict is Verdict.SOFT_404
        assert seen(301, "https://iron.example/", 200, url=asked).verdict is Verdict.MOVED

    def test_a_page_for_what_is_not_found(self) -> None:
        for final in ("https://www.example.org/404.html", "https://www.example.org/en/not-found"):
            assert seen(302, final, 200).verdict is Verdict.SOFT_404


SAYS_SO = [
    "404",
    "404 Not Found",
    "Error 404",
    "Page not found | Example",
    "Example - Page Not Found",
    "Oops! That page can’t be found.",
    "404: This page could not be found.",
    "This page doesn't exist",
    "Page introuvable - Exemple",
    "Erreur 404 – Page non trouvée",
    "Cette page n’existe pas",
    "Seite nicht gefunden",
    "Fehler 404: Die Seite wurde nicht gefunden",
    "Página no encontrada",
    "Error 404 | La página no existe",
    "Pagina non trovata",
    "Página não encontrada",
    "Pagina niet gevonden",
    "Helaas, deze pagina bestaat niet meer",
]
OTHERS = [
    "How to design a 404 page",
    "404 Media",
    "Page not found: a history of the 404 error",
    "Lost and found",
    "The missing page",
    "Area code 410",
    "Peugeot 404",
    "Comment personnaliser la page introuvable",
    "Die Seite der Gerechten",
    "Error handling in HTTP",
    "Sorry",
    "Gone with the wind",
]


class TestSoft404:
    @pytest.mark.parametrize("title", SAYS_SO)
    def test_a_page_that_says_so(self, title: str) -> None:
        visit = seen(200, body=titled(title))
        assert (visit.verdict, visit.paper) == (Verdict.SOFT_404, None)

    @pytest.mark.parametrize("title", SAYS_SO)
    def test_its_heading_will_do(self, title: str) -> None:
        assert seen(200, body=titled("Example", heading=title)).verdict is Verdict.SOFT_404

    @pytest.mark.parametrize("title", OTHERS)
    def test_a_page_about_such_pages_is_alive(self, title: str) -> None:
        assert seen(200, body=titled(title, WORDS * 4, title)).verdict is Verdict.ALIVE

    def test_an_article_of_that_title_is_alive(self) -> None:
        body = titled("404 Not Found", WORDS * 60, "404 Not Found")
        assert seen(200, body=body).verdict is Verdict.ALIVE

    def test_an_address_about_such_pages_is_alive(self) -> None:
        url = "https://docs.example.org/http/status/404"
        assert seen(200, body=titled("404 Not Found"), url=url).verdict is Verdict.ALIVE
        url = "https://docs.example.org/errors/page-not-found"
        assert seen(200, body=titled("Page not found"), url=url).verdict is Verdict.ALIVE

    @pytest.mark.parametrize(
        "sentence",
        [
            "Sorry, the page you are looking for could not be found.",
            "The page you requested has been moved or removed.",
            "We can’t find the page.",
            "The requested URL /a was not found on this server.",
            "La page que vous cherchez n’existe pas ou plus.",
            "Die gesuchte Seite wurde leider nicht gefunden.",
            "La página que buscas no existe.",
            "La pagina che cerchi non esiste.",
            "A página que procura não existe.",
            "De pagina die u zoekt bestaat niet.",
        ],
    )
    def test_a_sentence_that_says_so(self, sentence: str) -> None:
        assert seen(200, body=f"<p>{sentence}").verdict is Verdict.SOFT_404
        menu = "<li>News<li>About us<li>Our products and all that there is to them" * 40
        body = titled("Page not found", menu + sentence)
        assert seen(200, body=body + menu).verdict is Verdict.SOFT_404
        assert seen(200, body=titled("Steel", sentence + WORDS * 9)).verdict is Verdict.ALIVE

    @pytest.mark.parametrize(
        "body",
        [
            "<title>example.org</title><p>This domain is for sale! Buy it now.",
            "<p>The domain example.org may be for sale.",
            "<p>Ce nom de domaine est à vendre",
            "<p>Die Domain example.org steht zu verkaufen? Domain zu verkaufen",
            '<p>Related searches<script src="https://img.sedoparking.com/a.js"></script>',
        ],
    )
    def test_a_domain_for_sale(self, body: str) -> None:
        visit = seen(200, body=body)
        assert visit.verdict is Verdict.SOFT_404
        assert "domain" in visit.reason

    def test_a_seller_of_domains(self) -> None:
        for final in ("https://www.hugedomains.com/profile?d=x", "https://sedo.com/search/"):
            assert "domain" in seen(302, final, 200).reason
        assert seen(302, "https://hugedomains.company/profile", 200).verdict is Verdict.ALIVE

    def test_an_article_about_domains_is_alive(self) -> None:
        assert seen(200, body=f"<p>The domain is for sale.{WORDS * 40}").verdict is Verdict.ALIVE


FORM = "<form><input name=user><input type='password' name=p></form>"


class TestWalls:
    @pytest.mark.parametrize(
        "final",
        [
            "https://www.example.org/login?next=/reports",
            "https://login.example.org/",
            "https://example.okta.com/app/x",
            "https://www.example.org/wp-login.php?redirect_to=x",
            "https://www.example.org/fr/connexion",
        ],
    )
    def test_a_form_to_sign_in(self, final: str) -> None:
        visit = seen(302, final, 200, body=titled("Welcome", FORM))
        assert (visit.verdict, visit.paper) == (Verdict.LOGIN, None)

    def test_a_long_page_is_one_to_sign_in_if_it_has_a_form(self) -> None:
        final = "https://www.example.org/login"
        assert seen(302, final, 200, body=ARTICLE + FORM).verdict is Verdict.LOGIN
        assert seen(302, final, 200, body=ARTICLE).verdict is Verdict.ALIVE

    def test_a_form_in_the_place_of_the_page(self) -> None:
        assert seen(200, body=titled("Sign in", FORM)).verdict is Verdict.LOGIN
        assert seen(200, body=titled("Sign in to Example", FORM)).verdict is Verdict.LOGIN

    def test_a_page_for_signing_in_that_was_asked_for(self) -> None:
        url = "https://www.example.org/login"
        assert seen(200, body=titled("Sign in", FORM), url=url).verdict is Verdict.ALIVE

    def test_an_article_with_a_form_is_alive(self) -> None:
        assert seen(200, body=ARTICLE + FORM).verdict is Verdict.ALIVE
        guide = "https://www.example.org/docs/login-page"
        assert seen(301, guide, 200).verdict is Verdict.MOVED

    @pytest.mark.parametrize(
        "body",
        [
            "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>",
            "<title>Making sure you&#39;re not a bot!</title>",
            "<title>Attention Required! | Cloudflare</title>",
            "<title>Un instant…</title><p>Vérification",
            "<p>x<script src='https://geo.captcha-delivery.com/c.js'></script>",
            "<title>Robot Check</title><p>Type the characters",
            "<div id='px-captcha'></div>",
        ],
    )
    @pytest.mark.parametrize("status", [200, 403, 503])
    def test_a_challenge(self, body: str, status: int) -> None:
        visit = seen(status, body=body)
        assert (visit.verdict, visit.paper) == (Verdict.BLOCKED, None)
        assert "nobody could look" in visit.reason

    def test_a_redirect_that_leads_nowhere_is_no_challenge(self) -> None:
        assert seen(304, body="<title>Just a moment...</title>").verdict is Verdict.FAILED

    def test_a_challenge_that_its_headers_tell(self) -> None:
        assert seen(404, headers={"cf-mitigated": "challenge"}).verdict is Verdict.BLOCKED

    def test_an_article_with_a_captcha_for_comments_is_alive(self) -> None:
        assert seen(200, body=ARTICLE + "<div class='g-recaptcha'></div>").verdict is Verdict.ALIVE
        about = titled("Just a moment with the author", WORDS * 40)
        assert seen(200, body=about).verdict is Verdict.ALIVE


class TestFragments:
    BODY = (
        '<h2 id="user-content-intro">Intro</h2><a name="é">x</a>'
        '<p id="r é">78&nbsp;% of “it”, so<p>there'
    )

    def missing(self, fragment: str, **given: object) -> bool:
        visit = seen(200, body=self.BODY, fragment=fragment, **given)  # type: ignore[arg-type]
        assert visit.verdict is Verdict.ALIVE
        assert visit.fragment_missing is ("Nothing on it" in visit.reason)
        return visit.fragment_missing

    @pytest.mark.parametrize(
        "fragment",
        [
            "",
            "top",
            "TOP",
            "intro",
            "Intro",
            "user-content-intro",
            "é",
            "%C3%A9",
            "r%20%C3%A9",
            "L10",
            "L10-L20",
            "/route",
            "!page",
            "page=3",
            "t=90",
            ":~:text=78%20%25%20of",
            ":~:text=intro,there",
            ":~:text=x-,78%20%25,so,-there",
            ":~:text=nowhere&text=of%20%22it%22",
            "intro:~:text=Intro",
        ],
    )
    def test_there(self, fragment: str) -> None:
        assert not self.missing(fragment)

    @pytest.mark.parametrize(
        "fragment",
        ["nowhere", "r", "%C3%A8", ":~:text=79%20%25", ":~:text=there,intro", "no:~:text=Intro"],
    )
    def test_not_there(self, fragment: str) -> None:
        assert self.missing(fragment)

    def test_what_was_not_read_whole_is_not_judged(self) -> None:
        assert not self.missing("nowhere", cut=True)
        assert not self.missing("nowhere", media="text/plain")

    def test_a_fragment_is_no_way_out(self) -> None:
        visit = seen(200, body=self.BODY, fragment="\x1b[2J\n::error::" + "x" * 999)
        assert "\x1b" not in visit.reason
        assert "\n" not in visit.reason
        assert len(visit.reason) < 250


def test_addresses_that_cannot_be_parsed_have_a_verdict() -> None:
    for url in ("http://[::bad/", "http://x:99999999/", "", "javascript:1", "//", "http://\udcff/"):
        assert seen(200, url=url).verdict in Verdict
        assert seen(301, url, 200).verdict in Verdict


def test_what_there_was_no_time_to_read_is_unchecked():
    page = Answer("https://a.example/", (Hop("https://a.example/", 200),), {}, b"<p>Mills")
    for until, verdict in ((math.inf, Verdict.ALIVE), (0.0, Verdict.UNCHECKED)):
        reader = _Reader(datetime.now(UTC), lambda visit: visit, {page.url: [page.url]}, until)
        asyncio.run(reader.use([page.url], page))
        assert reader.found[page.url].verdict is verdict
