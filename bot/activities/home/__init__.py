"""Home: what somebody sees when they open Accord."""
