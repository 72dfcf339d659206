# ruff: noqa: E501 - a table is read by its rows
"""The Web API's methods: what each answers, and which error it gives when."""

from __future__ import annotations

import pytest

from tests.sandbox.conformance.build import element, section
from tests.sandbox.conformance.world import DOCS, Case, World, method_page, run

METADATA = {"event_type": "notice", "event_payload": {"kind": "hello"}}
PAGES = f"{DOCS}/apis/web-api/pagination"


def case(id: str, method: str, args: dict[str, object], expect: str = "ok", **more: object) -> Case:
    return Case(id, str(more.pop("page", method_page(method))), method, args, expect, **more)  # type: ignore[arg-type]


CHAT = [
    case("post to a channel", "chat.postMessage", {"channel": "C_BIO", "text": "hi"}, shows={"channel": "C_BIO", "message.text": "hi", "message.bot_id": "$bot_id", "message.user": "$bot"}),
    case("post to a person opens the DM", "chat.postMessage", {"channel": "U_ANA", "text": "hi"}, shows={"channel": "$dm"}),
    case("post to a DM", "chat.postMessage", {"channel": "$dm", "text": "hi"}),
    case("post to a channel by name", "chat.postMessage", {"channel": "#bio", "text": "hi"}, shows={"channel": "C_BIO"}),
    case("post to a private channel", "chat.postMessage", {"channel": "P_STAFF", "text": "hi"}),
    case("post blocks without text", "chat.postMessage", {"channel": "C_BIO", "blocks": [section()]}, shows={"message.blocks.0.type": "section"}),
    case("post blocks as a JSON string", "chat.postMessage", {"channel": "C_BIO", "blocks": '[{"type":"divider"}]'}, shows={"message.blocks.0.type": "divider"}),
    case("post attachments only", "chat.postMessage", {"channel": "C_BIO", "attachments": [{"text": "a"}]}),
    case("post markdown_text", "chat.postMessage", {"channel": "C_BIO", "markdown_text": "**a**"}),
    case("post with metadata", "chat.postMessage", {"channel": "C_BIO", "text": "a", "metadata": METADATA}, shows={"message.metadata.event_payload.kind": "hello"}, page=f"{DOCS}/messaging/message-metadata"),
    case("reply in a thread", "chat.postMessage", {"channel": "C_BIO", "text": "a", "thread_ts": "$bot_ts"}, shows={"message.thread_ts": "$bot_ts"}),
    case("a reply to a reply goes to the same thread", "chat.postMessage", {"channel": "C_BIO", "text": "a", "thread_ts": "$reply_ts"}, shows={"message.thread_ts": "$bot_ts"}, undocumented="the documentation says only to avoid a reply's ts"),
    case("post without text", "chat.postMessage", {"channel": "C_BIO"}, "no_text"),
    case("post empty text", "chat.postMessage", {"channel": "C_BIO", "text": ""}, "no_text"),
    case("post empty text and no blocks", "chat.postMessage", {"channel": "C_BIO", "text": "", "blocks": []}, "no_text"),
    case("post without channel", "chat.postMessage", {"text": "a"}, "invalid_arguments", says="channel", undocumented="the wording of the message"),
    case("post to an unknown channel", "chat.postMessage", {"channel": "C_NONE", "text": "a"}, "channel_not_found"),
    case("post to a private channel that the bot is not in", "chat.postMessage", {"channel": "P_SECRET", "text": "a"}, "channel_not_found"),
    case("post to an archived channel", "chat.postMessage", {"channel": "C_OLD", "text": "a"}, "is_archived"),
    case("post to a deactivated person", "chat.postMessage", {"channel": "U_DEE", "text": "a"}, "is_archived", undocumented="which error a deactivated account's DM gives; its object says is_archived"),
    case("post blocks that are no list", "chat.postMessage", {"channel": "C_BIO", "blocks": {"type": "section"}}, "invalid_blocks_format"),
    case("post blocks that are no JSON", "chat.postMessage", {"channel": "C_BIO", "blocks": "[{"}, "invalid_blocks_format"),
    case("post bad blocks", "chat.postMessage", {"channel": "C_BIO", "blocks": [element("section")]}, "invalid_blocks", says="[json-pointer:/blocks/0]"),
    case("post blocks with 12,000 characters in all", "chat.postMessage", {"channel": "C_BIO", "blocks": [section(text={"type": "plain_text", "text": "a" * 3000})] * 4}),
    case("post blocks with more", "chat.postMessage", {"channel": "C_BIO", "blocks": [section(text={"type": "plain_text", "text": "a" * 3000})] * 4 + [section()]}, "msg_blocks_too_long", undocumented="the size"),
    case("post attachments that are no list", "chat.postMessage", {"channel": "C_BIO", "text": "a", "attachments": {"text": "a"}}, "invalid_attachments"),
    case("post 101 attachments", "chat.postMessage", {"channel": "C_BIO", "attachments": [{"text": "a"}] * 101}, "too_many_attachments"),
    case("post text and markdown_text", "chat.postMessage", {"channel": "C_BIO", "text": "a", "markdown_text": "b"}, "markdown_text_conflict"),
    case("post too much markdown_text", "chat.postMessage", {"channel": "C_BIO", "markdown_text": "a" * 12_001}, "msg_too_long"),
    case("post metadata that is no object", "chat.postMessage", {"channel": "C_BIO", "text": "a", "metadata": "x"}, "invalid_metadata_format"),
    case("post metadata without event_type", "chat.postMessage", {"channel": "C_BIO", "text": "a", "metadata": {"event_payload": {}}}, "invalid_metadata_schema"),
    case("post metadata without event_payload", "chat.postMessage", {"channel": "C_BIO", "text": "a", "metadata": {"event_type": "x"}}, "invalid_metadata_schema"),
    case("post large metadata", "chat.postMessage", {"channel": "C_BIO", "text": "a", "metadata": {"event_type": "x", "event_payload": {"k": "a" * 20_000}}}, "metadata_too_large", undocumented="the size"),
    case("reply to nothing", "chat.postMessage", {"channel": "C_BIO", "text": "a", "thread_ts": "1.000001"}, "thread_not_found", undocumented="the error"),
    case("reply to a malformed ts", "chat.postMessage", {"channel": "C_BIO", "text": "a", "thread_ts": "yesterday"}, "invalid_thread_ts", undocumented="the error"),
    case("update a message", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "text": "new"}, shows={"text": "new", "message.edited.user": "$bot"}),
    case("update only blocks", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "blocks": [section()]}, shows={"message.blocks.0.type": "section"}),
    case("an update with text is marked as edited", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "text": "new"}, shows={"message.edited.user": "$bot"}),
    case("an update with blocks is not", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "text": "new", "blocks": [section()]}, shows={"message.edited": None}),
    case("an update of the metadata keeps the text", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "metadata": METADATA}, shows={"message.text": "from the bot", "message.metadata.event_type": "notice"}),
    case("update at 4,000 characters", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "text": "a" * 4000}),
    case("update above 4,000 characters", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "text": "a" * 4001}, "msg_too_long"),
    case("update a person's message", "chat.update", {"channel": "C_BIO", "ts": "$ana_ts", "text": "new"}, "cant_update_message"),
    case("update nothing", "chat.update", {"channel": "C_BIO", "ts": "1.000001", "text": "new"}, "message_not_found"),
    case("update an ephemeral message", "chat.update", {"channel": "C_BIO", "ts": "$whisper_ts", "text": "new"}, "message_not_found"),
    case("update to nothing", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "text": ""}, "no_text"),
    case("update by a person's id", "chat.update", {"channel": "U_ANA", "ts": "$bot_ts", "text": "new"}, "channel_not_found"),
    case("update with bad blocks", "chat.update", {"channel": "C_BIO", "ts": "$bot_ts", "blocks": [element("x")]}, "invalid_blocks"),
    case("update in an archived channel", "chat.update", {"channel": "C_OLD", "ts": "$old_ts", "text": "new"}, "is_inactive"),
    case("update without ts", "chat.update", {"channel": "C_BIO", "text": "new"}, "invalid_arguments", says="ts"),
    case("delete a message", "chat.delete", {"channel": "C_BIO", "ts": "$bot_ts"}, shows={"ts": "$bot_ts"}),
    case("delete a person's message", "chat.delete", {"channel": "C_BIO", "ts": "$ana_ts"}, "cant_delete_message"),
    case("delete nothing", "chat.delete", {"channel": "C_BIO", "ts": "1.000001"}, "message_not_found"),
    case("delete in an unknown channel", "chat.delete", {"channel": "C_NONE", "ts": "1.000001"}, "channel_not_found"),
    case("whisper", "chat.postEphemeral", {"channel": "C_BIO", "user": "U_ANA", "text": "psst"}),
    case("whisper to somebody elsewhere", "chat.postEphemeral", {"channel": "C_BIO", "user": "U_DEE", "text": "psst"}, "user_not_in_channel"),
    case("whisper where the bot is not", "chat.postEphemeral", {"channel": "C_OPEN", "user": "U_ANA", "text": "psst"}, "not_in_channel"),
    case("whisper in an archived channel", "chat.postEphemeral", {"channel": "C_OLD", "user": "U_ANA", "text": "psst"}, "is_archived"),
    case("whisper nothing", "chat.postEphemeral", {"channel": "C_BIO", "user": "U_ANA"}, "no_text"),
    case("whisper to nobody", "chat.postEphemeral", {"channel": "C_BIO", "text": "psst"}, "invalid_arguments", says="user"),
    case("a permalink", "chat.getPermalink", {"channel": "C_BIO", "message_ts": "$bot_ts"}, shows={"channel": "C_BIO"}),
    case("a permalink to nothing", "chat.getPermalink", {"channel": "C_BIO", "message_ts": "1.000001"}, "message_not_found"),
    case("a permalink to nowhere", "chat.getPermalink", {"channel": "C_NONE", "message_ts": "1.000001"}, "channel_not_found"),
]  # fmt: skip

CONVERSATIONS = [
    case("open a DM", "conversations.open", {"users": "U_ANA"}, shows={"channel.id": "$dm", "channel.user": None}),
    case("open a DM and return it", "conversations.open", {"users": "U_ANA", "return_im": "true"}, shows={"channel.user": "U_ANA", "channel.is_im": True}),
    case("open a DM by its id", "conversations.open", {"channel": "$dm"}, shows={"channel.id": "$dm"}),
    case("open a channel", "conversations.open", {"channel": "C_BIO"}, "method_not_supported_for_channel_type"),
    case("open without users", "conversations.open", {}, "users_list_not_supplied"),
    case("open with nobody known", "conversations.open", {"users": "U_NONE"}, "user_not_found"),
    case("open with a deactivated person", "conversations.open", {"users": "U_DEE"}, "user_disabled"),
    case("open with nine people", "conversations.open", {"users": ",".join(["U_ANA"] * 9)}, "too_many_users"),
    case("info of a channel", "conversations.info", {"channel": "C_BIO"}, shows={"channel.name": "bio", "channel.is_member": True, "channel.is_private": False, "channel.num_members": None}),
    case("info with num_members", "conversations.info", {"channel": "C_BIO", "include_num_members": True}, shows={"channel.num_members": 3}),
    case("info of a channel that the bot is not in", "conversations.info", {"channel": "C_OPEN"}, shows={"channel.is_member": False}),
    case("info of an archived channel", "conversations.info", {"channel": "C_OLD"}, shows={"channel.is_archived": True}),
    case("info of a DM", "conversations.info", {"channel": "$dm"}, shows={"channel.is_im": True, "channel.user": "U_ANA"}),
    case("info of a deactivated person's DM", "conversations.info", {"channel": "$dee_dm"}, shows={"channel.is_user_deleted": True}),
    case("info of nothing", "conversations.info", {"channel": "C_NONE"}, "channel_not_found"),
    case("info of a secret", "conversations.info", {"channel": "P_SECRET"}, "channel_not_found"),
    case("members", "conversations.members", {"channel": "C_BIO"}, shows={"members": ["U_ANA", "U_BO", "$bot"], "response_metadata.next_cursor": ""}),
    case("the first of the members", "conversations.members", {"channel": "C_BIO", "limit": 1}, shows={"members": ["U_ANA"], "response_metadata.next_cursor": "bmV4dDox"}, page=PAGES),
    case("the next of the members", "conversations.members", {"channel": "C_BIO", "limit": "1", "cursor": "bmV4dDox"}, shows={"members": ["U_BO"]}, page=PAGES),
    case("an invented cursor", "conversations.members", {"channel": "C_BIO", "cursor": "next"}, "invalid_cursor", page=PAGES),
    case("a limit of 0", "conversations.members", {"channel": "C_BIO", "limit": 0}, "invalid_limit"),
    case("a limit in words", "conversations.members", {"channel": "C_BIO", "limit": "many"}, "invalid_arguments", says="limit", undocumented="the error for a limit of another type"),
    case("a limit that is a list", "conversations.members", {"channel": "C_BIO", "limit": []}, "invalid_arguments", says="limit", undocumented="the error for a limit of another type"),
    case("members of nothing", "conversations.members", {"channel": "C_NONE"}, "channel_not_found"),
    case("history, newest first", "conversations.history", {"channel": "C_BIO"}, shows={"messages.0.ts": "$ana_ts", "messages.1.ts": "$bot_ts", "messages.2": None, "has_more": False}),
    case("history says how many replies there are", "conversations.history", {"channel": "C_BIO"}, shows={"messages.1.reply_count": 1, "messages.1.latest_reply": "$reply_ts"}),
    case("history in pages", "conversations.history", {"channel": "C_BIO", "limit": 1}, shows={"messages.0.ts": "$ana_ts", "messages.1": None, "has_more": True}, page=PAGES),
    case("history after a ts", "conversations.history", {"channel": "C_BIO", "oldest": "$bot_ts"}, shows={"messages.0.ts": "$ana_ts", "messages.1": None}),
    case("history from a ts on", "conversations.history", {"channel": "C_BIO", "oldest": "$bot_ts", "inclusive": True}, shows={"messages.1.ts": "$bot_ts"}),
    case("history before a ts", "conversations.history", {"channel": "C_BIO", "latest": "$ana_ts"}, shows={"messages.0.ts": "$bot_ts", "messages.1": None}),
    case("history of one message", "conversations.history", {"channel": "C_BIO", "latest": "$bot_ts", "inclusive": True, "limit": 1}, shows={"messages.0.ts": "$bot_ts"}),
    case("history with a bad latest", "conversations.history", {"channel": "C_BIO", "latest": "now"}, "invalid_ts_latest"),
    case("history with a bad oldest", "conversations.history", {"channel": "C_BIO", "oldest": "then"}, "invalid_ts_oldest"),
    case("history where the bot is not", "conversations.history", {"channel": "C_OPEN"}, "not_in_channel"),
    case("history of nothing", "conversations.history", {"channel": "C_NONE"}, "channel_not_found"),
    case("history of an archived channel", "conversations.history", {"channel": "C_OLD"}, shows={"messages.0.ts": "$old_ts"}),
    case("a thread, oldest first", "conversations.replies", {"channel": "C_BIO", "ts": "$bot_ts"}, shows={"messages.0.ts": "$bot_ts", "messages.1.ts": "$reply_ts", "messages.1.parent_user_id": "$bot"}),
    case("a thread by one of its replies", "conversations.replies", {"channel": "C_BIO", "ts": "$reply_ts"}, shows={"messages.0.ts": "$bot_ts"}),
    case("a thread of nothing", "conversations.replies", {"channel": "C_BIO", "ts": "1.000001"}, "thread_not_found"),
    case("a thread without ts", "conversations.replies", {"channel": "C_BIO"}, "invalid_arguments"),
    case("list public channels", "conversations.list", {}, shows={"channels.0.id": "C_BIO", "channels.1.id": "C_OPEN", "channels.2.id": "C_OLD", "channels.3": None}),
    case("list without archived ones", "conversations.list", {"exclude_archived": True}, shows={"channels.1.id": "C_OPEN", "channels.2": None}),
    case("list private channels of the bot", "conversations.list", {"types": "private_channel"}, shows={"channels.0.id": "P_STAFF", "channels.1": None}),
    case("list DMs", "conversations.list", {"types": "im"}, shows={"channels.0.id": "$dm"}),
    case("list two types", "conversations.list", {"types": "public_channel,private_channel", "limit": 100}, shows={"channels.3.id": "P_STAFF"}),
    case("list an unknown type", "conversations.list", {"types": "public"}, "invalid_types"),
    case("channels of the bot", "users.conversations", {"types": "public_channel"}, shows={"channels.0.id": "C_BIO", "channels.1.id": "C_OLD", "channels.2": None}),
    case("channels of a person", "users.conversations", {"user": "U_ANA"}, shows={"channels.1.id": "C_OPEN"}),
    case("a person's private channels that the bot shares", "users.conversations", {"user": "U_BO", "types": "private_channel"}, shows={"channels.0.id": "P_STAFF", "channels.1": None}),
]  # fmt: skip

REST = [
    case("who am I", "auth.test", {}, shows={"user_id": "$bot", "bot_id": "$bot_id", "team_id": "$team"}),
    case("a person", "users.info", {"user": "U_ANA"}, shows={"user.tz": "Europe/London", "user.tz_offset": 3600, "user.is_admin": False, "user.profile.email": "ana@school.example", "user.locale": None}),
    case("a person with locale", "users.info", {"user": "U_ANA", "include_locale": "true"}, shows={"user.locale": "en-US"}),
    case("an admin", "users.info", {"user": "U_BO"}, shows={"user.is_admin": True}),
    case("a deactivated person", "users.info", {"user": "U_DEE"}, shows={"user.deleted": True}),
    case("the bot as a person", "users.info", {"user": "$bot"}, shows={"user.is_bot": True, "user.profile.email": None}),
    case("nobody", "users.info", {"user": "U_NONE"}, "user_not_found"),
    case("no user", "users.info", {}, "invalid_arguments", says="user"),
    case("everybody", "users.list", {}, shows={"members.1.id": "U_ANA", "response_metadata.next_cursor": ""}),
    case("everybody in pages", "users.list", {"limit": 2}, shows={"members.2": None, "response_metadata.next_cursor": "bmV4dDoy"}, page=PAGES),
    case("a person by address", "users.lookupByEmail", {"email": "Ana@school.example"}, shows={"user.id": "U_ANA"}),
    case("nobody by address", "users.lookupByEmail", {"email": "x@school.example"}, "users_not_found"),
    case("a deactivated person by address", "users.lookupByEmail", {"email": "dee@school.example"}, "users_not_found"),
    case("the team", "team.info", {}, shows={"team.id": "$team"}),
    case("another team", "team.info", {"team": "T_NONE"}, "team_not_found"),
    case("the bot", "bots.info", {"bot": "$bot_id"}, shows={"bot.user_id": "$bot"}),
    case("no bot", "bots.info", {"bot": "B_NONE"}, "bot_not_found"),
    case("react", "reactions.add", {"channel": "C_BIO", "timestamp": "$ana_ts", "name": "tada"}),
    case("react with a skin tone", "reactions.add", {"channel": "C_BIO", "timestamp": "$ana_ts", "name": "wave::skin-tone-2"}),
    case("react to nothing", "reactions.add", {"channel": "C_BIO", "timestamp": "1.000001", "name": "tada"}, "message_not_found"),
    case("react without ts", "reactions.add", {"channel": "C_BIO", "name": "tada"}, "no_item_specified"),
    case("react to a bad ts", "reactions.add", {"channel": "C_BIO", "timestamp": "now", "name": "tada"}, "bad_timestamp"),
    case("react with no emoji", "reactions.add", {"channel": "C_BIO", "timestamp": "$ana_ts", "name": "Not One!"}, "invalid_name"),
    case("react in an archived channel", "reactions.add", {"channel": "C_OLD", "timestamp": "$old_ts", "name": "tada"}, "is_archived"),
    case("pin", "pins.add", {"channel": "C_BIO", "timestamp": "$bot_ts"}),
    case("pin nothing", "pins.add", {"channel": "C_BIO", "timestamp": "1.000001"}, "message_not_found"),
    case("pin without ts", "pins.add", {"channel": "C_BIO"}, "no_item_specified"),
    case("pin where the bot is not", "pins.add", {"channel": "C_OPEN", "timestamp": "1.000001"}, "not_in_channel"),
    case("a place for a file", "files.getUploadURLExternal", {"filename": "a.png", "length": 3}),
    case("a place for an empty file", "files.getUploadURLExternal", {"filename": "a.png", "length": 0}, "missing_argument"),
    case("a place without a name", "files.getUploadURLExternal", {"length": 3}, "invalid_arguments", says="filename"),
    case("a long description", "files.getUploadURLExternal", {"filename": "a.png", "length": 3, "alt_txt": "a" * 1001}, "alt_txt_too_large"),
    case("complete an unknown file", "files.completeUploadExternal", {"files": [{"id": "F_NONE"}]}, "file_not_found"),
    case("complete a file twice", "files.completeUploadExternal", {"files": [{"id": "$file"}]}, "file_not_found", undocumented="the error for a file that is complete already"),
    case("complete a file for a person", "files.completeUploadExternal", {"files": [{"id": "$uploaded"}], "channel_id": "U_ANA"}, "invalid_arguments", says="channel_id", undocumented="the refusal; seen in bolt-js #2115"),
    case("complete a file in a DM", "files.completeUploadExternal", {"files": [{"id": "$uploaded"}], "channel_id": "$dm", "initial_comment": "here"}, shows={"files.0.shares": {}}),
    case("complete a file in a DM of others", "files.completeUploadExternal", {"files": [{"id": "$uploaded"}], "channel_id": "D_NONE"}, "channel_not_found"),
    case("delete one's own file", "files.delete", {"file": "$ours"}),
    case("delete a person's file", "files.delete", {"file": "$file"}, "cant_delete_file"),
    case("delete no file", "files.delete", {"file": "F_NONE"}, "file_not_found"),
    case("a file", "files.info", {"file": "$file"}, shows={"file.name": "essay.txt", "file.size": 4, "file.user": "U_ANA"}),
    case("no file", "files.info", {"file": "F_NONE"}, "file_not_found"),
    case("a method that is none", "chat.shout", {}, "unknown_method", page=f"{DOCS}/apis/web-api"),
    case("open a socket", "apps.connections.open", {}),
    case("test the API", "api.test", {"foo": "bar"}, shows={"args.foo": "bar"}),
    case("test an error", "api.test", {"error": "my_error"}, "my_error"),
]  # fmt: skip


@pytest.mark.parametrize("case", CHAT + CONVERSATIONS + REST, ids=lambda case: f"{case.method}: {case.id}")
def test_method(case: Case) -> None:
    run(case)


def test_the_suite_names_a_page_for_every_case() -> None:
    assert all(case.page.startswith(f"{DOCS}/") for case in CHAT + CONVERSATIONS + REST)


def test_text_without_blocks_takes_the_blocks_away() -> None:
    world = World()
    posted = world.call("chat.postMessage", {"channel": "C_BIO", "text": "a", "blocks": [section()]}).body
    args = {"channel": "C_BIO", "ts": posted["ts"], "text": "b"}
    assert "blocks" not in world.call("chat.update", args).body["message"], method_page("chat.update")


@pytest.mark.parametrize(
    ("given", "left"), [(None, "notice"), (METADATA | {"event_type": "other"}, "other"), ({}, None)]
)
def test_metadata_is_kept_replaced_or_taken_away(given: dict[str, object] | None, left: str | None) -> None:
    world = World()
    posted = world.call("chat.postMessage", {"channel": "C_BIO", "text": "a", "metadata": METADATA}).body
    args = {"channel": "C_BIO", "ts": posted["ts"], "text": "b"} | ({} if given is None else {"metadata": given})
    message = world.call("chat.update", args).body["message"]
    assert message.get("metadata", {}).get("event_type") == left, method_page("chat.update")


@pytest.mark.parametrize(("wanted", "shown"), [(True, True), (False, False)])
def test_history_has_metadata_when_asked_for(wanted: bool, shown: bool) -> None:
    world = World()
    world.call("chat.postMessage", {"channel": "C_BIO", "text": "a", "metadata": METADATA})
    body = world.call("conversations.history", {"channel": "C_BIO", "include_all_metadata": wanted}).body
    assert ("metadata" in body["messages"][0]) is shown, method_page("conversations.history")


def test_reacting_and_pinning_twice_is_refused() -> None:
    world = World()
    react = {"channel": "C_BIO", "timestamp": "$bot_ts", "name": "tada"}
    pin = {"channel": "C_BIO", "timestamp": "$bot_ts"}
    answers = [world.call(*args).body.get("error", "ok") for args in [("reactions.add", react), ("pins.add", pin)] * 2]
    assert answers == ["ok", "ok", "already_reacted", "already_pinned"], method_page("reactions.add")


def test_a_deleted_message_is_gone() -> None:
    world = World()
    assert world.call("chat.delete", {"channel": "C_BIO", "ts": "$bot_ts"}).body["ok"]
    again = world.call("chat.delete", {"channel": "C_BIO", "ts": "$bot_ts"}).body
    assert again["error"] == "message_not_found", method_page("chat.delete")


def test_what_the_bot_posts_is_told_to_it_as_well() -> None:
    world = World()
    world.call("chat.postMessage", {"channel": "U_ANA", "text": "a"})
    [envelope] = world.core.deliveries.all
    assert envelope.payload["event"]["bot_id"] == world.core.state.bot_id, f"{DOCS}/reference/events/message.im"
