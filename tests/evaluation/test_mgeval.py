"""The nine features by hand and against MGEval's own program; overlap and divergence against scipy."""

import json
import math
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import trapezoid
from scipy.special import rel_entr
from scipy.stats import gaussian_kde, norm

from stages.evaluation import fit, mgeval, pitch
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo

GOLDEN = json.loads(Path("tests/golden/metrics/expected.json").read_text(encoding="utf-8"))
PROGRAM = {                 # what the program calls each feature, and how exact it is
    "pitch_count": ("total_used_pitch", 0), "note_count": ("total_used_note", 0), "pitch_range": ("pitch_range", 0), "pitch_interval": ("avg_pitch_shift", 1e-9),
    "pitch_class_histogram": ("total_pitch_class_histogram", 4e-3), "pitch_class_transitions": ("pitch_class_transition_matrix", 1e-9),
    "onset_interval": ("avg_IOI", 1e-9), "note_length_histogram": ("note_length_hist", 1e-9), "note_length_transitions": ("note_length_transition_matrix", 1e-9),
}
SAMPLES = st.lists(st.integers(0, 100_000).map(lambda number: number / 1000), min_size=3, max_size=40)


def golden(name, symbol="CM7"):
    """The line of that name, over one chord."""
    notes = tuple(Note(Fraction(onset), Fraction(duration), number) for onset, duration, number in GOLDEN[name]["notes"])
    length = Fraction(math.ceil(notes[-1].end / 4) * 4)
    return Solo(notes, Changes(((Fraction(0), parse_chord(symbol)),), length), tempo=GOLDEN[name]["tempo"])


def points(*rows):
    """One number a solo for every feature."""
    return {name: np.array(rows, float)[:, None] for name in mgeval.FEATURES}


@pytest.mark.parametrize("feature", mgeval.FEATURES)
@pytest.mark.parametrize("name", GOLDEN)
def test_a_feature_is_what_the_program_finds(name, feature):
    theirs, error = PROGRAM[feature]
    if (name, feature) == ("rests", "pitch_class_transitions"):      # the program leaves out pairs with a gap: of seven pairs, G G and C#D and A Bb have none
        theirs = np.zeros((12, 12))
        for before, after in ((7, 7), (7, 7), (7, 1), (1, 2), (2, 9), (9, 9), (9, 10)):
            theirs[before, after] += 1 / 7
    else:
        theirs = GOLDEN[name]["mgeval"][theirs]
    assert mgeval.features([golden(name)])[feature][0] == pytest.approx(np.ravel(theirs), abs=error)


@pytest.mark.parametrize("name", GOLDEN)
def test_pitches_are_counted_as_muspy_does(name):
    solo, theirs = golden(name), GOLDEN[name]["muspy"]
    assert (pitch.pitch_range(solo), pitch.pitches_used(solo), pitch.pitch_classes_used(solo)) == (
        theirs["pitch_range"], theirs["n_pitches_used"], theirs["n_pitch_classes_used"])
    assert pitch.pitch_class_entropy(solo, solo.changes.bars) == pytest.approx(theirs["pitch_class_entropy"])


@pytest.mark.parametrize("key", ["C", "F"])
@pytest.mark.parametrize("name", GOLDEN)
def test_the_scale_of_a_major_chord_is_that_of_muspy(name, key):
    assert fit.scale_tones(golden(name, f"{key}M7")).share == pytest.approx(GOLDEN[name]["muspy"][f"pitch_in_scale_rate_{key}_major"])


def test_features_by_hand(sheet):
    """C E G C+ in a bar of half, quarter and two 8ths: classes C E G, 2 moves up by 4, 3, 5; at 120 a quarter note lasts half a second."""
    found = {name: rows[0] for name, rows in mgeval.features([sheet("C |", "c2 e4 g8 c+8")]).items()}
    assert [found[name].tolist() for name in ("pitch_count", "note_count", "pitch_range", "pitch_interval")] == [[4], [4], [12], [4]]
    assert found["onset_interval"] == pytest.approx([(1 + 0.5 + 0.25) / 3])
    assert found["pitch_class_histogram"].tolist() == [2.5 / 4, 0, 0, 0, 1 / 4, 0, 0, 0.5 / 4, 0, 0, 0, 0]
    assert found["note_length_histogram"].tolist() == [0, 1 / 4, 1 / 4, 2 / 4] + [0] * 8
    assert np.flatnonzero(found["pitch_class_transitions"]).tolist() == [0 * 12 + 4, 4 * 12 + 7, 7 * 12 + 0]
    assert {place: found["note_length_transitions"][place] for place in np.flatnonzero(found["note_length_transitions"])} == {
        1 * 12 + 2: 1 / 3, 2 * 12 + 3: 1 / 3, 3 * 12 + 3: 1 / 3}


def test_length_does_not_tell_transitions_apart(line):
    """A trill of 9 and one of 17 notes, both beginning and ending on C."""
    short, long = (line([60, 62] * turns + [60]) for turns in (4, 8))
    found = mgeval.features([short, long])["pitch_class_transitions"]
    assert found[0].tolist() == found[1].tolist() and found[0].sum() == 1


def test_a_solo_of_one_note_is_refused(line):
    with pytest.raises(ValueError, match="found 1 with fewer, the first of them number 1"):
        mgeval.features([line([60, 62]), line([60])])


def test_all_pairs_within_and_between(monkeypatch):
    """1 2 4 lie 1, 3 and 2 apart; from 0 and 10 they are 1 2 4 and 9 8 6 away."""
    seen = []
    monkeypatch.setattr(mgeval, "distance", lambda intra, inter: seen.append((sorted(intra), sorted(inter))))
    mgeval.compare(points(1, 2, 4), points(0, 10))
    assert seen == [([1, 2, 3], [1, 2, 4, 6, 8, 9])] * 9


def test_distances_between_histograms_are_euclidean(monkeypatch):
    seen = []
    monkeypatch.setattr(mgeval, "distance", lambda intra, inter: seen.append((sorted(intra), inter.tolist())))
    corners = {name: np.array([[0, 0], [3, 4], [0, 4]], float) for name in mgeval.FEATURES}
    mgeval.compare(corners, {name: np.array([[6, 8]], float) for name in mgeval.FEATURES})
    assert seen[0] == ([3, 4, 5], [10, 5, pytest.approx(math.hypot(6, 4))])


def test_small_sets_are_refused():
    with pytest.raises(ValueError, match="at least 3 solos of reference and 1 to hold against them, got 2 and 5"):
        mgeval.compare(points(1, 2), points(1, 2, 3, 4, 5))
    with pytest.raises(ValueError, match="got 3 and 0"):
        mgeval.compare(points(1, 2, 3), {name: np.zeros((0, 1)) for name in mgeval.FEATURES})


@pytest.mark.parametrize("seed", range(5))
def test_overlap_and_divergence_agree_with_scipy(seed):
    generator = np.random.Generator(np.random.PCG64(seed))
    intra, inter = generator.gamma(3, 1, 200), generator.gamma(4, 1.1, 300)
    grid = np.linspace(-5, 30, 3001)
    p, q = gaussian_kde(intra)(grid), gaussian_kde(inter)(grid)
    found = mgeval.distance(intra, inter)
    assert found.overlap == pytest.approx(trapezoid(np.minimum(p, q), grid), abs=1e-4)
    assert found.divergence == pytest.approx(trapezoid(rel_entr(p, q), grid), abs=1e-3)


def test_the_overlap_of_two_bells_is_known():
    """Densities of so many quantiles are normal; one standard deviation apart they overlap by 2 Phi(-1/2) and diverge by 1/2."""
    quantiles = norm.ppf((np.arange(20000) + 0.5) / 20000)
    wide = math.sqrt(1 + 20000 ** -0.4)             # the kernel widens them
    found = mgeval.distance(quantiles, quantiles + wide)
    assert found.overlap == pytest.approx(2 * norm.cdf(-0.5), abs=1e-3)
    assert found.divergence == pytest.approx(0.5, abs=5e-3)


@settings(max_examples=50, deadline=None)
@given(SAMPLES)
def test_equal_samples_overlap_wholly(values):
    assert mgeval.distance(np.array(values), np.array(values)) == pytest.approx((1, 0), abs=1e-9)


@settings(max_examples=50, deadline=None)
@given(SAMPLES, SAMPLES)
def test_overlap_and_divergence_stay_in_their_limits(first, second):
    overlap, divergence = mgeval.distance(np.array(first), np.array(second))
    assert 0 <= overlap <= 1 + 1e-9 and 0 <= divergence < math.log(1e10)
    assert mgeval.distance(np.array(second), np.array(first)).overlap == pytest.approx(overlap, abs=1e-9)


@settings(max_examples=50, deadline=None)
@given(SAMPLES, SAMPLES, st.sampled_from([0.25, 8.0]))
def test_units_do_not_matter(first, second, unit):
    assert mgeval.distance(np.array(first) * unit, np.array(second) * unit) == pytest.approx(mgeval.distance(np.array(first), np.array(second)), abs=1e-6)


def test_samples_of_one_number():
    same, other = np.full(6, 2.0), np.full(9, 5.0)
    assert mgeval.distance(same, np.full(9, 2.0)) == (1.0, 0.0)
    overlap, divergence = mgeval.distance(same, other)
    assert overlap < 1e-5 and 15 < divergence < math.log(1e10)      # 1e-10 in each of some ten thousand cells
    assert mgeval.distance(same, np.full(9, 2.0 + 1e-15)) == (1.0, 0.0)


def test_a_set_of_identical_solos_hardly_overlaps_with_a_varied_one():
    overlap, divergence = mgeval.distance(np.linspace(0, 10, 50), np.full(50, 5.0))
    assert 0 < overlap < 0.05 and math.isfinite(divergence)
