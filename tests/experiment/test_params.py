"""params.yaml is read strictly: each kind of mistake has its line."""

from dataclasses import dataclass
from typing import Annotated, Literal

import pytest
from annotated_types import Ge, Gt, Le

from stages.experiment import params
from stages.experiment.params import ParamsError, fill, read_params


@dataclass(frozen=True)
class Cooking:
    minutes: Annotated[int, Ge(1)]
    salt: Annotated[float, Gt(0), Le(1)]
    style: Literal["fried", "boiled"]
    eggs: list[int]


GOOD = {"minutes": 3, "salt": 1, "style": "fried", "eggs": [1, 2]}


def test_a_good_section_fills_its_dataclass():
    assert fill("cooking", GOOD, Cooking) == Cooking(3, 1.0, "fried", [1, 2])


@pytest.mark.parametrize("change, said", [
    ({"minutes": 0}, "cooking.minutes: expected greater than or equal to 1, found 0"),
    ({"minutes": "3"}, "cooking.minutes: expected a valid integer, found '3'"),
    ({"minutes": True}, "cooking.minutes: expected a valid integer, found True"),
    ({"salt": 2}, "cooking.salt: expected less than or equal to 1, found 2"),
    ({"style": "raw"}, "cooking.style: expected 'fried' or 'boiled', found 'raw'"),
    ({"eggs": [1, "x"]}, "cooking.eggs.1: expected a valid integer, found 'x'"),
    ({"minuts": 3}, "cooking.minuts: unknown key; did you mean 'minutes'?"),
    ({"zzz": 3}, "cooking.zzz: unknown key; expected minutes, salt, style, eggs"),
])
def test_a_bad_key_is_named_with_what_was_expected_and_found(change, said):
    with pytest.raises(ParamsError) as error:
        fill("cooking", GOOD | change, Cooking)
    assert said in str(error.value) and "\n" not in str(error.value)


def test_a_missing_key_is_named():
    with pytest.raises(ParamsError, match="cooking.eggs: missing"):
        fill("cooking", {key: GOOD[key] for key in ("minutes", "salt", "style")}, Cooking)


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    params.load.cache_clear()
    yield tmp_path / "params.yaml"
    params.load.cache_clear()


@pytest.mark.parametrize("text, said", [
    (None, "params.yaml: not found"), ("a: [1", "params.yaml: not YAML"), ("- 1", "expected sections with keys"), ("other: {}", "expected a key 'cooking' at the top, found other"),
    ("cooking: 3", "cooking: expected keys and values, found 3"),
])
def test_a_broken_file_or_section_is_named(file, text, said):
    if text is not None:
        file.write_text(text)
    with pytest.raises(ParamsError, match=said):
        read_params("cooking", Cooking)


def test_numbers_are_read_as_dvc_reads_them(file):
    file.write_text("cooking: {minutes: 3, salt: 1e-3, style: fried, eggs: []}")      # YAML 1.1 would make salt a word
    assert read_params("cooking", Cooking).salt == 0.001
