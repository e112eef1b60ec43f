"""The seed against the original program (tests/golden/seed/SOURCE.md says how its output was made)."""

import json
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from stages.corpora import GRID, midi
from stages.grammar import seed
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import NOTHING
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, parse_chord
from stages.melody.solo import Note, Solo

ROOT = Path(__file__).parents[2]
METHENY = ROOT.parent / "shared/corpora/metheny/original_metheny.mid"
GOLDEN = ROOT / "tests/golden/seed"
REALIZED = [json.loads(line) for line in (GOLDEN / "realized.jsonl").read_text().splitlines()]
PARAMS = seed.Params(snippets=60, window=30, program="notebook", values=50)


class Script:
    """Stands in for a generator: the scripted decisions of SOURCE.md."""

    def __init__(self, start: int):
        self.state, self.draws = start, 0

    def integers(self, options: int) -> int:
        self.state, self.draws = (1103515245 * self.state + 12345) % 2**31, self.draws + 1
        return (self.state >> 16) % options


@pytest.fixture(scope="module")
def solo() -> Solo:
    assert METHENY.is_file(), f"{METHENY} is missing; put the file that `make corpus NAME=metheny` fetches there"
    return next(midi.read(METHENY, GRID, melody_part=5, chord_part=0, span=[476, 548], quantisation="seed"))


@pytest.fixture(scope="module")
def corpus(solo) -> list[str]:
    return [token for measure in seed.abstract(solo) for token in measure]


def voicings(text: str) -> list:
    return [(Fraction(onset), tuple(map(int, pitches.split(".")))) for onset, pitches in (chord.split(":") for chord in text.split())]


def over(symbols: str, *notes: tuple[str, int]) -> Solo:
    """Quarter notes at the given onsets over one chord symbol a bar."""
    chords = [NO_CHORD if symbol == "NC" else parse_chord(symbol) for symbol in symbols.split()]
    changes = Changes(tuple((Fraction(4 * bar), chord) for bar, chord in enumerate(chords)), Fraction(4 * len(chords)))
    return Solo(tuple(Note(Fraction(onset), Fraction(1), pitch) for onset, pitch in notes), changes)


def test_every_token_of_the_original_program_comes_out(solo):
    assert [" ".join(measure) for measure in seed.abstract(solo)] == (GOLDEN / "tokens.txt").read_text().splitlines()


def test_the_numbers_of_the_notebook(solo, corpus):
    assert (len(seed.measures(solo)), len(corpus), len(set(corpus))) == (18, 193, 78)
    assert Counter(token[0] for token in corpus) == {"C": 117, "S": 44, "A": 25, "X": 7}
    assert Counter(token.split(",")[1] for token in corpus) == {"0.250": 153, "0.333": 20, "0.500": 12, "0.667": 5, "0.750": 3}
    assert sum("<" in token for token in corpus) == 175


def test_windows_have_the_shapes_the_shift_and_the_empty_ends_of_the_notebook(corpus):
    encoded = Vocabulary.of([corpus]).encode(corpus)
    (cut,) = seed.windows([encoded], PARAMS)
    x, y = cut.one_hot(78)
    assert (x.shape, y.shape) == ((60, 30, 78), (30, 60, 78))
    assert not x[:, 0].any() and not y[29].any() and (y[:29] == x.swapaxes(0, 1)[1:]).all() and x[:, 1:].sum() == 60 * 29


def test_windows_start_where_the_notebook_starts_them(corpus):
    places = next(seed.windows([np.arange(193)], PARAMS)).inputs
    np.random.seed(0)
    assert [row[1] - 1 for row in places] == [np.random.choice(193 - 30) for _ in range(60)]
    assert (places[:, 0] == NOTHING).all()


def test_a_corpus_of_one_window_is_too_short():
    with pytest.raises(ValueError, match="expected more than 30 values.*found 30"):
        list(seed.windows([np.zeros(30, np.int32)], PARAMS))


def test_a_take_is_as_many_values_as_params_say():
    take = seed.constraint([None], Vocabulary(("a", "b")), [], (0, 127), replace(PARAMS, values=2))
    take.push([0])
    assert not take.full.any() and take.allowed().tolist() == [[True, True]]
    take.push([1])
    assert take.full.all()


@pytest.mark.parametrize("case", REALIZED, ids=lambda case: f"script {case['script']}")
def test_scripted_chance_gives_the_notes_of_the_original_program(case):
    script = Script(case["script"])
    for chords, expected in zip(case["chords"], case["notes"], strict=True):
        notes = seed.realize_measure(case["tokens"].split(), voicings(chords), script)
        assert " ".join(f"{float(note.onset):g}:{float(note.duration):g}:{note.pitch}" for note in notes) == expected
    assert script.draws == case["draws"]


def test_a_solo_has_five_chord_sets_a_measure_apart(solo, corpus):
    take = seed.realize(corpus[:50], solo.changes, np.random.Generator(np.random.PCG64(1)))
    assert (take.tempo, take.changes.length, len(take.changes.chords)) == (130, 20, len([onset for onset, _ in solo.changes.chords if onset < 20]))
    assert min(note.onset for note in take.notes) >= Fraction(1, 4)
    assert list(take.notes) == sorted(take.notes, key=lambda note: note.onset)


def test_the_notebook_s_chord_sets_are_realized_in_a_row(solo):
    case = next(case for case in REALIZED if case["script"] == 1001)
    take = seed.realize(case["tokens"].split()[1:], solo.changes, Script(1001))
    piled = [(Fraction(onset) + 4 * number, Fraction(duration), int(pitch)) for number, measure in enumerate(case["notes"])
             for onset, duration, pitch in (note.split(":") for note in measure.split())]
    assert [(note.onset, note.duration, note.pitch) for note in take.notes] == sorted(piled, key=lambda note: note[0])


def test_the_same_generator_gives_the_same_solo(solo, corpus):
    takes = [seed.perform(corpus[:50], solo.changes, (40, 80), np.random.Generator(np.random.PCG64(7))) for _ in range(2)]
    assert takes[0] == takes[1]


def test_four_measures_are_too_few():
    with pytest.raises(ValueError, match="at least 5 measures.*found 4"):
        seed.realize(["C,0.250"], over("C C C C").changes, np.random.Generator(np.random.PCG64(1)))


def test_symbols_have_chord_tones_and_a_scale():
    assert seed.abstract(over("CM7 G7", (0, 64), (1, 69), (4, 65))) == [["C,1.000", "S,1.000,<m6,M2>"], ["C,1.000"]]


def test_the_scale_of_c_major_seventh_is_g_major_the_higher_of_two():
    assert [token[0] for token in seed.abstract(over("CM7", (0, 66), (1, 65)))[0]] == ["S", "A"]


def test_no_chord_carries_the_last_one_and_before_the_first_everything_is_x():
    assert seed.abstract(over("NC C NC", (0, 60), (4, 60), (8, 60))) == [["X,1.000"], ["C,1.000"], ["C,1.000"]]


def test_a_measure_without_notes_is_empty():
    assert seed.abstract(over("C C C", (0, 60), (8, 60))) == [["C,1.000"], [], ["C,1.000"]]


def test_a_sharp_spelled_note_is_not_in_a_scale_that_says_flat():
    assert seed.abstract(over("Db", (0, 66)))[0][0][0] == "A"       # F#, where D flat major has G flat


def test_a_take_that_climbs_out_of_midi_goes_on_an_octave_lower():
    up = ["C,0.250,<P8,P4>"] * 60                                 # always about an octave up
    played = seed.realize(up, over("CM7 CM7 CM7 CM7 CM7", ("0", 60)).changes, np.random.default_rng(1))
    assert max(note.pitch for note in played.notes) <= 127
