"""TensorFlow, set up to be repeatable: import ``tf`` from here where training starts and nowhere else.   from stages.improvisers.repeatable import tf"""

import os

# Read when TensorFlow loads: oneDNN picks its kernels by CPU. They are for float32 only, and who trains in that may have turned them on.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")     # errors come as exceptions

import tensorflow as tf  # noqa: E402


def be_repeatable(threads: int = 1) -> str:
    """Ask TensorFlow for the same bits in every run, and return the device it computes on ("GPU:0" or "CPU").

    Args:
        threads: that it computes with, 0 for one a core. With more than one, sums are formed in an order that depends on their number.

    Once TensorFlow has computed something its number of threads is fixed, and the weights then differ by some 1e-13, which their
    rounding removes for all but a few in a million; a stage computes nothing before.
    """
    tf.config.experimental.enable_op_determinism()
    try:
        tf.config.threading.set_intra_op_parallelism_threads(threads)
        tf.config.threading.set_inter_op_parallelism_threads(threads)
    except RuntimeError:
        pass
    return "GPU:0" if tf.config.list_physical_devices("GPU") else "CPU"
