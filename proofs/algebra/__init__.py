"""Trace polynomials over words in named matrices, with symbolic sizes. No randomness."""

from proofs.algebra.blocks import BlockMatrix
from proofs.algebra.gradient import derivative, gradient
from proofs.algebra.polynomial import TracePolynomial, trace
from proofs.algebra.substitution import Relation, rewrite, substitute
from proofs.algebra.symbols import identity, inverse, matrix, orthogonal, scalar, symmetric, vector
from proofs.algebra.typesetting import latex
from proofs.algebra.values import evaluate

__all__ = [
    "BlockMatrix",
    "Relation",
    "TracePolynomial",
    "derivative",
    "evaluate",
    "gradient",
    "identity",
    "inverse",
    "latex",
    "matrix",
    "orthogonal",
    "rewrite",
    "scalar",
    "substitute",
    "symmetric",
    "trace",
    "vector",
]
