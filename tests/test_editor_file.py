"""The site file editor.yml: what it holds, what does not fit, and whose articles it is for."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from builder.config import Overrides, load_config
from builder.editor import load_editor
from builder.errors import ConfigurationError
from builder.model import Editor, NameSplit, Outlet, StorySplit
from builder.schema import take_fitting

WHOLE = """
names:
  merge: [[Jo Warden, Joanna Warden]]
  split:
    - {name: Sam Post, articles: [quay-fire], shown: Sam Post (mayor)}
    - {name: Ann Reed, forms: Reed}
  apart: [[Al Reed, Alan Reed]]
  rename: {Kolm: Kolmar}
  kind: {Norwick: place}
topics:
  rename: {fire: fires}
  merge: [[quay, quays]]
  hide: people
stories:
  merge: [[harbour-fire, quay-fire]]
  split: [{name: Strike, articles: [dockers-walk-out]}]
  title: {harbour-fire: The fire in the harbour}
suppress: [Nan Quill]
outlets:
  Harbour Gazette: {family: Quay Press, kind: newspaper, reliability: B}
  Quay Post: {}
"""


def load(tmp_path: Path, text: str) -> Editor:
    file = tmp_path / "editor.yml"
    file.write_text(text, encoding="utf-8")
    return load_editor(file)


def test_everything_that_a_site_file_can_say(tmp_path: Path) -> None:
    assert load(tmp_path, WHOLE) == Editor(
        file="editor.yml",
        merged_names=(("Jo Warden", "Joanna Warden"),),
        split_names=(
            NameSplit("Sam Post", ("quay-fire",), (), "Sam Post (mayor)"),
            NameSplit("Ann Reed", (), ("Reed",), None),
        ),
        apart_names=(("Al Reed", "Alan Reed"),),
        renamed_names=(("Kolm", "Kolmar"),),
        kinds=(("Norwick", "place"),),
        renamed_topics=(("fire", "fires"),),
        merged_topics=(("quay", "quays"),),
        hidden_topics=("people",),
        merged_stories=(("harbour-fire", "quay-fire"),),
        split_stories=(StorySplit(("dockers-walk-out",), "Strike"),),
        story_titles=(("harbour-fire", "The fire in the harbour"),),
        suppressed=("Nan Quill",),
        outlets=(Outlet("Harbour Gazette", "Quay Press", "newspaper", "B"), Outlet("Quay Post", None, None, None)),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "names:\n", "suppress: []\n"])
def test_an_empty_site_file_says_nothing(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == Editor()


FAULTS = {
    "supress: [A]\n": "editor.yml: supress is no key; write 'suppress'",
    "names: {merged: [[A, B]]}\n": "names.merged is no key; write 'merge'",
    "names: {merge: [[A]]}\n": "names.merge[1] is ['A']; write it as",
    "names: {merge: {A: B}}\n": "names.merge is {'A': 'B'}; write it as [[Jo Warden, Joanna Warden]]",
    "names: {kind: {A: town}}\n": "names.kind.A is 'town'; write one of person, organisation, place",
    "names: {split: [{name: A}]}\n": "names.split[1] says no 'articles' or 'forms'; write it as {name: Jo Warden",
    "outlets: {A: {reliability: G}}\n": "outlets.A.reliability is 'G'; write one of A, B, C, D, E, F",
    "outlets: {A: {kind: blog}}\n": "outlets.A.kind is 'blog'; write one of agency, broadcaster",
    "stories: {title: [A]}\n": "stories.title is ['A']; write it as {harbour-fire: The fire in the harbour}",
    "suppress: {A: B}\n": "suppress is {'A': 'B'}; write it as [Jo Warden]",
    "names: [\n": "is no YAML",
    "just text\n": "is no list of `key: value` lines; mend it or take it out",
    "names: {merge: [[A, B], [C, B]]}\n": "names.merge names 'B' in two groups; put it in one",
    "names: {merge: [[A, B]], rename: {B: C}}\n": "names.rename names 'B', which names.merge makes 'A'; give it to",
    "names: {merge: [[A, B]], apart: [[A, C, b]]}\n": "of which names.merge makes one; keep one of the two",
    "names: {merge: [[A, B]], kind: {b: place}}\n": "names.kind names 'b', which names.merge makes 'A'",
    "topics: {hide: [a], rename: {a: b}}\n": "topics.hide names 'a', which topics.rename or topics.merge keeps",
    "stories: {merge: [[a, b]], title: {b: C}}\n": "stories.title names 'b', which stories.merge makes 'a'",
}


@pytest.mark.parametrize(("text", "message"), FAULTS.items())
def test_what_does_not_fit_stops_the_build(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, text)
    assert message in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_several_faults_are_a_line_each(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, "supress: A\nname: B\ntopics: {hidden: [c]}\n")
    assert [line.split("editor.yml: ")[1].split(" is ")[0] for line in str(caught.value).split("\n")] == [
        "supress",
        "name",
        "topics.hidden",
    ]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\n", encoding="utf-8")
    (tmp_path / "editor.yml").write_text("suppress: [Nan Quill]\ntopics: {hide: [people]}\n", encoding="utf-8")
    return tmp_path


def test_site_file_and_lock_belong_to_the_configured_articles(desk: Path) -> None:
    config = load_config(desk / "mkdocs.yml")
    assert (config.editor.hidden_topics, config.editor.suppressed) == (("people",), ("Nan Quill",))
    assert config.lock == desk / "briefing.lock.json"


def test_whom_an_editor_suppresses_is_suppressed_in_other_articles_too(desk: Path) -> None:
    config = load_config(desk / "mkdocs.yml", Overrides(articles=desk / "other"))
    assert (config.editor.hidden_topics, config.editor.suppressed) == ((), ("Nan Quill",))
    assert config.lock is None


def test_both_files_can_be_named_for_other_articles(desk: Path) -> None:
    given = Overrides(articles=desk / "other", lock=desk / "other.json", editor=desk / "editor.yml")
    config = load_config(desk / "mkdocs.yml", given)
    assert config.editor.hidden_topics == ("people",)
    assert config.lock == desk / "other.json"
    with pytest.raises(ConfigurationError, match=r"nothing\.yml: no such file"):
        load_config(desk / "mkdocs.yml", Overrides(editor=desk / "nothing.yml"))


@pytest.mark.parametrize("name", ["editor.yaml", "Editor.yml", "EDITOR.YML"])
def test_a_site_file_that_is_called_nearly_so_is_not_overlooked(tmp_path: Path, name: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\n", encoding="utf-8")
    (tmp_path / name).write_text("suppress: [Nan Quill]\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"is not read; call it editor\.yml"):
        load_config(tmp_path / "mkdocs.yml")


def test_whom_the_site_suppresses_is_suppressed_beside_another_site_file_too(desk: Path) -> None:
    other = desk / "other-editor.yml"
    other.write_text("suppress: [Al Reed]\n", encoding="utf-8")
    config = load_config(desk / "mkdocs.yml", Overrides(articles=desk / "other", editor=other))
    assert config.editor.suppressed == ("Al Reed", "Nan Quill")


@pytest.mark.parametrize(
    "text", ["names: {rename: {~: x}}\n", "topics: {rename: {!!int 5: x}}\n", "stories: {title: {[a]: x}}\n"]
)
def test_a_key_that_is_no_text_is_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"has a key that is no text; put it in quotes"):
        load(tmp_path, text)


@pytest.mark.parametrize("kind", ["sidecar", "editor"])
def test_schemas_are_schemas_and_their_examples_fit(kind: str) -> None:
    schema = json.loads((files("builder") / "data" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert all(one.get("description") and one.get("examples") for one in schema["properties"].values())


@pytest.mark.parametrize("kind", ["sidecar", "editor"])
def test_every_example_of_a_schema_is_right(kind: str) -> None:
    import yaml

    schema = json.loads((files("builder") / "data" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    for key, part in schema["properties"].items():
        value = yaml.load(part["examples"][0], Loader=yaml.BaseLoader)
        values, faults = take_fitting("sidecar" if kind == "sidecar" else "editor", {key: value})
        assert faults == [], (key, faults)
        assert values == {key: value}
