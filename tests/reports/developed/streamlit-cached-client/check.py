"""Serve a forecast and drive the page: first load, then another city."""
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from streamlit.testing.v1 import AppTest


class Forecast(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b"rain"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 15002), Forecast)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = AppTest.from_file("app.py").run(timeout=20)
    print("first load:", [m.value for m in page.markdown], [e.message for e in page.exception])
    page.text_input[0].set_value("Bergen").run(timeout=20)
    print("second run:", [m.value for m in page.markdown], [e.message for e in page.exception])
