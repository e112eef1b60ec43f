"""The one spelling of a chord's quality: the inverse of ``suffixes.py``, for every set of tones.

A set of tones has its usual name where there is one (``m7b5``, ``13b9``); else it is the usual chord with most of its tones, a fifth or third left out
where need be, and what is missing is added: ``7no5``, ``M7add11``, ``no3no5addb9``.

Conventions: tones are semitones above the root, 0-11, the root included. Which name a set of tones with several bears is the order of USUAL.
"""

from functools import cache

from stages.harmony.suffixes import read_suffix, tones_of

USUAL = ["", *"""m 7 m7 M7 6 m6 m7b5 o o7 + sus4 7sus4 9 m9 M9 13 m13 M13 11 m11 M11 mM7 mM9 69 m69 7b9 7#9 7#11 7b5 7#5 7alt 7b13 9#11 13#11 13b9 13#9
9b5 9#5 9b13 7b9#11 7b9b13 7b9#9 7#9#11 7#9b13 7#5b9 7b5b9 7b5#9 7#11b13 9sus4 13sus4 7sus4b9 7sus4b9b13 13sus4b9 sus2 sus24 7sus2 add9 madd9 add11 madd11
M7#11 M9#11 M13#11 M7b5 M7#5 M9#5 M7#9 M7#9#11 M7sus4 M9sus4 69#11 6#11 Mb5 m#5 m7#5 m9b5 m11b5 m7b9 m7add11 m7b13 mM7#11 oM7 o7addM7 M7add13 7add13 mb6 5
7b9#11b13 7#9#11b13 13b9#11 13#9#11 9#11b13 7#5b9#11 7#5#9#11 7b9#9b13 M7b9 addb9 add#9 +add9 no3no5""".split()]
ADDED = {1: "b9", 2: "9", 3: "#9", 4: "3", 5: "11", 6: "#11", 7: "5", 8: "b13", 9: "13", 10: "7", 11: "M7"}


@cache
def suffix_of(tones: frozenset[int]) -> str:
    """What to write behind the root; ``read_suffix`` finds the same tones in it."""
    wanted = tones | {0}
    name = max((name for name in _named() if name <= wanted), key=len)       # of equals, the first
    return _named()[name] + "".join(f"add{ADDED[tone]}" for tone in sorted(wanted - name))


@cache
def _named() -> dict[frozenset[int], str]:
    """Sets of tones and their suffix, usual ones first; the last is the root on its own."""
    named: dict[frozenset[int], str] = {}
    for left_out in ("", "no5", "no3", "no3no5"):
        for name in USUAL:
            named.setdefault(tones_of(read_suffix(name + left_out)), name + left_out)
    return named
