"""Results as the Markdown tables of docs/performance.md, each between its two marker comments."""
import re

SLOWEST = 10


def _amount(value):
    """Three significant digits, with thousands separated."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:#.3g}"


def _spread(rates, unit=1.0):
    return f"{_amount(rates['median'] / unit)} ({_amount(rates['min'] / unit)} to {_amount(rates['max'] / unit)})"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def by_name(figures, name):
    return next(figure for figure in figures if figure["name"] == name)


def _machine(results):
    machine = results["machine"]
    facts = (("processor", f"{machine['processor']}, {machine['cores']} cores"),
             ("memory", f"{machine['memory_bytes'] / 2**30:.0f} GiB"), ("kernel", machine["kernel"]),
             ("compiler", machine["compiler"]), ("date", machine["date"]), ("commit", machine["commit"]),
             ("run", f"`bench/run {results['arguments']}`".replace(" `", "`")),
             ("load at its start", f"{machine['load_at_start']:.1f} (0 is a quiet machine)"))
    return "\n".join(["| | |", "|---|---|"] + [f"| {name} | {value} |" for name, value in facts])


def _throughput(results):
    figures = results["throughput"]["own"]
    return table(("one core", "million rows/s", "MB/s", "bytes a row"),
                 [(figure["name"], _spread(figure["rows_per_second"], 1e6), _spread(figure["mb_per_second"]),
                   f"{figure['bytes'] / figure['rows']:.0f}") for figure in figures])


def _ratio(ours, theirs, rate):
    return f"{_amount(ours[rate]['median'] / theirs[rate]['median'])} ×"


def _rivals(results):
    own = by_name(results["throughput"]["own"], "users, COPY, /dev/null")
    rows = [("datagen, COPY" if figure is own else figure["name"],
             _spread(figure["rows_per_second"], 1e6), _spread(figure["mb_per_second"]),
             _ratio(own, figure, "rows_per_second"), _ratio(own, figure, "mb_per_second"))
            for figure in [own] + results["throughput"]["rivals"]]
    text = table(("users-like rows", "million rows/s", "MB/s", "datagen's rows/s", "datagen's MB/s"), rows)
    missing = results["throughput"]["missing"]
    return text + (f"\n\nMissing in this run: {', '.join(sorted(missing))}." if missing else "")


def _scaling(results):
    one = results["scaling"][0]
    return table(("jobs", "million rows/s", "MB/s", "against one"),
                 [(str(figure["jobs"]), _spread(figure["rows_per_second"], 1e6), _spread(figure["mb_per_second"]),
                   _ratio(figure, one, "rows_per_second")) for figure in results["scaling"]])


def _growth(results):
    def nanoseconds(figure):
        seconds = figure["seconds"]
        return [_amount(seconds[which] / figure["rows"] * 1e9) for which in ("median", "min", "max")]

    return table(("rows", "ns a row", "min", "max"),
                 [(f"{figure['rows']:,}", *nanoseconds(figure)) for figure in results["growth"]])


def _memory(results):
    return table(("rows", "jobs", "peak memory, MiB"),
                 [(f"{entry['rows']:,}", str(entry["jobs"]), f"{entry['peak_bytes'] / 2**20:.1f}")
                  for entry in results["memory"]])


def _start_up(results):
    seconds = results["start_up"]["seconds"]
    return table(("whole process", "ms", "min", "max"),
                 [("three tables of 1,000 rows",
                   *(f"{seconds[which] * 1000:.1f}" for which in ("median", "min", "max")))])


def _values(results):
    if "values" not in results:
        return "Not measured in this run."
    texts = []
    for kind, head in (("value", "slowest generators"), ("encode", "slowest encoders")):
        slowest = sorted(results["values"][kind], key=lambda entry: -entry["nanoseconds"])[:SLOWEST]
        texts.append(table((head, "ns a value"), [(entry["name"], _amount(entry["nanoseconds"])) for entry in slowest]))
    return "\n\n".join(texts)


PARTS = {"machine": _machine, "throughput": _throughput, "rivals": _rivals, "scaling": _scaling, "growth": _growth,
         "memory": _memory, "start-up": _start_up, "values": _values}


def render(page, results, parts=None):
    """The page with every table made anew.  Fails on a page that lacks one, or has one that is not known."""
    parts = PARTS if parts is None else parts
    found = re.findall(r"<!-- measured: ([a-z-]+) -->", page)
    if sorted(found) != sorted(parts):
        raise ValueError(f"the page has the tables {', '.join(found)}; there must be one each of {', '.join(parts)}")
    for name, make in parts.items():
        begin, end = f"<!-- measured: {name} -->", "<!-- end -->"
        pattern = re.escape(begin) + r".*?" + re.escape(end)
        text = f"{begin}\n{make(results)}\n{end}"
        page, count = re.subn(pattern, lambda _, text=text: text, page, count=1, flags=re.DOTALL)
        if count != 1:
            raise ValueError(f"the table {name} has no end marker")
    return page
