"""Pages that keep the promise of an address: withdrawn briefings, moved ones, and those that are no longer here."""

from builder.escape import escape_text
from builder.model import OldAddress, Page, Withdrawn
from builder.write import editor_wording, wording
from builder.write.edited import write_note
from builder.write.parts import Section, box, front_matter, note, row
from builder.write.view import ALL_BRIEFINGS, View, briefing_path, link

# Nothing of these is to be found by a search, here or elsewhere.
UNSEARCHED = {"search": {"exclude": True}, "robots": "noindex", "hide": ["navigation", "toc"]}


def write_old_pages(view: View) -> list[Page]:
    """A page for every address that was published and is no briefing, story or name now."""
    collection = view.collection
    pages = [_write_withdrawn(one) for one in collection.withdrawn]
    return [*pages, *(_write_moved(one) if one.target else _write_gone(one) for one in collection.old_addresses)]


def _write_withdrawn(withdrawn: Withdrawn) -> Page:
    """That a briefing was withdrawn, when and why, and nothing of it."""
    values = {"title": editor_wording.WITHDRAWN, **UNSEARCHED}
    lines = [f"# {editor_wording.WITHDRAWN}", f'<p class="withdrawn">{spell_withdrawn(withdrawn)}</p>']
    reason = write_note(withdrawn.reason, editor_wording.REASON) or note(editor_wording.WITHDRAWN_NO_REASON)
    body = "\n\n".join([*lines, reason, note(editor_wording.WITHDRAWN_GONE)])
    return Page(briefing_path(withdrawn.id), f"{front_matter(values)}\n{body}\n")


def spell_withdrawn(withdrawn: Withdrawn) -> str:
    """When a briefing was withdrawn."""
    if not withdrawn.day:
        return editor_wording.WITHDRAWN_LINE
    return editor_wording.WITHDRAWN_ON.format(day=wording.spell_date(withdrawn.day))


def _write_moved(old: OldAddress) -> Page:
    """A line that leads on; the template's script and refresh follow it."""
    path, _, anchor = (old.target or "").partition("#")
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    values = {
        "title": editor_wording.MOVED,
        "template": "moved.html",
        "target": f"{folder}/" + (f"#{anchor}" if anchor else ""),
        **UNSEARCHED,
    }
    line = editor_wording.MOVED_LINE.format(target=link(old.path, path, anchor))
    return Page(old.path, f"{front_matter(values)}\n# {editor_wording.MOVED}\n\n{note(line)}\n")


def _write_gone(old: OldAddress) -> Page:
    """A line that nothing is here; the check of the site knows it by its class."""
    values = {"title": editor_wording.GONE, **UNSEARCHED}
    line = f'<p class="note gone">{editor_wording.GONE_LINE}</p>'
    return Page(old.path, f"{front_matter(values)}\n# {editor_wording.GONE}\n\n{line}\n")


def list_withdrawn(view: View) -> Section | None:
    """Withdrawn briefings with day and reason, for readers of earlier editions."""
    rows = []
    for one in view.collection.withdrawn:
        linked = f"[{spell_withdrawn(one)}]({link(ALL_BRIEFINGS, briefing_path(one.id))})"
        rows.append(row("", f"{linked} {escape_text(one.reason or '')}".rstrip()))
    return Section("withdrawn", editor_wording.WITHDRAWN, box("bl plain", rows), is_searched=False) if rows else None
