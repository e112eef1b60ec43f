"""The seed: the token language of deepjazz and of the course notebook "Improvise a Jazz Solo with an LSTM Network", oddities and all.

A token is ``KIND,DURATION`` for the first note of a measure and ``KIND,DURATION,<UP,LOW>`` for the others. KIND is C (a tone of the chord), S (in
a scale that fits the chord), A (a semitone from a tone of the chord) or X; DURATION is in quarter notes, three decimals; UP and LOW are the interval from
the note before plus and minus a minor third, by name. ``C,0.250,<m2,P-4>``: a sixteenth two semitones down, on a chord tone.

What is odd, and kept. Into tokens: measures are 4 quarter notes whatever the metre; rests, gaps and overlaps vanish; a note hears only the chords of its own
measure, one before their first hears that one early; pitches compare by their usual spelling, so that a G# is not in a scale that says A flat. The scale is
not that of the chord's root: among fifteen tonics the one with most of the chord's tones wins, then the highest; it is major where the chord is, else dorian.
Into music: A and X become C; every duration is rounded to a sixteenth below or, as likely, to the one above (multiples, too); a note starts where it
should end, over the chord of that moment; a scale tone without bracket comes from a blues scale in any octave of the chord, with or without its blue note;
octaves are raised after the choice; of the notes taken two by two, and of those on one onset, only the first of equals stays; every chord set is four quarter notes behind the
one before, however long its values are, so that they pile up. The notebook gives all its values to each of the first third of the chord sets; deepjazz, to every chord set values of its own (``seed_measures.py``).

What is not kept: deepjazz leaves a measure's first value A or X if it is one (none is in its corpus); a take that climbs beyond MIDI 127 goes on an octave lower; the program's two sources of chance are one generator here, sets are sorted before it chooses, chord notes ascend. (Changes have one
chord an onset. In measure 4 of the Metheny solo the original also sounds, but never looks at, a second one.)

Sources: deepjazz (Ji-Sung Kim, 2016; preprocess, grammar, qa) and the notebook's data_utils and music_utils, as they run on music21 5.7.2.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Annotated, Literal

import numpy as np
from annotated_types import Ge, Le

from stages.grammar import GrammarError
from stages.grammar.filling import Count
from stages.grammar.seed_chords import MEASURE, chord_sets, scale_of, sounding, tones_of
from stages.grammar.seed_measures import BAR, Measures, barred, measures_of
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import NOTHING, Windows
from stages.harmony.changes import Changes
from stages.harmony.spelling import Spelled, Voicing, best_blues, best_scale, interval, interval_name, is_major, spell, steps_between
from stages.melody.solo import Note, Solo

SIXTEENTH = Fraction(1, 4)
MINOR_THIRD = (2, 3)
TEMPO = 130
PREFIX = "C,0.25"               # that the notebook puts before the values of a take


@dataclass(frozen=True)
class Params:
    """How windows are cut and takes are laid out.

    Args:
        snippets: how many random training windows. window: of how many values.
        program: whose takes, those of the ``notebook`` or of ``deepjazz``. values: how many a take of the notebook has.
    """

    snippets: Annotated[int, Ge(1), Le(1_000_000)]
    window: Annotated[int, Ge(2), Le(100_000)]
    program: Literal["notebook", "deepjazz"]
    values: Annotated[int, Ge(1), Le(100_000)]


# ---- Solo -> tokens -> windows

def abstract(solo: Solo) -> list[list[str]]:
    """The tokens of a solo, measure by measure; a measure without notes is an empty list."""
    chords, tokens = chord_sets(solo.changes), {}
    previous = None
    for note in solo.notes:
        number, beat = divmod(note.onset, MEASURE)
        measure = tokens.setdefault(int(number), [])
        before = chords[min(number, len(chords) - 1)] if number >= 0 else []
        measure.append(_token(note, previous if measure else None, sounding(before, beat)))
        previous = note
    return [tokens.get(number, []) for number in range(min(tokens, default=0), max(tokens, default=-1) + 1)]


measures = abstract             # the name that the stages know it by


def _token(note: Note, previous: Note | None, voicing: Voicing) -> str:
    bare = f"{_kind(note.pitch % 12, voicing)},{float(note.duration):.3f}"
    return bare if previous is None else f"{bare},{_bracket(previous.pitch, note.pitch)}"


@cache
def _bracket(before: int, after: int) -> str:
    steps, semitones = steps_between(spell(before), spell(after)), after - before
    third, three = MINOR_THIRD
    return f"<{interval_name(steps + third, semitones + three)},{interval_name(steps - third, semitones - three)}>"


@cache
def _kind(pitch_class: int, voicing: Voicing) -> str:
    tones = tones_of(voicing)
    if pitch_class in tones:
        return "C"
    if voicing and pitch_class in scale_of(voicing):
        return "S"
    return "A" if (pitch_class + 1) % 12 in tones or (pitch_class - 1) % 12 in tones else "X"


def symbols(tokens: list[str]) -> list[str]:
    """What an improviser learns: the tokens as they are."""
    return list(tokens)


def tokens(symbols: list[str], params: Params) -> list[str]:
    """The inverse of ``symbols``; in takes of deepjazz a bar stands before each measure."""
    return list(symbols) if params.program == "notebook" else barred(symbols)


def windows(sequences: Iterable[np.ndarray], params: Params) -> Iterator[Windows]:
    """Random snippets of the whole corpus, inputs and targets of shape (m, T), all at once.

    The first input is NOTHING, although the snippet goes on from its first value; the last target is NOTHING, too. The last T values start no snippet.
    ``numpy.random.seed(0)`` of the notebook places them: that stream is frozen for good, the others of NumPy are not.

    Raises:
        GrammarError: all sequences together are not longer than one window.
    """
    corpus = np.concatenate([np.zeros(0, np.int32), *sequences])
    if len(corpus) <= params.window:
        raise GrammarError(f"expected more than {params.window} values, one window (grammar.seed.window), found {len(corpus)} in the corpus; add solos or shorten the window")
    dice = np.random.RandomState(0)
    starts = [dice.choice(len(corpus) - params.window) for _ in range(params.snippets)]
    following = corpus[np.array(starts, int)[:, None] + np.arange(1, params.window)]                            # (m, T - 1)
    nothing = np.full((len(starts), 1), NOTHING, np.int32)
    yield Windows(np.hstack((nothing, following)), np.hstack((following, nothing)))


def habits(solos: list[list[str]]) -> list[str]:
    """All values of the corpus in a row: what deepjazz hears before a measure."""
    return [value for solo in solos for value in solo]


def alphabet(vocabulary: Vocabulary) -> np.ndarray:
    """Nothing is told about the V values: int32 (V, 0)."""
    return np.zeros((len(vocabulary), 0), np.int32)


def contexts(tokens: list[str], solo: Solo) -> np.ndarray:
    """Nothing is told about the places of T values: int16 (T, 0)."""
    return np.zeros((len(tokens), 0), np.int16)


def consistent(symbols: np.ndarray, contexts: np.ndarray, meanings: np.ndarray) -> np.ndarray:
    """Any value may stand anywhere: booleans (T, V)."""
    return np.ones((len(symbols), len(meanings)), dtype=bool)


def pitched(meanings: np.ndarray) -> np.ndarray:
    """A value is not divided into rhythm and pitch: booleans (V,), none of them."""
    return np.zeros(len(meanings), dtype=bool)


def constraint(charts: list[Solo], vocabulary: Vocabulary, habits: list[str], compass: tuple[int, int], params: Params, limits: None = None,
               generators: Sequence[np.random.Generator] = ()) -> Count | Measures:
    """So many values or measures a take, whichever: the seed does not look at the changes, and has no notes that could be limited. Raises GrammarError for a corpus too small for deepjazz."""
    if params.program == "notebook":
        return Count(len(charts), params.values, len(vocabulary))
    return Measures([len(chord_sets(chart.changes)) for chart in charts], vocabulary, habits, generators)


# ---- tokens -> Solo

def realize(tokens: list[str], changes: Changes, generator: np.random.Generator) -> Solo:
    """The notebook's ``generate_music``: the same tokens, PREFIX before them, over each of the first chord sets, (measures + 1) // 3 - 1 of them; or deepjazz's ``generate``: the tokens
    behind each BAR over a chord set of their own.

    Args:
        tokens: 50 in the notebook.
        changes: where the chord sets are taken from, 4 quarter notes each; longer than 4 of them for the notebook.

    Raises:
        GrammarError: too few measures, or a measure before the first chord.
    """
    chords = chord_sets(changes)
    written = measures_of(tokens) if BAR in tokens else [[PREFIX, *tokens]] * ((len(chords) + 1) // 3 - 1)
    if not written or not all(chords[:len(written)]):
        raise GrammarError(f"expected chords from the start and, for takes of the notebook (grammar.seed.program), at least 5 measures of 4 quarter notes, found {len(chords)} measures; it leaves out two thirds of them")
    notes = [Note(note.onset + number * MEASURE, note.duration, note.pitch)
             for number, measure in enumerate(written) for note in realize_measure(measure, chords[number], generator)]
    length = len(written) * MEASURE
    beneath = Changes(tuple((onset, chord) for onset, chord in changes.chords if onset < length), length)
    return Solo(tuple(sorted(notes, key=lambda note: note.onset)), beneath, tempo=TEMPO)


def perform(tokens: list[str], changes: Changes, compass: tuple[int, int], generator: np.random.Generator) -> Solo:
    """The name that the stages know ``realize`` by; the seed knows no compass."""
    return realize(tokens, changes, generator)


def realize_measure(tokens: list[str], chords: list[tuple[Fraction, Voicing]], generator: np.random.Generator) -> list[Note]:
    """Notes of one chord set, ascending; onsets in quarter notes from its start, beyond the measure where the tokens are longer.

    Args:
        tokens: the first one without a bracket.
        chords: (onset, pitches), not empty.
    """
    terms = [token.split(",", 2) for token in tokens]
    durations = [(Fraction(term[1]) // SIXTEENTH + int(generator.integers(2))) * SIXTEENTH for term in terms]
    clock, note, placed = Fraction(0), None, []
    for (kind, _, *bracket), duration in zip(terms, durations, strict=True):
        clock += duration
        voicing = sounding(chords, clock)
        note = _inside(kind, bracket[0], note, voicing, generator) if bracket else _anywhere(kind, voicing, generator)
        placed.append((clock, duration, note))
    return [Note(onset, duration or SIXTEENTH, note.midi) for onset, duration, note in _pruned(placed)]


def _anywhere(kind: str, voicing: Voicing, generator: np.random.Generator) -> Spelled:
    """A note for a token without bracket."""
    if kind == "S":
        scale = best_scale("major", tones_of(voicing)) if is_major(voicing) else best_blues(voicing, generator)
        name = _pick(sorted(pitch.name for pitch in scale), generator)
        note = Spelled(name, _pick([spell(pitch).octave for pitch in voicing], generator))
    else:
        note = spell(_pick(voicing, generator))
    return _playable(note, lowest=4)


def _inside(kind: str, bracket: str, previous: Spelled, voicing: Voicing, generator: np.random.Generator) -> Spelled:
    """A note for a token with bracket; where no tone of its kind lies in there, a whole tone from the note before."""
    low, high = sorted(previous.midi + interval(name)[1] for name in bracket.strip("<>").split(","))
    wanted = scale_of(voicing) if kind == "S" else tones_of(voicing)            # A and X are taken for C
    found = [spell(pitch) for pitch in range(low, high + 1) if pitch % 12 in wanted]
    if not found:
        note = spell(previous.midi + _pick((-2, 2), generator))
    else:
        note = found[0] if len(found) == 1 else _pick([other for other in found if other != previous], generator)
    return _playable(note, lowest=3)


def _playable(note: Spelled, lowest: int) -> Spelled:
    """The note in no lower octave than the original allows and, where a take climbs out of MIDI's range, in a lower one."""
    octave = max(note.octave, lowest)
    return Spelled(note.name, octave if Spelled(note.name, octave).midi <= 127 else octave - 1)


def _pruned(placed: list[tuple[Fraction, Fraction, Spelled]]) -> list[tuple[Fraction, Fraction, Spelled]]:
    """Without the second of a pair of equal notes, then without those that start with their neighbour."""
    kept = [entry for place, entry in enumerate(placed) if place % 2 == 0 or entry[2] != placed[place - 1][2]]
    return [entry for place, entry in enumerate(kept) if place == 0 or entry[0] != kept[place - 1][0]]


def _pick(options, generator: np.random.Generator):
    return options[int(generator.integers(len(options)))]
