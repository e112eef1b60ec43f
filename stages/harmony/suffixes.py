"""What stands behind the root of a chord symbol, read as the degrees of a chord: quality, extension, tensions.

One grammar reads the suffixes of plain jazz usage (Brandt & Roemer, "Standardized Chord Symbol Notation", 1976, and its many relatives), of
Impro-Visor lead sheets, of iReal Pro (``^`` is a triangle, ``h`` half diminished) and of the Weimar Jazz Database (``j`` major seventh, ``o`` diminished,
accidentals *behind* the tension: ``79b13b`` is 7 with b9 and b13). They do not contradict each other: only in the last does another digit
follow a ``6`` or ``7`` at once (``69`` is the same in all of them).

Conventions: a *degree* is 1, 3, 5, 7, 9, 11 or 13 (2, 4 and 6 count as 9, 11 and 13); its tones are semitones above the root, 0-11. A suspension
leaves the third empty and fills the eleventh or the ninth. Extensions are those that players sound: C9 has the ninth, C11 ninth and eleventh,
C13 ninth and thirteenth but no eleventh. ``alt`` is #5 #9, the common voicing.
"""

import re
from unicodedata import normalize

Degrees = dict[int, set[int]]

# The parts of a suffix, tried in this order.
PARTS = re.compile(
    r"(?P<blank> |alter ?(?=[b#]))|(?:no|omit|subtract) ?(?P<without>1[13]|[2-79])"
    r"|(?P<major>[mM]aj(?:or)?|MAJ(?:OR)?|[mM]a(?!dd)|MA(?!DD)|M(?![Ii])|j)|(?P<triangle>\^)"
    r"|(?P<minor>[mM]in(?:or)?|MIN(?:OR)?|[mM]i|MI|m|-)|(?P<dominant>[dD]om(?:inant)?)|(?P<diminished>[dD]im(?:inished)?|DIM|o)"
    r"|(?P<half>half-?dim(?:inished)?|h|ø)|(?P<augmented>[aA]ug(?:mented)?|AUG|\+)"
    r"|(?:[sS]us|SUS) ?(?P<suspended>24|2|4|)|(?P<alt>[aA]lt(?:ered)?|ALT)"
    r"|(?:[aA]dd|ADD) ?(?P<added>[b#]?(?:1[013]|[2-9])|M7|[mM]aj7)"
    r"|(?P<altered>[b#](?:4|5|6|7|9|11|13))"
    r"|(?P<tension>(?<=6)9(?=[b#](?:5|11|13)(?![b#]))|(?<=[67] )(?:9|11|13))"   # C69#11 and C7(9): not the #9 and 9b of Weimar
    r"|(?P<behind>(?<=[67])(?:(?:9|11|13)[b#]?)+)|(?P<number>13|11|9|7|6|5|4|2)"
)
BEHIND = re.compile(r"(9|11|13)([b#]?)")
UNKNOWN = re.compile(r"[xX×]\d+|[^\W\d_]+|.", re.DOTALL)                   # skipped as a whole where a near miss will do; x4 is "four times"
PLACES = {"2": 9, "4": 11, "6": 13, "8": 1, "10": 3} | {str(degree): degree for degree in (3, 5, 7, 9, 11, 13)}
SEMITONES = {1: 0, 3: 4, 5: 7, 7: 10, 9: 2, 11: 5, 13: 9}                   # of an unaltered degree, as in a dominant chord
EXTENSIONS = {"9": (9,), "11": (9, 11), "13": (9, 13)}                     # what C9, C11 and C13 add to the seventh chord
ALTERED: Degrees = {1: {0}, 3: {4}, 5: {8}, 7: {10}, 9: {3}, 11: set(), 13: set()}

# Names of whole chords. Augmented sixths count from the tonic, as in music21; the phrygian chord, a bass, a note, the blues, stacked fourths and
# a triad voiced in tenths are Impro-Visor's.
NAMES = {
    "phryg": "7sus4b9", "phrygian": "7sus4b9", "Bass": "no3no5", "Note": "no3no5", "pedal": "no3no5", "power": "5", "tristan": "m7b5",
    "Blues": "7", "quartal": "7sus4no5", "10": "", "m10": "m", "m8": "m",
    "It+6": "no3no5add#11addb13", "Fr+6": "no3no5add9add#11addb13", "Gr+6": "oaddb13",
    "It": "no3no5add#11addb13", "Fr": "no3no5add9add#11addb13", "Ger": "oaddb13",
}

# Signs of print and handwriting, and what they are read as.
SIGNS = str.maketrans({"♭": "b", "♯": "#", "♮": "", "𝄫": "bb", "𝄪": "##", "Δ": "^", "∆": "^", "△": "^", "½": "half-",
                       "°": "o", "º": "o", "Ø": "ø", "−": "-", "–": "-", "‑": "-"})
LIKE_ACCIDENTALS = re.compile(r"(?<=[\d(,])(?P<sign>[+-]|dim(?=5)|aug(?=5))(?=4|5|9|11|13)")   # C7+9, C7-5, C(-5), C7dim5
SHARP_FOURTH = re.compile(r"\+(?=4)")                                      # C7+4 and C+4: nobody augments a suspended chord
SLASHES = re.compile(r"(?<=[\dmn^-])/ ?(?=[b#]?\d|\^|[mM]aj?7|[mM]aj|M7)|/(?=[^()]*\))")            # C6/9, C7b9/#11, Cm/maj7, C7(b9/#11): no bass follows
BRACKETS = re.compile(r"[(),.\[\]{}\s]+")                                  # and full stops: C7alt., N.C.


def plain(text: str) -> str:
    """A symbol in the letters and signs that the grammar knows: raised digits as plain ones, brackets, stops, commas and white space as single blanks."""
    text = SLASHES.sub(" ", SHARP_FOURTH.sub(" #", normalize("NFKC", text.translate(SIGNS))))
    text = LIKE_ACCIDENTALS.sub(lambda match: "#" if match["sign"] in ("+", "aug") else "b", text)
    return BRACKETS.sub(" ", text).strip()


def read_suffix(suffix: str, strict: bool = True) -> Degrees | None:
    """The degrees of a chord.

    Args:
        suffix: what ``plain`` made of the text behind the root.
        strict: None where a part is not understood, or a fifth is to be both diminished and augmented; else such parts are skipped.
    """
    suffix = suffix.strip(" _")                               # C7_ is a C7 with other voicings, in Impro-Visor
    words = _words(NAMES.get(suffix, suffix), strict)
    return None if words is None or strict and "augmented" in words and words.keys() & {"diminished", "half"} else _degrees(words)


def tones_of(degrees: Degrees) -> frozenset[int]:
    """All tones, as semitones above the root."""
    return frozenset().union(*degrees.values())


def _words(suffix: str, strict: bool) -> dict[str, list[str]] | None:
    """The parts of a suffix by their group in PARTS."""
    words: dict[str, list[str]] = {}
    position = 0
    while position < len(suffix):
        part = PARTS.match(suffix, position)
        if part is None and strict:
            return None
        if part is not None:
            words.setdefault(part.lastgroup, []).append(part[part.lastgroup])
        position = (part or UNKNOWN.match(suffix, position)).end()
    return words


def _degrees(words: dict[str, list[str]]) -> Degrees:
    if "alt" in words:
        degrees = {degree: set(tones) for degree, tones in ALTERED.items()}
        for degree, tone in map(_tone, _altered(words)):              # C7altb9
            degrees[degree].add(tone)
    else:
        degrees = _stack(words, words.get("number", []), _altered(words))
    for word in words.get("without", []):
        degrees[PLACES[word]].clear()
    for word in words.get("added", []):
        degree, tone = (7, 11) if word[0] in "Mm" else _tone(word)
        degrees[degree].add(tone)
    return degrees


def _altered(words: dict[str, list[str]]) -> list[str]:
    """Tensions and altered fifths, accidental first: ``b9``, ``#11``, ``13``."""
    behind = [sign + degree for run in words.get("behind", []) for degree, sign in BEHIND.findall(run)]
    return words.get("altered", []) + words.get("tension", []) + behind


def _stack(words: dict, numbers: list[str], altered: list[str]) -> Degrees:
    """Thirds on thirds: triad, sixth or seventh, extensions, tensions."""
    degrees = {1: {0}, 3: _third(words, numbers), 5: _fifth(words), 7: _seventh(words, numbers), 9: set(), 11: set(), 13: set()}
    for suspension in _suspensions(words, numbers):
        degrees[PLACES[suspension]].add(SEMITONES[PLACES[suspension]])
    replaced = {PLACES[word[1:]] for word in altered if word[0] in "b#"}      # C13b9 has no natural ninth
    named = [degree for number in numbers for degree in EXTENSIONS.get(number, ()) if degree not in replaced]
    for degree in named + [PLACES[number] for number in numbers if number in ("2", "6")]:
        degrees[degree].add(SEMITONES[degree])
    for word in altered:
        degree, tone = _tone(word)
        if degree == 5 and degrees[5] == {7}:
            degrees[5].clear()
        degrees[degree].add(tone)
    return degrees


def _tone(word: str) -> tuple[int, int]:
    """``b9`` -> (9, 1), ``#11`` -> (11, 6), ``13`` -> (13, 9): degree and semitones."""
    degree = PLACES[word.lstrip("b#")]
    return degree, (SEMITONES[degree] + {"b": -1, "#": 1}.get(word[0], 0)) % 12


def _suspensions(words: dict, numbers: list[str]) -> set[str]:
    """``4``, ``2`` or both; a plain ``sus`` and C4 are suspended fourths."""
    named = "".join(word or "4" for word in words.get("suspended", []))
    return set(named) | ({"4"} if "4" in numbers else set())


def _third(words: dict, numbers: list[str]) -> set[int]:
    if _suspensions(words, numbers):
        return set()
    if words.keys() & {"minor", "diminished", "half"}:
        return {3}
    return set() if numbers == ["5"] and not words.keys() & {"major", "augmented"} else {4}


def _fifth(words: dict) -> set[int]:
    if words.keys() & {"diminished", "half"}:
        return {6}
    return {8} if "augmented" in words else {7}


def _seventh(words: dict, numbers: list[str]) -> set[int]:
    sixth = "6" in numbers and "7" not in numbers             # C69 has no seventh
    if not words.keys() & {"triangle", "half", "dominant"} and (sixth or not set(numbers) & {"7", "9", "11", "13"}):
        return set()
    if words.keys() & {"major", "triangle"}:
        return {9, 11} if "diminished" in words and numbers.count("7") > 1 else {11}      # Co7M7
    return {9} if "diminished" in words else {10}
