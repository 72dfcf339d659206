"""What every activity around a contract shares: how it stands, its steps, its terms in a form."""
