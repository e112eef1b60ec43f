"""MLflow's own pages over a store that ``tracking`` filled, in a real Chromium."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By

from stages.experiment import store, tracking
from stages.experiment.tracking import Subject
from stages.rendering.page import html
from tests.browser import errors, wait

UP = 90                                                 # seconds until a server must answer; 8 on an idle machine
pytestmark = pytest.mark.filterwarnings("ignore")       # those of MLflow and its dependencies about each other


@dataclass(frozen=True)
class Served:
    """A running server: its address, the id of the experiment, the ids of the runs by improviser."""

    url: str
    experiment: str
    runs: dict[str, str]


@pytest.fixture(scope="module")
def served(browser, tmp_path_factory, two_bars):
    """Two runs in a real store, and a real MLflow server on it."""
    root = tmp_path_factory.mktemp("project")
    (root / "take.html").write_text(html(replace(two_bars, tempo=320.0), "A take", {}))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("MLFLOW_TRACKING_URI", "DVC_EXP_NAME"):
            patch.delenv(name, raising=False)
        patch.setenv("DVC_ROOT", str(root))
        runs = {improviser: filled(root, improviser) for improviser in ("trigram", "djmodel")}
        uri, (_, experiment) = store.place()[0], store.connect()
    with serving(uri, root) as url:
        yield Served(url, experiment, runs)


def filled(root: Path, improviser: str) -> str:
    """The id of a new run with a curve, a score and a page."""
    with tracking.run(Subject("tiny", improviser, "woodshed", {"seed": 1}), True) as run:
        run.log_losses([{"epoch": epoch, "loss": 3 / epoch} for epoch in (1, 2, 3)])
        run.log_scores({"nats": 2.5})
        run.log_files([root / "take.html"], "takes")
    client, experiment = store.connect()
    return client.search_runs([experiment], f"tags.improviser = '{improviser}'")[0].info.run_id


@contextlib.contextmanager
def serving(uri: str, root: Path):
    """The address of an MLflow server that runs as long as the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", port, "--workers", "1", "--backend-store-uri", uri]
    with open(root / "server.log", "wb") as log:
        server = subprocess.Popen(command, cwd=root, env=os.environ | store.ENVIRONMENT, stdout=log, stderr=log, start_new_session=True)
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server, root / "server.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGKILL)           # the server and its workers at once; asked politely, it waits ten seconds for the browser
        server.wait(20)


def wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    """Return when the server answers."""
    for _ in range(UP * 5):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(url, timeout=5)
            return
        assert server.poll() is None, log.read_text()
        time.sleep(0.2)
    raise AssertionError(f"no answer in {UP} s: {log.read_text()}")


def test_the_comparison_page_shows_both_improvisers(browser, served):
    browser.get(f"{served.url}/#/experiments/{served.experiment}/runs?workflowType=machine_learning&compareRunsMode=CHART")
    names = ("trigram on tiny", "djmodel on tiny")
    assert wait(browser, lambda browser: all(name in browser.find_element(By.TAG_NAME, "body").text for name in (*names, "loss")))


def test_a_page_draws_and_plays_among_the_artifacts(browser, served):
    errors(browser)
    browser.get(f"{served.url}/#/experiments/{served.experiment}/runs/{served.runs['trigram']}/artifacts/takes/take.html")
    frame = wait(browser, lambda browser: browser.find_elements(By.CSS_SELECTOR, "iframe[sandbox]"))[0]
    assert frame.get_attribute("sandbox") == "allow-scripts"
    browser.switch_to.frame(frame)
    wait(browser, lambda browser: len(browser.find_elements(By.CSS_SELECTOR, "[data-onset]")) == 4)
    browser.find_element(By.ID, "play").click()
    wait(browser, lambda browser: browser.execute_script("return document.body.dataset.state") == "stopped")
    assert browser.execute_script("return document.body.dataset.scheduled") == "10"
    assert errors(browser) == []
