"""What is told of the place where a symbol stands, and which symbols can stand there: by hand, and on real solos."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from stages.corpora import CorpusWarning, read
from stages.grammar import woodshed
from stages.grammar.contexts import COLUMNS
from stages.grammar.vocabulary import Vocabulary
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.harmony.scales import FAMILIES
from stages.melody.quantize import Grid
from stages.melody.solo import Note, Solo

SHARED = Path(__file__).parents[3] / "shared/corpora"
CORPORA = [Path("data/woodshed"), SHARED / "wjazzd/wjazzd.db", SHARED / "openewld"]


def pitch_classes(number: int) -> list[int]:
    return [tone for tone in range(12) if number >> tone & 1]


def encoded(solo: Solo) -> tuple[list[str], np.ndarray]:
    tokens = [token for bar in woodshed.measures(solo) for token in bar]
    return tokens, woodshed.contexts(tokens, solo)


@pytest.fixture
def solo() -> Solo:
    """A bar of rest with one note, then a waltz bar: F#4 (an approach tone) on beat 4 over Dm7, G4 on beat 1 and F4 on beat 2 over G7."""
    changes = Changes(((Fraction(0), parse_chord("Dm7")), (Fraction(4), parse_chord("G7"))), Fraction(7), metre_changes=((Fraction(4), (3, 4)),))
    return Solo((Note(Fraction(3), Fraction(1), 66), Note(Fraction(4), Fraction(1), 67), Note(Fraction(5), Fraction(2), 65)), changes, tempo=132.4)


def test_a_context_by_hand(solo):
    tokens, contexts = encoded(solo)
    assert tokens == ["R,3", "A,1,+4", "C,1,+1", "C,2,-2"] and len(contexts) == 8
    rest, approach, g, f = (dict(zip(COLUMNS, row.tolist())) for row in contexts[::2])
    assert rest["pitch_before"] == 62 and rest["place"] == 0 and rest["bar_length"] == 4 * 960 and rest["tempo"] == 132
    assert approach["pitch_before"] == 62 and approach["place"] == 3 * 960 and approach["until_next"] == 960        # from the root of Dm7
    assert approach["root"] == 2 and approach["next_root"] == 7 and pitch_classes(approach["next_tones"]) == [2, 5, 7, 11]
    assert list(FAMILIES)[approach["family"] - 1] == "minor seventh" and list(FAMILIES)[g["family"] - 1] == "dominant"
    assert g["pitch_before"] == 66 and (g["place"], g["bar"], g["bar_length"]) == (0, 1, 3 * 960) and g["next_root"] == -1
    assert f["pitch_before"] == 67 and f["place"] == 960 and f["until_next"] == 2 * 960 and pitch_classes(f["colour"]) == [1, 4, 9]


def test_rhythm_and_pitch_of_a_token_stand_in_one_place(solo):
    _, contexts = encoded(solo)
    assert (contexts[::2] == contexts[1::2]).all()


def test_consistent_symbols_by_hand(solo):
    tokens, contexts = encoded(solo)
    symbols = woodshed.symbols(tokens)
    vocabulary = Vocabulary.of([symbols, ["X+4", "C+4", "L-2", "S-2", "L+1", "C-1", "X+1"]])
    found = woodshed.consistent(vocabulary.encode(symbols), contexts, woodshed.alphabet(vocabulary))
    can_stand = [{symbol for symbol, allowed in zip(vocabulary.symbols, row) if allowed} for row in found]
    assert can_stand[0] == can_stand[2] == {"1", "2", "3"}
    assert can_stand[3] == {"A+4", "X+4", "X+1", "C-2"}             # from D over Dm7: F# and Eb are outside, C is the seventh; no rest goes on from a rest
    assert can_stand[5] == {"C+1", "C-1", "R"}                      # F# must lead to G or F, both tones of G7
    assert can_stand[7] == {"C-2", "C+4", "X+1", "R"}         # from G: F and B are tones of G7, Ab is outside


@pytest.mark.filterwarnings(f"ignore::{CorpusWarning.__module__}.{CorpusWarning.__name__}")
@pytest.mark.parametrize("corpus", CORPORA, ids=lambda path: path.stem)
def test_what_was_played_is_consistent(corpus):
    rows = []
    for solo in read(corpus, grid=Grid(24, Fraction(1, 4))):
        tokens, contexts = encoded(solo)
        rows.append((solo.source, woodshed.symbols(tokens), contexts))
    vocabulary = Vocabulary.of([symbols for _, symbols, _ in rows])
    meanings = woodshed.alphabet(vocabulary)
    for source, symbols, contexts in rows:
        integers = vocabulary.encode(symbols)
        found = woodshed.consistent(integers, contexts, meanings)
        assert found[np.arange(len(integers)), integers].all(), source
        assert found[1::2].sum(axis=1).mean() < 0.6 * woodshed.pitched(meanings).sum()      # the chords tell most categories
