"""Pictures as iPhones take them, where the extra that reads them is installed."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.evidence import FileKind, Unfit, Why
from bot.evidence import pictures
from bot.evidence.pictures import SIDE_MOST, drawn_anew
from tests.unit.evidence import made
from tests.unit.evidence.made import SECRET, checked, written

pytest.importorskip("pillow_heif", reason="the extra heic is not installed")


@pytest.mark.parametrize("name", ["IMG_1.HEIC", "IMG_1.heif", "IMG_1.jpg", "IMG_1"])
def test_it_is_a_picture_whatever_its_name_says(name: str) -> None:
    assert checked(name, made.photo_heic()).kind is FileKind.PICTURE


def test_nothing_is_left_of_what_it_says_of_itself(tmp_path: Path) -> None:
    before = made.photo_heic()
    assert SECRET in before
    content, media_type = drawn_anew(written(tmp_path, before))
    assert media_type == "image/jpeg"
    assert SECRET not in content
    with Image.open(BytesIO(content)) as after:
        assert (after.format, after.size, dict(after.getexif())) == ("JPEG", (64, 48), {})
        assert after.getpixel((10, 10))[0] > 150  # type: ignore[index]


def test_a_large_one_is_made_small(tmp_path: Path) -> None:
    content, _ = drawn_anew(written(tmp_path, made.photo_heic(3000, 60)))
    with Image.open(BytesIO(content)) as after:
        assert after.width == SIDE_MOST


def test_too_many_pixels_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "PIXELS_MOST", 64 * 48 - 1)
    monkeypatch.setattr(pictures, "_drawn", lambda _: pytest.fail("it was loaded"))
    with pytest.raises(Unfit) as refused:
        drawn_anew(written(tmp_path, made.photo_heic()))
    assert refused.value.why is Why.TOO_MANY_PIXELS


@pytest.mark.parametrize("content", [made.heic(), made.mp4()])
def test_one_that_can_not_be_opened_is_asked_for_in_another_kind(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Unfit) as refused:
        drawn_anew(written(tmp_path, content))
    assert refused.value.why is Why.HEIC


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_half_of_one_is_not_taken(tmp_path: Path, kept: float) -> None:
    content = made.photo_heic(400, 300)
    with pytest.raises(Unfit):
        drawn_anew(written(tmp_path, content[: int(len(content) * kept)]))
