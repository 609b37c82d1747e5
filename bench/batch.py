#!/usr/bin/env python3
"""Whole runs of `svodka batch` over fictional regions: one execution report for each organization, PDF and XLSX.

    batch.py SVODKA FOLDER [ORGANIZATIONS…]      by default 100 500 1000 5000

For each region one and two workers take turns: pairs of documents a second (wall clock), CPU milliseconds a pair, peak
memory of the process, and the time of a run again over nothing new.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import time

FOLDER = pathlib.Path(__file__).parent
JOB = """\
database = "region-{count}.db"
output = "out"
as_of = "2026-10-31"
period = "2026-10"
[[report]]
name = "execution"
template = "execution_report"
file = "{{organization}}/execution"
for_each = "SELECT organization FROM organization_card ORDER BY ordinal"
parameters = {{ organization = "{{organization}}", period = "{{period}}" }}
"""


def quiet(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_region(svodka, folder, count):
    """The job file."""
    job = folder / f"region-{count}.toml"
    job.write_text(JOB.format(count=count))
    database = folder / f"region-{count}.db"
    database.unlink(missing_ok=True)
    data = folder / "region.json"
    quiet(sys.executable, FOLDER / "region.py", str(count), data)  # the peak of a child is at least its parent's size
    quiet(svodka, "init", database)
    quiet(svodka, "import", data, "--db", database)
    data.unlink()
    return job


def measured(svodka, job, workers):
    """(wall seconds, CPU seconds, megabytes) of one run."""
    start = time.monotonic()
    process = subprocess.Popen([svodka, "batch", job, "--jobs", str(workers), "--progress", "none"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"batch.py: svodka batch {job} failed")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    svodka, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    counts = list(map(int, sys.argv[3:])) or [100, 500, 1000, 5000]
    print("| organizations | workers | pairs a second | CPU a pair | peak memory | nothing new |")
    print("|---|---|---|---|---|---|")
    for count in counts:
        job = make_region(svodka, folder, count)
        for workers in 1, 2:
            shutil.rmtree(folder / "out", ignore_errors=True)
            os.sync()  # what an earlier run wrote is not this one's to wait for
            wall, cpu, memory = measured(svodka, job, workers)
            again, _, _ = measured(svodka, job, workers)
            print(f"| {count:,} | {workers} | {count / wall:.0f} | {cpu / count * 1000:.1f} ms | {memory:.1f} MB "
                  f"| {again / wall:.1%} of it |", flush=True)
        shutil.rmtree(folder / "out")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
