"""A take as one HTML page: its piano roll, with a player.

The page stands alone: picture, sound and script are inside, nothing is fetched or stored, so that it works from a disk, from a web server and
in the frame in which MLflow shows artifacts (``sandbox="allow-scripts"``, an address of its own). The sound is synthesised by the browser
(Web Audio): a bright tone for the solo, a soft one for the chords (as in ``rendering/midi.py``), a hi-hat on the second and fourth
quarter of a bar of four, on all but the first of other bars. A click in the picture plays from there.

``page.html`` beside this module is the page with its places to fill in between at signs, ``sound.js`` makes the sounds. For tests the page tells on its body what it does: ``data-state``
is "stopped" or "playing", ``data-scheduled`` how many sounds (a chord is one) were handed to the sound card since Play.
"""

import json
import re
from fractions import Fraction
from itertools import pairwise
from math import ceil
from pathlib import Path

from stages.harmony.changes import Changes
from stages.melody.solo import Solo
from stages.rendering import pianoroll
from stages.rendering.midi import comping, lead_in

TEMPLATE = Path(__file__).with_name("page.html")
SOUND = Path(__file__).with_name("sound.js")
PLACE = re.compile(r"@([a-z]+)@")
MODERATE = 120                                  # quarter notes a minute at which the slider starts without a tempo
SLIDER = (40, 320)


def html(solo: Solo, title: str, facts: dict) -> str:
    """The page of a take, identical on every run.

    Args:
        solo: the take.
        title: what stands above.
        facts: shown beneath the title in the order given, name by name, e.g. {"improviser": "trigram"}.
    """
    slowest, fastest = SLIDER
    filling = {
        "title": pianoroll.text(title),
        "facts": "".join(f"<div><dt>{pianoroll.text(str(name))}</dt><dd>{pianoroll.text(str(value))}</dd></div>" for name, value in facts.items()),
        "tempo": str(min(max(round(solo.tempo or MODERATE), slowest), fastest)),
        "swing": " checked" if solo.changes.metre[1] == 4 else "",
        "picture": pianoroll.svg(solo),
        "take": json.dumps(_take(solo), separators=(",", ":")),
    }
    return fill(TEMPLATE, filling)


def fill(template: Path, filling: dict[str, str]) -> str:
    """A template with its places filled in, and with the sounds in the place ``sound``."""
    content = filling | {"sound": SOUND.read_text(encoding="utf-8").rstrip()}
    return PLACE.sub(lambda place: content[place[1]], template.read_text(encoding="utf-8"))


def _take(solo: Solo) -> dict:
    """What the player needs, in quarter notes: where it starts and ends, and the events [onset, end, pitches, voice(, number of the note)]."""
    events = [[note.onset, note.end, [note.pitch], "solo", number] for number, note in enumerate(solo.notes)]
    events += [[onset, end, list(pitches), "chords"] for onset, end, pitches in comping(solo.changes)]
    events += [[beat, beat, [], "hihat"] for beat in hihat(solo.changes)]
    events.sort(key=lambda event: (event[0], event[3]))
    end = max([solo.changes.length, *(event[1] for event in events)])
    return {"start": -float(lead_in(solo)), "end": float(end),
            "events": [[round(float(event[0]), 6), round(float(event[1]), 6), *event[2:]] for event in events]}


def hihat(changes: Changes) -> list[Fraction]:
    """Where the hi-hat closes, in quarter notes: on the second and fourth of four, else on all but the first."""
    lines = [*(changes.bar_line(bar) for bar in range(changes.bars)), changes.length]
    return [line + beat for line, after in pairwise(lines) for beat in ([1, 3] if after - line == 4 else range(1, ceil(after - line)))]
