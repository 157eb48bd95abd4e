# in: plain-3_12
import socket

socket.getaddrinfo("no-such-host.invalid", 80)
