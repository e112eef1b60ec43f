"""The MusicXML reader on small scores written here, with note names."""

from fractions import Fraction
from pathlib import Path

import pytest

from stages.corpora import leadsheet, musicxml
from stages.corpora.errors import CorpusError
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

GRID = Grid(24, Fraction(1, 8))
TINY = Path(__file__).parents[1] / "tiny"
VALUES = {"w": ("whole", 48), "h": ("half", 24), "q": ("quarter", 12), "e": ("eighth", 6), "s": ("16th", 3), "t": ("eighth", 4), "H": ("half", 36), "Q": ("quarter", 18)}
TRIPLET = "<time-modification><actual-notes>3</actual-notes><normal-notes>2</normal-notes></time-modification>"
ALTERS = {"b": -1, "#": 1, "": 0}


def tones(text: str) -> str:
    """"C4q Eb4e r.h C4h~ ~C4w" as note elements, 12 divisions a quarter; ``~`` are ties, t is a triplet eighth, H and Q have a dot, +E4q sounds with the note before."""
    return "".join(map(tone, text.split()))


def tone(word: str) -> str:
    bare = word.strip("~+")
    kind, duration = VALUES[bare[-1]]
    what = "<rest/>" if bare[0] == "r" else f"<pitch><step>{bare[0]}</step><alter>{ALTERS[bare[1:-2]]}</alter><octave>{bare[-2]}</octave></pitch>"
    ties = "<tie type='stop'/>" * word.startswith("~") + "<tie type='start'/>" * word.endswith("~")
    return f"<note>{'<chord/>' * word.startswith('+')}{what}<duration>{duration}</duration>{ties}<voice>1</voice><type>{kind}</type>{TRIPLET * (bare[-1] == 't')}</note>"


def harmony(root: str, kind: str, text: str = "", rest: str = "") -> str:
    return f"<harmony><root><root-step>{root[0]}</root-step><root-alter>{ALTERS[root[1:]]}</root-alter></root><kind text='{text}'>{kind}</kind>{rest}</harmony>"


def offset(divisions: int) -> str:
    return f"<offset>{divisions}</offset>"


def words(text: str) -> str:
    return f"<direction><direction-type><words>{text}</words></direction-type></direction>"


def attributes(metre: str = "4/4", more: str = "") -> str:
    beats, unit = metre.split("/")
    return f"<attributes><divisions>12</divisions>{more}<time><beats>{beats}</beats><beat-type>{unit}</beat-type></time></attributes>"


def credit(size: int, justify: str, valign: str, text: str) -> str:
    return f"<credit page='1'><credit-words font-size='{size}' justify='{justify}' valign='{valign}'>{text}</credit-words></credit>"


def barline(content: str) -> str:
    return f"<barline>{content}</barline>"


BACK = barline("<repeat direction='backward'/>")
FORWARD = barline("<repeat direction='forward'/>")


def part(*measures: str, name: str = "P1", first: str = attributes()) -> str:
    return f"<part id='{name}'>" + "".join(f"<measure number='{number}'>{first * (number == 1)}{measure}</measure>" for number, measure in enumerate(measures, 1)) + "</part>"


def file(folder: Path, *parts: str, head: str = "") -> Path:
    path = folder / "my_tune.musicxml"
    path.write_text(f"<?xml version='1.0' encoding='UTF-8'?><score-partwise>{head}{''.join(parts)}</score-partwise>", encoding="utf-8")
    return path


def solo(folder: Path, *measures: str, first: str = attributes(), head: str = "", asked=None) -> Solo:
    return next(musicxml.read(file(folder, part(*measures, first=first), head=head), GRID, asked))


def notes(found: Solo) -> list[tuple[float, float, int]]:
    return [(float(note.onset), float(note.duration), note.pitch) for note in found.notes]


def chords(found) -> list[tuple[float, str]]:
    return [(float(onset), chord.symbol) for onset, chord in getattr(found, "changes", found).chords]


@pytest.mark.parametrize("name", ["tiny.musicxml", "tiny.mxl", "tiny_tenor.musicxml"])
def test_the_tiny_tune(name):
    found = next(musicxml.read(TINY / name, GRID))
    assert found == next(leadsheet.read(TINY / "tiny.ls", GRID))
    assert (found.tune, found.performer, found.tempo, found.key, found.source) == ("Tiny Two Five", "Woodshed", 120.0, 0, name)
    assert found.reading["melody"]["how"] == "only" and found.reading["chords"] == {"how": "written", "sure": 1}
    assert musicxml.changes_of(TINY / name) == found.changes


@pytest.mark.parametrize("encoding, mark", [("UTF-16", b""), ("ISO-8859-1", b""), ("UTF-8", b"\xef\xbb\xbf"), ("windows-1252", b"")])
def test_encodings(encoding, mark, tmp_path):
    text = (TINY / "tiny.musicxml").read_text(encoding="utf-8").replace("UTF-8", encoding).replace("Tiny Two Five", "Café")
    (tmp_path / "a.xml").write_bytes(mark + text.encode(encoding))
    assert next(musicxml.read(tmp_path / "a.xml", GRID)).tune == "Café"


def test_notes_rests_and_triplets(tmp_path):
    assert notes(solo(tmp_path, tones("C4q r.e Eb4e F4t G4t A4t Bb4q"))) == [(0, 1, 60), (1.5, .5, 63), (2, pytest.approx(1 / 3), 65), (pytest.approx(7 / 3), pytest.approx(1 / 3), 67),
                                                                         (pytest.approx(8 / 3), pytest.approx(1 / 3), 69), (3, 1, 70)]


def test_ties_over_a_bar_line_with_and_without_their_stop(tmp_path):
    assert notes(solo(tmp_path, tones("C4h D4h~"), tones("~D4h~ ~D4q E4q~"), tones("E4w"))) == [(0, 2, 60), (2, 5, 62), (7, 5, 64)]
    assert notes(solo(tmp_path, tones("C4h D4h~"), tones("C4w"))) == [(0, 2, 60), (2, 2, 62), (4, 4, 60)]


def test_ties_that_are_drawn_but_do_not_sound_as_ties_count(tmp_path):
    drawn = [f"{start}<notations><tied type='{kind}'/></notations></note>" for start, kind in ((tones("C4w")[:-7], "start"), (tones("C4w")[:-7], "stop"))]
    assert notes(solo(tmp_path, *drawn)) == [(0, 8, 60)]


def test_a_tie_into_both_endings(tmp_path):
    found = solo(tmp_path, tones("C4h D4h~"), barline("<ending number='1' type='start'/>") + tones("~D4w") + BACK, barline("<ending number='2' type='start'/><ending type='stop'/>") + tones("~D4h E4h"))
    assert notes(found) == [(0, 2, 60), (2, 6, 62), (8, 2, 60), (10, 4, 62), (14, 2, 64)]


def test_tuplets_that_the_divisions_cannot_express(tmp_path):
    triplet = "".join(tone("C4t").replace("<duration>4", f"<duration>{length}") for length in (5, 5, 6))
    found = solo(tmp_path, triplet + tone("D4q").replace(">12<", ">16<") + tone("E4h").replace(">24<", ">32<"), first=attributes().replace(">12<", ">16<"))
    assert [note.onset for note in found.notes] == [0, Fraction(1, 3), Fraction(2, 3), 1, 2] and found.reading["grid"]["moved"] == 0


def test_what_is_left_out_is_counted(tmp_path):
    others = [tone("D4q").replace("<note>", "<note><grace/>"), tone("E4q").replace("<note>", "<note><cue/>"), "<note><unpitched/><duration>12</duration></note>", tones("C4q +E4q +G4q F4q")]
    backup = "<backup><duration>12</duration></backup>" + tone("A3q").replace("<voice>1", "<voice>2")
    found = solo(tmp_path, "".join(others) + backup)
    assert notes(found) == [(2, 1, 67), (3, 1, 65)]
    assert found.reading["left out"] == {"cue notes": 1, "grace notes": 1, "notes of other voices": 1, "notes that sound together": 2, "notes without a pitch": 1}


def test_the_voice_that_is_there_where_the_first_one_is_not(tmp_path):
    assert notes(solo(tmp_path, tones("C4w"), tones("D4w").replace("<voice>1", "<voice>3"))) == [(0, 4, 60), (4, 4, 62)]


SLASH = "<attributes><measure-style><slash type='{}' use-stems='yes'>{}</slash></measure-style></attributes>"


def test_slashes_are_a_rhythm_and_no_melody(tmp_path):
    head = tone("B4q").replace("</note>", "<notehead>slash</notehead></note>")
    found = solo(tmp_path, tones("C4h") + head + tones("D4q"), SLASH.format("start", "") + tones("B4q B4Q B4Q"), SLASH.format("stop", "") + tones("E4w"))
    assert notes(found) == [(0, 2, 60), (3, 1, 62), (8, 4, 64)] and found.reading["left out"] == {"notes written as slashes": 4}
    found = solo(tmp_path, SLASH.format("start", "<except-voice>1</except-voice>") + tones("C4w") + "<backup><duration>48</duration></backup>" + tones("B4w").replace("<voice>1", "<voice>2"))
    assert notes(found) == [(0, 4, 60)] and found.reading["left out"] == {"notes written as slashes": 1}


def test_divisions_that_come_too_late_and_durations_that_are_empty(tmp_path):
    late = tones("C4h D4h"), "<attributes><divisions>12</divisions></attributes>" + tones("E4w").replace("<duration>48</duration>", "<duration/>")
    assert notes(solo(tmp_path, *late, first="")) == [(0, 2, 60), (2, 2, 62), (4, 4, 64)]


def test_a_rest_that_nobody_sees_does_not_hide_another_voice(tmp_path):
    other = "<backup><duration>48</duration></backup>" + tones("E4w").replace("<voice>1", "<voice>2")
    hidden = tones("r.w").replace("<note>", "<note print-object='no'>")
    assert notes(solo(tmp_path, tones("C4w"), hidden + other, tones("r.w") + other)) == [(0, 4, 60), (4, 4, 64)]


def test_the_top_staff(tmp_path):
    staff = [tones(text).replace("</voice>", f"</voice><staff>{number}</staff>") for number, text in ((1, "C5w"), (2, "C3w"))]
    assert notes(solo(tmp_path, staff[0] + "<backup><duration>48</duration></backup>" + staff[1])) == [(0, 4, 72)]


def test_a_transposing_part_sounds_with_chords_and_key(tmp_path):
    alto = attributes(more="<key><fifths>3</fifths></key>").replace("</attributes>", "<transpose><diatonic>-5</diatonic><chromatic>-9</chromatic></transpose></attributes>")
    found = solo(tmp_path, harmony("F#", "minor-seventh", "m7") + tones("A4w"), first=alto)
    assert (notes(found), chords(found), found.key) == ([(0, 4, 60)], [(0, "Am7")], 0)


def test_a_chart_without_a_melody(tmp_path):
    path = file(tmp_path, part(harmony("C", "major"), harmony("D", "minor", "m") + harmony("G", "dominant", "7", offset(24)), BACK))
    assert chords(musicxml.changes_of(path)) == [(0, "C"), (4, "Dm"), (6, "G7"), (12, "C"), (16, "Dm"), (18, "G7")]
    with pytest.raises(CorpusError, match="expected a melody, found no note with a pitch"):
        next(musicxml.read(path, GRID))
    with pytest.raises(CorpusError, match="expected chord symbols"):
        musicxml.changes_of(file(tmp_path, part(tones("C4w"))))


def test_after_a_jump_back_the_chord_of_the_paper_goes_on(tmp_path):
    assert chords(solo(tmp_path, harmony("C", "major") + tones("C4w"), FORWARD + tones("C4w"), harmony("G", "major") + tones("C4w") + BACK)) == [(0, "C"), (8, "G"), (12, "C"), (16, "G")]


LIST = "<part-list>" + "".join(f"<score-part id='P{number}'><part-name>{name}</part-name></score-part>" for number, name in enumerate(("Flute", "Piano", "Vocal", "Bass"), 1)) + "</part-list>"


@pytest.mark.parametrize("with_chords, asked, pitch, reading", [
    ("", None, 62, {"part": "Vocal", "how": "found", "sure": 0.8}), ("P2", None, 61, {"part": "Piano", "how": "found", "sure": 0.9}), ("P2", "bass", 63, {"part": "Bass", "how": "named", "sure": 1}),
    ("P3", None, 62, {"part": "Vocal", "how": "found", "sure": 0.95}), ("", 0, 60, {"part": "Flute", "how": "numbered", "sure": 1}),
])
def test_which_part_is_the_melody(with_chords, asked, pitch, reading, tmp_path):
    parts = [part(harmony("C", "major") * (f"P{number}" == with_chords) + tones(note), name=f"P{number}") for number, note in enumerate(("C4w", "C#4w", "D4w", "D#4w"), 1)]
    found = next(musicxml.read(file(tmp_path, *parts, head=LIST), GRID, asked))
    assert found.notes[0].pitch == pitch and found.reading["melody"] == reading and chords(found) == [(0, "C" if with_chords else "NC")]


def test_a_part_that_is_not_there(tmp_path):
    with pytest.raises(CorpusError, match="expected a part 'Oboe', found 0 to 0, named 'P1'"):
        solo(tmp_path, tones("C4w"), asked="Oboe")


def test_labels(tmp_path):
    head = "<work><work-title>Work</work-title></work><identification><creator type='lyricist'>Bob</creator><creator type='composer'>Ann</creator></identification>"
    found = solo(tmp_path, words("Medium Swing") + "<direction><direction-type><metronome><beat-unit>half</beat-unit><per-minute>80</per-minute></metronome></direction-type></direction>" + tones("C4w"), head=head)
    assert (found.tune, found.performer, found.tempo, found.style, found.key) == ("Work", "Ann", 160.0, "swing", None)
    assert solo(tmp_path, tones("C4w")).tune == "my_tune"


@pytest.mark.parametrize("head, tune", [
    ("<credit page='1'><credit-type>title</credit-type><credit-words>Solar</credit-words></credit>", "Solar"),
    (credit(12, "right", "bottom", "Chuck Wayne") + credit(14, "center", "top", "for Tenor") + credit(24, "center", "top", "Solar"), "Solar"),
    ("<work><work-title>Title</work-title></work>" + credit(24, "center", "top", "Solar"), "Solar"),
    ("<work><work-title>Sonny</work-title></work>" + credit(24, "center", "top", "Solar"), "Sonny"),
    ("<work><work-title>Untitled score</work-title></work>" + credit(12, "right", "bottom", "Chuck Wayne"), "my_tune"),
])
def test_the_title_of_the_page_where_the_file_has_none(head, tune, tmp_path):
    assert solo(tmp_path, tones("C4w"), head=head).tune == tune
