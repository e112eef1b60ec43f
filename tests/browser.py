"""A real Chromium for tests, driven by selenium.

selenium because it drives the Chromium and the chromedriver that the system has (Debian: ``apt-get install chromium chromium-driver``) and
downloads nothing; it speaks the W3C WebDriver protocol, and can step into sandboxed frames.
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
PATIENCE = 30                                   # seconds


def chromium(profile: Path) -> webdriver.Chrome:
    """A browser with a fresh profile. Skips the test where Chromium or its driver is missing."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("needs chromium and chromedriver")
    os.environ.setdefault("SE_AVOID_STATS", "true")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Service(driver))


def wait(browser: webdriver.Chrome, condition):
    """The first true value of ``condition(browser)``; fails after PATIENCE seconds."""
    return WebDriverWait(browser, PATIENCE, poll_frequency=0.1).until(condition)


def errors(browser: webdriver.Chrome) -> list[str]:
    """What the console reported as an error since the last call."""
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
