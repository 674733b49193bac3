"""The vocabulary: theorems, claims, derivations, scopes, verdicts, certificates, the catalogue."""
