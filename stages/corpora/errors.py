"""The one error that a reader raises, and the form that words from anywhere take in a message or a label."""

import re

NO_WORDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")      # control characters, ends of lines, bytes of a file name that are no UTF-8


class CorpusError(ValueError):
    """A file that cannot be read as music; the message, one line, names the file, the place in it, what was expected and what was found."""

    def __init__(self, message: str):
        super().__init__(shown(message))


def shown(text: str) -> str:
    """The text in one line that any file and any terminal can take: what cannot be written is told by its number, as in ``\\x1b``."""
    return NO_WORDS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
