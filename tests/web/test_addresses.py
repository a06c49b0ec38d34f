import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.web.addresses import LONGEST, AddressError, parsed


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("HTTP://Example.COM:80", "http://example.com/"),
        ("https://example.com:443/a/../b", "https://example.com/b"),
        ("https://example.com:80/", "https://example.com:80/"),
        ("http://bücher.example/ü?q=é", "http://xn--bcher-kva.example/%C3%BC?q=%C3%A9"),
        ("http://faß.example/", "http://xn--fa-hia.example/"),
        ("http://example.com/a b", "http://example.com/a%20b"),
        ("http://example.com/%zz?a=[b]|c", "http://example.com/%zz?a=[b]|c"),
        (" http://exam\nple.com/\t", "http://example.com/"),
        ("http:\\\\example.com\\a", "http://example.com/a"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.0.0.0x1/", "http://127.0.0.1/"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://①②⑦.0.0.1/", "http://127.0.0.1/"),
        ("http://h%41.example/", "http://ha.example/"),
        ("http://@example.com/", "http://example.com/"),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(written, url):
    assert parsed(written).url == url


@pytest.mark.parametrize(
    "written",
    [
        "",
        "example.com",
        "//example.com/",
        "/a",
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@example.com",
        "http://user@example.com/",
        "http://user:secret@example.com/",
        "http://:secret@example.com/",
        "http://[::bad/",
        "http://[::1%25eth0]/",
        "http://example.com:99999/",
        "http://example.com:0/",
        "http://example.com:http/",
        "http://256.1.1.1/",
        "http://a b/",
        "http://a..b/",
        "http://.a/",
        "http://" + "a" * 64 + ".example/",
        "http://",
        "http://h/\ud800",
        "http://example.com/" + "a" * LONGEST,
    ],
)
def test_what_is_no_address_to_ask_is_refused_in_words(written):
    with pytest.raises(AddressError, match=r"\w"):
        parsed(written)


def test_the_fragment_is_kept_apart_as_it_was_written():
    address = parsed("http://example.com/a?b=#c#d%20é")
    assert (address.url, address.fragment) == ("http://example.com/a?b=", "c#d%20é")
    assert parsed("http://example.com/a").fragment == ""


def test_parts():
    address = parsed("https://[::FFFF:127.0.0.1]:8443/x")
    assert (address.scheme, address.host, address.port) == ("https", "::ffff:7f00:1", 8443)
    assert address.origin == "https://[::ffff:7f00:1]:8443"
    assert parsed("http://Example.com").origin == "http://example.com:80"


def test_equal_addresses_have_one_key_and_others_have_not():
    assert parsed("http://h/%7ea%2fb#c").key == parsed("http://h:80/~a%2Fb").key
    keys = {
        parsed(each).key
        for each in ("http://h/a", "https://h/a", "http://h/A", "http://h/a/", "http://h/a?")
    }
    assert len(keys) == 5
    assert parsed("http://h/a%2Fb").key != parsed("http://h/a/b").key
    assert parsed("http://h/%zz%4").key == "http://h/%zz%4"


def test_what_is_asked_keeps_its_escapes_as_they_are():
    assert parsed("http://h/%7ea%2fb").url == "http://h/%7ea%2fb"


def test_a_location_is_seen_from_the_page_that_names_it():
    base = parsed("https://example.com/a/b?c#d")
    assert parsed("../x", base).url == "https://example.com/x"
    assert parsed("?y", base).url == "https://example.com/a/b?y"
    assert parsed("//other.example/z", base).url == "https://other.example/z"
    with pytest.raises(AddressError):
        parsed("http://[::bad/", base)
    with pytest.raises(AddressError):
        parsed("//user@example.com/", base)


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://h/", "//", "http://["]))
def test_any_text_is_an_address_or_refused(text, before):
    try:
        address = parsed(before + text)
    except AddressError:
        return
    assert address.scheme in ("http", "https")
    assert address.host
    assert "#" not in address.url
    assert parsed(address.url).url == address.url
    assert parsed(address.key).key == address.key


@given(st.text(max_size=60))
def test_any_location_is_an_address_or_refused(text):
    try:
        found = parsed(text, parsed("http://example.com/a"))
    except AddressError:
        return
    assert found.url.isascii()
