"""The contract as a document, over the real protocol."""

from bot.demo.scene import School
from sandbox.people import Person
from tests.acceptance.steps import agree, everybody_has_looked, sends, set_up


def files_of(scene: School, person: Person) -> list[bytes]:
    held = scene.ws.core.state.files
    return [held[name].content for post in person.dm.posts for name in post.files]


async def test_both_get_it_as_a_file_in_their_own_messages(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.ana.types("/accord contract")
    card = await scene.ana.sees("contract-card")
    await scene.ana.presses("documents.contract", on=card)
    await scene.lee.types("/accord contract @ana pdf")
    await scene.quiet()
    for person in (scene.ana, scene.lee):
        (content,) = files_of(scene, person)
        assert content.startswith(b"%PDF-")
    assert files_of(scene, scene.ben) == []


async def test_a_school_that_declined_files_says_so(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    token = scene.ws.core.state.tokens[scene.ws.bot_token]
    token.scopes = token.scopes - {"files:write"}
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.ana.types("/accord contract pdf")
    message = await scene.ana.sees("contract-document")
    assert "/accord contract" in message.visible_text
    assert files_of(scene, scene.ana) == []


async def test_a_student_and_her_teacher_get_her_folder(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.ana.types("/accord contract folder")
    await scene.lee.types("/accord contract @ana folder")
    await scene.ben.types("/accord contract folder")
    await scene.quiet()
    for person in (scene.ana, scene.lee):
        (content,) = files_of(scene, person)
        assert content.startswith(b"%PDF-")
    assert files_of(scene, scene.ben) == []


async def test_a_teacher_prints_her_class(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.lee.opens_home()
    home = await scene.lee.sees_home("English 11")
    await scene.lee.presses("documents.sheets", on=home)
    await scene.lee.sees_modal("documents.print")
    await scene.lee.presses("documents.class")
    await scene.lee.presses("documents.overview")
    await scene.quiet()
    assert [content[:5] for content in files_of(scene, scene.lee)] == [b"%PDF-"] * 2


async def test_a_note_to_a_family_is_the_students_first_and_the_teachers_after_a_yes(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.lee.types("/accord student @ana")
    await scene.lee.sees_modal("home.student")
    await scene.lee.presses("guardians.open")
    assert await sends(scene, scene.lee, "guardians.ask", language="es", ways=["ask"], word="Hasta el martes") == {}
    assert [len(files_of(scene, person)) for person in (scene.ana, scene.lee)] == [1, 0]
    await scene.ana.presses("guardians.no")
    await scene.quiet()
    assert files_of(scene, scene.lee) == []
    await scene.ana.presses("guardians.yes")
    await scene.quiet()
    assert files_of(scene, scene.lee) == files_of(scene, scene.ana)
