"""What every check needs to know of the run: the theorem, its signs, the level and the seed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Literal

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs, signs
from proofs.core.claims import Claim
from proofs.core.derivation import Abbreviation
from proofs.core.scope import Scope
from proofs.core.theorem import Theorem
from proofs.moments.preconditions import refuse_random_abbreviations
from verify.sweep.instance import SHAPES, Instance, Shape, complete, draw, fits, generator

Level = Literal["quick", "full"]
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
        """All symbols of the hypotheses that no abbreviation of the claim defines."""
        defined = {name for item in claim.abbreviations for name in _names(polynomial(item.symbol))}
        return Scope(symbolic=self.theorem.symbols - defined)

    def rng(self, label: str) -> Random:
        """A generator of its own for each use."""
        return generator(f"{self.identifier}/{label}", self.seed)

    def instances(
        self,
        claim: Claim,
        involved: Iterable[TracePolynomial],
        *,
        shapes: Sequence[Shape] = SHAPES,
        given: Sequence[Abbreviation] | None = None,
    ) -> list[Instance]:
        """Instances of the hypotheses with values for every symbol of the involved polynomials.

        Raises DependenceError for an abbreviation in a letter over which the claim averages.
        """
        refuse_random_abbreviations(claim)
        polynomials = list(involved)
        letters = {letter for item in polynomials for letter in item.letters}
        scalars = {name for item in polynomials for name in item.scalars}
        abbreviations = claim.abbreviations if given is None else given
        found = []
        for turn in range(ROUNDS[self.level]):
            for place, shape in enumerate(shapes):
                if not fits(self.theorem.hypotheses, shape):
                    continue
                rng = self.rng(f"{claim.name}/{turn}/{place}")
                drawn = draw(self.theorem.hypotheses, shape, rng)
                found.append(complete(drawn, sorted(letters), sorted(scalars), abbreviations, rng))
        return found


def instances_scope(instances: Sequence[Instance]) -> Scope:
    """How many instances, and the ranges of their sizes."""
    n, d = [item.shape.n for item in instances], [item.shape.d for item in instances]
    if not instances:
        return Scope()
    return Scope(ranges=(("d", min(d), max(d)), ("n", min(n), max(n))), instances=len(instances))


def _names(symbol: TracePolynomial) -> set[str]:
    return {letter.name for letter in symbol.letters} | set(symbol.scalars)
