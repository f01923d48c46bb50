"""One contender, one measurement, in a process of its own: prints a line of JSON.

python measure.py CONTENDER cold FOLDER SOURCE          one issue, everything from nothing
python measure.py CONTENDER warm FOLDER SOURCE …        all sources, each told
python measure.py CONTENDER further FOLDER SOURCE …     all sources; the first three do not count
"""

import importlib
import json
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent


def main(contender: str, mode: str, folder: Path, sources: list[Path]) -> None:
    """Make every source with a contender and say what it took."""
    sys.path.insert(0, str(HERE / "contenders"))
    make = importlib.import_module(contender).make
    cpu, wall, sizes = [], [], []
    for source in sources:
        begun, clock = time.process_time(), time.perf_counter()
        outputs = make(source, folder)
        cpu.append(time.process_time() - begun)
        wall.append(time.perf_counter() - clock)
        sizes.append(next(path.stat().st_size for path in outputs if path.suffix == ".pdf"))
    start = 0 if mode in {"cold", "warm"} else min(3, len(sources) - 1)
    line = {"cpu": cpu[start:], "wall": wall[start:], "bytes": sizes[start:], "peak": _peak()}
    print(json.dumps(line))


def _peak() -> int:
    """The most memory this process held, bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), [Path(path) for path in sys.argv[4:]])
