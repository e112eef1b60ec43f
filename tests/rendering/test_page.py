"""The page in a real Chromium, on its own and in a frame as MLflow makes it."""

import json
from dataclasses import replace
from fractions import Fraction as F

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

from stages.melody.solo import Note
from stages.rendering.page import html
from tests.browser import errors, wait

FRAME = """<!DOCTYPE html><title>frame</title><iframe sandbox="allow-scripts" style="width: 1200px; height: 800px; border: 0"></iframe>
<script>document.querySelector("iframe").src = URL.createObjectURL(new Blob([%s], {type: "text/html"}));</script>"""


def state(browser, name: str) -> str:
    return browser.execute_script(f"return document.body.dataset.{name}")


def press_play(browser) -> None:
    browser.find_element(By.ID, "play").click()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a solo's page in the browser."""
    def show(solo) -> None:
        (tmp_path / "take.html").write_text(html(solo, "A take", {"improviser": "trigram"}))
        browser.get(f"file://{tmp_path}/take.html")
    errors(browser)
    return show


def test_the_page_stands_alone(two_bars):
    page = html(two_bars, "A <take>", {"improviser": "trigram"})
    assert "A &lt;take&gt;" in page and "<dt>improviser</dt><dd>trigram</dd>" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "") and "src=" not in page and "@" not in page


def test_play_schedules_every_sound_and_stops_by_itself(browser, opened, two_bars):
    opened(replace(two_bars, tempo=320.0))
    press_play(browser)
    assert state(browser, "state") == "playing"
    wait(browser, lambda browser: state(browser, "state") == "stopped")
    assert state(browser, "scheduled") == str(4 + 2 + 4)          # notes, chords, hi-hat
    assert errors(browser) == []


def test_the_sounding_note_is_marked_and_stop_clears_it(browser, opened, two_bars):
    opened(replace(two_bars, tempo=40.0))
    press_play(browser)
    sounding = wait(browser, lambda browser: browser.find_elements(By.CSS_SELECTOR, ".sounding"))
    assert sounding[0].get_attribute("data-pitch") == "65"
    assert browser.find_elements(By.CSS_SELECTOR, ".playhead")
    press_play(browser)
    assert state(browser, "state") == "stopped"
    assert not browser.find_elements(By.CSS_SELECTOR, ".sounding, .playhead")


def test_a_click_in_the_picture_plays_from_there(browser, opened, two_bars):
    opened(two_bars)
    ActionChains(browser).click(browser.find_element(By.CSS_SELECTOR, '[data-onset="4"]')).perform()
    assert state(browser, "state") == "playing"
    wait(browser, lambda browser: state(browser, "state") == "stopped")
    assert state(browser, "scheduled") == "1"                     # the hi-hat on the last quarter: the click was in the middle of the last note


def test_tempo_and_volume_can_change_while_it_plays(browser, opened, two_bars):
    opened(replace(two_bars, tempo=40.0))
    press_play(browser)
    for name, value in (("tempo", 320), ("solo", 0)):
        browser.execute_script(f"const slider = document.getElementById('{name}'); slider.value = {value}; slider.dispatchEvent(new Event('input'))")
    wait(browser, lambda browser: state(browser, "state") == "stopped")
    assert browser.find_element(By.ID, "shown").text == "320"
    assert errors(browser) == []


def test_a_pickup_and_no_notes_at_all(browser, opened, two_bars):
    for notes in ((Note(F(-1), F(1), 60),), ()):
        opened(replace(two_bars, notes=notes, tempo=320.0))
        press_play(browser)
        wait(browser, lambda browser: state(browser, "state") == "stopped")
        assert state(browser, "scheduled") == str(len(notes) + 2 + 4)
    assert errors(browser) == []


def test_it_plays_in_a_sandboxed_frame(browser, tmp_path, two_bars):
    errors(browser)
    page = json.dumps(html(replace(two_bars, tempo=320.0), "A take", {})).replace("</", "<\\/")
    (tmp_path / "frame.html").write_text(FRAME % page)
    browser.get(f"file://{tmp_path}/frame.html")
    browser.switch_to.frame(browser.find_element(By.TAG_NAME, "iframe"))
    wait(browser, lambda browser: len(browser.find_elements(By.CSS_SELECTOR, "[data-onset]")) == 4)
    press_play(browser)
    wait(browser, lambda browser: state(browser, "state") == "stopped")
    assert state(browser, "scheduled") == "10"
    assert errors(browser) == []
