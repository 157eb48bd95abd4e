# in: plain-3_12
int("twelve")
