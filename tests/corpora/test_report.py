"""What a corpus's reading came to, in numbers and in one line."""

from stages.corpora.report import Report


def report() -> Report:
    found = Report()
    found.add("a.mid", 100, {"melody": {"part": "Sax", "how": "found", "sure": 0.3}, "chords": {"how": "heard", "sure": 0.9}, "left out": {"notes that sound together": 2},
                             "grid": {"divisions": 24, "onsets": 100, "moved": 50, "mean": 0.01, "largest": 0.02}}, 1.6)
    found.add("b.ls", 300, {"chords": {"how": "written", "sure": 1.0}, "respelt": {"Cfoo": ["C", 2]}, "left out": {"notes that sound together": 1},
                            "grid": {"divisions": 24, "onsets": 300, "moved": 0, "mean": 0.0, "largest": 0.0}}, None)
    found.add("c.xml", 8, {"chords": {"how": "none"}, "respelt": {"Cfoo": ["C", 1]}}, None)
    found.skip([{"file": "d.ls", "reason": "data/mine/d.ls: expected notes, found 3 chords; add a melody"}, {"file": "e.ls", "reason": "data/mine/e.ls: expected notes, found 12 chords; add a melody"},
                {"file": "f.mid", "reason": "data/mine/f.mid: expected a whole file, found half of one"}])
    return found


def test_everything_is_added_up():
    told = report().to_json()
    assert (told["solos"], told["notes"], told["skipped"], told["swung"]) == (3, 408, 3, 1)
    assert told["melody"] == {"found": 1} and told["chords"] == {"heard": 1, "written": 1, "none": 1}
    assert told["respelt"] == {"Cfoo": ["C", 3]} and told["left out"] == {"notes that sound together": 3}
    assert told["grid"] == {"onsets": 400, "moved": 50, "mean": 0.0025, "largest": 0.02}


def test_what_is_unsure_is_named_the_least_sure_first():
    assert [(line["solo"], line["what"]) for line in report().to_json()["unsure"]] == [("c.xml", "chords"), ("a.mid", "melody")]


def test_causes_are_counted_whatever_the_file_and_the_numbers():
    assert report().skipped_to_json()["causes"] == {"expected notes, found ... chords": 2, "expected a whole file, found half of one": 1}


def test_causes_are_the_same_however_much_was_found():
    found = Report()
    found.skip([{"file": f"{name}.mid", "reason": f"data/mine/{name}.mid: expected a part 'Sax', found parts {parts}; correct melody in params.yaml"}
                for name, parts in (("a", "0 Bass (64 notes), 1 Drums (12 notes, drums)"), ("b", "3 Piano (7 notes)"))])
    assert found.skipped_to_json()["causes"] == {"expected a part ..., found parts ...": 2}


def test_the_summary_is_one_line():
    assert report().summary() == "3 solos, 408 notes read; 3 skipped (2: expected notes, found ... chords); 1 chord symbol guessed; 2 unsure, see reading.json"
    assert Report().summary() == "0 solos, 0 notes read; 0 skipped"
