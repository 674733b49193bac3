"""A theorem is made of the records of the package: subclasses, duck-typed parts and mutable ones are refused."""

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

import pytest
import sympy as sp
from flint import fmpq_mat

from proofs.algebra import matrix, scalar, symmetric
from proofs.algebra.letters import Alphabet, Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.attention.data import data
from proofs.core.claims import Equality, Experiment, Square
from proofs.core.derivation import Definition, Step
from proofs.core.errors import InputError
from proofs.core.names import INTERNAL
from proofs.core.records import check_records, is_own
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import Inequality
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.rules import Calculus

A, S = matrix("A", "d", "d"), symmetric("S", "d")
SAMPLE = data(Task("Sigma"))
t = sp.Symbol("t", nonnegative=True)


class Own(Calculus):
    """A rule that takes everything."""

    def closes(self, left, right, given):
        return True


@dataclass(frozen=True)
class OwnMean(Mean):
    """A mean that knows its value."""


@dataclass(frozen=True, kw_only=True)
class OwnClaim(Equality):
    """A claim with something else to say."""


class OwnTheorem(Theorem):
    """A theorem of another class."""


class OwnPolynomial(TracePolynomial):
    """A polynomial that equals everything."""


class OwnAlphabet(Alphabet):
    """Letters of one's own."""


class OwnLaw(Gaussian):
    """A law of one's own."""


class OwnTask(Task):
    """A task of one's own."""


class OwnModel(LinearAttention):
    """A model of one's own."""


class OwnLetter(Letter):
    """A letter of one's own."""


class OwnText(str):
    __slots__ = ()


class OwnNumber(int):
    pass


class OwnKind(Enum):
    FIRST = 1


class Duck:
    """It has a shape."""

    shape = ("d", "d")


class Disguised(Calculus):
    """It says that it is another class."""


Disguised.__module__, Disguised.__qualname__ = Calculus.__module__, Calculus.__qualname__


def equality(left=A, **others):
    return Equality(name="c", left=left, right=A, **others)


def inequality(larger):
    return Inequality(name="c", smaller=t, larger=larger, variable=t)


FOREIGN = {
    "a rule": (equality(steps=(Step(A, Own()),)), r"claim 'c', steps\[0\]\.by: .* got Own of .*test_records"),
    "a rule in disguise": (equality(steps=(Step(A, Disguised()),)), r"steps\[0\]\.by"),
    "a mean": (equality(OwnMean(A, ())), "left: .* got OwnMean"),
    "a polynomial": (equality(OwnPolynomial(A.alphabet, A.shape, A.terms)), "left: .* got OwnPolynomial"),
    "an alphabet": (
        equality(TracePolynomial(OwnAlphabet(A.letters), A.shape, A.terms)),
        "alphabet: .* got OwnAlphabet",
    ),
    "a letter": (
        equality(TracePolynomial(Alphabet((OwnLetter("A", "d", "d"),)), A.shape, A.terms)),
        r"letters\[0\]: .* got OwnLetter",
    ),
    "a text": (replace(equality(), name=OwnText("c")), "claim 'c', name: .* got OwnText"),
    "a law": (equality(Mean(SAMPLE.S, (OwnLaw(SAMPLE.X),))), r"over\[0\]: .* got OwnLaw"),
    "a model": (equality(experiment=Experiment(OwnModel(), Task(), ())), "experiment.model: .* got OwnModel"),
    "a task": (equality(experiment=Experiment(LinearAttention(), OwnTask(), ())), "experiment.task: .* got OwnTask"),
    "an expression": (equality(Duck()), "left: .* got Duck"),
    "a claim": (OwnClaim(name="c", left=A, right=A), "OwnClaim: .* got OwnClaim"),
    "a kind": (equality(abbreviations=(OwnKind.FIRST,)), "got OwnKind"),
    "a function": (equality(abbreviations=(len,)), "got builtin_function_or_method"),
    "a list": (equality(abbreviations=[Definition(S, A)]), "abbreviations: .* got list of builtins; write a tuple"),
    "a dict": (equality(operators={}), "operators: .* got dict"),
    "a matrix": (equality(operators=(fmpq_mat(1, 1),)), "got fmpq_mat"),
    "a float": (equality(operators=(0.5,)), "got float"),
    "a class": (equality(operators=(Mean,)), "got type"),
    "a number": (equality(operators=(OwnNumber(1),)), "got OwnNumber"),
    "an internal letter": (equality(matrix(INTERNAL, "d", "d")), "left.*: expected a name, got that of a letter which"),
    "an internal scalar": (equality(scalar(INTERNAL) * A), "left.*: expected a name"),
    "a function of sympy": (inequality(1 + sp.Function("f")(t)), r"claim 'c', larger\[\d\]: .* got f"),
}


@pytest.mark.parametrize("label", FOREIGN)
def test_what_is_no_record_of_the_package_is_refused(label):
    claim, message = FOREIGN[label]
    with pytest.raises(InputError, match=message):
        check_records(claim)


def theorem(kind=Theorem, *controls):
    hypotheses = (Hypothesis("d", Predicate.INTEGER, "the size"),)
    return kind(Source("paper"), hypotheses, (equality(),), controls)


def test_a_whole_theorem_is_walked():
    check_records(theorem())
    with pytest.raises(InputError, match="got OwnTheorem"):
        check_records(theorem(OwnTheorem))
    with pytest.raises(InputError, match=r"claim .c., left: .* got Duck"):
        check_records(theorem(Theorem, Control("another side", equality(Duck()))))


@pytest.mark.parametrize(
    "whole",
    [
        equality(Mean(SAMPLE.S, (SAMPLE.law_X,)), steps=(Step(A, Calculus()),)),
        equality(abbreviations=(Definition(S, A + A.T),)),
        inequality(1 + sp.exp(t) / 2 + sp.sqrt(2) * sp.pi),
        (1, True, None, "text", Fraction(1, 2), frozenset({"b"}), Predicate.ANY, Square(A)),
    ],
    ids=["a mean", "a definition", "a formula", "plain values"],
)
def test_records_of_the_package_are_accepted(whole):
    check_records(whole)


def test_nothing_is_put_beside_the_fields_of_a_record():
    rule = Calculus()
    object.__setattr__(rule, "closes", lambda left, right, given: True)
    with pytest.raises(InputError, match=r"steps\[0\]\.by\.closes: expected the fields of Calculus only"):
        check_records(equality(steps=(Step(A, rule),)))


def test_what_a_record_keeps_of_its_own_is_no_addition():
    mean = Mean(SAMPLE.S, (SAMPLE.law_X,))
    mean.value()
    check_records(mean)


def test_a_class_counts_where_its_module_has_it():
    assert is_own(Calculus)
    assert is_own(sp.Symbol)
    assert not is_own(Own)
    assert not is_own(Disguised)
    assert not is_own(dict)
