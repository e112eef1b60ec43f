"""Files that want to break the MusicXML reader: nothing but CorpusError comes out, in seconds."""

import io
import random
import time
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stages.corpora import limits, musicxml
from stages.corpora.errors import CorpusError
from stages.melody.quantize import Grid
from tests.fuzz.invariants import outcome

GRID = Grid(24, Fraction(1, 8))
TINY = Path(__file__).parents[1] / "tiny"
TEXT = (TINY / "tiny.musicxml").read_bytes()
PACKED = (TINY / "tiny.mxl").read_bytes()
NOTE = "<note><pitch><step>C</step><octave>4</octave></pitch><duration>1</duration></note>"
CONTAINER = '<container><rootfiles><rootfile full-path="{}"/></rootfiles></container>'


def score(*measures: str, head: str = "", attributes: str = "<divisions>1</divisions>") -> bytes:
    written = "".join(f"<measure>{f'<attributes>{attributes}</attributes>' * (not number)}{measure}</measure>" for number, measure in enumerate(measures))
    return f"{head}<score-partwise><part id='P1'>{written}</part></score-partwise>".encode()


def packed(*entries: tuple[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", method) as opened:
        for name, content in entries:
            opened.writestr(name, content)
    return archive.getvalue()


def attempt(folder: Path, content: bytes):
    """The solo, or the message of the CorpusError; anything else is raised."""
    path = folder / "hostile.musicxml"
    path.write_bytes(content)
    started = time.process_time()
    try:
        found = next(musicxml.read(path, GRID))
        found.to_json()
    except CorpusError as error:
        found = str(error)
        assert found.startswith(str(path)) and "\n" not in found and len(found) < 700
    assert time.process_time() - started < 5
    assert [entry.name for entry in folder.iterdir()] == [path.name]
    return found


LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10 if number else "lol"}">' for number in range(20))
REFUSED = {
    "an entity bomb": (score(NOTE, head=f"<!DOCTYPE x [{LAUGHS}]>"), "without declarations of its own, found <!ENTITY"),
    "an external entity": (score("&f;", head='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'), "found <!ENTITY"),
    "a bomb in UTF-16": (score(NOTE, head=f"<!DOCTYPE x [{LAUGHS}]>").decode().encode("utf-16"), "found <!ENTITY"),
    "default attributes": (score(NOTE, head='<!DOCTYPE x [<!ATTLIST note a CDATA "b">]>'), "found <!ATTLIST"),
    "an unknown entity": (score("&nothing;"), "expected XML, found an error in column"),
    "tags without end": (b"<score-partwise>" + b"<a>" * 100_000, "expected XML, found an error"),
    "another root, deep": (b"<a>" * 100_000 + b"</a>" * 100_000, "found 'a'"),
    "a million tags": (b"<score-partwise>" + b"<a/>" * 1_000_000 + b"</score-partwise>", "expected at most 600000 times '<'"),
    "a million attributes": (b"<score-partwise " + b" ".join(b'a%d=""' % number for number in range(1_000_000)) + b"/>", "expected at most 400000 times '='"),
    "a million measures": (score()[:35] + b"<part>" + b"<measure/>" * 1_000_000, "expected at most"),
    "many measures": (score(NOTE, *[""] * 100_000), "of 1 to 10000 measures"),
    "many parts": (b"<score-partwise>" + b"".join(b"<part id='%d'><measure/></part>" % number for number in range(1000)) + b"</score-partwise>", "1 to 100 parts"),
    "late parts": (b"<score-timewise>" + b"".join(b"<measure><part id='%d'/></measure>" % number for number in range(50_000)) + b"</score-timewise>", "1 to 100 parts"),
    "no measures": (score(), "found 1 of up to 0"),
    "a long duration": (score(NOTE.replace("<duration>1", f"<duration>{10**18}")), "measure 1: expected a duration of 0 to 1024 quarter notes"),
    "a long forward": (score(f"<forward><duration>{10**11}</duration></forward>{NOTE}"), "expected a duration of 0 to 1024"),
    "a negative duration": (score(NOTE.replace("<duration>1", "<duration>-1")), "expected a duration of 0 to 1024"),
    "a long measure": (score(NOTE.replace("<duration>1", "<duration>1000") * 3), "expected at most 1024 quarter notes in a measure"),
    "no divisions": (score(NOTE, attributes="<divisions>0</divisions>"), "expected divisions of a quarter note from 1 to 1000000, found '0'"),
    "negative divisions": (score(NOTE, attributes="<divisions>-4</divisions>"), "found '-4'"),
    "huge divisions": (score(NOTE, attributes=f"<divisions>{10**18}</divisions>"), "expected divisions"),
    "a number with a million digits": (score(NOTE, attributes=f"<divisions>{'9' * 10**6}</divisions>"), "expected divisions"),
    "a sharp too many": (score(NOTE.replace("<octave>", f"<alter>{10**9}</alter><octave>")), "expected a note within MIDI's 0 to 127"),
    "an octave too many": (score(NOTE.replace(">4<", f">{10**11}<")), "expected a note within MIDI's 0 to 127"),
    "a pitch that is none": (score(NOTE.replace(">C<", ">H<")), "expected a pitch with a step from A to G"),
    "a metre that is none": (score(NOTE, attributes="<time><beats>4</beats><beat-type>0</beat-type></time>"), "expected a metre such as 3 beats of type 4"),
    "many beats": (score(NOTE, attributes=f"<time><beats>{10**11}</beats><beat-type>64</beat-type></time>"), "expected a metre of 1 to 256 beats"),
    "a far transposition": (score(NOTE, attributes="<transpose><chromatic>999999</chromatic></transpose>"), "expected a transposition"),
    "too many notes": (score(*[NOTE * 100] * 490 + ["<barline><repeat direction='backward' times='3'/></barline>"]), "expected at most 50000 notes with all repeats"),
    "many chord symbols": (score(NOTE, *[f"<harmony><root><root-step>C</root-step></root><kind text='{number}xyz'>other</kind></harmony>" for number in range(3000)]), "at most 2000 different chord symbols"),
    "many typed chords": (score(NOTE, *[f"<direction><direction-type><words>C7({number}</words></direction-type></direction>" for number in range(3000)]), "at most 2000 different chord symbols"),
    "more notes than slots": (score(NOTE * 1000, attributes="<divisions>1000</divisions>"), "expected notes that fit into"),
    "an unknown encoding": (TEXT.replace(b"UTF-8", b"punycode"), "expected a text in a usual encoding, e.g. UTF-8, found 'punycode'"),
    "another encoding than it says": (TEXT.replace(b"Tiny", b"\xff\xfe"), "expected a text in utf-8, found the byte 0xff"),
    "an opus": (b"<opus/>", "expected a MusicXML score, score-partwise or score-timewise, found 'opus'"),
    "nothing": (b"", "expected XML"),
    "a truncated zip": (PACKED[:-30], "a zip archive, found a broken one"),
    "a zip without a score": (packed(("a.txt", "a")), "expected a score in the archive"),
    "a zip bomb": (packed(("a.xml", b"<a>" + b" " * (limits.LARGEST + 9))), "expected at most 16777216 bytes, found more"),
    "a container bomb": (packed(("META-INF/container.xml", b" " * 10**6), ("a.xml", TEXT)), "expected at most 65536 bytes"),
    "many entries": (packed(*[(str(number), "") for number in range(11_000)], method=zipfile.ZIP_STORED), "expected at most 10000 entries"),
    "an odd compression": (packed(("a.xml", TEXT), method=zipfile.ZIP_LZMA), "expected the compression methods 0 or 8"),
    "an encrypted entry": (PACKED.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"), "found an encrypted one"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused(name, tmp_path):
    content, said = REFUSED[name]
    assert said in attempt(tmp_path, content)


READ = {
    "a container that points nowhere": packed(("META-INF/container.xml", CONTAINER.format("nowhere.xml")), ("a.xml", TEXT)),
    "a container that is no XML": packed(("META-INF/container.xml", "<container><rootfile full-path='Bernie's Tune.xml'/>"), ("Bernie's Tune.xml", TEXT)),
    "a container that leads out": packed(("META-INF/container.xml", CONTAINER.format("../../etc/passwd")), ("a.musicxml", TEXT)),
    "a picture before the score": packed(("META-INF/container.xml", CONTAINER.format('a.pdf"/><rootfile full-path="b.xml')), ("a.pdf", "%PDF"), ("b.xml", TEXT), ("a.xml", "<opus/>")),
    "paths with backslashes": packed(("META-INF\\container.xml", CONTAINER.format("x\\b.xml")), ("x\\a.xml", "<opus/>"), ("x\\b.xml", TEXT)),
    "a container with a namespace": packed(("META-INF/container.xml", CONTAINER.format("./b.xml").replace("<root", "<c:root")), ("a.xml", "<opus/>"), ("b.xml", TEXT)),
    "a file of another system before the score": packed(("x/", ""), ("x/._a.xml", b"\0\5"), ("x/a.xml", TEXT)),
    "a path that leads out": packed(("META-INF/container.xml", CONTAINER.format("../../a.xml")), ("../../a.xml", TEXT)),
    "a score that is deep": TEXT.replace(b"<voice>1</voice>", b"<voice>1</voice>" + b"<x>" * 100_000 + b"</x>" * 100_000, 1),
    "a quarter tone": TEXT.replace(b"<octave>4", b"<alter>-0.5</alter><octave>4", 1),
    "many rounds": TEXT.replace(b"</measure>", b"<barline><repeat direction='backward' times='999999999'/></barline></measure>", 1),
    "many endings": TEXT.replace(b"</measure>", b"<barline><ending number='1-999999999' type='start'/></barline></measure>", 1),
    "slashes for no voice": TEXT.replace(b"<attributes>", b"<attributes><measure-style><slash type='start'>" + b"".join(b"<except-voice>%d</except-voice>" % number for number in range(50_000)) + b"</slash></measure-style>", 1),
    "harmonies without sense": TEXT.replace(b"<kind text=\"7\">dominant", b"<kind text=\"((((\">blue").replace(b"<root-step>C", b"<root-step>H"),
}


@pytest.mark.parametrize("name", READ)
def test_is_read(name, tmp_path):
    solo = attempt(tmp_path, READ[name])
    assert solo.tune == "Tiny Two Five" and solo.changes.bars in (4, 5)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CorpusError, match="expected a readable file, found none"):
        next(musicxml.read(tmp_path / "nowhere.mxl", GRID))


def damaged(content: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 3, 30))):
        place, length = chance.randrange(len(spoilt)), chance.choice((1, 1, 4, 200))
        action = chance.randrange(4)
        if action == 0:
            spoilt[place] ^= 1 << chance.randrange(8)
        elif action == 1:
            del spoilt[place:place + length]
        elif action == 2:
            spoilt[place:place] = spoilt[chance.randrange(len(spoilt)):][:length]
        else:
            spoilt[place:place + 1] = str(chance.choice((-1, 0, 7, 10**6, 10**12, 0.3))).encode()
        if not spoilt:
            break
    return bytes(spoilt)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.sampled_from([TEXT, PACKED, (TINY / "tiny_tenor.musicxml").read_bytes()]), seed=st.integers(0, 2**32))
def test_damaged_files_are_read_or_refused(content, seed, tmp_path):
    path = tmp_path / ("hostile.mxl" if content is PACKED else "hostile.musicxml")
    path.write_bytes(damaged(content, seed))
    assert outcome(path)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.sampled_from([TEXT, PACKED]), share=st.floats(0, 1))
def test_truncated_files_are_refused(content, share, tmp_path):
    assert isinstance(attempt(tmp_path, content[:int(share * (len(content) - 2))]), str)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_scores_of_numbers_without_sense_are_read_or_refused(data, tmp_path):
    """Well-formed files whose numbers are anything."""
    any_number = st.sampled_from(["", "0", "1", "-1", "2", "3", "7", "0.5", "1e9", "10000000000000", "x", "4096", "1/3", "999999", "\u0663"])
    text = TEXT.decode()
    for tag in data.draw(st.lists(st.sampled_from(["divisions", "duration", "beats", "beat-type", "fifths", "octave", "alter", "actual-notes", "normal-notes", "voice", "root-alter"]), min_size=1, max_size=4)):
        for place in data.draw(st.lists(st.integers(0, 30), min_size=1, max_size=3)):
            parts = text.split(f"<{tag}>")
            if place + 1 < len(parts):
                parts[place + 1] = data.draw(any_number) + parts[place + 1][parts[place + 1].index("<"):]
            text = f"<{tag}>".join(parts)
    (tmp_path / "hostile.musicxml").write_text(text)
    assert outcome(tmp_path / "hostile.musicxml")
