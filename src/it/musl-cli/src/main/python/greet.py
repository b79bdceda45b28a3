"""A command-line tool of packages in Python, and of one whose C code is linked in."""

import click
import jinja2
import markupsafe
from markupsafe import _speedups
from rich.console import Console
from rich.table import Table


@click.command()
@click.argument("name")
def greet(name):
    text = jinja2.Environment(autoescape=True).from_string("Hello, {{ name }}!").render(name=name)
    table = Table("Text", "C code")
    table.add_row(text, f"{_speedups.__spec__.origin} {markupsafe._escape_inner is _speedups._escape_inner}")
    Console(width=60).print(table)


if __name__ == "__main__":
    greet()
