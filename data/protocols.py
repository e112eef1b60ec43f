"""How well each improviser expects the solos of a corpus under other people's protocols.   python -m data.protocols data/wjazzd/wjazzd.db onsets transformer [SEED ...]

For each seed the improviser is trained and judged as ``stages/grammar/protocols.py`` says, and a line with its perplexities, and with its nats tune by tune (``data/gaps.py``), goes to
data/protocols/<folder>.jsonl. Names with a colon are variants: ``transformer:no_chords`` hears no chords, ``:no_next`` not the next one,
``:absolute`` is told absolute pitches; ``:leaky`` is judged on a random split, on which tunes stand on both sides.
"""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from stages import improvisers
from stages.corpora import read
from stages.corpora.split import split
from stages.evaluation import expected, likelihood
from stages.experiment import artifacts
from stages.grammar import protocols
from stages.grammar.alphabet import INTERVAL, KIND, PITCHED, RHYTHM
from stages.grammar.contexts import CHORD, NEXT, PITCH, UNTIL_NEXT
from stages.grammar.windows import PARTS, Lessons
from stages.improvisers import plain
from stages.melody.quantize import Grid
from stages.melody.solo import Solo
from stages.melody.tunes import tune_of

FOLDER = Path(__file__).parent / "protocols"
SHARES = (0.15, 0.2)                                # of the tunes, for validation and test
LOWEST = 24                                         # the pitch that absolute ones are counted from
NETWORK = {"learning_rate": 0.002, "weight_decay": 0.1, "dropout": 0.3, "feature_dropout": 0.15, "averaging": 0.998, "patience": 0, "precision": "float32"}
SETTINGS = {                                        # for corpora of the size of the Weimar Jazz Database
    "ngram": {"order": 2, "smoothing": "kneser_ney", "chords": True, "place": True},
    "djmodel": {"units": 64, "epochs": 30, "batch": 32, "learning_rate": 0.005, "decay": 0.0, "dropout": 0.3, "patience": 3},
    "deepjazz": {"units": 128, "epochs": 12, "batch": 128, "learning_rate": 0.002, "dropout": 0.2, "window": 20, "step": 3, "first": 0, "patience": 2},
    "transformer": {"width": 128, "layers": 2, "heads": 4, "context": 128, "epochs": 12, "batch": 6, **NETWORK},
}
SEGMENTS = {"context": 36, "batch": 24}             # of the transformer, for sequences of at most 35 tokens


class Streams:
    """The baseline: a trigram of rhythms and one of pitches, Witten-Bell, neither knowing of the other."""

    def __init__(self, lessons: Lessons):
        self._models = [plain.count(tuple(solo[first::2] for solo in lessons.train), len(lessons.alphabet), 2, "witten_bell") for first in (0, 1)]

    def log_probabilities(self, solos: Sequence[np.ndarray], contexts: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
        """As every improviser's."""
        both = (model.log_probabilities([symbols[first::2] for symbols in solos], contexts) for first, model in enumerate(self._models))
        return (np.stack(rows, axis=1).reshape(2 * len(rows[0]), -1) for rows in zip(*both, strict=True))


def main(corpus: str, protocol: str, name: str, *seeds: str) -> None:
    """Measure one improviser, or one variant of it, on a file or folder of solos."""
    improviser, _, variant = name.partition(":")
    found = told(getattr(protocols, protocol)(parts(Path(corpus), protocol, leaky=variant == "leaky")), variant)
    for seed in map(int, seeds or ("1",)):
        start = time.time()
        model = Streams(found.lessons) if improviser == "streams" else _fitted(improviser, protocol, found.lessons, seed)
        trained = time.time() - start
        line = artifacts.rounded({"protocol": protocol, "improviser": name, "seed": seed, "seconds": round(trained), **judged(model, found)})
        path = FOLDER / f"{Path(corpus).relative_to('data').parts[0]}.jsonl"
        artifacts.write_text(path, "".join(_kept(path, line)))
        print(json.dumps({key: value for key, value in line.items() if key != "by_tune"}))


def judged(model, protocol: protocols.Protocol) -> dict:
    """How well an improviser expects the test part: scores, and under ``by_tune`` {tune: (nats of rhythm, nats of pitch, notes)}."""
    lessons = protocol.lessons
    given = model.log_probabilities(lessons.test, lessons.test_contexts)
    tunes, guessed = expected.judge(zip(protocol.tunes, lessons.test, given, strict=True), lessons.alphabet[:, KIND] == RHYTHM)
    return likelihood.evaluate([*tunes.values()]) | guessed | {"by_tune": tunes}


def _kept(path: Path, line: dict) -> list[str]:
    """The lines of the file with a new one, which replaces an older one of the same measurement."""
    lines = [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    same = ("protocol", "improviser", "seed")
    lines = [other for other in lines if any(other[key] != line[key] for key in same)] + [line]
    return [json.dumps(line) + "\n" for line in sorted(lines, key=lambda line: [str(line[key]) for key in same])]


def _fitted(name: str, protocol: str, lessons: Lessons, seed: int):
    module = improvisers.load(name)
    settings = {**SETTINGS[name], **({} if name == "ngram" else {"seed": seed}), **(SEGMENTS if (name, protocol) == ("transformer", "mingus") else {})}
    model, _ = module.fit(lessons, module.Params(**settings), lambda losses: print(losses, file=sys.stderr, flush=True))
    return model


def parts(corpus: Path, protocol: str, leaky: bool = False) -> dict[str, list[Solo]]:
    """The solos of each part, by tune for ``onsets``, or by file if it is to be leaky; for ``mingus`` by file, in the order of performer and title: that of the names of its files. (Its program takes
    them as the disk lists them, which nobody else can know.)"""
    grid = Grid(12, Fraction(1, 4)) if protocol == "onsets" else Grid(24, Fraction(0))
    solos = sorted(read(corpus, grid=grid), key=lambda solo: solo.source)
    if protocol == "mingus":
        solos = [solo for solo in solos if solo.changes.metre == (4, 4) and not solo.changes.metre_changes]
        solos.sort(key=lambda solo: f"{solo.performer}_{solo.tune}".replace(" ", ""))
        first, second = int(0.7 * len(solos)), int(0.8 * len(solos))
        return {"train": solos[:first], "validation": solos[first:second], "test": solos[second:]}
    keys = [solo.source if leaky else tune_of(solo) for solo in solos]
    found = split(keys, *SHARES, np.random.Generator(np.random.PCG64(1)))
    return {part: [solo for solo, key in zip(solos, keys) if key in set(found[part])] for part in PARTS}


def told(protocol: protocols.Protocol, variant: str) -> protocols.Protocol:
    """The same sequences, told less or otherwise: see above. Raises KeyError for a variant that is none."""
    if variant in ("", "leaky"):
        return protocol
    lessons, changed = protocol.lessons, {}
    for part in PARTS:
        rows = []
        for contexts in getattr(lessons, f"{part}_contexts"):
            contexts = contexts.copy()
            for columns in {"no_chords": (CHORD, NEXT), "no_next": (NEXT,), "absolute": ()}[variant]:
                contexts[:, columns] = [-1, 0, 0, 0, 0]
                contexts[:, UNTIL_NEXT] = np.iinfo(np.int16).max
            rows.append(contexts)
        changed[f"{part}_contexts"] = tuple(rows)
    return replace(protocol, lessons=_absolute(lessons) if variant == "absolute" else replace(lessons, **changed))


def _absolute(lessons: Lessons) -> Lessons:
    """Pitches counted from LOWEST and not from the one before; what the chords are is told from there, too."""
    rows, contexts = {}, {}
    for part in PARTS:
        meanings = [lessons.alphabet[symbols].copy() for symbols in getattr(lessons, part)]
        for meaning, places in zip(meanings, getattr(lessons, f"{part}_contexts")):
            meaning[:, INTERVAL] += np.where(meaning[:, KIND] == PITCHED, places[:, PITCH] - LOWEST, 0)
        rows[part] = meanings
        contexts[f"{part}_contexts"] = tuple(_at(places, LOWEST) for places in getattr(lessons, f"{part}_contexts"))
    everything = [meaning for part in PARTS for meaning in rows[part]]
    alphabet, numbers = np.unique(np.concatenate(everything), axis=0, return_inverse=True)
    numbered = iter(np.split(numbers.ravel().astype(np.int32), np.cumsum([len(meaning) for meaning in everything])[:-1]))
    return replace(lessons, alphabet=alphabet, **{part: tuple(next(numbered) for _ in rows[part]) for part in PARTS}, **contexts)


def _at(contexts: np.ndarray, pitch: int) -> np.ndarray:
    contexts = contexts.copy()
    contexts[:, PITCH] = pitch
    return contexts


if __name__ == "__main__":
    main(*sys.argv[1:])
