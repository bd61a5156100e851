"""That clients find their way behind a proxy with a path of its own, as gateways have them."""

import contextlib
import http.server
import threading
import urllib.error
import urllib.request

from clients import Gdal, Owslib, Qgis
from measure import Differs, same_ids
from reading import SAMPLE
from systems import get

PATH = "/bureau/grids"
PASSED_ON = ("Accept", "If-None-Match")


@contextlib.contextmanager
def before(server):
    """Serves while the block runs; gives its own root, and a list of the paths asked of it."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            asked.append(self.path)
            if not self.path.startswith(PATH + "/"):
                return self.answer(404, {}, b"")
            headers = {name: self.headers[name] for name in PASSED_ON if name in self.headers}
            headers["X-Forwarded-For"] = self.client_address[0]
            headers["X-Forwarded-Proto"] = "http"
            headers["X-Forwarded-Host"] = self.headers["Host"]
            headers["X-Forwarded-Prefix"] = PATH
            request = urllib.request.Request(server + self.path[len(PATH) :], headers=headers)
            try:
                with urllib.request.urlopen(request) as response:
                    self.answer(response.status, response.headers, response.read())
            except urllib.error.HTTPError as error:
                self.answer(error.code, error.headers, error.read())

        def answer(self, status, headers, body):
            self.send_response(status)
            for name in ("Content-Type", "Content-Crs", "ETag", "Link", "Cache-Control"):
                if name in headers:
                    self.send_header(name, headers[name])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{proxy.server_port}{PATH}", asked
    finally:
        proxy.shutdown()
        proxy.server_close()


def links_in(document):
    if isinstance(document, dict):
        if isinstance(document.get("href"), str):
            yield document["href"]
        for value in document.values():
            yield from links_in(value)
    elif isinstance(document, list):
        for value in document:
            yield from links_in(value)


def check_proxy(checks, server, features):
    with before(server) as (root, asked):
        url = root + "/ogc"
        for path in ("", "/", "/collections", f"/collections/{SAMPLE}/items"):
            with checks.of(f"links behind a proxy, of /ogc{path}") as seen:
                hrefs = list(links_in(get(url + path)[1]))
                strangers = [href for href in hrefs if not href.startswith(root + "/")]
                if strangers or not hrefs:
                    raise Differs(f"{len(strangers)} lead elsewhere, such as {strangers[:3]}")
                seen.append(f"{len(hrefs)} links")
        for tool, options in (
            (Gdal, {"PAGE_SIZE": 500}),
            (Qgis, {"pageSize": 500}),
            (Owslib, {"limit": 500}),
        ):
            asked.clear()
            with checks.of(f"{tool.name} reads {SAMPLE} behind a proxy") as seen:
                found = tool(url, **options).features(SAMPLE)
                same_ids((f[0] for f in found), (f[0] for f in features))
                pages = sum(f"/{SAMPLE}/items" in path for path in asked)
                if pages < len(features) / 500:
                    raise Differs(f"{pages} requests for pages went through it, and others past it")
                seen.append(f"{len(asked)} requests")
