"""Files over the page: what people hand in, and what they look at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Form, HTTPException, Request, Response, UploadFile

from sandbox.handing_in import stored_files
from sandbox.page.desk import Desk

INLINE = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What a browser may show by itself; everything else is saved to disk."""

MOST_BYTES = 20_000_000


def add_routes(site: FastAPI, desks: Mapping[int, Desk]) -> None:
    """Add the two addresses to the site."""

    def desk_of(request: Request) -> Desk:
        desk = desks.get(request.url.port or 0)
        if desk is None:
            raise HTTPException(404)
        return desk

    @site.post("/hand-in")
    async def hand_in(
        request: Request, key: Annotated[str, Form()], who: Annotated[str, Form()], file: list[UploadFile]
    ) -> list[dict[str, str]]:
        """Store files of a person; they are shared once a message or a form carries them."""
        desk = desk_of(request)
        if key != desk.key or who not in desk.ws.people:
            raise HTTPException(403)
        given = [(upload.filename or "file", await upload.read(MOST_BYTES)) for upload in file]
        return [{"id": stored.id, "name": stored.name} for stored in stored_files(desk.ws.core, given, who)]

    @site.get("/files/{file_id}")
    async def look(request: Request, file_id: str) -> Response:
        """Give out a file of the workspace."""
        stored = desk_of(request).ws.core.state.files.get(file_id)
        if stored is None or not stored.uploaded:
            raise HTTPException(404)
        inline = stored.mimetype in INLINE
        kind = "inline" if inline else "attachment"
        headers = {
            "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(stored.name, safe='')}",
            "X-Content-Type-Options": "nosniff",
        }
        media = stored.mimetype if inline else "application/octet-stream"
        return Response(stored.content, media_type=media, headers=headers)
