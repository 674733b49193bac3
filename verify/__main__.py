"""`python -m verify` is `icl-proofs`."""

import sys

from verify.entry import main

if __name__ == "__main__":
    sys.exit(main())
