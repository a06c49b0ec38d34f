"""What the rule image-alt flags, and what it leaves alone."""

import pytest

from contentlint import Severity
from contentlint.testing import assert_flags, violations
from contentlint_rules.links.image_alt import ImageAlt

RULE = ImageAlt()


@pytest.mark.parametrize(
    "marked",
    [
        "⟦![](mill.png)⟧\n",
        '⟦![ ](mill.png "The mill")⟧\r\n',
        "[⟦![](mill.png)⟧](/mill)\n",
        "⟦![][m]⟧\n\n[m]: mill.png\n",
        "> - ⟦![](mill.png)⟧\n",
        "| a |\n| - |\n| ⟦![](mill.png)⟧ |\n",
        "磨坊⟦![](mill.png)⟧。\n",
        "⟦![IMG_2031](a.png)⟧ ⟦![DSC00123.JPG](a.png)⟧ ⟦![img/old-mill.webp](a.png)⟧\n",
        "⟦![Screenshot 2024-02-03 at 10.11.12.png](a.png)⟧\n",
        "⟦![Screenshot 2024-02-03 at 10.11.12](a.png)⟧ ⟦![image-3](a.png)⟧\n",
        "⟦![Image](a.png)⟧ ⟦![alt text](a.png)⟧ ⟦![Capture d’écran](a.png)⟧ ⟦![截图](a.png)⟧\n",
        "⟦![Bildschirmfoto](a.png)⟧ ⟦![captura de pantalla](a.png)⟧ ⟦![Фото](a.png)⟧\n",
    ],
)
def test_markdown(marked: str) -> None:
    assert_flags(RULE, marked)


@pytest.mark.parametrize(
    "marked",
    [
        '⟦<img src="mill.png">⟧\n',
        'Here ⟦<IMG SRC="mill.png" />⟧ it is.\n',
        '<p>\n  ⟦<img\n    src="mill.png?alt=1">⟧\n</p>\n',
        '⟦<img src="{{ url }}/mill.png">⟧\n',
        '⟦<img src="mill.png" data-alt="The mill">⟧\n',
        '⟦<img src="mill.png" aria-hidden="false">⟧\n',
        '⟦<img src="mill.png" alt="mill.png">⟧\n',
        '<!-- a --> ⟦<img src="mill.png">⟧ <!-- b -->\n',
    ],
)
def test_html(marked: str) -> None:
    assert_flags(RULE, marked)


def test_alt_without_a_value_is_doubtful() -> None:
    (found,) = assert_flags(RULE, '⟦<img src="mill.png" alt>⟧\n')
    assert found.level is Severity.INFO


def test_jsx() -> None:
    marked = "# A\n\n⟦<img src={mill} />⟧\n\n<img src={mill} alt={words} />\n\n<img {...all} />\n"
    assert_flags(RULE, marked, path="page.mdx")


@pytest.mark.parametrize(
    "text",
    [
        "![The mill](mill.png) ![A screenshot of the mill](a.png) ![{{ words }}](a.png)\n",
        "![Image of the mill](a.png) ![Photo: the dam](a.png) ![Open mill.png first](a.png)\n",
        "![not an image] and ![] and \\![](a.png)\n",
        "`![](a.png)` and `<img src='a'>`\n\n```\n![](a.png)\n<img src='a'>\n```\n",
        "<img src='a' alt=''> <img src='a' ALT=\"The mill\"> <img alt=mill src=a>\n",
        "<img src='a' aria-hidden='true'> <img src='a' role=presentation> <img src='a' hidden>\n",
        "<img src='a' width='1' height='1'> <img src='a' style='display: none'>\n",
        "<img src='a' :alt='b'> <img src='a' v-bind:alt='b'> <img {{ all }}>\n",
        "<img src='a' aria-label='The mill'> <image src='a'> <imgs>\n",
        "<!-- <img src='a'> ![](a.png) -->\n",
        "<script>\nvar a = \"<img src='a'>\";\n</script>\n",
        "$![](a.png)$\n",
        "---\na: '![](b.png)'\n---\n",
        "![",
        "<img",
    ],
)
def test_silent(text: str) -> None:
    assert_flags(RULE, text)


def test_names_may_be_allowed() -> None:
    text = "![image](a.png) <img src='a' alt='a.png'> ⟦![](a.png)⟧\n"
    assert_flags(ImageAlt(names=False), text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("![](a.png)", "no text between “[]”"),
        ("![a.png](a.png)", "“a.png” is the name of a file"),
        ("![image 9](a.png)", "“image 9” could be any image"),
        ("<img src='a'>", "no “alt”"),
    ],
)
def test_the_message_says_what_is_wrong(text: str, words: str) -> None:
    (found,) = violations(RULE, text)
    assert words in found.message


@pytest.mark.parametrize(
    "piece", ["![](a) ", "<img ", '<img "', "<img a='", "<!-- <img> ", "<img> ", "![" * 9]
)
def test_hostile_text_takes_linear_time(piece: str, linear) -> None:
    linear(lambda size: violations(RULE, piece * size), 300)
