"""Evidence for the theorems in proofs: symbolic, exact, sampled, and attacks on perturbed versions."""
