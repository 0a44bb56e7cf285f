"""The check of a rendered site: a small correct one gives no problem, every planted fault is reported where it stands."""

# The pages stand as a renderer writes them, and their lines are counted.
# ruff: noqa: E501

import gzip
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from builder.check import check_site
from builder.check.site import LEAST_FOR_PROCESSES
from builder.errors import ConfigurationError
from builder.model import Problem

SITE_URL = "https://example.org/desk/"
STORY = "briefings/fire/index.html"
OTHER = "briefings/flood/index.html"

# Line numbers below count from the first line of each text.
HOME_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<link rel="canonical" href="https://example.org/desk/">
<link rel="alternate" type="application/atom+xml" href="feed.xml">
<link rel="icon" href="assets/mark.svg">
<link rel="stylesheet" href="assets/site.css">
<link rel="preload" as="font" href="assets/serif.woff2">
<meta property="og:image" content="https://example.org/desk/assets/card.png">
<script type="application/ld+json">{"@context": "https://schema.org", "url": "https://example.org/desk/briefings/fire/"}</script>
<style>p { background: url("assets/card.png") }</style>
<script src="assets/site.js" defer></script></head>
<body><h1 id="top-story">Desk</h1>
<a href="briefings/fire/">Fire</a> <a href="/desk/briefings/flood/#source-text">Flood</a> <a href="caf%C3%A9/#%C3%A9t%C3%A9">Café</a>
<a href="https://other.example/x">elsewhere</a> <a href="mailto:desk@example.org">mail</a> <a href="#top">up</a>
<img src="assets/card.png" srcset="assets/card.png 1x, assets/card@2.png 2x" alt="">
<div class="bl"><ul>
<li><strong>Reported</strong> <span><span class="v">The fire  destroyed 12&nbsp;houses.</span> <a class="cite" href="briefings/fire/#s-00000001">A ¶ 1</a></span></li>
<li><span class="v hl"><a href="briefings/flood/">Flood in Old Town …</a></span></li>
</ul></div>
<figure class="q"><blockquote><span class="v">“We ran,”</span> … <span class="v">“and nobody slept.”</span></blockquote>
<figcaption><span class="v hl">a neighbour</span> <a class="cite" href="briefings/fire/#s-00000002">A ¶ 2</a></figcaption></figure>
<p><a href="#top-story">Back</a> <a href="data.json">data</a></p>
</body></html>
"""
STORY_PAGE = """<!doctype html>
<html><head><link rel="canonical" href="https://example.org/desk/briefings/fire/"></head><body>
<a href="../..">Desk</a> <a href="../flood">Flood</a> <a name="old-place"></a> <a href="#old-place">place</a>
<h1 class="bf-head"><span class="v">Fire in Old Town</span></h1>
<div class="figs"><ul>
<li><strong><span class="v">12</span></strong> <span class="v">houses</span> <a class="cite" href="#s-00000001">¶ 1</a></li>
</ul></div>
<div class="src">
<h3>What is known</h3>
<p><a class="pn" href="#s-00000001">1</a> <span id="s-00000001" class="s u">The fire destroyed 12 houses.</span> <span id="s-00000003" class="s">It began at night.</span></p>
<p><a class="pn" href="#s-00000002">2</a> <span id="s-00000002" class="s u">“We ran,” said a neighbour, “and nobody slept.”</span></p>
</div>
<details class="fold"><table><tr><td><span class="v">Read more</span></td><td>2</td></tr></table></details>
</body></html>
"""
OTHER_PAGE = """<!doctype html>
<html><body><a href="../../">Desk</a>
<div class="src" id="source-text"><p><span id="s-0000000a" class="s">The river rose.</span></p></div>
</body></html>
"""
FILES = {
    "index.html": HOME_PAGE,
    STORY: STORY_PAGE,
    OTHER: OTHER_PAGE,
    "café/index.html": '<!doctype html>\n<body><h2 id="été">Été</h2> <a href="../">Desk</a></body>\n',
    "old/index.html": '<!doctype html>\n<meta http-equiv="refresh" content="0; url=../briefings/fire/">\n',
    "404.html": '<!doctype html>\n<link rel="icon" href="/desk/assets/mark.svg">\n<a href="/desk/">Desk</a>\n',
    "assets/site.css": '/* url(gone.png) */\n@font-face { src: url(serif.woff2) }\np::after { content: "url(no.png)" }\n',
    "assets/site.js": "",
    "assets/mark.svg": "<svg/>",
    "assets/serif.woff2": "",
    "assets/card.png": "",
    "assets/card@2.png": "",
    "data.json": "{}",
    "feed.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://example.org/desk/"/></feed>\n',
    "sitemap.xml": "<urlset>\n<url><loc>https://example.org/desk/</loc></url>\n"
    "<url><loc>https://example.org/desk/briefings/fire/</loc></url>\n</urlset>\n",
    "search/search_index.json": '{"docs": [{"location": ""}, {"location": "#top-story"}, {"location": "briefings/flood/"}]}',
}


def make_site(folder: Path) -> Path:
    site = folder / "site"
    for path, text in FILES.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    pack_sitemap(site)
    return site


def pack_sitemap(site: Path) -> None:
    (site / "sitemap.xml.gz").write_bytes(gzip.compress((site / "sitemap.xml").read_bytes()))


def plant(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, "a fault is planted at one place"
    (site / path).write_text(text.replace(old, new), encoding="utf-8")


def find_problems(site: Path, site_url: str | None = SITE_URL) -> list[tuple[str, int | None, str]]:
    return [(one.path, one.line, one.message) for one in check_site(site, site_url).problems]


class Planted(NamedTuple):
    name: str
    path: str
    old: str
    new: str
    line: int | None
    message: str


HOME = "index.html"
PLANTED = (
    Planted(
        "dead relative link",
        HOME,
        'href="data.json"',
        'href="gone.json"',
        22,
        "link to gone.json: no such file, gone.json",
    ),
    Planted(
        "dead page", STORY, '"../flood"', '"../gone/"', 3, "link to ../gone/: no such page, briefings/gone/index.html"
    ),
    Planted(
        "folder without a page",
        HOME,
        'href="data.json"',
        'href="assets/"',
        22,
        "link to assets/: no such page, assets/index.html",
    ),
    Planted(
        "slash behind a file",
        HOME,
        'href="data.json"',
        'href="data.json/"',
        22,
        "link to data.json/: no such page, data.json/index.html",
    ),
    Planted("wrong anchor", HOME, '"#top-story"', '"#no-story"', 22, "link to #no-story: no such anchor on index.html"),
    Planted(
        "wrong anchor on another page",
        HOME,
        "flood/#source-text",
        "flood/#source",
        13,
        "link to /desk/briefings/flood/#source: no such anchor on briefings/flood/index.html",
    ),
    Planted(
        "wrong case of an anchor",
        HOME,
        '"#top-story"',
        '"#Top-Story"',
        22,
        "link to #Top-Story: no such anchor on index.html",
    ),
    Planted(
        "wrong percent-encoded anchor",
        HOME,
        "#%C3%A9t%C3%A9",
        "#%C3%A9t%C3%A8",
        13,
        "link to caf%C3%A9/#%C3%A9t%C3%A8: no such anchor on café/index.html",
    ),
    Planted(
        "wrong case",
        HOME,
        'href="data.json"',
        'href="Data.json"',
        22,
        "link to Data.json: wrong spelling, upper or lower case: the file is data.json",
    ),
    Planted(
        "wrong case of a folder",
        HOME,
        '<a href="briefings/fire/"',
        '<a href="briefings/Fire"',
        13,
        "link to briefings/Fire: wrong spelling, upper or lower case: the file is briefings/fire/index.html",
    ),
    Planted(
        "missing image", HOME, 'img src="assets/card.png"', 'img src="a.png"', 15, "image a.png: no such file, a.png"
    ),
    Planted("srcset", HOME, "assets/card@2.png 2x", "b.png 2x", 15, "image b.png: no such file, b.png"),
    Planted(
        "url() in a stylesheet",
        "assets/site.css",
        "url(serif.woff2)",
        "url('../serif.woff2')",
        2,
        "url() ../serif.woff2: no such file, serif.woff2",
    ),
    Planted("url() in a page", HOME, 'url("assets/card.png")', "url(c.png)", 10, "url() c.png: no such file, c.png"),
    Planted(
        "@import",
        "assets/site.css",
        "/* url(gone.png) */",
        '@import "d.css";',
        1,
        "url() d.css: no such file, assets/d.css",
    ),
    Planted("script", HOME, 'src="assets/site.js"', 'src="site.js"', 11, "script site.js: no such file, site.js"),
    Planted(
        "stylesheet",
        HOME,
        'href="assets/site.css"',
        'href="site.css"',
        6,
        "stylesheet site.css: no such file, site.css",
    ),
    Planted("font", HOME, "assets/serif.woff2", "serif.woff2", 7, "preload serif.woff2: no such file, serif.woff2"),
    Planted("icon", HOME, "assets/mark.svg", "mark.svg", 5, "icon mark.svg: no such file, mark.svg"),
    Planted(
        "og:image",
        HOME,
        "https://example.org/desk/assets/card.png",
        "https://example.org/desk/card.png",
        8,
        "og:image https://example.org/desk/card.png: no such file, card.png",
    ),
    Planted(
        "canonical outside the site",
        STORY,
        "https://example.org/desk/briefings/fire/",
        "https://example.org/briefings/fire/",
        2,
        "canonical https://example.org/briefings/fire/: stands outside the site",
    ),
    Planted(
        "canonical that leads nowhere",
        STORY,
        "https://example.org/desk/briefings/fire/",
        "https://example.org/desk/fire/",
        2,
        "canonical https://example.org/desk/fire/: no such page, fire/index.html",
    ),
    Planted(
        "alternate outside the site",
        HOME,
        'href="feed.xml"',
        'href="https://other.example/feed.xml"',
        4,
        "alternate https://other.example/feed.xml: stands outside the site",
    ),
    Planted(
        "search entry",
        "search/search_index.json",
        "briefings/flood/",
        "briefings/flood/#gone",
        None,
        "search entry briefings/flood/#gone: no such anchor on briefings/flood/index.html",
    ),
    Planted(
        "feed entry",
        "feed.xml",
        "org/desk/",
        "org/desk/x/",
        1,
        "feed entry https://example.org/desk/x/: no such page, x/index.html",
    ),
    Planted(
        "duplicate id", OTHER, 'id="s-0000000a"', 'id="source-text"', 3, "id source-text stands twice, first on line 3"
    ),
    Planted("empty href", HOME, 'href="data.json"', 'href=" "', 22, "link: empty address"),
    Planted("href without a value", HOME, 'href="data.json"', "href", 22, "link: empty address"),
    Planted(
        "out of the root",
        HOME,
        'href="data.json"',
        'href="../data.json"',
        22,
        "link to ../data.json: leads out of the site",
    ),
    Planted(
        "beside the root",
        HOME,
        'href="data.json"',
        'href="/data.json"',
        22,
        "link to /data.json: leads out of the site",
    ),
    Planted(
        "javascript",
        HOME,
        'href="data.json"',
        'href="javascript:x()"',
        22,
        "link to javascript:x(): a javascript: address is no link",
    ),
    Planted(
        "data address", HOME, 'href="data.json"', 'href="data:,x"', 22, "link to data:,x: a data: address is no link"
    ),
    Planted("no address", HOME, 'href="data.json"', 'href="http://[x"', 22, "link to http://[x: not an address"),
    Planted(
        "link on the 404 page", "404.html", '"/desk/"', '"/desk/x/"', 3, "link to /desk/x/: no such page, x/index.html"
    ),
    Planted(
        "relative link on the 404 page",
        "404.html",
        '"/desk/"',
        '"briefings/fire/"',
        3,
        "link to briefings/fire/: relative on the 404 page, which answers at every address",
    ),
    Planted(
        "raw HTML",
        OTHER,
        "The river",
        "<A HREF='gone.txt'>The</A> river",
        3,
        "link to gone.txt: no such file, briefings/flood/gone.txt",
    ),
    Planted(
        "redirect",
        "old/index.html",
        "../briefings/fire/",
        "../fire/",
        2,
        "redirect to ../fire/: no such page, fire/index.html",
    ),
    Planted(
        "redirect to itself",
        "old/index.html",
        "../briefings/fire/",
        "../old/",
        None,
        "redirect comes back to this page",
    ),
    Planted(
        "symbol",
        HOME,
        '<img src="assets/card.png"',
        '<svg><use href="x.svg#a"/></svg><img src="assets/card.png"',
        15,
        "symbol x.svg#a: no such file, x.svg",
    ),
    Planted(
        "style attribute",
        OTHER,
        "<p>",
        "<p style='background:url(e.png)'>",
        3,
        "url() e.png: no such file, briefings/flood/e.png",
    ),
    Planted(
        "base",
        OTHER,
        "<body>",
        "<base href='/x/'><body>",
        2,
        "a base address, which moves every relative link of the page",
    ),
    Planted(
        "JSON-LD that leads nowhere",
        HOME,
        '"https://example.org/desk/briefings/fire/"',
        '"https://example.org/desk/fire/#a"',
        9,
        "JSON-LD address https://example.org/desk/fire/#a: no such page, fire/index.html",
    ),
    Planted(
        "marker to a page without source text",
        HOME,
        "briefings/fire/#s-00000001",
        "caf%C3%A9/#%C3%A9t%C3%A9",
        17,
        "marker leads to no sentence: caf%C3%A9/#%C3%A9t%C3%A9",
    ),
    Planted(
        "marker to what is no sentence",
        HOME,
        "briefings/fire/#s-00000001",
        "briefings/fire/#old-place",
        17,
        "marker leads to no sentence: briefings/fire/#old-place",
    ),
    Planted(
        "marker to another site",
        HOME,
        "briefings/fire/#s-00000001",
        "https://other.example/#s-00000001",
        17,
        "marker leads to no sentence: https://other.example/#s-00000001",
    ),
    Planted(
        "marker that is no link",
        STORY,
        'class="cite" href="#s-00000001"',
        'class="cite"',
        6,
        "marker leads to no sentence: no address",
    ),
    Planted(
        "marker with a dead link",
        HOME,
        "briefings/fire/#s-00000001",
        "briefings/fire/#s-99999999",
        17,
        "link to briefings/fire/#s-99999999: no such anchor on briefings/fire/index.html",
    ),
    Planted(
        "changed word",
        HOME,
        "12&nbsp;houses.",
        "13&nbsp;houses.",
        17,
        "item “The fire destroyed 13 houses.” does not stand in the source text of briefings/fire/index.html",
    ),
    Planted(
        "another page's sentence",
        HOME,
        "briefings/fire/#s-00000001",
        "briefings/flood/#s-0000000a",
        17,
        "item “The fire destroyed 12 houses.” does not stand in the source text of briefings/flood/index.html",
    ),
    Planted(
        "another sentence of the page",
        HOME,
        "briefings/fire/#s-00000001",
        "briefings/fire/#s-00000003",
        17,
        "item “The fire destroyed 12 houses.” stands in the source text of briefings/fire/index.html, "
        "but not at briefings/fire/#s-00000003",
    ),
    Planted(
        "changed second part of a quotation",
        HOME,
        "“and nobody slept.”",
        "“and everybody slept.”",
        20,
        "item ““and everybody slept.”” does not stand in the source text of briefings/fire/index.html",
    ),
    Planted(
        "paragraph number taken for text",
        STORY,
        '<span class="v">12</span>',
        '<span class="v">1 The fire</span>',
        6,
        "item “1 The fire” does not stand in the source text of briefings/fire/index.html",
    ),
    Planted(
        "item without a marker",
        STORY,
        ' <a class="cite" href="#s-00000001">¶ 1</a>',
        "",
        6,
        "item “12” without a marker",
    ),
)


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault.name)
def test_planted_fault_is_the_one_problem(tmp_path: Path, fault: Planted) -> None:
    site = make_site(tmp_path)
    plant(site, fault.path, fault.old, fault.new)
    assert find_problems(site) == [(fault.path, fault.line, fault.message)]


def test_correct_site_has_no_problem(tmp_path: Path) -> None:
    report = check_site(make_site(tmp_path), SITE_URL)
    assert report.problems == ()
    assert report.pages == 6


def test_links_counts_what_stands_within_the_site(tmp_path: Path) -> None:
    site = tmp_path
    text = '<a href="#a" id="a">a</a> <a href="b.txt">b</a> <a href="https://c.example/">c</a> <a href="tel:1">d</a>'
    (site / "index.html").write_text(text, encoding="utf-8")
    (site / "b.txt").touch()
    assert check_site(site, None).links == 2


def test_problem_names_a_remedy(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    plant(site, HOME, '"#top-story"', '"#no-story"')
    assert check_site(site, SITE_URL).problems == (
        Problem(
            HOME,
            22,
            "link to #no-story: no such anchor on index.html",
            "rebuild the site, or mend the page it stands on",
        ),
    )


def test_problems_stand_in_order(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    plant(site, HOME, 'href="data.json"', 'href="z"')
    plant(site, HOME, '"#top-story"', '"y"')
    plant(site, HOME, 'href="feed.xml"', 'href="x"')
    plant(site, "404.html", '"/desk/"', '"/desk/w"')
    assert [(path, line, message.split(":")[0]) for path, line, message in find_problems(site)] == [
        ("404.html", 3, "link to /desk/w"),
        (HOME, 4, "alternate x"),
        (HOME, 22, "link to y"),
        (HOME, 22, "link to z"),
    ]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("https://example.org/desk/gone/", "no such page, gone/index.html"),
        ("https://other.example/desk/", "stands outside the site"),
    ],
)
def test_sitemap_entry_that_leads_nowhere(tmp_path: Path, location: str, reason: str) -> None:
    site = make_site(tmp_path)
    plant(site, "sitemap.xml", "https://example.org/desk/briefings/fire/", location)
    pack_sitemap(site)
    assert find_problems(site) == [("sitemap.xml", 3, f"sitemap entry {location}: {reason}")]


def test_packed_sitemap_that_differs(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(b"<urlset/>"))
    assert find_problems(site) == [("sitemap.xml.gz", None, "does not hold what sitemap.xml holds")]


@pytest.mark.parametrize("damage", [b"no gzip at all", gzip.compress(b"x" * 999)[:20]])
def test_packed_sitemap_that_cannot_be_unpacked(tmp_path: Path, damage: bytes) -> None:
    site = make_site(tmp_path)
    (site / "sitemap.xml.gz").write_bytes(damage)
    assert [(path, line) for path, line, _ in find_problems(site)] == [("sitemap.xml.gz", None)]


def test_document_type_in_the_sitemap_is_refused(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    entities = '<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><urlset>&b;</urlset>'
    (site / "sitemap.xml").write_text(entities, encoding="utf-8")
    pack_sitemap(site)
    assert find_problems(site) == [("sitemap.xml", None, "cannot be read: it declares a document type")]


@pytest.mark.parametrize("text", ["<urlset>", "", "\x00"])
def test_broken_sitemap(tmp_path: Path, text: str) -> None:
    site = make_site(tmp_path)
    (site / "sitemap.xml").write_text(text, encoding="utf-8")
    pack_sitemap(site)
    assert [(path, line) for path, line, _ in find_problems(site)] == [("sitemap.xml", None)]


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"docs": {}}', '{"docs": [3]}', '{"docs": [{}]}', "[" * 100_000, "\udcff"]
)
def test_broken_search_index(tmp_path: Path, text: str) -> None:
    site = make_site(tmp_path)
    (site / "search/search_index.json").write_bytes(text.encode(errors="surrogateescape"))
    assert [(path, line) for path, line, _ in find_problems(site)] == [("search/search_index.json", None)]


@pytest.mark.parametrize("block", ["{", '{"a": NaN}', '"text"', "", "{} {}", "[" * 100_000])
def test_broken_structured_data(tmp_path: Path, block: str) -> None:
    site = make_site(tmp_path)
    plant(site, HOME, '{"@context": "https://schema.org", "url": "https://example.org/desk/briefings/fire/"}', block)
    [(path, line, message)] = find_problems(site)
    assert (path, line) == (HOME, 9)
    assert message.startswith("JSON-LD cannot be read: ")


def test_name_in_structured_data_needs_no_anchor(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    plant(site, HOME, '"url": "https://example.org/desk/briefings/fire/"', '"@id": "https://example.org/desk/#desk"')
    assert find_problems(site) == []


def test_orphan(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / "lost.html").write_text('<a href="lost.html">myself</a> <a href="./">Desk</a>', encoding="utf-8")
    assert find_problems(site) == [("lost.html", None, "no other page links here")]


def test_redirects_in_a_circle(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    plant(site, "old/index.html", "../briefings/fire/", "../older/")
    (site / "older").mkdir()
    (site / "older/index.html").write_text('<meta http-equiv="Refresh" content="0;URL=\'../old/\'">', encoding="utf-8")
    assert find_problems(site) == [
        ("old/index.html", None, "redirect comes back to this page"),
        ("older/index.html", None, "redirect comes back to this page"),
    ]


def test_site_without_a_home_page(tmp_path: Path) -> None:
    assert find_problems(tmp_path) == [(HOME, None, "no such page: the site has no beginning")]


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"site/: no such folder; run `make build` first"):
        check_site(tmp_path / "site", None)


def test_site_url_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="which is no address"):
        check_site(tmp_path, "https://[x")


def test_page_that_is_not_utf8(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / OTHER).write_bytes(b"<html>\n<p>caf\xe9")
    assert (OTHER, 2, "is not UTF-8") in find_problems(site)


def test_page_that_cannot_be_parsed(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    plant(site, OTHER, "<body>", "<![if <body>")
    assert all(path == OTHER or "flood" in message for path, _, message in find_problems(site))


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_symbolic_links_stay_within_the_site(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (tmp_path / "secret.txt").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/page.html").write_text('<a href="gone">x</a>', encoding="utf-8")
    (site / "out.txt").symlink_to(tmp_path / "secret.txt")
    (site / "in.txt").symlink_to(site / "data.json")
    (site / "tree").symlink_to(tmp_path / "folder", target_is_directory=True)
    (site / "loop").symlink_to(site, target_is_directory=True)
    (site / "dangling.html").symlink_to(site / "nothing")
    plant(site, HOME, 'href="data.json"', 'href="out.txt"')
    plant(site, HOME, '"#top-story"', '"in.txt"')
    assert find_problems(site) == [(HOME, 22, "link to out.txt: no such file, out.txt")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    os.mkfifo(site / "pipe.html")
    assert find_problems(site) == []


def test_without_an_address_the_root_is_the_hosts(tmp_path: Path) -> None:
    site = tmp_path
    (site / "index.html").write_text(
        '<a href="/a.txt">a</a> <a href="/b.txt">b</a>\n<a href="../a.txt">c</a>', encoding="utf-8"
    )
    (site / "404.html").write_text('<a href="/">Desk</a> <a href="https://example.org/">x</a>', encoding="utf-8")
    (site / "a.txt").touch()
    assert find_problems(site, None) == [
        (HOME, 1, "link to /b.txt: no such file, b.txt"),
        (HOME, 2, "link to ../a.txt: leads out of the site"),
    ]


@pytest.mark.parametrize(
    "href",
    [
        "?q=fire",
        "?q=fire#top-story",
        "briefings/fire/?q=x#s-00000001",
        "#",
        "#TOP",
        "#:~:text=Desk",
        "./",
        "briefings/fire/../flood",
        "https://EXAMPLE.org/desk",
        "//example.org/desk/data.json",
        "https://example.org/another-site/",
        "assets/card%402.png",
        "tel:+15550100",
        "briefings/fire/index.html",
    ],
)
def test_link_that_holds(tmp_path: Path, href: str) -> None:
    site = make_site(tmp_path)
    plant(site, HOME, 'href="data.json"', f'href="{href}"')
    assert find_problems(site) == []


ITEMS: tuple[tuple[str, str, list[str]], ...] = (
    ("two markers of one item", '<p><span class="v">The river rose.</span> {flood} {fire}</p>', []),
    (
        "two items in one paragraph",
        '<p><span class="v">The river rose.</span> {flood} <span class="v">at night</span> {night}</p>',
        [],
    ),
    ("item over two sentences", '<p><span class="v">12 houses. It began</span> {fire}</p>', []),
    (
        "blockquote as an item",
        '<figure><blockquote class="v"><p>The river</p><p>rose.</p></blockquote>{flood}</figure>',
        [],
    ),
    ("marks in an item", '<p><span class="v">The <mark>river</mark> r<b>o</b>se.</span> {flood}</p>', []),
    ("character references", '<p><span class="v">&#84;he&#x20;river rose&#46;</span> {flood}</p>', []),
    (
        "item in a cell, marker in another",
        '<table><tr><td><span class="v">no</span></td><td>{flood}</td></tr></table>',
        [],
    ),
    (
        "item and marker in one cell",
        '<table><tr><td><span class="v">no</span> {flood}</td></tr></table>',
        ["item “no”"],
    ),
    ("marker within its item", '<p class="v">The river {flood}</p>', []),
    ("marker within a wrong item", '<p class="v">The sea {flood}</p>', ["item “The sea”"]),
    ("item in a plain block", '<div><span class="v">The sea</span> {flood}</div>', ["item “The sea”"]),
    ("wrong first part", '<p><span class="v">no</span> … <span class="v">rose.</span> {flood}</p>', ["item “no”"]),
    ("legend", '<footer><p><span class="v">Serif type</span></p> {flood}</footer>', []),
    ("list item of another block", '<ul><li><span class="v">no</span></li></ul>', []),
    (
        "no marker",
        '<div class="tl open"><ul><li><p><span class="v">no</span></p></li></ul></div>',
        ["item “no” without"],
    ),
    (
        "item that holds a link",
        '<div class="bl"><ul><li><span class="v"><a href="./">no</a></span></li></ul></div>',
        [],
    ),
    ("item in a link", '<div class="bl"><ul><li><a href="./"><span class="v">no</span></a></li></ul></div>', []),
    (
        "another link is no marker",
        '<div class="says"><ul><li><span class="v">no</span> <a href="./">x</a></li></ul></div>',
        ["item “no” without"],
    ),
    ("marker before", '<div class="kwic"><ul><li>{flood} <span class="v">no</span></li></ul></div>', []),
)


@pytest.mark.parametrize(("body", "expected"), [one[1:] for one in ITEMS], ids=[one[0] for one in ITEMS])
def test_items_and_markers(tmp_path: Path, body: str, expected: list[str]) -> None:
    site = make_site(tmp_path)
    markers = {
        "flood": '<a class="cite" href="briefings/flood/#s-0000000a">B ¶ 1</a>',
        "fire": '<a class="cite" href="briefings/fire/#s-00000001">A ¶ 1</a>',
        "night": '<a class="cite" href="briefings/fire/#s-00000003">A ¶ 1</a>',
    }
    plant(site, HOME, "</body>", body.format(**markers) + "</body>")
    messages = [message for _, _, message in find_problems(site)]
    assert len(messages) == len(expected)
    assert all(message.startswith(start) for message, start in zip(messages, expected, strict=True))


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    for number in range(LEAST_FOR_PROCESSES):
        (site / f"{number}.html").write_text(f'<a href="{number + 1}.html#x">next</a>', encoding="utf-8")
    alone, together = check_site(site, SITE_URL, jobs=1), check_site(site, SITE_URL, jobs=2)
    assert alone == together
    assert len(alone.problems) == LEAST_FOR_PROCESSES + 1


def test_what_mkdocs_renders_has_no_problem(tmp_path: Path) -> None:
    settings = (
        "site_name: Desk\nsite_url: https://example.org/desk/\nstrict: true\n"
        "theme:\n  name: material\n  font: false\n  features: [navigation.tabs, navigation.top, search.highlight]\n"
        "  palette:\n    - scheme: default\n      toggle: {icon: material/weather-sunny, name: Dark}\n"
        "    - scheme: slate\n      toggle: {icon: material/weather-night, name: Light}\n"
    )
    (tmp_path / "docs/a").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Desk\n\n## Été\n\n[b](a/b.md#c-d)\n", encoding="utf-8")
    (tmp_path / "docs/a/b.md").write_text("# B\n\n## C d\n\n[été](../index.md#ete)\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=tmp_path, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    report = check_site(tmp_path / "site", SITE_URL)
    assert report.problems == ()
    assert report.pages == 3
