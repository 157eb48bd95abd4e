"""What all tests of the helpers share."""

import signal

# A shell starts what runs in its background with Ctrl-C ignored; the tests of Ctrl-C need it as a terminal has it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
