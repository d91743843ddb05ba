"""Makes the pictures in docs/: a terminal's first screen and the top of the page, of the stories in fixtures/.

usage: pictures.py PROGRAM          (needs chromium; PROGRAM is target/release/coverage)
"""

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STORIES = ["harbor-strike", "dam-release"]
STYLES = {"1": "font-weight:bold", "2": "color:#8b93a1", "31;9": "color:#e06c75;text-decoration:line-through", "32": "color:#98c379", "33": "color:#e5c07b"}


def terminal(text):
    """Text with escape codes for color → a page that looks like a terminal."""
    lines = html.escape(text)
    lines = re.sub("\x1b\\[0m", "</span>", lines)
    lines = re.sub("\x1b\\[([0-9;]+)m", lambda m: f'<span style="{STYLES.get(m[1], "")}">', lines)
    return (
        '<meta charset="utf-8"><body style="margin:0;background:#20242c;color:#dfe3ea">'
        f'<pre style="margin:16px;font:15px/1.35 DejaVu Sans Mono,monospace">{lines}</pre>'
    )


def shot(page, picture, width, height):
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb",
         f"--window-size={width},{height}", f"--screenshot={picture}", page.as_uri()],
        check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def main():
    program = Path(sys.argv[1]).resolve()
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        for story in STORIES:
            diff = [program, "diff", ROOT / "fixtures/stories" / story / "articles"]
            text = subprocess.run([*diff, "--color", "always", "--width", "80"], check=True, capture_output=True, text=True).stdout
            command = f"$ coverage diff fixtures/stories/{story}/articles\n"
            page.write_text(terminal(command + text), encoding="utf-8")
            shot(page, docs / f"terminal-{story}.png", 780, 22 * (text.count("\n") + 3))
            subprocess.run([*diff, "-o", page, "--force"], check=True)
            shot(page, docs / f"page-{story}.png", 1200, 1300)


if __name__ == "__main__":
    main()
