# in: plain-3_12
from json import no_such_name
