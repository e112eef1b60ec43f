"""The measures of one part of a MusicXML score, as they are written: sounding notes, chords, metre and length of each.

Conventions: positions and durations are ticks (``values.py``) from the start of their measure. A measure is as long as what stands in it. Pitches, chords and
the key are those that sound (a transposing part is moved); octave signs over the staff and clefs do not matter, MusicXML has the pitch.

Durations are counted in divisions of a quarter note, and some programs choose too few of them for a tuplet. Where the note value and its
tuplet name a duration that so many divisions cannot express, and the duration given is less than one division away, the named one counts.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from xml.etree.ElementTree import Element

from stages.corpora import limits
from stages.corpora.errors import CorpusError
from stages.corpora.musicxml.harmonies import Symbols, chord_of, spread, typed_chord
from stages.corpora.musicxml.part import REST, Measure, Part, Tone
from stages.corpora.musicxml.signs import Signs
from stages.corpora.musicxml.transposition import CONCERT, pitch_of, transposition_of
from stages.corpora.musicxml.values import TICKS, metre_of, nominal, number, rounded, ties
from stages.harmony.chords import Chord

LONGEST = 1024 * TICKS          # of one measure
FINEST = 10**6                  # divisions of a quarter note


def read_part(names: tuple[str, ...], elements: Sequence[Element], signs: Signs, symbols: Symbols, where: str) -> Part:
    """A part of a score.

    Args:
        elements: its measures.
        signs: of the score; those of this part are added.
        where: the file and the part, for messages.

    Raises:
        CorpusError: a number, pitch or metre that cannot be, or too many notes or chords.
    """
    reader = _Reader(Part(names), signs, symbols)
    divisions = next((found for element in elements for found in element.iterfind("attributes/divisions")), None)
    for place, element in enumerate(elements):
        try:
            if place == 0 and divisions is not None:
                reader.set_divisions(divisions)           # some programs name them behind the first notes
            reader.measure(place, element)
        except CorpusError as error:
            raise CorpusError(f"{where}, measure {' '.join(element.get('number', str(place + 1)).split())[:20]}: {error}") from None
    return reader.part


class _Reader:
    """Goes through a part; what lasts from measure to measure is kept here."""

    def __init__(self, part: Part, signs: Signs, symbols: Symbols):
        self.part, self.signs, self.symbols = part, signs, symbols
        self.divisions: int | Fraction = 1                # of a quarter note
        self.metre: tuple[int, int] | None = None
        self.sounding = CONCERT
        self.slashes: set[str] | None = None              # what is written from here on is slashes, but for these voices
        self.count = self.place = 0
        self.written = self.onset = 0                     # where the next note begins by durations alone; where the last one began
        self.typed: dict[int, Chord] = {}                 # chords of this measure that were written as words
        self.stacks: dict[int, list[Chord]] = {}          # the others
        self.exact: dict[int, int] = {}                   # written position -> the one it stands for, where tuplets were rounded

    def measure(self, place: int, element: Element) -> None:
        """Reads one measure."""
        self.place, self.written, self.onset = place, 0, 0
        self.exact, self.typed, self.stacks = {}, {}, {}
        self.now = Measure(self.metre)
        self.part.measures.append(self.now)
        for child in element:
            action = _ACTIONS.get(child.tag)
            if action is not None:
                action(self, child)
        for at, chord in self.typed.items():
            self.part.typed += at not in self.stacks
            self.stacks.setdefault(at, [chord])
        beats, unit = self.metre or (4, 4)
        self.part.shared += sum(len(stack) > 1 for stack in self.stacks.values())
        self.now.chords = spread(self.stacks, (tone.onset for tone in self.now.tones), self.now.length or 4 * TICKS * beats // unit)
        if self.count > limits.NOTES:
            raise CorpusError(f"expected at most {limits.NOTES} notes and chords in a part, found more")

    def note(self, element: Element) -> None:
        """Adds a note or rest."""
        fields = {child.tag: child for child in element}
        if "grace" in fields:
            self.part.left_out["grace notes"] += 1
            return
        duration, exact = self._duration(element, fields)
        if "chord" not in fields:
            self.onset = self._position()
            self._go_to(self.written + duration, self.onset + exact)
        pitch = self._pitch(fields)
        if exact and (pitch != REST or "rest" in fields and element.get("print-object") != "no"):
            stops, starts = ties(element) if "tie" in fields or "notations" in fields else (False, False)
            staff = fields.get("staff")
            self.now.tones.append(Tone(self.onset, exact, pitch, _voice(fields), "1" if staff is None else staff.text or "1", stops, starts))
        self.count += 1

    def harmony(self, element: Element) -> None:
        """Adds a chord."""
        chord = chord_of(element, self.sounding, self.symbols, self.part.left_out)
        self.count += 1
        if chord is not None:
            self.stacks.setdefault(self._position(element), []).append(chord)

    def direction(self, element: Element) -> None:
        """Adds the signs of a direction, and a chord that it spells in words."""
        place = self._position(element)
        words = self.signs.direction(self.place, element, at_start=place == 0)
        chord = typed_chord(words, self.sounding, self.symbols)
        if chord is not None:
            self.typed[place] = chord

    def sound(self, element: Element) -> None:
        """Adds the signs of a sound."""
        self.signs.sound(self.place, element, at_start=self._position(element) == 0)

    def barline(self, element: Element) -> None:
        """Adds the signs of a barline."""
        self.signs.barline(self.place, element)

    def backup(self, element: Element) -> None:
        """Goes back, not further than to the start of the measure."""
        self.written = max(self.written - self._ticks(element.findtext("duration")), 0)

    def forward(self, element: Element) -> None:
        """Goes on; what is left out counts for the length of the measure."""
        duration = self._ticks(element.findtext("duration"))
        self._go_to(self.written + duration, self._position() + duration)

    def attributes(self, element: Element) -> None:
        """Divisions, key, metre, transposition and slashes; where staves differ, the first counts."""
        for child in element:
            if child.get("number", "1") != "1":
                continue
            if child.tag == "divisions":
                self.set_divisions(child)
            elif child.tag == "time":
                self.metre = self.now.metre = metre_of(child)
            elif child.tag == "transpose":
                self.sounding = transposition_of(child)
            elif child.tag == "measure-style" and (slashes := child.find("slash")) is not None:
                self.slashes = {voice.text or "1" for voice in slashes.iterfind("except-voice")} if slashes.get("type") == "start" else None
        fifths = number(element.findtext("key/fifths"))
        if self.part.key is None and fifths is not None and -7 <= fifths <= 7 and fifths == int(fifths):
            self.part.key = self.sounding.key(int(fifths))

    def set_divisions(self, element: Element) -> None:
        """From here on, durations are counted in these."""
        found = number(element.text)
        if found is None or not 0 < found <= FINEST:
            raise CorpusError(f"expected divisions of a quarter note from 1 to {FINEST}, found {(element.text or '')[:30]!r}")
        self.divisions = found

    def _ticks(self, text: str | None) -> int:
        """A duration."""
        found = number(text)
        ticks = -1 if found is None else self._of_divisions(found)
        if not 0 <= ticks <= LONGEST:
            raise CorpusError(f"expected a duration of 0 to {LONGEST // TICKS} quarter notes in divisions of 1/{float(self.divisions):g}, found {(text or '')[:30]!r}")
        return ticks

    def _of_divisions(self, count: int | Fraction) -> int:
        over, under = count * TICKS, self.divisions
        return rounded(over, under) if isinstance(over, int) and isinstance(under, int) else floor(Fraction(over) / under + Fraction(1, 2))

    def _duration(self, element: Element, fields: dict[str, Element]) -> tuple[int, int]:
        """The duration as written, and the one that it stands for."""
        if "duration" not in fields or not (fields["duration"].text or "").strip():
            named = nominal(element) or 0
            return named, named
        duration = self._ticks(fields["duration"].text)
        named = nominal(element) if "time-modification" in fields else None
        if named is None or abs(named - duration) >= TICKS / self.divisions:
            return duration, duration
        nearest = self._of_divisions(rounded(named * self.divisions, TICKS))
        return duration, duration if abs(nearest - named) <= 1 else named

    def _position(self, element: Element | None = None) -> int:
        """Where the next note begins; with an element, moved by its offset."""
        place = self.exact.get(self.written, self.written)
        offset = None if element is None else number(element.findtext("offset"))
        if offset:
            moved = place + self._of_divisions(offset)
            return max(moved, 0) if moved <= LONGEST else place
        return place

    def _go_to(self, written: int, exact: int) -> None:
        if exact > LONGEST:
            raise CorpusError(f"expected at most {LONGEST // TICKS} quarter notes in a measure, found more")
        self.written = written
        if exact != written or written in self.exact:
            self.exact[written] = exact
        if exact > self.now.length:
            self.now.length = exact

    def _is_slash(self, fields: dict[str, Element]) -> bool:
        """Whether a note says when to play but not what, on whichever line it stands."""
        if "notehead" in fields and (fields["notehead"].text or "").strip() == "slash":
            return True
        return self.slashes is not None and _voice(fields) not in self.slashes

    def _pitch(self, fields: dict[str, Element]) -> int:
        """The sounding pitch; REST, counted unless it is one, for what has none."""
        silent = "cue notes" if "cue" in fields else "notes without a pitch" if "pitch" not in fields else "notes written as slashes" if self._is_slash(fields) else ""
        if silent:
            self.part.left_out[silent] += "rest" not in fields
            return REST
        midi, exact = pitch_of(fields["pitch"], self.sounding)
        self.part.rounded += not exact
        return midi


def _voice(fields: dict[str, Element]) -> str:
    return "1" if "voice" not in fields else fields["voice"].text or "1"


_ACTIONS = {name: getattr(_Reader, name) for name in ("note", "harmony", "direction", "sound", "barline", "backup", "forward", "attributes")}
