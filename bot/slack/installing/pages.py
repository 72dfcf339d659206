"""The pages that somebody sees who installs Accord. Plain HTML: they load nothing, and run nothing."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.slack.http.front import HTML, Response
from prompts.words import Typed, words_for

STYLE = """
:root { color-scheme: light dark; --ink: #1d2b36; --soft: #475a68; --paper: #f6f4ef; --card: #ffffff; --deep: #2f4858;
  --on-deep: #ffffff; --line: #d9d4c8; --focus: #b3541e; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f3; --soft: #b9c5ce; --paper: #16202a; --card: #1f2c38;
  --deep: #a9cbe0; --on-deep: #10202c; --line: #3a4a58; --focus: #f0a878; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem 1rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { width: 100%; max-width: 36rem; background: var(--card); border: 1px solid var(--line); border-radius: 16px;
  padding: clamp(1.5rem, 5vw, 3rem); }
svg { display: block; width: 3.5rem; height: 3.5rem; margin-bottom: 1.25rem; }
h1 { font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.0625rem; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; } ul, ol { margin: 0 0 1.5rem; padding-left: 1.4rem; } li { margin: .4rem 0; }
code { white-space: nowrap; padding: .1em .4em; border-radius: 6px; background: var(--paper); font-size: .95em; }
.soft { color: var(--soft); font-size: .9375rem; margin: 1.5rem 0 0; }
.go { display: inline-block; min-height: 48px; padding: .7rem 1.6rem; border: 0; border-radius: 10px; cursor: pointer;
  background: var(--deep); color: var(--on-deep); font: inherit; font-weight: 600; text-decoration: none; }
.go:hover { text-decoration: underline; } .go:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
@media (max-width: 30rem) { .go { width: 100%; text-align: center; } }
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

PICTURE = """<svg viewBox="0 0 64 64" role="img" aria-label="{label}">
<rect width="64" height="64" rx="16" fill="#2f4858"/>
<path d="M12 40c6-10 14-10 20 0s14 10 20 0" fill="none" stroke="#f2c078" stroke-width="5" stroke-linecap="round"/>
<path d="M12 26c6 10 14 10 20 0s14-10 20 0" fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round"/>
</svg>"""

words = words_for()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why an installation did not come about; copy stands under `install-<key>` and `install-<key>-text`."""

    key: str
    status: int


DENIED = Trouble("denied", 403)
NO_STATE = Trouble("no-state", 400)
OTHER_BROWSER = Trouble("other-browser", 400)
STATE_OVER = Trouble("state-over", 400)
REFUSED = Trouble("refused", 502)
AWAY = Trouble("away", 502)
ORGANISATION = Trouble("organisation", 400)
BUSY = Trouble("busy", 503)


def offer(action: str, may_go_to: str) -> Response:
    """What Accord is, what it may do, and the button. `may_go_to` is Slack's origin: the form leads there."""
    able = [escape(words(f"install-able-{n}")) for n in range(1, 5)]
    body = (
        f"<h1>{escape(words('install-title'))}</h1><p>{escape(words('install-lead'))}</p>"
        f'<form method="post" action="{escape(action)}"><button class="go">{escape(words("install-button"))}</button>'
        f"</form><h2>{escape(words('install-able'))}</h2>{_list('ul', able)}"
        f'<p class="soft">{escape(words("install-who"))}</p>'
    )
    return _page(words("install-title"), body, form_to=may_go_to)


def welcome(team: str, slack: str) -> Response:
    """It is installed: what to do next. `slack` is where Accord can be found in Slack."""
    steps = [
        escape(words("install-next-1")),
        _with_command("install-next-2", "/invite @Accord"),
        _with_command("install-next-3", "/accord setup"),
    ]
    title = words("install-done", team=team)
    body = (
        f"<h1>{escape(title)}</h1><h2>{escape(words('install-next'))}</h2>{_list('ol', steps)}"
        f'<a class="go" href="{escape(slack)}">{escape(words("install-open"))}</a>'
        f'<p class="soft">{escape(words("install-close"))}</p>'
    )
    return _page(title, body)


def trouble(what: Trouble, action: str) -> Response:
    """What went wrong, and the way back to the beginning."""
    title = words(f"install-{what.key}")
    body = (
        f"<h1>{escape(title)}</h1><p>{escape(words(f'install-{what.key}-text'))}</p>"
        f'<a class="go" href="{escape(action)}">{escape(words("install-again"))}</a>'
    )
    return _page(title, body, status=what.status)


def _with_command(key: str, command: str) -> str:
    """A sentence in which a command stands out, and is never broken."""
    parts = words.pieces(key, command=command)
    return "".join(f"<code>{escape(p.text)}</code>" if isinstance(p, Typed) else escape(str(p)) for p in parts)


def _list(kind: str, items: Sequence[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>"


def _page(title: str, body: str, *, status: int = 200, form_to: str = "") -> Response:
    forms = f"'self' {form_to}" if form_to else "'none'"
    policy = (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action {forms}; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    headers = (
        ("content-security-policy", policy),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
    )
    picture = PICTURE.format(label=escape(words("install-picture")))
    page = (
        f'<!doctype html><html lang="{words.locale}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{picture}{body}</main></body></html>"
    )
    return Response(status, page, HTML, headers)
