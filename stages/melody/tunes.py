"""Tunes: what makes two solos solos on the same piece."""

import re
import unicodedata


def tune_key(title: str) -> str:
    """A title without case, accents, punctuation and a leading article: solos with the same key are on the same tune."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold() or title.casefold()
    return re.sub(r"[^\w]|_", "", re.sub(r"^(the|a|an)\s+", "", plain)) or plain
