"""What names say: keys such as "Bb-maj", and the camel case of file names such as ``MilesDavis_Trane'sBlues_Solo``."""

import re

FIFTHS = {"F": -1, "C": 0, "G": 1, "D": 2, "A": 3, "E": 4, "B": 5}        # sharps of the major key on each letter
# What is added to the sharps of the major key on the same tonic.
MODES = {"": 0, "maj": 0, "major": 0, "ion": 0, "blues": 0, "mix": -1, "dor": -2, "min": -3, "minor": -3, "aeo": -3, "aeol": -3, "phry": -4, "phr": -4, "loc": -5, "lyd": 1}
KEY = re.compile(r"([A-G])([b#]?)\s*-?\s*([a-z]*)")

# Where a space belongs in a title that has none: before a capital or a number, around signs; not within initials (U.M.M.G.) and numbers (II).
GAPS = re.compile(
    r"(?<=[a-z\d)!?])(?<!\bMc)(?=[A-Z])|(?<=[a-z]['.,])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Z]\.)(?=[A-Z][a-z])"
    r"|(?<=[a-z])(?=\d)|(?<=[a-z\d])(?=[#&(])|(?<=[&,])(?=[A-Za-z])"
)
INITIALS = re.compile(r"^([A-Z])([A-Z]) ")
ENDINGS = re.compile(r"_(solo|final)$", re.IGNORECASE)


def key_signature(key: str) -> int | None:
    """The number of sharps of a key such as "Bb-maj", "F-min", "D-dor", "Eb-blues" (as in major); None for "", "C-chrom" and what is no key."""
    match = KEY.fullmatch(key.strip())
    if match is None or match[3] not in MODES:
        return None
    sharps = FIFTHS[match[1]] + {"": 0, "b": -7, "#": 7}[match[2]] + MODES[match[3]]
    return sharps + 12 if sharps < -7 else sharps - 12 if sharps > 7 else sharps


def performer_and_title(stem: str) -> tuple[str, str]:
    """Both of a file name without its ending: ``JJJohnson_Stardust-2_Solo`` -> "J.J. Johnson", "Stardust". The number of a solo and of a take is left out."""
    performer, _, rest = ENDINGS.sub("", stem).partition("_")
    if not rest:
        performer, rest = "", performer
    return INITIALS.sub(r"\1.\2. ", spaced(performer)), spaced(re.sub(r"-\d+$", "", rest.partition("_")[0]))


def spaced(name: str) -> str:
    """``IGotItBad`` -> "I Got It Bad", ``Be=Bop`` -> "Be-Bop": a hyphen of the title is written "=", one before a number divides."""
    return GAPS.sub(" ", re.sub(r"'N(?=[A-Z])", " 'N ", name)).replace("=", "-").strip()
