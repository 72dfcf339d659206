"""Every word that a person or a model reads: copy/<locale>.<activity>.ftl, llm/<task>.md."""
