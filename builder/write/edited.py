"""What an editor did to one article, as its page says it: status, note, tags, hidden findings, grades."""

from collections import Counter

from builder.escape import escape_text
from builder.model import Briefing, Edits, Outlet
from builder.words import fold
from builder.write import editor_wording, wording
from builder.write.parts import Section
from builder.write.view import View

# The words for one and many findings of a kind, as FORMS of wording has them.
KINDS = {
    "key points": "key point",
    "figures": "figure",
    "quotations": "quotation",
    "statements": "statement",
    "names": "name",
    "dates": "date",
    "outlook": "sentence",
    "citations": "citation",
}


def write_note(text: str | None, title: str = editor_wording.NOTE) -> str | None:
    """An editor's own words in a box of their own; ``None`` without any."""
    if not text:
        return None
    paragraphs = "\n\n".join(escape_text(" ".join(part.split())) for part in text.split("\n\n") if part.strip())
    head = f'<p class="ednote-head">{title}</p>'
    return f'<aside class="ednote" aria-label="{title}" markdown>\n{head}\n\n{paragraphs}\n\n</aside>'


def write_tags(edits: Edits) -> Section | None:
    """The editor's own keywords, apart from the source's."""
    listed = " ".join(f'<span class="chip">{escape_text(word)}</span>' for word in edits.tags)
    return Section("tags", editor_wording.TAGS, f'<p class="chips">{listed}</p>') if listed else None


def write_hidden(briefing: Briefing) -> str | None:
    """How many findings of which kind are hidden; ``None`` if none is."""
    if not briefing.hidden:
        return None
    counts = Counter(briefing.hidden)
    items = wording.list_words([wording.count_noun(count, KINDS[kind]) for kind, count in counts.items()])
    return f'<p class="note missing">{editor_wording.HIDDEN.format(items=items)}</p>'


def spell_status(edits: Edits) -> str | None:
    """Where the briefing stands, and since when; ``None`` where no editor says so."""
    if not edits.status or edits.status == "withdrawn":
        return None
    status = editor_wording.STATUS[edits.status]
    return editor_wording.SINCE.format(status=status, day=wording.spell_date(edits.day)) if edits.day else status


def find_outlet(view: View, publisher: str | None) -> Outlet | None:
    """What an editor knows of a publisher."""
    outlets = view.collection.editor.outlets if publisher else ()
    return next((one for one in outlets if fold(one.name) == fold(publisher or "")), None)


def grade_outlet(view: View, publisher: str | None) -> list[str]:
    """Kind, owner and grade of a publisher, in the site's words; nothing on a site whose editor lists no outlets."""
    if not publisher or not view.collection.editor.outlets:
        return []
    outlet = find_outlet(view, publisher)
    lines = [editor_wording.OUTLET_KINDS[outlet.kind]] if outlet and outlet.kind else []
    lines += [editor_wording.FAMILY.format(family=outlet.family)] if outlet and outlet.family else []
    grade = outlet.reliability if outlet else None
    graded = editor_wording.GRADED.format(grade=editor_wording.RELIABILITY[grade]) if grade else None
    return [*lines, graded or editor_wording.NOT_GRADED]
