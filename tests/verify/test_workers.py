"""Workers are gone when the block is left, however it is left."""

import os
import time

import pytest

from verify.workers import workers


def wait(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def test_the_work_is_done_by_another_process() -> None:
    with workers(1) as pool:
        assert pool.submit(wait, 0).result() != os.getpid()


@pytest.mark.parametrize("left_by", [KeyboardInterrupt, ValueError])
def test_an_interrupt_ends_what_still_runs(left_by: type[BaseException]) -> None:
    processes: list[int] = []

    def left() -> None:
        with workers(1) as pool:
            processes.append(pool.submit(wait, 0).result())
            pool.submit(wait, 3600)
            raise left_by

    with pytest.raises(left_by):
        left()
    assert gone(processes[0])


def gone(process: int) -> bool:
    """Whether the process ends within ten seconds."""
    for _ in range(1000):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False
