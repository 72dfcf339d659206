"""A picture is drawn anew: nothing of it stays but what one sees."""

import asyncio
import resource
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.evidence import Unfit, Why
from bot.evidence import pictures
from bot.evidence.pictures import SIDE_MOST, Studio, drawn_anew
from tests.unit.evidence import made
from tests.unit.evidence.made import SECRET, written


def test_nothing_is_left_of_place_and_camera_and_comment(tmp_path: Path) -> None:
    before = made.jpeg()
    assert before.count(SECRET) == 2  # the camera and the comment
    content, media_type = drawn_anew(written(tmp_path, before))
    assert media_type == "image/jpeg"
    assert SECRET not in content
    with Image.open(BytesIO(content)) as after:
        assert dict(after.getexif()) == {}
        assert not after.info.keys() & {"exif", "comment", "xmp", "icc_profile", "photoshop"}


@pytest.mark.parametrize(("content", "media_type"), [(made.png(), "image/png"), (made.webp(), "image/jpeg")])
def test_other_kinds_lose_their_words_too(tmp_path: Path, content: bytes, media_type: str) -> None:
    drawn, found = drawn_anew(written(tmp_path, content))
    assert found == media_type
    assert SECRET not in drawn
    with Image.open(BytesIO(drawn)) as after:
        assert after.size == (60, 40)


def test_it_stands_upright_and_is_small(tmp_path: Path) -> None:
    content, _ = drawn_anew(written(tmp_path, made.jpeg(4000, 1000, turned=6)))
    with Image.open(BytesIO(content)) as after:
        assert after.size == (SIDE_MOST // 4, SIDE_MOST)
        top, bottom = after.getpixel((100, 100)), after.getpixel((100, SIDE_MOST - 100))
        assert isinstance(top, tuple)
        assert isinstance(bottom, tuple)
        assert top[0] > 200 > 50 > top[2]  # red was to the left
        assert bottom[2] > 200 > 50 > bottom[0]


def test_what_is_behind_the_picture_goes(tmp_path: Path) -> None:
    content, _ = drawn_anew(written(tmp_path, made.jpeg() + b"PK\x03\x04" + SECRET))
    assert SECRET not in content


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_each_way_of_keeping_colours(tmp_path: Path, mode: str) -> None:
    assert drawn_anew(written(tmp_path, made.png(mode=mode)))[1] == "image/png"


def test_as_printers_have_it(tmp_path: Path) -> None:
    out = BytesIO()
    Image.new("CMYK", (9, 9)).save(out, "JPEG")
    assert drawn_anew(written(tmp_path, out.getvalue()))[1] == "image/jpeg"


@pytest.mark.parametrize(
    "content",
    [made.png_bomb(9000), made.png_bomb(40_000), made.webp_bomb(16_000), made.png_bomb(2**31 - 1)],
    ids=["9000", "40000", "webp", "all"],
)
def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path, content: bytes) -> None:
    assert len(content) < 100_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Unfit) as refused:
        drawn_anew(written(tmp_path, content))
    assert refused.value.why is Why.TOO_MANY_PIXELS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kilobytes


@pytest.mark.parametrize("how", [{}, {"lossless": True}])
def test_the_size_in_the_head_of_a_webp_is_right(how: dict[str, bool]) -> None:
    assert pictures._webp_size(made.webp(123, 45, **how)[: pictures.WEBP_HEAD]) == (123, 45)


@pytest.mark.parametrize("make", [made.jpeg, made.png, made.webp])
def test_what_is_cut_off_is_broken(tmp_path: Path, make: Callable[[int, int], bytes]) -> None:
    content = make(300, 300)
    for length in (12, 40, len(content) // 2):
        with pytest.raises(Unfit) as refused:
            drawn_anew(written(tmp_path, content[:length]))
        assert refused.value.why is Why.BROKEN


def test_another_kind_is_none_of_these(tmp_path: Path) -> None:
    out = BytesIO()
    Image.new("RGB", (9, 9)).save(out, "GIF")
    with pytest.raises(Unfit):
        drawn_anew(written(tmp_path, out.getvalue()))


async def test_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    going = most = 0

    def draw(path: Path) -> tuple[bytes, str]:
        nonlocal going, most
        going += 1
        most = max(most, going)
        time.sleep(0)
        going -= 1
        return b"", str(path)

    monkeypatch.setattr(pictures, "drawn_anew", draw)
    studio = Studio()
    found = await asyncio.gather(*(studio.draw(tmp_path / str(n)) for n in range(6)))
    assert len(found) == 6
    assert most == 1
