# in: plain-3_12
import urllib.request

urllib.request.urlopen("http://127.0.0.1:9/")
