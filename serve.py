"""What `streamlit run serve.py` starts: the app with warm data and safer answers to the browser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from core.ui.security import SecurityHeaders
from core.ui.workspace import warm


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Makes ready what the first visitor would wait for."""
    # The folder pages/ alone would make Streamlit open a first deep link without app.py and its filters.
    PagesManager.uses_pages_directory = False
    warm()
    yield


app = st.App("app.py", lifespan=lifespan, middleware=[Middleware(SecurityHeaders)])
