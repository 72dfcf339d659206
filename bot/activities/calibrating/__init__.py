"""Teachers rate the same work without knowing whose it is, once its students agree, and see how far they agree."""
