"""What `accord doctor` finds out about a language model, over real HTTP."""

from typing import Any

import pytest

from bot.cli.doctor import outside as doctor_model
from bot.cli.doctor.finding import Diagnosis
from bot.cli.doctor.outside import examine_model
from bot.settings import Settings
from prompts.words import words_for
from sandbox.language_model import LanguageModel, Step, body, cuts, endless, fails, lists, says

ERROR = '{"error": {"message": "The model `local` does not exist", "code": "model_not_found"}}'


def settings(**given: Any) -> Settings:
    empty = {"openai_base_url": "", "openai_api_key": "", "accord_llm_model": ""}
    return Settings.model_validate(empty | given)


async def found(model: LanguageModel, **given: Any) -> Diagnosis:
    given = {"openai_base_url": model.base_url, "accord_llm_model": "local"} | given
    finding = await examine_model(settings(**given))
    readable(finding)
    return finding


def readable(finding: Diagnosis) -> None:
    """Raises CopyError where it can not be said."""
    assert words_for()(f"doctor-{finding.key}", **finding.args)
    assert finding.well or words_for()(f"doctor-{finding.key}-remedy", **finding.args)


@pytest.mark.parametrize(
    ("given", "key", "well"),
    [
        ({}, "model-off", True),
        ({"openai_api_key": "sk"}, "model-off", True),
        ({"accord_llm_model": "m"}, "model-half", False),
        ({"openai_base_url": "http://127.0.0.1:9/v1"}, "model-unnamed", False),
        ({"openai_base_url": "http://127.0.0.1:9/v1", "accord_llm_model": "m"}, "model-unreachable", False),
        ({"openai_base_url": "http://no.such.host.invalid/v1", "accord_llm_model": "m"}, "model-unreachable", False),
        ({"openai_base_url": "http://", "accord_llm_model": "m"}, "model-unreachable", False),
    ],
)
async def test_settings(given: dict[str, str], key: str, well: bool) -> None:
    finding = await examine_model(settings(**given))
    assert (finding.key, finding.well) == (key, well)
    readable(finding)


@pytest.mark.parametrize(
    ("models", "key"),
    [
        (lists("other", "local"), "model"),
        (lists("local:latest"), "model"),
        (lists("models/local"), "model"),
        (lists("localish"), "model-unknown"),
        (lists(), "model-none"),
        (fails(401), "model-key-wanted"),
        (fails(429), "model-limited"),
        (fails(500), "model-failed"),
        (fails(503), "model-failed"),
        (cuts, "model-unreachable"),
        (body('{"data": [{"id": 7}, "x", {"name": "local"}, {"id": "local"}]}'), "model"),
    ],
)
async def test_a_server_that_lists_its_models(models: Step, key: str) -> None:
    async with LanguageModel(says("ok"), models=models).running() as model:
        finding = await found(model)
        assert (finding.key, finding.well) == (key, key == "model")
        assert model.requests == []


@pytest.mark.parametrize(
    "models", [fails(404), fails(405), body("<html>Wi-Fi</html>", "text/html"), body("[]"), body("{}"), endless(3)]
)
@pytest.mark.parametrize(
    ("step", "key"),
    [
        (says("ok"), "model"),
        (fails(404), "model-elsewhere"),
        (body("<html>Wi-Fi</html>", "text/html"), "model-elsewhere"),
        (fails(403), "model-key-wanted"),
        (fails(500), "model-failed"),
    ],
)
async def test_a_server_that_lists_none_is_asked_for_two_words(models: Step, step: Step, key: str) -> None:
    async with LanguageModel(step, models=models).running() as model:
        assert (await found(model)).key == key
        (asked,) = model.seen
        assert (asked["model"], asked["messages"]) == ("local", [{"role": "user", "content": "Say ok."}])


async def test_a_server_that_says_which_model_it_does_not_know() -> None:
    unknown = body(ERROR)

    async def step(request: Any) -> Any:
        answer = await unknown(request)
        answer.set_status(404)
        return answer

    async with LanguageModel(step, models=fails(404)).running() as model:
        assert (await found(model)).key == "model-unknown"


async def test_an_address_without_its_end() -> None:
    async with LanguageModel(says("ok")).running() as model:
        assert (await found(model, openai_base_url=model.base_url.removesuffix("/v1"))).key == "model-elsewhere"
        assert (await found(model, openai_base_url=f"{model.base_url}/")).key == "model"


async def test_the_key_goes_to_the_server_and_nowhere_else() -> None:
    async with LanguageModel(says("ok"), models=fails(401)).running() as model:
        secret = model.base_url.replace("http://", "http://me:swordfish@")
        finding = await found(model, openai_api_key="sk-open-sesame", openai_base_url=secret + "?k=herring")
        told = str(finding) + words_for()(f"doctor-{finding.key}", **finding.args)
        plain = await found(model, openai_api_key="sk-open-sesame")
        assert model.headers[-1]["Authorization"] == "Bearer sk-open-sesame"
    assert plain.key == "model-key-refused"
    assert not any(word in told for word in ("sesame", "swordfish", "herring"))


async def test_without_openai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_model, "find_spec", lambda name: None)
    async with LanguageModel(says("ok")).running() as model:
        assert (await found(model)).key == "model-not-installed"
