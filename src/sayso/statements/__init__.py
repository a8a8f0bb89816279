"""Who says what: attribution relations (source, cue, content; PARC3, PolNeAR) found by a tagger with arcs.

`find_attributions(article)` reads an article's blocks; `attributions_in(text, blocks)` any text;
`nested_attributions(text, contents)` those that others' contents hold.
"""

from sayso.statements.find import attributions_in, find_attributions, nested_attributions

__all__ = ["attributions_in", "find_attributions", "nested_attributions"]
