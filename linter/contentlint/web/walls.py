"""Pages that stand between a program and the page that it asked for: forms and challenges."""

import re
from collections.abc import Mapping
from urllib.parse import SplitResult

from contentlint.citations.visit import Paper
from contentlint.patterns import pattern
from contentlint.web.absence import folded
from contentlint.web.places import split

_LITTLE = 1500
"""Code points of text up to which a page may be a wall and nothing else."""
_SEARCHED = 100_000
_CHALLENGE_TITLES = pattern(
    r"just a moment|attention required cloudflare|making sure you(?:re| are) not a bot"
    r"|are you (?:a robot|human|not a robot)|robot check|pardon our interruption|human verification"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|security (?:check|verification|checkpoint)"
    r"|vercel security checkpoint|ddos guard|checking your browser.{0,40}"
    r"|bot (?:check|verification)"
    r"|un instant|nur einen moment|un momento|einen moment|um momento|een moment geduld"
    r"|access to this page has been denied|please (?:verify|confirm) you are (?:a )?human|captcha"
    r"|request rejected|client challenge|one moment please"
)
_CHALLENGES = re.compile(
    rb"_cf_chl_opt|cf-challenge-running|anubis_challenge|within\.website/x/cmd/anubis"
    rb"|captcha-delivery\.com|px-captcha|_Incapsula_Resource|awswafintegration|AwsWafIntegration"
    rb"|/\.well-known/sgcaptcha|ddos-guard/js-challenge|id=[\"']?captcha|g-recaptcha|h-captcha"
    rb"|cf-turnstile|/_sec/cp_challenge",
)
_FORMS = re.compile(
    rb"<input\b[^<>]*\btype\s*=\s*[\"']?password\b|autocomplete=[\"']?current-password",
    re.IGNORECASE,
)
_SIGN_IN = (
    r"log[-_]?(?:in|on)|sign[-_]?in|wp-login\.php|connexion|se-connecter|anmeld(?:en|ung)|einloggen"
    r"|iniciar-sesion|accedi|inloggen|aanmelden|iniciar-sessao|authenticate|oauth2?|saml2?|sso"
    r"|shibboleth|adfs|userlogin|login\.\w{2,5}|signin\.\w{2,5}|account-login|customer-login"
)
_SIGN_IN_PATH = pattern(rf"/(?:{_SIGN_IN})(?:/|\Z)", re.IGNORECASE)
_SIGN_IN_HOST = pattern(
    r"\A(?:login|signin|sso|auth|idp|accounts|authn|passport|cas|shibboleth|adfs|secure-?login|id)\."
    r"|(?:\.okta|\.auth0|\.onelogin|\.microsoftonline|\.amazoncognito)\.com\Z",
    re.IGNORECASE,
)
_SIGN_IN_TITLES = pattern(
    r"(?:please )?(?:log ?in|sign ?in|log ?on|member login|login required|sign in to .{1,60}"
    r"|log in to .{1,60}|login to .{1,60}|connexion|se connecter|identifiez vous|authentification"
    r"|connectez vous|anmelden|anmeldung|einloggen|login|iniciar sesion|inicia sesion|acceso"
    r"|accedi|effettua il login|iniciar sessao|entrar|fazer login|inloggen|aanmelden)"
)


def challenge(status: int, headers: Mapping[str, str], body: bytes, paper: Paper | None) -> bool:
    """Whether an answer asks for proof that a person is asking."""
    if "challenge" in headers.get("cf-mitigated", "").lower():
        return True
    if headers.get("x-amzn-waf-action", "").lower() in ("challenge", "captcha"):
        return True
    if paper is not None and len(paper.text) > _LITTLE:
        return False
    if paper is not None and any(_CHALLENGE_TITLES.fullmatch(folded(each)) for each in paper.names):
        return True
    # A form for comments may have a captcha: only a page that is nothing else is a wall.
    bare = status >= 400 or paper is None or len(paper.text) <= 400
    return bare and bool(_CHALLENGES.search(body, 0, _SEARCHED))


def asks_to_sign_in(asked: str, final: str, paper: Paper, body: bytes) -> bool:
    """Whether a form to sign in stands in the place of the page that was asked for."""
    start, end = split(asked), split(final)
    if is_of_signing_in(start):
        return False
    little = len(paper.text) <= _LITTLE
    if asked != final and is_of_signing_in(end):
        return little or bool(_FORMS.search(body))
    titled = little and any(_SIGN_IN_TITLES.fullmatch(folded(each)) for each in paper.names)
    return titled and bool(_FORMS.search(body))


def is_of_signing_in(url: SplitResult) -> bool:
    """Whether an address is that of a form to sign in."""
    return bool(_SIGN_IN_PATH.search(url.path) or _SIGN_IN_HOST.search(url.hostname or ""))
