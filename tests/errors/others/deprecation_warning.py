# in: plain-3_12
# args: -W always
import warnings

warnings.warn("old_name is deprecated, use new_name", DeprecationWarning)
