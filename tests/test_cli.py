"""The command: exit status, what it prints, what it writes."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.__main__ import main
from core.tables.schema import TABLES

ROOT = Path(__file__).resolve().parents[1]
STORY = "Talks\n\nNew Delhi, 28 April 2023\n\nDefence Minister Rajnath Singh met his Russian counterpart Sergei Shoigu in New Delhi on Friday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One good document."""
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.txt").write_text(STORY)
    return inside


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "core", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=120)


def test_all_read(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder), "--out", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("1 document, 0 not read, ")
    assert printed.err.endswith(f"-> {tmp_path / 'out'}\n")
    (document,) = table(tmp_path / "out" / "documents.csv")
    assert (document["doc_id"], document["published"]) == ("a.txt", "2023-04-28")
    assert len(table(tmp_path / "out" / "reports.csv")) == int(document["reports"]) == 1


BAD = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 9, "not text"),
    "no_text.csv": (b"id,name\n1,x\n", "unsupported"),
    "broken.jsonl#2": (b'{"text":"A met B."}\n{"text":\n', "bad row"),
    "scan.pdf": (b"%PDF-1.7", "unreadable"),
}


def test_some_not_read(folder: Path, tmp_path: Path) -> None:
    for name, (data, _) in BAD.items():
        (folder / name.split("#")[0]).write_bytes(data)
    (folder / "latin.txt").write_bytes("Café talks were held in Delhi.".encode("latin-1"))
    (folder / "wide.txt").write_bytes(STORY.encode("utf-16"))
    (folder / "broken.html").write_text(f"<html><body><p>{STORY}<div><a href=")
    assert main(["parse", str(folder), "--out", str(tmp_path / "out")]) == 1
    problems = {row["doc_id"]: row["problem"] for row in table(tmp_path / "out" / "problems.csv")}
    assert problems == {name: problem for name, (_, problem) in BAD.items()}
    read = [row["doc_id"] for row in table(tmp_path / "out" / "documents.csv")]
    assert read == ["a.txt", "broken.html", "broken.jsonl#1", "latin.txt", "wide.txt"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param([], "COMMAND", id="no command"),
        pytest.param(["nonsense"], "nonsense", id="unknown command"),
        pytest.param(["parse"], "PATH", id="no path"),
        pytest.param(["parse", "IN"], "--out", id="no folder to write to"),
        pytest.param(
            ["parse", "IN/nowhere", "--out", "OUT"], "there is no file or folder", id="no such path"
        ),
        pytest.param(["parse", "IN", "--out", "IN/a.txt"], "is a file", id="a file to write to"),
        pytest.param(
            ["parse", "IN", "--out", "OUT", "--workers", "x"], "from 0 to 256", id="workers no number"
        ),
        pytest.param(
            ["parse", "IN", "--out", "OUT", "--workers", "-1"], "--workers", id="workers below nought"
        ),
        pytest.param(["parse", "IN", "--out", "OUT", "--published", "28/4"], "2023-04-28", id="no date"),
        pytest.param(["parse", "IN", "--out", "OUT", "--format", "xlsx"], "xlsx", id="unknown format"),
    ],
)
def test_wrong_usage(
    arguments: list[str], words: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [part.replace("IN", str(folder)).replace("OUT", str(tmp_path / "out")) for part in arguments]
    assert main(given) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert words in printed.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_the_same_bytes_with_two_workers(folder: Path, tmp_path: Path, format: str) -> None:
    for number in range(4):
        (folder / f"{number}.md").write_text(STORY)
    for workers in ("1", "2"):
        assert (
            main(
                [
                    "parse",
                    str(folder),
                    "--out",
                    str(tmp_path / workers),
                    "--format",
                    format,
                    "--workers",
                    workers,
                ]
            )
            == 0
        )
    files = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert len(files) == len(TABLES) + 1
    for name in files:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_published(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_text("The ministers met.")
    main(["parse", str(folder), "--out", str(tmp_path / "out"), "--published", "2020-01-02"])
    published = [
        (row["published"], row["published_basis"]) for row in table(tmp_path / "out" / "documents.csv")
    ]
    assert published == [("2023-04-28", "dateline"), ("2020-01-02", "given")]


def test_no_bar_in_a_pipe(folder: Path, tmp_path: Path) -> None:
    done = run("parse", folder, "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.count("\n") == 1
    assert "\r" not in done.stderr


def test_help_loads_nothing_heavy() -> None:
    heavy = ("pandas", "pyarrow", "trafilatura", "streamlit", "plotly", "lxml", "tqdm")
    code = f"import sys; from core.__main__ import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint([n for n in {heavy} if n in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_parsing_text_loads_no_frames(folder: Path, tmp_path: Path) -> None:
    code = f"import sys; from core.__main__ import main; main(['parse', {str(folder)!r}, '--out', {str(tmp_path / 'o')!r}])\nprint([n for n in ('pandas', 'pyarrow', 'trafilatura', 'streamlit') if n in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
