"""Exact roads that start from the definition: the literal forward pass and entrywise means, at small sizes."""

from collections.abc import Iterator, Sequence

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.letters import UNIT
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import vector
from proofs.algebra.text import word_text
from proofs.attention.data import data
from proofs.core.claims import Claim, Equality, Experiment, ModelClaim
from proofs.core.derivation import Expression
from proofs.core.errors import InputError
from proofs.core.statement import Predicate
from proofs.core.task import EllipticalInputs, IndependentInputs, Inputs, RidgeOperator, Task
from proofs.moments.laws import Elliptical, Gaussian, Law, Rows
from proofs.moments.mean import Mean, expanded
from proofs.moments.operators import uses_declared_operators
from verify.checks.compare import Comparison, at, compared
from verify.checks.context import Context
from verify.report import Road
from verify.simulate.exact import Roots, exact_loss, exact_terms_mean
from verify.simulate.support import Support, elliptical, independent
from verify.simulate.weights import Weights, weights_from_blocks
from verify.simulate.words import Term
from verify.sweep.covariance import Style, diagonal_root, identity
from verify.sweep.instance import Instance, Shape

SMALL = (
    Shape(2, 2),
    Shape(1, 1),
    Shape(3, 1, noiseless=True),
    Shape(1, 2, Style.ILL_CONDITIONED, Style.NEARLY_SINGULAR),
    Shape(2, 2, Style.REPEATED, Style.SINGULAR, noiseless=True),
)
"""Sizes at which means are written out in the entries; n < d, d = 1 and n = 1 among them."""


def loss_road(claim: ModelClaim, expected: Expression, context: Context) -> Road | None:
    """The exact loss of the literal forward pass at random weights against a formula."""
    found = loss_comparison(claim, expected)
    if found is None:
        return None
    return compared("forward pass", context.instances(claim, found.involved, shapes=SMALL), found.sides)


def loss_comparison(claim: ModelClaim, expected: Expression) -> Comparison | None:
    """The loss of the forward pass and a formula for it, where the claim has an experiment."""
    experiment = claim.experiment
    if experiment is None:
        return None
    formula = expanded(expected)

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat] | None:
        loss = literal_loss(experiment, instance)
        return None if loss is None else ("loss of the forward pass", loss, at(formula, instance))

    return Comparison((formula, *entering(experiment)), sides, small=True)


def entering(experiment: Experiment) -> list[TracePolynomial]:
    """What an experiment needs values of besides covariances and noise: its weights, and the mean of its task."""
    mean = [vector(experiment.task.task_mean, "d")] if experiment.task.task_mean else []
    return [polynomial(expression) for _, expression in experiment.blocks] + mean


def literal_loss(experiment: Experiment, instance: Instance) -> fmpq_mat | None:
    """The exact population loss at the weights of the experiment; None where a covariance has no rational root."""
    roots = task_roots(experiment.task, instance)
    if roots is None:
        return None
    return fmpq_mat(1, 1, [exact_loss(experiment.model, weights(experiment, instance), roots, instance.shape.n)])


def weights(experiment: Experiment, instance: Instance) -> Weights:
    """The weights of an experiment at an instance, as arrays of rationals."""
    blocks: dict[str, fmpq | fmpq_mat] = {}
    for name, expression in experiment.blocks:
        block = polynomial(expression)
        blocks[name] = at(block, instance)[0, 0] if block.is_scalar else at(block, instance)
    return weights_from_blocks(experiment.model, instance.shape.d, blocks)


def task_roots(task: Task, instance: Instance) -> Roots | None:
    """Rational roots of the covariances and of the noise of a task, and its mean; None where one is not at hand.

    Raises InputError for a task made of what has no value.
    """
    refuse_unknown(task, instance)
    names = (task.input_covariance, task.task_covariance, task.query_covariance or task.input_covariance)
    inputs, weights, query = (_root(name, instance) for name in names)
    noise = instance.noise_roots.get(task.noise) if task.noise else fmpq(0)
    if weights is None or noise is None:
        return None
    mean = instance.matrices[task.task_mean] if task.task_mean else None
    if task.inputs is None:
        return None if inputs is None or query is None else Roots(inputs, weights, noise, query, mean)
    support = input_support(task, instance, inputs)
    return None if support is None else Roots(identity(instance.shape.d), weights, noise, None, mean, support)


def refuse_unknown(task: Task, instance: Instance) -> None:
    """Raise InputError where the laws of a task are made of something that has no value at an instance."""
    for name, what, predicate in _made_of(task):
        if name and name not in instance.matrices and name not in instance.numbers:
            advice = f"add Hypothesis({name!r}, {predicate}, ...)"
            raise InputError(f"the task has the {what} {name}, of which nothing is assumed: {advice}")


def _made_of(task: Task) -> Iterator[tuple[str, str, Predicate]]:
    """What the laws of a task are made of, by name, and what has to be assumed of it."""
    covariances = {"inputs": task.input_covariance, "task": task.task_covariance, "query": task.query_covariance}
    for whose, name in covariances.items():
        yield name.removesuffix("^-1"), f"covariance of the {whose}", Predicate.POSITIVE_DEFINITE
    yield task.noise, "noise variance", Predicate.NONNEGATIVE
    if isinstance(task.inputs, EllipticalInputs):
        yield task.inputs.kappa, "factor of fourth moments", Predicate.ELLIPTICAL
    if isinstance(task.inputs, IndependentInputs):
        yield task.inputs.fourth, "matrix of fourth moments", Predicate.FOURTH_MOMENTS


def input_support(task: Task, instance: Instance, root: fmpq_mat | None) -> Support | None:
    """A law on finitely many points with the moments that the task asks for; None where there is none at hand."""
    d = range(instance.shape.d)
    if isinstance(task.inputs, EllipticalInputs):
        return None if root is None else elliptical(root, instance.numbers[task.inputs.kappa])
    if task.inputs is None:
        return None
    fourth = matrix_value(task.inputs.fourth, instance)
    second = matrix_value(task.input_covariance, instance) if task.input_covariance else identity(instance.shape.d)
    return independent([second[i, i] for i in d], [fourth[i, i] for i in d])


def _root(name: str, instance: Instance) -> fmpq_mat | None:
    """R with R'R the covariance of that name; (R^-1)' for an inverse; None where no rational one is known."""
    if not name:
        return identity(instance.shape.d)
    plain = name.removesuffix("^-1")
    original = instance.roots.get(plain) or diagonal_root(matrix_value(plain, instance))
    if original is None or not name.endswith("^-1"):
        return original
    return original.inv().transpose()


def entrywise_road(claim: Equality, context: Context) -> Road | None:
    """Both sides with every mean written out in the entries of the random letters."""
    found = entrywise_comparison(claim)
    if found is None:
        return None
    return compared("entrywise", context.instances(claim, found.involved, shapes=SMALL), found.sides)


def entrywise_comparison(claim: Equality) -> Comparison | None:
    """Both sides of an equality written out, where that is possible."""
    means = [side for side in (claim.left, claim.right) if isinstance(side, Mean)]
    random = {law.name for mean in means for law in mean.over}
    if not means or claim.experiment is not None or (claim.operators and "X" in random):
        return None
    if any(task_of(mean.over) is None for mean in means) or not uses_declared_operators(claim):
        return None
    involved = [polynomial(side.integrand if isinstance(side, Mean) else side) for side in (claim.left, claim.right)]

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat] | None:
        left, right = (_side(side, claim, instance) for side in (claim.left, claim.right))
        return None if left is None or right is None else ("entrywise mean", left, right)

    return Comparison(tuple(involved), sides, small=True)


def task_of(laws: Sequence[Law]) -> Task | None:
    """The task whose laws these are; None if they are not those of a task, for that is all that is simulated."""
    named = {law.name: law for law in laws}
    inputs, noise = named.get("X", named.get("x_q")), named.get("eps")
    query = _covariance(named.get("x_q", inputs))
    task = _covariance(named["w"]) if "w" in named else _implied_task_covariance(inputs)
    scale = noise.scale.scalars if isinstance(noise, Gaussian) else ()
    found = Task(
        _covariance(inputs),
        task,
        scale[0] if scale else "",
        "" if query == _covariance(inputs) else query,
        inputs=_inputs(inputs),
    )
    known = {law.name: law for law in data(found).laws}
    return found if all(known.get(law.name) == law for law in laws) else None


def _covariance(law: Law | None) -> str:
    if law is None:
        return ""
    normal = law.normal if isinstance(law, Rows) else law
    matrix = normal.row_covariance if law.is_vector else normal.column_covariance
    return "" if matrix is None else matrix.letter.name


def _implied_task_covariance(inputs: Law | None) -> str:
    """The covariance of w where only the law of the inputs speaks of it."""
    if not isinstance(inputs, Rows) or isinstance(inputs.kind, Elliptical) or inputs.kind.at is None:
        return ""
    return inputs.kind.at.letter.name


def _inputs(law: Law | None) -> Inputs | None:
    if not isinstance(law, Rows):
        return None
    if isinstance(law.kind, Elliptical):
        return EllipticalInputs(str(law.kind.kappa))
    return IndependentInputs(law.kind.fourth.letter.name, law.kind.excess.letter.name)


def _side(side: Expression, claim: Equality, instance: Instance) -> fmpq_mat | None:
    """The value of a side; None where a covariance has no rational root."""
    if not isinstance(side, Mean):
        return at(polynomial(side), instance)
    task = task_of(side.over)
    roots = None if task is None else task_roots(task, instance)
    if roots is None:
        return None
    random = {law.name for law in side.over}
    shape = (_size(side.shape[0], instance), _size(side.shape[1], instance))
    return exact_terms_mean(
        terms(side.integrand, instance),
        roots,
        instance.shape.n,
        shape=shape,
        fixed=fixed_values(side, claim, instance, random),
    )


def fixed_values(side: Mean, claim: Claim, instance: Instance, random: set[str]) -> dict[str, fmpq | fmpq_mat]:
    """Values of everything that is not averaged, and of the prior and the noise of operators of a random X."""
    held = {letter.name for letter in side.integrand.letters} - random
    if "X" not in random:
        return {name: matrix_value(name, instance) for name in sorted(held)}
    held -= {name for operator in claim.operators for name in (operator.letter, f"{operator.letter}^-1")}
    ridges = [operator for operator in claim.operators if isinstance(operator, RidgeOperator)]
    held |= {operator.prior for operator in ridges if operator.prior}
    fixed: dict[str, fmpq | fmpq_mat] = {name: matrix_value(name, instance) for name in sorted(held)}
    return fixed | {item.noise: instance.numbers[item.noise] for item in ridges if item.noise}


def matrix_value(name: str, instance: Instance) -> fmpq_mat:
    """The value of a letter, inverted where the name is that of an inverse. Raises InputError where it has none."""
    if name in instance.matrices:
        return instance.matrices[name]
    original = name.removesuffix("^-1")
    if original not in instance.matrices:
        raise InputError(f"{original} has no value: add a hypothesis that says what it is, e.g. positive semidefinite")
    return instance.matrices[original].inv()


def terms(integrand: TracePolynomial, instance: Instance) -> list[Term]:
    """The integrand as plain data, its scalars replaced by their values."""
    names = integrand.alphabet.scalars
    found = []
    for (word, closed, powers), value in integrand.terms.items():
        coefficient = value
        for name, power in zip(names, powers, strict=True):
            coefficient *= instance.numbers[name] ** power if power else 1
        traces = tuple(_word(trace_word, integrand) for trace_word in closed)
        found.append(Term(coefficient, traces, _word(word, integrand)))
    return found


def _word(word: bytes, integrand: TracePolynomial) -> tuple[str, ...]:
    return tuple(word_text(word, integrand.alphabet).split())


def _size(name: str, instance: Instance) -> int:
    return 1 if name == UNIT else int(instance.numbers[name].p)
