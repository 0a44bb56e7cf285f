"""What wants an editor's eye: each kind of lack is listed with lines that fit, and nothing that is settled."""

import json
import re
from itertools import groupby
from pathlib import Path

import pytest

from builder.__main__ import _make_parser, main
from builder.build import build
from builder.config import load_config
from builder.model import Build
from builder.plain_yaml import load_mapping
from builder.review import Wanted, print_json, print_text, review
from builder.review.names import find_pairs
from builder.review.wanted import REVIEWED, quote
from builder.schema import take_fitting
from tests.expected import build_samples, make_config
from tests.samples import FOLDERS, PROJECT

DAY = "2025-06-01"
HEADLINE = "Fire on the old quay\n\n"
SURE = (
    "Ida Warden, the mayor of Norwick, said on 4 March 2025 that the fire was out and that 12 boats were lost."
    ' "We will build the harbour again," said Ida Warden.\n'
)
UNSURE = '"It was the loudest noise that I have ever heard in my life, and I ran."\n'
FRONT = "---\ntitle: Fire on the old quay\ndate: 2025-03-05\npublisher: The Norwick Courier\nlanguage: en\n---\n"
FILLER = "The boats lay in the harbour and the water was calm and the people of the town went home. "
ORDINARY = f"{FRONT}\n{SURE}"


def write_desk(folder: Path, files: dict[str, str]) -> Path:
    """A folder of settings, articles and editors' files; returns its settings."""
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(settings.replace("builder/theme", str(PROJECT / "builder/theme")), "utf-8")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


def build_desk(folder: Path, files: dict[str, str]) -> Build:
    return build(load_config(write_desk(folder, files)))


def list_wanted(folder: Path, files: dict[str, str]) -> tuple[Wanted, ...]:
    return review(build_desk(folder, files), "articles", DAY)


def find_messages(wanted: tuple[Wanted, ...]) -> list[str]:
    return [one.message for one in wanted]


def read_lines(lines: tuple[str, ...]) -> dict[str, object]:
    return load_mapping("\n".join(lines), most=100_000)


def assert_lines_fit(wanted: tuple[Wanted, ...]) -> None:
    for one in wanted:
        if one.lines:
            values = read_lines(one.lines)
            assert values
            kind = "editor" if one.file == "editor.yml" else "sidecar"
            assert take_fitting(kind, values) == (values, []), one  # type: ignore[arg-type]


def test_an_article_that_says_all_is_not_listed(tmp_path: Path) -> None:
    assert list_wanted(tmp_path, {"articles/old-quay.md": ORDINARY}) == ()


def test_every_line_proposed_for_the_samples_fits_its_schema() -> None:
    wanted = review(build_samples(), "articles", DAY)
    assert len(wanted) > 15
    assert_lines_fit(wanted)


@pytest.mark.parametrize("folder", FOLDERS[:2], ids=lambda folder: folder.parent.name)
def test_every_line_proposed_for_made_up_articles_fits(folder: Path, tmp_path: Path) -> None:
    assert_lines_fit(review(build(make_config(folder, tmp_path)), "articles", DAY))


@pytest.mark.parametrize(
    ("key", "message", "begins"),
    [
        ("title", "no title", "title:  # shown now, its opening words: Ida Warden"),
        ("date", "no publication date", "published:  # not before 2025-03-04 (¶ 1)"),
        ("publisher", "no publisher", "publisher:  # who published it"),
    ],
)
def test_what_an_article_does_not_say_is_asked(tmp_path: Path, key: str, message: str, begins: str) -> None:
    front = "\n".join(line for line in FRONT.split("\n") if not line.startswith(key))
    wanted = list_wanted(tmp_path, {"articles/old-quay.md": f"{front}\n{SURE}"})
    assert find_messages(wanted) == [message]
    assert wanted[0].path == "old-quay.md"
    assert wanted[0].file == "articles/old-quay.yml"
    assert wanted[0].lines[0].startswith(begins)
    assert_lines_fit(wanted)


@pytest.mark.parametrize("line", ["title:", "published:", "publisher:"])
def test_what_an_editor_left_empty_is_not_asked_again(tmp_path: Path, line: str) -> None:
    files = {"articles/old-quay.txt": SURE}
    before = list_wanted(tmp_path, files)
    after = list_wanted(tmp_path, {**files, "articles/old-quay.yml": f"{line}\n"})
    gone = set(before) - set(after)
    assert len(gone) == 1
    assert gone.pop().lines[0].startswith(line)
    assert set(after) < set(before)


def test_a_date_that_is_not_clear_is_asked_once(tmp_path: Path) -> None:
    text = ORDINARY.replace("2025-03-05", "03/05/25")
    wanted = list_wanted(tmp_path, {"articles/old-quay.md": text})
    assert find_messages(wanted) == ["no publication date"]
    assert "03/05/25" in wanted[0].lines[0]


def test_a_reviewed_article_is_not_asked_about_but_its_faults_are(tmp_path: Path) -> None:
    files = {"articles/old-quay.txt": f"{SURE}\n{UNSURE}", "articles/old-quay.yml": "status: reviewed\ntitel: Fire\n"}
    wanted = list_wanted(tmp_path, files)
    assert len(wanted) == 1
    assert wanted[0].path == "old-quay.txt"
    assert "titel is no key" in wanted[0].message


def test_a_draft_is_listed(tmp_path: Path) -> None:
    files = {"articles/old-quay.md": ORDINARY, "articles/old-quay.yml": "status: draft\n"}
    assert find_messages(list_wanted(tmp_path, files)) == ["draft, not reviewed"]


def test_an_unsure_speaker_is_asked_with_its_sentence_and_the_answer_holds(tmp_path: Path) -> None:
    files = {"articles/old-quay.md": f"{ORDINARY}\n{UNSURE}"}
    wanted = list_wanted(tmp_path, files)
    assert find_messages(wanted) == ["1 quotation without a speaker; empty: nobody is named"]
    lines = wanted[0].lines
    assert lines[0] == "speakers:"
    assert lines[1] == f"  # ¶ 2: {UNSURE.strip()}"
    assert lines[2] == '  - {words: "It was the loudest noise that", speaker: }'
    assert_lines_fit(wanted)
    answered = "\n".join(lines).replace("speaker: }", "speaker: Ida Warden}")
    made = build_desk(tmp_path, {**files, "articles/old-quay.yml": answered})
    assert made.faults == ()
    assert [one.speaker for one in made.collection.briefings[0].analysis.quotes][-1] == "Ida Warden"
    # Left as it was pasted, it says that nobody is named, and that settles it too.
    assert list_wanted(tmp_path, {**files, "articles/old-quay.yml": "\n".join(lines)}) == ()


def test_quotations_that_begin_alike_are_told_apart_and_earlier_answers_stay(tmp_path: Path) -> None:
    again = UNSURE.replace("and I ran", "and I stayed")
    third = '"Nobody told any of us on the quay what to do next."\n'
    text = f"{ORDINARY}\n{UNSURE}\n{again}\n{third}"
    sidecar = 'speakers: [{words: "Nobody told any of us", speaker: Ida Warden}]\n'
    wanted = list_wanted(tmp_path, {"articles/old-quay.md": text, "articles/old-quay.yml": sidecar})
    assert find_messages(wanted) == [
        "2 quotations without a speaker, to stand in place of `speakers:`; empty: nobody is named"
    ]
    values = read_lines(wanted[0].lines)["speakers"]
    assert isinstance(values, list)
    assert [one["speaker"] for one in values] == ["Ida Warden", None, None]
    assert values[1]["words"].endswith("I ran.")
    assert values[2]["words"].endswith("I stayed.")
    assert_lines_fit(wanted)
    made = build_desk(
        tmp_path, {"articles/old-quay.yml": "\n".join(wanted[0].lines).replace("speaker: }", "speaker: X}")}
    )
    assert [one.speaker for one in made.collection.briefings[0].analysis.quotes][-3:] == ["X", "X", "Ida Warden"]


def test_a_long_article_without_names_and_sayings_is_thin(tmp_path: Path) -> None:
    text = f"{FRONT}\n" + "\n\n".join([FILLER * 4] * 5)
    wanted = list_wanted(tmp_path, {"articles/old-quay.md": text})
    assert len(wanted) == 1
    assert wanted[0].message.startswith("no name, no quotation or attributed statement in 3")
    assert wanted[0].lines == (REVIEWED,)
    assert_lines_fit(wanted)
    assert list_wanted(tmp_path, {"articles/old-quay.yml": REVIEWED}) == ()


@pytest.mark.parametrize("text", [FILLER * 5, f"{FILLER * 8}\n\n{SURE}"], ids=["short", "with a name and a saying"])
def test_what_is_short_or_has_one_is_not_thin(tmp_path: Path, text: str) -> None:
    assert list_wanted(tmp_path, {"articles/old-quay.md": f"{FRONT}\n{text}\n"}) == ()


def test_hidden_findings_are_not_thin(tmp_path: Path) -> None:
    text = f"{FRONT}\n{FILLER * 12}\n\nIda Warden saw it.\n\n{FILLER * 2}"
    files = {"articles/old-quay.md": text, "articles/old-quay.yml": "hide: {names: [Ida Warden]}\n"}
    assert not [one for one in list_wanted(tmp_path, files) if "no name" in one.message]


def test_a_language_that_is_not_recognised_is_asked(tmp_path: Path) -> None:
    text = FRONT.replace("language: en\n", "") + "\nZumra kelto vanir sola mirdan, tuvel osk rinde palo vest.\n"
    wanted = list_wanted(tmp_path, {"articles/old-quay.md": text})
    assert find_messages(wanted) == ["its language was not recognised, and only its text is shown"]
    assert_lines_fit(wanted)


def test_an_article_that_lost_much_is_listed_with_the_rules_that_took_it(tmp_path: Path) -> None:
    related = "\n".join(f"- Another headline about the harbour and its boats number {count}" for count in range(9))
    text = f"{ORDINARY}\nRelated articles\n\n{related}\n"
    wanted = list_wanted(tmp_path, {"articles/old-quay.md": text})
    assert len(wanted) == 1
    assert wanted[0].message.startswith("lost ")
    assert wanted[0].lines[0].startswith("# list of related articles, ")
    assert "Another headline about the harbour" in wanted[0].lines[0]
    assert wanted[0].lines[-1] == REVIEWED
    assert_lines_fit(wanted)
    few = text.replace(related, related.split("\n")[0])
    assert list_wanted(tmp_path, {"articles/old-quay.md": few}) == ()


def test_the_menus_of_a_saved_page_are_no_loss(tmp_path: Path) -> None:
    menu = "".join(f"<a href='/{count}'>Section number {count}</a> " for count in range(60))
    page = (
        "<html lang='en'><head><title>Fire on the old quay</title></head><body>"
        f"<nav>{menu}</nav><article><h1>Fire on the old quay</h1><p>{FILLER}</p><p>{SURE}</p></article></body></html>"
    )
    wanted = list_wanted(tmp_path, {"articles/old-quay.html": page})
    assert wanted
    assert not [one for one in wanted if one.message.startswith("lost")]


def test_a_skipped_article_and_a_fault_of_the_site_file_are_passed_on(tmp_path: Path) -> None:
    files = {
        "articles/empty.txt": "",
        "articles/old-quay.md": ORDINARY,
        "articles/other.yml": "title: Fire\n",
        "editor.yml": "names: {rename: {Nobody Here: Somebody}}\n",
    }
    wanted = list_wanted(tmp_path, files)
    assert {one.path for one in wanted} >= {"empty.txt", "other.yml"}
    assert all(one.lines == () for one in wanted)


def test_a_withdrawal_without_a_day_gets_the_line_with_today(tmp_path: Path) -> None:
    files = {
        "articles/old-quay.md": ORDINARY,
        "articles/gone.md": ORDINARY,
        "articles/gone.yml": "status: withdrawn\nreason: The publisher took it back.\n",
    }
    wanted = list_wanted(tmp_path, files)
    assert [(one.file, one.lines) for one in wanted] == [
        ("articles/gone.yml", (f"day: {DAY}  # since when it is withdrawn; this is today",))
    ]
    assert_lines_fit(wanted)


NAMES = {
    "first names alike": ("Eric Almsted, the head of the bureau", "Erik Almsted, the head of the bureau"),
    "one the acronym of the other": ("The European Shipping Bureau", "The ESB"),
    "spelled alike": ("The Norwick Harbour Authority", "The Norwick Harbor Authority"),
    "one the shorter form": ("The Norwick Harbour Authority of Tarn", "The Norwick Harbour Authority"),
}
APART = {
    "other first names": ("Eric Almsted, the head of the bureau", "Paul Almsted, the head of the bureau"),
    "other directions": ("The Northern Harbour Authority", "The Southern Harbour Authority"),
    "other numbers": ("The 71st Harbour Brigade", "The 72nd Harbour Brigade"),
    "other letters": ("The European Shipping Bureau", "The ESA"),
    "known places": ("The minister of Austria", "The minister of Australia"),
    "merged by the builder": ("The European Union", "The EU"),
}


def make_pair(one: str, two: str) -> dict[str, str]:
    return {
        f"articles/{name}.md": f"{FRONT}\n{subject} said on Monday that the quay is safe.\n\n{subject} said so twice.\n"
        for name, subject in (("first-report", one), ("second-report", two))
    }


@pytest.mark.parametrize(("reason", "subjects"), NAMES.items(), ids=NAMES)
def test_names_close_to_one_another_are_listed_with_both_places(
    tmp_path: Path, reason: str, subjects: tuple[str, str]
) -> None:
    files = make_pair(*subjects)
    wanted = [one for one in list_wanted(tmp_path, files) if one.file == "editor.yml"]
    assert len(wanted) == 1
    assert wanted[0].message.endswith(f": {reason}")
    assert "(first-report.md ¶ 1)" in wanted[0].message
    assert "(second-report.md ¶ 1)" in wanted[0].message
    assert_lines_fit(tuple(wanted))
    # What is pasted settles it.
    after = list_wanted(tmp_path, {**files, "editor.yml": wanted[0].lines[0]})
    assert not [one for one in after if one.file == "editor.yml"]


@pytest.mark.parametrize("subjects", APART.values(), ids=APART)
def test_names_that_are_two_are_not_proposed(tmp_path: Path, subjects: tuple[str, str]) -> None:
    assert find_pairs(build_desk(tmp_path, make_pair(*subjects)).collection) == []


def test_values_are_safe_in_yaml() -> None:
    for text in ("yes", "- a: b # c", "a, b} ]", 'he said "no" \\ then', "née 👩‍🔬", "tab\tline\nend", "*alias", ""):
        assert read_lines((f"key: [{quote(text)}]",)) == {"key": [" ".join(text.replace("\u200d", "").split())]}


def test_nothing_that_a_terminal_obeys_is_printed(tmp_path: Path) -> None:
    evil = "\x1b[31m\x07\x9b2J\u202e"
    said = f'"It was the {evil}loudest noise that I have ever heard in my life."'
    text = f"{evil}Fire on the {evil}quay was seen\n\n{said}\n"
    files = {"articles/old\x1b[31mquay\x9b.txt": text, "articles/two.txt": f"---\ntitle: [\x1b[2J\n---\n{text}"}
    wanted = list_wanted(tmp_path, files)
    assert_lines_fit(wanted)
    for printed in (print_text(wanted), print_json(wanted)):
        assert [one for one in printed if not one.isprintable() and one != "\n"] == []
    assert [one["path"] for one in json.loads(print_json(wanted))] == [one.path for one in wanted]


def test_a_line_that_is_proposed_twice_is_printed_once() -> None:
    wanted = tuple(Wanted("a.txt", message, "articles/a.yml", (REVIEWED,)) for message in ("thin", "lost"))
    assert print_text(wanted) == f"a.txt  → articles/a.yml\n  thin\n      {REVIEWED}\n  lost\n"


def test_points_of_one_article_stand_together_and_the_sites_come_last(tmp_path: Path) -> None:
    files = make_pair(*NAMES["spelled alike"]) | {"articles/first-report.yml": "status: draft\ntitel: Fire\n"}
    paths = [path for path, _ in groupby(list_wanted(tmp_path, files), key=lambda one: one.path)]
    assert paths == ["first-report.md", "editor.yml"]


def test_the_command_prints_the_list_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = write_desk(tmp_path, {"articles/old-quay.txt": SURE})
    before = sorted(tmp_path.rglob("*"))
    assert main(["review", "--config", str(config)]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("old-quay.txt  → articles/old-quay.yml\n  no title\n      title:  # shown now")
    assert "1 read · 1 briefing · 3 points for an editor" in printed.err
    assert main(["review", "--config", str(config), "--json", "--quiet"]) == 0
    printed = capsys.readouterr()
    assert [one["message"] for one in json.loads(printed.out)] == ["no title", "no publication date", "no publisher"]
    assert printed.err == ""
    assert sorted(tmp_path.rglob("*")) == before


def test_a_key_that_stands_twice_in_an_editors_file_is_no_silent_loss(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"articles/old-quay.md": ORDINARY, "articles/old-quay.yml": "title: One\ntitle: Two\n"}
    config = write_desk(tmp_path, files)
    assert "names the key 'title' twice, line 2" in list_wanted(tmp_path, {})[0].message
    (tmp_path / "editor.yml").write_text("names: {merge: [[A, B]]}\nnames: {merge: [[C, D]]}\n", encoding="utf-8")
    assert main(["review", "--config", str(config)]) == 2
    assert "editor.yml:2: names the key 'names' twice; put both under one" in capsys.readouterr().err


GUIDE = (PROJECT / "docs" / "guide" / "editing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?:^    .*\n|^\n(?=    ))+", GUIDE, re.MULTILINE)
ROW = re.compile(r"^\| (`.*`) \| .* \| `(.*)` \|$", re.MULTILINE)


def test_every_command_of_the_editors_guide_exists() -> None:
    commands = re.findall(r"^    \.venv/bin/python -m builder (.*)$", GUIDE, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        assert _make_parser().parse_args(re.findall(r'"[^"]*"|\S+', command)).command


def test_every_example_of_the_editors_guide_fits() -> None:
    texts = [re.sub(r"^    ", "", block, flags=re.MULTILINE) for block in BLOCKS]
    examples = [text for text in texts if not re.match(r"\s*(\.venv|harbour-fire\.txt|# yaml)", text)]
    assert len(examples) == 4
    rows = ROW.findall(GUIDE)
    assert len(rows) > 20
    for keys, example in rows:
        above = re.match(r"`(\w+): ", keys)
        examples.append(f"{above[1]}: {{{example}}}" if above else example)
    for example in examples:
        values = load_mapping(example, most=10_000)
        assert values
        assert not take_fitting("sidecar", values)[1] or not take_fitting("editor", values)[1], example


def test_the_editors_guide_names_every_key_and_where_the_shapes_are() -> None:
    for kind, place in (("sidecar", "articles"), ("editor", ".")):
        path = re.search(rf"\$schema=(\S+{kind}\.schema\.json)", GUIDE)
        assert path
        file = PROJECT / place / path[1]
        assert file.is_file()
        keys = json.loads(file.read_text(encoding="utf-8"))["properties"]
        assert [key for key in keys if f"`{key}" not in GUIDE] == []


def test_names_that_the_site_file_calls_two_are_not_proposed(tmp_path: Path) -> None:
    files = make_pair(*NAMES["first names alike"])
    assert len(find_pairs(build_desk(tmp_path, files).collection)) == 1
    split = "names: {split: [{name: Eric Almsted, forms: [Erik Almsted]}]}\n"
    assert find_pairs(build_desk(tmp_path, {**files, "editor.yml": split}).collection) == []


def test_a_short_form_that_fits_two_names_is_not_proposed(tmp_path: Path) -> None:
    files = make_pair(*NAMES["one the shorter form"])
    third = "The Norwick Harbour Authority of Ostmere"
    files["articles/third-report.md"] = files["articles/first-report.md"].replace(
        "The Norwick Harbour Authority of Tarn", third
    )
    assert find_pairs(build_desk(tmp_path, files).collection) == []


def test_suppressed_names_that_may_be_misspelled_are_asked_about(tmp_path: Path) -> None:
    said = "“We saw the smoke from here,” said Carla Brandtner. “It was far away,” said Jo Warden of the council."
    article = {"articles/old-quay.txt": f"Two names\n\n{said}\n", "articles/old-quay.yml": "status: reviewed\n"}
    names = "suppress: [Carla Brandner, Jo Warden, Nan Quill]\n"
    wanted = [one for one in list_wanted(tmp_path, {**article, "editor.yml": names}) if one.file == "editor.yml"]
    assert find_messages(tuple(wanted)) == [
        "suppress: no article prints “Carla Brandner”; is it spelled as there?",
        "suppress: “Carla Brandtner” is printed; is it “Carla Brandner”?",
        "suppress: no article prints “Nan Quill”; is it spelled as there?",
    ]
    assert_lines_fit(tuple(wanted))
