"""The command line: what each kind of bad input gets, and what each command ends with."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.__main__ import main
from tests.samples import PROJECT

ARTICLE = (
    "Mayor opens the new bridge\n\nThe mayor of Norwick opened the new bridge on Monday. It took 14 months to build.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with settings and one article, as a user has it."""
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = PROJECT / "builder" / "theme"
    (tmp_path / "mkdocs.yml").write_text(settings.replace("builder/theme", str(theme)), encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "new-bridge.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(desk: Path, *arguments: str) -> int:
    return main([*arguments, "--config", str(desk / "mkdocs.yml")])


def test_a_build_makes_pages_site_and_data(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "build") == 0
    assert (desk / "docs" / "briefings" / "new-bridge.md").exists()
    assert (desk / "site" / "briefings" / "new-bridge" / "index.html").exists()
    data = json.loads((desk / "site" / "data" / "briefings" / "new-bridge.json").read_text(encoding="utf-8"))
    assert data["title"] == "Mayor opens the new bridge"
    closing = capsys.readouterr().err
    assert "1 read · 1 briefing · 1 story" in closing
    assert ", 0 broken" in closing


def test_write_starts_no_renderer(desk: Path) -> None:
    assert run(desk, "write") == 0
    assert (desk / "docs" / "index.md").exists()
    assert not (desk / "site").exists()


def test_check_passes_on_a_built_site_and_fails_on_a_broken_one(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(desk, "build")
    site = str(desk / "site")
    assert run(desk, "check", site) == 0
    shutil.rmtree(desk / "site" / "timeline")
    assert run(desk, "check", site) == 1
    assert "timeline" in capsys.readouterr().err


def test_messages_go_to_standard_error_and_json_to_standard_output(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "articles" / "empty.txt").write_text("", encoding="utf-8")
    assert run(desk, "write", "--json", "--quiet") == 0
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert report["exit"] == 0
    assert (report["read"], report["briefings"], report["skipped"]) == (2, 1, 1)
    assert report["problems"] == [printed.err.strip()]


@pytest.mark.parametrize(
    ("name", "content", "reason", "remedy"),
    [
        ("empty.txt", b"", "is empty", "drop the file"),
        ("blank.txt", b" \n\n\t\n", "is empty", "drop the file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\xff", "holds bytes that are no text", "drop the file"),
        ("paper.txt", b"%PDF-1.7\nnot text", "holds bytes that are no text", "save the article as text"),
        ("zeros.txt", b"Text\x00\x00", "holds bytes that are no text", "save the article as text"),
        ("menu.txt", b"Share\nPrint\nSubscribe\n", "no text left after cleaning (3 lines", "paragraphs"),
        ("broken.md", b"---\ntitle: [a\n---\nText of it.\n", "front matter is no YAML", "mend it"),
        ("page.html", b"<html><body></body></html>", "no article text found in the page", "as .txt"),
        ("paper.pdf", b"%PDF-1.7", ".pdf is not read", ".txt or .md"),
    ],
)
def test_a_bad_article_is_one_line_and_the_rest_is_built(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, reason: str, remedy: str
) -> None:
    (desk / "articles" / name).write_bytes(content)
    assert run(desk, "write") == 0
    lines = [line for line in capsys.readouterr().err.split("\n") if line.startswith(f"articles/{name}")]
    assert len(lines) == 1
    assert reason in lines[0]
    assert remedy in lines[0]
    assert (desk / "docs" / "briefings" / "new-bridge.md").exists()
    overview = json.loads((desk / "docs" / "data" / "overview.json").read_text(encoding="utf-8"))
    assert overview["counts"] == {"read": 2, "briefings": 1, "skipped": 1, "stories": 1, "withdrawn": 0}
    assert overview["skipped"][0]["path"] == name


def test_a_skipped_article_is_fatal_where_any_problem_is(desk: Path) -> None:
    (desk / "articles" / "empty.txt").write_text("", encoding="utf-8")
    assert run(desk, "write", "--strict") == 1


def test_two_articles_of_one_id_are_a_problem_that_names_both(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "articles" / "other.md").write_text(
        "---\nid: new-bridge\n---\nAnother text of a bridge.\n", encoding="utf-8"
    )
    assert run(desk, "write") == 0
    message = capsys.readouterr().err
    assert "other.md: claims the id 'new-bridge', which new-bridge.txt has" in message
    assert "`id:`" in message


def test_two_articles_under_one_headline_both_have_a_page(desk: Path) -> None:
    """A wire report printed twice: its second page has the file's name in its address."""
    for name in ("1a.txt", "1b.txt", "2x.txt"):
        (desk / "articles" / name).write_text(f"{ARTICLE}\nPrinted as {name[:2]}.\n", encoding="utf-8")
    (desk / "articles" / "sub").mkdir()
    (desk / "articles" / "sub" / "new-bridge.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(desk, "write", "--strict") == 0
    pages = {file.stem for file in (desk / "docs" / "briefings").glob("*.md")} - {"index"}
    assert pages == {
        "1-mayor-opens-the-new-bridge",
        "1-mayor-opens-the-new-bridge-1b",
        "2-mayor-opens-the-new-bridge",
        "new-bridge",
        "new-bridge-sub",
    }


def test_an_empty_folder_makes_an_unfit_site_and_says_what_to_do(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "articles" / "new-bridge.txt").unlink()
    assert run(desk, "build") == 1
    assert "no briefing was made; put .txt, .md or .html articles there" in capsys.readouterr().err


def test_a_site_of_withdrawn_articles_is_fit(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(desk, "build")
    sidecar = desk / "articles" / "new-bridge.yml"
    sidecar.write_text("status: withdrawn\nday: 2025-05-03\nreason: A.\n", encoding="utf-8")
    assert run(desk, "build", "--strict") == 0
    assert "no briefing" not in capsys.readouterr().err
    page = (desk / "site" / "briefings" / "new-bridge" / "index.html").read_text(encoding="utf-8")
    assert "This briefing was withdrawn on 3 May 2025." in page
    assert "14 months" not in page + (desk / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("day", ["2250-01-01", "1850-01-01", "9999-12-31"])
def test_any_day_that_an_article_states_can_be_built(desk: Path, day: str) -> None:
    (desk / "articles" / "new-bridge.txt").write_text(f"---\ndate: {day}\n---\n{ARTICLE}", encoding="utf-8")
    assert run(desk, "build") == 0


def test_a_failed_build_leaves_the_last_site(desk: Path) -> None:
    run(desk, "build")
    before = (desk / "site" / "index.html").read_bytes()
    (desk / "articles" / "new-bridge.txt").unlink()
    assert run(desk, "build") == 1
    assert (desk / "site" / "index.html").read_bytes() == before


def test_a_missing_folder_is_a_configuration_error(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "build", "--articles", str(desk / "nowhere")) == 2
    assert "nowhere: no such folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("a: [", "cannot be read as YAML"),
        ("- a\n", "holds no settings"),
        ("extra: {briefing: {colour: red}}\n", "extra.briefing.colour is no setting"),
        ("extra: {briefing: {story_title: 7}}\n", "extra.briefing.story_title is 7"),
        ("docs_dir: articles\n", "give each a folder of its own"),
    ],
)
def test_bad_settings_are_a_configuration_error(
    desk: Path, capsys: pytest.CaptureFixture[str], settings: str, reason: str
) -> None:
    (desk / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert run(desk, "write") == 2
    assert reason in capsys.readouterr().err


def test_missing_settings_are_a_configuration_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "write") == 2
    assert "no such file" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["bild"], [], ["build", "--jobs", "none"], ["check", "--nothing"]])
def test_a_wrong_command_line_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_a_folder_that_is_no_site_is_not_replaced(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "papers").mkdir()
    (desk / "papers" / "thesis.txt").write_text("mine", encoding="utf-8")
    assert run(desk, "build", "--site", str(desk / "papers")) == 2
    assert "no rendered site" in capsys.readouterr().err
    assert (desk / "papers" / "thesis.txt").exists()


def test_a_page_that_the_builder_did_not_write_is_left_alone(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "docs").mkdir()
    (desk / "docs" / "timeline.md").write_text("my own\n", encoding="utf-8")
    assert run(desk, "write") == 1
    assert (desk / "docs" / "timeline.md").read_text(encoding="utf-8") == "my own\n"
    assert "timeline.md" in capsys.readouterr().err


def test_a_method_page_of_the_users_own_wins(desk: Path) -> None:
    (desk / "docs").mkdir()
    (desk / "docs" / "method.md").write_text("# Ours\n", encoding="utf-8")
    assert run(desk, "write") == 0
    assert (desk / "docs" / "method.md").read_text(encoding="utf-8") == "# Ours\n"


def test_a_page_changed_by_hand_is_not_overwritten(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(desk, "write")
    page = desk / "docs" / "briefings" / "new-bridge.md"
    page.write_text("changed\n", encoding="utf-8")
    (desk / "articles" / "new-bridge.txt").write_text(ARTICLE + "\nMore was said of it.\n", encoding="utf-8")
    assert run(desk, "write") == 1
    assert page.read_text(encoding="utf-8") == "changed\n"
    assert "was changed by hand" in capsys.readouterr().err


def test_pages_of_a_gone_article_are_removed_and_nothing_else(desk: Path) -> None:
    (desk / "articles" / "old-harbour-tale.txt").write_text("The harbour was full. Ships came in.\n", encoding="utf-8")
    run(desk, "write")
    mine = desk / "docs" / "briefings" / "mine.md"
    mine.write_text("# Mine\n", encoding="utf-8")
    (desk / "articles" / "old-harbour-tale.txt").unlink()
    assert run(desk, "write") == 0
    page = desk / "docs" / "briefings" / "old-harbour-tale.md"
    assert "is not part of this edition" in page.read_text(encoding="utf-8")
    assert not (desk / "docs" / "data" / "briefings" / "old-harbour-tale.json").exists()
    # Without a lock nobody knows that the address was ever published.
    (desk / "briefing.lock.json").unlink()
    assert run(desk, "write") == 0
    assert not page.exists()
    assert mine.exists()


def test_an_unchanged_page_is_not_written_again(desk: Path) -> None:
    run(desk, "write")
    page = desk / "docs" / "index.md"
    os.utime(page, (1, 1))
    run(desk, "write")
    assert page.stat().st_mtime == 1


def test_a_link_in_the_articles_folder_is_not_followed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "secret.txt").write_text("The secret text of somebody.\n", encoding="utf-8")
    (desk / "articles" / "a-link-to.txt").symlink_to(desk / "secret.txt")
    assert run(desk, "write") == 0
    assert "a-link-to.txt: is a link" in capsys.readouterr().err
    assert "secret text" not in (desk / "docs" / "index.md").read_text(encoding="utf-8")


def test_an_unclear_date_is_left_out_and_reported(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "articles" / "dated.md").write_text("---\ndate: 03/04/2025\n---\nThe vote was held.\n", encoding="utf-8")
    assert run(desk, "write") == 0
    assert "dated.md: its date '03/04/2025' is not clear and is left out" in capsys.readouterr().err


def test_help_loads_neither_the_renderer_nor_the_word_lists() -> None:
    code = "import sys, builder.__main__ as m\ntry: m.main(['--help'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT)
    loaded = set(done.stdout.split())
    assert "builder.__main__" in loaded
    assert not loaded & {"mkdocs", "sentencex", "rich", "markdown_it", "builder.build"}
