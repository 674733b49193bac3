"""Modules that need packages of an extra: where one is missing, that is told in one line."""

from importlib import import_module
from types import ModuleType

from verify.command.misuse import MisuseError

OWN = ("notebooks", "proofs", "verify")


def with_extra(extra: str, module: str) -> ModuleType:
    """The module. Raises MisuseError if a package is missing that the named extra brings."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        missing = error.name or module
        if missing.partition(".")[0] in OWN:
            raise
        install = f"install it with pip install '.[{extra}]' in the checkout"
        raise MisuseError("this command", f"the extra {extra!r}", f"no package {missing}", install) from error
