"""Processes and what they share."""

import multiprocessing
import multiprocessing.shared_memory


def parallel():
    print(multiprocessing.get_all_start_methods(), multiprocessing.get_start_method())
    with multiprocessing.Pool(2) as workers:
        try:
            workers.apply(divide, (1, 0))
        except ZeroDivisionError as error:
            print(error)
    memory = multiprocessing.shared_memory.SharedMemory(create=True, size=8)
    lock = multiprocessing.Lock()
    processes = [multiprocessing.Process(target=add, args=(memory.name, lock)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(memory.buf[0], [process.exitcode for process in processes])
    memory.close()
    with multiprocessing.Manager() as manager:
        shared = manager.dict()
        process = multiprocessing.Process(target=shared.update, args=({"ä": "日本"},))
        process.start()
        process.join()
        print(dict(shared))
    process = multiprocessing.Process(target=exit, args=(7,))
    process.start()
    process.join()
    print(process.exitcode)


def divide(one, other):
    return one // other


def add(name, lock):
    memory = multiprocessing.shared_memory.SharedMemory(name=name)
    with lock:
        memory.buf[0] += 1
    memory.close()


def exit(status):
    raise SystemExit(status)
