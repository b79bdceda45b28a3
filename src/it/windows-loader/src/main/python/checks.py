"""What DLLs that the loader of jox loads from memory see of Windows' rules. Each mode is a function, and prints what the test compares."""

import ctypes
import sys
import threading
import time


def names():
    probe = ctypes.CDLL("probe.dll")
    print(probe.found_itself(), probe.opened_itself(), probe.is_based())


def threads():
    probe, plain = ctypes.CDLL("probe.dll"), ctypes.CDLL("plain.dll")
    print(probe.ignored_threads(), plain.ignored_threads())
    counts = []
    for _ in range(3):
        thread = threading.Thread(target=lambda: counts.append([probe.count(), probe.count()]))
        thread.start()
        thread.join()
    for _ in range(100):
        if probe.threads_ended() < 3:
            time.sleep(0.05)
    print(counts, probe.threads_begun() >= 3, probe.threads_ended() >= 3, plain.threads_begun())


def resources():
    probe = ctypes.CDLL("probe.dll")
    buffer = ctypes.create_string_buffer(100)
    print(probe.text(buffer, 100), buffer.value.decode())
    size = probe.data(buffer, 100)
    print(size, buffer.raw[: max(size, 0)].decode())
    print(sys.winver)


def refusal():
    try:
        ctypes.CDLL("refusing.dll")
    except OSError as error:
        word = ctypes.create_string_buffer(10)
        ctypes.windll.kernel32.GetEnvironmentVariableA(b"REFUSING", word, 10)
        print(error)
        print(word.value.decode())


if __name__ == "__main__":
    globals()[sys.argv[1]]()
