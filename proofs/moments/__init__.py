"""Gaussian expectation of trace polynomials."""

from proofs.moments.gaussian import expectation
from proofs.moments.laws import Gaussian

__all__ = ["Gaussian", "expectation"]
