"""Words as bytes: transposition, cancellation, cutting and the canonical form of a closed word.

A closed word stands for the trace of the product of its letters, an open word for the product itself. A closed word
with an inner dimension 1 is a product of scalars and is cut there; its canonical form then starts at the cut, any
other closed word is rotated to the least of its rotations and of those of its transpose.
"""

from proofs.algebra.letters import UNIT, Alphabet

Closed = tuple[bytes, ...]


def transpose(word: bytes, alphabet: Alphabet) -> bytes:
    """The word of the transposed product."""
    return word.translate(alphabet.flips)[::-1]


def cancel(word: bytes, alphabet: Alphabet) -> bytes:
    """The word without neighbours that multiply to the identity."""
    pairs = alphabet.cancels
    if not pairs:
        return word
    kept = bytearray()
    for code in word:
        if kept and pairs[kept[-1]] == code:
            kept.pop()
        else:
            kept.append(code)
    return bytes(kept) if len(kept) < len(word) else word


def cancel_around(word: bytes, alphabet: Alphabet) -> bytes:
    """`cancel`, and the last letter against the first as well."""
    pairs = alphabet.cancels
    if not pairs:
        return word
    word = cancel(word, alphabet)
    first, last = 0, len(word)
    while last - first > 1 and pairs[word[last - 1]] == word[first]:
        first, last = first + 1, last - 1
    return word[first:last]


def cuts(word: bytes, alphabet: Alphabet) -> list[int]:
    """The places in front of which the inner dimension is 1."""
    units = alphabet.unit_rows
    return [place for place, code in enumerate(word) if code in units]


def least_rotation(word: bytes, alphabet: Alphabet) -> bytes:
    """The least of the rotations of the word and of its transpose."""
    size = len(word)
    turned = transpose(word, alphabet)
    low = min(word + turned)
    best = b""
    for one in (word, turned):
        double = one + one
        start = one.find(low)
        while start >= 0:
            candidate = double[start : start + size]
            if not best or candidate < best:
                best = candidate
            start = one.find(low, start + 1)
    return best


def close(word: bytes, size: str, alphabet: Alphabet) -> tuple[Closed, tuple[str, ...]]:
    """The trace of a product as closed words and dimensions (tr I = its size).

    Parameters: the word, and the size of the identity that it stands for when it is empty.
    """
    if len(word) > 1:
        around = cancel_around(word, alphabet)
        if not around:
            size = alphabet.row_sizes[word[0]]
        word = around
    if not word:
        return (), () if size == UNIT else (size,)
    places = cuts(word, alphabet) if alphabet.unit_rows else None
    if not places:
        return (least_rotation(word, alphabet),), ()
    word = word[places[0] :] + word[: places[0]]
    ends = [place - places[0] for place in places[1:]] + [len(word)]
    pieces = []
    start = 0
    for end in ends:
        piece = word[start:end]
        pieces.append(min(piece, transpose(piece, alphabet)))
        start = end
    return tuple(pieces), ()


def open_word(word: bytes, alphabet: Alphabet) -> tuple[bytes, Closed]:
    """An open word in canonical form: what lies between its first and its last inner dimension 1 is closed.

    A word of one row (column) is taken as cut at its start (end), so nothing is left open of a 1 x 1 word.
    """
    word = cancel(word, alphabet)
    if not word or not alphabet.unit_rows:
        return word, ()
    places = cuts(word, alphabet)
    if alphabet.column_sizes[word[-1]] == UNIT:
        places.append(len(word))
    if len(places) < 2:
        return word, ()
    first, last = places[0], places[-1]
    closed, _ = close(word[first:last], UNIT, alphabet)
    return word[:first] + word[last:], closed
