"""Who teaches a class changes, and with it whose the contracts are."""
