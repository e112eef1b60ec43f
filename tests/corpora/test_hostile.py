"""What holds for every reader and any bytes: sound Solos or a CorpusError (``tests/fuzz/invariants.py``), soon, in little memory, and nothing touched. (``make fuzz`` takes more time.)"""

import io
import json
import os
import sqlite3
import struct
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stages.corpora import GRID, READERS, read, wjazzd
from stages.corpora.errors import CorpusError
from tests.fuzz.invariants import outcome, untouched

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests/tiny"
SECONDS, MEMORY = 5, 500                     # of one file; MiB, the program included
SEEDS = {
    ".ls": [TINY / "tiny.ls"], ".mid": [TINY / "tiny_markers.mid", TINY / "tiny_comping.mid"], ".musicxml": [TINY / "tiny.musicxml", TINY / "tiny_tenor.musicxml"],
    ".mxl": [TINY / "tiny.mxl"], ".db": [TINY / "tiny.db"], ".csv": [next(TINY.glob("melody/*.csv"))],
}
HEADS = {".ls": b"(part (type melody)) ", ".mid": b"MThd\0\0\0\6\0\1\0\1\0\x60MTrk\0\0\0\x40", ".musicxml": b"<score-partwise>", ".mxl": b"PK\3\4", ".db": b"SQLite format 3\0", ".csv": b"onset,"}
TEXT = (TINY / "tiny.musicxml").read_bytes()
fuzzed = settings(max_examples=60, deadline=None)
every = pytest.mark.parametrize("ending", SEEDS)


def attempt(folder: Path, ending: str, content: bytes):
    """What comes of these bytes as a file with this ending; of a CSV file beside beats that are whole, and of beats beside notes that are."""
    path = folder / f"music{ending}"
    if ending == ".csv":
        notes, beats = SEEDS[".csv"][0].read_bytes(), (TINY / "beats" / SEEDS[".csv"][0].name).read_bytes()
        path = folder / "melody/music.csv"
        for part in ("melody", "beats"):
            (folder / part).mkdir(exist_ok=True)
        for first, second in ((notes, content), (content, beats)):
            path.write_bytes(first)
            (folder / "beats/music.csv").write_bytes(second)
            found = outcome(path)
        return found
    path.write_bytes(content)
    return outcome(path)


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@every
def test_the_seeds_are_sound(place, ending):
    assert {READERS[ending] for ending in SEEDS} == set(READERS.values())
    for seed in SEEDS[ending]:
        assert len(attempt(place, ending, seed.read_bytes())) >= 1


@every
@fuzzed
@given(st.booleans(), st.binary(max_size=400))
@example(True, b"(meter \x1c\0\x1b 4)")
def test_any_bytes(place, ending, headed, content):
    assert attempt(place, ending, HEADS[ending] * headed + content)


@every
@fuzzed
@given(st.data())
def test_a_file_that_ends_too_soon(place, ending, data):
    seed = data.draw(st.sampled_from(SEEDS[ending])).read_bytes()
    assert attempt(place, ending, seed[:data.draw(st.integers(0, len(seed)))])


@every
@fuzzed
@given(st.data())
def test_bits_that_flipped(place, ending, data):
    seed = bytearray(data.draw(st.sampled_from(SEEDS[ending])).read_bytes())
    for bit in data.draw(st.lists(st.integers(0, 8 * len(seed) - 1), min_size=1, max_size=8)):
        seed[bit // 8] ^= 1 << bit % 8
    assert attempt(place, ending, bytes(seed))


@every
@fuzzed
@given(st.data())
def test_blocks_that_are_doubled_or_swapped(place, ending, data):
    seed = data.draw(st.sampled_from(SEEDS[ending])).read_bytes()
    one, two, three, four = sorted(data.draw(st.lists(st.integers(0, len(seed)), min_size=4, max_size=4)))
    times = data.draw(st.integers(1, 20))
    swapped = seed[:one] + seed[three:four] + seed[two:three] + seed[one:two] + seed[four:]
    assert attempt(place, ending, data.draw(st.sampled_from([swapped, seed[:one] + seed[one:two] * times + seed[two:]])))


def score(*measures: str) -> bytes:
    return f"<score-partwise><part id='P'>{''.join(f'<measure>{measure}</measure>' for measure in measures)}</part></score-partwise>".encode()


def packed(*entries: tuple[str, bytes | str]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in entries:
            opened.writestr(name, content)
    return archive.getvalue()


def midi(*tracks: bytes) -> bytes:
    return b"MThd" + struct.pack(">IHHH", 6, 1, len(tracks), 96) + b"".join(b"MTrk" + struct.pack(">I", len(track) + 4) + track + b"\0\xff\x2f\0" for track in tracks)


def database(*statements: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        with closing(sqlite3.connect(f"{folder}/new", isolation_level=None)) as connection:
            for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN", *statements, "COMMIT"):
                connection.execute(statement)
        return Path(folder, "new").read_bytes()


def numbers(count: int) -> str:
    """The first part of a statement that has the numbers below ``count`` in a table n (i)."""
    return f"WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1})"


NOTE = "<note><pitch><step>C</step><octave>4</octave></pitch><duration>1</duration></note>"
STRUCK = b"\0\x90\x3c\x50\x60\x80\x3c\0"
NOTES, BEATS = "onset,duration,pitch,bar,beat,tatum,division\n", "onset,bar,beat,signature,chord\n"
MONSTERS = {             # name with its ending -> its bytes, or those of the notes and those of the beats
    "deep.ls": lambda: b"(" * 2**19 + b")" * 2**19,
    "unknown chords.ls": lambda: " | ".join(f"C{number:x}zz" for number in range(19_000)).encode() + b" | c4",
    "numbers.ls": lambda: b"C | " + (b"c" + b"480+" * 9_000 + b"1 ") * 20,
    "long words.ls": lambda: b"(title " + b") " * 300_000 + b"x\n C | c" + b"+" * 200_000,
    "texts.mid": lambda: midi(b"".join(b"\0\xff\x06\x0dCmaj7b9%06d" % number for number in range(190_000)) + STRUCK),
    "notes.mid": lambda: midi(*[b"".join(bytes([8, 0x90, 40 + number * step % 60, 80, 8, 0x80, 40 + number * step % 60, 0]) for number in range(95_000)) for step in (7, 11)]),
    "held.mid": lambda: midi(b"".join(bytes([1, 0x90, number % 128, 80]) for number in range(200_000))),
    "tracks.mid": lambda: midi(*[STRUCK] * 60_000),
    "tempos.mid": lambda: midi(b"\0\xff\x51\x03\0\0\0" * 400_000 + STRUCK),
    "elements.musicxml": lambda: "<score-partwise>\N{MUSICAL SYMBOL G CLEF}".encode() + b"<a b=''/>" * 399_000 + b"<a/>" * 150_000 + b"</score-partwise>",
    "unknown chords.musicxml": lambda: score(*(f"<harmony><root><root-step>C</root-step></root><kind text='{number:x}zz'>other</kind></harmony>{NOTE * 2}" for number in range(19_000))),
    "degrees.musicxml": lambda: score(NOTE + "<harmony><root><root-step>C</root-step></root><kind>major</kind>" + "<degree><degree-value>9</degree-value></degree>" * 140_000 + "</harmony>"),
    "rounds.musicxml": lambda: score(*[NOTE * 5] * 190, NOTE + "<barline><repeat direction='backward' times='99'/></barline>"),
    "jumps.musicxml": lambda: score(*[NOTE + "<barline><ending number='1,2,3' type='start'/><repeat direction='backward'/></barline><sound dalsegno='a' segno='b' coda='c' tocoda='d'/>"] * 6_000),
    "entities.musicxml": lambda: b"<!DOCTYPE a [" + b"".join(b"<!ENTITY l%d '%s'>" % (number, b"&l%d;" % (number - 1) * 10 if number else b"lol") for number in range(20)) + b"]><score-partwise>&l19;",
    "bomb.mxl": lambda: packed(("a.xml", b"<score-partwise>" + b" " * 2**27)),
    "container.mxl": lambda: packed(("META-INF/container.xml", "<rootfile " * 6_500), ("a.xml", TEXT)),
    "entries.mxl": lambda: packed(*((f"{number:0400}.xml", b"") for number in range(9_000))),
    "tables.db": lambda: database("CREATE TABLE a (a)", "PRAGMA writable_schema = ON",
                                  numbers(400_000) + " INSERT INTO sqlite_master SELECT 'table', 'u' || i, 'u' || i, 2, 'CREATE TABLE u' || i || '(a)' FROM n"),
    "columns.db": lambda: database(f"CREATE TABLE melody (melid, {', '.join(f'c{number}' for number in range(1_900))})"),
    "rows.db": lambda: database("CREATE TABLE melody (melid, onset, duration, pitch, bar, beat, tatum, division)", "CREATE TABLE beats (melid, onset, bar, beat, chord)",
                                numbers(2_000_000) + " INSERT INTO melody (melid) SELECT i % 140000 FROM n"),
    "texts.db": lambda: database(*(f"CREATE TABLE {table} AS {numbers(140_000)} SELECT 1 AS melid, {', '.join(f'printf(?, i) AS {name}'.replace('?', chr(39) + '%080d' + chr(39)) for name in names.split())} FROM n"
                                   for table, names in (("melody", "onset duration pitch bar beat tatum division denom"), ("beats", "onset bar beat signature chord"), ("solo_info", "performer title style")))),
    "view.db": lambda: database("CREATE VIEW melody AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i AS melid FROM n"),
    "unknown chords.csv": lambda: (NOTES + "".join(f"{row},1,60,{row // 6},1,1,1\n" for row in range(99_000)), BEATS + "".join(f"{row},{row // 3},1,{1 + row % 9}/4,C{row:x}zz\n" for row in range(49_900))),
    "backwards.csv": lambda: (NOTES + "".join(f"{row},9999,60,1,1,{1000 - row % 100},1000\n" for row in range(99_000)), BEATS + "".join(f"{row},{row},1,,\n" for row in range(19_000))),
}

# Reads files in limits, and says of each what came of it, after how many seconds of computing, and with what memory at most up to then.
READER = f"""
import json, re, resource, sys, time
from pathlib import Path
from tests.fuzz.invariants import read, untouched
resource.setrlimit(resource.RLIMIT_DATA, ({MEMORY * 2**20}, {MEMORY * 2**20}))
for path in sys.argv[1:]:
    started = time.process_time()
    try:
        with untouched():
            said = sum(len(solo.notes) for solo in read(Path(path)))
    except Exception as error:
        said = type(error).__name__
    print(json.dumps([said, time.process_time() - started, int(re.search("VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024]), flush=True)
"""


@every
def test_monsters_are_soon_over_and_small(tmp_path, ending):
    paths = []
    for name in (name for name in MONSTERS if name.endswith(ending)):
        content = MONSTERS[name]()
        for folder, half in zip(("melody", "beats"), content if isinstance(content, tuple) else (content,)):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / name).write_bytes(half if isinstance(half, bytes) else half.encode())
        paths.append(tmp_path / "melody" / name)
    done = subprocess.run([sys.executable, "-c", READER, *paths], cwd=ROOT, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, capture_output=True, text=True, timeout=SECONDS * 2 * len(paths))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(paths) and done.returncode == 0, done.stderr
    for path, (said, seconds, memory) in zip(paths, found):
        assert (said == "CorpusError" or isinstance(said, int)) and seconds < SECONDS and memory < MEMORY, (path.name, said, seconds, memory)


def test_notes_stay_on_the_grid_where_a_bar_line_does_not(place):
    """A melody from the eighth bar of 1/64 on, 7/16 quarter notes from the start of the file."""
    solo, = attempt(place, ".mid", midi(b"\0\xff\x58\x04\x01\x06\x18\x08\x2a" + STRUCK[1:]))
    assert solo.changes.metre == (1, 64) and solo.reading["left out"] == {"bars before the melody": 7}


def test_a_database_of_which_nothing_comes_is_no_empty_corpus(place):
    with pytest.raises(CorpusError, match="expected solos in its part 900-901, found none"):
        list(wjazzd.read(SEEDS[".db"][0], GRID, part="900-901"))


@every
def test_nothing_is_written_and_no_network_is_asked(ending, monkeypatch):
    monkeypatch.setattr("socket.socket", None)
    before = snapshot(TINY)
    with untouched():
        assert all(list(read(seed)) for seed in SEEDS[ending])
    assert snapshot(TINY) == before


def snapshot(folder: Path) -> list:
    return [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(folder.rglob("*"))]


@pytest.mark.parametrize("name, content", [("tiny.db-journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 504), ("tiny.db-wal", b"\x37\x7f\x06\x82" * 99)])
def test_a_journal_beside_a_database_is_told_and_left_alone(tmp_path, name, content):
    for file, bytes_ in (("tiny.db", SEEDS[".db"][0].read_bytes()), (name, content)):
        (tmp_path / file).write_bytes(bytes_)
    before = snapshot(tmp_path)
    with pytest.raises(CorpusError, match=f"found changes beside it in .*{name}"):
        list(read(tmp_path / "tiny.db"))
    assert snapshot(tmp_path) == before
    (tmp_path / name).write_bytes(b"")
    assert len(list(read(tmp_path / "tiny.db"))) == 1


@pytest.mark.parametrize("name", ["../../escaped.xml", "/escaped.xml", "..\\escaped.xml", "C:\\escaped.xml", "a\0.xml", "link.xml"])
def test_the_names_in_an_archive_lead_nowhere(tmp_path, name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o120777 << 16                                    # a symbolic link, were it unpacked
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/music.mxl").write_bytes(packed(("META-INF/container.xml", f'<rootfile full-path="{name}"/>'), (entry, TEXT)))
    before = snapshot(tmp_path)
    outcome(tmp_path / "a/b/music.mxl")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("name", ["a\nb", "\udcff", "-rf", "\N{SAXOPHONE}", "%s{0}", "x" * 251, "a\0"])
def test_a_file_may_have_any_name(tmp_path, name):
    path = tmp_path / f"{name}.mid"
    if "\0" not in name:                                       # which no file system takes
        path.write_bytes(SEEDS[".mid"][0].read_bytes())
        solo, = read(path)
        assert json.dumps(solo.to_json(), ensure_ascii=False).encode() and "\n" not in solo.source
        path.write_bytes(b"")
    with pytest.raises(CorpusError) as raised:
        list(read(path))
    assert str(raised.value).encode() and "\n" not in str(raised.value)
