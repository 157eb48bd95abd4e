"""Garbage is collected wherever memory is asked for."""

import faulthandler
import gc

faulthandler.enable()
gc.set_threshold(1)
