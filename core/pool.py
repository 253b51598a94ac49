"""Worker processes that outlive the items over which one of them dies."""

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Pool(Generic[_Item, _Result]):
    """Worker processes; when an item kills one, the others' work is done again without it.

    `work` gives the results of a batch of items, `lost` what to say of an item over which a worker died.
    """

    def __init__(
        self,
        workers: int,
        work: Callable[[list[_Item]], list[_Result]],
        lost: Callable[[_Item, BaseException], _Result],
    ) -> None:
        self.workers = workers
        self.work = work
        self.lost = lost
        self.executor = ProcessPoolExecutor(workers)

    def __enter__(self) -> "Pool[_Item, _Result]":
        return self

    def __exit__(self, *_: object) -> None:
        self.executor.shutdown(cancel_futures=True)

    def submit(self, batch: list[_Item]) -> Future[list[_Result]]:
        """The batch handed to a worker."""
        try:
            return self.executor.submit(self.work, batch)
        except BrokenProcessPool:
            self._restart()
            return self.executor.submit(self.work, batch)

    def result(self, batch: list[_Item], future: Future[list[_Result]]) -> list[_Result]:
        """What became of the batch; each item alone if a worker died over it."""
        try:
            return future.result()
        except BrokenProcessPool:
            self._restart()
        results: list[_Result] = []
        for item in batch:
            try:
                results.extend(self.executor.submit(self.work, [item]).result())
            except BrokenProcessPool as error:
                results.append(self.lost(item, error))
                self._restart()
        return results

    def _restart(self) -> None:
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = ProcessPoolExecutor(self.workers)
