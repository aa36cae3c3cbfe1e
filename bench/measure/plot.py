"""The one plot: rows a second of datagen and of its rivals on one core, as SVG that reads on light and dark pages."""
from xml.sax.saxutils import escape

WIDTH, LEFT, RIGHT = 760, 230, 110
TOP, BAR, GAP = 52, 22, 14
STYLE = """
    .page { fill: #ffffff }
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .title { font-weight: 600; font-size: 15px }
    .note { font-size: 12px; fill: #57606a }
    .ours { fill: #1f6feb }
    .theirs { fill: #8c959f }
    .spread { stroke: #1f2328; stroke-width: 1.5 }
    @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117 }
      text { fill: #e6edf3 }
      .note { fill: #9198a1 }
      .ours { fill: #58a6ff }
      .theirs { fill: #6e7681 }
      .spread { stroke: #e6edf3 }
    }
"""


def _label(rate):
    return f"{rate / 1e6:.2f} M rows/s" if rate >= 1e5 else f"{rate / 1e3:.1f} k rows/s"


def bars(results):
    """(name, rates, ours?) from the fastest to the slowest."""
    throughput = results["throughput"]
    chosen = [(f"datagen, {name.split(', ')[1]}", figure["rows_per_second"], True)
              for figure in throughput["own"]
              if (name := figure["name"]) in ("users, COPY, /dev/null", "users, INSERT, /dev/null")]
    chosen += [(figure["name"], figure["rows_per_second"], False) for figure in throughput["rivals"]]
    return sorted(chosen, key=lambda bar: -bar[1]["median"])


def draw(results):
    chosen = bars(results)
    most = max(rates["max"] for _, rates, _ in chosen)
    scale = (WIDTH - LEFT - RIGHT) / most
    height = TOP + len(chosen) * (BAR + GAP) + 24
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
             f'height="{height}" role="img">',
             "  <title>Rows a second, one core, users-like table</title>", f"  <style>{STYLE}  </style>",
             f'  <rect class="page" width="{WIDTH}" height="{height}" rx="6"/>',
             f'  <text class="title" x="{LEFT}" y="22">Rows a second, one core, users-like table</text>']
    for i, (name, rates, ours) in enumerate(chosen):
        y = TOP + i * (BAR + GAP)
        middle = y + BAR / 2
        ends = [LEFT + rates[which] * scale for which in ("min", "median", "max")]
        lines += [f'  <text x="{LEFT - 10}" y="{middle + 4.5:.1f}" text-anchor="end">{escape(name)}</text>',
                  f'  <rect class="{"ours" if ours else "theirs"}" x="{LEFT}" y="{y}" '
                  f'width="{max(ends[1] - LEFT, 1):.1f}" height="{BAR}" rx="2"/>',
                  f'  <line class="spread" x1="{ends[0]:.1f}" y1="{middle}" x2="{ends[2]:.1f}" y2="{middle}"/>',
                  f'  <text x="{max(ends[1:]) + 8:.1f}" y="{middle + 4.5:.1f}">{_label(rates["median"])}</text>']
    machine = results["machine"]
    note = f"Bar: median; line: slowest to fastest run. {machine['processor']}, {machine['date']}."
    lines += [f'  <text class="note" x="16" y="{height - 8}">{escape(note)}</text>', "</svg>"]
    return "\n".join(lines) + "\n"
