"""Objects whose attributes are set once."""

import pytest

from proofs.core.frozen import Frozen


class Point(Frozen):
    def __init__(self, x):
        object.__setattr__(self, "x", x)


def test_attributes_are_set_once():
    point = Point(1)
    with pytest.raises(AttributeError, match="Point never changes: cannot set its x; make another one"):
        point.x = 2
    with pytest.raises(AttributeError, match="cannot set its y"):
        point.y = 2
    with pytest.raises(AttributeError, match="cannot delete its x"):
        del point.x
    assert point.x == 1
