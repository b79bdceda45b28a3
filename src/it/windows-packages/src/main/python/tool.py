"""A command-line tool of several packages with compiled code."""

import click


@click.group()
@click.version_option("1.0", prog_name="tool")
def main():
    """Shows what packages do on Windows."""


@main.command()
def table():
    """A table in a terminal's characters, of YAML."""
    import rich.console
    import rich.table
    import yaml

    assert yaml.__with_libyaml__
    shown = rich.table.Table(title="Müller & Søn")
    shown.add_column("Item")
    shown.add_column("Price", justify="right")
    for item, price in yaml.load("{bicycle bell: 7.50, saddle: 31.99}", yaml.CSafeLoader).items():
        shown.add_row(item, f"{price:.2f}")
    rich.console.Console(width=40).print(shown)


@main.command()
@click.argument("name")
def letter(name):
    """A letter from a template."""
    import jinja2

    click.secho(jinja2.Template("Dear {{ name|e }},").render(name=name), fg="red")


@main.command()
@click.argument("url")
def get(url):
    """Asks a server."""
    import requests

    try:
        requests.get(url, timeout=5)
    except requests.ConnectionError:
        raise click.ClickException("no answer") from None


@main.command()
def versions():
    """What the packages' metadata says: colorama is there because click needs it on Windows."""
    from importlib import metadata

    print({name: metadata.version(name) for name in ("click", "colorama", "numpy")})
    print(sorted(name for name in metadata.packages_distributions() if name in ("yaml", "markupsafe", "psutil")))


@main.command()
def sums():
    """Linear algebra by a DLL that the wheel brings."""
    import numpy as np

    print(np.linalg.solve(np.array([[4.0, 1.0], [2.0, 3.0]]), np.array([1.0, 2.0])).round(6).tolist())
    large = np.random.default_rng(7).standard_normal((200, 200))
    print(bool(np.allclose(large @ np.linalg.inv(large), np.eye(200))))
    try:
        np.linalg.inv(np.zeros((2, 2)))
    except np.linalg.LinAlgError as error:
        print(error)


@main.command()
def solve():
    """C++ that throws and catches exceptions."""
    import kiwisolver

    x = kiwisolver.Variable("x")
    solver = kiwisolver.Solver()
    solver.addConstraint(x == 5)
    solver.updateVariables()
    print(x.value())
    try:
        solver.addConstraint(x == 6)
    except kiwisolver.UnsatisfiableConstraint:
        print("unsatisfiable")


@main.command()
def process():
    """An extension module of the stable ABI, which needs python3.dll."""
    import os

    import psutil

    print(psutil.Process().pid == os.getpid(), psutil.virtual_memory().total > 1 << 20)


@main.command()
def rust():
    """Packages of Rust: one of the stable ABI with OpenSSL inside, with variables of threads; one that is not."""
    import concurrent.futures

    import cryptography.exceptions
    import orjson
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.asymmetric import ed25519

    box = Fernet(Fernet.generate_key())
    with concurrent.futures.ThreadPoolExecutor(4) as threads:
        print(set(threads.map(lambda text: box.decrypt(box.encrypt(text)), [b"secret"] * 20)))
    key = ed25519.Ed25519PrivateKey.generate()
    try:
        key.public_key().verify(key.sign(b"one"), b"other")
    except cryptography.exceptions.InvalidSignature as error:
        print(type(error).__name__)
    print(orjson.dumps({"ä": [1, 2.5, None]}).decode())
    try:
        orjson.loads("[1,")
    except orjson.JSONDecodeError as error:
        print(error)
