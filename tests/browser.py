"""A real Chromium for tests, driven by selenium.

selenium because it drives the Chromium and the chromedriver that the system has (Debian: ``apt-get install chromium chromium-driver``) and
downloads nothing; it can step into sandboxed frames, and through WebDriver BiDi it hears their errors too, which Chromium's own log leaves out.
"""

import os
import shutil
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--window-size=1280,900")
LAST = "end of the log"
PATIENCE = 30                                   # seconds


def chromium(profile: Path) -> webdriver.Chrome:
    """A browser with a fresh profile. The test fails where Chromium or its driver is missing."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if not program or not driver:
        pytest.fail("expected chromium and chromedriver on this machine, found neither or one; install them (Debian: apt-get install chromium chromium-driver)")
    os.environ.setdefault("SE_AVOID_STATS", "true")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.enable_bidi = True
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(driver))
    browser.heard = []
    browser.script.add_javascript_error_handler(lambda entry: browser.heard.append(entry.text))
    browser.script.add_console_message_handler(lambda entry: browser.heard.append(entry.text) if entry.level == "error" else None)
    return browser


def wait(browser: webdriver.Chrome, condition):
    """The first true value of ``condition(browser)``; fails after PATIENCE seconds."""
    return WebDriverWait(browser, PATIENCE, poll_frequency=0.1).until(condition)


def errors(browser: webdriver.Chrome) -> list[str]:
    """The errors since the last call, of the page and all its frames: uncaught exceptions, console.error, and what did not load."""
    browser.execute_script(f"console.error('{LAST}')")        # the log arrives by itself: this is how to know that all of it is here
    wait(browser, lambda browser: LAST in browser.heard)
    heard, browser.heard[:] = browser.heard[:], []
    failed = [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE" and entry["source"] == "network"]
    return [message for message in heard if message != LAST] + failed
