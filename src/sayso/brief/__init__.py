"""The brief: a debate with its summary, in four renderings, and the check that every passage is where it says it is."""

from sayso.brief.render import render
from sayso.brief.schema import brief_schema
from sayso.brief.summary import compose
from sayso.brief.verify import BriefUnreadable, Mismatch, verify

__all__ = ["BriefUnreadable", "Mismatch", "brief_schema", "compose", "render", "verify"]
