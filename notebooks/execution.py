"""Runs notebooks, each in a kernel of its own: the Python that runs this, without the reader's settings."""

import asyncio
import os
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import Future, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from notebooks.book import Book

SECONDS = 300
"""The most that one cell may take."""


@dataclass(frozen=True)
class Executed:
    """A notebook with outputs, or what went wrong in one line."""

    book: Book
    node: nbformat.NotebookNode
    problem: str = ""


def executed(books: Sequence[Book], workers: int) -> Iterator[Executed]:
    """The notebooks with the outputs of their cells, as they are finished; so many kernels run at a time.

    Where the iteration ends early, by an exception or an interrupt too, all kernels are shut down first. The kernels
    are served by a thread, since in the main thread nbclient would take signals for itself.
    """
    with _loop() as loop, TemporaryDirectory(prefix="icl-proofs-") as folder:
        gate = asyncio.Semaphore(workers)
        futures = [
            asyncio.run_coroutine_threadsafe(_run(book, gate, Path(folder, str(place))), loop)
            for place, book in enumerate(books)
        ]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            _stopped(futures, loop)


async def _run(book: Book, gate: asyncio.Semaphore, files: Path) -> Executed:
    node = book.node()
    metadata = dict(node.metadata)
    client = NotebookClient(node, km=_kernel(files), timeout=SECONDS, record_timing=False)
    async with gate:
        try:
            await client.async_execute(cleanup_kc=True, env={**os.environ, "IPYTHONDIR": f"{files}-ipython"})
        except (CellExecutionError, DeadKernelError, TimeoutError) as error:
            return Executed(book, node, _problem(error, client.code_cells_executed))
    node.metadata = nbformat.from_dict(metadata)
    return Executed(book, node)


def _kernel(files: Path) -> AsyncKernelManager:
    """A kernel of this Python, whatever kernels are installed, that is spoken to through files of that name."""
    own = KernelSpecManager(kernel_dirs=[])
    return AsyncKernelManager(kernel_spec_manager=own, transport="ipc", connection_file=f"{files}.json")


def _problem(error: Exception, ran: int) -> str:
    """What went wrong, in one line."""
    if isinstance(error, CellExecutionError):
        return f"code cell {ran + 1}: {error.ename}: {error.evalue}"
    return f"code cell {ran + 1}: {error or type(error).__name__}"


@contextmanager
def _loop() -> Iterator[asyncio.AbstractEventLoop]:
    """An event loop that runs in a thread until the block is left."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _stopped(futures: Sequence[Future[Executed]], loop: asyncio.AbstractEventLoop) -> None:
    """Cancel what still runs and wait until its kernels are gone."""
    for future in futures:
        future.cancel()
    asyncio.run_coroutine_threadsafe(_rest(), loop).result()


async def _rest() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)
