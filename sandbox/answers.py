"""What the app's acknowledgements and response_urls do.

https://docs.slack.dev/interactivity/handling-user-interaction and
https://docs.slack.dev/surfaces/modals (response_action)
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from sandbox import posting, viewing
from sandbox.blocks.kinds import Report
from sandbox.blocks.objects import SUGGESTIONS, options_of
from sandbox.core import Core
from sandbox.deliveries import Ack, Envelope
from sandbox.errors import Refusal
from sandbox.posting import Draft
from sandbox.state import Conversation, Json, Post, ResponseUrl, View

URL_LIVES = timedelta(minutes=30)
URL_USES = 5


def acknowledge(core: Core, envelope: Envelope, payload: Any) -> None:
    """Take in an acknowledgement; the first one takes effect."""
    first = not envelope.acks
    answer = payload if isinstance(payload, dict) and payload else None
    took = time.monotonic() - envelope.sent_real if envelope.sent_real else 0.0
    envelope.acks.append(Ack(core.now(), answer, took))
    if first and not envelope.gone:
        try:
            _apply(core, envelope, answer)
        except Refusal as refusal:
            messages = refusal.extra.get("response_metadata", {}).get("messages", [])
            envelope.problem = " ".join([refusal.error, *messages])
    core.deliveries.settle(envelope)
    core.changed()


def _apply(core: Core, envelope: Envelope, answer: Json | None) -> None:
    kind = envelope.payload.get("type")
    if envelope.kind == "slash_commands" and answer:
        _answer_command(core, envelope.payload, answer)
    elif kind == "view_submission":
        _answer_submission(core, envelope.payload, answer)
    elif kind == "block_suggestion":
        _answer_suggestion(core, envelope.payload, answer)


def _answer_command(core: Core, payload: Json, answer: Json) -> None:
    place = core.state.conversations[payload["channel_id"]]
    _say(core, place, payload["user_id"], answer, None)


def _answer_suggestion(core: Core, payload: Json, answer: Json | None) -> None:
    """https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select"""
    given = answer or {}
    report = Report("modal")
    SUGGESTIONS.check(given, "", report)
    if report.problems:
        raise Refusal(" ".join(report.problems))
    view = core.state.views[payload["view"]["id"]]
    view.suggested[payload["action_id"]] = options_of(given)


def _answer_submission(core: Core, payload: Json, answer: Json | None) -> None:
    user_id = payload["user"]["id"]
    view = core.state.views[payload["view"]["id"]]
    if view.id not in core.state.stacks.get(user_id, ()):
        return
    match (answer or {}).get("response_action"):
        case None:
            if answer:
                raise Refusal("the answer to a submission needs a response_action")
            _close(core, user_id, view)
        case "clear":
            viewing.close_all(core, user_id)
        case "errors":
            _show_errors(core, view, (answer or {}).get("errors"))
        case "update":
            viewing.update_view(core, view, (answer or {}).get("view"), None)
        case "push":
            viewing.push_answer(core, user_id, (answer or {}).get("view"))
        case other:
            raise Refusal(f"unknown response_action {other}")


def _close(core: Core, user_id: str, view: View) -> None:
    stack = core.state.stacks[user_id]
    if view.body.get("clear_on_close"):
        viewing.close_all(core, user_id)
    elif stack[-1] == view.id:
        viewing.close_top(core, user_id)


def _show_errors(core: Core, view: View, errors: Any) -> None:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors:
        raise Refusal("response_action errors needs an object of errors by block_id")
    unknown = set(errors) - inputs
    if unknown:
        raise Refusal(f"errors name no input block: {', '.join(sorted(unknown))}")
    if not all(isinstance(text, str) and text for text in errors.values()):
        raise Refusal("every error needs a text")
    view.errors = dict(errors)
    core.shown(view)


def use_response_url(core: Core, url: ResponseUrl, body: Json) -> None:
    """Do what was sent to a response_url: five times within half an hour.

    Raises Refusal `expired_url` or `used_url` (their names are not documented), or what posting raises.
    """
    if core.now() - url.issued > URL_LIVES:
        raise Refusal("expired_url")
    if url.uses >= URL_USES:
        raise Refusal("used_url")
    url.uses += 1
    place = core.state.conversations[url.channel]
    source = place.by_ts.get(url.message_ts or "")
    if body.get("delete_original"):
        if source:
            posting.delete(core, place, source)
    elif body.get("replace_original") and source:
        _replace(core, place, source, body)
    else:
        _say(core, place, url.user, body, source)


def _draft(body: Json, thread_ts: str | None = None) -> Draft:
    return Draft(
        text=str(body.get("text") or ""),
        blocks=body.get("blocks"),
        attachments=body.get("attachments"),
        metadata=body.get("metadata"),
        thread_ts=thread_ts,
    )


def _replace(core: Core, place: Conversation, source: Post, body: Json) -> None:
    draft = _draft(body)
    posting.check_content(core, draft)
    posting.change(core, place, source, draft)


def _say(core: Core, place: Conversation, user_id: str, body: Json, source: Post | None) -> None:
    in_thread = body.get("thread_ts") or (source.thread_ts if source else None)
    draft = _draft(body, str(in_thread) if in_thread else None)
    if not (draft.text or draft.blocks or draft.attachments):
        return
    posting.check_content(core, draft)
    if body.get("response_type") == "in_channel":
        posting.post(core, place, core.state.bot_user, draft)
    else:
        posting.post(core, place, core.state.bot_user, draft, to=user_id)
