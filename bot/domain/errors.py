"""What the rules can refuse. The words for each key are in prompts/copy, under `refusal-<key>`."""


class Refusal(Exception):
    """Somebody may not do this, or not now, or not like this.

    `key` names the reason. `field` names the input it is about, where there is one. `args` fill the
    placeholders of the copy; they never hold what a person typed.
    """

    def __init__(self, key: str, *, field: str | None = None, **args: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.args_for_copy = args


class Conflict(Exception):
    """Somebody else changed this between our reading and our writing: read again, decide again."""
