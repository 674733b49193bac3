"""What every check needs to know of the run: the theorem, its signs, the level and the seed."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from random import Random

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs, signs
from proofs.core.claims import Claim
from proofs.core.points import Listing
from proofs.core.scope import Scope
from proofs.core.statement import FROM_ABOVE, Predicate
from proofs.core.theorem import Theorem
from proofs.moments.dependence import names_of, refuse_random_abbreviations, symbols_in
from verify.settings import Level
from verify.sweep.completion import complete
from verify.sweep.instance import SHAPES, Instance, Shape, draw, fits, generator, satisfies

ROUNDS = {"quick": 1, "full": 10}
SAMPLES = {"quick": 20_000, "full": 400_000}


@dataclass(frozen=True)
class Context:
    """The theorem under check. Seeds come from its id and the user's seed."""

    identifier: str
    theorem: Theorem
    level: Level = "quick"
    seed: int = 0

    @cached_property
    def signs(self) -> Signs:
        """What the hypotheses say of signs."""
        return signs(self.theorem.hypotheses)

    @property
    def samples(self) -> int:
        """How many data sets a sampled road draws."""
        return SAMPLES[self.level]

    def symbolic_scope(self, claim: Claim) -> Scope:
        """The symbols of the hypotheses that occur in the claim and that no abbreviation of it fixes."""
        symbolic = self.theorem.symbols & symbols_in(claim) - self.narrowed(claim)
        return Scope(symbolic=symbolic, conditions=self._conditions(symbolic))

    def _conditions(self, symbolic: frozenset[str]) -> frozenset[str]:
        """The upper bounds that the hypotheses set to symbols."""
        bounded = [item for item in self.theorem.hypotheses if item.symbol in symbolic and item.predicate in FROM_ABOVE]
        return frozenset(f"{item.symbol} {FROM_ABOVE[item.predicate]}" for item in bounded)

    def narrowed(self, claim: Claim) -> frozenset[str]:
        """The symbols that an abbreviation defines, or that the claim gives values.

        A condition on a symbol that is defined (t > 0) stays part of the scope.
        """
        conditions = {item.symbol for item in self.theorem.hypotheses if item.predicate is Predicate.POSITIVE}
        given = {name for values in claim.listed for name, _ in values} if isinstance(claim, Listing) else set()
        return frozenset({name for item in claim.abbreviations for name in names_of(item.symbol)} - conditions | given)

    def rng(self, label: str) -> Random:
        """A generator of its own for each use."""
        return generator(f"{self.identifier}/{label}", self.seed)

    def instances(
        self,
        claim: Claim,
        involved: Iterable[TracePolynomial],
        *,
        shapes: Sequence[Shape] = SHAPES,
    ) -> list[Instance]:
        """Instances of the hypotheses with values for every symbol of the involved polynomials.

        Letters of declared operators are computed from X. Instances at which an abbreviation contradicts a hypothesis,
        or stands for 1 / 0, and those at which a singular Gram matrix is inverted, are left out.

        Raises DependenceError for an abbreviation in a letter over which the claim averages.
        """
        refuse_random_abbreviations(claim)
        polynomials = list(involved)
        letters = sorted({letter for item in polynomials for letter in item.letters})
        scalars = sorted({name for item in polynomials for name in item.scalars})
        found = []
        for turn in range(ROUNDS[self.level]):
            for place, shape in enumerate(shapes):
                if not fits(self.theorem.hypotheses, shape):
                    continue
                rng = self.rng(f"{claim.name}/{turn}/{place}")
                drawn = draw(self.theorem.hypotheses, shape, rng, letters)
                with suppress(ZeroDivisionError):
                    whole = complete(drawn, letters, scalars, claim.abbreviations, rng, claim.operators)
                    found += [whole] if satisfies(whole, self.theorem.hypotheses) else []
        return found


def instances_scope(instances: Sequence[Instance]) -> Scope:
    """How many instances, and the ranges of their sizes."""
    n, d = [item.shape.n for item in instances], [item.shape.d for item in instances]
    if not instances:
        return Scope()
    return Scope(ranges=(("d", min(d), max(d)), ("n", min(n), max(n))), instances=len(instances))
