"""Barlines, directions and sounds of MusicXML, collected over all parts: what is repeated where, how fast, in which style.

Conventions: what a ``sound`` element says counts; where there is none, the words and symbols of the direction do ("D.S. al Coda", the sign of a coda).
A to-coda that stands at the very start of a measure as a sound or a symbol leads away before that measure. Coda symbols without words all look alike,
and programs (Finale, MuseScore) give each of them a sound of a coda: where nothing else leads to the coda, the last is the coda, the others lead there. Tempo and style are those at the start; tempo in quarter notes a minute.
"""

import re
from xml.etree.ElementTree import Element

from stages.corpora.musicxml.endings import Marks

DACAPO = re.compile(r"\bd\. ?c(?:\.|\b)|\bdc\b|\bda capo\b")
DALSEGNO = re.compile(r"\bd\. ?s(?:\.|\b)|\bds\b|\bd[ae]l segno\b")
UNTIL = re.compile(r"\b(?:al|to|e|then) ?(?:the )?(fine|coda)\b|(?<=\.al)(fine|coda)\b")
TOCODA = re.compile(r"\b(?:to|al|alla) (?:the )?coda\b")
FINE = re.compile(r"\W*fine\W*")
CODA = re.compile(r"\W*coda(?: ?\d)?\W*")
STYLES = {"swing": "swing", "shuffle": "shuffle", "bossa": "bossa", "samba": "samba", "latin": "latin", "rhumba": "rumba", "rumba": "rumba", "mambo": "mambo", "tango": "tango",
          "cha cha": "cha cha", "waltz": "waltz", "ballad": "ballad", "blues": "blues", "funk": "funk", "rock": "rock", "march": "march", "ragtime": "ragtime", "bebop": "bebop"}
STYLE = re.compile(rf"\b({'|'.join(STYLES)})\b")
BEATS = {"whole": 4.0, "half": 2.0, "quarter": 1.0, "eighth": 0.5, "16th": 0.25, "32nd": 0.125}      # quarter notes
LONGEST = 100                              # characters of words that mean anything here
SLOWEST, FASTEST = 4.0, 1000.0             # quarter notes a minute
NUMBERS = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?")
LONGEST_RANGE = 30                         # of the numbers of an ending
JUMPS = ("segno", "coda", "dacapo", "dalsegno", "tocoda", "fine")


class Signs:
    """The marks of all measures of a score, its tempo (None where unknown), style and swing ("" and None)."""

    def __init__(self, measures: int):
        self.marks = [Marks() for _ in range(measures)]
        self.tempo: float | None = None
        self.swing: float | None = None
        self.style = ""
        self._codas: dict[tuple[int, bool], str] = {}      # names of symbols, by measure and whether they stand at its very start

    def barline(self, place: int, element: Element) -> None:
        """A ``barline`` element of a measure."""
        mark = self.marks[place]
        for child in element:
            if child.tag == "repeat" and child.get("direction") == "forward":
                mark.forward = True
            elif child.tag == "repeat":
                times = child.get("times", "").strip()[:9]
                mark.backward, mark.rounds, mark.after_jump = True, int(times) if times.isdecimal() else 0, child.get("after-jump") == "yes"
            elif child.tag == "ending" and child.get("type") == "start":
                mark.ending = _numbers(child.get("number", "")) or _numbers(child.text or "") or (1,)
            elif child.tag == "ending":
                mark.ending_stops = True
        for kind in ("segno", "coda"):
            if element.get(kind):
                setattr(mark, kind, element.get(kind))

    def direction(self, place: int, element: Element, at_start: bool) -> str:
        """A ``direction`` element; its words are returned."""
        words, symbols = [], set()
        for child in element.iter():
            if child.tag == "words" and child.text:
                words.append(child.text[:LONGEST])
            elif child.tag in ("segno", "coda"):
                symbols.add(child.tag)
            elif child.tag == "metronome":
                self._metronome(child)
        said = " ".join(" ".join(words[:LONGEST]).split())[:LONGEST]
        self._where_to(place, element.find("sound"), said.lower(), symbols, at_start)
        if place < 2 and not self.style and len(said.split()) <= 5:
            style = STYLE.search(said.lower())
            self.style = STYLES[style[1]] if style else ""
        return said

    def _where_to(self, place: int, sound: Element | None, said: str, symbols: set[str], at_start: bool) -> None:
        """What a direction says of where to go on: its sound, else its words and symbols."""
        mark, jumps = self.marks[place], (bool(DACAPO.search(said)), bool(DALSEGNO.search(said)))
        told = set() if sound is None else self.sound(place, sound, at_start)
        if told == {"coda"} and "coda" in symbols:
            self._codas[place, at_start], mark.coda = mark.coda, ""
        elif any(jumps) and not told:
            mark.dacapo, mark.dalsegno = mark.dacapo or jumps[0], mark.dalsegno or ("segno" if jumps[1] else "")
        elif not told:
            self._words(mark, said, symbols, (place, at_start))
        until = UNTIL.search(said) if any(jumps) else None
        if until:
            mark.until = mark.until or until[1] or until[2]

    def sound(self, place: int, element: Element, at_start: bool) -> set[str]:
        """A ``sound`` element; what it says of where to go on."""
        mark, told = self.marks[place], set()
        for kind in JUMPS:
            value = element.get(kind, "").strip()
            if value and not (value == "no" and kind in ("dacapo", "fine")):
                told.add(kind)
                target = self.marks[place - 1] if kind == "tocoda" and at_start and place else mark
                setattr(target, kind, True if kind in ("dacapo", "fine") else value)
        mark.forward = mark.forward or element.get("forward-repeat") == "yes"
        self._set_tempo(_float(element.get("tempo")))
        swing = element.find("swing")
        if swing is not None and self.swing is None:
            first, second = _float(swing.findtext("first")), _float(swing.findtext("second"))
            self.swing = round(first / second, 6) if first and second and 1 <= first / second <= 4 else 1.0 if swing.find("straight") is not None else None
        return told

    def settle(self) -> None:
        """What the coda symbols mean that no word explains; to be called after all parts."""
        leading = {number for number, mark in enumerate(self.marks) if mark.tocoda}
        targets = [number for number, mark in enumerate(self.marks) if mark.coda]
        last = max(targets + [number for number, _ in self._codas], default=-1)
        for (place, at_start), name in self._codas.items():
            if not leading and place < last:
                self.marks[place - 1 if at_start and place else place].tocoda = "coda"
            elif place not in leading and not (at_start and place - 1 in leading):
                self.marks[place].coda = self.marks[place].coda or name

    def _words(self, mark: Marks, said: str, symbols: set[str], symbol_at: tuple[int, bool]) -> None:
        mark.fine = mark.fine or bool(FINE.fullmatch(said))
        if TOCODA.search(said):
            mark.tocoda = mark.tocoda or "coda"
        elif CODA.fullmatch(said):
            mark.coda = mark.coda or "coda"
        elif "coda" in symbols:
            self._codas[symbol_at] = "coda"
        if "segno" in symbols:
            mark.segno = mark.segno or "segno"

    def _metronome(self, element: Element) -> None:
        beat, count = _float(str(BEATS.get((element.findtext("beat-unit") or "").strip(), ""))), _float(element.findtext("per-minute"))
        if beat and count:
            self._set_tempo(count * beat * (2 - 0.5 ** min(len(element.findall("beat-unit-dot")), 3)))

    def _set_tempo(self, tempo: float | None) -> None:
        if self.tempo is None and tempo is not None and SLOWEST <= tempo <= FASTEST:
            self.tempo = tempo


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers of an ending: "1, 2" and "1-2" are both (1, 2)."""
    found: set[int] = set()
    for first, last in NUMBERS.findall(text[:40]):
        found |= set(range(int(first), min(int(last or first), int(first) + LONGEST_RANGE) + 1))
    return tuple(sorted(found - {0}))


def _float(text: str | None) -> float | None:
    """A number above 0; None where there is none."""
    match = re.search(r"\d{1,6}(?:\.\d{1,6})?", (text or "")[:40])
    return float(match[0]) or None if match else None
