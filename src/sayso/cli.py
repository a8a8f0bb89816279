"""The command line: one function a command, no logic; every command is a library function of the same name."""

import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from sayso import __version__
from sayso.errors import SaysoError
from sayso.records import Article, Unread

Item = TypeVar("Item")
Result = TypeVar("Result")

_EXAMPLES = "\b\nExamples:\n"
_SOURCES = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
_OUTPUT = click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=lambda _context, _option, path: _writable(path),
    help="Write to this file.",
)
_QUIET = click.option("--quiet", is_flag=True, help="No progress, no notes on what was left out.")
_KNOWLEDGE = click.option(
    "--knowledge",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own TOML of actors and bodies.",
)
_WIDTHS = (40, 120)
_ONE_LINE = 1_000


def _writable(path: Path | None) -> Path | None:
    """An output file whose folder exists: said before the work, not after it."""
    if path and not path.parent.is_dir():
        raise click.BadParameter(f"{path}: there is no folder {path.parent}")
    return path


class _BadInput(click.ClickException):
    """What was typed cannot be counted: one message, exit code 2."""

    exit_code = 2


_VOTES = {
    "supports": ("--for", "In favour."),
    "opposes": ("--against", "Against."),
    "abstains": ("--abstain", "Abstaining."),
    "conditional": ("--conditional", "In favour on conditions: still open."),
    "undecided": ("--undecided", "Undecided: still open."),
    "absent": ("--absent", "Not there."),
}


def _vote_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """An option a column of the count; each takes names or ids with commas between them, and may be repeated."""
    for column, (option, text) in reversed(_VOTES.items()):
        command = click.option(option, column, multiple=True, metavar="MEMBERS", help=text, callback=_members)(command)
    return command


def _members(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())


def _reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads sources."""
    formats = click.Choice(["auto", "html", "text", "markdown", "pdf", "raw"])
    for option in (
        click.option("--input-format", type=formats, default="auto", help="Read every source as this format."),
        click.option("--published", metavar="DATE", help="Publication date, in place of the source's own."),
        click.option("--outlet", help="Outlet, in place of the source's own."),
        click.option("--url", help="Address of pasted text, in place of the source's own."),
        click.option("--offline", is_flag=True, help="Fetch nothing."),
        click.option("--allow-private", is_flag=True, help="Let URLs of private and loopback addresses be fetched."),
    ):
        command = option(command)
    return command


class _Commands(click.Group):
    """The commands; an error of ours is one line on stderr, no traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except (SaysoError, OSError) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sayso")
def main() -> None:
    """Untangle a contested question in the news: who says what, on whose say-so, and what it would take.

    SOURCE is a file (HTML, text, Markdown, PDF), a folder, a URL, or - for standard input.

    Exit codes: 0 done; 1 nothing found, or some inputs failed (each named on stderr, the rest done); 2 usage.
    """


@main.command(
    epilog=_EXAMPLES
    + '  sayso brief page.html https://example.org/story notes.txt --question "NATO office in Japan"\n'
    + "  sayso brief folder/ --format html --output brief.html\n"
    + "  sayso brief folder/ --format json > brief.json && sayso verify brief.json"
)
@_SOURCES
@click.option("--question", help="What is contested, as you would type it; without one, what the articles are about.")
@click.option("--as-of", metavar="DATE", help="The day the brief speaks of; by default the latest publication date.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["terminal", "markdown", "html", "json"]),
    default="terminal",
    show_default=True,
)
@_KNOWLEDGE
@_OUTPUT
@_QUIET
@_reading_options
def brief(
    sources: tuple[str, ...],
    question: str | None,
    as_of: str | None,
    style: Literal["terminal", "markdown", "html", "json"],
    knowledge: Path | None,
    output: Path | None,
    quiet: bool,
    **reading: Any,
) -> None:
    """Untangle the articles and print the brief; every claim shows the sentence it rests on."""
    from sayso.brief import compose, render
    from sayso.verbs import analyse, untangle

    _use(knowledge)
    articles, unread = _read(sources, reading, quiet)
    readings = _with_progress("Reading", analyse, articles, quiet)
    debate = untangle(readings, question, _day(as_of), unread)
    colour, width = _screen(output)
    _write(render(compose(debate), style, width=width, colour=colour), output)
    _finish(unread, articles, found=bool(articles))


@main.command(epilog=_EXAMPLES + "  sayso read page.html\n  sayso read page.html --json | jq .published")
@_SOURCES
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article.")
@_OUTPUT
@_QUIET
@_reading_options
def read(sources: tuple[str, ...], as_json: bool, output: Path | None, quiet: bool, **reading: Any) -> None:
    """The clean article, and what was removed from it."""
    from sayso.screen import article_lines, to_json

    articles, unread = _read(sources, reading, quiet)
    colour, width = _screen(output)
    _write("".join(to_json(a) if as_json else article_lines(a, width, colour) for a in articles), output)
    _finish(unread, articles, found=bool(articles))


@main.command(
    epilog=_EXAMPLES
    + "  sayso statements page.html\n  sayso statements folder/ | jq .chain\n  sayso statements --raw *.txt > attributions.jsonl"
)
@_SOURCES
@click.option("--json", "as_json", is_flag=True, help="JSON lines, as in a pipe.")
@click.option("--raw", is_flag=True, help="Read text files as they are and print attributions only, one line a file.")
@_OUTPUT
@_QUIET
@_reading_options
def statements(
    sources: tuple[str, ...], as_json: bool, raw: bool, output: Path | None, quiet: bool, **reading: Any
) -> None:
    """Who says what: on a terminal the coloured article, in a pipe one JSON line a statement."""
    from sayso.screen import raw_line, statement_lines, statements_json
    from sayso.verbs import find_statements

    if raw:
        from sayso.reading import read_raw

        texts, unread = read_raw(sources)
        _write("".join(_with_progress("Reading", raw_line, texts, quiet)), output)
        _finish(unread, (), found=bool(texts))
        return
    articles, unread = _read(sources, reading, quiet)
    found = _with_progress("Reading", find_statements, articles, quiet)
    colour, width = _screen(output)
    piped = as_json or output is not None or not sys.stdout.isatty()
    pairs = zip(articles, found, strict=True)
    _write("".join(statements_json(a, s) if piped else statement_lines(a, s, width, colour) for a, s in pairs), output)
    _finish(unread, articles, found=any(found))


@main.command(epilog=_EXAMPLES + "  sayso brief folder/ --format json > brief.json && sayso verify brief.json")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@_QUIET
def verify(file: Path, quiet: bool) -> None:
    """Re-check every passage of a brief against the text it quotes; exit 1 and name the first that does not match."""
    from sayso.brief import verify as check_brief

    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    try:
        mismatches = check_brief(data)
    except SaysoError as error:
        raise click.ClickException(f"{file}: {error}") from error
    if mismatches:
        more = f" (and {len(mismatches) - 1} more)" if len(mismatches) > 1 else ""
        raise click.ClickException(f"{file}: {mismatches[0].path}: {mismatches[0].message}{more}")
    if not quiet:
        click.echo(f"{file}: every passage matches its article")


@main.command(
    epilog=_EXAMPLES
    + "  sayso decide unsc --for USA,GBR,FRA --against Russia\n"
    + "  sayso decide eu-council --rule qualified-majority --for rest --against FRA,POL,AUT,IRL,HUN --undecided ITA\n"
    + '  sayso decide --members parties.toml --rule "share(seats) > 1/2" --for greens,labour\n'
    + "  sayso decide eu-legislation --for rest --against HUN --json\n"
    + "  sayso decide eu-council --power\n"
    + "  sayso decide --list; sayso decide unsc --list"
)
@click.argument("body", required=False)
@_vote_options
@click.option("--rule", help="One of the body’s rules by its id, or an expression: count >= 9 and no veto(USA).")
@click.option("--as-of", metavar="DATE", help="The day whose members count; by default as the tables stand.")
@click.option(
    "--members", type=click.Path(path_type=Path), metavar="FILE", help="TOML of your own members and weights."
)
@click.option("--silence-until", metavar="DATE", help="Silence means consent after this day.")
@click.option("--power", is_flag=True, help="Add the indices of Banzhaf, Shapley and Shubik, and Coleman.")
@click.option("--list", "is_listing", is_flag=True, help="All bodies and processes; with BODY its members and rules.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, members by id.")
@_KNOWLEDGE
def decide(
    body: str | None,
    rule: str | None,
    as_of: str | None,
    members: Path | None,
    silence_until: str | None,
    power: bool,
    is_listing: bool,
    as_json: bool,
    knowledge: Path | None,
    **given: tuple[str, ...],
) -> None:
    """What a body’s rule makes of these votes: outcome, who blocks, whose change would turn it.

    BODY is an id or a name (--list shows them). MEMBERS are names or ids with commas between them; `rest` in one of the
    options stands for all who are not named; who is in none has not been heard from.

    Exit codes: 0 whatever the outcome; 2 bad input.
    """
    from sayso.counting import count_votes, decision_json, decision_lines, listing, listing_json

    colour, width = _screen(None)
    day = _day(as_of)
    try:
        _use(knowledge)
        if is_listing:
            wide = width if body or sys.stdout.isatty() else _ONE_LINE
            _write(listing_json(body, day) if as_json else listing(body, day, wide, colour), None)
            return
        until = _day(silence_until)
        counted = count_votes(body, given, members=members, rule=rule, as_of=day, silence_until=until)
        text = decision_json(counted, with_power=power) if as_json else None
        _write(text or decision_lines(counted, width, colour, with_power=power), None)
    except SaysoError as error:
        raise _BadInput(str(error)) from error


@main.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def check(as_json: bool) -> None:
    """What is installed: versions, and the ages of models and knowledge."""
    from sayso.installation import installation
    from sayso.screen import installation_lines, to_json

    found = installation()
    click.echo(to_json(found) if as_json else installation_lines(found), nl=False)


def _use(knowledge: Path | None) -> None:
    if knowledge:
        from sayso.installation import use_knowledge

        use_knowledge(knowledge)


def _read(sources: tuple[str, ...], reading: dict[str, Any], quiet: bool) -> tuple[Any, Any]:
    from sayso.reading import ReadOptions, read_all

    options = ReadOptions(
        format=reading["input_format"],
        published=_day(reading["published"]),
        outlet=reading["outlet"],
        url=reading["url"],
        offline=reading["offline"],
        allow_private=reading["allow_private"],
    )
    return read_all(sources, options)


def _with_progress(label: str, work: Callable[[Item], Result], items: Iterable[Item], quiet: bool) -> list[Result]:
    """`work` on every item on all cores; a bar on a terminal's stderr once it has taken two seconds."""
    from sayso.language.encoder import spread

    todo = list(items)
    if quiet or len(todo) < 2 or not sys.stderr.isatty():
        return spread(work, todo)
    from sayso.screen import progress

    with progress(label, len(todo)) as advance:

        def step(item: Item) -> Result:
            result = work(item)
            advance()
            return result

        return spread(step, todo)


def _day(text: str | None) -> str | None:
    """A date option as a full ISO day."""
    if text is None:
        return None
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise _BadInput(f"{text!r} is no ISO date; write it like 2023-07-08") from error


def _screen(output: Path | None) -> tuple[bool, int]:
    """Whether to colour, and how wide a line may be."""
    import os
    import shutil

    coloured = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    narrowest, widest = _WIDTHS
    return coloured, max(narrowest, min(widest, shutil.get_terminal_size((80, 24)).columns))


def _write(text: str, output: Path | None) -> None:
    if output:
        output.write_text(text, "utf-8")
        return
    with nullcontext(sys.stdout.buffer) as out:
        out.write(text.encode("utf-8"))
        out.flush()


def _finish(unread: Iterable[Unread], articles: Iterable[Article], *, found: bool) -> None:
    """Name what could not be read, or only in part, and leave with 1 if anything was, or if nothing was found."""
    lines = [f"{item.input}: {item.reason}; {item.advice}" for item in unread]
    for article in articles:
        name = article.file or article.url or "-"
        lines += [f"{name}: {w}; save the full article and give that" for w in article.warnings if "paywall" in w]
    if not found and not lines:
        lines = ["nothing found"]
    for line in lines:
        click.echo(f"sayso: {line}", err=True)
    if lines:
        sys.exit(1)
