"""Keep one real Anki collection through many imports, in which every card has been studied.

Commands are read from standard input, one JSON object a line, and each is answered by one line:

    {"import": PACKAGE, "now": SECONDS}   import as by a user who leaves the dialog as it is, at that time
    {"edit": [GUID, ...], "now": SECONDS} tag these notes, and write into their second field
    {"check": [GUID, ...]}                which of the notes still have that tag and that text

The first time that a card is there, it is given a state of its own, as if it had been studied: no two cards
have the same. An import is answered by Anki's log, by the note that each guid is, as the number of its first card's
repetitions, and by what is amiss.
"""

import json
import sqlite3
import sys
import tempfile
import zipfile
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
# All of a card that is its history.
STATE = "did, type, queue, due, ivl, factor, reps, lapses"
TAG = "marked"
REMARK = "written by the user"


def shown(fields, tags):
    """What an export must bring: all but the field that says where the note stands in the files."""
    fields = fields.split("\x1f")
    return fields[:-2] + fields[-1:], sorted(tags.split())


class Year:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.collection = Collection(str(self.folder / "collection.anki2"))
        self.states = {}
        self.edited = set()
        # The latest time that any command told.
        self.latest = 0

    def answer(self, command):
        if "import" in command:
            return self.import_package(command["import"], command["now"])
        if "edit" in command:
            return self.edit(command["edit"], command["now"])
        return self.check(command["check"])

    def import_package(self, package, now):
        request = ImportAnkiPackageRequest(
            package_path=package, options=ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        self.set_to_the_time_of_the_year(now)
        faults = self.history_faults() + self.content_faults(package, now)
        self.study()
        return {
            "anki": version,
            **{outcome: len(getattr(log, outcome)) for outcome in OUTCOMES},
            "histories": self.histories(),
            "faults": faults,
        }

    def study(self):
        """Gives each card that is new a state that no other card has."""
        db = self.collection.db
        for card in db.list("select id from cards where type = 0 order by id"):
            number = len(self.states) + 1
            db.execute(
                "update cards set type = 2, queue = 2, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ?"
                " where id = ?",
                *(number % 365, 1 + number % 300, 1300 + number, number, number % 7, card),
            )
            db.execute(
                "insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)"
                " values (?, ?, -1, 3, ?, 1, 2500, 4000, 1)",
                *(1_600_000_000_000 + number, card, 1 + number % 300),
            )
            self.states[card] = db.first(f"select {STATE} from cards where id = ?", card)

    def history_faults(self):
        """Cards that were studied and are now in another state, or whose reviews are gone."""
        db = self.collection.db
        rows = {row[0]: row[1:] for row in db.all(f"select id, {STATE} from cards")}
        reviews = dict(db.all("select cid, count() from revlog group by cid"))
        return [
            f"card {card}: {state} became {rows.get(card)}, reviews {reviews.get(card)}"
            for card, state in self.states.items()
            if rows.get(card) != list(state) or reviews.get(card) != 1
        ]

    def content_faults(self, package, now):
        """Notes of the package that the collection holds otherwise, or that are of the future."""
        path = self.folder / "written.sqlite"
        with zipfile.ZipFile(package) as archive:
            path.write_bytes(archive.read("collection.anki2"))
        connection = sqlite3.connect(path)
        try:
            written = connection.execute("select guid, flds, tags, mod from notes").fetchall()
        finally:
            connection.close()
        held = {row[0]: row[1:] for row in self.collection.db.all("select guid, flds, tags from notes")}
        faults = []
        for guid, fields, tags, modified in written:
            own = guid in self.edited and (TAG in held[guid][1].split() or REMARK in held[guid][0])
            if not own and shown(fields, tags) != shown(*held[guid]):
                faults.append(f"note {guid}: is {held[guid]}, was exported as {[fields, tags]}")
            # Some edits follow each other within a second, or with a clock that was set back.
            if modified > self.latest + 2:
                faults.append(f"note {guid}: changed in the future")
        return faults

    def set_to_the_time_of_the_year(self, now):
        """Anki stamps what the user edits, and up to 24.11 what an import updates, with the time of this run."""
        self.latest = max(self.latest, now)
        self.collection.db.execute("update notes set mod = ? where mod > ?", self.latest, self.latest + 60)

    def histories(self):
        rows = self.collection.db.all(
            "select notes.guid, min(cards.reps) from notes join cards on cards.nid = notes.id group by notes.id"
        )
        return dict(rows)

    def edit(self, guids, now):
        for guid in guids:
            note = self.collection.get_note(
                self.collection.db.scalar("select id from notes where guid = ?", guid)
            )
            note.tags.append(TAG)
            note.fields[1] += REMARK
            self.collection.update_note(note)
            self.edited.add(guid)
        self.set_to_the_time_of_the_year(now)
        return {"edited": len(guids)}

    def check(self, guids):
        lost = []
        for guid in guids:
            fields, tags = self.collection.db.first("select flds, tags from notes where guid = ?", guid)
            if TAG not in tags.split() or REMARK not in fields:
                lost.append(guid)
        repaired = self.collection._backend.check_database()
        # Our states of cards do not tell when the last review was, which Anki adds from the log of reviews.
        repaired = [repair for repair in repaired if "last review time" not in repair]
        return {"lost": lost, "check_database": repaired}


def main():
    with tempfile.TemporaryDirectory() as folder:
        year = Year(folder)
        try:
            for line in sys.stdin:
                print(json.dumps(year.answer(json.loads(line)), ensure_ascii=False), flush=True)
        finally:
            year.collection.close()


if __name__ == "__main__":
    main()
