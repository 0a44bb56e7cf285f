"""The build report: words, rules and findings of each article, warnings, and the comparison with an edition before."""

import json
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from builder.__main__ import main
from builder.build import build
from builder.config import load_config
from builder.errors import ConfigurationError
from builder.model import Build
from builder.previous import read_previous
from builder.yields import LEAST_YIELD, find_warnings
from tests.expected import build_samples
from tests.test_review import FILLER, ORDINARY, build_desk, write_desk

FIGURES = " ".join(f"The crew found {number} boats." for number in range(20, 32))


def read_report(made: Build) -> dict[str, Any]:
    page = next(page for page in made.pages if page.path == "data/build-report.json")
    report: dict[str, Any] = json.loads(page.text)
    return report


def test_every_briefing_of_the_samples_is_in_it_with_its_arithmetic() -> None:
    made = build_samples()
    report = read_report(made)
    assert [one["id"] for one in report["articles"]] == [one.article.id for one in made.collection.briefings]
    for entry, briefing in zip(report["articles"], made.collection.briefings, strict=True):
        words = entry["words"]
        assert words["read"] == words["kept"] + words["moved"] + words["removed"]
        assert words["removed"] == sum(rule["words"] for rule in entry["rules"].values())
        assert sum(rule["items"] for rule in entry["rules"].values()) == len(briefing.article.removed)
        assert entry["findings"]["quotes"] == len(briefing.analysis.quotes)
        assert "seconds" not in json.dumps(entry)
    assert report["warnings"] == []


def test_it_counts_findings_abstentions_and_what_was_hidden(tmp_path: Path) -> None:
    text = f'{ORDINARY}\n"It was the loudest noise that I have ever heard in my life."\n'
    files = {"articles/old-quay.md": text, "articles/old-quay.yml": 'hide: {figures: ["12 boats"]}\n'}
    entry = read_report(build_desk(tmp_path, files))["articles"][0]
    assert entry["hidden"] == {"figures": 1}
    assert entry["findings"]["figures"] == 0
    assert entry["findings"]["quotes"] == 2
    assert entry["abstentions"]["speakers"] == 1
    assert list(entry["findings"])[-1] == "topics"


def test_topics_are_those_of_the_articles_own_story(tmp_path: Path) -> None:
    files = {f"articles/report-{name}.md": f"{ORDINARY}\nPrinted as {name}.\n" for name in ("one", "two")}
    made = build_desk(tmp_path, files)
    entries = read_report(made)["articles"]
    for entry in entries:
        mentioned = [topic for story in made.collection.stories for topic in story.topics]
        own = [topic for topic in mentioned if entry["id"] in {one.briefing for one in topic.mentions}]
        assert entry["findings"]["topics"] == len(own)


def test_a_withdrawn_article_is_not_in_it(tmp_path: Path) -> None:
    files = {
        "articles/old-quay.md": ORDINARY,
        "articles/new-bridge.md": ORDINARY,
        "articles/new-bridge.yml": "status: withdrawn\nreason: Taken back.\nday: 2025-06-01\n",
    }
    page = next(one for one in build_desk(tmp_path, files).pages if one.path == "data/build-report.json")
    assert "new-bridge" not in page.text


def make_lossy(lines: int) -> str:
    related = "\n".join(f"- Another headline about the harbour and its boats number {one}" for one in range(lines))
    return f"{ORDINARY}\nRelated articles\n\n{related}\n"


def test_an_article_that_lost_much_is_warned_of_on_the_terminal_and_in_the_report(tmp_path: Path) -> None:
    made = build_desk(tmp_path, {"articles/old-quay.md": make_lossy(9)})
    warnings = read_report(made)["warnings"]
    assert [(one["id"], one["path"]) for one in warnings] == [("old-quay", "old-quay.md")]
    assert warnings[0]["warning"].startswith("lost ")
    assert [(one.path, one.message) for one in made.faults] == [("old-quay.md", warnings[0]["warning"])]


def test_few_lost_words_and_reviewed_losses_are_no_warning(tmp_path: Path) -> None:
    made = build_desk(tmp_path, {"articles/old-quay.md": make_lossy(1)})
    assert (read_report(made)["warnings"], made.faults) == ([], ())
    files = {"articles/old-quay.md": make_lossy(9), "articles/old-quay.yml": "status: reviewed\n"}
    made = build_desk(tmp_path, files)
    assert (read_report(made)["warnings"], made.faults) == ([], ())


def compare(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> Build:
    """The second edition, compared with the first, which is saved as a build saves it."""
    config = write_desk(tmp_path, before)
    assert main(["write", "--config", str(config), "--quiet"]) == 0
    for name in before:
        (tmp_path / name).unlink()
    write_desk(tmp_path, after)
    return build(replace(load_config(config), previous=read_previous(tmp_path / "docs")))


def test_a_finder_whose_yield_halved_is_warned_of(tmp_path: Path) -> None:
    before = {"articles/old-quay.md": f"{ORDINARY}\n{FIGURES}\n", "articles/new-bridge.md": f"{ORDINARY}\n{FILLER}\n"}
    made = compare(tmp_path, before, {**before, "articles/old-quay.md": f"{ORDINARY}\n{FILLER}\n"})
    fallen = [one for one in made.faults if one.message.startswith("figures fell from 13 to 1, and from 14 to 2 over")]
    assert [one.path for one in fallen] == ["old-quay.md"]
    assert fallen[0].message in [one["warning"] for one in read_report(made)["warnings"]]


def test_what_stays_or_is_in_one_edition_alone_is_no_warning(tmp_path: Path) -> None:
    before = {"articles/old-quay.md": f"{ORDINARY}\n{FIGURES}\n", "articles/new-bridge.md": f"{ORDINARY}\n{FILLER}\n"}
    assert compare(tmp_path, before, before).faults == ()
    assert compare(tmp_path, before, {"articles/new-bridge.md": before["articles/new-bridge.md"]}).faults == ()


def test_what_an_editor_hides_is_not_missed(tmp_path: Path) -> None:
    before = {"articles/old-quay.md": f"{ORDINARY}\n{FIGURES}\n"}
    hidden = ", ".join(f'"{number} boats"' for number in range(20, 32))
    after = {**before, "articles/old-quay.yml": f"hide: {{figures: [{hidden}]}}\n"}
    made = compare(tmp_path, before, after)
    assert read_report(made)["articles"][0]["hidden"]["figures"] == 12
    assert not [one for one in made.faults if one.message.startswith("figures")]


def test_a_few_findings_less_are_no_warning(tmp_path: Path) -> None:
    few = FIGURES.split(". ")[0] + "."
    made = compare(
        tmp_path, {"articles/old-quay.md": f"{ORDINARY}\n{few}\n"}, {"articles/old-quay.md": f"{ORDINARY}\n"}
    )
    assert LEAST_YIELD > 2
    assert made.faults == ()


@pytest.mark.parametrize("inside", ["", "data"])
def test_an_edition_is_found_by_its_folder_or_its_data(tmp_path: Path, inside: str) -> None:
    config = write_desk(tmp_path, {"articles/old-quay.md": ORDINARY})
    assert main(["write", "--config", str(config), "--quiet"]) == 0
    previous = read_previous(tmp_path / "docs" / inside)
    assert [id_ for id_, _ in previous.found] == ["old-quay"]
    assert dict(previous.found[0][1])["figures"] == 1
    assert find_warnings(build(load_config(config)).collection, previous) == ()


@pytest.mark.parametrize("text", [None, "", "[]", "{", '{"schema": 2}', '{"schema": 1, "articles": [3]}'])
def test_an_edition_that_cannot_be_read_is_a_configuration_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None
) -> None:
    config = write_desk(tmp_path, {"articles/old-quay.md": ORDINARY})
    old = tmp_path / "old"
    (old / "data").mkdir(parents=True)
    if text is not None:
        (old / "data" / "build-report.json").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="leave --previous out"):
        read_previous(old)
    assert main(["write", "--config", str(config), "--previous", str(old)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "docs").exists()


def test_the_option_compares_and_a_fall_is_fatal_where_any_problem_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = write_desk(tmp_path, {"articles/old-quay.md": f"{ORDINARY}\n{FIGURES}\n"})
    assert main(["write", "--config", str(config), "--quiet"]) == 0
    write_desk(tmp_path, {"articles/old-quay.md": f"{ORDINARY}\n{FILLER}\n"})
    docs = str(tmp_path / "docs")
    assert main(["write", "--config", str(config), "--previous", docs, "--strict"]) == 1
    line = next(line for line in capsys.readouterr().err.split("\n") if "figures fell" in line)
    assert line.startswith("articles/old-quay.md: figures fell from 13 to 1")
    # The edition that fell has been written, and is now what the next is compared with.
    assert main(["write", "--config", str(config), "--previous", docs, "--strict"]) == 0


def test_articles_are_timed_by_the_clock_that_is_given(tmp_path: Path) -> None:
    config = load_config(write_desk(tmp_path, {"articles/old-quay.md": ORDINARY, "articles/empty.txt": ""}))
    assert build(config).seconds == ()
    ticks = count()
    assert build(config, clock=lambda: float(next(ticks))).seconds == (("old-quay", 1.0),)


def test_seconds_stand_beside_the_docs_and_nowhere_where_bytes_are_to_be_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = write_desk(tmp_path, {"articles/old-quay.md": ORDINARY})
    timings = tmp_path / ".briefing" / "timings.json"
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert main(["write", "--config", str(config), "--quiet"]) == 0
    assert list(json.loads(timings.read_text(encoding="utf-8"))["articles"]) == ["old-quay"]
    report = (tmp_path / "docs" / "data" / "build-report.json").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    assert main(["write", "--config", str(config), "--quiet"]) == 0
    assert not timings.exists()
    assert (tmp_path / "docs" / "data" / "build-report.json").read_bytes() == report
