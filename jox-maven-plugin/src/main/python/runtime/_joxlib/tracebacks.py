"""Tracebacks with source lines for Python 3.11 and 3.12, whose own excepthook reads the lines from files."""

import sys
import threading
import traceback


def excepthook(exception_type, exception, trace):
    traceback.print_exception(exception_type, exception, trace)


def thread_excepthook(args):
    if args.exc_type is SystemExit:
        return
    stream = sys.stderr
    if stream is None:
        stream = getattr(args.thread, "_stderr", None)
        if stream is None:
            return
    name = args.thread.name if args.thread is not None else threading.get_ident()
    print(f"Exception in thread {name}:", file=stream, flush=True)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=stream)
    stream.flush()
