"""The one module that imports openai; it is itself imported only where a model is configured, in a thread.

openai's own time-out and retries are switched off: the drafter decides about both.
"""

import json
from collections.abc import AsyncIterator
from typing import Any, cast

import httpx2
import openai

from bot.domain.drafts import CallOutcome
from bot.llm.prompt import AnswerFormat, Messages, ModelAnswer, ModelReply, read_answer

ANSWER_MOST = 512 * 1024
"""Bytes of an answer: three drafts take two thousand."""
TOKENS_MOST = 4000
"""For an answer, with what some models think before it."""
NOT_LIKE_THIS = frozenset((400, 404, 405, 415, 422, 501))
"""What servers answer to a parameter that they do not know."""


class OpenAIEndpoint:
    """One server and one model. `timeout` is in seconds, for a single call."""

    def __init__(self, *, model: str, key: str, base_url: str, timeout: float) -> None:
        self.model = model
        self._client = openai.AsyncOpenAI(
            api_key=key or "none",
            base_url=base_url or None,
            max_retries=0,
            timeout=timeout,
            default_headers={"Accept-Encoding": "identity"},  # so that what is counted is what is read
            http_client=openai.DefaultAsyncHttpxClient(transport=_Capped(httpx2.AsyncHTTPTransport())),
        )

    async def close(self) -> None:
        await self._client.close()

    async def ask(self, messages: Messages, way: AnswerFormat) -> ModelReply:
        """One call; whatever goes wrong is an outcome."""
        try:
            return _reply(await self._raw(cast(Any, list(messages)), way))
        except openai.RateLimitError as error:
            return ModelReply(CallOutcome.LIMITED, retry_after=_retry_after(error))
        except (openai.AuthenticationError, openai.PermissionDeniedError):
            return ModelReply(CallOutcome.FORBIDDEN)
        except openai.APITimeoutError:
            return ModelReply(CallOutcome.TIMED_OUT)
        except openai.APIConnectionError as error:
            too_long = isinstance(error.__cause__, _TooLong)
            return ModelReply(CallOutcome.CUT_SHORT if too_long else CallOutcome.UNREACHABLE)
        except openai.APIStatusError as error:
            unsupported = error.status_code in NOT_LIKE_THIS
            return ModelReply(
                CallOutcome.UNSUPPORTED if unsupported else CallOutcome.SERVER_FAILED, retry_after=_retry_after(error)
            )
        except openai.OpenAIError:
            return ModelReply(CallOutcome.UNREADABLE)

    async def _raw(self, messages: Any, way: AnswerFormat) -> Any:
        asking = self._client.chat.completions.with_raw_response
        if way is AnswerFormat.SCHEMA:
            return await asking.parse(
                model=self.model, messages=messages, response_format=ModelAnswer, max_completion_tokens=TOKENS_MOST
            )
        if way is AnswerFormat.JSON:
            return await asking.create(
                model=self.model, messages=messages, response_format={"type": "json_object"}, max_tokens=TOKENS_MOST
            )
        return await asking.create(model=self.model, messages=messages)


def _reply(raw: Any) -> ModelReply:
    """What a 200 holds. Servers that ignore the schema send prose around the JSON, or something else altogether, on
    which openai's own parser breaks in many ways: the text is read here, and validated."""
    said = _Said(raw.text)
    answer = read_answer(said.content)
    if answer is not None and said.finish != "length":
        return said.reply(CallOutcome.ANSWERED, answer)
    if said.refused:
        return said.reply(CallOutcome.REFUSED)
    return said.reply(CallOutcome.CUT_SHORT if said.finish == "length" else CallOutcome.UNREADABLE)


class _Said:
    """The parts of an answer's body that are there; nothing is taken for granted."""

    def __init__(self, body: str) -> None:
        try:
            self._body = _object(json.loads(body))
        except (json.JSONDecodeError, RecursionError):
            self._body = {}
        choices = self._body.get("choices")
        choice = _object(choices[0]) if isinstance(choices, list) and choices else {}
        message = _object(choice.get("message"))
        self.content = content if isinstance(content := message.get("content"), str) else ""
        self.refused = bool(message.get("refusal")) or choice.get("finish_reason") == "content_filter"
        self.finish = choice.get("finish_reason")

    def reply(self, outcome: CallOutcome, answer: ModelAnswer | None = None) -> ModelReply:
        usage = _object(self._body.get("usage"))
        counts = [n if isinstance(n := usage.get(f"{kind}_tokens"), int) else 0 for kind in ("prompt", "completion")]
        return ModelReply(outcome, answer, self.content, prompt_tokens=counts[0], completion_tokens=counts[1])


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _retry_after(error: openai.APIStatusError) -> float | None:
    """Seconds; a date in its place, or nonsense, is as good as none."""
    try:
        seconds = float(error.response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return seconds if 0 <= seconds < 1e6 else None


class _TooLong(httpx2.ReadError):
    """The answer is longer than any answer may be."""


class _Capped(httpx2.AsyncBaseTransport):
    """Stops reading an answer that does not end: it would fill the memory before the time-out comes."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await self._inner.handle_async_request(request)
        response.stream = _CappedStream(cast(httpx2.AsyncByteStream, response.stream))
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _CappedStream(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._inner:
            read += len(chunk)
            if read > ANSWER_MOST:
                raise _TooLong("answer too long")
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()
