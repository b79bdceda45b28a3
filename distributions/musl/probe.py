"""What an executable made of the distribution must do; runs in a folder that holds nothing but it, its standard library in a zip, checks.py
and the files named in the arguments.

usage: probe.py EXPECTED CERTIFICATE KEY    (EXPECTED: JSON with version and modules, the built-ins)
"""

import socket
import sys

from checks import check_all, in_thread


def check_trust():
    """Nothing is trusted that this folder does not have."""
    import ssl

    assert not ssl.create_default_context().get_ca_certs()


def check_foreign_functions():
    """libffi, without a dynamic loader: import ctypes asks it for the program itself, which a packer has to answer."""
    import _ctypes

    _ctypes.dlopen = lambda *arguments: 0
    import ctypes

    twice = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_int, ctypes.c_double)(lambda a, b: 2 * (a + b))
    assert twice(1, 0.5) == 3.0
    assert in_thread(lambda: twice(20, 1)) == 42.0


def check_processes():
    import asyncio
    import subprocess

    run = subprocess.run([sys.executable, "-c", "import sys; print(sys.stdout.encoding, 'gr\\u00fc\\u00df')"], capture_output=True,
                         env={"LC_ALL": "C.UTF-8", "PYTHONHOME": "/"}, check=True)
    assert run.stdout.decode().split() == ["utf-8", "gr\u00fc\u00df"], run.stdout

    async def answer():
        await asyncio.sleep(0.01)
        return await asyncio.to_thread(lambda: 42)

    assert asyncio.run(answer()) == 42
    assert socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)[0][4] == ("127.0.0.1", 80)


def main():
    said = check_all(*sys.argv[1:])
    check_trust()
    check_processes()
    check_foreign_functions()
    print(said)


main()
