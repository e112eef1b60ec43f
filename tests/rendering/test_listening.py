"""The page to listen to, in a real Chromium."""

import json
import re
from dataclasses import replace
from fractions import Fraction as F

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from stages.melody.solo import Note
from stages.rendering.listening import html
from tests.browser import errors, wait

NAMES = ("trigram", "djmodel", "deepjazz")


def takes(solo, tempo=40.0):
    """Three improvisers over two charts; each has one long note of its own pitch, and the second chart is for two of them only."""
    made = {name: [replace(solo, notes=(Note(F(0), F(8), 60 + number),), source="porch-1", tempo=tempo)] for number, name in enumerate(NAMES)}
    for name in NAMES[:2]:
        made[name].append(replace(solo, tune="Attic", source="attic-1", tempo=tempo))
    return made


def state(browser, name):
    return browser.execute_script(f"return document.body.dataset.{name}")


def press(browser, key):
    browser.switch_to.active_element.send_keys(key)


def levels(browser):
    """The volume that each solo is heading for."""
    return browser.execute_script("return Object.fromEntries(order.map((name) => [name, volume(`solo ${name}`)]))")


def shown(browser):
    return browser.find_element(By.TAG_NAME, "body").text


@pytest.fixture
def opened(browser, tmp_path, two_bars):
    def show(tempo=40.0):
        (tmp_path / "listening.html").write_text(html(takes(two_bars, tempo), "the <corpus>"), encoding="utf-8")
        browser.get(f"file://{tmp_path}/listening.html")
        # Watch what the page asks of the sound card, without changing it.
        browser.execute_script("window.played = []; const before = tone; tone = (...given) => { played.push([given[0], Object.keys(sound.levels).find((key) => sound.levels[key] === given[4])]); before(...given); }")
    errors(browser)
    return show


def test_the_page_stands_alone_and_is_the_same_every_time(two_bars):
    page = html(takes(two_bars), "the <corpus>")
    assert page == html(takes(two_bars), "the <corpus>") and "the &lt;corpus&gt;" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "") and "src=" not in page and "@" not in page
    charts = json.loads(re.search(r"const charts = (.*);", page)[1])
    assert [(chart["title"], list(chart["solos"])) for chart in charts] == [("Two & Two (porch-1)", list(NAMES)), ("Attic (attic-1)", list(NAMES[:2]))]
    assert charts[0]["solos"]["djmodel"] == [[0, 8, 61]] and charts[1]["solos"]["djmodel"][2] == [1.3333, 1.6667, 62] and charts[0]["names"] == [[0, "Dm7"], [4, "G7"]]


def test_a_name_cannot_break_out_of_the_script(two_bars):
    assert "</script><b>" not in html({"x": [replace(two_bars, tune="</script><b>", source="a")]}, "c")


def test_all_play_at_once_and_only_one_is_heard(browser, opened):
    opened()
    browser.find_element(By.ID, "play").click()
    assert state(browser, "state") == "playing"
    wait(browser, lambda browser: len(browser.execute_script("return played.filter(([, voice]) => voice.startsWith('solo'))")) == 3)
    assert dict(map(reversed, browser.execute_script("return played.filter(([, voice]) => voice.startsWith('solo'))"))) == {f"solo {name}": 60 + number for number, name in enumerate(NAMES)}
    assert levels(browser) == {"trigram": 0.8, "djmodel": 0, "deepjazz": 0}
    assert errors(browser) == []


def test_a_change_keeps_the_place(browser, opened):
    opened()
    press(browser, " ")
    wait(browser, lambda browser: float(state(browser, "position")) > 0.2)
    before = browser.execute_script("window.context = sound.context; return now()")
    press(browser, "2")
    after, same = browser.execute_script("return [now(), sound.context === context]")
    assert same and before <= after < before + 2 and state(browser, "heard") == "1"
    assert levels(browser) == {"trigram": 0, "djmodel": 0.8, "deepjazz": 0}
    wait(browser, lambda browser: browser.execute_script("return sound.levels['solo djmodel'].gain.value > 0.7 && sound.levels['solo trigram'].gain.value < 0.1"))
    press(browser, "9")
    assert state(browser, "heard") == "1" and errors(browser) == []


def test_it_stops_by_itself(browser, opened):
    opened(tempo=320.0)
    press(browser, " ")
    wait(browser, lambda browser: state(browser, "state") == "stopped")
    assert not browser.find_elements(By.CSS_SELECTOR, ".playhead") and errors(browser) == []


def test_blind_hides_names_and_notes_until_the_vote(browser, opened):
    opened()
    assert all(name in shown(browser) for name in NAMES) and browser.find_elements(By.CSS_SELECTOR, ".note")
    press(browser, "b")
    assert not any(name in shown(browser) for name in NAMES) and "Improviser C" in shown(browser) and not browser.find_elements(By.CSS_SELECTOR, ".note")
    press(browser, "3")
    third = browser.execute_script("return order[2]")
    press(browser, "v")
    assert f"Your vote went to {third}." in shown(browser) and all(name in shown(browser) for name in NAMES) and browser.find_elements(By.CSS_SELECTOR, ".note")
    assert browser.execute_script("return votes") == {third: 1}
    press(browser, "v")
    assert browser.execute_script("return votes") == {third: 1}, "with the names in sight, there is no vote"
    assert errors(browser) == []


def test_blind_shuffles_and_reveal_counts_no_vote(browser, opened):
    opened()
    orders = set()
    for _ in range(30):                                                # 6 orders: all alike once in 6 to the 29th
        browser.execute_script("byId('blind').checked = true; deal()")
        orders.add(tuple(browser.execute_script("return order")))
    assert len(orders) > 1 and {frozenset(order) for order in orders} == {frozenset(NAMES)}
    press(browser, "r")
    assert all(name in shown(browser) for name in NAMES) and browser.execute_script("return votes") == {}


def test_the_next_chart_is_blind_again_and_has_its_own_improvisers(browser, opened):
    opened()
    press(browser, "b")
    press(browser, "v")
    browser.execute_script("byId('chart').selectedIndex = 1; byId('chart').dispatchEvent(new Event('change'))")
    assert "Improviser B" in shown(browser) and "Improviser C" not in shown(browser) and not any(f" {name}" in shown(browser) for name in NAMES)
    press(browser, "r")
    assert {label.text.split()[1] for label in browser.find_elements(By.CSS_SELECTOR, ".player label")} == set(NAMES[:2])


def test_keyboard_alone_reaches_everything(browser, opened):
    opened()
    reached = []
    for _ in range(12):
        press(browser, Keys.TAB)
        reached.append(browser.switch_to.active_element.get_attribute("id") or browser.switch_to.active_element.get_attribute("name"))
    assert {"play", "chart", "tempo", "solo", "band", "swing", "blind", "heard"} <= set(reached)
    while browser.switch_to.active_element.get_attribute("name") != "heard":
        press(browser, Keys.TAB)
    press(browser, Keys.ARROW_DOWN)
    assert state(browser, "heard") == "1"
    press(browser, " ")
    assert state(browser, "state") == "playing"


def test_a_click_in_a_picture_plays_that_one_from_there(browser, opened):
    opened()
    browser.find_elements(By.CSS_SELECTOR, ".player svg")[2].click()        # in its middle
    assert state(browser, "heard") == "2" and state(browser, "state") == "playing"
    wait(browser, lambda browser: float(state(browser, "position")) > 3.5)
    assert browser.execute_script("return sound.position") == pytest.approx(4, abs=0.1)
    assert errors(browser) == []
