"""How an invoice is shown."""

from importlib import resources

import jinja2
from rich.table import Table

from tally.model import Invoice


def table(invoice: Invoice) -> Table:
    """The items and their sum, for a terminal."""
    result = Table(title=f"{invoice.customer}, {invoice.day:%d %B %Y}")
    result.add_column("Item")
    for heading in ("Count", "Price", "Sum"):
        result.add_column(heading, justify="right")
    for item in invoice.items:
        result.add_row(item.what, str(item.count), f"{item.price:.2f}", f"{item.sum:.2f}")
    result.add_section()
    result.add_row("Total", "", "", f"{invoice.sum:.2f}")
    return result


def letter(invoice: Invoice) -> str:
    """The text of a letter, from the template that is part of this package."""
    template = resources.files("tally").joinpath("templates", "letter.txt").read_text("utf-8")
    environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string(template).render(invoice=invoice)
