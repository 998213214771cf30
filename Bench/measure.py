"""Programs with their times and their peak memory, and tables of them."""
import os, pathlib, statistics, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / ".build-bench"


class Measurement:
    """One program with its times and its peak memory."""

    def __init__(self, name, argv, stdin=None, cwd=None, env=None):
        self.name, self.argv, self.stdin, self.cwd = name, [str(a) for a in argv], stdin, cwd
        self.env = dict(os.environ, **env) if env else None
        self.times, self.cpu, self.memory = [], [], 0

    def run(self):
        source = open(self.stdin, "rb") if self.stdin else subprocess.DEVNULL
        start = time.perf_counter()
        process = subprocess.Popen(self.argv, stdin=source, cwd=self.cwd, env=self.env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.times.append((time.perf_counter() - start) * 1000)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"bench: {' '.join(self.argv[:4])} … ended with status {process.returncode}")
        self.cpu.append((usage.ru_utime + usage.ru_stime) * 1000)

    def weigh(self):
        source = open(self.stdin, "rb") if self.stdin else subprocess.DEVNULL
        done = subprocess.run([WORK / "peak", *self.argv], stdin=source, stdout=subprocess.PIPE, check=True, cwd=self.cwd, env=self.env)
        self.memory = int(done.stdout) / 1024

    @property
    def wall(self):
        return statistics.median(self.times)

    @property
    def processor(self):
        return statistics.median(self.cpu)


def measure(rows, rounds, weighs=True):
    """In rounds that take turns, so that what else the machine does meets all alike; the first round is not counted."""
    for row in rows:
        row.run()
        if weighs:
            row.weigh()
        row.times, row.cpu = [], []
    for _ in range(rounds):
        for row in rows:
            row.run()


class Table:
    """Rows of programs, each told in times of the first."""

    def __init__(self, title, rows, base=None):
        self.title, self.rows, self.base = title, rows, base or rows[0]

    def print(self):
        print(f"\n{self.title}")
        print(f"  {'':44} {'x wall':>9} {'wall ms':>9} {'cpu ms':>9} {'peak MiB':>9}")
        for row in self.rows:
            print(f"  {row.name:44} {row.wall / self.base.wall:9.2f} {row.wall:9.2f} {row.processor:9.2f} {row.memory:9.1f}")

    def markdown(self):
        digits = 0 if self.base.wall > 20 else 2
        lines = [f"| {self.title} | x wall | wall ms | cpu ms | peak MiB |", "|---|---:|---:|---:|---:|"]
        for row in self.rows:
            lines.append(f"| {row.name} | {row.wall / self.base.wall:.2f} | {row.wall:.{digits}f} | {row.processor:.{digits}f} "
                         f"| {row.memory:.1f} |")
        return "\n".join(lines)
