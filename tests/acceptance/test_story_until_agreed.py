"""The first four parts of the story, from the class to a signed contract, each as a transcript."""

from bot.demo.scene import School
from prompts.words import words_for
from tests.acceptance.steps import answer_the_rest, interview_until_summary, propose, sends, set_up


async def test_1_set_up(scene: School) -> None:
    await scene.lee.types("/accord setup", in_=scene.english)
    await scene.lee.sees_modal("set_up.save")
    await scene.lee.fills({"name": "English 11", "term_ends_on": "2027-06-25", "co_teachers": [scene.bell]})
    assert await scene.lee.submits() == {}
    await scene.quiet()

    roster = await scene.lee.sees("roster-read")
    assert "Ana Horvat" in roster.visible_text
    assert "Mr Bell" not in roster.visible_text
    ready = await scene.ana.sees("class-ready", in_=scene.english)
    assert "Ms Lee" in ready.visible_text
    assert "Mr Bell" in ready.visible_text
    scene.ana.sees_nothing_more()

    newcomer = scene.ws.add_person("sam", "Sam Sawa")
    await scene.english.join(newcomer)
    await newcomer.says("hi")
    await newcomer.sees("interview-question")


async def test_1_who_may_not_set_up(scene: School) -> None:
    await scene.ana.types("/accord setup", in_=scene.english)
    await scene.quiet()
    await scene.ana.sees(words_for()("refusal-may-not-teach"), in_=scene.english)
    assert scene.ana.modal is None


async def test_1_an_admin_names_a_teacher_on_home(scene: School) -> None:
    await scene.ada.opens_home()
    await scene.quiet()
    await scene.ada.selects("set_up.name_teacher", scene.bell)
    await scene.quiet()
    await scene.bell.sees("teacher-named")
    await scene.bell.types("/accord setup", in_=scene.english)
    await scene.bell.sees_modal("set_up.save")


async def test_2_feedback(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord feedback @ana", in_=scene.english)
    said = {"seen": "Seven of ten begin alike", "matters": "It tires readers", "next_step": "Vary the openings"}
    assert await sends(scene, scene.lee, "feedback.give", student=scene.ana, **said) == {}
    await scene.lee.sees("feedback-delivered")
    given = await scene.ana.sees("feedback-given")
    assert all(text in given.visible_text for text in said.values())
    await scene.ana.presses("proposing.start", on=given)
    question = await scene.ana.sees("interview-question")
    assert "Vary the openings" in question.visible_text
    assert "1 of 9" in question.visible_text


async def test_3_a_vague_target_is_probed_and_a_wording_suggested(scene: School) -> None:
    await set_up(scene)
    await scene.ana.types("/accord start", in_=scene.english)
    for answer in ("starting sentences", "ideas", "get better at writing", "vary my openings", "from 3 to 8 of 10"):
        await scene.ana.sees("interview-question")
        await scene.ana.says(answer)
    when = await scene.ana.sees("3 of 9")
    assert "By when" in when.visible_text
    await scene.ana.says("in three weeks")
    wording = await scene.ana.sees("interview-question")
    assert {"Use this", "Keep my first one"} <= set(wording.buttons)
    assert "3 February 2027" in wording.visible_text


async def test_3_what_the_sentence_says_is_not_asked_again(scene: School) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    for answer in ("starting sentences", "ideas"):
        await scene.ana.sees("interview-question")
        await scene.ana.says(answer)
    await scene.ana.sees("interview-question")
    await scene.ana.says("start 8 of 10 sentences in a new way by 24 february, now it is 3")
    following = await scene.ana.sees("interview-question")
    assert "3 of 9" not in following.visible_text


async def test_3_the_whole_interview_ends_in_a_signed_proposal(scene: School) -> None:
    await set_up(scene)
    summary = await interview_until_summary(scene, scene.ana)
    await scene.ana.presses("proposing.submit", on=summary)
    await scene.quiet()
    await scene.ana.sees("proposal-sent")
    await scene.lee.sees("proposal-card")
    await scene.bell.sees("proposal-card")


async def test_3_it_survives_a_break_and_old_buttons_answer_politely(scene: School) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    first = await scene.ana.sees("interview-question")
    await scene.ana.says("starting sentences")
    second = await scene.ana.sees("interview-question")
    await scene.ana.presses("proposing.later", on=second)
    await scene.ana.sees("interview-paused")
    await scene.later(days=20)
    await scene.ana.presses("proposing.help", on=first)
    await scene.quiet()
    again = scene.ana.inbox()[-1]
    assert "2 of 9" in again.visible_text
    scene.ana.skips()
    await scene.ana.says("ideas")
    assert "3 of 9" in (await scene.ana.sees("interview-question")).visible_text


async def test_3_an_edited_message_corrects_its_answer(scene: School) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.ana.sees("interview-question")
    ts = await scene.ana.says("starting sentnces")
    await scene.ana.sees("interview-question")
    await scene.ana.edits(ts, "starting sentences")
    await scene.quiet()
    scene.ana.skips()
    await scene.ana.says("ideas")
    await scene.quiet()
    await scene.ana.says("start 8 of 10 sentences in a new way by 24 february, now it is 3")
    await scene.quiet()
    summary = await answer_the_rest(scene, scene.ana)
    assert "starting sentences" in summary.visible_text


async def test_4_approved(scene: School) -> None:
    await set_up(scene)
    card = await propose(scene)
    other = await scene.bell.sees("proposal-card")
    await scene.lee.presses("reviewing.approve", on=card)
    await scene.quiet()
    await scene.ana.sees("contract-card")
    await scene.lee.sees("agreed")
    taken = await scene.bell.sees_update(other, "Ms Lee")
    assert taken.buttons == []


async def test_4_asked_and_answered_by_typing(scene: School) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.ask")
    assert await sends(scene, scene.lee, "reviewing.ask", text="Which essays?") == {}
    asked = await scene.ana.sees("teacher-asked")
    assert "Which essays?" in asked.visible_text
    await scene.ana.says("The next three")
    await scene.ana.sees("answer-passed-on")
    answered = await scene.lee.sees("student-answered")
    assert "The next three" in answered.visible_text
    await scene.lee.presses("reviewing.approve")
    await scene.ana.sees("contract-card")


async def test_4_amended_and_signed(scene: School) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.suggest")
    assert await sends(scene, scene.lee, "reviewing.suggest_part", part="numbers") == {}
    form = await scene.lee.sees_modal("reviewing.suggest")
    assert form.values["t0_goal"] == "8"
    assert {"t0_strategies", "ends_on", "commitments"}.isdisjoint(form.values)
    assert await sends(scene, scene.lee, "reviewing.suggest", t0_goal="9") == {}
    amendment = await scene.ana.sees("amendment-card")
    await scene.ana.presses("reviewing.sign", on=amendment)
    contract = await scene.ana.sees("contract-card")
    assert "9 of 10" in contract.visible_text


async def test_4_amended_and_countered(scene: School) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.suggest")
    assert await sends(scene, scene.lee, "reviewing.suggest", t0_goal="10") == {}
    await scene.ana.sees("amendment-card")
    scene.lee.skips()
    await scene.ana.presses("reviewing.counter")
    assert await sends(scene, scene.ana, "reviewing.counter", t0_goal="9") == {}
    await scene.lee.sees("proposal-card")
    await scene.lee.presses("reviewing.approve")
    await scene.quiet()
    assert "9 of 10" in scene.ana.inbox()[-1].visible_text


async def test_4_sent_back_with_a_reason(scene: School) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.redirect")
    assert await sends(scene, scene.lee, "reviewing.redirect", text="One text type is enough") == {}
    back = await scene.ana.sees("sent-back")
    assert "One text type is enough" in back.visible_text
    await scene.ana.presses("Continue my draft", on=back)
    await scene.quiet()
    assert "Sign and send" in scene.ana.inbox()[-1].buttons


async def test_4_sent_back_after_both_have_changed_it(scene: School) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.suggest")
    better = {"t0_goal": "10", "t0_teacher_criteria": "Nobody yawns", "commitments": "I read one page a week"}
    assert await sends(scene, scene.lee, "reviewing.suggest", **better) == {}
    await scene.ana.presses("reviewing.counter")
    assert await sends(scene, scene.ana, "reviewing.counter", t0_goal="9", t0_strategies="Read to my cat") == {}
    await scene.lee.presses("reviewing.redirect")
    assert await sends(scene, scene.lee, "reviewing.redirect", text="One text type is enough") == {}
    await scene.ana.presses("Continue my draft")
    await scene.quiet()
    summary = scene.ana.inbox()[-1]
    assert "Sign and send" in summary.buttons
    for said in ("9 of 10", "Read to my cat", "Nobody yawns", "I read one page a week"):
        assert said in summary.visible_text
