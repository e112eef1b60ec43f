"""XML that nobody vouches for, made into elements by the standard library's expat.

Why not defusedxml: it reads XML with the slow parser written in Python, to get at expat's callbacks, and all it refuses can be refused before parsing.
A text that declares entities, elements or attributes in itself is refused (no score needs it, and it is where texts blow up); external ones are not
fetched, expat has no means to; the number of tags and attributes is bounded, which also bounds the depth; nothing here is recursive.
"""

import codecs
import re
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, XMLParser

from stages.corpora.errors import CorpusError

MOST = {"<": 600_000, "=": 400_000}        # of one file; a lead sheet has some 5,000, a large score 500,000
DECLARATION = re.compile(r"<!(ENTITY|ELEMENT|ATTLIST|NOTATION)")
ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
STARTS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))                     # without a byte order mark
KNOWN = re.compile(r"utf-?(8|16)|(us-?)?ascii|latin-?1|iso-?8859-?\d\d?|(windows|cp)-?12\d\d|mac(intosh|roman)|shift_?jis|euc-?(jp|kr)|gb(k|2312|18030)|big5|koi8-?[ru]")


def parse(content: bytes, path: Path) -> Element:
    """The root element.

    Args:
        path: of the file, for messages.

    Raises:
        CorpusError: not well-formed, a declaration that is refused, or too many tags.
    """
    text = _text(content, path)
    declaration = DECLARATION.search(text)
    if declaration:
        raise CorpusError(f"{path}:{_line_number(text, declaration.start())}: expected a score without declarations of its own, found {declaration[0]}; save it again without")
    for sign, most in MOST.items():
        if text.count(sign) > most:
            raise CorpusError(f"{path}: expected at most {most} times {sign!r}, found more; this is no single piece of music")
    parser = XMLParser()
    try:
        parser.feed(text)
        return parser.close()
    except ParseError as error:
        line, column = error.position
        raise CorpusError(f"{path}:{line}: expected XML, found an error in column {column + 1} ({str(error).split(':')[0]})") from None
    except (ValueError, LookupError) as error:
        raise CorpusError(f"{path}: expected XML, found {' '.join(str(error).split())[:200]}") from None


def _text(content: bytes, path: Path) -> str:
    """The text in the encoding that its first bytes or its declaration tell; UTF-8 without either."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark):], encoding, path)
    for start, encoding in STARTS:
        if content.startswith(start):
            return _decoded(content, encoding, path)
    declared = ENCODING.match(content)
    encoding = declared[1].decode().lower() if declared else "utf-8"
    if not KNOWN.fullmatch(encoding):
        raise CorpusError(f"{path}:1: expected a text in a usual encoding, e.g. UTF-8, found {encoding!r}")
    return _decoded(content, "utf-8" if encoding.startswith("utf") else encoding, path)     # a text that can be read up to here is not in UTF-16


def _decoded(content: bytes, encoding: str, path: Path) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: expected a text in {encoding}, found the byte {error.object[error.start]:#04x} at position {error.start}") from None
    except LookupError:
        raise CorpusError(f"{path}:1: expected a text in a usual encoding, e.g. UTF-8, found {encoding!r}") from None


def _line_number(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
