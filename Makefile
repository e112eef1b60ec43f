# Each target sets up what it needs: a .venv with pinned packages, once. Python 3.10-3.13, make and git must be there.
.ONESHELL:
.SHELLFLAGS = -eu -o pipefail -c
SHELL = bash
PYTHON ?= python3
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export DVC_NO_ANALYTICS = 1
export MLFLOW_DISABLE_TELEMETRY = true
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH
PORT ?= 5000
SECONDS ?= 60
BROWSER_PACKAGES = chromium chromium-driver

.PHONY: repro test mlflow bench fuzz corpus corpus-table protocols browser lint clean

repro: .venv/ready                ## run the whole pipeline, as params.yaml says: make repro [FLAGS="--force --no-run-cache", or others of dvc repro]
	@improvisers=$$(python -m data.preflight)
	dvc repro $(FLAGS) measure
	# One DVC runs one stage after another: so there is one for each processor. The last improvisers of the list learn longest, hence first.
	for name in $$improvisers; do longest="$$name $${longest-}"; done
	printf '%s\n' $$longest | xargs -P "$$(getconf _NPROCESSORS_ONLN)" -I{} \
		dvc --wait-for-lock repro $(FLAGS) --single-item train@{} sample@{} render@{} evaluate@{}
	dvc repro $(FLAGS) --single-item compare

test: .venv/ready browser         ## run every test
	python -m pytest

mlflow: .venv/ready               ## open the page that compares the runs
	@python -c 'import socket, sys; sys.exit(socket.socket().connect_ex(("127.0.0.1", $(PORT))) == 0 and "port $(PORT) is taken; try make mlflow PORT=5001")'
	echo "the comparison page, in some seconds: $$(python -m stages.experiment.store http://127.0.0.1:$(PORT))"
	mlflow ui --backend-store-uri sqlite:///$(CURDIR)/mlflow.db --port $(PORT) --workers 1

bench: .venv/bench                ## measure speed as ratios against named peers
	python -m tests.bench

fuzz: .venv/fuzz                  ## fuzz every reader, guided by coverage: make fuzz [SECONDS=60, for each of the formats]
	@python -m tests.fuzz $(SECONDS)

corpus: .venv/ready               ## fetch a corpus with a public address, or link your copy: make corpus NAME=wjazzd [FROM=/where/it/lies]
	@python -m stages.corpora.fetch "$${NAME-}" $${FROM:+"$$FROM"}

corpus-table: .venv/ready         ## write the tables in data/README.md anew
	python -m data.describe

protocols: .venv/ready            ## measure an improviser under other people's protocols: make protocols SOLOS=data/wjazzd/wjazzd.db PROTOCOL=onsets IMPROVISER=transformer
	@python -m data.protocols "$(SOLOS)" "$(PROTOCOL)" "$(IMPROVISER)"

lint: .venv/ready
	python -m pip install -q ruff==0.15.13
	ruff check stages tests data

clean:
	rm -rf .venv

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if (3, 10) <= sys.version_info < (3, 14) else f"expected Python 3.10 to 3.13, found {sys.version.split()[0]}; try make PYTHON=python3.11")'
	base=$$($(PYTHON) -c 'import sys; print(sys._base_executable)')      # $(PYTHON) may be that of the .venv which goes now
	rm -rf .venv
	"$$base" -m venv .venv
	python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	test -d .dvc/cache || dvc version > /dev/null
	touch .venv/ready

.venv/bench: .venv/ready          # torch is a peer in the benchmarks only
	python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	touch .venv/bench

.venv/fuzz: .venv/ready           # Atheris has wheels for Linux on x86-64 only; 2.3.0 is its last for Python 3.10
	@pin="atheris==$$(python -c 'import sys; print("3.0.0" if sys.version_info >= (3, 11) else "2.3.0")')"
	python -m pip install --quiet --disable-pip-version-check --only-binary :all: "$$pin" 2> /dev/null || {
	  echo "make: $$pin has no wheel for this machine and Python, or cannot be fetched; the tests fuzz without it, too (pytest tests/corpora)" >&2; exit 1; }
	touch .venv/fuzz

browser:                          # some tests drive a real Chromium
	@if ! command -v chromium > /dev/null || ! command -v chromedriver > /dev/null; then
	  test "$$(id -u)" = 0 && command -v apt-get > /dev/null || { echo 'make: the tests of the pages need a browser; install the packages $(BROWSER_PACKAGES)' >&2; exit 1; }
	  apt-get update -qq && apt-get install -y -qq $(BROWSER_PACKAGES) > /dev/null
	fi
