"""MusicXML files as scores: parts, signs and labels, whichever way the file is packed and sorted.

Conventions: parts are in the order of the file; measures are counted from 0.
"""

from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from stages.corpora import limits
from stages.corpora.errors import CorpusError
from stages.corpora.musicxml import mxl
from stages.corpora.musicxml.harmonies import Symbols
from stages.corpora.musicxml.markup import parse
from stages.corpora.musicxml.measures import read_part
from stages.corpora.musicxml.part import Part
from stages.corpora.musicxml.signs import Signs
from stages.corpora.musicxml.values import number

MOST_PARTS = 100
MOST_MEASURES = 5 * limits.BARS           # of all parts together

EMPTY = Element("measure")
PLACEHOLDERS = ("title", "untitled", "untitled score", "composer", "composer / arranger")         # what MuseScore writes where nobody did


class Score(NamedTuple):
    """A score as it is read: parts, signs, the symbols that were not understood, and labels."""

    parts: list[Part]
    signs: Signs
    symbols: Symbols
    title: str
    composer: str


def read_score(path: Path) -> Score:
    """The whole score. Raises CorpusError where the file is no MusicXML, broken or hostile."""
    content = limits.content(path)
    root = parse(mxl.score(content, path) if content.startswith(b"PK") else content, path)
    if root.tag.startswith("{"):
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]
    if root.tag not in ("score-partwise", "score-timewise"):
        raise CorpusError(f"{path}: expected a MusicXML score, score-partwise or score-timewise, found {root.tag[:40]!r}")
    written = _written(root)
    longest = max((len(elements) for elements in written.values()), default=0)
    if not longest or longest > limits.BARS or len(written) > MOST_PARTS or sum(map(len, written.values())) > MOST_MEASURES:
        raise CorpusError(f"{path}: expected 1 to {MOST_PARTS} parts of 1 to {limits.BARS} measures, together up to {MOST_MEASURES}, found {len(written)} of up to {longest}")
    named = {element.get("id", ""): _names(element) for element in root.iterfind("part-list/score-part")}
    signs, symbols = Signs(longest), Symbols()
    parts = [read_part(named.get(name) or (name,), elements, signs, symbols, f"{path}: part {name[:40]!r}") for name, elements in written.items()]
    signs.settle()
    return Score(parts, signs, symbols, _title(root), _composer(root))


def _written(root: Element) -> dict[str, list[Element]]:
    """The measures of every part, by its id; a timewise score has the parts within the measures."""
    parts: dict[str, list[Element]] = {}
    if root.tag == "score-partwise":
        for number, element in enumerate(root.iterfind("part")):
            parts.setdefault(element.get("id", str(number)), []).extend(element.iterfind("measure"))
        return parts
    for number, measure in enumerate(root.iterfind("measure")):
        if number > limits.BARS or len(parts) > MOST_PARTS:
            break                                                # too many, as the caller will say
        for element in measure.iterfind("part"):
            written = parts.setdefault(element.get("id", ""), [])
            written += [EMPTY] * (number - len(written)) + [element]     # a part may begin later
            element.set("number", measure.get("number", ""))
    return parts


def _names(element: Element) -> tuple[str, ...]:
    """Name, abbreviation, instruments and id of a part, without the empty ones."""
    texts = [element.findtext("part-name"), element.findtext("part-abbreviation"), *(name.text for name in element.iterfind("score-instrument/instrument-name")), element.get("id")]
    return tuple(text for text in map(_plain, texts) if text)


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())[:200]


def _label(text: str | None) -> str:
    plain = _plain(text)
    return "" if plain.lower() in PLACEHOLDERS else plain


def _title(root: Element) -> str:
    return _label(root.findtext("movement-title")) or _label(root.findtext("work/work-title")) or _credited(root, "title") or _headline(root)


def _composer(root: Element) -> str:
    named = (_label(element.text) for element in root.iterfind("identification/creator") if element.get("type") == "composer")
    return next(filter(None, named), "") or _credited(root, "composer")


def _credited(root: Element, kind: str) -> str:
    """What the pages say under this ``credit-type``."""
    said = (_label(credit.findtext("credit-words")) for credit in root.iterfind("credit") if _plain(credit.findtext("credit-type")) == kind)
    return next(filter(None, said), "")


def _headline(root: Element) -> str:
    """The largest words in the middle of the first page's top: programs that give credits no type put the title there."""
    largest, found = 0, ""
    for credit in root.iterfind("credit"):
        words = credit.find("credit-words")
        if words is not None and credit.get("page", "1") == "1" and (words.get("justify"), words.get("valign")) == ("center", "top"):
            size, text = number(words.get("font-size")) or 0, _label(words.text)
            largest, found = (size, text) if text and size > largest else (largest, found)
    return found
