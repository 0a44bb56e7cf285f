"""The site file ``editor.yml`` → what an editor set for names, topics, stories and outlets."""

from pathlib import Path
from typing import Any

from builder.errors import ConfigurationError
from builder.model import Editor, NameSplit, Outlet, StorySplit
from builder.plain_yaml import YamlError, load_mapping
from builder.schema import take_fitting
from builder.withheld import find_number
from builder.words import fold

MAX_CHARACTERS = 4_000_000  # some 100,000 names


def load_editor(file: Path) -> Editor:
    """What the file says; an empty one where there is no such file.

    Raises ConfigurationError for what does not fit: a name to be suppressed may stand in it.
    """
    if not file.is_file():
        return Editor(file.name)
    try:
        values = load_mapping(file.read_text(encoding="utf-8-sig"), most=MAX_CHARACTERS)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{file}: cannot be read ({error}); make it a readable UTF-8 file") from None
    except YamlError as error:
        line = f":{error.line}" if error.line else ""
        raise ConfigurationError(f"{file}{line}: {error.reason}; {error.remedy}") from None
    _, faults = take_fitting("editor", {key: value for key, value in values.items() if value is not None})
    if faults:
        raise ConfigurationError("\n".join(f"{file}: {one.key} {one.reason}; {one.remedy}" for one in faults))
    editor = _make_editor(file.name, {key: value for key, value in values.items() if value is not None})
    _refuse_contradictions(file, editor)
    return editor


def _make_editor(name: str, values: dict[str, Any]) -> Editor:
    names, topics, stories = (values.get(key, {}) for key in ("names", "topics", "stories"))
    return Editor(
        file=name,
        merged_names=tuple(map(tuple, names.get("merge", ()))),
        split_names=tuple(
            NameSplit(one["name"], _many(one.get("articles")), _many(one.get("forms")), one.get("shown"))
            for one in names.get("split", ())
        ),
        apart_names=tuple(map(tuple, names.get("apart", ()))),
        renamed_names=tuple(names.get("rename", {}).items()),
        kinds=tuple(names.get("kind", {}).items()),
        renamed_topics=tuple(topics.get("rename", {}).items()),
        merged_topics=tuple(map(tuple, topics.get("merge", ()))),
        hidden_topics=_many(topics.get("hide")),
        merged_stories=tuple(map(tuple, stories.get("merge", ()))),
        split_stories=tuple(StorySplit(_many(one["articles"]), one["name"]) for one in stories.get("split", ())),
        story_titles=tuple(stories.get("title", {}).items()),
        suppressed=_many(values.get("suppress")),
        outlets=tuple(
            Outlet(outlet, known.get("family"), known.get("kind"), known.get("reliability"))
            for outlet, known in values.get("outlets", {}).items()
        ),
    )


def _many(value: str | list[str] | None) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else (value,) if value else ()


def _refuse_contradictions(file: Path, editor: Editor) -> None:
    """Raise ConfigurationError for entries of which only one can hold."""
    contradictions = [
        *_find_doubles("names.merge", editor.merged_names),
        *_find_doubles("topics.merge", editor.merged_topics),
        *_find_doubles("stories.merge", editor.merged_stories),
    ]
    merged_forms = {fold(form): number for number, group in enumerate(editor.merged_names) for form in group}
    for group in editor.apart_names:
        found = [merged_forms[fold(form)] for form in group if fold(form) in merged_forms]
        if len(found) != len(set(found)):
            contradictions.append(
                f"names.apart names {list(group)}, of which names.merge makes one; keep one of the two"
            )
    absorbed = {fold(form): group[0] for group in editor.merged_names for form in group[1:]}
    for key, listed in (("names.rename", editor.renamed_names), ("names.kind", editor.kinds)):
        contradictions += [
            f"{key} names {form!r}, which names.merge makes {absorbed[fold(form)]!r}; give it to that name"
            for form, _ in listed
            if fold(form) in absorbed
        ]
    hidden = {fold(topic) for topic in editor.hidden_topics}
    named = [*(one for one, _ in editor.renamed_topics), *(group[0] for group in editor.merged_topics)]
    contradictions += [
        f"topics.hide names {topic!r}, which topics.rename or topics.merge keeps; take one of them out"
        for topic in named
        if fold(topic) in hidden
    ]
    merged = {fold(story): group[0] for group in editor.merged_stories for story in group[1:]}
    contradictions += [
        f"stories.title names {story!r}, which stories.merge makes {merged[fold(story)]!r}; give it to that story"
        for story, _ in editor.story_titles
        if fold(story) in merged
    ]
    contradictions += _find_suppressed(editor)
    if contradictions:
        raise ConfigurationError("\n".join(f"{file}: {one}" for one in contradictions))


def _find_suppressed(editor: Editor) -> list[str]:
    """Names that are to appear nowhere and that the file gives a place."""
    listed = {
        "names.merge": [one for group in editor.merged_names for one in group],
        "names.split": [
            part for one in editor.split_names for part in (one.name, *one.articles, *one.forms, one.shown or "")
        ],
        "names.apart": [one for group in editor.apart_names for one in group],
        "names.rename": [one for pair in editor.renamed_names for one in pair],
        "names.kind": [one for one, _ in editor.kinds],
        "topics.rename": [one for pair in editor.renamed_topics for one in pair],
        "topics.merge": [one for group in editor.merged_topics for one in group],
        "topics.hide": list(editor.hidden_topics),
        "stories.merge": [one for group in editor.merged_stories for one in group],
        "stories.split": [part for one in editor.split_stories for part in (*one.articles, one.name)],
        "stories.title": [one for pair in editor.story_titles for one in pair],
        "outlets": [part for one in editor.outlets for part in (one.name, one.family or "")],
    }
    # Of long lists few entries hold a name: one look at all of them is quick.
    if not find_number("\n\n".join(one for texts in listed.values() for one in texts), editor.suppressed):
        return []
    return [
        f"{key} names {one!r}, which holds a name that suppress withholds; take one of them out"
        for key, texts in listed.items()
        for one in texts
        if find_number(one, editor.suppressed)
    ]


def _find_doubles(key: str, groups: tuple[tuple[str, ...], ...]) -> list[str]:
    """Entries that stand in two groups."""
    seen: dict[str, int] = {}
    doubles = []
    for number, group in enumerate(groups):
        for one in group:
            if seen.setdefault(fold(one), number) != number:
                doubles.append(f"{key} names {one!r} in two groups; put it in one")
    return doubles
