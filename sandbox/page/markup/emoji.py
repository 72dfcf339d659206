"""Emoji by name: those that people and bots use most. An unknown name is shown as `:name:`, as Slack does."""

from __future__ import annotations

EMOJI = {
    "+1": "👍", "-1": "👎", "100": "💯", "alarm_clock": "⏰", "arrow_right": "➡️", "art": "🎨",
    "balloon": "🎈", "bell": "🔔", "blush": "😊", "book": "📖", "books": "📚", "brain": "🧠",
    "bulb": "💡", "calendar": "📅", "chart_with_upwards_trend": "📈", "clap": "👏", "clipboard": "📋",
    "confetti_ball": "🎊", "cry": "😢", "dart": "🎯", "eyes": "👀", "fire": "🔥", "hand": "✋",
    "handshake": "🤝", "heart": "❤️", "heavy_check_mark": "✔️", "heavy_plus_sign": "➕", "hourglass": "⌛",
    "hugging_face": "🤗", "information_source": "ℹ️", "joy": "😂", "key": "🔑", "lock": "🔒",
    "memo": "📝", "mortar_board": "🎓", "muscle": "💪", "open_mouth": "😮", "page_facing_up": "📄",
    "paperclip": "📎", "pencil": "✏️", "pencil2": "✏️", "point_right": "👉", "pray": "🙏",
    "pushpin": "📌", "question": "❓", "raised_hands": "🙌", "red_circle": "🔴", "rocket": "🚀",
    "scroll": "📜", "seedling": "🌱", "sad": "😢", "slightly_smiling_face": "🙂", "smile": "😄", "smiley": "😃",
    "sparkles": "✨", "speech_balloon": "💬", "star": "⭐", "star2": "🌟", "sunny": "☀️", "tada": "🎉",
    "thinking_face": "🤔", "thumbsdown": "👎", "thumbsup": "👍", "trophy": "🏆", "warning": "⚠️", "wave": "👋",
    "white_check_mark": "✅", "writing_hand": "✍️", "x": "❌", "yellow_heart": "💛", "green_heart": "💚",
}  # fmt: skip


def shown(name: str) -> str:
    """Return the emoji, or its name between colons."""
    return EMOJI.get(name, f":{name}:")
