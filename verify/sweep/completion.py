"""Instances completed: abbreviations and letters of operators computed, everything else drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.evaluation import evaluate, value
from proofs.algebra.letters import UNIT, Letter
from proofs.core.derivation import Abbreviation, Definition, DiagonalPart
from proofs.core.errors import InputError
from proofs.core.statement import Predicate
from proofs.core.task import GramOperator, Operator
from verify.late import function
from verify.sweep import covariance
from verify.sweep.instance import Instance
from verify.sweep.properties import matrix, said_by

DATA = Letter("X", "n", "d")


def complete(
    instance: Instance,
    letters: Iterable[Letter],
    scalars: Iterable[str],
    given: Sequence[Abbreviation],
    rng: Random,
    operators: Sequence[Operator] = (),
) -> Instance:
    """The instance with abbreviations and the letters of operators evaluated, and random values for all others.

    Raises ZeroDivisionError where a reciprocal is that of 0, or a singular Gram matrix is inverted.
    """
    pending = {operator.letter: operator for operator in operators}
    drawn = {name: array for name, array in instance.matrices.items() if name not in pending}
    whole = _Completion(drawn, dict(instance.numbers), rng, pending)
    defined = pending.keys() | {whole.define(item) for item in given}
    whole.fill(letters, scalars)
    kept = {name: array for name, array in instance.roots.items() if name not in defined}
    return replace(instance, matrices=whole.matrices, roots=kept, numbers=whole.numbers)


@dataclass
class _Completion:
    """Values as they are found; `pending` are the operators by letter, computed from X once that is known."""

    matrices: dict[str, fmpq_mat]
    numbers: dict[str, fmpq]
    rng: Random
    pending: dict[str, Operator]

    def define(self, item: Abbreviation) -> str:
        """Evaluate an abbreviation; the name that it defines."""
        symbol = polynomial(item.symbol)
        source = polynomial(item.value if isinstance(item, Definition) else item.of)
        self.fill(source.letters, source.scalars)
        if symbol.is_scalar:
            (name,) = symbol.scalars
            number = value(source, self.matrices, self.numbers)
            self.numbers[name] = number if isinstance(item, Definition) else 1 / number
            return name
        found = evaluate(source, self.matrices, self.numbers)
        diagonal = isinstance(item, DiagonalPart)
        self.matrices[symbol.letter.name] = covariance.diagonal_part(found) if diagonal else found
        return symbol.letter.name

    def fill(self, letters: Iterable[Letter], scalars: Iterable[str]) -> None:
        """Values for letters and scalars that have none."""
        for letter in letters:
            original = letter.inverse_of or letter.name
            if original in self.pending:
                self._compute(self.pending[original], inverted=bool(letter.inverse_of))
            elif original not in self.matrices:
                self.matrices[original] = self._drawn(letter)
        for name in scalars:
            self.numbers.setdefault(name, covariance.rational(self.rng))

    def _drawn(self, letter: Letter) -> fmpq_mat:
        rows, columns = self._size(letter.rows), self._size(letter.columns)
        regular = frozenset({Predicate.INVERTIBLE}) if letter.inverse_of else frozenset()
        found = matrix(said_by(letter) | regular, rows, None, self.rng)
        return covariance.matrix(self.rng, rows, columns) if found is None else found

    def _size(self, name: str) -> int:
        if name != UNIT and name not in self.numbers:
            raise InputError(f"the dimension {name} has no value: add a hypothesis that it is an integer")
        return 1 if name == UNIT else int(self.numbers[name].p)

    def _compute(self, operator: Operator, *, inverted: bool) -> None:
        """The letter of an operator, from X and from what else it is made of."""
        self.fill((DATA,), ())
        known = {"X": self.matrices["X"], **self._parameters(operator)}
        found: dict[str, fmpq_mat] = function("verify.simulate.operators.rational_operator_letters")(operator, known)
        if inverted and f"{operator.letter}^-1" not in found:
            raise ZeroDivisionError(f"{operator.letter} is singular")
        self.matrices |= found

    def _parameters(self, operator: Operator) -> dict[str, fmpq_mat | fmpq]:
        """The prior and the noise of a ridge operator, by name."""
        if isinstance(operator, GramOperator):
            return {}
        prior = operator.prior.removesuffix("^-1")
        for name, known, assumed in (
            (prior, self.matrices, Predicate.POSITIVE_SEMIDEFINITE),
            (operator.noise, self.numbers, Predicate.NONNEGATIVE),
        ):
            if name and name not in known:
                raise InputError(
                    f"the operator {operator.letter} is made of {name}, which has no value: "
                    f"add a hypothesis, e.g. that {name} is {assumed.value}"
                )
        found: dict[str, fmpq_mat | fmpq] = {}
        if operator.noise:
            found[operator.noise] = self.numbers[operator.noise]
        if prior:
            psi = self.matrices[prior]
            found[operator.prior] = psi if prior == operator.prior else psi.inv()
        return found
