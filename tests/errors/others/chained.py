# in: plain-3_12
try:
    {}["name"]
except KeyError as error:
    raise ValueError("no such record") from error
