"""Block Kit, as strict as Slack: tables of what is allowed, and what checks a payload against them."""
