"""What a run is about, in the words of params.yaml, and where it came from."""

import hashlib
from dataclasses import asdict
from pathlib import Path

from stages.experiment.params import section
from stages.experiment.parse_section import parse_section
from stages.experiment.tracking import Subject


def subject(improviser: str, corpus: Path) -> Subject:
    """The subject of a run: everything in params.yaml that made it what it is.

    Args:
        improviser: its name. corpus: the folder that ``parse`` left; its tokens tell one state of a corpus from another.
    """
    parse = parse_section()
    settings = {name: section(f"{name}.{parse.grammar}") for name in ("grammar", "sample", improviser)}
    digest = hashlib.sha256((corpus / "tokens.jsonl").read_bytes()).hexdigest()
    decisive = {name: value for name, value in asdict(parse).items() if name != "engine"}        # who read the files shows nowhere
    return Subject(parse.corpus, improviser, parse.grammar, {"parse": decisive, "render": section("render"), **settings}, digest)
