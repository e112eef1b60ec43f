"""How a stage ends: with its outputs, or with one line that says why not."""

import inspect
import signal
import sys
from collections.abc import Callable

from threadpoolctl import threadpool_limits

from stages.experiment.params import ParamsError


def run(stage: Callable, *expected: type[Exception]) -> None:
    """Call a stage's main function with the arguments of the command line.

    A ParamsError, an OSError (a full disk, a missing file) or one of the ``expected`` errors becomes one line on stderr and exit code 1; anything
    else is a defect of the program and keeps its traceback. SIGTERM ends the stage as Ctrl-C does: what was half done is cleared away.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    name = stage.__module__ if stage.__module__ != "__main__" else sys.argv[0].rsplit("/", 1)[-1].removesuffix(".py")
    # One thread for the products of NumPy: they are small, and with several their last bits depend on how many there are.
    threadpool_limits(1, "blas")
    try:
        wanted = list(inspect.signature(stage).parameters)
        if len(sys.argv) - 1 != len(wanted):
            words = f"{len(wanted)} names: {', '.join(wanted)}" if len(wanted) > 1 else "the name of one " + wanted[0].replace("name", "improviser") if wanted else "no arguments"
            raise ParamsError(f"expected {words}, found {' '.join(sys.argv[1:]) or 'none'}")
        stage(*sys.argv[1:])
    except KeyboardInterrupt:
        print(f"{name}: interrupted; dvc repro goes on behind the last finished stage", file=sys.stderr)
        raise SystemExit(130) from None
    except (ParamsError, OSError, *expected) as error:
        print(f"{name}: {error}", file=sys.stderr)
        raise SystemExit(1) from None
