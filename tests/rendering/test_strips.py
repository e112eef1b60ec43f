"""The strip plot: where the signs stand, measured in the picture."""

import math
import re
from xml.etree import ElementTree

from stages.rendering.strips import COLOURS, LIMIT, SHAPES, Strip, svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn(strips):
    """(signs as [(words, shape, x, y)], bands as [(x, right edge)], {tick: x}) of the picture."""
    root = ElementTree.fromstring(svg({"porch": strips}))
    signs = []
    for path in root.iter(f"{SVG}path"):
        if path.find(f"{SVG}title") is not None:
            x, y = map(float, re.findall(r"[\d.]+", path.get("transform")))
            signs.append((path.find(f"{SVG}title").text, path.get("d"), x, y))
    bands = [(float(band.get("x")), float(band.get("x")) + float(band.get("width"))) for band in root.iter(f"{SVG}rect") if band.get("class") == "band"]
    ticks = {int(label.text): float(label.get("x")) for label in root.iter(f"{SVG}text") if label.get("class") == "faint" and re.fullmatch(r"-?\d", label.text)}
    return signs, bands, ticks


def test_signs_and_band_stand_on_the_axis():
    signs, bands, ticks = drawn([Strip("rests", -1, 2, {"one": (2, "high"), "two": (-1, "low")})])
    assert [(words, x) for words, _, x, _ in signs] == [("one, rests: high", ticks[2]), ("two, rests: low", ticks[-1])]
    assert bands == [(ticks[-1], ticks[2])]


def test_what_is_far_off_stands_in_the_margin():
    signs, _, ticks = drawn([Strip("rests", -1, 1, {"left": (-LIMIT - 0.1, ""), "edge": (LIMIT, ""), "right": (math.inf, "")})])
    left, edge, right = (x for _, _, x, _ in signs)
    assert left < ticks[-LIMIT] and edge == ticks[LIMIT] < right


def test_every_improviser_has_a_shape_and_a_lane_of_its_own():
    names = [f"improviser {number}" for number in range(2 * len(SHAPES))]
    signs, _, _ = drawn([Strip("rests", -1, 1, {name: (0, "") for name in names})])
    assert len({y for *_, y in signs}) == len(names) and len(SHAPES) == len(COLOURS)
    picture = svg({"porch": [Strip("rests", -1, 1, {name: (0, "") for name in names})]})
    looks = re.findall(r'<path d="([^"]+)" transform="[^"]+" fill="([^"]+)" stroke="([^"]+)"', picture)
    assert len(set(looks)) == len(names)


def test_one_that_is_missing_in_a_row_keeps_its_shape():
    signs, _, _ = drawn([Strip("rests", -1, 1, {"one": (0, ""), "two": (0, "")}), Strip("leaps", -1, 1, {"two": (0, "")})])
    assert signs[2][0].startswith("two") and signs[2][1] == signs[1][1]


def test_names_are_safe_and_no_rows_are_no_error():
    assert "a &lt;b&gt;" in svg({"a <b>": []}) and ElementTree.fromstring(svg({"a <b>": []}))


def test_each_corpus_has_a_panel_below_the_last_one_and_an_improviser_the_same_shape_in_all():
    """The second panel begins where the first one alone would end, and its legend has only who is there."""
    first, second = [Strip("rests", -1, 1, {"one": (0, "a"), "two": (0, "b")})], [Strip("rests", -1, 1, {"two": (0, "c")})]
    root = ElementTree.fromstring(svg({"porch": first, "attic": second}))
    alone = int(ElementTree.fromstring(svg({"porch": first})).get("height"))
    panels = root.findall(f"{SVG}g")
    assert [panel.get("transform") for panel in panels] == ["translate(0 0)", f"translate(0 {alone})"] and int(root.get("height")) > alone + 100
    shapes = [{path.find(f"{SVG}title").text: path.get("d") for path in panel.iter(f"{SVG}path") if path.find(f"{SVG}title") is not None} for panel in panels]
    assert shapes[1]["two, rests: c"] == shapes[0]["two, rests: b"] != shapes[0]["one, rests: a"]
    assert [[label.text for label in panel.iter(f"{SVG}text") if label.text in ("one", "two")] for panel in panels] == [["one", "two"], ["two"]]
