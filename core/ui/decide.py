"""Carries out what a person decides on a page: what was said back, what others changed meanwhile, the way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from core.errors import OvertakenError, SidelinesError
from core.language.speak import later, t
from core.model import Kind, Report
from core.store.decided import State
from core.store.judge import Judge
from core.store.overlay import edited
from core.ui.workspace import WHO, person, signed_in, store
from core.views import words

SAID, FAILED, OVERTAKEN, LAST, WHY = "decide-said", "decide-failed", "decide-overtaken", "decide-last", "why"
MOST = 50  # steps that the undo key goes back
NAME = "your-name"
SEEN = "decide-seen"  # the version of the data that the page showed when it was drawn


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A value that a person wrote while another wrote one of the same field."""

    engagement_id: str
    field: str
    mine: str
    theirs: str
    who: str
    why: str


def decide(act: Callable[[Judge], Sequence[int]], said: str, in_callback: bool = True) -> bool:
    """Whether a decision was carried out; `said` is English, and what came of it is said by the next `draw_said`.

    In a callback the field of the reason is emptied; when the page is half drawn Streamlit forbids that.
    """
    st.session_state[SAID], st.session_state[FAILED] = "", ""
    try:
        numbers = list(act(store().judge(person())))
    except SidelinesError as error:
        st.session_state[FAILED] = str(error)
        return False
    _remember(numbers)
    st.session_state[SAID] = said
    if in_callback:
        st.session_state[WHY] = ""
    return True


def edit_all(engagement_id: str, values: dict[str, str], seen: dict[str, str], why: str) -> bool:
    """Whether all of these values could be set; those that another person overtook wait for a word on them."""
    st.session_state[SAID], st.session_state[FAILED] = "", ""
    wrong = unfit(values)
    if wrong:
        st.session_state[FAILED] = wrong
        return False
    judge, done, overtaken, failed = store().judge(person()), [], [], []
    for field, value in values.items():
        try:
            done.append(judge.edit(engagement_id, field, value, seen[field], why))
        except OvertakenError as error:
            overtaken.append(Overtaken(engagement_id, field, value, error.value, error.who, why))
        except SidelinesError as error:
            failed.append(str(error))
    _remember(done)
    st.session_state[OVERTAKEN] = overtaken
    st.session_state[FAILED] = "; ".join(failed)
    st.session_state[SAID] = later("{done} of {all} set", done=len(done), all=len(values)) if done else ""
    return not failed


def unfit(values: dict[str, str]) -> str:
    """What is wrong with values that cannot stand in their fields; empty when all can."""
    told, wrong = Report("", Kind.BILATERAL), []
    for field, value in values.items():
        try:
            edited(told, field, value)
        except SidelinesError as error:
            wrong.append(str(error))
    return "; ".join(wrong)


def insist(overtaken: Overtaken) -> None:
    """Sets the value that this person wrote, over the other's."""
    left = [one for one in st.session_state.get(OVERTAKEN, []) if one != overtaken]
    seen = {overtaken.field: overtaken.theirs}
    edit_all(overtaken.engagement_id, {overtaken.field: overtaken.mine}, seen, overtaken.why)
    st.session_state[OVERTAKEN] = left + st.session_state[OVERTAKEN]


def yield_to(overtaken: Overtaken) -> None:
    """Leaves the other's value as it is."""
    left = [one for one in st.session_state.get(OVERTAKEN, []) if one != overtaken]
    st.session_state[OVERTAKEN] = left
    st.session_state[SAID] = later("left as {who} set it", who=words.literal(overtaken.who))


def undo_last() -> None:
    """Takes back what this session decided last."""
    steps = st.session_state.get(LAST, [])
    if not steps:
        return
    undone = {one.number for one in store().decisions() if one.state is State.UNDONE}
    numbers = [number for number in steps.pop() if number not in undone]
    if numbers and decide(lambda judge: judge.undo_all(numbers), later("taken back")):
        steps.pop()  # a taking back is not to be taken back by the same key


def undo(number: int) -> None:
    """Takes one decision back, or puts it back when it was taken back before."""
    if decide(lambda judge: [judge.undo(number)], later("done")):
        st.session_state[LAST].pop()


def can_undo() -> bool:
    """Whether this session decided anything that it can take back."""
    return bool(st.session_state.get(LAST))


def draw_name() -> None:
    """A small field for the name under which decisions are kept."""
    if NAME not in st.session_state:
        st.session_state[NAME] = person()
    st.text_input(
        t("Your name"),
        key=NAME,
        max_chars=60,
        width=190,
        on_change=_take_name,
        disabled=bool(signed_in()),
        help=t("Stands in the change log beside what you decide."),
    )


def draw_said() -> None:
    """What came of the last decision."""
    if st.session_state.get(FAILED):
        st.markdown(f":red[{t('Not done.')}]")
        st.text(st.session_state[FAILED])
    elif st.session_state.get(SAID):
        st.markdown(f":small[:gray[{t(st.session_state[SAID])}]]")


def _take_name() -> None:
    st.session_state[WHO] = " ".join(str(st.session_state[NAME]).split())


def _remember(numbers: list[int]) -> None:
    if numbers:
        steps = st.session_state.setdefault(LAST, [])
        steps.append(numbers)
        del steps[:-MOST]
