"""Code in processes of its own: what TensorFlow's settings or imports must not be shared with."""

import os
import subprocess
import sys


def python(code: str, **environment: str) -> subprocess.Popen:
    """Start some code."""
    return subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, env={**os.environ, **environment})


def succeed(*processes: subprocess.Popen) -> None:
    """Wait for all, and fail with what one of them complained of."""
    for process in processes:
        errors = process.communicate()[1]
        assert process.returncode == 0, errors
