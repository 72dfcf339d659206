"""What everything said has in common: notices, briefs, blocks, forms, and the way into the outbox."""
