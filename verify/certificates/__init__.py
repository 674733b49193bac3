"""The untrusted side of certificates: solvers, rounding. Acceptance is in proofs.core.certificate."""
