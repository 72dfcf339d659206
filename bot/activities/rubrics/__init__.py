"""What good looks like: teachers share rubrics, and targets take criteria from them."""
