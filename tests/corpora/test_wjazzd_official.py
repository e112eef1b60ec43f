"""A database made as MeloSpy makes the official one (version 2: all tables, columns, types and indices), with two solos written by hand."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from stages.corpora import read, wjazzd
from stages.corpora.errors import CorpusError
from stages.melody.quantize import Grid

GRID = Grid(24, Fraction(1, 4))
SCHEMA = """
    CREATE TABLE melody(eventid INTEGER PRIMARY KEY AUTOINCREMENT, melid INTEGER, onset REAL, pitch REAL, duration REAL, period INTEGER, division INTEGER, bar INTEGER, beat INTEGER,
        tatum INTEGER, subtatum INTEGER, num INTEGER, denom INTEGER, beatprops TEXT, beatdur REAL, tatumprops TEXT, f0_mod TEXT, loud_max REAL, loud_med REAL, loud_sd REAL,
        loud_relpos REAL, loud_cent REAL, loud_s2b REAL, f0_range REAL, f0_freq_hz REAL, f0_med_dev REAL);
    CREATE TABLE beats(beatid INTEGER PRIMARY KEY AUTOINCREMENT, melid INTEGER, onset REAL, bar INTEGER, beat INTEGER, signature TEXT, chord TEXT, form TEXT, bass_pitch INTEGER,
        chorus_id INTEGER, FOREIGN KEY(melid) REFERENCES melody(melid));
    CREATE TABLE sections(melid INTEGER, type TEXT, start INTEGER, end INTEGER, value TEXT, FOREIGN KEY(melid) REFERENCES melody(melid));
    CREATE TABLE melody_type(melid INTEGER, type TEXT);
    CREATE TABLE solo_info(melid INTEGER, trackid INTEGER, compid INTEGER, recordid INTEGER, performer TEXT, title TEXT, titleaddon TEXT, solopart INTEGER, instrument TEXT, style TEXT,
        avgtempo FLOAT, tempoclass TEXT, rhythmfeel TEXT, key TEXT, signature TEXT, chord_changes TEXT, chorus_count INTEGER);
    CREATE TABLE composition_info(compid INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, composer TEXT, form TEXT, template TEXT, tonalitytype TEXT, genre TEXT);
    CREATE TABLE esac_info(melid INTEGER, title TEXT); CREATE TABLE popsong_info(melid INTEGER, title TEXT);
    CREATE TABLE db_info(name TEXT, creator TEXT, major INTEGER, minor INTEGER, release TEXT, created TEXT, license TEXT, status TEXT);
    CREATE INDEX melind ON melody (melid, eventid); CREATE INDEX soloind ON solo_info (melid, performer, title); CREATE INDEX sectind ON sections (melid, type);
"""
# seconds, pitch, seconds, bar, beat, tatum, division: a beat is half a second, and bar 1 begins at 12.0
SWUNG = [(11.83, 65, 0.15, 0, 4, 2, 2), (12.02, 70, 0.31, 1, 1, 1, 2), (12.33, 74, 0.17, 1, 1, 2, 2), (13.0, 77, 0.5, 1, 3, 1, 1),
         (14.0, 75, 0.16, 2, 1, 1, 3), (14.18, 74, 0.16, 2, 1, 2, 3), (14.34, 72, 0.16, 2, 1, 3, 3), (14.87, 69, 0.12, 2, 2, 4, 4), (16.0, 70, 1.0, 3, 1, 1, 1)]
CHORDS = {(-1, 1): "NC", (1, 1): "Bb6", (1, 3): "G79b", (2, 1): "C-7/Bb", (2, 3): "F7", (3, 1): "Bbj7"}
PHRASES = [(0, 3, "1"), (4, 8, "2")]
WALTZ = [(5.0, 64, 0.4, 1, 1, 1, 1), (5.8, 67, 0.3, 1, 3, 1, 1), (6.2, 60, 0.4, 2, 1, 1, 1)]


def notes_of(melid: int, notes: list, beats: int) -> Iterator[tuple]:
    for onset, pitch, duration, bar, beat, tatum, division in notes:
        yield (melid, onset, float(pitch), duration, beats, division, bar, beat, tatum, 0, beats, 4, "None", 0.5, "None", "", 0.1, 66.5, 2.0, 0.3, 0.5, 1.2, None, None, None)


def beats_of(melid: int, bars: range, size: int, start: float, length: float, chords: dict) -> Iterator[tuple]:
    """Chord, form and metre only where they change, empty texts elsewhere; the beat on which the solo stops is the last."""
    places = [(bar, beat) for bar in bars for beat in range(1, size + 1)] + [(bars.stop, 1)]
    for number, (bar, beat) in enumerate(places):
        form = {(bars[0], 1): "I1", (1, 1): "A1"}.get((bar, beat), "")
        yield melid, start + number * length, bar, beat, "" if number else f"{size}/4", chords.get((bar, beat), ""), form, 46, max(bar, -1)


@pytest.fixture
def database(tmp_path) -> Path:
    path = tmp_path / "wjazzd.db"
    with closing(sqlite3.connect(path)) as made:
        made.executescript("PRAGMA journal_mode = WAL;" + SCHEMA)
        for melid, notes, size in ((3, SWUNG, 4), (456, WALTZ, 3)):
            made.executemany(f"INSERT INTO melody VALUES (NULL{', ?' * 25})", notes_of(melid, notes, size))
            made.execute("INSERT INTO melody_type VALUES (?, 'SOLO')", (melid,))
        made.executemany(f"INSERT INTO beats VALUES (NULL{', ?' * 9})", beats_of(3, range(-1, 4), 4, 8.0, 0.5, CHORDS))
        made.executemany(f"INSERT INTO beats VALUES (NULL{', ?' * 9})", beats_of(456, range(1, 3), 3, 5.0, 0.4, {(1, 1): "NC"}))
        spans = [("PHRASE", *span) for span in PHRASES] + [("CHORD", 1, 2, "Bb6"), ("CHORUS", 0, 0, "-1"), ("CHORUS", 1, 8, "1"), ("FORM", 1, 8, "A1"), ("IDEA", 5, 6, "lick")]
        made.executemany("INSERT INTO sections VALUES (3, ?, ?, ?, ?)", spans)
        made.execute("INSERT INTO sections VALUES (456, 'PHRASE', 0, 2, '1')")
        made.executemany(f"INSERT INTO solo_info VALUES (?{', ?' * 16})", [
            (3, 1, 1, 1, "J.J. Johnson", "Ann's Blues", "Alternate Take", 2, "tb", "BEBOP", 119.6, "MEDIUM", "SWING", "Bb-maj", "4/4", "A1: ||Bb6 G7 |C-7 F7 |Bbj7   ||", 1),
            (456, 2, 2, 1, "Ann Other", "Waltz No One Knows", "", 1, "as", "FREE", 150.0, "MEDIUM UP", "", "", "", "", 0)])
        made.commit()
    return path


def test_a_solo_field_by_field(database):
    solo, other = read(database)
    assert (solo.tune, solo.performer, solo.source, solo.style, solo.tempo, solo.key) == ("Ann's Blues", "J.J. Johnson", "wjazzd.db#3", "BEBOP", 119.6, -2)
    assert [(str(note.onset), str(note.duration), note.pitch) for note in solo.notes] == [      # from the bar line of bar 0; rests shorter than a sixteenth are none
        ("7/2", "1/2", 65), ("4", "1/2", 70), ("9/2", "1/3", 74), ("6", "1", 77), ("8", "1/3", 75), ("25/3", "1/3", 74), ("26/3", "1/3", 72), ("39/4", "1/4", 69), ("12", "2", 70)]
    assert [(str(onset), chord.symbol) for onset, chord in solo.changes.chords] == [("0", "NC"), ("4", "Bb6"), ("6", "G79b"), ("8", "C-7/Bb"), ("10", "F7"), ("12", "Bbj7")]
    assert (solo.changes.metre, solo.changes.metre_changes, solo.changes.length) == ((4, 4), (), 16)
    assert solo.phrases == (0, 4) and solo.seconds == tuple((row[0], row[2]) for row in SWUNG)
    assert solo.reading["chords"] == {"how": "written", "sure": 1.0} and set(solo.reading) == {"chords", "grid"}
    assert (other.tune, other.changes.metre, other.changes.length, other.key, other.tempo, other.phrases) == ("Waltz No One Knows", (3, 4), 6, None, 150.0, (0,))
    assert [(str(note.onset), note.pitch) for note in other.notes] == [("0", 64), ("2", 67), ("3", 60)] and other.reading["chords"]["how"] == "none"


def test_a_folder_that_cannot_be_written_is_enough_and_stays_as_it_is(database):
    database.parent.chmod(0o555)
    try:
        assert len(list(read(database))) == 2 and [path.name for path in database.parent.iterdir()] == ["wjazzd.db"]
    finally:
        database.parent.chmod(0o755)


def test_changes_that_are_not_in_the_file_yet_are_not_passed_over(database):
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("UPDATE solo_info SET title = 'New'")
        writer.commit()
        with pytest.raises(CorpusError, match="wjazzd.db: expected a database that no program is writing, found changes beside it in .*wjazzd.db-wal; open and close it once"):
            wjazzd.parts(database)
    assert {solo.tune for solo in wjazzd.read(database, GRID)} == {"New"}
