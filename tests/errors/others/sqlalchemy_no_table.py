# in: libraries-old libraries-new
from sqlalchemy import create_engine, text

create_engine("sqlite://").connect().execute(text("select * from parent"))
