"""What programs of decoder layers compute, in words for all d: the symbolic road to constructions."""
