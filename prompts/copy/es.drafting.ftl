# Ideas para un objetivo, a partir de los comentarios.

# A quien da la clase, debajo de "tus comentarios van de camino".
drafting-intro = *Ideas para un objetivo.* { $student } solo las verá si se las sugieres.
drafting-none = No he encontrado un próximo paso del que sacar una idea. { $student } puede escribir igualmente un objetivo a partir de tus comentarios.
drafting-all-dropped = Has quitado todas las ideas. { $student } puede escribir igualmente un objetivo a partir de tus comentarios.
drafting-from-rule = Idea a partir de tus palabras
drafting-from-model = Idea de un modelo de lenguaje
drafting-from-rule-edited = Idea a partir de tus palabras, con cambios tuyos
drafting-from-model-edited = Idea de un modelo de lenguaje, con cambios tuyos
# Lo mismo para quien aprende: las palabras son de quien da la clase.
drafting-shown-rule = A partir de los comentarios de { $teacher }
drafting-shown-model = De un modelo de lenguaje, a partir de los comentarios de { $teacher }
drafting-shown-rule-edited = A partir de los comentarios de { $teacher }, con cambios de { $teacher }
drafting-shown-model-edited = De un modelo de lenguaje, a partir de los comentarios de { $teacher }, con cambios de { $teacher }
drafting-waiting = Un modelo de lenguaje está escribiendo otras ideas. Cambiaré este mensaje cuando estén aquí, y conservaré lo que hayas cambiado.
drafting-failed = Esta vez el modelo de lenguaje no dio ideas útiles, así que estas salen de tus palabras.
drafting-edit-button = Cambiar
drafting-drop-button = Quitar
drafting-offer-button = Sugerir a { $student }
drafting-hint = { $student } puede usar una, cambiarla o escribir otro objetivo. “__” es un hueco para un número que elige { $student }.
drafting-not-now = *Ideas para un objetivo.* { $student } tiene ahora un contrato abierto. Podrás sugerirlas cuando { $student } empiece otro en esta clase.
drafting-offered = Has sugerido estas ideas a { $student }:

# El formulario de quien da la clase.
drafting-edit-title = Cambiar la idea
drafting-edit-submit = Guardar
drafting-text = La idea
drafting-text-hint = Escribe “__” donde tu estudiante deba elegir un número.

# A quien aprende.
drafting-offer = *{ $teacher }* sugiere ideas para tu objetivo en { $classroom }.
drafting-take-button = Usar esta idea
drafting-offer-hint = Usa una tal cual, cambia todas sus palabras o escribe tu propio objetivo. Todavía no hay nada firmado.
drafting-own-button = Escribir el mío

refusal-draft-gone = Esta idea ya no está. El mensaje más reciente sobre estos comentarios muestra las demás.
refusal-drafts-offered-already = Ya has sugerido estas ideas, así que se quedan como están.
refusal-drafts-not-now = { $name } tiene un contrato abierto en esta clase. Podrás sugerir estas ideas cuando haya terminado.
refusal-no-drafts-left = No queda ninguna idea que sugerir.
refusal-draft-for-later = Tienes un contrato abierto en esta clase, así que ahora no puedes usarla. Podrás cuando empieces tu próximo contrato.

# A quien mantiene Accord en marcha.
llm-log-empty = Todavía no se ha preguntado nada a un modelo de lenguaje.
llm-not-configured = No hay ningún modelo de lenguaje configurado. Define ACCORD_LLM_MODEL, y OPENAI_BASE_URL o OPENAI_API_KEY; docs/llm.md explica cómo. O prueba con --by-rule.
llm-not-installed = Falta el paquete openai. Prueba con: pip install "accord[llm]"
