"""The command line."""

from importlib import resources

import click
import requests
import yaml
from pydantic import ValidationError
from rich.console import Console

from tally import __version__, model, render


def load(source: str) -> model.Invoice:
    """Reads an invoice from a file, a web address, or the example that tally carries."""
    try:
        if source == "example":
            text = resources.files("tally").joinpath("example.yaml").read_text("utf-8")
        elif source.startswith(("http://", "https://")):
            response = requests.get(source, timeout=10)
            response.raise_for_status()
            text = response.text
        else:
            with click.open_file(source, encoding="utf-8") as file:
                text = file.read()
        return model.read(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise click.ClickException(f"{source}: {where}: {first['msg']}") from error
    except (OSError, yaml.YAMLError) as error:
        raise click.ClickException(f"{source}: {error}") from error


@click.group()
@click.version_option(__version__, prog_name="tally")
def main() -> None:
    """Adds up invoices that are written in YAML.

    SOURCE is a file, - for standard input, a web address, or the word example.
    """


@main.command()
@click.argument("source")
@click.option("--width", default=60, show_default=True, help="Columns to use.")
def show(source: str, width: int) -> None:
    """Shows an invoice as a table."""
    Console(width=width).print(render.table(load(source)))


@main.command()
@click.argument("source")
def letter(source: str) -> None:
    """Writes the letter that goes with an invoice."""
    click.echo(render.letter(load(source)), nl=False)
