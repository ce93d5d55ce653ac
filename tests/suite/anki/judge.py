"""Tell what a real Anki makes of packages.

    judge.py PACKAGE.apkg [PACKAGE.apkg ...]

The packages are imported one after the other into a new collection, as by a user who leaves the
dialog as it is. What the collection then holds is printed as one JSON object; judging it is left
to the caller. The status is not 0 when Anki refuses a package.
"""

import json
import sqlite3
import sys
import tempfile
import zipfile
from html.parser import HTMLParser
from pathlib import Path

from anki.buildinfo import version
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

# What Anki's log of an import sorts notes into.
OUTCOMES = (
    "new",
    "updated",
    "duplicate",
    "conflicting",
    "first_field_match",
    "missing_notetype",
    "missing_deck",
    "empty_first_field",
)


class Visible(HTMLParser):
    """The text of HTML, with an element that shows without text as its name in angle brackets."""

    SHOWN = {"img", "svg", "audio", "video", "object", "canvas", "input"}
    HIDDEN = {"style", "script"}

    def __init__(self, html):
        super().__init__()
        self.parts = []
        self.hidden = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in self.HIDDEN
        if tag in self.SHOWN:
            self.parts.append(f"<{tag}>")

    def handle_endtag(self, tag):
        self.hidden -= tag in self.HIDDEN

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)

    def __str__(self):
        return "".join(self.parts).strip()


def main(packages):
    with tempfile.TemporaryDirectory() as folder:
        written = {}
        for package in packages:
            written.update(sort_fields(sqlite_of(package, Path(folder))))
        collection = Collection(str(Path(folder, "collection.anki2")))
        try:
            report = {
                "anki": version,
                "imports": [import_package(collection, package) for package in packages],
                "notes": notes(collection, written),
                "cards": cards(collection),
                **checks(collection),
            }
        finally:
            collection.close()
    json.dump(report, sys.stdout, ensure_ascii=False, indent=1)


def sqlite_of(package, folder):
    """The package's own database, before any import repairs it."""
    path = folder / "written.sqlite"
    with zipfile.ZipFile(package) as archive:
        path.write_bytes(archive.read("collection.anki2"))
    return path


def sort_fields(database):
    """Sort field (as text) and checksum of each note, by guid."""
    connection = sqlite3.connect(database)
    try:
        rows = connection.execute("select guid, cast(sfld as text), csum from notes")
        return {guid: [sort_field, checksum] for guid, sort_field, checksum in rows}
    finally:
        connection.close()


def import_package(collection, package):
    """How many notes went where."""
    request = ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    return {outcome: len(getattr(log, outcome)) for outcome in OUTCOMES}


def notes(collection, written):
    """All notes, as a user finds them, with their sort fields as Anki made and as we wrote them."""
    held = {
        guid: [sort_field, checksum]
        for guid, sort_field, checksum in collection.db.all(
            "select guid, cast(sfld as text), csum from notes"
        )
    }
    out = []
    for note in map(collection.get_note, collection.find_notes("")):
        out.append(
            {
                "guid": note.guid,
                "notetype": note.note_type()["name"],
                "fields": dict(note.items()),
                "tags": note.tags,
                "sort_field_held": held[note.guid],
                "sort_field_written": written[note.guid],
            }
        )
    return out


def cards(collection):
    """All cards in the order in which they are to be learned."""
    out = []
    for card in map(collection.get_card, collection.find_cards("")):
        out.append(
            {
                "guid": card.note().guid,
                "template": card.ord,
                "deck": collection.decks.name(card.did),
                "is_new": (card.type, card.queue) == (0, 0),
                "due": card.due,
                **rendered(collection, card),
            }
        )
    return sorted(out, key=lambda card: (card["due"], card["guid"], card["template"]))


def rendered(collection, card):
    """What the question shows, or how rendering failed."""
    try:
        # The public way puts an error into the HTML; this one raises it.
        collection._backend.render_existing_card(
            card_id=card.id, browser=False, partial_render=False
        )
        return {"front": str(Visible(card.render_output().question_text)), "error": None}
    except Exception as error:  # Anki raises many kinds, and each is a template that fails.
        return {"front": "", "error": str(error)}


def checks(collection):
    """What Anki's own checks of cards, database and media find."""
    media = collection.media.check()
    empty = [collection.get_note(note.note_id).guid for note in collection.get_empty_cards().notes]
    before = collection.card_count()
    # The public way tells in prose; this one lists what was repaired.
    repaired = list(collection._backend.check_database())
    return {
        "empty_cards": empty,
        "check_database": repaired,
        "cards_generated": collection.card_count() - before,
        "media_missing": list(media.missing),
        "media_unused": list(media.unused),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
