"""Runs notebooks, each in a kernel of its own: the Python that runs this, without the reader's settings."""

import asyncio
import atexit
import os
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import BinaryIO

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from notebooks.book import Book

SECONDS = 300
"""The most that one cell may take."""


@dataclass(frozen=True)
class Executed:
    """A notebook with outputs, or what went wrong in one line."""

    book: Book
    node: nbformat.NotebookNode
    problem: str = ""


def executed(books: Sequence[Book], workers: int) -> Generator[Executed]:
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
    async with gate:
        node, log = book.node(), files.with_suffix(".log")
        metadata = dict(node.metadata)
        try:
            with log.open("wb") as output:
                await _execute(node, files, output)
        except CellExecutionError as error:
            return Executed(book, node, f"{_failed_cell(node)}: {error.ename}: {error.evalue}")
        except (RuntimeError, TimeoutError) as error:
            return Executed(book, node, f"{error}: {_last_line(log)}")
        node.metadata = nbformat.from_dict(metadata)
        _said_once(node)
        return Executed(book, node)


async def _execute(node: nbformat.NotebookNode, files: Path, output: BinaryIO) -> None:
    """Run the cells in a kernel of their own, which is gone afterwards, even if it was only being started."""
    kernel = _kernel(files)
    client = NotebookClient(node, km=kernel, timeout=SECONDS, record_timing=False)
    settings = {**os.environ, "IPYTHONDIR": f"{files}-ipython"}
    try:
        await client.async_execute(cleanup_kc=True, env=settings, stdout=output, stderr=output)
    finally:
        if kernel.has_kernel:
            await kernel.shutdown_kernel(now=True)
        atexit.unregister(client._cleanup_kernel)  # nbclient leaves it behind where a kernel does not start


def _said_once(node: nbformat.NotebookNode) -> None:
    """Drop the plain text of every output that has a richer form."""
    for cell in node.cells:
        for output in cell.get("outputs", ()):
            if len(output.get("data", ())) > 1:
                output.data.pop("text/plain", None)


def _kernel(files: Path) -> AsyncKernelManager:
    """A kernel of this Python, whatever kernels are installed, that is spoken to through files of that name."""
    own = KernelSpecManager(kernel_dirs=[])
    return AsyncKernelManager(kernel_spec_manager=own, transport="ipc", connection_file=f"{files}.json")


def _failed_cell(node: nbformat.NotebookNode) -> str:
    """The first cell that shows an error, by its id."""
    shows = ((cell.id, output.output_type) for cell in node.cells for output in cell.get("outputs", ()))
    return next((f"cell {name}" for name, kind in shows if kind == "error"), "a cell")


def _last_line(log: Path) -> str:
    """The last thing that a kernel said for itself."""
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "the kernel said nothing")


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
