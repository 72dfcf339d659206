# Frases que guarda quien da la clase, para elegir en respuestas y comentarios.
phrases-button = Mis frases
phrases-save-title = Mis frases
phrases-save-submit = Guardarlas
phrases-text = Tus frases
phrases-text-hint = Una en cada línea, { $most } como máximo. Quita una línea y ya no está. Solo las ves tú. Las eliges al responder y al comentar.
phrases-choice = O una de tus frases
refusal-too-many-phrases = Guarda { $most } como máximo, una en cada línea.
# $start es el comienzo de la línea.
refusal-phrase-too-long = Esta frase es demasiado larga. Acórtala: «{ $start }…»
# A box to tick, where a reply is written.
phrases-keep = Para la próxima vez
# Above the names of students: what is typed for each can be kept.
phrases-keep-several = Guardar como frase lo que escribo a
phrases-keep-yes = Guardar lo que escribo como frase
refusal-phrase-not-kept = Es demasiado largo para una frase. Quita la marca y lo enviaré tal como está.
