# in: plain-3_12
import sqlite3

sqlite3.connect(":memory:").execute("select * from parent")
