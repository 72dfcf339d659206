"""Slack's refusals: which of them stay however often one asks, and which concern the whole workspace.

The keys are those that https://docs.slack.dev/reference/methods documents for each method. What is in none of
these tables passes: it is tried again, a few times.
"""

TOKEN = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
"""The bot itself may not speak: nothing in this workspace can be sent until somebody installs it again."""

UNRENDERABLE = "unrenderable"
"""Ours: a message that could not be rendered never left."""

UNSUPPORTED = frozenset({"method_not_supported", "not_implemented", "unknown_method"})
"""A server that knows less than Slack does."""

LASTING = (
    frozenset(
        {
            "as_user_not_supported",
            "blocked_from_dm",
            "cannot_dm_bot",
            "cannot_reply_to_message",
            "cant_update_message",
            "channel_not_found",
            "duplicate_external_id",
            "edit_window_closed",
            "ekm_access_denied",
            "invalid_arguments",
            "invalid_array_arg",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_channel",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "is_archived",
            "is_inactive",
            "markdown_text_conflict",
            "message_not_found",
            "messages_tab_disabled",
            "metadata_must_be_sent_from_app",
            "metadata_too_large",
            "missing_post_type",
            "missing_scope",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_permission",
            "no_text",
            "not_allowed_token_type",
            "not_enabled",
            "not_in_channel",
            "posting_to_general_channel_denied",
            "restricted_action",
            "restricted_action_non_threadable_channel",
            "restricted_action_read_only_channel",
            "restricted_action_thread_locked",
            "restricted_action_thread_only_channel",
            "team_not_found",
            "too_many_attachments",
            "two_factor_setup_required",
            "user_disabled",
            "user_not_found",
            "user_not_in_channel",
            "user_not_visible",
            "users_list_not_supplied",
            "users_not_found",
            "view_too_large",
        }
    )
    | UNSUPPORTED
)


def is_lasting(error: str) -> bool:
    """Whether a refusal of one message stays. Refusals of the token are not the message's fault: they pass."""
    return error in LASTING


def surely_unsent(error: str) -> bool:
    """Whether what ended so never left: refused for good, or not even rendered. Anything else may have arrived."""
    return is_lasting(error) or error == UNRENDERABLE
