"""Ends in the way that its argument names, in an empty folder. Each way of ending is a function."""

import sys

KEPT = []  # what is still there when the program ends


def nothing():
    print("done")


def status():
    sys.exit(3)


def text():
    sys.exit("a text")


def uncaught():
    raise ValueError("nobody catches it")


def profiler():
    def tell(frame, event, argument):
        if event == "call":
            sys.__stdout__.write(f"calls {frame.f_code.co_name}\n")

    sys.setprofile(tell)


def import_hook():
    import builtins

    original = builtins.__import__

    def tell(name, *arguments):
        sys.__stdout__.write(f"imports {name}\n")
        return original(name, *arguments)

    builtins.__import__ = tell


def exit_functions():
    import atexit

    atexit.register(print, "second")
    atexit.register(print, "first")


def exit_function_in_another():
    import atexit

    atexit.register(lambda: (print("outer"), atexit.register(print, "inner")))


def exit_function_fails():
    import atexit

    atexit.register(lambda: 1 / 0)


def exit_function_starts_thread():
    import atexit
    import threading

    def start():
        try:
            threading.Thread(target=print, args=("in a thread",)).start()
        except RuntimeError as error:
            print(error)

    atexit.register(start)


def thread():
    import threading
    import time

    def work():
        time.sleep(0.1)
        print("worked")
        sys.exit(7)

    threading.Thread(target=work).start()


def daemon_thread():
    import threading

    threading.Thread(target=threading.Event().wait, daemon=True).start()


def thread_pool():
    import concurrent.futures

    pool = concurrent.futures.ThreadPoolExecutor(2)
    KEPT.append(pool)
    pool.submit(print, "in the pool")


def process_pool():
    import multiprocessing

    KEPT.append(multiprocessing.get_context("fork").Pool(1))
    print(KEPT[0].apply(abs, (-4,)))


def process():
    import multiprocessing

    KEPT.append(multiprocessing.get_context("fork").Process(target=print, args=("in a process",)))
    sys.stdout.flush()
    KEPT[0].start()


def subprocess_pipe():
    import subprocess

    KEPT.append(subprocess.Popen(["cat"], stdin=subprocess.PIPE))
    KEPT[0].stdin.write(b"through a pipe\n")


def open_text():
    KEPT.append(open("text", "w", encoding="utf-8"))
    KEPT[0].write("some text")


def open_binary():
    KEPT.append(open("binary", "wb"))
    KEPT[0].write(b"some bytes")


def open_frozen():
    import gc

    open_text()
    gc.freeze()


def open_uncollected():
    import gc

    gc.disable()
    holder = [open("text", "w", encoding="utf-8")]
    holder[0].write("in a circle")
    holder.append(holder)


def open_for_reading():
    KEPT.append(open("/dev/null", "rb"))


def warned():
    import warnings

    warnings.simplefilter("always")
    open_for_reading()


def warned_within():
    import gc
    import warnings

    gc.disable()
    KEPT.append(warnings.catch_warnings())
    KEPT[0].__enter__()
    warnings.simplefilter("always")
    circle = [open("/dev/null", "rb")]
    circle.append(circle)


def open_gzip():
    import gzip

    KEPT.append(gzip.GzipFile("packed.gz", "wb", mtime=0))
    KEPT[0].write(b"some bytes" * 1000)


def open_bz2():
    import bz2

    KEPT.append(bz2.open("packed.bz2", "wb"))
    KEPT[0].write(b"some bytes" * 1000)


def open_lzma():
    import lzma

    KEPT.append(lzma.open("packed.xz", "wb"))
    KEPT[0].write(b"some bytes" * 1000)


def open_zip():
    import zipfile

    KEPT.append(zipfile.ZipFile("packed.zip", "w"))
    KEPT[0].writestr(zipfile.ZipInfo("name"), "some text")


def open_tar():
    import io
    import tarfile

    KEPT.append(tarfile.open("packed.tar", "w"))
    member = tarfile.TarInfo("name")
    member.size = 4
    KEPT[0].addfile(member, io.BytesIO(b"four"))


def temporary_file():
    import tempfile

    KEPT.append(tempfile.TemporaryFile(dir="."))
    KEPT[0].write(b"gone")


def named_temporary_file():
    import tempfile

    KEPT.append(tempfile.NamedTemporaryFile(dir="."))
    KEPT[0].write(b"gone")


def temporary_directory():
    import tempfile

    KEPT.append(tempfile.TemporaryDirectory(dir="."))


def mapped():
    import mmap

    with open("mapped", "wb+") as file:
        file.truncate(4096)
        KEPT.append(mmap.mmap(file.fileno(), 4096))
    KEPT[0][:4] = b"four"


def shelf():
    import shelve

    KEPT.append(shelve.open("shelf", writeback=True))
    KEPT[0]["key"] = ["value"]
    KEPT[0]["key"].append("another")


def database():
    import sqlite3

    KEPT.append(sqlite3.connect("database"))
    KEPT[0].execute("PRAGMA journal_mode = WAL")
    KEPT[0].execute("CREATE TABLE numbers (number)")
    KEPT[0].commit()
    KEPT[0].execute("INSERT INTO numbers VALUES (1)")


def log():
    import logging
    import logging.handlers

    target = logging.FileHandler("log", delay=True)
    logging.getLogger().addHandler(logging.handlers.MemoryHandler(100, target=target))
    logging.getLogger().warning("kept in memory")


class Loud:
    def __del__(self):
        print("finalized", file=sys.__stdout__)


class Small:
    """The collector does not know its objects: they hold nothing."""

    __slots__ = ()

    def __del__(self):
        print("finalized")


def finalizer():
    KEPT.append(Loud())


def finalizer_that_logs():
    import logging

    class Failing:
        def __del__(self):
            try:
                raise ValueError("some error")
            except ValueError:
                logging.exception("caught")

    KEPT.append(Failing())


def finalizer_in_circle():
    one = Loud()
    one.self = one


def finalizer_of_small():
    KEPT.append(Small())


def finalizer_of_class():
    class Meta(type):
        def __del__(cls):
            print("class finalized")

    KEPT.append(Meta("Made", (), {}))


def generator():
    def count():
        try:
            yield 1
        finally:
            print("finally")

    KEPT.append(count())
    print(next(KEPT[0]))


def generator_not_begun():
    KEPT.append(number for number in range(3))


def context():
    import contextlib

    @contextlib.contextmanager
    def place():
        print("enter")
        yield
        print("leave")

    KEPT.append(place())
    KEPT[0].__enter__()


def coroutine():
    async def wait():
        pass

    KEPT.append(wait())


def event_loop():
    import asyncio

    KEPT.append(asyncio.new_event_loop())
    print(KEPT[0].run_until_complete(asyncio.sleep(0, "slept")))


def pending_task():
    import asyncio

    loop = asyncio.new_event_loop()
    KEPT.append((loop, loop.create_task(asyncio.sleep(100))))
    loop.run_until_complete(asyncio.sleep(0))


def weak_callback():
    import weakref

    KEPT.append(Plain())
    KEPT.append(weakref.ref(KEPT[0], lambda gone: print("gone")))


class Plain:
    pass


def weak_finalizer():
    import weakref

    KEPT.append(Plain())
    weakref.finalize(KEPT[0], print, "finalized")


def weak_containers():
    import weakref

    KEPT.append(Plain())
    KEPT.append(weakref.WeakSet(KEPT))
    KEPT.append(weakref.WeakValueDictionary(key=KEPT[0]))
    KEPT.append(weakref.WeakKeyDictionary({KEPT[0]: "value"}))


def audit_hook():
    sys.addaudithook(lambda event, arguments: event.startswith("cpython.Py") and sys.stderr.write(event + "\n"))


def collector_callback():
    import gc

    gc.callbacks.append(lambda phase, information: phase == "start" and print("collecting", file=sys.__stdout__))


def other_output():
    import io

    sys.stdout = io.TextIOWrapper(open("output", "wb"), encoding="utf-8")
    print("into a file")


def own_output():
    class Shouting:
        def write(self, text):
            sys.__stdout__.write(text.upper())

        def flush(self):
            sys.__stdout__.write("flushed\n")

    sys.stdout = Shouting()
    print("shouted")


def own_buffer():
    import io

    class Loud(io.RawIOBase):
        def writable(self):
            return True

        def write(self, data):
            return sys.__stdout__.buffer.write(data)

        def flush(self):
            sys.__stdout__.write("flushed\n")

    sys.stdout = io.TextIOWrapper(Loud(), encoding="utf-8", write_through=True)
    print("written")


def lost_output():
    sys.stdout = sys.stderr = None


def thread_local():
    import threading

    local = threading.local()
    local.value = KEPT
    KEPT.append(local)


if __name__ == "__main__":
    globals()[sys.argv[1]]()
