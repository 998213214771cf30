"""How the work grows with the size of what is read, over three decades.

Work is instructions, as callgrind counts them: small files take less time than a start, and no busy machine changes the count.
Without valgrind it is processor time.
"""
import math, re, shutil, subprocess

from measure import WORK, Measurement

HEAD = """# Postmortem: lost mails on 2024-05-13

## Summary

On 2024-05-13 from 10:00 to 12:30 UTC mails were lost. 8 % of the users were hit.

"""
PROSE = ("The dashboards of the team showed the first sign, though nobody looked at them at that time. Support collected the "
         "tickets in one thread so that the engineers could compare the accounts of those who had asked.\n\n")


def prose(count):
    return HEAD + "## Root cause\n\n" + PROSE * count


def timeline(count):
    days = [(2024, 1 + n // (28 * 1440) % 12, 1 + n // 1440 % 28, n // 60 % 24, n % 60) for n in range(count)]
    lines = [f"- {y}-{mo:02}-{d:02} {h:02}:{mi:02}: event {n} was seen\n" for n, (y, mo, d, h, mi) in enumerate(days)]
    return HEAD + "## Timeline (UTC)\n\n" + "".join(lines)


def words(number):
    """A name of its own for each number, so that each measure has one task that fits and all others do not."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "".join(letters[number // 26 ** place % 26] for place in (2, 1, 0)) + "bus"


def measures(count):
    return (HEAD + "## Preventive measures\n\n" + "".join(f"- Improve monitoring of the {words(n)} queue\n" for n in range(count))
            + "\n## Tasks\n\n"
            + "".join(f"- [ ] Add an alert for the {words(n)} queue (owner: Ada, due 2024-07-01)\n" for n in range(count)))


def findings(count):
    return HEAD + "## Root cause\n\n" + "TODO: say what the cache held\n" * count


# What grows, with the smallest number of it, a thousandth of the largest.
KINDS = [("paragraphs of prose", prose, 30), ("entries of a timeline", timeline, 30), ("measures and as many tasks", measures, 10),
         ("findings", findings, 30)]


class Meter:
    """The work of a run, in millions of instructions or in milliseconds."""

    def __init__(self, pmlint):
        self.valgrind = shutil.which("valgrind")
        self.unit = "million instructions" if self.valgrind else "ms"
        self.pmlint = WORK / "pmlint-stripped"
        # Valgrind does not read the debug information of this compiler.
        subprocess.run(["strip", "-o", self.pmlint, pmlint], check=True)

    def spent(self, path):
        argv = [self.pmlint, "--exit-zero", "--no-config", "--format", "concise", path]
        if self.valgrind:
            done = subprocess.run([self.valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", *argv],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
            return int(re.search(r"Collected\s*:\s*(\d+)", done.stderr).group(1)) / 1e6
        row = Measurement("", argv)
        for _ in range(10):
            row.run()
        # Other programs only add to it.
        return min(row.cpu)


class Growth:
    """The work of one kind, less that of a run on an empty file."""

    def __init__(self, name, counts, work):
        self.name, self.counts, self.work = name, counts, work

    @property
    def exponent(self):
        """Over all decades, by least squares of the logarithms: 1 is linear, 2 a square."""
        points = [(math.log10(c), math.log10(w)) for c, w in zip(self.counts, self.work)]
        middle = [sum(values) / len(points) for values in zip(*points)]
        return sum((x - middle[0]) * (y - middle[1]) for x, y in points) / sum((x - middle[0]) ** 2 for x, _ in points)

    @property
    def steps(self):
        return [math.log10(after / before) for before, after in zip(self.work, self.work[1:])]


def grow(pmlint, corpus):
    """The growth of each kind, and the unit of the work."""
    meter = Meter(pmlint)
    folder = WORK / "growth"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "empty.md").write_text(HEAD)
    idle = meter.spent(folder / "empty.md")
    result = []
    for name, make, first in KINDS:
        counts = [first * 10 ** decade for decade in range(4)]
        work = []
        for count in counts:
            path = folder / f"{make.__name__}-{count}.md"
            path.write_text(make(count))
            work.append(max(0.01, meter.spent(path) - idle))
        result.append(Growth(name, counts, work))
    return [*result, grow_files(meter, folder, corpus, idle)], meter.unit


def grow_files(meter, folder, corpus, idle):
    paths = sorted(corpus.rglob("*.md"))
    counts = [len(paths) // 10 ** decade for decade in (3, 2, 1, 0)]
    work = []
    for count in counts:
        part = folder / f"files-{count}"
        for number, path in enumerate(paths[:count]):
            place = part / f"{number // 500:02}"
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place / path.name)
        work.append(max(0.01, meter.spent(part) - idle))
    return Growth("files of 4 KB", counts, work)


def lines(growths, unit):
    head = [f"| what grows | sizes | {unit} | exponent of each decade | exponent |", "|---|---|---|---|---:|"]
    return "\n".join(head + [
        f"| {g.name} | {g.counts[0]:,} … {g.counts[-1]:,} | {' · '.join(f'{w:,.3g}' if w < 100 else f'{w:,.0f}' for w in g.work)} "
        f"| {' · '.join(f'{s:.2f}' for s in g.steps)} | {g.exponent:.2f} |" for g in growths])
