"""Objects whose attributes are set once: what a theorem says cannot be changed after it was made."""

from typing import NoReturn


class Frozen:
    """A base class without a way to set or delete an attribute; `__init__` places them with `object.__setattr__`."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} never changes: cannot set its {name}; make another one")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} never changes: cannot delete its {name}; make another one")
