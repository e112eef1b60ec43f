"""Tunes: what makes two solos solos on the same piece, however its title is spelled.

The title of a tune comes from a database, a file's text or a file's name. Its key is what is left, in small letters and digits without spaces, when the following is gone:

| gone | examples |
|---|---|
| case, accents, punctuation, underscores; the hump of camel case is a space | ``A_Foggy_Day``, ``IGotItBad``; "=" is a hyphen |
| an article before, or behind after a comma | ``ANightInTunisia``, "Song Is You, The" |
| which take or solo, who plays it | "Stardust-1", "Stardust (take 2)", ``Impressions_1961``, ``CherokeeII``, "Joy Spring Solo by ...", "... Solo - Liberia", ``CeliaSoloBudPowell`` |
| a key behind | ``OrnithologyEb``, "Autumn Leaves - Gm"; "Blues in Bb" keeps it |
| a track number before | "03 - Stardust", ``03_Stardust`` |
| a subtitle in brackets, but for one or two words that begin a title | "Chicago (That Toddling Town)"; "(There Is) No Greater Love" keeps them |
| spellings of one word | & and 'n' are "and", Doin' and Doin are "doing", "7 Steps" are "seven steps" |

A key that unites two tunes does little harm, one that divides a tune lets a model be judged on what it has learnt. What is not seen: that a tune has two names, or a
misspelt one; an article in a name that is one word in small letters (``thesongisyou``); the player in ``AnthropologyParker`` or "Parker - Anthropology"; a number above ten in words.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from stages.melody.solo import Solo

LONGEST = 300                     # signs of a title that count
LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "=": "-", "_": " ",
})
HUMPS = re.compile(r"(?<=[a-z0-9)!?.])(?=[A-Z])|(?<=[a-z]['.,])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])")
FIRST_WORDS = re.compile(r"^\s*\(\s*(\S+(?:\s\S+)?)\s*\)(?=\s*\w)")
BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
TRACK = re.compile(r"^[0-9]{1,3}\s?[-.)]\s|^0[0-9]\s")
BEFORE = re.compile(r"^.*\bsolo\s?(?:[-:]|on|over)\s(?=\w)")
ARTICLE = re.compile(r"^(?:the|an?)\b\s?")
ARTICLE_BEHIND = re.compile(r"\s?,\s?(?:the|an?)$")
ENDING = re.compile(r"\.\s?(?:ls|midi?|kar|mxl|xml|musicxml|csv)$")
NUMBER = r"(?:[0-9]+|[ivx]+|one|two|three)"
ALTERNATE = r"(?:alternat(?:e|ive)|alt\b\.?)"
WHICH = rf"(?:{ALTERNATE}|master|first|second|third|1\s?st|2\s?nd|3\s?rd)"
# What says which take it is: words with a number, a number alone, words alone, words behind a dash or colon, and a key that is no part of a title ("Solar Eb", "Blues in Eb").
BEHIND = re.compile(
    rf"[\s\-,:#.]*(?:(?:\b{WHICH}\s)?\b(?:take|tk|no|nr|version|ver|v|part|pt|vol|volume|chorus|solo|transcription|x)\b[\s.#-]*{NUMBER}"
    rf"|\b{WHICH} take|\s{ALTERNATE}|\s[-:]\s[^-:]+ solo|(?<!^)\bsolos?(?:\s[a-z].*)?|\b(?:transcription|transcribed)(?: by .*)?|\s(?:ii|iii|iv|vi|vii|viii)"
    rf"|[-#]\s?[0-9]+|[-:,]\s?(?:head|melody|theme|live|take|{WHICH}|version|lead ?sheet)"
    r"|(?<!\bin)\s(?:[a-g][b#]m?|[b-g]m))[\s.]*$"
)
NUMBER_BEHIND = re.compile(r"(\w+)[.,]?\s[0-9]+$")
TAKES_A_NUMBER = {"for", "in", "of", "by", "at", "take", "route", "opus"}    # "Tea for 2", "Autumn in 3"
AND = re.compile(r"[&+]|(?:(?<=\s)'?|(?<=\w)')n'?(?=\s)")
# A swallowed g: words in -in that have one.
DOING = re.compile(r"(?:doin|goin|bein|\w{2,}[^\Wae]in)(?<!begin)(?<!latin)(?<!satin)(?<!robin)(?<!cabin)(?<!dolphin)(?<!violin)(?<!berlin)(?<!martin)(?<!origin)")
WORDS = dict(zip("1 2 3 4 5 6 7 8 9 10".split(), "one two three four five six seven eight nine ten".split())) | {
    "till": "til", "thru": "through", "saint": "st", "mister": "mr", "doctor": "dr"}


@lru_cache(maxsize=1 << 17)
def tune_key(title: str) -> str:
    """The same text for all spellings of a title; "" only for ""."""
    text = title[:LONGEST].translate(LETTERS)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    if not _squeezed(plain):                      # no Latin letters: the signs themselves are the name
        plain = unicodedata.normalize("NFKC", text)
    spaced = " ".join(HUMPS.sub(" ", plain).casefold().split())
    core = _without(_without(_without_brackets(_without(spaced, ENDING)), TRACK), BEFORE)
    core = _without(_without(_without_takes(core), ARTICLE_BEHIND), ARTICLE)
    return _squeezed(_respelt(core)) or _squeezed(spaced) or title.strip().casefold() or title


def tune_of(solo: Solo) -> str:
    """The key of a solo's tune; of its source where it has no name."""
    return tune_key(solo.tune or solo.source)


def solos_on(solos: Iterable[Solo], tunes: Iterable[str]) -> list[Solo]:
    """Those of some solos whose tunes (keys) are among these."""
    wanted = set(tunes)
    return [solo for solo in solos if tune_of(solo) in wanted]


def _squeezed(text: str) -> str:
    """Letters and digits only."""
    return re.sub(r"[^\w]|_", "", text)


def _without(text: str, pattern: re.Pattern) -> str:
    """The text without what the pattern finds, unless nothing were left."""
    shorter = pattern.sub("", text)
    return shorter if _squeezed(shorter) else text


def _without_brackets(text: str) -> str:
    return " ".join(_without(FIRST_WORDS.sub(r"\1", text), BRACKETS).split())


def _without_takes(text: str) -> str:
    """The text without all that is said behind the title, one thing after the other."""
    shorter = _without(text, BEHIND)
    number = NUMBER_BEHIND.search(shorter)
    if number and number[1] not in TAKES_A_NUMBER:
        shorter = shorter[:number.end(1)]
    return shorter if shorter == text else _without_takes(shorter)


def _respelt(text: str) -> str:
    """One spelling for words that have several."""
    text = re.sub(r"(?<=\w)in'(?!\w)", "ing", AND.sub(" and ", text))
    words = re.sub(r"[^\w\s']", " ", text).replace("'", "").split()
    return " ".join(WORDS.get(word, word + "g" if DOING.fullmatch(word) else word) for word in words)
