"""`cadrage serve`, started as a user does, and asked as a browser does."""

import http.client
import json
import re
import resource
import signal
import subprocess
import time
import urllib.parse


class Preview:
    """`cadrage serve` on a folder, as a user starts it.

    With `room`, no file that it writes can be longer, as on a disk that is full.
    """

    def __init__(self, cadrage, root, *options, room=None):
        self.cadrage, self.root = cadrage, root

        def prepare():
            # What a shell starts in the background does not hear Ctrl-C, nor does what that starts.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            if room:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        self.process = subprocess.Popen(
            [cadrage, "serve", "--root", str(root), *options], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env={"PATH": "/usr/bin:/bin"},
            preexec_fn=prepare)
        self.address = self.process.stdout.readline().strip()
        assert self.address, self.process.communicate()
        self.port = urllib.parse.urlsplit(self.address).port
        self.start = f"http://127.0.0.1:{self.port}"

    def path(self, name):
        return self.root / name

    def change(self, name, old, new):
        """Saves a file as editors do: written beside, then renamed."""
        file = self.path(name)
        text = file.read_bytes().decode()
        assert old in text
        beside = file.with_name("." + file.name + ".swp")
        beside.write_bytes(text.replace(old, new, 1).encode())
        beside.rename(file)

    def request(self, method, path, fields=None, **headers):
        """The status and the body of an answer; names of headers are written with `_`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        body = urllib.parse.urlencode(fields) if fields is not None else None
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, given)
        answer = connection.getresponse()
        result = answer.status, answer.read()
        connection.close()
        return result

    def news(self, version=0, page="/"):
        query = urllib.parse.urlencode({"version": version, "page": page})
        status, body = self.request("GET", f"/_cadrage/nouvelles?{query}")
        assert status == 200, body
        return json.loads(body)

    def until(self, holds):
        """The first news for which a condition holds."""
        news = self.news()
        end = time.monotonic() + 60
        while not holds(news):
            assert time.monotonic() < end, news
            news = self.news(news["version"])
        return news

    def page(self, path):
        """A page as it is built: without what the preview adds."""
        status, body = self.request("GET", path)
        for added in [
            rb'<link rel="stylesheet" href="/_cadrage/[^>]*>\n',
            rb'<script type="module" src="/_cadrage/[^>]*></script>\n',
        ]:
            body = re.sub(added, b"", body, count=1)
        body = re.sub(rb'<span class="cadrage-valeur"[^>]*>([^<]*)</span>', rb"\1", body)
        return status, body.replace(b"connect-src 'self'; ", b"", 1)

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=5)
