"""Ends in the way that its first argument names."""

import atexit
import os
import sys
import threading
import time


def entry():
    atexit.register(print, "atexit")
    return {"five": 5, "text": "message", "none": None}[sys.argv[1]]


def work(x):
    return x * x, __name__


def processes(method):
    import multiprocessing

    context = multiprocessing.get_context(method)
    with context.Pool(2) as pool:
        print(pool.map(work, [2, 3]))
    queue = context.Queue()
    process = context.Process(target=queue.put, args=(("queued", 1),))
    process.start()
    print(queue.get())
    process.join()
    print(process.exitcode)


def main(how):
    if how == "exit":
        sys.exit(3)
    elif how == "exit-text":
        sys.exit("bye")
    elif how == "exit-none":
        sys.exit()
    elif how == "builtin-exit":
        exit(4)
    elif how == "interrupt":
        raise KeyboardInterrupt
    elif how == "signal":
        os.kill(os.getpid(), 2)
        time.sleep(10)
    elif how == "error":
        raise ValueError("wrong")
    elif how == "thread":
        atexit.register(print, "atexit")

        def later():
            time.sleep(0.1)
            print("thread")

        threading.Thread(target=later).start()
        print("main")
    elif how == "print":
        print("x" * 100)
    elif how == "encodings":
        print(sys.stdin.encoding, sys.stdout.encoding, sys.getfilesystemencoding(), "ä€")
    elif how == "arguments":
        print(sys.argv)
    elif how == "environment":
        print(sorted(name for name in os.environ if name.startswith(("LD_", "PYTHON", "JOX"))))
        print(sys.flags.optimize, sys.flags.verbose, "nowhere" in str(sys.path))
    else:
        processes(how)


if __name__ == "__main__":
    main(sys.argv[1])
