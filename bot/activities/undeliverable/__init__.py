"""A message can lastingly not be delivered: those who can do something about it are told."""
