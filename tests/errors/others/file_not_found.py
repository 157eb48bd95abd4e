# in: plain-3_12
open("no_such_file.txt")
