"""Repeated measurements and what is said of them."""
import statistics
from dataclasses import dataclass, field


@dataclass
class Contender:
    """One thing that is measured: measure() makes `rows` rows and returns the seconds it took and the bytes it made."""

    name: str
    measure: object
    rows: int
    seconds: list = field(default_factory=list)
    size: int = 0


def repeat_in_turn(contenders, repetitions, tell, warm_up=True):
    """A B C A B C ...: what disturbs the machine disturbs all.  A round to warm up, number 0, is not counted."""
    for round_number in range(0 if warm_up else 1, repetitions + 1):
        for contender in contenders:
            seconds, size = contender.measure()
            contender.size = size
            if round_number > 0:
                contender.seconds.append(seconds)
                tell(f"  {round_number}/{repetitions} {contender.name}: {seconds:.3f} s")


def figure(contender):
    """As it stands in the results: rates in rows and megabytes (10^6 bytes) a second, by median, minimum, maximum."""

    def rates(amount):
        return {"median": amount / statistics.median(contender.seconds), "min": amount / max(contender.seconds),
                "max": amount / min(contender.seconds)}

    return {"name": contender.name, "rows": contender.rows, "bytes": contender.size,
            "seconds": {"median": statistics.median(contender.seconds), "min": min(contender.seconds),
                        "max": max(contender.seconds), "all": contender.seconds},
            "rows_per_second": rates(contender.rows), "mb_per_second": rates(contender.size / 1e6)}
