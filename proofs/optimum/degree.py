"""The symbolic proof that a prediction in one dimension is a polynomial of bounded degree in the Gram number."""

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.positivity import Signs
from proofs.core.claims import DegreeBound
from proofs.core.proof import Line, Proof
from proofs.moments.preconditions import preconditions

FORM = "form of the prediction"
FORM_REFERENCE = "the canonical form of the derived prediction, term by term"
PROJECTION = "projection on the task"
PROJECTION_REFERENCE = (
    "c_j(w) -> w E[w c_j(w)] / E w^2 is an orthogonal projection in L2 and fixes w x_q, so it only lowers the loss; "
    "what is left is a polynomial q(s) with q(0) = 1, and 1 / (H^-1)_00 is the least mean of q(s)^2"
)


def powers(claim: DegreeBound) -> set[int] | None:
    """The powers of the Gram number in the prediction; None where a term has another form."""
    gram = polynomial(claim.gram)
    both = polynomial(claim.prediction).alphabet.union(gram.alphabet)
    prediction = polynomial(claim.prediction).over(both)
    (query,) = polynomial(claim.query).scalars
    (((_, (word,), _), _),) = gram.over(both).terms.items()
    place = prediction.alphabet.place(query)
    found = set()
    for open_word, closed, exponents in prediction.terms:
        if open_word or set(closed) != {word} or exponents[place] != 1:
            return None
        found.add(len(closed))
    return found


def prove_degree_bound(claim: DegreeBound, signs: Signs) -> Proof:
    """Every term is linear in the query and holds the Gram number to a power of at least 1 and at most `steps`."""
    found = powers(claim)
    bounded = found is not None and bool(found) and max(found) == claim.steps and not claim.abbreviations
    says = (
        f"the prediction is {claim.query} times a polynomial of degree {claim.steps} in {claim.gram}, without constant"
    )
    lines = preconditions(claim, (), signs)
    lines.append(Line(says, FORM, FORM_REFERENCE, bounded))
    lines.append(
        Line("the loss is that of a polynomial q(s), q(0) = 1, or larger", PROJECTION, PROJECTION_REFERENCE, bounded)
    )
    return Proof(tuple(lines))
