# Beginnings for a subject. They show what a target may look like; the student writes their own.
proposing-templates-button = Ver ejemplos
templates-choose-title = Ejemplos
templates-choose-submit = Mostrar
templates-intro = ¿En qué trabajas? Te muestro ejemplos y tú escribes el tuyo.
templates-none = Todavía no hay ejemplos en tu idioma. Escribe tu objetivo con tus palabras. Ayuda te dice cómo.
templates-subject = Materia
templates-fill-title = Tu objetivo
templates-fill-submit = Usar esto
templates-examples = Otros escriben objetivos así:
templates-statement = Tu propio objetivo
templates-asked = { $question }
templates-criteria = ¿Qué mostrará que has llegado?
templates-own = O con tus palabras
templates-evidence = ¿Cómo lo mostrarás?
templates-next = Nadie más ve esto todavía. Te pregunto por lo que falta.
refusal-templates-statement = Escribe tu objetivo en una oración.
refusal-templates-example = Este es el ejemplo. Cámbialo para que diga lo que tú quieres.
