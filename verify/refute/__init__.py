"""Perturbed versions of claims: each must be refuted with a witness."""

from verify.refute.perturb import perturbed

__all__ = ["perturbed"]
