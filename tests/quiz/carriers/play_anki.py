"""Import decks with Anki's own backend, one after another, studying a card after the first.

Runs in Anki's environment. Arguments: an empty folder, the packages. Prints for each import what
was new, updated and found, every note, and how often the studied card was seen.
"""

import json
import sys
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

folder, *packages = sys.argv[1:]
collection = Collection(str(Path(folder) / "collection.anki2"))
told = []
studied = None
for package in packages:
    request = ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    notes = [collection.get_note(number) for number in collection.find_notes("")]
    if studied is None:
        collection.decks.select(notes[0].cards()[0].did)
        card = collection.sched.getCard()
        card.start_timer()
        collection.sched.answerCard(card, 3)
        studied = card.id
    cards = {note.fields[0]: note.cards() for note in notes}
    told.append(
        {
            "new": len(log.new),
            "updated": len(log.updated),
            "duplicate": len(log.duplicate),
            "found": log.found_notes,
            "types": len({note.mid for note in notes}),
            "deck": {collection.decks.name(one.did) for some in cards.values() for one in some},
            "notes": {note.fields[0]: note.fields for note in notes},
            "answers": {name: some[0].answer() for name, some in cards.items()},
            "questions": {name: some[0].question() for name, some in cards.items()},
            "seen": {name: some[0].reps for name, some in cards.items()},
            "studied": collection.get_card(studied).note().fields[0],
        }
    )
collection.close()
print(json.dumps(told, default=sorted))
