"""All improvisers over the same chart, as one HTML page to listen to, with their names or without them.

The page stands alone as that of a take does (``page.py``). All solos over a chart run at once and only one is heard, so that a change from one improviser to another keeps the place to
the sample. The blind switch shuffles the improvisers and takes their names away until the listener votes or asks for them; votes are counted as long as the page is open and
stored nowhere.

``listening.html`` beside this module is the page with its places to fill in. For tests it tells on its body what it does: ``data-state`` is "stopped" or "playing", ``data-heard`` the number of the
improviser that is heard, in the order of the page, ``data-position`` the place in quarter notes that was drawn last.
"""

import json
from pathlib import Path

from stages.melody.solo import Solo
from stages.rendering import pianoroll
from stages.rendering.midi import comping, lead_in
from stages.rendering.page import MODERATE, fill, hihat

TEMPLATE = Path(__file__).with_name("listening.html")


def html(takes: dict[str, list[Solo]], corpus: str) -> str:
    """The page, identical on every run.

    Args:
        takes: the solos of each improviser. Those with the same ``source`` stand side by side; they are over the same chart.
        corpus: what the improvisers learnt from, shown in the heading.
    """
    charts: dict[str, dict[str, Solo]] = {}
    for improviser, solos in takes.items():
        for solo in solos:
            charts.setdefault(solo.source, {})[improviser] = solo
    content = json.dumps([_chart(source, solos) for source, solos in charts.items()], separators=(",", ":"), ensure_ascii=False)
    return fill(TEMPLATE, {"corpus": pianoroll.text(corpus), "charts": content.replace("<", "\\u003c")})


def _chart(source: str, solos: dict[str, Solo]) -> dict:
    """What the player needs of a chart, in quarter notes: the chords by name and as they are played, the hi-hat, and of each improviser its notes as [onset, end, pitch]."""
    first = next(iter(solos.values()))
    changes = first.changes
    return {
        "title": f"{first.tune or 'Untitled'} ({source})", "tempo": round(first.tempo or MODERATE), "swing": changes.metre[1] == 4,
        "start": min(-float(lead_in(solo)) for solo in solos.values()),
        "end": max(float(max([changes.length, *(note.end for note in solo.notes)])) for solo in solos.values()),
        "names": [[_number(onset), chord.symbol] for onset, _, chord in changes.spans()],
        "chords": [[_number(onset), _number(end), list(pitches)] for onset, end, pitches in comping(changes)],
        "hihat": [_number(beat) for beat in hihat(changes)],
        "bars": [_number(changes.bar_line(bar)) for bar in range(changes.bars)],
        "solos": {name: [[_number(note.onset), _number(note.end), note.pitch] for note in solo.notes] for name, solo in solos.items()},
    }


def _number(position) -> float:
    """At most four decimals; whole ones without any."""
    value = round(float(position), 4)
    return int(value) if value.is_integer() else value
