"""A command-line tool of packages in Python, and of some whose C code is linked in or done without."""

import http.server
import threading

import click
import colorama
import jinja2
import markupsafe
import requests
import yaml
from markupsafe import _speedups
from rich.console import Console
from rich.table import Table


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/yaml; charset=utf-8")
        self.end_headers()
        self.wfile.write("greeting: grüße\n".encode())

    def log_message(self, *_):
        pass


@click.group()
def main():
    """Greets."""


@main.command()
@click.argument("name")
def hello(name):
    text = jinja2.Environment(autoescape=True).from_string("Hello, {{ name }}!").render(name=name)
    table = Table("Text", "C code")
    table.add_row(text, f"{_speedups.__spec__.origin} {markupsafe._escape_inner is _speedups._escape_inner}")
    Console(width=60).print(table)
    click.secho("green", fg="green")


@main.command()
def fetch():
    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        response = requests.get(f"http://127.0.0.1:{server.server_port}/", timeout=20)
        thread.join()
    print(yaml.safe_load(response.text), yaml.safe_dump({"colorama": colorama.__name__}).strip())
    try:
        requests.get("https://127.0.0.1:9/", timeout=20)
    except requests.exceptions.ConnectionError as error:
        print(type(error).__name__)


if __name__ == "__main__":
    main()
