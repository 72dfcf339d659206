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
templates-heading = Plantillas de este centro
templates-none-yet = Todavía no hay ninguna vuestra. Accord trae diez materias. Escribe una para la tuya: el alumnado la completa con sus palabras.
templates-line = *{ $name }*: { $example }
templates-more = { $count ->
    [one] Hay una más.
   *[other] Hay { $count } más.
  }
templates-how = Las comparte todo el profesorado de este centro. El alumnado las ve antes que las que trae Accord.
templates-add-button = Añadir plantilla
templates-edit-menu = Cambiar plantilla
templates-save-title = Plantilla
templates-save-submit = Guardar
templates-form = Tú escribes el marco. El alumnado escribe su propio objetivo, responde a tus preguntas y elige señales de logro.
templates-name = Materia o tarea
templates-own-examples = Ejemplos de objetivos
templates-own-examples-hint = Uno por línea, 5 como máximo. Por ejemplo: Empiezo 8 de 10 oraciones de forma distinta.
templates-own-criteria = Señales de logro para elegir
templates-own-criteria-hint = Una por línea, 8 como máximo, de 75 caracteres cada una.
templates-own-hardest = Tu pregunta sobre lo que cuesta
templates-own-practice = Tu pregunta sobre cómo practican
templates-own-remove = O quitarla
templates-own-remove-label = Quitar esta plantilla
refusal-templates-which-class = Enseñas en más de una clase. Escribe /accord templates en el canal de una de ellas.
refusal-template-name = Ponle un nombre de 60 caracteres como máximo.
refusal-template-no-example = Escribe al menos un ejemplo de objetivo.
refusal-template-examples = Escribe 5 ejemplos como máximo, de 200 caracteres cada uno.
refusal-template-criteria = Escribe 8 señales como máximo, de 75 caracteres cada una.
refusal-template-question = Escribe tu pregunta en 200 caracteres como máximo.
refusal-template-name-taken = Ya hay una plantilla con este nombre. Cambia esa o elige otro nombre.
refusal-template-changed = Alguien ha cambiado esta plantilla o la ha quitado. Elige otra vez entre las que hay ahora.
refusal-template-full = Un centro tiene 60 plantillas como máximo. Quita antes una.
templates-file = Un archivo
templates-file-hint = Un CSV con una línea por plantilla. Antes te muestro lo que he leído.
templates-file-looks = Tiene este aspecto. Varios ejemplos se separan con barras.
brought-read-templates = { $count ->
    [0] No encontré ninguna plantilla en { $file }.
    [one] He leído *una* plantilla en { $file }.
   *[other] He leído *{ $count }* plantillas en { $file }.
  }
brought-taken-templates = { $count ->
    [one] Tu plantilla ya está. Los estudiantes la ven al empezar un objetivo.
   *[other] Tus { $count } plantillas ya están. Los estudiantes las ven al empezar un objetivo.
  }
brought-dropped-templates = He descartado tu archivo. No ha cambiado nada.
brought-why-template-empty = No hay ninguna plantilla en él.
brought-why-template-no-columns = La línea { $place } no nombra las columnas. Necesita las palabras nombre y ejemplos.
brought-why-template-too-many = Tiene demasiadas líneas. Un centro tiene 60 plantillas como máximo.
brought-line-template-name = Línea { $line }: no tiene nombre, o tiene más de 60 caracteres.
brought-line-template-no-example = Línea { $line }: no tiene ningún ejemplo.
brought-line-template-examples = Línea { $line }: tiene más de 5 ejemplos, o uno largo.
brought-line-template-criteria = Línea { $line }: tiene más de 8 señales de éxito, o una larga.
brought-line-template-question = Línea { $line }: una pregunta tiene más de 200 caracteres.
brought-line-template-evidence = Línea { $line }: no conozco esta forma de mostrarlo. Escribe por ejemplo written, oral o photo.
brought-line-template-formula = Línea { $line }: tiene una fórmula. Escribe las palabras.
brought-line-template-twice = Línea { $line }: una línea anterior tiene su nombre.
refusal-template-empty = No hay ninguna plantilla en él.
refusal-template-no-columns = La línea { $line } no nombra las columnas. Necesita las palabras nombre y ejemplos.
refusal-template-too-many = Un centro tiene 60 plantillas como máximo.
