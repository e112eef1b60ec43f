"""What a run is about, in the words of params.yaml, and where it came from."""

import hashlib
from pathlib import Path

from stages.experiment.params import load, section
from stages.experiment.tracking import Subject


def subject(improviser: str, corpus: Path) -> Subject:
    """The subject of a run: everything in params.yaml that made it what it is.

    Args:
        improviser: its name. corpus: the folder that ``parse`` left; its tokens tell one state of a corpus from another.
    """
    parse, everything = section("parse"), load()
    grammar = parse["grammar"]
    settings = {name: everything[name].get(grammar) for name in ("grammar", "sample", improviser)}
    digest = hashlib.sha256((corpus / "tokens.jsonl").read_bytes()).hexdigest()
    return Subject(parse["corpus"], improviser, grammar, {"parse": parse, "render": section("render"), **settings}, digest)
