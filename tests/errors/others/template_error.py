# in: plain-3_12
import string

string.Template("$name").substitute()
