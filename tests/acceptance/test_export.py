"""A class as files, over the real protocol."""

import io
import zipfile

from bot.demo.scene import School
from prompts.words import words_for
from tests.acceptance.steps import agree, everybody_has_looked, set_up


async def test_a_teacher_gets_her_class_and_a_student_a_kind_word(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.lee.types("/accord export", in_=scene.english)
    await scene.quiet()
    held = scene.ws.core.state.files
    files = [held[name] for post in scene.lee.dm.posts for name in post.files]
    assert [file.name.rpartition(".")[2] for file in files] == ["xlsx", "zip"]
    with zipfile.ZipFile(io.BytesIO(files[1].content)) as folder:
        assert "Ana" in folder.read("contracts.csv").decode("utf-8-sig")
    everybody_has_looked(scene)
    await scene.ana.types("/accord export", in_=scene.english)
    await scene.ana.sees(words_for()("refusal-for-teachers"), in_=scene.english)
    await scene.quiet()
    assert not any(post.files for post in scene.ana.dm.posts)


async def test_a_school_that_declined_files_says_so(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    token = scene.ws.core.state.tokens[scene.ws.bot_token]
    token.scopes = token.scopes - {"files:write"}
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.lee.types("/accord export", in_=scene.english)
    await scene.lee.sees("class-workbook")
    await scene.quiet()
    assert not any(post.files for post in scene.lee.dm.posts)
