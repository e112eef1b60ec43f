"""Code in processes of its own: what TensorFlow's settings or imports must not be shared with."""

import os
import subprocess
import sys


def python(code: str, **environment: str) -> subprocess.Popen:
    """Start some code."""
    return subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, env={**os.environ, **environment})


def complaints(*processes: subprocess.Popen) -> list[str]:
    """Wait for all: what those that failed have printed as errors."""
    return [errors for process, errors in [(process, process.communicate()[1]) for process in processes] if process.returncode]
