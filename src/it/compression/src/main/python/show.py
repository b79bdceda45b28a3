import importlib.resources
import inspect
import ssl
import sys

import certifi
import markupsafe
import markupsafe._speedups

print(markupsafe.escape("&"), markupsafe._speedups.__spec__.origin.startswith("/"))
print(len(importlib.resources.files("certifi").joinpath("cacert.pem").read_bytes()) > 100_000)
# OpenSSL opens it
print(len(ssl.create_default_context(cafile=certifi.where()).get_ca_certs()) > 50)
print(inspect.getsource(markupsafe.escape_silent).splitlines()[0])
try:
    raise ValueError("größer")
except ValueError:
    import traceback

    traceback.print_exc(file=sys.stdout)
