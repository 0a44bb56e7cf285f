"""Text that arrives in pieces in, the same text with its white space folded out."""


class FoldedText:
    """Collects pieces; every run of white space, also across pieces, becomes one space, and none at the ends.

    >>> text = FoldedText()
    >>> for piece in (" a", " b ", "\\n", "c "):
    ...     text.add(piece)
    >>> str(text), text.length
    ('a b c', 5)
    """

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._is_spaced = False

    def add(self, piece: str) -> None:
        """Append a piece."""
        folded = " ".join(piece.split())
        if not folded:
            self._is_spaced = self._is_spaced or bool(piece)
            return
        if self.length and (self._is_spaced or piece[0].isspace()):
            folded = f" {folded}"
        self._pieces.append(folded)
        self.length += len(folded)
        self._is_spaced = piece[-1].isspace()

    def __str__(self) -> str:
        return "".join(self._pieces)
