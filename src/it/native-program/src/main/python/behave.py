"""Does what its first argument says: things that users expect of any program."""

import atexit
import inspect
import io
import json
import linecache
import os
import signal
import subprocess
import sys
import tempfile
import threading
import zipfile

import deep


def arguments():
    print(json.dumps(sys.argv[2:], ensure_ascii=False))


def status():
    sys.exit(json.loads(sys.argv[2]))


def number():
    print("before")
    return int(sys.argv[2])


def interrupt():
    print("before", flush=True)
    os.kill(os.getpid(), signal.SIGINT)
    print("after")


def interrupt_caught():
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        print("caught")


def terminate():
    os.kill(os.getpid(), signal.SIGTERM)


def pipe():
    """Writes into a pipe that nobody reads."""
    read, write = os.pipe()
    os.close(read)
    os.dup2(write, 1)
    print("lost", flush=True)


def streams():
    print([stream.encoding.lower().replace("-", "") for stream in (sys.stdin, sys.stdout, sys.stderr)])
    print(sys.getfilesystemencoding().replace("-", ""), sys.stdin.errors, sys.stdout.errors, sys.stderr.errors)
    print(sys.stdin.read().upper(), end="")


def failure():
    deep.first(3)


def failure_in_thread():
    thread = threading.Thread(target=deep.first, args=(0,), name="worker")
    thread.start()
    thread.join()
    print("after")


def order():
    """What is said at the end, in which order."""
    atexit.register(print, "registered first")
    atexit.register(print, "registered last")
    started = threading.Event()

    def work():
        started.wait()
        threading.main_thread().join(0.2)
        print("thread")

    threading.Thread(target=work).start()
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    started.set()
    print("main")


def threads():
    """Deep recursion, locks and many threads at once."""

    def depth(n):
        return 0 if n == 0 else 1 + depth(n - 1)

    results = []
    lock = threading.Lock()

    def work(n):
        value = depth(900) + n
        with lock:
            results.append(value)

    all_threads = [threading.Thread(target=work, args=(n,)) for n in range(20)]
    for thread in all_threads:
        thread.start()
    for thread in all_threads:
        thread.join()
    print(sum(results))


def unclosed():
    """Leaves files unclosed; they must be whole afterwards."""
    folder = sys.argv[2]
    text = open(os.path.join(folder, "text"), "w", encoding="utf-8")
    text.write("text")
    archive = zipfile.ZipFile(os.path.join(folder, "archive.zip"), "w")
    archive.writestr("entry", "content")
    raw = io.BufferedWriter(io.FileIO(os.path.join(folder, "raw"), "w"))
    raw.write(b"raw")
    scratch = tempfile.NamedTemporaryFile(dir=folder, prefix="scratch")
    scratch.write(b"x")
    globals().update(locals())


def environment():
    """What a child sees, and which variables there are that the user has not set."""
    lines = subprocess.run(["/usr/bin/env"], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    print("\n".join(sorted(lines)))


def isolation():
    flags = sys.flags
    print(flags.optimize, flags.inspect, flags.verbose, flags.dont_write_bytecode, flags.no_user_site, __debug__)
    print([entry for entry in sys.path if "elsewhere" in entry or entry in ("", ".", os.getcwd())])
    print("usercustomize" in sys.modules, "sitecustomize" in sys.modules, "startup" in os.environ)
    print(json.dumps({"shadowed": hasattr(json, "SHADOW")}))


def source():
    print(inspect.getsource(deep.first), end="")
    print(linecache.getline(deep.__file__, 1), end="")
    print(os.path.basename(deep.__file__), os.path.basename(__file__))


def identity():
    print(os.path.basename(sys.executable), sys.argv[0] == sys.argv[0].strip(), hasattr(sys, "jox"), __name__)
    print(os.path.samefile(sys.executable, "/proc/self/exe"))


if __name__ == "__main__":
    sys.exit(globals()[sys.argv[1]]())
