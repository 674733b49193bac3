"""The second road: every number from the definition of the model, sampled in floats or averaged exactly.

Nothing here knows a derived formula; of `proofs` only the records of `proofs.core` are read.
"""

from verify.simulate.estimate import Estimate, bonferroni
from verify.simulate.exact import Roots, exact_loss, exact_terms_mean
from verify.simulate.loss import sampled_loss
from verify.simulate.sampling import Population, generator
from verify.simulate.slope import largest_z, sampled_slope
from verify.simulate.weights import weights_from_blocks
from verify.simulate.words import Term, sampled_mean

__all__ = [
    "Estimate",
    "Population",
    "Roots",
    "Term",
    "bonferroni",
    "exact_loss",
    "exact_terms_mean",
    "generator",
    "largest_z",
    "sampled_loss",
    "sampled_mean",
    "sampled_slope",
    "weights_from_blocks",
]
