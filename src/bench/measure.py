"""Times whole processes, interleaved, so that what the machine does meanwhile hits all of them alike."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Contestant:
    """A command line that does the same work as the others of its row."""

    name: str
    command: tuple


@dataclass(frozen=True)
class Timing:
    """Wall times of one contestant in seconds, one per round."""

    seconds: tuple

    @property
    def median(self):
        return statistics.median(self.seconds)

    def over(self, other):
        """The quartiles of this one's time over another's, round by round, with the median in the middle."""
        ratios = [mine / theirs for mine, theirs in zip(self.seconds, other.seconds)]
        low, _, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
        return low, self.median / other.median, high


def same_output(contestants, environment):
    """Raises SystemExit unless all of them succeed and print the same."""
    expected = None
    for contestant in contestants:
        done = subprocess.run(contestant.command, env=environment, capture_output=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{contestant.name} failed with status {done.returncode}:\n{done.stderr.decode()}")
        if expected is None:
            expected = done.stdout
        elif done.stdout != expected:
            raise SystemExit(f"{contestant.name} prints {done.stdout!r},\n{contestants[0].name} {expected!r}")


def interleaved(contestants, runs, environment):
    """Runs each of them once per round, in an order that rotates; gives a Timing by name."""
    same_output(contestants, environment)
    times = {contestant.name: [] for contestant in contestants}
    for turn in range(runs + 2):
        shift = turn % len(contestants)
        for contestant in contestants[shift:] + contestants[:shift]:
            seconds = once(contestant.command, environment)
            if turn >= 2:  # the first two warm the page cache
                times[contestant.name].append(seconds)
    return {name: Timing(tuple(seconds)) for name, seconds in times.items()}


def once(command, environment):
    """The wall time of one run, its output sent to /dev/null."""
    silent = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, environment, file_actions=silent)
    _, status = os.waitpid(pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        raise SystemExit(f"{' '.join(command)}: wait status {status}")
    return seconds


def seconds_of(action, runs, prepare=lambda turn: None):
    """Times an action; prepare(turn) runs before each, untimed."""
    times = []
    for turn in range(runs):
        prepare(turn)
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return Timing(tuple(times))
