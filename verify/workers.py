"""Processes that work for this one and are gone when it is done with them, or is interrupted."""

import signal
from collections.abc import Iterator
from concurrent import futures
from contextlib import contextmanager


@contextmanager
def workers(count: int) -> "Iterator[futures.ProcessPoolExecutor]":
    """So many processes. Where the block is left by an exception or an interrupt, they are ended at once.

    The module of the executor is imported where one is made: a check of one theorem needs none.
    """
    pool = futures.ProcessPoolExecutor(count, initializer=_leave_interrupts_to_parent)
    try:
        yield pool
    except BaseException:
        for process in list((pool._processes or {}).values()):
            process.terminate()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
