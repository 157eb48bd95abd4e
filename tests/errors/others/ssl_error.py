# in: plain-3_12
import socket
import ssl

left, right = socket.socketpair()
right.sendall(b"this is no handshake")
ssl.create_default_context().wrap_socket(left, server_hostname="localhost")
