# in: plain-3_12
{}["name"]
