"""How a program ends, seen by the one that started it."""

import subprocess
import sys

STATUSES = ["None", "0", "3", "256", "-1", "2**31", "2**32 + 5", "'words'", "(1, 2)", "True"]


def ends():
    for what in STATUSES:
        print(what, *end("leave", what))
    print(*[end(what)[0] for what in ("unhandled", "at_once", "crash")])


def end(*arguments):
    ended = subprocess.run([sys.executable, *arguments], stderr=subprocess.PIPE, text=True)
    return [ended.returncode, *ended.stderr.split("\n")[:1]]


def leave(what):
    sys.exit(eval(what))


def unhandled():
    1 / 0


def at_once():
    import os

    os._exit(300)


def crash():
    import os

    os.abort()


def control_c():
    """Ctrl-C in a console of its own: everything that is attached to it gets the event, this program too."""
    import ctypes
    import signal

    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel32.FreeConsole()
    if not kernel32.AllocConsole():
        raise ctypes.WinError(ctypes.get_last_error())
    signal.signal(signal.SIGINT, lambda number, frame: None)
    for child in "wait", "wait_with_handler":
        process = subprocess.Popen([sys.executable, child], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        process.stdout.readline()
        if not kernel32.GenerateConsoleCtrlEvent(signal.CTRL_C_EVENT, 0):
            raise ctypes.WinError(ctypes.get_last_error())
        output, errors = process.communicate(timeout=60)
        print(hex(process.returncode), output.strip(), errors.strip().split("\n")[-1])


def wait():
    import time

    try:
        print("ready", flush=True)
        while True:
            time.sleep(0.05)
    finally:
        print("tidied up", flush=True)


def wait_with_handler():
    import signal
    import time

    came = []
    signal.signal(signal.SIGINT, lambda number, frame: came.append(number))
    print("ready", flush=True)
    while not came:
        time.sleep(0.05)
    print("handled", came, flush=True)
    sys.exit(9)
