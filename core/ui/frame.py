"""What surrounds every page: the name in the browser's tab, the logo, the width of the paper."""

from pathlib import Path

import streamlit as st

from core.errors import SidelinesError
from core.language.speak import t
from core.ui.address import keep_steps_together
from core.ui.paper import draw_paper_rules
from core.ui.workspace import current_dataset
from core.views.dataset import Dataset

SIDEBAR = 300  # pixels: two dates side by side, with the cross that clears them
MARKS = Path(__file__).parent / "marks"

# All the rules of CSS: the head of a record is larger than that of a section, of the same level; Streamlit's own side margins waste a tenth of the width; it fades captions and the heads of expanders,
# and writes white on the pale buttons of the dark mode, until they are hard to read (WCAG 2.2, 1.4.3). Maps keep their shape on a narrow screen,
# where the network leaves out the names that have room on a wide one alone, and a heat map of many columns its figures.
# Long links and the words of a headline go on in a second line: Streamlit cuts them off.
WIDTH = """<style>
[data-testid=stMainBlockContainer]{padding-inline:clamp(1rem,2.5vw,2.5rem);max-width:1480px}
.stHeading h2{padding-top:.75rem}
.st-key-record-head h2{font-size:1.25rem;padding-top:1rem}
[data-testid=stExpander] summary,[data-testid=stExpander] summary *{opacity:1!important;color:inherit!important}
[data-testid=stCaptionContainer]{opacity:.8!important;color:inherit!important}
[data-testid=stBaseButton-primary] p{color:light-dark(#ffffff,#14181f)}
@media (max-width:640px){[class*=st-key-network-] .scatterlayer>.trace:last-child{display:none}}
@media (max-width:640px){[class*=st-key-dense-] .bartext{display:none}[class*=st-key-dense-] .textpoint text{font-size:9px!important}}
[data-testid=stPageLink] a,[data-testid=stPageLink] a *{white-space:normal;overflow:visible;text-overflow:clip}
[data-testid=stMetric] :is([data-testid=stMetricLabel],[data-testid=stMetricDelta],[data-testid=stMetricDeltaDescription],p,div,span){white-space:normal;overflow:visible;text-overflow:clip}
[class*=st-key-shrinks-]{flex:none!important;min-height:0!important}
[class*=st-key-shrinks-wide]{height:clamp(150px,46vw,300px)!important}
[class*=st-key-shrinks-square]{height:clamp(250px,86vw,430px)!important}
[class*=st-key-shrinks-] :is(.stElementContainer,.stPlotlyChart){height:100%!important;min-height:0!important}
</style>"""

# On a narrow screen Streamlit lists the pages in boxes within its list, which those who hear a page are told wrongly.
PAGES_AS_GROUPS = """<script>(() => {
if (document.body.dataset.groups) return;
document.body.dataset.groups = 'yes';
const mend = () => document.querySelectorAll('[data-testid=stSidebarNavItems]').forEach((list) => {
list.setAttribute('role', 'group');
list.querySelectorAll('li').forEach((item) => item.setAttribute('role', 'none'));
});
new MutationObserver(mend).observe(document.body, {childList: true, subtree: true});
mend();
})()</script>"""


def draw_frame() -> None:
    """Sets up the page; call it first."""
    st.set_page_config(
        page_title="Sidelines",
        page_icon=str(MARKS / "icon.png"),
        layout="wide",
        initial_sidebar_state=SIDEBAR,
    )
    st.logo(str(MARKS / "logo.svg"), icon_image=str(MARKS / "mark.svg"), size="medium")
    st.html(WIDTH)
    st.html(PAGES_AS_GROUPS, unsafe_allow_javascript=True)
    draw_paper_rules()
    keep_steps_together()


def dataset_or_stop() -> Dataset:
    """The collection to look at; where it cannot be read, the page says why and ends."""
    try:
        return current_dataset()
    except SidelinesError as error:
        st.title(t("The collection cannot be opened"), anchor=False)
        st.text(str(error))
        st.text(t("Start the app with a folder that exists: {command}", command="make run DOCS=folder"))
        st.stop()
