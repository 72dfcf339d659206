"""The runner itself: a conversation that must fail does, with what was wanted; what is broken is named by its place."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from prompts.words import words_for
from tests.transcripts import facts
from tests.transcripts.loading import Broken, Case, load, load_file
from tests.transcripts.playing import Outcome, play
from tests.transcripts.vocabulary import FORMERLY, labels_of_now


def written(folder: Path, text: str, name: str = "case.yaml") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def case_of(folder: Path, steps: str, scene: str = "class", more: str = "") -> Case | Broken:
    (found,) = load_file(written(folder, f"case: one\nkind: k\nscene: {scene}\n{more}steps:\n{steps}"))
    return found


def outcome_of(folder: Path, steps: str, scene: str = "class", more: str = "") -> Outcome:
    return play(case_of(folder, steps, scene, more))


# --- what can not be read ---


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ("- anna: hi", "there is no step 'anna'"),
        ("- ana: {sings: la}", "nobody can do 'sings'"),
        ("- ana: {says: hi, loudly: true}", "'says' knows no 'loudly'"),
        ("- ana: {edits: hi}", "an edit has the old words"),
        ("- ana: hi\n    ben: hi", "one thing at a time: ana, ben"),
        ("- facts: {ana: {mood: good}}", "there is no fact 'mood'"),
        ("- facts: {ana: {'check_in[x].mood': good}}", "there is no fact 'check_in[x].mood'"),
        ("- facts: {ana: {heard_as: {like: x}}}", "there is no comparison 'like'"),
        ("- facts: {ana: {check_in.values: [{about: x}]}}", "'about' wants a number"),
        ("- facts: {zoe: {heard_as: answer}}", "facts have a person"),
        ("- told: {lee: {}}", "it has a person, and a list"),
        ("- quiet: {lee: few}", "it has a person, and a number"),
        ("- clock: tomorrow", "'tomorrow' is no moment"),
        ("- clock: 2027-02-31T10:00Z", "'2027-02-31T10:00Z' is no moment"),
        ("- burst: {ana: hi}", "a burst has a person"),
        ("- raw: {channel: C1}", "a raw event has a type"),
        ("- ana: {submits: false}", "'submits' is true"),
        ("- ana: hi\n    ana: ho", "a key stands twice"),
    ],
)
def test_a_step_that_is_none_is_named(tmp_path: Path, step: str, why: str) -> None:
    found = case_of(tmp_path, f"  - ana: hi\n  {step}\n")
    assert isinstance(found, Broken)
    assert found.name == "one"
    assert found.why.startswith(f"step 2: {why}")
    assert found.why.endswith("line 6 (case.yaml)")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("case: a\nscene: class\nsteps:\n  - ana: [\n", "line 5: "),
        ("case: a\nscene: moon\nsteps:\n  - ana: hi\n", "line 2: there is no scene 'moon'"),
        ("case: a\nscene: class\nmood: x\nsteps:\n  - ana: hi\n", "line 3: a conversation has no 'mood'"),
        ("case: a\nscene: class\n", "line 1: 'steps' is missing"),
        ("case: a\nscene: class\nsteps: []\n", "line 3: the steps are a list"),
        ("- a\n", "line 1: a conversation has the keys"),
        ("case: a\nscene: agreed\ntarget: {unit: x}\nsteps:\n  - ana: hi\n", "line 3: a target has the keys"),
        ("", "there is no conversation in this file"),
        ("case: a\x07\n", "character 8: "),
    ],
)
def test_a_broken_file_is_named_by_its_line(tmp_path: Path, text: str, why: str) -> None:
    (found,) = load_file(written(tmp_path, text))
    assert isinstance(found, Broken)
    assert found.why.startswith(why)


def test_bytes_that_are_no_text_are_named_by_their_line(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"case: a\nscene: \xff\n")
    assert list(load_file(path)) == [Broken(str(path), "line 2: this is no UTF-8")]


def test_what_stands_before_a_broken_part_is_read(tmp_path: Path) -> None:
    good = "case: good\nscene: class\nsteps:\n  - ana: hi\n"
    found = list(load_file(written(tmp_path, f"{good}---\ncase: bad\nscene: class\nsteps: {{\n")))
    assert [one.name for one in found] == ["good", str(tmp_path / "case.yaml")]


def test_folders_are_read_to_the_bottom_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.yaml", "a.yml", "deep/c.yaml"):
        written(tmp_path, f"case: {name}\nscene: class\nsteps:\n  - ana: hi\n", name)
    written(tmp_path, "no conversation", "README.md")
    assert [one.name for one in load([tmp_path])] == ["a.yml", "b.yaml", "deep/c.yaml"]
    (missing,) = load([tmp_path / "nowhere.yaml"])
    assert isinstance(missing, Broken)


def test_words_stay_words(tmp_path: Path) -> None:
    case = case_of(tmp_path, "  - ana: yes\n  - ana: 10:30\n  - facts: {ana: {target.due_on: 2027-02-12}}\n")
    assert isinstance(case, Case)
    assert case.steps[0].does == {"ana": "yes"}
    assert case.steps[1].does == {"ana": "10:30"}
    assert case.steps[2].does["facts"]["ana"]["target.due_on"] == "2027-02-12"


# --- what does not hold ---


def test_a_fact_that_does_not_hold(tmp_path: Path) -> None:
    steps = "  - facts: {ana: {contract.status: null}}\n  - facts: {ana: {contract.status: active}}\n"
    assert outcome_of(tmp_path, steps).why == "step 2: wanted ana contract.status: active got null"


CHECKS = [
    ("told: {ana: [check-in-due]}", "wanted ana told check-in-due got"),
    ("not_told: {ana: [check-in-reminder]}", "wanted ana not told check-in-reminder got it"),
    ("sees: {ana: [purple elephants]}", "wanted ana sees purple elephants got"),
    ("never_sees: {lee: [Reading aloud]}", "wanted lee never sees Reading aloud got it"),
    ("shows_not: {lee: [Reading aloud]}", "wanted lee shown no Reading aloud got it"),
    ("quiet: {ana: 0}", "wanted ana at most 0 messages got"),
]


@pytest.mark.parametrize(("check", "why"), CHECKS, ids=[check.partition(":")[0] for check, _ in CHECKS])
def test_a_check_that_does_not_hold(tmp_path: Path, check: str, why: str) -> None:
    reminded = "  - clock: +25h\n  - ana: {presses: checking_in.log}\n"
    filled = "  - ana: {fills: {value-0: '5', worked: Reading aloud}, submits: true}\n"
    found = outcome_of(tmp_path, f"{reminded}{filled}  - {check}\n", "checking-in")
    assert found.why.startswith(f"step 4: {why}")


def test_what_can_not_be_done_is_a_failure(tmp_path: Path) -> None:
    assert "nothing to press named 'No such button'" in outcome_of(tmp_path, "  - ana: {presses: No such button}\n").why
    assert "no message with 'never said'" in outcome_of(tmp_path, "  - ana: {deletes: never said}\n").why
    assert "there is no channel 'moon'" in outcome_of(tmp_path, "  - ana: {says: hi, in: moon}\n").why
    assert "no modal open" in outcome_of(tmp_path, "  - ana: {submits: true}\n").why
    assert "is past" in outcome_of(tmp_path, "  - clock: 2027-01-01T10:00Z\n").why
    assert "nothing is known of ${zoe}" in outcome_of(tmp_path, "  - raw: {type: message, user: '${zoe}'}\n").why


def test_a_case_that_raises_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(person: object) -> None:
        raise KeyError("inside")

    monkeypatch.setitem(facts.READERS, "contract.status", broken)
    assert outcome_of(tmp_path, "  - facts: {ana: {contract.status: active}}\n").why == "step 1: KeyError: 'inside'"


def test_a_case_that_hangs_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(person: object) -> None:
        while True:
            time.monotonic()

    monkeypatch.setitem(facts.READERS, "contract.status", endless)
    case = case_of(tmp_path, "  - facts: {ana: {contract.status: active}}\n")
    assert play(case, longest=10).why == "step 1: it hangs: 10 s are over"


# --- what holds ---


@pytest.mark.parametrize("scene", ["fresh", "class", "interview", "target", "agreed", "checking-in", "two-classes"])
def test_every_scene_is_as_it_is_told(tmp_path: Path, scene: str) -> None:
    usual = "target.baseline: 3, target.goal: 8, target.unit: sentences out of 10, target.due_on: 2027-02-24"
    held = {
        "fresh": "contract.status: null, check_in.state: null",
        "class": "contract.status: null",
        "interview": "contract.status: drafting, target.statement: null",
        "target": "contract.status: drafting, contract.class: English 11, target.statement: null",
        "agreed": f"contract.status: active, contract.ends_on: 2027-03-12, {usual}, check_in.state: null",
        "checking-in": f"check_in.state: prompted, check_in.values: [null], progress.last: null, {usual}",
        "two-classes": "'check_in[English 11].state': prompted, 'check_in[History 11].state': prompted",
    }
    assert outcome_of(tmp_path, f"  - facts: {{ana: {{{held[scene]}}}}}\n", scene).why == ""


def test_a_target_of_the_cases_own(tmp_path: Path) -> None:
    said = "I will play the piece with at most 3 slips, by 12 March 2027."
    target = f'target: {{statement: "{said}", unit: slips, baseline: 10, goal: 3}}\n'
    held = (
        f'target.statement: "{said}", target.baseline: 10, target.goal: 3, target.unit: slips, target.direction: down'
    )
    assert outcome_of(tmp_path, f"  - facts: {{ana: {{{held}}}}}\n", "agreed", target).why == ""


def test_prompts_of_both_classes_are_there_to_be_answered_in_their_threads(tmp_path: Path) -> None:
    steps = "  - ana: {says: hi, in_thread_of: History 11}\n  - ana: {says: hi, in_thread_of: English 11}\n"
    assert outcome_of(tmp_path, steps, "two-classes").why == ""


def test_time_passes_from_due_to_due(tmp_path: Path) -> None:
    steps = (
        "  - clock: +4d\n  - told: {ana: [check-in-reminder], lee: [check-in-missed]}\n"
        "  - not_told: {bell: [check-in-missed]}\n"
        "  - clock: 2027-01-25T08:45Z\n  - facts: {ana: {check_in.state: prompted}}\n"
    )
    assert outcome_of(tmp_path, steps, "checking-in").why == ""


def test_what_is_typed_pressed_and_sent_arrives(tmp_path: Path) -> None:
    """Words and files, an edit, the three deletions, presses in messages, on Home and in forms, commands, a burst."""
    steps = """
  - burst: {ana: ["5 of 10", "in the garden"]}
  - sees: {lee: [in the garden]}
  - ana: {edits: in the garden, to: in the park}
  - shows_not: {lee: [in the garden]}
  - ana: {says: under it, in_thread_of: English 11, files: [photo.jpg, notes.pdf]}
  - ana: {deletes: in the park}
  - shows_not: {lee: [in the park]}
  - lee: {presses: checking_in.respond}
  - lee: {fills: {text: Look at the last page}, submits: true}
  - sees: {ana: [Look at the last page]}
  - ana: {says: hello all, in: english-11}
  - sees: {ben: [hello all]}
  - lee: {command: "/accord feedback @ana", in: english-11}
  - lee: {fills: {student: ana, seen: One, matters: Two, next_step: Three}, submits: true}
  - told: {ana: [feedback-given]}
  - ada: {fills: {set_up.name_teacher: ben}}
  - told: {ben: [teacher-named]}
  - ben: {presses: "Check in"}
"""
    assert "step 18: NotPossible: ben sees nothing to press" in outcome_of(tmp_path, steps, "checking-in").why


def test_a_raw_event_is_filled_in_and_wrapped(tmp_path: Path) -> None:
    steps = """
  - raw: {type: message, channel: "${ana.dm}", user: "${ana}", text: "5 of 10 raw words", ts: "${now}"}
  - sees: {lee: [raw words]}
  - raw: {type: message, subtype: message_deleted, channel: "${ana.dm}", ts: "${now}", deleted_ts: "${ts of 'raw words'}", previous_message: {type: message, user: "${ana}", text: "5 of 10 raw words", ts: "${ts of 'raw words'}"}}
  - shows_not: {lee: [raw words]}
"""  # noqa: E501
    assert outcome_of(tmp_path, steps, "checking-in").why == ""


def test_the_command_counts_and_says_how_it_went(tmp_path: Path) -> None:
    text = "case: good\nscene: fresh\nsteps:\n  - facts: {ana: {contract.status: null}}\n---\n"
    text += "case: bad\nscene: fresh\nsteps:\n  - facts: {ana: {contract.status: active}}\n"
    path = written(tmp_path, text)
    good = subprocess.run([sys.executable, "-m", "tests.transcripts", str(path)], capture_output=True, text=True)
    lines = good.stdout.splitlines()
    assert lines == ["ok good", "FAIL bad: step 1: wanted ana contract.status: active got null", "1 passed, 1 failed"]
    assert good.returncode == 1


@pytest.mark.parametrize("label", FORMERLY)
def test_a_label_of_before_leads_to_those_of_now(label: str) -> None:
    assert all(words_for().has(key) for key in FORMERLY[label])
    assert label not in labels_of_now(label)
