"""The command `icl-proofs`, the same as `python -m verify`."""

from verify.command.entrance import main

__all__ = ["main"]
