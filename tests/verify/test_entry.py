"""Where the process starts: folders that hide a package of ours, an interrupt before anything is imported."""

import subprocess
import sys
from pathlib import Path

import pytest

import verify
from verify import entry

ROOT = Path(verify.__file__).parents[1]
START = f"import sys; sys.path.append({str(ROOT)!r}); from verify.entry import main; sys.exit(main())"


def started(folder: Path) -> subprocess.CompletedProcess[str]:
    """`icl-proofs --version` in a folder that comes first on the path of Python."""
    command = [sys.executable, "-c", START, "--version"]
    return subprocess.run(command, cwd=folder, env={}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", entry.PACKAGES)
def test_a_package_of_the_same_name_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    done = started(tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert f"expected the package {name} of icl-proofs, got {tmp_path / name}, which" in done.stderr


@pytest.mark.parametrize("name", ["proofs", "notebooks", "verify"])
def test_a_folder_of_the_same_name_hides_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine.py").touch()
    done = started(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_interrupt_while_starting(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "import_module", stop)
    assert entry.main() == 130
    assert capsys.readouterr().err == "icl-proofs: interrupted while starting; nothing was done\n"
