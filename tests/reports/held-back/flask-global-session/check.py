"""Serve prices and send two requests to the app."""
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from web import app


class Prices(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b"12.5"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 15003), Prices)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    client = app.test_client()
    for symbol in ("ABB", "SKF"):
        answer = client.get(f"/price/{symbol}")
        print(symbol, answer.status_code)
