"""How fast a MIDI file becomes tokens, beside music21.   python -m tests.bench.parse [original_metheny.mid]

Ours: read the file into a Solo and abstract all its seed tokens; the first call of the process, then the median of many, which find the seed's
small tables (intervals, scales, kinds) filled. The seed: music21's own import of the same file, ``forceSource`` so that it keeps no pickle, then the
seed's remaining steps (span, chords of the moment, kind, interval bracket) written anew with music21's streams, chords, scales and intervals. The
installed music21 gathers more notes into chords than the seed's did, so that the peer makes fewer tokens, which is in its favour. Imports are left out.
"""

import resource
import statistics
import sys
import time
from itertools import groupby
from pathlib import Path

from stages.corpora import GRID, catalogue, midi
from stages.experiment.params import section
from stages.grammar import seed

PLACES = (Path("../shared/corpora/metheny/original_metheny.mid"), Path("data/metheny/original_metheny.mid"))
RUNS, PEER_RUNS = 1001, 3


def main(*given: str) -> None:
    """Measure and print the comparison."""
    file = next((path for path in (map(Path, given) if given else PLACES) if path.is_file()), None)
    if file is None:
        sys.exit(f"{' '.join(given) or PLACES[-1]}: expected the MIDI file of the notebook, found none; `make corpus NAME=metheny` fetches it")
    options = catalogue.reader_options("metheny", section("corpora"))["midi"]
    ours, our_tokens = _timed(lambda: tokens(file, options), 1 + RUNS)
    our_memory = _memory()
    import music21  # noqa: F401  not measured

    peer, peer_tokens = _timed(lambda: music21_tokens(file, options), 1 + PEER_RUNS)
    memory = f"{our_memory:7.0f} {_memory():8.0f}"
    print(f"{'seconds':34} {'ours':>9} {'peer':>9} {'ratio':>7} {'runs':>7} {'our MB':>7} {'peer MB':>8}")
    for title, our, other, runs in (("first", ours[0], peer[0], (1, 1)), ("later", *map(statistics.median, (ours[1:], peer[1:])), (RUNS, PEER_RUNS))):
        print(f"{f'file to tokens, {title}: music21':34} {our:9.5f} {other:9.4f} {other / our:6.0f}x {'{}/{}'.format(*runs):>7} {memory}")
    print(f"tokens: ours {our_tokens}, peer {peer_tokens}")


def tokens(file: Path, options: dict) -> list[str]:
    """The seed tokens of the whole file."""
    return [token for solo in midi.read(file, GRID, **options) for measure in seed.abstract(solo) for token in measure]


def music21_tokens(file: Path, options: dict) -> list[str]:
    """The same by music21: import, then the steps of the seed."""
    from music21 import chord, converter, note

    score = converter.parse(file, forceSource=True)
    melody, chords = (list(score.parts[options[part]].flatten().getElementsByOffset(*options["span"], includeEndBoundary=False).getElementsByClass(kind))
                      for part, kind in (("melody_part", note.Note), ("chord_part", chord.Chord)))
    found = []
    for number, measure in groupby(melody, lambda note: note.offset // 4):
        here = [chord for chord in chords if chord.offset // 4 == number] or [chord for chord in chords if chord.offset < 4 * number][-1:]
        previous = None
        for played in measure:
            sounding = ([chord for chord in here if chord.offset <= played.offset] or here)[-1]
            found.append(_music21_token(played, previous, sounding))
            previous = played
    return found


def _music21_token(played, previous, sounding) -> str:
    from music21 import interval

    bare = f"{_music21_kind(played, sounding)},{float(played.quarterLength) or 0.25:.3f}"
    if previous is None:
        return bare
    step = interval.Interval(previous, played)
    up, low = interval.add([step, "m3"]), interval.subtract([step, "m3"])
    return f"{bare},<{up.directedName},{low.directedName}>"


def _music21_kind(played, sounding) -> str:
    from music21 import scale

    if played.name in sounding.pitchNames:
        return "C"
    kind = scale.MajorScale() if sounding.quality == "major" else scale.DorianScale()
    if played.name in {pitch.name for pitch in kind.derive(sounding).getPitches()}:
        return "S"
    near = {pitch.transpose(semitone).name for pitch in sounding.pitches for semitone in (-1, 1)}
    return "A" if played.name in near else "X"


def _timed(work, runs: int) -> tuple[list[float], int]:
    """The seconds of each call, and how many tokens it made."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        made = work()
        seconds.append(time.perf_counter() - start)
    return seconds, len(made)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # MB; kB on Linux


if __name__ == "__main__":
    main(*sys.argv[1:])
