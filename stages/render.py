"""Turn the takes into music: a MIDI file, a picture and a page that plays for each.   python -m stages.render djmodel

From ``artifacts/<improviser>/takes.jsonl`` to ``takes/*.mid``, ``takes/*.svg`` and ``pages/*.html`` beside it, named after chart and take.
"""

from pathlib import Path

from stages import grammar as grammars
from stages.experiment import artifacts
from stages.experiment.params import read_params
from stages.experiment.parse_section import parse_section
from stages.experiment.running import run
from stages.grammar.takes import perform
from stages.rendering import midi, page, pianoroll

ARTIFACTS = Path("artifacts")


def main(name: str) -> None:
    """The stage, for one improviser."""
    params = read_params("render", midi.Params)
    parse = parse_section()
    grammar = grammars.load(parse.grammar)
    takes = artifacts.read_lines(ARTIFACTS / name / "takes.jsonl")
    files: dict[Path, bytes] = {}                # all of them, before the first is written
    for take in takes:
        solo = perform(take, grammar)
        title = f"{solo.tune}, take {take['take']} by {name}"
        facts = {"improviser": name, "corpus": parse.corpus, "grammar": parse.grammar, "tempo": f"{solo.tempo or params.tempo:g}", "notes": len(solo.notes)}
        files[ARTIFACTS / name / "takes" / f"{solo.source}.mid"] = midi.to_bytes(solo, params)
        files[ARTIFACTS / name / "takes" / f"{solo.source}.svg"] = pianoroll.svg(solo).encode()
        files[ARTIFACTS / name / "pages" / f"{solo.source}.html"] = page.html(solo, title, facts).encode()
    for path, content in files.items():
        artifacts.write_bytes(path, content)
    print(f"render {name}: {len(takes)} takes")


if __name__ == "__main__":
    run(main, grammars.GrammarError)
