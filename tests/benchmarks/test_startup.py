"""Start-up beside `import sympy`: medians in turn, the first turn not counted. Nothing is started here."""

from benchmarks import startup
from benchmarks.startup import COMMANDS, ROUNDS, SYMPY, starts
from benchmarks.table import Start


def test_medians_of_what_is_measured_in_turn(monkeypatch):
    started = []
    monkeypatch.setattr(startup, "_run", started.append)

    def once(run):
        run()
        turn = (len(started) - 1) // (len(COMMANDS) + 1)
        seconds = 2.0 if started[-1] == SYMPY else 3.0
        return 100.0 if turn == 0 else seconds + (50.0 if turn == 1 else 0.0)

    monkeypatch.setattr(startup, "once", once)
    found = starts()
    assert len(started) == (ROUNDS + 1) * (len(COMMANDS) + 1)
    assert found == [Start(" ".join(words), 3.0, 2.0, target) for words, target in COMMANDS]
    assert {words[:2] for words in started} == {SYMPY, ("-m", "verify")}
