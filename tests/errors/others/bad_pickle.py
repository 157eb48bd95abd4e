# in: plain-3_12
import pickle

pickle.dumps(lambda: 1)
