import asyncio

import streamlit as st

from weather import WeatherClient


@st.cache_resource
def weather() -> WeatherClient:
    return WeatherClient("http://127.0.0.1:15002")


st.title("Weather")
city = st.text_input("City", "Oslo")
if city:
    text = asyncio.run(weather().forecast(city))
    st.write(text)
