"""Turn the takes into music: a MIDI file, a picture and a page that plays for each.   python -m stages.render djmodel

From ``artifacts/<improviser>/takes.jsonl`` to ``takes/*.mid``, ``takes/*.svg`` and ``pages/*.html`` beside it, named after chart and take.
"""

from pathlib import Path

from stages import grammar as grammars
from stages.experiment import artifacts
from stages.experiment.params import read_params, section
from stages.experiment.running import run
from stages.grammar.takes import compass, perform
from stages.melody.solo import Solo
from stages.rendering import midi, page, pianoroll

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")


def main(name: str) -> None:
    """The stage, for one improviser."""
    params = read_params("render", midi.Params)
    parse = section("parse")
    grammar = grammars.load(parse["grammar"])
    reach = compass([Solo.from_json(record) for record in artifacts.read_lines(CORPUS / "solos.jsonl")])
    takes = artifacts.read_lines(ARTIFACTS / name / "takes.jsonl")
    for take in takes:
        solo = perform(take, grammar, reach)
        title = f"{solo.tune}, take {take['take']} by {name}"
        facts = {"improviser": name, "corpus": parse["corpus"], "grammar": parse["grammar"], "tempo": solo.tempo or params.tempo, "notes": len(solo.notes)}
        artifacts.write_bytes(ARTIFACTS / name / "takes" / f"{solo.source}.mid", midi.to_bytes(solo, params))
        artifacts.write_text(ARTIFACTS / name / "takes" / f"{solo.source}.svg", pianoroll.svg(solo))
        artifacts.write_text(ARTIFACTS / name / "pages" / f"{solo.source}.html", page.html(solo, title, facts))
    print(f"render {name}: {len(takes)} takes")


if __name__ == "__main__":
    run(main, grammars.GrammarError)
