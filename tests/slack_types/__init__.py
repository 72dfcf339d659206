"""What Accord sends, against the types that Slack publishes for those who write apps in TypeScript."""
