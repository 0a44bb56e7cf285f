"""What an editor sets for one article: read, refused, laid over the findings, and seen as such on the page."""

import json
from pathlib import Path

import pytest

from builder.build import build
from builder.config import Overrides, load_config
from builder.errors import ArticleError
from builder.gather import brief
from builder.model import Article, Briefing, Build, Correction, Hidden, Span
from builder.read import find_articles, find_stray_sidecars, read_edits
from tests.samples import PROJECT

ARTICLE = """Harbour fire put out after nine hours

A fire broke out in the grain store of Norwick harbour on Tuesday.
At least 12 people were hurt. Smoke drove 300 residents from their homes.

“We had no warning at all before the roof came down,” said Carla Brandt, who heads the harbour trust.
The owner allegedly knew of the fault, a spokeswoman said.
Mayor Piet Osterman called the night “a close call” for the town.

The trust will publish its report on 4 May 2025, Brandt said. Residents say the alarm never rang.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "harbour-fire.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "articles"


def write_sidecar(folder: Path, text: str) -> None:
    (folder / "harbour-fire.yml").write_text(text, encoding="utf-8")


def brief_with(folder: Path, text: str) -> Briefing:
    write_sidecar(folder, text)
    outcome = brief(folder, "harbour-fire.txt")
    assert isinstance(outcome, Briefing), outcome
    return outcome


def print_faults(briefing: Briefing) -> list[str]:
    faults = (*briefing.article.source.faults, *briefing.faults)
    return [f"{one.path}: {one.message}; {one.remedy}" for one in faults]


def print_span(briefing: Briefing, span: Span) -> str:
    return briefing.article.text[span.start : span.end]


def build_with(folder: Path, sidecar: str = "", editor: str = "") -> Build:
    if sidecar:
        write_sidecar(folder, sidecar)
    file = folder.parent / "editor.yml"
    file.write_text(editor, encoding="utf-8")
    docs, site = folder.parent / "docs", folder.parent / "site"
    given = Overrides(articles=folder, docs=docs, site=site, jobs=1, editor=file)
    return build(load_config(PROJECT / "mkdocs.yml", given))


def find_page(made: Build, path: str) -> str:
    return next(page.text for page in made.pages if page.path == path)


def test_every_value_of_a_sidecar_is_the_articles(folder: Path) -> None:
    briefing = brief_with(
        folder,
        "title: Fire at the quay\npublished: 2025-04-30\nupdated: 2025-05-01\nas-of: 2025-04-29\n"
        "authors: [Jo Writer, Sam Author]\npublisher: Harbour Gazette\naddress: https://example.org/fire\n"
        "language: en-GB\nstory: Harbour\ntags: [fire, harbour]\nrights: cited\nstatus: reviewed\nday: 2025-05-02\n"
        "reason: Read against the original.\nnote: |\n  One.\n\n  Two.\nreplaces: old-fire\n",
    )
    article, metadata, edits = briefing.article, briefing.analysis.metadata, briefing.article.source.edits
    assert (article.title.text, article.title.basis) == ("Fire at the quay", "editor")
    assert metadata.published
    assert metadata.updated
    assert metadata.as_of
    assert (metadata.published.value, metadata.published.basis) == ("2025-04-30", "editor")
    assert (metadata.updated.value, metadata.updated.basis) == ("2025-05-01", "editor")
    assert (metadata.as_of.value.isoformat(), metadata.as_of.span) == ("2025-04-29", None)
    assert (metadata.authors, metadata.authors_basis) == (("Jo Writer", "Sam Author"), "editor")
    assert (metadata.publisher, metadata.publisher_basis) == ("Harbour Gazette", "editor")
    assert (metadata.url, metadata.url_basis) == ("https://example.org/fire", "editor")
    assert article.language == "en"
    assert (edits.story, edits.tags, edits.rights) == ("Harbour", ("fire", "harbour"), "cited")
    assert (edits.status, edits.day, edits.reason) == ("reviewed", "2025-05-02", "Read against the original.")
    assert (edits.note, edits.replaces) == ("One.\n\nTwo.", ("old-fire",))
    assert print_faults(briefing) == []


def test_a_title_of_the_editors_leaves_text_and_address_as_they_are(folder: Path) -> None:
    plain = brief(folder, "harbour-fire.txt")
    edited = brief_with(folder, "title: Something else\n")
    assert isinstance(plain, Briefing)
    assert edited.article.text == plain.article.text
    assert edited.article.id == plain.article.id
    assert edited.article.moved == plain.article.moved


def test_a_publication_day_of_the_editors_dates_the_weekdays(folder: Path) -> None:
    briefing = brief_with(folder, "published: 2025-04-30\n")
    resolved = [one.value for one in briefing.analysis.dates if one.basis == "resolved"]
    assert resolved == ["2025-04-29"]


@pytest.mark.parametrize("key", ["published", "authors", "publisher", "address"])
def test_an_empty_value_says_that_nothing_is_stated(folder: Path, key: str) -> None:
    text = f"---\ntitle: Fire\ndate: 2025-04-30\nauthor: A B\npublisher: C\nurl: https://example.org/\n---\n{ARTICLE}"
    (folder / "harbour-fire.md").write_text(text, encoding="utf-8")
    (folder / "harbour-fire.txt").unlink()
    write_sidecar(folder, f"{key}:\n")
    briefing = brief(folder, "harbour-fire.md")
    assert isinstance(briefing, Briefing)
    metadata = briefing.analysis.metadata
    found = {
        "published": metadata.published,
        "authors": metadata.authors,
        "publisher": metadata.publisher,
        "address": metadata.url,
    }
    assert [name for name, value in found.items() if not value] == [key]


def test_front_matter_takes_the_editors_keys_and_the_sidecar_wins(folder: Path) -> None:
    front = "---\nstatus: draft\nnote: From the front matter.\ncategory: fires\n---\n"
    (folder / "other.md").write_text(front + ARTICLE, encoding="utf-8")
    briefing = brief(folder, "other.md")
    assert isinstance(briefing, Briefing)
    assert (briefing.article.source.edits.status, briefing.article.source.edits.note) == (
        "draft",
        "From the front matter.",
    )
    assert print_faults(briefing) == []
    (folder / "other.yml").write_text("status: reviewed\n", encoding="utf-8")
    briefing = brief(folder, "other.md")
    assert isinstance(briefing, Briefing)
    assert (briefing.article.source.edits.status, briefing.article.source.edits.note) == (
        "reviewed",
        "From the front matter.",
    )


def test_pinned_sentences_come_first_whole_and_marked(folder: Path) -> None:
    briefing = brief_with(folder, 'key-points: ["knew of the fault", the alarm never rang]\n')
    first, second, *others = briefing.analysis.key_points
    assert print_span(briefing, first.span) == "The owner allegedly knew of the fault, a spokeswoman said."
    assert print_span(briefing, second.span) == "Residents say the alarm never rang."
    assert (first.is_pinned, first.hedge, second.is_pinned) == (True, "allegedly", True)
    assert not any(one.is_pinned for one in others)


def test_hidden_findings_are_gone_and_counted(folder: Path) -> None:
    plain = brief(folder, "harbour-fire.txt")
    assert isinstance(plain, Briefing)
    briefing = brief_with(
        folder,
        "hide:\n  figures: at least 12\n  quotations: [no warning at all]\n  names: Piet Osterman\n"
        "  outlook: [will publish its report]\n",
    )
    assert sorted(briefing.hidden) == ["figures", "names", "outlook", "quotations"]
    assert print_faults(briefing) == []
    figures = [print_span(briefing, one.span) for one in briefing.analysis.figures]
    assert figures == [
        print_span(plain, one.span) for one in plain.analysis.figures if "12" not in print_span(plain, one.span)
    ]
    assert not any("warning" in print_span(briefing, span) for one in briefing.analysis.quotes for span in one.spans)
    assert "Piet Osterman" not in [one.name for one in briefing.analysis.entities]


def test_hiding_one_number_hides_no_other(folder: Path) -> None:
    (folder / "harbour-fire.txt").write_text(ARTICLE + "\nSome 120 people came to help, and 12 dogs.\n", "utf-8")
    briefing = brief_with(folder, "hide: {figures: [12 dogs]}\n")
    assert briefing.hidden == ("figures",)
    assert {"120", "At least 12"} <= {
        print_span(briefing, one.span).removeprefix("Some ") for one in briefing.analysis.figures
    }


def test_a_corrected_speaker_is_the_editors(folder: Path) -> None:
    briefing = brief_with(
        folder,
        "speakers:\n  - {words: no warning at all, speaker: Piet Osterman}\n"
        "  - {words: the alarm never rang, speaker: The harbour council}\n",
    )
    quote = next(one for one in briefing.analysis.quotes if one.is_full)
    assert (quote.speaker, quote.speaker_named, quote.speaker_span) == ("Piet Osterman", "Piet Osterman", None)
    statement = next(one for one in briefing.analysis.statements if one.is_edited)
    assert (statement.speaker, statement.speaker_named) == ("The harbour council", None)


def test_a_speaker_is_taken_away(folder: Path) -> None:
    briefing = brief_with(
        folder, "speakers: [{words: no warning at all, speaker: }, {words: the alarm never rang, speaker: }]\n"
    )
    quote = next(one for one in briefing.analysis.quotes if one.is_full)
    assert (quote.speaker, quote.is_edited) == (None, True)
    assert not [one for one in briefing.analysis.statements if "alarm" in print_span(briefing, one.span)]


FAULTS = [
    ("titel: Fire\n", "harbour-fire.yml: titel is no key and is left out; write 'title'"),
    ("colour: red\n", "harbour-fire.yml: colour is no key and is left out; take it out; known are id, title"),
    ("published: last week\n", "published is 'last week' and is left out; write it as 2025-04-30"),
    ("as-of: 2025-02-30\n", "as-of is '2025-02-30' and is left out; write it as 2025-04-30"),
    ("updated: 2025-02-31\n", "updated is '2025-02-31' and is left out; write it as 2025-04-30"),
    ("published: 2025-13\n", "published is '2025-13' and is left out; write it as 2025-04-30"),
    ("published: 2025-04-30T99:99\n", "published is '2025-04-30T99:99' and is left out"),
    ('address: "https://"\n', "address is 'https://' and is left out; write it as https://example.org/harbour-fire"),
    ("address: http://user@host/\n", "address is 'http://user@host/' and is left out"),
    ("id: Norwick Fire\n", "id 'Norwick Fire' is written 'norwick-fire' in an address; write it so"),
    ("title: [a, b]\n", "title is ['a', 'b'] and is left out; write it as Harbour fire put out"),
    (
        "address: example.org\n",
        "address is 'example.org' and is left out; write it as https://example.org/harbour-fire",
    ),
    ("key-points: [nobody came]\n", "key-points: 'nobody came' stands in no sentence and is left out; copy the words"),
    ("key-points: [the]\n", "stands in 6 sentences and is left out; copy more of its words"),
    ("hide: {figures: [13 people]}\n", "hide.figures: no such item says '13 people' and nothing is hidden; copy"),
    ("speakers: [{words: nobody came, speaker: A}]\n", "no quotation or statement says 'nobody came'"),
    ("speakers: [{words: no warning}]\n", "speakers[1] says no 'speaker' and is left out; write it as {words:"),
    ("key-points: [nine hours]\nhide: {key-points: [nine hours]}\n", "both name 'nine hours'; take one of them out"),
    ("day: 2025-05-01\n", "reason or day stand without a status; add a line `status: …`"),
    (
        "speakers: [{words: no warning, speaker: A}, {words: no warning, speaker: B}]\n",
        "speakers names 'no warning' 2 times; keep the right one; none of them holds",
    ),
]


@pytest.mark.parametrize(
    ("text", "message"), FAULTS, ids=[f"{place} {text.split(':')[0]}" for place, (text, _) in enumerate(FAULTS)]
)
def test_what_does_not_fit_is_one_line_and_the_rest_holds(folder: Path, text: str, message: str) -> None:
    briefing = brief_with(folder, f"{text}publisher: Harbour Gazette\n")
    assert briefing.analysis.metadata.publisher == "Harbour Gazette"
    faults = print_faults(briefing)
    assert [one for one in faults if message in one and one.startswith("harbour-fire.yml: ")], faults


REFUSED = [
    ("status: withdrawm\n", "status in harbour-fire.yml is 'withdrawm'; write one of draft, reviewed, withdrawn"),
    ("statsu: withdrawn\n", "statsu in harbour-fire.yml is no key; write 'status'"),
    ("rights: some\n", "rights in harbour-fire.yml is 'some'; write one of full, cited, none"),
    ("hide: {figure: [12]}\n", "hide.figure in harbour-fire.yml is no key; write 'figures'"),
    ("title: [a\n", "its editor's file harbour-fire.yml is no YAML (expected ',' or ']'"),
    ("- a\n", "its editor's file harbour-fire.yml is no list of `key: value` lines; mend it"),
    ("a: &b c\nd: *b\n", "is no YAML (an alias (*name) is not allowed here)"),
    ("Status: withdrawn\nstatus: reviewed\n", "names the key 'status' twice, line 2; put both under one"),
    ("date: 2025-01-01\npublished: 2025-02-02\n", "names both 'date' and 'published', which are one; keep one of them"),
    ("hide: {figures: [a], Figures: [b]}\n", "names the key 'Figures' twice, line 1"),
    ("withdrawn: yes\n", "withdrawn in harbour-fire.yml is no key; write `status: withdrawn`"),
    ("source_text: none\n", "source_text in harbour-fire.yml is no key; write `rights: full`, `cited` or `none`"),
    ("suppress: [A B]\n", "suppress in harbour-fire.yml is no key; list names under `suppress:` in editor.yml"),
    ("rights:\n", "rights in harbour-fire.yml is empty; write one of full, cited, none"),
    ("hide:\n\tfigures: a\n", "is no YAML (found character '\\t' that cannot start any token), line 2; indent with"),
    ("~: a\n", "has a key that is no text, line 1; put it in quotes"),
]


@pytest.mark.parametrize(
    ("text", "message"), REFUSED, ids=[f"{place} {text.split(':')[0]}" for place, (text, _) in enumerate(REFUSED)]
)
def test_an_article_is_left_out_where_what_guards_it_cannot_be_read(folder: Path, text: str, message: str) -> None:
    write_sidecar(folder, text)
    outcome = brief(folder, "harbour-fire.txt")
    assert isinstance(outcome, ArticleError)
    assert message in str(outcome)
    assert str(outcome).endswith("the article is left out until that is done")


def test_sidecars_without_an_article_of_their_own_are_named(folder: Path) -> None:
    (folder / "other.yml").write_text("title: A\n", encoding="utf-8")
    (folder / "harbour-fire.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "_notes.yml").write_text("title: A\n", encoding="utf-8")
    write_sidecar(folder, "title: A\n")
    strays = [one.problem for one in find_stray_sidecars(folder, find_articles(folder))]
    found = [f"{one.path}: {one.message}; {one.remedy}" for one in strays]
    assert found == [
        "harbour-fire.yml: belongs to 2 articles; give each of them a name of its own",
        "other.yml: belongs to no article; put other.txt, .md or .html beside it, call it as its article, or drop it",
    ]


def test_a_withdrawn_article_is_no_briefing(folder: Path) -> None:
    write_sidecar(folder, "status: withdrawn\nday: 2025-05-03\nreason: The publisher took it back.\n")
    assert isinstance(brief(folder, "harbour-fire.txt"), Article)
    edits, faults = read_edits(folder, "harbour-fire.txt", {})
    assert (edits.status, edits.day, edits.reason, faults) == (
        "withdrawn",
        "2025-05-03",
        "The publisher took it back.",
        (),
    )


def test_records_of_the_sidecar(folder: Path) -> None:
    write_sidecar(folder, "hide: {key-points: a b}\nspeakers: [{words: c d, speaker: E F}]\n")
    edits, _ = read_edits(folder, "harbour-fire.txt", {})
    assert edits.hidden == (Hidden("key points", "a b"),)
    assert edits.speakers == (Correction("c d", "E F"),)


def test_the_page_says_what_the_editor_set(folder: Path) -> None:
    made = build_with(
        folder,
        "title: Fire at the quay\nauthors: Jo Writer\npublisher: Harbour Gazette\nstatus: draft\nnote: |\n"
        "  Watch <b>this</b>.\n\n  [x](javascript:alert(1))\ntags: [quays]\nkey-points: [the alarm never rang]\n"
        "speakers: [{words: no warning at all, speaker: Piet Osterman}]\nhide: {figures: [At least 12]}\n",
        "outlets: {Harbour Gazette: {kind: newspaper, family: Quay Press, reliability: B}}\n",
    )
    assert made.faults == ()
    page = find_page(made, "briefings/harbour-fire.md")
    assert "headline: editor" in page
    assert "status: Draft, not reviewed\n" in page
    assert "author_note: Set by the editor\n" in page
    grade = "newspaper; belongs to Quay Press; reliability B, usually reliable, graded by the editor"
    assert f"publisher_note: Set by the editor; {grade}\n" in page
    assert '<aside class="ednote" aria-label="Editor’s note" markdown>' in page
    assert "Watch &#60;b&#62;this&#60;/b&#62;." in page
    assert "&#91;x&#93;(javascript:alert(1))" in page
    assert '<span class="v">Residents say the alarm never rang.</span>' in page
    assert '<span class="tag">chosen by the editor</span>' in page
    assert "Piet Osterman" in page
    assert '<span class="tag">speaker set by the editor</span>' in page
    assert "Hidden by the editor: 1 figure." in page
    assert "## Tags set by the editor" in page
    home = find_page(made, "index.md")
    assert '<span class="ed hl">[Fire at the quay]' in home
    assert '<span class="v hl">[Fire at the quay]' not in home


def test_the_data_says_what_the_editor_set(folder: Path) -> None:
    made = build_with(
        folder,
        "title: Fire at the quay\npublished: 2025-04-30\nas-of: 2025-04-29\nauthors: Jo Writer\nlanguage: en\n"
        "publisher: Harbour Gazette\nstatus: reviewed\nday: 2025-05-02\nnote: A word.\nkey-points: [alarm never rang]\n"
        "speakers: [{words: no warning at all, speaker: Piet Osterman}]\nhide: {figures: [At least 12]}\n",
        "outlets: {Harbour Gazette: {reliability: B}}\n",
    )
    data = json.loads(find_page(made, "data/briefings/harbour-fire.json"))
    assert data["title_basis"] == "editor"
    assert (data["published"]["value"], data["published"]["basis"]) == ("2025-04-30", "editor")
    assert data["as_of"] == {"value": "2025-04-29", "span": None, "basis": "editor"}
    source = data["source"]
    assert (source["authors_basis"], source["publisher_basis"], source["language_basis"]) == ("editor",) * 3
    assert source["outlet"] == {"family": None, "kind": None, "reliability": "B", "basis": "editor"}
    assert [one["basis"] for one in data["key_points"]][:1] == ["editor"]
    assert [one["speaker_basis"] for one in data["quotes"] if one["is_full"]] == ["editor"]
    assert data["edited"]["status"] == "reviewed"
    assert data["edited"]["note"] == "A word."
    assert data["edited"]["hidden"] == {"figures": 1}


def test_a_publisher_that_nobody_graded_is_not_graded(folder: Path) -> None:
    made = build_with(folder, "publisher: Quay Post\n", "outlets: {Harbour Gazette: {reliability: B}}\n")
    assert "publisher_note: Set by the editor; reliability not graded\n" in find_page(made, "briefings/harbour-fire.md")
    made = build_with(folder, "publisher: Quay Post\n", "")
    assert "publisher_note: Set by the editor\n" in find_page(made, "briefings/harbour-fire.md")


@pytest.mark.parametrize("suffix", [".YML", ".yaml", ".YAML"])
def test_a_sidecar_is_read_whatever_its_suffix_is_called(folder: Path, suffix: str) -> None:
    (folder / f"harbour-fire{suffix}").write_text("status: withdrawn\nday: 2025-05-03\nreason: A.\n", encoding="utf-8")
    assert isinstance(brief(folder, "harbour-fire.txt"), Article)
    assert find_stray_sidecars(folder, ("harbour-fire.txt",)) == ()


def test_two_sidecars_of_one_article_are_too_many(folder: Path) -> None:
    write_sidecar(folder, "title: A\n")
    (folder / "harbour-fire.yaml").write_text("status: withdrawn\n", encoding="utf-8")
    outcome = brief(folder, "harbour-fire.txt")
    assert isinstance(outcome, ArticleError)
    assert "has two editor's files, harbour-fire.yml and harbour-fire.yaml; put both into one" in str(outcome)


def test_a_withdrawal_in_front_matter_is_not_lost_behind_a_second_line(folder: Path) -> None:
    text = f"---\nstatus: withdrawn\nstatus: reviewed\n---\n{ARTICLE}"
    (folder / "other.md").write_text(text, encoding="utf-8")
    assert isinstance(brief(folder, "other.md"), ArticleError)


def test_a_correction_that_fits_two_sayings_corrects_none(folder: Path) -> None:
    (folder / "harbour-fire.txt").write_text(
        "The mayor spoke first.\n\n“Nobody was hurt in the fire and nobody will be,” said Jo Warden.\n\n"
        "“Nobody was hurt in the fire before that one either,” said Ann Lee.\n",
        encoding="utf-8",
    )
    briefing = brief_with(folder, "speakers: [{words: Nobody was hurt, speaker: Jo Warden}]\n")
    assert [one.speaker for one in briefing.analysis.quotes] == ["Jo Warden", "Ann Lee"]
    assert not any(one.is_edited for one in briefing.analysis.quotes)
    (fault,) = print_faults(briefing)
    assert "'Nobody was hurt' stands in 2 sayings, and nothing is corrected; copy more of its words" in fault


@pytest.mark.parametrize(("words", "hidden"), [("2 percent", "2 percent"), ("$5 million", "$5 million")])
def test_a_number_is_not_a_part_of_another(folder: Path, words: str, hidden: str) -> None:
    (folder / "harbour-fire.txt").write_text(
        "Prices rose by 1.2 percent in May and by 2 percent in June.\n\n"
        "The loss is $3.5 million here and $5 million there.\n",
        encoding="utf-8",
    )
    plain = brief(folder, "harbour-fire.txt")
    assert isinstance(plain, Briefing)
    briefing = brief_with(folder, f'hide: {{figures: ["{words}"]}}\n')
    left = [print_span(briefing, one.span) for one in briefing.analysis.figures]
    assert left == [one for one in (print_span(plain, f.span) for f in plain.analysis.figures) if one != hidden]


def test_characters_that_nobody_sees_are_no_part_of_what_an_editor_writes(folder: Path) -> None:
    briefing = brief_with(folder, 'title: "\\u202eFire\\ud800 at the quay"\nnote: "a\\u202eb"\n')
    assert briefing.article.title.text == "Fire at the quay"
    assert briefing.article.source.edits.note == "ab"


def test_a_sidecar_may_have_the_articles_whole_name(folder: Path) -> None:
    (folder / "harbour-fire.html").write_text("<p>Not read here.</p>", encoding="utf-8")
    (folder / "harbour-fire.txt.yml").write_text("title: Fire at the quay\n", encoding="utf-8")
    briefing = brief(folder, "harbour-fire.txt")
    assert isinstance(briefing, Briefing)
    assert briefing.article.title.text == "Fire at the quay"
    assert find_stray_sidecars(folder, find_articles(folder)) == ()


def test_a_sidecar_is_found_however_an_accent_is_written(folder: Path) -> None:
    (folder / "Zu\u0308rich.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "Z\u00fcrich.yml").write_text("title: Fire at the quay\n", encoding="utf-8")
    briefing = brief(folder, "Zu\u0308rich.txt")
    assert isinstance(briefing, Briefing)
    assert briefing.article.title.text == "Fire at the quay"
    assert find_stray_sidecars(folder, find_articles(folder)) == ()


@pytest.mark.parametrize(
    ("text", "is_guarding"),
    [("title: A\n", False), ("status: withdrawn\n", True), ("hide: {figures: a}\n", True), ("status: [\n", True)],
)
def test_an_order_for_no_article_makes_the_site_unfit(folder: Path, text: str, is_guarding: bool) -> None:
    (folder / "harbour-fires.yml").write_text(text, encoding="utf-8")
    made = build_with(folder)
    assert made.is_unfit == is_guarding
    assert [one.path for one in made.faults] == ["harbour-fires.yml"]


def test_a_whole_address_that_is_replaced_is_known_by_its_last_part(folder: Path) -> None:
    briefing = brief_with(folder, "replaces: https://example.org/desk/briefings/old-fire/\n")
    assert briefing.article.source.edits.replaces == ("old-fire",)


def test_a_draft_is_marked_wherever_it_is_named(folder: Path) -> None:
    made = build_with(folder, "status: draft\n")
    for path in ("index.md", "briefings/index.md"):
        assert '</span> <span class="tag warn">Draft</span>' in find_page(made, path), path
