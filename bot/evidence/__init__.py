"""Files that students show: fetched from Slack, checked, cleaned."""
