"""Which of several parts is the melody.

A part is told by its name where one is given, by its number, or found: every part gets a mark for what makes a melody (the words of its name, one note
at a time, a high and wide range, many notes but not without a break, an instrument that plays melodies), and the best mark wins. How sure
that is follows from its lead over the second best. The weights were set by hand so that each alone can be overruled by two others.
"""

import re
from dataclasses import dataclass

import numpy as np

from stages.corpora.errors import CorpusError
from stages.corpora.midi.score import Part

# In English and, for the words that matter most, in the languages in which arrangers name their tracks; some of the names are cut short.
TUNEFUL = re.compile(r"\b(melo\w*|lead|solo\w*|voca\w*|voice|vox|voix|chant|canto|voce|voz|gesang|stimme|sing\w*|theme|tema|thema|tune|head|sax\w*|[tabs]s|tenor|alto|soprano|bari\w*|trumpet|tp|tpt|trp|cornet|flugel\w*|clarinet"
                     r"|cl|flute|fl|oboe|horn|trombone|tb|tbn|vib\w*|violin|harmonica|right|rh|upper|topline|treble)\b", re.IGNORECASE)
SUREST = re.compile(r"\b(melo\w*|lead|solo\w*|theme|tema|thema|voca\w*|chant|canto|voce|voz|gesang)\b", re.IGNORECASE)
BACKING = re.compile(r"\b(bass\w*|bs|bajo|drum\w*|perc\w*|kit|comp\w*|chords?|acordes|accords?|accordi|akkorde?|rhythm|rhy|harmon(y|ies)|ac+omp\w*|back\w*|bg|sub|strings?|pads?|choir|oohs?|aahs?|left|lh|lower|organ|click|metronome"
                     r"|guide|section|ens\w*|sweep)\b", re.IGNORECASE)
# Families of eight General MIDI programs: piano, chromatic percussion, organ, guitar, bass, strings, ensemble, brass, reed, pipe, synth lead, pad, effects, ...
FAMILIES = (0.0, 0.2, -0.3, 0.4, -2.5, 0.0, -0.8, 0.6, 1.0, 1.0, 0.8, -1.5, -2.0, 0.0, -2.5, -3.0)
FEWEST = 8                         # notes, below which a part is hardly a melody
RIVAL, PARALLEL = 1.5, 0.8         # how much worse a part may be marked that plays along; share of the onsets that it has, too
TOGETHER = 12                      # of a quarter note: closer than this is struck together


@dataclass(frozen=True)
class Choice:
    """The melody part, how it was told ("named", "numbered", "found", "only") and how sure that is, 0 to 1."""

    part: Part
    how: str
    sure: float

    def to_json(self) -> dict[str, str | int | float]:
        """A dictionary of plain values."""
        return {"part": self.part.name or self.part.number, "how": self.how, "sure": self.sure}


def choose(parts: tuple[Part, ...], quarter: int, told: str | int | None, place: str) -> Choice:
    """The melody among parts.

    Args:
        quarter: ticks a quarter note.
        told: its name or number, None where it is to be found.
        place: the file, for messages.

    Raises:
        CorpusError: there is no such part, or none that could be a melody; the message lists those that there are.
    """
    if told is not None:
        return _told(parts, told, place)
    pitched = [part for part in parts if not part.drums]
    if not pitched:
        raise CorpusError(f"{place}: expected a melody, found parts {listed(parts)}; if one of them is it, set corpora.<name>.midi.melody in params.yaml")
    if len(pitched) == 1:
        return Choice(pitched[0], "only", 1.0)
    marks = _marks(pitched, quarter)
    best, second = np.argsort(-marks, kind="stable")[:2]
    return Choice(_highest(pitched, marks, int(best)), "found", round(float(0.99 / (1 + np.exp(-1.2 * (marks[best] - marks[second])))), 3))


def find(parts: tuple[Part, ...], told: str | int, option: str, place: str) -> Part:
    """The part with a name (of several no drums, then the one with the most notes) or a number; raises CorpusError as ``choose`` does, naming the option."""
    if isinstance(told, int):
        found = [part for part in parts if part.number == told]
    else:
        name = told.strip().casefold()
        found = [part for part in parts if part.name.casefold() == name] or [part for part in parts if name in part.name.casefold()]
    if not found:
        raise CorpusError(f"{place}: expected a part {told!r}, found parts {listed(parts)}; correct corpora.<name>.midi.{option} in params.yaml")
    return max(found, key=lambda part: (not part.drums, len(part.onsets)))


def listed(parts: tuple[Part, ...]) -> str:
    """The parts in words, at most thirty."""
    return ", ".join(map(str, parts[:30])) + (f" and {len(parts) - 30} more" if len(parts) > 30 else "") if parts else "none with notes"


def alone(part: Part, quarter: int) -> float:
    """The share of the notes of a part that are struck alone; ``quarter`` ticks a quarter note."""
    close = np.diff(part.onsets) <= quarter / TOGETHER
    return float(1 - (np.r_[close, False] | np.r_[False, close]).mean())


def _highest(parts: list[Part], marks: np.ndarray, best: int) -> Part:
    """The best part, or the highest of those that are nearly as good and play its rhythm with it, as a section does; not one that only doubles it in octaves."""
    section, doubled = [parts[best]], True
    for part, mark in zip(parts, marks):
        mine = np.searchsorted(part.onsets, parts[best].onsets).clip(max=len(part.onsets) - 1)
        at_once = part.onsets[mine] == parts[best].onsets
        if part is not parts[best] and mark >= marks[best] - RIVAL and at_once.mean() >= PARALLEL:
            section.append(part)
            doubled = doubled and ((part.pitches[mine] - parts[best].pitches)[at_once] % 12 == 0).mean() >= PARALLEL
    return parts[best] if doubled else max(section, key=lambda part: np.median(part.pitches))


def _told(parts: tuple[Part, ...], told: str | int, place: str) -> Choice:
    part = find(parts, told, "melody", place)
    if part.drums and isinstance(told, int) and not all(other.drums for other in parts):
        raise CorpusError(f"{place}: expected a melody in part {told}, found drums; parts {listed(parts)}; correct corpora.<name>.midi.melody in params.yaml")
    return Choice(part, "numbered" if isinstance(told, int) else "named", 1.0)


def _marks(parts: list[Part], quarter: int) -> np.ndarray:
    most = max(len(part.onsets) for part in parts)
    start, end = min(int(part.onsets[0]) for part in parts), max(int(part.ends.max()) for part in parts)
    return np.array([_mark(part, quarter, most, end - start) for part in parts])


def _mark(part: Part, quarter: int, most: int, length: int) -> float:
    """How much of a melody a part is; ``most`` notes has one of them, ``length`` is that of the file in ticks."""
    median, voices = float(np.median(part.pitches)), float((part.ends - part.onsets).sum() / length)
    words, low, high = _words(part.name), (55 - median) / 12, (median - 88) / 12
    mark = 4.0 * alone(part, quarter) + FAMILIES[min(part.program // 8, 15)]
    mark += 2.0 * bool(TUNEFUL.search(words)) + 2.0 * bool(SUREST.search(words)) - 3.0 * bool(BACKING.search(words))
    mark += -2.5 * min(max(low, 0.0), 1.0) - 1.0 * min(max(high, 0.0), 1.0) + 0.8 * min(float(np.ptp(part.pitches)) / 36, 1.0)
    mark += 1.5 * min(voices, 0.8) - 1.0 * min(max(voices - 1.0, 0.0), 1.5) - 0.7 * min(float(np.log2(most / len(part.onsets))), 4.0)
    return mark - 1.5 * (len(np.unique(part.pitches)) < 5) - 1.5 * (len(part.onsets) < FEWEST)


def _words(name: str) -> str:
    """A name such as ``AltoSax_1`` in words: ``Alto Sax 1``."""
    return re.sub(r"[_\d\W]+|(?<=[a-z])(?=[A-Z])", " ", name)
