"""The jazz grammars as improvisers: they play whole charts, and say how likely whole solos are."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from stages.corpora.charts import read_chart
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.improvisers import jazz_grammar
from stages.jazzgrammar import JazzGrammarError
from stages.melody.solo import Note, Solo

OURS = Path("data/grammars/woodshed.grammar")
COMPASS = (56, 80)


def fitted(path: Path) -> jazz_grammar.JazzGrammar:
    model, losses = jazz_grammar.fit(None, jazz_grammar.Params(str(path), False), lambda losses: None)
    assert losses == [{"epoch": 1, "loss": None, "validation_loss": None}]
    return model


def grammar(tmp_path: Path, text: str) -> Path:
    (tmp_path / "toy.grammar").write_text(text)
    return tmp_path / "toy.grammar"


@pytest.mark.parametrize("chart", sorted(Path("data/charts").glob("*.ls")), ids=lambda path: path.stem)
def test_it_fills_our_charts_within_the_compass(chart):
    over = read_chart(chart)
    solo = fitted(OURS).play(over, np.random.default_rng(1), COMPASS)
    assert len(solo.notes) > 2 * over.changes.bars and solo.notes[-1].end <= over.changes.length
    assert all(COMPASS[0] <= note.pitch <= COMPASS[1] for note in solo.notes)


def test_what_it_plays_it_expects_more_than_noise():
    over = read_chart(Path("data/charts/blues.ls"))
    model = fitted(OURS)
    played = model.play(over, np.random.default_rng(1), COMPASS)
    dice = np.random.default_rng(2)
    noise = Solo(tuple(Note(note.onset, note.duration, int(dice.integers(*COMPASS))) for note in played.notes), over.changes)
    assert model.nats(played)[0] < model.nats(noise)[0] and model.nats(played)[1] is None


def test_a_shared_choice_is_judged_as_a_free_one(tmp_path):
    text = "(startsymbol P)\n(rule (P Y) ({} (P (- Y 480))) 1)\n(rule (Bar) (C4 C4 C2) 1)\n(rule (Bar) (C2 C2) 1)\n(parameter (min-pitch 55))\n(parameter (max-pitch 80))\n"
    changes = Changes(((Fraction(0), parse_chord("C7")),), Fraction(8))
    solo = Solo(tuple(Note(Fraction(2 * place), Fraction(2), 60 + 4 * (place % 2)) for place in range(4)), changes)
    shared, free = (fitted(grammar(tmp_path, text.format(item))).nats(solo) for item in ("(share Bar)", "Bar"))
    assert shared == free


def test_a_grammar_whose_likelihood_is_not_known_says_nothing(tmp_path):
    text = "(startsymbol P)\n(rule (P Y) ((fill 4 Bar) (P (- Y 480))) 1)\n(rule (Bar) (C4) 1)\n"
    assert fitted(grammar(tmp_path, text)).nats(Solo((Note(Fraction(0), Fraction(1), 60),), Changes(((Fraction(0), parse_chord("C7")),), Fraction(4)))) is None


def test_a_model_read_back_plays_the_same(tmp_path):
    over, model = read_chart(Path("data/charts/minor.ls")), fitted(OURS)
    model.write(tmp_path)
    assert jazz_grammar.read(tmp_path).play(over, np.random.default_rng(5), COMPASS) == model.play(over, np.random.default_rng(5), COMPASS)


def test_a_file_that_is_no_grammar_is_named(tmp_path):
    with pytest.raises(JazzGrammarError, match="jazz_grammar.woodshed.file: expected a .grammar file, found that nowhere.grammar cannot be read"):
        fitted(Path("nowhere.grammar"))
    with pytest.raises(JazzGrammarError, match="toy.grammar: "):
        fitted(grammar(tmp_path, "(rule (P Y"))
