"""The theorem that an argument names, by its id or by the path of its file."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

from proofs.core.catalogue import Entry, entry
from proofs.core.errors import TheoremFileError, UnknownTheoremError
from verify.command.misuse import MisuseError, shown

EXPECTED = "a theorem id or the path of a theorem file"


def resolve(target: str, entries: Mapping[str, Entry]) -> Entry:
    """The theorem file of an id or a path. Raises MisuseError if there is none."""
    try:
        return entry(target, entries)
    except UnknownTheoremError as error:
        advice = _closest(target, entries) or "`icl-proofs list` shows the ids"
        raise MisuseError("ID", EXPECTED, shown(target), advice) from error
    except TheoremFileError as error:
        raise MisuseError("ID", EXPECTED, f"{shown(target)}, which is no file", "check the path") from error


def _closest(target: str, known: Collection[str]) -> str:
    """A hint at the ids that were probably meant, by all of the id or by what follows the subject."""
    if any(identifier.startswith(f"{target}.") for identifier in known):
        return f"{target} is a subject, and `icl-proofs list` shows the ids in it"
    meant: dict[str, list[str]] = {}
    for identifier in known:
        for word in (identifier, identifier.partition(".")[2]):
            meant.setdefault(word, []).append(identifier)
    near = get_close_matches(target, meant, n=1)
    return f"did you mean {' or '.join(meant[near[0]])}?" if near else ""


def unusable(error: TheoremFileError) -> MisuseError:
    """A file outside the package that does not load, as misuse."""
    return MisuseError("ID", "a theorem file that runs", str(error), "mend the file")


def refuse_doubles(wanted: Sequence[Entry], entries: Mapping[str, Entry]) -> None:
    """Raise MisuseError where two files have one name, or a file that of a theorem of the catalogue."""
    paths = {known.id: known.path for known in entries.values()}
    for item in wanted:
        if paths.setdefault(item.id, item.path) != item.path:
            raise MisuseError("ID", "one file for each name", f"{item.path} and {paths[item.id]}", "rename one")
