"""Suppressed names: how they are found, and that nothing that is built holds one, whatever held it."""

import gzip
import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.__main__ import main
from builder.bare import make_bare, strip_text
from builder.check import check_site
from builder.clean import clean
from builder.editor import load_editor
from builder.errors import ConfigurationError
from builder.gather import brief
from builder.lock import dump_lock, give_up_names, read_lock
from builder.model import Article, Briefing, Declared, Lock, LockedArticle, LockedName, LockedStory, Page, Source
from builder.trace import prove_withheld
from builder.withheld import MASK, RULE, find_number, find_spans, mask, mask_id
from builder.words import count_words, find_words
from builder.write import editor_wording
from tests.cases import load_cases
from tests.samples import PROJECT

NAMES = ("Mara Quillon", "Zoë Lind-Åberg", "Seán O’Dair", "Kit")
NAME = ("Mara Quillon",)
# The name in every form, in what was decoded; written apart from the code that it judges.
FORM = re.compile(r"mara[\W_]*quillon|quillon[\W_]+mara|\bquillon\b", re.IGNORECASE)
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]")
TAG = re.compile(r"<[^<>]*>")


def make_source(body: str, *, path: str = "harbour-fire.txt", declared: Declared | None = None) -> Source:
    return Source(path, "text", body, 1, "", declared or Declared(), "")


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in load_cases("withheld")])
def test_a_name_is_withheld_in_every_form(text: str, expected: str) -> None:
    assert mask(text, NAMES) == expected
    assert find_number(expected, NAMES) is None


def test_a_name_over_two_lines_leaves_both() -> None:
    assert mask("said Mara\n\nQuillon was there", NAME) == f"said {MASK}\n\n was there"


def test_a_script_without_spaces_needs_none_around_a_name() -> None:
    assert mask("昨日王小明说话", ("王小明",)) == f"昨日{MASK}说话"


def test_a_name_without_a_letter_withholds_nothing() -> None:
    assert mask("a _ b __ c", ("__",)) == "a _ b __ c"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quillon said that QUILLON’s boat", f"{MASK} said that {MASK}’s boat"),
        ("a quillon of a sword", "a quillon of a sword"),
        ("Quillonsson and Tranquillon", "Quillonsson and Tranquillon"),
        ("https://example.org/quillon-trial", f"https://example.org/{MASK}-trial"),
    ],
)
def test_the_last_word_alone_is_withheld_where_the_name_stands_in_full(text: str, expected: str) -> None:
    assert mask(text, NAME, frozenset({1})) == expected
    assert mask(text, NAME) == text


def test_the_last_word_of_a_name_is_no_suffix() -> None:
    assert mask("Jr and Doe", ("John Doe Jr.",), frozenset({1})) == f"Jr and {MASK}"


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("harbour-fire", "harbour-fire"),
        ("mara-quillon-arrested", "arrested"),
        ("fire-maraquillon-harbour", "fire-harbour"),
    ],
)
def test_an_id_loses_the_words_of_a_name(id_: str, expected: str) -> None:
    assert mask_id(id_, "a.txt", NAME) == expected


@pytest.mark.parametrize("id_", ["mara-quillon", "mara-mara-quillon-quillon"])
def test_an_id_of_names_alone_is_made_from_the_path(id_: str) -> None:
    assert re.fullmatch(r"article-[0-9a-f]{8}", mask_id(id_, "a.txt", NAME))
    assert mask_id(id_, "a.txt", NAME) != mask_id(id_, "b.txt", NAME)


# Letters that no form of the name is made of, so that what stands around it is no part of one.
AROUND = st.text(alphabet="bcdefg xyz,.;:é1(漢&%", max_size=30)
GAPS = st.text(alphabet=" \u00a0-_.+'’\u200b\u00ad\u2009\n\t/", max_size=6)


@given(
    before=AROUND, after=AROUND, gap=GAPS, upper=st.lists(st.booleans(), min_size=11, max_size=11), soft=st.booleans()
)
def test_no_spelling_survives_and_the_rest_of_the_text_does(
    before: str, after: str, gap: str, upper: list[bool], soft: bool
) -> None:
    letters = [letter.upper() if is_upper else letter for letter, is_upper in zip("maraquillon", upper, strict=True)]
    join = "\u00ad" if soft else ""
    name = join.join(letters[:4]) + gap + join.join(letters[4:])
    breaks = "\n" * gap.count("\n")
    masked = mask(f"{before} {name} {after}", NAME)
    assert masked == f"{before} {MASK}{breaks} {after}"


@given(st.text(max_size=80))
def test_a_text_without_the_name_stays_as_it_is(text: str) -> None:
    assert mask(text, ("Mara Quillonwood",)) == text


@given(st.text(alphabet=" abé&#1234;x5%cC3A8\\u00eé漢ｆﬁ\u0301\u200b\n", max_size=60))
def test_both_ways_to_a_bare_text_agree(text: str) -> None:
    assert strip_text(text) == make_bare(text).text


@pytest.mark.parametrize(
    "piece", ["mara ", "m a r a q ", "mara-", "-", "&amp;", "%25", "1mara1", "é", "\\", "o'", "quillon, "]
)
def test_hostile_text_takes_time_that_grows_with_its_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert len(find_spans(text, NAME, frozenset({1}))) <= len(text)


def test_words_of_the_input_are_kept_moved_removed_or_withheld() -> None:
    body = (
        "Harbour fire put out\n\nMara Quillon put out the fire. Quillon’s crew of 12 helped Mara J. Quillon.\n\n"
        "Nobody was hurt, said the harbour.\n\nTags: harbour, Mara Quillon, fire\n"
    )
    article = clean(make_source(body), NAME)
    withheld = [piece for piece in article.removed if piece.rule == RULE]
    assert [(piece.text, piece.words, piece.line) for piece in withheld] == [("", 2, 1), ("", 6, 3)]
    pieces = [(one.text, one.words) for one in article.removed if one.rule != RULE]
    pieces += [(one.text, one.words) for one in article.moved]
    gone = sum(one.words for one in withheld)
    assert count_words(article.text) + sum(words for _, words in pieces) + gone == len(find_words(body))
    assert all(words == len(find_words(text)) for text, words in pieces)
    assert article.text.startswith(f"{MASK} put out the fire. {MASK}’s crew of 12 helped {MASK}.")
    assert article.keywords == ("harbour", MASK, "fire")


def test_an_article_without_the_name_keeps_its_words_and_its_record() -> None:
    body = "Harbour fire put out\n\nA quillon is a part of a sword. Quillon is a word too, and Kitty a cat.\n"
    assert clean(make_source(body), NAMES) == clean(make_source(body))


def test_a_file_named_after_somebody_is_found_and_not_printed() -> None:
    article = clean(make_source("The fire was put out.\n", path="mara-quillon-arrested.txt"), NAME)
    assert article.source.path == "mara-quillon-arrested.txt"
    assert article.source.shown_path == f"{MASK}-arrested.txt"
    assert article.id == "the-fire-was-put-out"


def test_an_article_of_nothing_but_a_name_has_an_id_of_its_own() -> None:
    article = clean(make_source("Mara Quillon\n", path="mara-quillon.txt"), NAME)
    assert re.fullmatch(r"article-[0-9a-f]{8}", article.id)


def test_the_lock_gives_up_addresses_that_hold_a_name() -> None:
    lock = Lock(
        (
            LockedArticle("a.txt", "mara-quillon-arrested", "2025-01-01", "0", ("old-fire", "quillon-mara")),
            LockedArticle("b.txt", "arrested", "2025-01-01", "1"),
            LockedArticle("c.txt", "quillon-trial", "2025-01-01", "2"),
        ),
        (LockedStory("mara-quillon-arrested", "The Mara Quillon affair", (("mara-quillon-arrested", "A"),)),),
        (LockedName("mara-quillon", "Mara Quillon", "person"), LockedName("jo-warden", "Jo Warden", "person")),
    )
    kept = give_up_names(lock, NAME, {"c.txt": (1,)})
    ids = [one.id for one in kept.articles]
    assert re.fullmatch(r"article-[0-9a-f]{8}", ids[0])
    assert ids[1:] == ["arrested", "trial"]
    assert kept.articles[0].old_ids == ("old-fire",)
    assert kept.stories == (LockedStory(ids[0], f"The {MASK} affair", ((ids[0], "A"),)),)
    assert [one.slug for one in kept.names] == ["jo-warden"]
    assert give_up_names(lock, (), {}) == lock


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("names: {merge: [[Jo Warden, MARA QUILLON]]}", "names.merge"),
        ("names: {rename: {Jo Warden: Mara Quillon}}", "names.rename"),
        ("names: {kind: {mara-quillon: person}}", "names.kind"),
        ("names: {split: [{name: Jo Warden, forms: [Jo], shown: Mara Quillon}]}", "names.split"),
        ("topics: {rename: {fire: the Mara Quillon fire}}", "topics.rename"),
        ("topics: {merge: [[fire, mara quillon]]}", "topics.merge"),
        ("topics: {hide: [Mara Quillon]}", "topics.hide"),
        ("stories: {title: {harbour-fire: Mara Quillon’s fire}}", "stories.title"),
        ("stories: {split: [{name: Mara Quillon, articles: [a]}]}", "stories.split"),
        ("stories: {merge: [[harbour-fire, mara-quillon-arrested]]}", "stories.merge"),
        ("outlets: {Gazette: {family: Mara Quillon}}", "outlets"),
    ],
)
def test_a_name_that_is_suppressed_and_given_a_place_is_a_contradiction(tmp_path: Path, line: str, key: str) -> None:
    file = tmp_path / "editor.yml"
    file.write_text(f"suppress: Mara Quillon\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=re.escape(key)):
        load_editor(file)


@pytest.mark.parametrize(
    "page",
    [
        Page("briefings/mara-quillon.md", "text"),
        Page("index.md", "so said Mara&#32;Quillon today"),
        Page("index.md", "[more](briefings/mara%2Dquillon.md)"),
        Page("data/a.json", '{"text": "Mara\\nQuillon"}'),
        Page("data/a.json", '{"text": "M\\u0061ra Quillon"}'),
    ],
)
def test_the_proof_finds_a_planted_name(page: Page) -> None:
    problems = prove_withheld((Page("method.md", "text"), page), ("Jo Warden", "Mara Quillon"))
    assert [(one.path, "name 2" in one.message) for one in problems] == [(page.path, True)]
    assert "uillon" not in problems[0].message


def test_the_proof_knows_a_common_word_of_the_markup_from_a_name() -> None:
    pages = (Page("index.md", "<mark>a</mark> mark"),)
    assert prove_withheld(pages, ("Mark",)) == ()
    assert prove_withheld((Page("index.md", "said Mark"),), ("Mark",))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with settings whose note, title and articles hold the name wherever something can stand."""
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("builder/theme", str(PROJECT / "builder" / "theme"))
    settings = re.sub(
        r'    note: ".*"', '    note: "A note on Mara Quillon."\n    story_title: "MARA QUILLON: a story"', settings
    )
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "editor.yml").write_text("suppress: [Mara Quillon]\n", encoding="utf-8")
    (tmp_path / "articles").mkdir()
    plant(tmp_path / "articles")
    return tmp_path


TEXT = """Mara Quillon put the fire out

By Mara Quillon
April 30, 2025

MARA QUILLON, the harbour master of Norwick, put out the fire on Monday. "I did nothing," Quillon said, 12 days later.

M A R A  Q U I L L O N was written on the wall. Mara\u00a0Quillon's and Ma\u00adra Quil\u200blon's boats burned.
Some 30 people left.

Mara Quillon

Quillon was not hurt, said Mara J. Quillon. The council of Norwick will meet on May 5, 2025.
See example.org/mara-quillon/x and @mara_quillon.

Read more: Mara Quillon in court

Photo: Mara Quillon/Gazette

Sources:
- Harbour Gazette: Mara Quillon and the fire, April 2025
- Norwick Post: Quillon fire, April 2025

Tags: Mara Quillon, harbour, quillon-fire
"""
MARKDOWN = """---
id: mara-quillon-fire
title: "M\\u0061ra Quillon\u2019s fire"
author: [Quillon, "Quillon, Mara"]
publisher: Mara Quillon Press
url: https://example.org/mara%2Dquillon
tags: [mara_quillon, fire]
date: 2025-04-30
story: The Mara Quillon story
key-points: [Mara Quillon was not hurt]
hide: {figures: [Mara Quillon had 12 boats]}
speakers: [{words: nothing was left, speaker: Mara Quillon}]
status: reviewed
reason: checked with Mara Quillon
note: |
  A note on Mara Quillon.

  Quillon asked for it.
replaces: [mara-quillon, old-fire]
comment: Mara Quillon wrote this
---
# Mara *Quillon* and the fire

**Mara** _Quillon_ was not hurt. Mara&nbsp;Quillon had 12 boats. &#77;ara Quillon said:
"In the end nothing was left of it."

![Mara Quillon at sea](mara-quillon.jpg "Mara Quillon")
The fire burned on [Quillon's boat](https://example.org/quillon "Quillon").

<!-- Mara Quillon --> <b>Mara</b> <i>Quillon</i> saw it.

[mq]: https://example.org/mara-quillon "Mara Quillon"

| Mara | Quillon |
|------|---------|
| one  | two     |

The fire was put out, wrote [the Gazette][mq].

    Mara Quillon in code
"""
PAGE = """<!doctype html><html lang="en"><head><title>Mara Quillon in court - Gazette</title>
<meta name="author" content="Mara Quillon"><meta property="og:title" content="&#77;ara Quillon in court">
<meta name="news_keywords" content="Mara Quillon, court"><meta property="article:published_time" content="2025-05-02">
<link rel="canonical" href="https://example.org/mara-quillon-in-court">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "M\\u0061ra Quillon in court",
"author": {"name": "Mara Quillon"}, "publisher": {"name": "Mara Quillon Media"}}</script></head><body>
<!-- Mara Quillon --><nav><a href="/">Home</a><a href="/mq">Mara Quillon</a></nav><article>
<h1>Mara Quillon in court</h1><p class="byline">By <b>Mara</b> Quillon</p>
<p><b>Ma</b>ra <i>Quil</i>lon came to the court of Norwick on Friday and said that nothing
had been proven so far.</p>
<p><img src="mara-quillon.jpg" alt="Mara Quillon">
&#81;uillon &mdash; the harbour master &mdash; left with 12 other people.</p>
<p>The court will hear Mara&nbsp;<wbr>Quillon again on May 9, 2025, the clerk of the court told the reporters.</p>
</article><footer>Contact Mara Quillon</footer></body></html>
"""
SIDECAR = """id: Mara Quillon seen
title: Mara Quillon seen at sea
published: 2025-05-03
updated: 2025-05-04
authors: [Mara Quillon, Jo Writer]
publisher: Quillon, Mara
address: https://example.org/by/mara_quillon
story: The Mara Quillon story
tags: [Mara Quillon]
key-points: ["Mara Quillon was seen at sea"]
hide: {names: [Mara Quillon], quotations: ["Quillon"]}
speakers: [{words: "all was calm", speaker: Mara Quillon}, {words: "Mara Quillon", speaker: ""}]
rights: none
status: draft
reason: waiting for Mara Quillon
day: 2025-05-04
note: Mara Quillon asked for this.
replaces: [mara-quillon-old]
"""


def plant(folder: Path) -> None:
    """Articles that hold the name in every field of every format."""
    (folder / "mara-quillon").mkdir()
    for path, text in {
        "mara-quillon-arrested.txt": TEXT,
        "mara-quillon/Mara Quillon.txt": "Mara Quillon\n\nMara Quillon was there on Monday, and the fire was out.\n",
        "fire-of-quillon.md": MARKDOWN,
        "court.html": PAGE,
        "seen-at-sea.txt": 'Mara Quillon was seen at sea. "In fact all was calm that day," she said of the harbour.\n',
        "seen-at-sea.yml": SIDECAR,
        "taken-down.txt": "Mara Quillon was taken in on Monday. The harbour was closed for the day.\n",
        "taken-down.yml": "status: withdrawn\nday: 2025-05-05\nreason: Mara Quillon asked for it.\n",
        "gone-quillon.yml": "status: withdrawn\nday: 2025-05-06\nreason: Mara Quillon asked for it.\n",
        "mara-quillon.pdf": "no article",
        "broken.md": "---\nauthor: {Mara Quillon: [}\n---\nText.\n",
        "plain.txt": "The harbour of Norwick was open on Monday. It took 14 months to build.\n",
    }.items():
        (folder / path).write_text(text, encoding="utf-8")


def plant_lock(desk: Path) -> None:
    """The lock file of an edition before the name was suppressed."""
    lock = Lock(
        (
            LockedArticle("mara-quillon-arrested.txt", "mara-quillon-arrested", "2025-04-30", "0", ("mara-quillon-1",)),
            LockedArticle("plain.txt", "mara-quillon-plain", "2025-04-30", "1"),
            LockedArticle("gone-quillon.txt", "gone-mara-quillon", "2025-04-30", "2"),
            LockedArticle("gone.txt", "quillon-mara", "2025-04-30", "3"),
        ),
        (
            LockedStory("mara-quillon-arrested", "The Mara Quillon story", (("mara-quillon-arrested", "A"),)),
            LockedStory("mara-quillon", None, (("quillon-mara", "A"),)),
        ),
        (LockedName("mara-quillon", "Mara Quillon", "person"),),
    )
    (desk / "briefing.lock.json").write_text(dump_lock(lock), encoding="utf-8")


def run(desk: Path, *arguments: str) -> int:
    return main([*arguments, "--config", str(desk / "mkdocs.yml")])


def read_texts(top: Path) -> dict[str, str]:
    """Path and text of every file below a folder that the theme does not ship, packed ones unpacked."""
    texts = {}
    for file in sorted(top.rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            if data.startswith(b"\x1f\x8b"):
                data = gzip.decompress(data)
            texts[file.relative_to(top).as_posix()] = data.decode("utf-8", "replace")
    return texts


def find_forms(text: str) -> list[str]:
    """Forms of the name in a text as it stands, decoded, and without its tags."""
    decoded = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), unquote(unescape(unescape(text))))
    readings = (text, decoded, TAG.sub("", decoded), decoded.replace("\\n", " "))
    return [found for one in readings for found in FORM.findall(UNSEEN.sub("", one))]


def test_nothing_that_is_built_holds_the_name(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant_lock(desk)
    assert run(desk, "build") == 0, capsys.readouterr().err
    for folder in ("docs", "site", ".briefing"):
        texts = read_texts(desk / folder)
        assert texts
        found = {path: find_forms(f"{path}\n{text}") for path, text in texts.items()}
        assert {path: forms for path, forms in found.items() if forms} == {}
    lock = json.loads((desk / "briefing.lock.json").read_text(encoding="utf-8"))
    for one in lock["articles"].values():
        # The builder has to find the file.
        one.pop("path")
    assert find_forms(json.dumps(lock, ensure_ascii=False)) == []
    pages = (desk / "docs" / "briefings").glob("*.md")
    told = [page.stem for page in pages if editor_wording.WITHHELD in page.read_text(encoding="utf-8")]
    assert len(told) == 5
    assert "plain" not in told


def test_two_builds_of_withheld_names_give_the_same_bytes(desk: Path, tmp_path: Path) -> None:
    plant_lock(desk)
    assert run(desk, "write") == 0
    first, lock = read_texts(desk / "docs"), (desk / "briefing.lock.json").read_bytes()
    assert run(desk, "write") == 0
    assert read_texts(desk / "docs") == first
    assert (desk / "briefing.lock.json").read_bytes() == lock
    assert read_lock(desk / "briefing.lock.json")


def test_a_name_that_is_suppressed_later_leaves_what_was_built_before(desk: Path) -> None:
    plant_lock(desk)
    (desk / "editor.yml").unlink()
    assert run(desk, "write") == 0
    assert [path for path, text in read_texts(desk / "docs").items() if find_forms(f"{path}\n{text}")]
    (desk / "editor.yml").write_text("suppress: MARA QUILLON\n", encoding="utf-8")
    assert run(desk, "write") == 0
    for folder in ("docs", ".briefing"):
        texts = read_texts(desk / folder)
        assert {path: found for path, text in texts.items() if (found := find_forms(f"{path}\n{text}"))} == {}


def test_a_name_of_somebody_elses_articles_is_withheld_too(desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "others"
    other.mkdir()
    (other / "one.txt").write_text("Mara Quillon left Norwick on Monday with 12 boats.\n", encoding="utf-8")
    outcome = brief(other, "one.txt", NAME)
    assert isinstance(outcome, Briefing)
    assert "Quillon" not in outcome.article.text


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("people/mara-quillon.txt", b"text"),
        ("notes.txt", b"as MARA_QUILLON said"),
        ("index.html", b"<p>said <b>Mara</b> Quil<i>lon</i> today</p>"),
        ("index.html", b"<a href='?by=mara%20quillon'>x</a>"),
        ("search/search_index.json", b'{"text": "M\\u0061ra\\nQuillon"}'),
        ("sitemap.xml.gz", gzip.compress(b"<loc>https://example.org/mara-quillon/</loc>", mtime=0)),
        ("card.png", b"\x89PNG\r\n\x1a\n\x00\xfftEXtAuthor\x00Mara Quillon\x00"),
    ],
)
def test_the_check_of_the_site_finds_a_planted_name(tmp_path: Path, path: str, content: bytes) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_bytes(content)

    def list_found(suppressed: tuple[str, ...]) -> list[str]:
        report = check_site(tmp_path, None, jobs=1, suppressed=suppressed)
        return [one.path for one in report.problems if "withholds" in one.message and "uillon" not in one.message]

    assert list_found(("Jo Warden", "Mara Quillon")) == [path]
    assert list_found(("Jo Warden",)) == []
    assert list_found(()) == []


def test_a_hand_written_page_with_the_name_fails_the_build(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "docs" / "guide").mkdir(parents=True)
    (desk / "docs" / "guide" / "index.md").write_text("# Guide\n\nWritten by **Mara** Quillon.\n", encoding="utf-8")
    assert run(desk, "build") == 1
    line = next(line for line in capsys.readouterr().err.split("\n") if line.startswith("site/guide/"))
    assert "name 1 of `suppress:`" in line
    assert "take it out there" in line
    assert run(desk, "check") == 1


def test_the_article_is_no_other_record_than_one_of_an_article(desk: Path) -> None:
    outcome = brief(desk / "articles", "taken-down.txt", NAME)
    assert isinstance(outcome, Article)
    assert outcome.source.edits.reason == f"{MASK} asked for it."
