"""Saved web pages: which text is the article, what is recorded as removed, and what a page declares of itself."""

import html
import json
import pickle
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.clean import clean
from builder.clean.page_blocks import CELL_GAP, find_blocks
from builder.errors import ArticleError
from builder.html_tree import MAX_DEPTH, MAX_ELEMENTS, fold_space, parse_page
from builder.model import Article, Declared
from builder.read import read_source
from builder.read.decoding import decode, find_declared
from builder.read.page_data import read_page_data
from builder.read.page_people import split_names
from builder.read.page_title import cut_site
from builder.words import find_words

PAGES = Path(__file__).parent / "cases" / "pages"
# Enough invented text for an article of its own.
PROSE = (
    "<p>The town of Brill opened its new library on Tuesday, after two years of work on the old grain store.</p>"
    "<p>The building holds forty thousand books and a reading room that looks out over the river, the mayor said.</p>"
    "<p>It cost less than planned, because the roof could be kept, and it will be open on every day of the week.</p>"
)


def make_page(body: str = PROSE, head: str = "") -> str:
    return f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def make_article(folder: Path, page: str | bytes, name: str = "page.html") -> Article:
    (folder / name).write_bytes(page if isinstance(page, bytes) else page.encode())
    return clean(read_source(folder, name))


def declare(head: str = "", body: str = PROSE) -> Declared:
    return read_page_data(make_page(body, head), "page.html")


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def read_case(name: str) -> Article:
    return clean(read_source(PAGES, name))


def list_blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.span.start : block.span.end]) for block in article.blocks]


def list_parts(article: Article) -> list[str]:
    """All of a page that is accounted for."""
    return [article.text, *(piece.text for piece in article.removed), *(piece.text for piece in article.moved)]


# The article and what is around it


def test_the_body_is_kept_in_its_kinds_and_order() -> None:
    kinds = [(kind, text.split(" ")[0]) for kind, text in list_blocks(read_case("ferry.html"))]
    assert kinds == [
        ("paragraph", "The"),
        ("paragraph", "Rebuilding"),
        ("heading", "What"),
        ("paragraph", "A"),
        ("paragraph", "Passenger"),
        ("paragraph", "Adult"),
        ("paragraph", "Child"),
        ("paragraph", "The"),
        ("item", "Tickets"),
        ("item", "Dogs"),
        ("item", "There"),
        ("quote", "“We"),
        ("paragraph", "The"),
    ]


def test_a_row_is_a_line_and_inline_markup_and_line_breaks_leave_no_trace() -> None:
    text = read_case("ferry.html").text
    assert "\n\nAdult | 12\n\n" in text
    assert "cost 3.2 million crowns. The island council paid a third" in text
    assert "said on Friday. It carried" in text


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Skip to content", "navigation"),
        ("Harbourlife", "navigation"),
        ("We use cookies on this site", "outside the article"),
        ("Accept all", "navigation"),
        ("Follow the Courier on Facebook", "note to readers"),
        ("Lighthouse keeper retires", "navigation"),
        ("Gullfriend", "outside the article"),
        ("Landlubber", "outside the article"),
        ("a whale was seen", "navigation"),
        ("All rights reserved", "navigation"),
    ],
)
def test_what_stands_around_is_removed_and_recorded(words: str, rule: str) -> None:
    article = read_case("ferry.html")
    assert words not in article.text
    assert [piece.rule for piece in article.removed if words in piece.text] == [rule]


def test_what_no_reader_sees_is_neither_text_nor_removed() -> None:
    article = read_case("ferry.html")
    everything = "\n".join(list_parts(article))
    for word in ("Hiddenwords", "Secretwords", "scriptwords", "templatewords", "stylewords"):
        assert word not in everything


def test_removed_blocks_have_the_line_of_the_file_and_their_words() -> None:
    lines = (PAGES / "ferry.html").read_text(encoding="utf-8").split("\n")
    article = read_case("ferry.html")
    for piece in article.removed:
        assert piece.words == len(find_words(piece.text))
        assert any(find_words(piece.text)[0] in line for line in lines[piece.line - 1 : piece.line + 3])


def test_the_title_leaves_the_text() -> None:
    article = read_case("ferry.html")
    assert (article.title.text, article.title.basis) == ("Ferry to Quell Island returns after nine years", "html")
    assert article.title.text not in article.text
    assert article.title.text in [piece.text for piece in article.moved if piece.to == "metadata"]


def test_every_visible_word_is_somewhere() -> None:
    root = parse_page((PAGES / "ferry.html").read_text(encoding="utf-8"), "ferry.html")
    article = read_case("ferry.html")
    shown = sorted(word for block in find_blocks(root) for word in find_words(block.text))
    assert sorted(word for part in list_parts(article) for word in find_words(part)) == shown


def test_numbers_of_notes_leave_the_sentence(tmp_path: Path) -> None:
    body = '<p>It has 40,000 books<sup><a href="#n1">1</a></sup> on 300 m<sup>2</sup> of floor.</p>'
    article = make_article(tmp_path, make_page(body))
    assert article.text == "It has 40,000 books on 300 m2 of floor."
    assert [(piece.text, piece.rule) for piece in article.removed] == [("1", "navigation")]


def test_a_heading_inside_the_article_stays_and_one_behind_it_goes(tmp_path: Path) -> None:
    body = PROSE + "<h3>What comes next</h3>" + PROSE.replace("Brill", "Tolm") + "<h3>Herring prices fall again</h3>"
    article = make_article(tmp_path, make_page(body))
    assert [text for kind, text in list_blocks(article) if kind == "heading"] == ["What comes next"]


def test_the_way_to_the_headline_is_no_text(tmp_path: Path) -> None:
    body = "<div>Home » Town » A new library</div><h1>A new library</h1>" + PROSE
    assert "Home" not in make_article(tmp_path, make_page(body, "<title>A new library</title>")).text


def test_columns_of_a_layout_are_no_table() -> None:
    article = read_case("bare.html")
    assert [text.split(" said")[0][:12] for _, text in list_blocks(article)] == [
        "Old mill sol",
        "The old mill",
        "The mill has",
        "The village ",
    ]
    assert "|" not in article.text
    assert [piece.text for piece in article.removed] == ["News\nWeather"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<nav><a href='/'>Home</a></nav>",
        "<script>document.write('text')</script>",
        "<img src='a.png' alt='words'>",
        "<p hidden>" + "Hidden words only. " * 30 + "</p>",
    ],
)
def test_a_page_without_text_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(ArticleError, match=r"no article text found in the page; save its text as \.txt"):
        make_article(tmp_path, make_page(body, "<title>Nothing here</title>"))


def test_a_short_notice_is_read(tmp_path: Path) -> None:
    article = make_article(tmp_path, make_page("<nav><a href='/'>Home</a></nav><p>The bridge is closed until May.</p>"))
    assert article.text == "The bridge is closed until May."


def test_a_page_for_readers_without_scripts_is_read(tmp_path: Path) -> None:
    article = make_article(tmp_path, make_page(f"<noscript>{PROSE * 2}</noscript>"))
    assert "grain store" in article.text


def test_a_heading_that_was_never_closed_is_no_heading(tmp_path: Path) -> None:
    article = make_article(tmp_path, make_page(f"<h2>Library<div>{PROSE * 2}</div>"))
    assert "heading" not in {block.kind for block in article.blocks}


def test_a_line_break_ends_a_line_but_not_a_sentence(tmp_path: Path) -> None:
    body = "<p>The mill stands by<br>the river.<br>It was sold.<br><br>Nobody lives there now.</p>"
    article = make_article(tmp_path, make_page(body))
    assert article.text == "The mill stands by the river.\n\nIt was sold.\n\nNobody lives there now."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("caf&eacute; &amp; bar", "café & bar"),
        ("&ldquo;Yes&rdquo; &#8211; 5&nbsp;km", "“Yes” – 5 km"),
        ("&#147;Yes&#148;", "“Yes”"),
        ("e&#769;t&eacute;", "été"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("<b>W</b>ord and <i>so</i> on", "Word and so on"),
        ("long<wbr>word", "longword"),
        ("one<!-- two -->three", "onethree"),
    ],
)
def test_entities_and_inline_elements(tmp_path: Path, markup: str, text: str) -> None:
    assert make_article(tmp_path, make_page(f"<p>Here it is: {markup}.</p>")).text == f"Here it is: {text}."


# What a page declares


def test_all_that_a_page_declares() -> None:
    assert read_source(PAGES, "ferry.html").declared == Declared(
        basis="html",
        title="Ferry to Quell Island returns after nine years",
        date="2024-05-03T06:30:00+01:00",
        updated="2024-05-04T09:00:00+01:00",
        authors=("Ada Wren", "Tom O'Dell"),
        publisher="The Marram Courier",
        url="https://courier.example/2024/05/quell-ferry",
        language="en",
        tags=("ferry", "Quell Island"),
    )


def test_a_page_that_declares_nothing() -> None:
    declared = read_source(PAGES, "bare.html").declared
    assert declared == Declared(basis="html", title="Old mill sold | Tarn Valley Echo")


# In order of precedence: each stands alone, and wins over those below it.
TITLES = [
    json_ld({"@type": "NewsArticle", "headline": "Library opens in Brill"}),
    '<meta property="og:title" content="New library for Brill">',
    '<meta name="citation_title" content="The library of Brill">',
    "<title>Brill has a library again</title>",
]


@pytest.mark.parametrize("first", range(len(TITLES)))
def test_titles_in_order(first: int) -> None:
    wanted = re.search(r'(?:headline": |content=|<title>)"?([^"<]+)', TITLES[first])
    assert wanted
    assert declare("".join(reversed(TITLES[first:]))).title == wanted[1]


@pytest.mark.parametrize(
    ("declared", "heading", "title"),
    [
        ("Library opens", "Library opens in Brill after two years", "Library opens in Brill after two years"),
        ("Library opens in Brill", "Politics | Library opens in Brill", "Library opens in Brill"),
        ("Library opens in Brill", "The Brill Bugle", "Library opens in Brill"),
        ("Library opens in Brill", "Sections", "Library opens in Brill"),
    ],
)
def test_the_heading_that_readers_see_is_the_title(declared: str, heading: str, title: str) -> None:
    head = f'<meta property="og:site_name" content="The Brill Bugle"><meta property="og:title" content="{declared}">'
    assert declare(head, f"<h1>{heading}</h1>{PROSE}").title == title


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Library opens - The Bugle", "Library opens"),
        ("Library opens | Brill | The Bugle", "Library opens | Brill"),
        ("The Bugle: Library opens", "The Bugle: Library opens"),
        ("The Bugle | Library opens", "Library opens"),
        ("Why the Bugle matters", "Why the Bugle matters"),
        ("The Bugle", None),
        ("A-B – C", "A-B – C"),
    ],
)
def test_the_name_of_the_site_is_cut_off(title: str, cut: str | None) -> None:
    assert cut_site(title, ("The Bugle",)) == cut


DATES = [
    json_ld({"@type": "Article", "datePublished": "2024-03-01"}),
    '<meta property="article:published_time" content="2024-03-02">',
    '<meta name="parsely-pub-date" content="2024-03-03">',
    '<meta name="dc.date" content="2024-03-04">',
    '<meta name="date" content="2024-03-05">',
]


@pytest.mark.parametrize("first", range(len(DATES)))
def test_dates_in_order(first: int) -> None:
    assert declare("".join(reversed(DATES[first:]))).date == f"2024-03-0{first + 1}"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ('<span itemprop="datePublished" content="2024-03-01">x</span>', "2024-03-01"),
        ('<p class="byline"><time datetime="2024-03-01T10:00">Friday</time></p>', "2024-03-01T10:00"),
        ('<div class="comment"><time datetime="2024-03-09">later</time></div>', None),
        ('<p>Updated <time class="updated" datetime="2024-03-09">later</time></p>', None),
        ('<p class="post-date">Published: March 1, 2024</p>', "March 1, 2024"),
        ('<p class="post-date">Published: 03/04/2024</p>', None),
    ],
)
def test_dates_in_the_body(body: str, date: str | None) -> None:
    assert declare("", f"<h1>Library</h1>{body}{PROSE}").date == date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-03-01T10:00:00.000Z", "2024-03-01T10:00:00.000Z"),
        ("2024-03-01T10:00:00.000+00:00 (local)", "2024-03-01"),
        ("Fri, 01 Mar 2024 10:00:00 GMT", "01 Mar 2024"),
        ("2024/3/1", "2024-03-01"),
        ("20240301", "2024-03-01"),
        ("1970-01-01T00:00:00Z", None),
        ("2024-13-45", None),
        ("03/04/2024", None),
        ("yesterday", None),
    ],
)
def test_a_date_is_kept_as_found_or_left_out(value: str, date: str | None) -> None:
    assert declare(f'<meta property="article:published_time" content="{value}">').date == date


def test_the_day_of_publication_is_that_of_the_place() -> None:
    head = '<meta property="article:published_time" content="2024-03-02T03:30:00+00:00">'
    shown = '<time datetime="2024-03-01T21:30:00-06:00">March 1, 2024</time>'
    assert declare(head).date == "2024-03-02T03:30:00+00:00"
    assert declare(head, shown + PROSE).date == "2024-03-01T21:30:00-06:00"
    assert declare(head, '<time datetime="2024-02-01">x</time>' + PROSE).date == "2024-03-02T03:30:00+00:00"


AUTHORS = [
    json_ld({"@type": "Article", "author": {"@type": "Person", "name": "Ann Alder"}}),
    '<meta name="author" content="Ben Birch">',
]


@pytest.mark.parametrize("first", range(len(AUTHORS)))
def test_authors_in_order(first: int) -> None:
    assert declare("".join(reversed(AUTHORS[first:]))).authors == (("Ann Alder",), ("Ben Birch",))[first]


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ('<a rel="author" href="/ann">Ann Alder</a>', ("Ann Alder",)),
        ('<p class="byline">By Ann Alder and Ben Birch | March 1, 2024</p>', ("Ann Alder", "Ben Birch")),
        ('<div class="comment"><span class="author">Gullfriend</span></div>', ()),
        ('<div class="author-bio">Ann Alder writes about books for this paper.</div>', ()),
        ('<p class="byline">By Staff Writer</p>', ()),
    ],
)
def test_authors_in_the_body(body: str, authors: tuple[str, ...]) -> None:
    assert declare("", body + PROSE).authors == authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Alder, Ben Birch & Cy Dorn", ["Ann Alder", "Ben Birch", "Cy Dorn"]),
        ("Ann Alder Senior Staff Writer", ["Ann Alder"]),
        ("by ann@paper.example", []),
        ("https://paper.example/ann", []),
        ("@annalder", []),
        ("Perry Ash, Jr.", ["Perry Ash Jr."]),
        ("Ann Alder, PhD, and Ben Birch, MD", ["Ann Alder", "Ben Birch"]),
        ("Posted on March 1, 2024 by Ann Alder", ["Ann Alder"]),
        ("Ibrahim Mahdi", ["Ibrahim Mahdi"]),
        ("Admin", []),
        ("The Newsroom", []),
        ("<script>alert(1)</script>", []),
    ],
)
def test_names_of_a_byline(byline: str, names: list[str]) -> None:
    assert list(split_names(byline)) == names


def test_the_publisher_is_no_author() -> None:
    head = '<meta property="og:site_name" content="The Brill Bugle"><meta name="author" content="The Brill Bugle">'
    assert declare(head).authors == ()
    assert declare(head).publisher == "The Brill Bugle"


@pytest.mark.parametrize(
    ("names", "publisher"),
    [
        (("The Brill Bugle | News, sport and weather from the river",), "The Brill Bugle"),
        (("News, sport and weather from the river | Brill Bugle",), "Brill Bugle"),
        (("https://bugle.example",), None),
        (("bugle.example", "Bugle"), "Bugle"),
    ],
)
def test_the_name_of_the_publisher(names: tuple[str, ...], publisher: str | None) -> None:
    head = (
        json_ld({"@type": "Article", "publisher": names[0]})
        + '<meta property="og:url" content="https://bugle.example/">'
    )
    assert (
        declare(head + "".join(f'<meta property="og:site_name" content="{name}">' for name in names)).publisher
        == publisher
    )


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://a.example/x">', "https://a.example/x"),
        (
            '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="http://a.example/y">',
            "http://a.example/y",
        ),
        ('<link rel="canonical" href="/x">', None),
        ('<link rel="canonical" href="http://[x"><meta property="og:url" content="https://[">', None),
        (
            '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/y">',
            "https://a.example/y",
        ),
    ],
)
def test_the_address_is_one_of_the_web(head: str, url: str | None) -> None:
    assert declare(head).url == url


@pytest.mark.parametrize(
    "script",
    [
        "{",
        '{"@type": "Article", "headline": }',
        "[" * 100_000,
        '{"@type": ["Article", 3], "headline": {"a": 1}, "author": [[["x"]]], "datePublished": 5, "publisher": 7}',
        '{"@type": "Article", "author": {"@id": {"@id": "x"}}, "publisher": ["", null, {}]}',
        "//;" * 50_000 + "x",
        '"text"',
        "",
    ],
)
def test_broken_json_ld_declares_nothing(script: str) -> None:
    declared = declare(f'<title>Library</title><script type="application/ld+json">{script}</script>')
    assert declared == Declared(basis="html", title="Library")


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "Article", "headline": "A new library"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "A new library",}\n//]]>',
        '[[{"@graph": [{"@type": "WebPage"}, {"@type": "BlogPosting", "headline": "A new library"}]}]];',
        '{"@type": "Article", "headline": "A new &amp;#108;ibrary"}',
        '{"@type": "Article", "headline": "A <em>new</em>\tlibrary"}',
    ],
)
def test_json_ld_is_read_as_pages_write_it(script: str) -> None:
    assert declare(f'<script type="application/ld+json">{script}</script>').title == "A new library"


def test_hostile_markup_is_plain_text(tmp_path: Path) -> None:
    bad = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{{ a }} [b](javascript:c) Library"
    head = f'<meta property="og:title" content="{html.escape(bad)}">' + json_ld(
        {"@type": "Article", "publisher": {"name": "<b>Bugle</b>\0\x1b"}, "author": "<svg onload=alert(3)>Ann Alder"}
    )
    article = make_article(
        tmp_path, make_page(f"<h1>{html.escape('<script>alert(1)</script>')} Library</h1>{PROSE}", head)
    )
    declared = article.source.declared
    assert (declared.publisher, declared.authors) == ("Bugle", ("Ann Alder",))
    # What readers see as text stays text; what would be markup in a declared value is gone.
    assert declared.title == "<script>alert(1)</script> Library"
    assert "alert(2)" not in article.text
    assert declare(head).title == "alert(1) {{ a }} [b](javascript:c) Library"


# Bytes and encodings

ACCENTED = "<p>L’été à Zürich – le café coûte 5 €.</p>"


@pytest.mark.parametrize(
    ("encoding", "mark", "head"),
    [
        ("utf-8", b"", ""),
        ("utf-8", b"\xef\xbb\xbf", ""),
        ("utf-8", b"", "<meta charset='iso-8859-1'>"),
        ("utf-8", b"\xef\xbb\xbf", "<meta charset='koi8-r'>"),
        ("utf-16-le", b"\xff\xfe", "<meta charset='utf-8'>"),
        ("utf-16-be", b"\xfe\xff", ""),
        ("cp1252", b"", "<meta charset='windows-1252'>"),
        ("cp1252", b"", "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=ISO-8859-1'>"),
        ("cp1252", b"", "<meta charset='utf-8'>"),
        ("cp1252", b"", "<meta charset='base64'>"),
        ("cp1252", b"", ""),
        ("utf-8", b"", "<meta charset='utf-7'>"),
        ("utf-8", b"", "<meta charset='utf-16'>"),
    ],
)
def test_encodings_of_a_page(tmp_path: Path, encoding: str, mark: bytes, head: str) -> None:
    page = f"<html><head>{head}</head><body>{ACCENTED}</body></html>"
    article = make_article(tmp_path, mark + page.encode(encoding))
    assert article.text == "L’été à Zürich – le café coûte 5 €."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Президент сказал во вторник, что переговоры начнутся в понедельник. " * 3),
        ("cp1252", "The mayor said: “We won’t wait” – and left for the café. " * 3),
        ("gb18030", "图书馆星期二在旧粮仓开放，市长说费用低于计划。" * 4),
        ("shift_jis", "図書館は火曜日に古い穀物倉庫で開館したと市長は述べた。" * 4),
    ],
)
def test_text_in_an_old_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt", "text") == text


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
        b"\xff\xd8\xff\xe0" + bytes(range(255, 0, -1)) * 20,
        b"Some text\0and a NUL.",
        b"\xff\xfeA",
        b"\x01\x02\x03\x04 text",
    ],
)
def test_bytes_that_are_no_text(raw: bytes) -> None:
    with pytest.raises(ArticleError) as caught:
        decode(raw, "a.html", "html")
    assert caught.value.remedy


def test_line_ends_and_composition() -> None:
    assert decode("a\r\nb\rc\u2028d e\u0301".encode(), "a.txt", "text") == "a\nb\nc\nd é"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<meta charset=latin1>", "cp1252"),
        (b'<?xml version="1.0" encoding="windows-1250"?>', "cp1250"),
        (b"<meta charset='rot13'>", None),
        (b"<meta charset='unicode_escape'>", None),
        (b"<meta name='x' content='charset'>", None),
        (b"<p>charset=koi8-r</p>", None),
    ],
)
def test_declared_encodings(head: bytes, name: str | None) -> None:
    assert find_declared(head) == name


# Bounds, and what holds for every page


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>" * (MAX_DEPTH + 10) + PROSE, "elements over"),
        ("<div>" * 100_000 + PROSE, "elements over"),
        ("<b>x" * 50_000 + PROSE, "elements over"),
        ("<p>x" * (MAX_ELEMENTS + 1) + PROSE, "elements, which"),
    ],
)
def test_a_page_that_no_article_needs_is_refused(tmp_path: Path, body: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as caught:
        make_article(tmp_path, make_page(body))
    assert "save its text as .txt" in caught.value.remedy


def test_an_error_comes_back_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(ArticleError("page.html", "holds no HTML", "save its text as .txt")))
    assert (error.path, error.reason, str(error)) == (
        "page.html",
        "holds no HTML",
        "page.html: holds no HTML; save its text as .txt",
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='{'x ' * 1_000_000}' style='{'a' * 100_000}'>{PROSE}</div>",
        "&amp;" * 200_000 + PROSE,
        "<" * 500_000 + PROSE,
        "<title>" + " - a" * 100_000 + "</title>" + PROSE,
        "<p>a" + "&#x301;" * 100_000 + "</p>" + PROSE,
        "<p>the town " * 4000 + PROSE,
        "<!--" * 100_000 + "-->" + PROSE,
    ],
    ids=["attribute", "entities", "angles", "title", "marks", "one paragraph", "comments"],
)
def test_a_page_of_much_ado_is_read(tmp_path: Path, body: str) -> None:
    assert "grain store" in make_article(tmp_path, make_page(body)).text


INLINE = st.sampled_from(["b", "i", "span", "a", "em", "sup", "code"])
BLOCK = st.sampled_from(["p", "div", "li", "td", "tr", "table", "h2", "blockquote", "section", "nav", "pre", "article"])
WORDS = st.text(alphabet="abé <>&;\"'\u00ad\u200d\u0301|*_#\n.", max_size=30).map(html.escape)


def _wrap(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(inner, max_size=4).map("".join)
    return st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", INLINE | BLOCK, parts) | st.just("<br>")


TREES = st.recursive(WORDS, _wrap, max_leaves=25)


def squeeze(text: str) -> str:
    # Taken apart: a mark at a block's head must not melt into the letter of the block before it.
    return "".join(unicodedata.normalize("NFD", text).split())


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_every_block_is_a_piece_of_the_page_in_its_order(tree: str) -> None:
    root = parse_page(make_page(tree + PROSE), "page.html")
    shown, place = squeeze("".join(root.itertext())), 0
    for block in find_blocks(root):
        assert block.text == " ".join(block.text.split())
        for cell in block.text.split(CELL_GAP):
            found = shown.find(squeeze(cell), place)
            assert found >= 0
            place = found + len(squeeze(cell))


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_no_word_is_invented(tree: str) -> None:
    page = tree + PROSE
    inline = r"</?(?:b|i|span|em|sup|code)>"
    # Two links side by side are two words, elsewhere a link is inside its word.
    readings = (re.sub(inline, "", page), re.sub(rf"{inline}|</?a>", "", page))
    held = {word for one in readings for word in find_words(fold_space(html.unescape(re.sub("<[^>]*>", " ", one))))}
    for block in find_blocks(parse_page(make_page(page), "page.html")):
        assert set(find_words(block.text)) <= held


@settings(max_examples=40, deadline=None)
@given(tree=TREES)
def test_any_page_gives_the_same_article_twice_or_the_same_reason(
    tmp_path_factory: pytest.TempPathFactory, tree: str
) -> None:
    folder = tmp_path_factory.mktemp("pages")

    def read() -> Article | str:
        try:
            return make_article(folder, make_page(tree))
        except ArticleError as error:
            return str(error)

    first = read()
    assert first == read()
    if isinstance(first, Article):
        for block in first.blocks:
            assert first.text[block.span.start : block.span.end].strip()


def test_a_build_without_pages_loads_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge is closed until May, the town said on Monday.", encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from builder.gather import brief;"
        f"brief(Path({str(tmp_path)!r}), 'a.txt');"
        "print([m for m in ('lxml', 'trafilatura', 'htmldate', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PAGES.parents[2]
    )
    assert done.stdout.strip() == "[]"
