"""One file for each kind of claim; `table.py` says which check belongs to which kind."""
