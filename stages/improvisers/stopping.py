"""When a network has learnt enough, and which of its epochs is kept."""

from collections.abc import Callable, Iterator

import numpy as np

DECIMALS = 6  # of the weights: far above what differs between machines (1e-13), far below what can be heard


def best_epoch(
    epochs: Iterator[tuple[tuple[np.ndarray, ...], float, float | None]], limit: int, patience: int, report: Callable[[dict], None],
) -> tuple[tuple[np.ndarray, ...], list[dict]]:
    """Train until the validation loss has not been better for a while.

    Args:
        epochs: weights, loss and validation loss after each epoch, without end; the last is None where nothing is kept for validation.
        limit: epochs at most.
        patience: epochs without a better validation loss before training stops with the best weights; 0, or no validation loss: all epochs, and the last weights.
        report: called after each epoch with its losses.

    Returns:
        The weights, rounded to ``DECIMALS``, and for each epoch its number (from 1), "loss" and "validation_loss".
    """
    losses, best, lowest, waited = [], (), np.inf, 0
    for weights, loss, validation_loss in epochs:
        losses.append({"epoch": len(losses) + 1, "loss": loss, "validation_loss": validation_loss})
        report(losses[-1])
        watched = patience > 0 and validation_loss is not None
        waited += 1
        # Rounded, so that the last bits of a loss never decide which epoch is the best.
        if not watched or round(validation_loss, DECIMALS) < lowest:
            best, lowest, waited = weights, round(validation_loss or 0.0, DECIMALS), 0
        if len(losses) == limit or (watched and waited == patience):
            break
    return tuple(np.round(array, DECIMALS) + 0.0 for array in best), losses  # + 0.0: no -0.0
