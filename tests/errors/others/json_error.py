# in: plain-3_12
import json

json.loads("{")
