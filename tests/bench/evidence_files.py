"""What a file of a student's holds in memory while it is fetched from Slack, checked, drawn anew and stored, above what
the program held before: its libraries are loaded with the first one, and count.

The local workspace, in this process, gives it out over HTTP; each file has a process of its own that takes it.
"""

import asyncio
import tempfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from bot.demo.scene import MANIFEST
from bot.domain.evidence import SIZE_MOST
from sandbox.web_api import files
from sandbox.workspace import LocalWorkspace
from tests.bench.children import Child
from tests.bench.report import Measurement, line
from tests.unit.evidence import made

WIDTH, HEIGHT = 4000, 3000
DOCUMENT_MIB, PICTURE_MIB = 30.0, 150.0


def measure() -> Iterator[Measurement]:
    """Against what may be taken: 30 MiB for any file, 150 MiB for a picture."""
    document = made.pdf(SIZE_MOST - 100)
    photo, drawing = _picture("JPEG", quality=90), _picture("PNG")
    taken = asyncio.run(_taken({"essay.pdf": document, "photo.jpg": photo, "drawing.png": drawing}))
    yield _line(f"a document of {len(document) / 1e6:.0f} MB", taken["essay.pdf"], DOCUMENT_MIB)
    for name, content in (("photo.jpg", photo), ("drawing.png", drawing)):
        what = f"{name}, {WIDTH * HEIGHT / 1e6:.0f} megapixels in {len(content) / 1e6:.1f} MB"
        yield _line(what, taken[name], PICTURE_MIB)


def _line(what: str, value: float, most: float) -> Measurement:
    return line(f"memory for {what}, fetched, checked and stored, against the most", value, "MiB", most)


def _picture(form: str, **how: int) -> bytes:
    """As a phone makes it: hardly a spot like the next one, which is why it takes some megabytes."""
    from PIL import Image

    grain = Image.effect_noise((WIDTH // 4, HEIGHT // 4), 90)
    bands = [grain.rotate(90 * turn).resize((WIDTH, HEIGHT)) for turn in range(3)]
    picture = Image.merge("RGB", bands)
    if form == "PNG":  # of few colours, or it would be too large a file
        picture = picture.quantize(8).convert("RGB")
    out = BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


async def _taken(contents: Mapping[str, bytes]) -> dict[str, float]:
    async with LocalWorkspace.running(manifest=MANIFEST) as ws:
        user = ws.add_person("ana", "Ana").id
        return {name: await _one(ws, user, name, content) for name, content in contents.items()}


async def _one(ws: LocalWorkspace, user: str, name: str, content: bytes) -> float:
    stored = files.store(ws.core, name, content, user)
    return await asyncio.to_thread(_fetched, ws.api_url, ws.bot_token, stored.id, name)


def _fetched(api_url: str, bot_token: str, file: str, name: str) -> float:
    with tempfile.TemporaryDirectory() as folder, Child("tests.bench.file_fetcher", folder, api_url, bot_token) as bot:
        return float(bot.ask("fetch", file=file, name=name))
