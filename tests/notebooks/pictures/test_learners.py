"""Networks among learners: nearest to ridge regression, the nearer the deeper."""

from notebooks.pictures.learners import COLOURS, CONTEXTS, NOISES, distances, learners


def test_the_network_stands_nearest_to_ridge_regression() -> None:
    found = distances((14, 0.5, 3), 1000)
    assert found.keys() == COLOURS.keys()
    assert found["ridge regression"][0] < found["least squares"][0] < found["one step"][0]
    assert found["ridge regression"][0] > distances((14, 0.5, 4), 1000)["ridge regression"][0]


def test_one_layer_is_one_step() -> None:
    assert distances((14, 0.5, 1), 100)["one step"] == (0.0, 0.0)


def test_what_is_drawn() -> None:
    left, middle, right = learners(50).axes
    assert len(left.containers) == len(middle.containers) == len(right.containers) == 3
    assert list(left.containers[0].lines[0].get_xdata()) == list(CONTEXTS)
    assert list(middle.containers[0].lines[0].get_xdata()) == list(NOISES)
