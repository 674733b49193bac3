"""From the arguments of the process to its exit status: every problem is one line on standard error."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

import click

from proofs.core.errors import TheoremFileError
from verify.command.application import COMMANDS, NAME, application
from verify.command.misuse import MisuseError, one_line
from verify.ledger import LedgerError

MISUSE, INTERRUPTED, PIPE_CLOSED = 3, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Exit status 0, 1, 2, 3, 130 as the help says; 141 where the reader of the output has gone."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    called = " ".join([NAME, *given[:1]]) if given and given[0] in COMMANDS else NAME
    _write_what_can_be_written()
    try:
        status = _run(given)
        _flush()
    except click.ClickException as error:
        return _tell(called, f"{error.format_message().rstrip('.')}; see `{called} --help`", MISUSE)
    except MisuseError as error:
        return _tell(called, str(error), MISUSE)
    except (TheoremFileError, LedgerError) as error:
        return _tell(called, str(error), MISUSE)
    except KeyboardInterrupt:
        return _tell(called, "interrupted", INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except OSError as error:
        _drop_output()
        return _tell(called, f"standard output cannot be written: {error}; send it elsewhere", MISUSE)
    return status


def _run(arguments: list[str]) -> int:
    command = application()
    try:
        with command.make_context(NAME, arguments) as context:
            status: int | None = command.invoke(context)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    return status or 0


def _tell(called: str, problem: str, status: int) -> int:
    if sys.stderr is not None:
        print(one_line(f"{called}: {problem}"), file=sys.stderr)
    return status


def _write_what_can_be_written() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _drop_output() -> None:
    """Let nothing be written any more, lest the interpreter complains of it when it ends."""
    with suppress(OSError), Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
