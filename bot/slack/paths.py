"""Where Slack, and whoever installs Accord, find what over HTTP. Slack is told them in the app's manifest."""

EVENTS = "/slack/events"
INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"
