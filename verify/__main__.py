"""`python -m verify` is `icl-proofs`."""

import sys

from verify.command import main

if __name__ == "__main__":
    sys.exit(main())
