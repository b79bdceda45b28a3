"""What an executable made of the distribution must do on Windows; runs in a folder that holds nothing but it, its standard library in a zip,
checks.py and the files named in the arguments.

usage: probe.py EXPECTED CERTIFICATE KEY    (EXPECTED: JSON with version and modules, the built-ins)
"""

import os
import socket
import sys
import threading
import time

from checks import check_all, in_thread, refuses


def check_interpreter():
    """What tells this Python from one that a gate of the compiler has spoilt."""
    import math

    assert sys.platform == "win32" and sys.winver == "3.13" and sys.dllhandle, (sys.platform, sys.winver)
    assert "AMD64" in sys.version, sys.version
    assert time.timezone == 0 and time.daylight == 0 and time.tzname[0], (time.timezone, time.tzname)
    assert refuses(lambda: time.strftime("%Y", (10000, 1, 1, 0, 0, 0, 0, 1, 0)), ValueError)
    assert refuses(lambda: os.close(4711), OSError), "the C runtime would end the program"
    assert math.log2(5e-324) == -1074 and math.log2(8) == 3 and math.log2(1 + 2**-52) > 0
    assert str(math.fmod(-2.0, 1.0)) == "-0.0" and math.ldexp(6993274598585239, -1126) == 1e-323
    assert hasattr(os, "spawnv") and hasattr(os, "execv") and hasattr(os, "getppid") and hasattr(os, "system")


def check_sockets():
    """Timeouts and select, with numbers that are no indices."""
    import select

    assert socket.IPPROTO_TCP == 6 and socket.IPPROTO_IPV6 == 41
    left, right = socket.socketpair()
    right.settimeout(0.05)
    assert refuses(lambda: right.recv(1), TimeoutError)
    left.send(b"x")
    assert select.select([right], [], [], 1)[0] == [right]
    assert right.recv(1) == b"x"
    assert socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)[0][4] == ("127.0.0.1", 80)
    left.close()
    right.close()


def check_asyncio():
    import asyncio

    async def serve(reader, writer):
        writer.write((await reader.readline()).upper())
        writer.close()

    async def talk():
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"hello\n")
        assert await reader.readline() == b"HELLO\n"
        writer.close()
        server.close()
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(6 * 7)", stdout=asyncio.subprocess.PIPE)
        assert (await process.communicate())[0].split() == [b"42"]

    asyncio.run(talk())


def check_processes():
    import subprocess

    run = subprocess.run([sys.executable, "-X", "utf8", "-c", "import sys; print(sys.argv[1])", "gr\u00fc\u00df \u6f22"],
                         capture_output=True, check=True)
    assert run.stdout.decode().split() == ["gr\u00fc\u00df", "\u6f22"], run.stdout
    assert subprocess.run([sys.executable, "-c", "raise SystemExit(3)"]).returncode == 3


def square(number):
    return number * number, os.getpid()


def check_multiprocessing():
    import multiprocessing

    with multiprocessing.Pool(2) as pool:
        results = pool.map(square, range(4))
    assert [each for each, _ in results] == [0, 1, 4, 9]
    assert os.getpid() not in {process for _, process in results}


def check_foreign_functions():
    """libffi, DLLs, structured exceptions, and the API that the executable itself exports."""
    import ctypes
    from ctypes import wintypes

    twice = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_int, ctypes.c_double)(lambda a, b: 2 * (a + b))
    assert twice(1, 0.5) == 3.0
    assert in_thread(lambda: twice(20, 1)) == 42.0

    seen = []
    visit = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.LPWSTR, wintypes.LPARAM)(lambda name, _: seen.append(name) or True)
    assert ctypes.windll.kernel32.EnumSystemLocalesW(visit, 1) and seen

    class Pair(ctypes.Structure):
        _fields_ = [("x", ctypes.c_longlong), ("y", ctypes.c_longlong), ("z", ctypes.c_longlong)]

    total = ctypes.CFUNCTYPE(ctypes.c_longlong, Pair)(lambda pair: pair.x + pair.y + pair.z)
    assert total(Pair(1, 2, 3)) == 6
    assert refuses(lambda: ctypes.string_at(8), OSError), "an access violation"

    ctypes.pythonapi.PyLong_FromLong.restype = ctypes.py_object
    assert ctypes.pythonapi.PyLong_FromLong(42) == 42
    assert ctypes.py_object.in_dll(ctypes.pythonapi, "PyExc_ValueError").value is ValueError


def check_windows():
    import mmap
    import msvcrt
    import platform
    import ssl
    import tempfile
    import winreg

    import _wmi

    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, "Software\\Probe") as key:
        winreg.SetValueEx(key, "gr\u00fc\u00df", 0, winreg.REG_SZ, "\u6f22")
        assert winreg.QueryValueEx(key, "gr\u00fc\u00df") == ("\u6f22", winreg.REG_SZ)
    with tempfile.TemporaryDirectory(prefix="gr\u00fc\u00df \u6f22 ") as folder:
        path = os.path.join(folder, "\u6f22.bin")
        with open(path, "wb+") as file:
            file.write(b"\0" * 8192)
            file.flush()
            with mmap.mmap(file.fileno(), 0) as memory:
                memory[4096:4101] = b"hello"
        with open(path, "rb") as file:
            assert file.read()[4096:4101] == b"hello"
            assert msvcrt.get_osfhandle(file.fileno())
    with mmap.mmap(-1, 4096, "jox-probe") as one, mmap.mmap(-1, 4096, "jox-probe") as other:
        one[:5] = b"hello"
        assert other[:5] == b"hello"
    assert isinstance(ssl.enum_certificates("ROOT"), list)
    assert refuses(lambda: _wmi.exec_query("DELETE Version"), ValueError)
    assert refuses(lambda: _wmi.exec_query("SELECT Version FROM Win32_OperatingSystem"), OSError), "wine has no WMI that answers"
    assert platform.system() == "Windows" and platform.machine() == "AMD64", platform.uname()


def main():
    said = check_all(*sys.argv[1:])
    check_interpreter()
    check_sockets()
    check_asyncio()
    check_processes()
    check_multiprocessing()
    check_foreign_functions()
    check_windows()
    assert threading.active_count() == 1, threading.enumerate()
    print(said)


if __name__ == "__main__":
    main()
