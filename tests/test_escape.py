"""Escaping: hostile text in every place where pages hold article text is rendered, and reads back as the same text."""

import html
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from mkdocs.utils.meta import get_data

from builder.escape import (
    URL_LENGTH,
    escape_attribute,
    escape_front_matter,
    escape_inside,
    escape_text,
    has_stacked_marks,
    make_safe_url,
    strip_controls,
    strip_hidden,
)
from tests.cases import load_cases

CASES = [
    (title, re.sub(r"\{U\+(\w+)\}", lambda found: chr(int(found[1], 16)), text), expected)
    for title, text, expected in load_cases("escape")
]
PLAIN = "Zq"  # stands in a template where the text goes

# Where article text stands on a page: TEXT is escaped as text, VALUE as an attribute's value.
PLACES = {
    "list item": (
        '<div class="points" markdown>\n\n'
        '- **Said** <span class="v">TEXT</span>&nbsp;[A¶3](x.md#s-1){ .cite title="paragraph 3" }\n'
        "- <span>more</span>\n\n</div>"
    ),
    "list item of its own": '<div class="points" markdown>\n\n- TEXT\n- TEXT\n\n</div>',
    "heading": "## Source text { #source-text }\n\n### TEXT { #h-1 .sh }\n\nmore",
    "page heading": "# TEXT { #entity }\n\nmore",
    "table cell": (
        '<div class="matrix" markdown>\n\n| Name | A |\n|---|---|\n'
        '| TEXT | [2](x.md){ .k .k2 title="A" } |\n| TEXT | 3 |\n\n</div>'
    ),
    "table cell in a span": (
        '<details class="fold" markdown>\n<summary>Removed</summary>\n\n| Text | Words |\n|---|--:|\n'
        '| <span class="v hl">TEXT</span> | 4 |\n\nmore\n\n</details>'
    ),
    "link text": 'see <span class="v hl">[TEXT](x.md)</span> and **[TEXT](../y.md#z)**, more',
    "link text before a count": '<p class="chips" markdown>[TEXT <b>2</b>](x.md) [TEXT <b>3</b>](y.md)</p>',
    "title of a link": '- more [A¶3](x.md#s-1){ .cite title="VALUE, paragraph 3" } more',
    "raw HTML": (
        '<div class="filter" hidden>\n<label>Topic <select name="t"><option value="VALUE">TEXT</option></select>'
        "</label>\n</div>\n\nmore"
    ),
    "mark": (
        '<div class="points" markdown>\n\n- <span class="v">before INSIDE<mark>TEXT</mark>INSIDE after</span>\n\n</div>'
    ),
    "paragraph": (
        '<div class="src" lang="en" markdown>\n\n[1](#s-1){ .pn title="1" } <span id="s-1" class="s">TEXT</span> '
        '<span id="s-2" class="s u">TEXT</span>\n{: .p }\n\n</div>'
    ),
    "note": '<p class="note" markdown>TEXT</p>\n\nmore',
    "line of its own": "more\n\nTEXT\n\nmore",
    "line under another": "more\nTEXT\nmore",
    "quotation": (
        '<figure class="q" markdown>\n<blockquote><span class="v">TEXT</span> … <span class="v">TEXT</span>'
        '</blockquote>\n<figcaption markdown>**<span class="v hl">TEXT</span>** [A](x.md)</figcaption>\n</figure>'
    ),
    "anchor": 'more <a href="https://example.org/" rel="nofollow">TEXT</a> more',
    "bold": "- **TEXT** and **“TEXT”**{ #t-1 }, more",
}


class Reader(HTMLParser):
    """What a browser makes of a page: elements with their attributes, and the text between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[str | tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.text: list[str] = []

    def close_text(self) -> None:
        if text := " ".join("".join(self.text).split()):
            self.events.append(text)
        self.text = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.close_text()
        self.events.append((tag, tuple((key, value and " ".join(value.split())) for key, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.close_text()
        self.events.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


def read_html(page: str) -> list[object]:
    reader = Reader()
    reader.feed(page)
    reader.close()
    reader.close_text()
    return list(reader.events)


def render(markdown: str) -> str:
    """As MkDocs renders a page of the site."""
    toc = TocExtension(permalink=False, toc_depth="2-2")
    return Markdown(extensions=["attr_list", "md_in_html", "tables", toc]).convert(markdown)


@cache
def read_plain(place: str) -> tuple[object, ...]:
    return tuple(read_html(render(re.sub("TEXT|VALUE|INSIDE", PLAIN, PLACES[place]))))


def put(event: object, text: str) -> object:
    """The event of the harmless page with the text in place of the harmless word."""
    if isinstance(event, str):
        return event if event.startswith("</") else " ".join(event.replace(PLAIN, text).split())
    assert isinstance(event, tuple)
    tag, attributes = event
    return tag, tuple((key, value and " ".join(value.replace(PLAIN, text).split())) for key, value in attributes)


ESCAPES: dict[str, Callable[[str], str]] = {"TEXT": escape_text, "VALUE": escape_attribute, "INSIDE": escape_inside}


def reads_back(text: str, place: str, escapes: dict[str, Callable[[str], str]] = ESCAPES) -> bool:
    """Whether the page with the text is the harmless page with the text in it and nothing else."""
    page = render(re.sub("TEXT|VALUE|INSIDE", lambda found: escapes[found[0]](text), PLACES[place]))
    shown = " ".join(strip_controls(text).split())
    return read_html(page) == [put(event, shown) for event in read_plain(place)]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(text: str, expected: str) -> None:
    assert escape_text(text) == expected
    assert " ".join(html.unescape(expected).split()) == " ".join(strip_controls(text).split())


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_case_in_every_place(text: str) -> None:
    assert [place for place in PLACES if not reads_back(text, place)] == []


@pytest.mark.parametrize("place", PLACES)
def test_the_proof_finds_what_is_not_escaped(place: str) -> None:
    for weak in (str, html.escape) if place != "raw HTML" else (str,):
        texts = ("<b>x</b>", "*x*", "[x](y)", "`x`", '" onclick="x', "<!-- x -->")
        assert not all(reads_back(text, place, dict.fromkeys(ESCAPES, weak)) for text in texts)


def test_enough_cases() -> None:
    assert len(CASES) >= 60


SPACES = ["\n", "\n\n", "    ", "\t", "  \n", "\r", " ", "\u2028", "\u00a0", "\u3000"]
PIECES = st.sampled_from(
    (
        "<script> </span> </div> </td> </option> </title> <!-- --> <![CDATA[ ]]> <?x ?> < > & &lt; &#60; &amp;amp; \" '"
        " = javascript: [ ] ( ) ![ ](x) ][ { } {: .a #b onclick=x {#c} * ** _ __ ~~ ` ``` \\ \\\\ \\[ # ## | |---| ---"
        " - === + 1. 12) : !!! ??? /// --8<-- [TOC] [^1]: [x]: *[A]: ${1} {{ }} {% $$ \\( :smile: ^^ == wzxhzdk:0"
        " klzzwxh:0001 \x02wzxhzdk:0\x03 \x02klzzwxh:0\x03 \x02amp\x03 \x00 \x01 \x7f \x9f \u200b \u202e \ufeff \ufffe"
        " a b lock é 日本 مرحبا 👩\u200d🔬 <https://e.org> a@b.org www.e.org &nbsp; ; % @ ^ ~ ? . , « “"
    ).split(" ")
    + SPACES
)
HOSTILE = st.one_of(
    st.lists(PIECES, min_size=1, max_size=8).map("".join),
    st.lists(PIECES, max_size=6).map(" ".join),
    st.text(max_size=20),
)


@given(HOSTILE, st.sampled_from(sorted(PLACES)))
@example("\x02wzxhzdk:0\x03 [TOC]", "line of its own")
@example("1. [x]: javascript:y", "line of its own")
@example("=", "line under another")
@example("-", "line under another")
@settings(max_examples=600, deadline=None)
def test_any_text_in_any_place(text: str, place: str) -> None:
    assume(strip_controls(text).strip() and PLAIN not in text)
    assert reads_back(text, place)


@given(HOSTILE)
def test_escaping_is_undone_by_any_reader_of_html(text: str) -> None:
    shown = strip_controls(text).replace("\n", " ")
    assert html.unescape(escape_text(text)) == shown.strip()
    assert html.unescape(escape_inside(text)) == shown
    assert html.unescape(escape_attribute(text)) == shown.strip()


@given(
    HOSTILE | st.sampled_from(["NO", "0777", "~", "a: b", "[a, b]", "2024-01-01", "---", "!!python/object:x", "&a *a"])
)
@example('"><img src=x onerror=alert(1)>')
def test_front_matter_reads_back(text: str) -> None:
    block = yaml.safe_dump({"title": escape_front_matter(text)}, allow_unicode=True, width=10**6)
    _, values = get_data(f"---\n{block}---\n\nmore")
    value = values["title"]
    assert html.unescape(value) == strip_controls(text)
    assert not set("<>\"'") & set(value)
    shown = " ".join(strip_controls(text).split())
    expected = [("meta", (("content", shown),)), ("title", ()), *filter(None, [shown]), "</title>"]
    assert read_html(f'<meta content="{value}"><title>{value}</title>') == expected


# Addresses


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/lock", "https://example.org/lock"),
        ("HTTP://Example.org", "HTTP://Example.org"),
        (" https://example.org/ ", "https://example.org/"),
        ("https://example.org:8080/a%20b;c?d=1&e=2#f", "https://example.org:8080/a%20b;c?d=1&#38;e=2#f"),
        ("https://example.org/a_b*c", "https://example.org/a%5Fb%2Ac"),
        ("https://example.org/\"><script>'", "https://example.org/%22%3E%3Cscript%3E'"),
        ("https://example.org/[a](b){c}|d\\e`f^g", "https://example.org/%5Ba%5D%28b%29%7Bc%7D%7Cd%5Ce%60f%5Eg"),
        ("https://example.org/schleuße", "https://example.org/schleu%C3%9Fe"),
        ("https://schleuße.example/", "https://schleu%C3%9Fe.example/"),
        ("https://example.org/@ida", "https://example.org/@ida"),
        ("https://example.org/" + "a" * (URL_LENGTH - 20), "https://example.org/" + "a" * (URL_LENGTH - 20)),
    ],
)
def test_safe_url(url: str, safe: str) -> None:
    assert make_safe_url(url) == safe


@pytest.mark.parametrize(
    "url",
    [
        "", "/lock", "lock", "//example.org/lock", "example.org", "mailto:ida@example.org", "ftp://example.org/",
        "file:///etc/passwd", "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)", "\x01javascript:alert(1)", " javascript:alert(1)", "javascript://example.org/%0aalert(1)",
        "data:text/html,x", "vbscript:x", "blob:https://example.org/", "http:", "http://", "https:///lock",
        "https:example.org", "https:\\\\example.org", "https://?lock", "https://#", "http://[::1", "https://[::1]/",
        "https://example.org:port/", "https://example.org:99999/", "https://exam ple.org/", "https://example.org/a b",
        "https://example.org/\u00a0a", "https://example.org/a\nb", "https://example.org/\x00", "https://exam\u2028ple.org",
        "ht\ttps://example.org/", "https://ida@example.org/", "https://example.org:x@evil.example/",
        "https://example.org\\@evil.example/", "https://example.org/" + "a" * URL_LENGTH,
    ],
)  # fmt: skip
def test_no_safe_url(url: str) -> None:
    assert make_safe_url(url) is None


@given(
    st.lists(PIECES | st.sampled_from(["https://", "http:", "//", "example.org", "/", ":", "@"]), max_size=6).map(
        "".join
    )
)
@settings(max_examples=300)
def test_any_url(url: str) -> None:
    safe = make_safe_url(url)
    if safe is not None:
        assert re.fullmatch(r"https?://[!-~]+", safe, re.IGNORECASE)
        assert not re.search(r"[\s\"<>\\`{}|^\[\]()*_]|&(?!#38;)", safe)
    page = render(
        f'more <a href="{make_safe_url("https://example.org/" + url.replace("@", "")) or "x"}" rel="nofollow">A</a>'
    )
    assert [event[0] for event in read_html(page) if isinstance(event, tuple)] == ["p", "a"]


# Characters


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("Ta\u00adrn\u200bhill\ufeff", "Tarnhill"),
        ("\u202eTarn\u202c\u2066hill\u2069\u200e", "Tarnhill"),
        ("👩\u200d🔬 ❤\ufe0f\u200d🔥", "👩\u200d🔬 ❤\ufe0f\u200d🔥"),
        ("می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष"),
        ("a\u200db \u200d🔬\u200d 👩\u200d\u200d🔬", "ab 🔬 👩🔬"),
    ],
)
def test_hidden_characters(text: str, stripped: str) -> None:
    assert strip_hidden(text) == stripped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" + "\u0301" * 31, True),
        ("a" + "\u0301" * 30, False),
        ("—" * 99, False),
        ("a\u0301" * 99, False),
        ("", False),
    ],
)
def test_stacked_marks(text: str, expected: bool) -> None:
    assert has_stacked_marks(text) is expected


@pytest.mark.parametrize(
    "text", ["." * 200_000, "[" * 200_000, " " * 500_000, "a" * 2_000_000, "&#" * 200_000, "1" * 200_000]
)
def test_long_hostile_text_ends(text: str) -> None:
    assert html.unescape(escape_text(text)) == text.strip()
    assert html.unescape(escape_inside(text)) == text
    assert strip_hidden(text) == text
