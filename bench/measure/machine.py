"""What the figures were measured on."""
import datetime
import os
import platform
import re
import subprocess
from pathlib import Path


def _first_line(*command, directory=None):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=directory)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return (done.stdout.splitlines() or ["unknown"])[0]


def _processor():
    for path, pattern in (("/proc/cpuinfo", r"model name\s*:\s*(.*)"), ("/proc/cpuinfo", r"Model\s*:\s*(.*)")):
        found = re.search(pattern, Path(path).read_text(encoding="utf-8", errors="replace"))
        if found:
            return found.group(1)
    return platform.machine()


def cores():
    return len(os.sched_getaffinity(0))


def describe(source):
    pages, page_size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    commit = _first_line("git", "describe", "--always", "--dirty", directory=source)
    return {"processor": _processor(), "cores": cores(), "memory_bytes": pages * page_size,
            "kernel": f"{platform.system()} {platform.release()}", "compiler": _first_line("c++", "--version"),
            "date": datetime.date.today().isoformat(), "commit": commit, "load_at_start": os.getloadavg()[0]}
