"""What an invoice is."""

from datetime import date
from decimal import Decimal

import yaml
from pydantic import BaseModel, Field


class Item(BaseModel):
    """One line of an invoice."""

    what: str
    count: int = Field(gt=0)
    price: Decimal = Field(ge=0, decimal_places=2)

    @property
    def sum(self) -> Decimal:
        return self.count * self.price


class Invoice(BaseModel):
    """Who pays what, and when it was asked for."""

    customer: str
    day: date
    items: list[Item]

    @property
    def sum(self) -> Decimal:
        return sum((item.sum for item in self.items), Decimal(0))


def read(text: str) -> Invoice:
    """Reads an invoice with libyaml where PyYAML brings it.

    Raises yaml.YAMLError or pydantic.ValidationError.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return Invoice.model_validate(yaml.load(text, Loader=loader))
