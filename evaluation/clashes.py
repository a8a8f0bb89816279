"""Clashes between a rule as an article states it and the table's: found on own passages, and false alarms.

python evaluation/clashes.py --data evaluation/data/clashes/dev.jsonl [--show]

A clash counts as found if a passage that the rule's record holds against it overlaps the sentence labelled; a passage without
a clash counts as a false alarm if anything is held against its rule. Also: how often the deciding body is found.
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from sayso.decisions import decide, find_rules
from sayso.records import Article, Block, Decision, Proposal

SAME = {"house-of-commons": "gb-commons", "iaea-board": "iaea"}


def article_of(row: dict[str, Any]) -> Article:
    text = row["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=f"sha256:{digest}",
        text=text,
        blocks=(Block(start=0, end=len(text), kind="body"),),
        published=row["published"],
    )


def decision_on(row: dict[str, Any]) -> Decision | None:
    article, question = article_of(row), row["question"]
    proposal = Proposal(text=question, evidence=())
    return decide(proposal, question, [article], find_rules(article, question), (), {}, (), row["published"])


def is_found(row: dict[str, Any], decision: Decision | None) -> bool:
    if decision is None or not row["sentence"]:
        return False
    start = row["text"].index(row["sentence"])
    end = start + len(row["sentence"])
    return any(e.start < end and start < e.end for e in decision.rule.contradicted_by)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print what is missed and what is invented")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.data.read_text("utf-8").splitlines()]
    decided = [(row, decision_on(row)) for row in rows]
    clashing = [(row, d) for row, d in decided if row["clash"]]
    others = [(row, d) for row, d in decided if not row["clash"]]
    found = [is_found(row, d) for row, d in clashing]
    alarms = [bool(d and d.rule.contradicted_by) for _, d in others]
    body = [d is not None and d.body.id == SAME.get(r["body"], r["body"]) for r, d in decided if r["body"]]
    if args.show:
        for (row, d), hit in zip(clashing, found, strict=True):
            if not hit:
                print("MISSED", row["id"], row["body"], d and d.body.id, d and d.rule.clashes, "|", row["sentence"])
        for (row, d), alarm in zip(others, alarms, strict=True):
            if alarm and d:
                print(
                    "ALARM", row["id"], row["body"], d.body.id, d.rule.clashes, [e.text for e in d.rule.contradicted_by]
                )
        for row, d in decided:
            if row["body"] and (d is None or d.body.id != SAME.get(row["body"], row["body"])):
                print("BODY", row["id"], row["body"], d and d.body.id, "|", row["question"])
    figures = {
        "clashing": len(clashing),
        "found": round(sum(found) / len(found), 3),
        "others": len(others),
        "false_alarms": round(sum(alarms) / len(alarms), 3),
        "body": round(sum(body) / len(body), 3),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
