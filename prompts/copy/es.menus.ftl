# What a class may choose to do. { $name } is an activity's, { $level } how much it asks.
menus-heading = Actividades de este centro
menus-none = Todavía no hay actividades. El alumnado elige una y la hace suya. Escribe una o trae un CSV.
menus-line = *{ $name }* ({ $level }): { $purpose }
menus-line-time = *{ $name }* ({ $level }, { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
  }): { $purpose }
menus-more = { $count ->
    [one] Hay una más.
   *[other] Hay { $count } más.
  }
menus-how = Las comparte todo el profesorado de este centro. Los contratos conservan las palabras con las que se firmaron.
menus-add-button = Añadir actividad
menus-edit-menu = Cambiar o copiar una
menus-save-title = Actividad
menus-save-submit = Guardar
menus-form-new = Trae un CSV o escribe aquí una actividad.
menus-form-change = Los contratos conservan las palabras con las que se firmaron.
menus-file = Un archivo
menus-file-hint = Un CSV con una línea por actividad. Primero te muestro lo que he leído.
menus-template = El archivo empieza así:
menus-name = Nombre
menus-name-hint = Lo que hace el alumno. Por ejemplo: Carta al director
menus-purpose = ¿Para qué sirve?
menus-level = Nivel
# How much an activity asks of whoever does it.
menus-level-any = Todos los niveles
menus-level-foundation = básico
menus-level-standard = estándar
menus-level-extended = ampliado
menus-evidence = ¿Con qué se demuestra?
menus-interests = Intereses con los que encaja
menus-interests-hint = Palabras con comas: música, fútbol
menus-resources = Qué ayuda
menus-resources-hint = Libros, herramientas o enlaces, uno por línea. Enlaces que todos puedan abrir.
menus-minutes = Minutos que lleva
menus-ways = O bien
menus-copy-label = Guardar como copia, con otro nombre
menus-remove-label = Quitarla del menú
menus-browse-title = Actividades
menus-browse-submit = Mostrar
menus-browse-intro = { $count ->
    [one] Hay una actividad.
   *[other] Hay { $count } actividades. ¿Qué buscas?
  }
menus-typed = Una palabra
menus-typed-hint = Por ejemplo: música. Déjalo vacío para verlas todas.
menus-pick-title = Actividades
menus-pick-submit = Elegir
menus-pick-intro = Elige una y hazla tuya. Tu profesorado lee lo que escribas aquí.
menus-suiting-first = Primero van las que encajan con los intereses que compartes.
menus-suits = Encaja con tus intereses.
menus-shown-by = Con qué se demuestra: { $form }.
menus-with = Qué ayuda: { $things }
menus-found-none = No he encontrado ninguna así. Cierra esto y busca otra palabra, o escribe tu propia idea.
menus-found-more = { $count ->
    [one] Hay una más. Busca una palabra para encontrarla.
   *[other] Hay { $count } más. Busca una palabra para encontrarlas.
  }
menus-picked = Elijo
menus-pick-none = Ninguna
menus-own = ¿Qué cambias o añades?
menus-own-hint = Cuándo, dónde, con quién o sobre qué. Por ejemplo: sobre nuestra línea de bus, los martes en casa
proposing-menus-button = Elegir actividad
refusal-menu-which-class = Enseñas en más de una clase. Escribe /accord menu en el canal de una de ellas.
refusal-activity-unchanged = Haz tuya «{ $activity }». Di cuándo, dónde o sobre qué, en pocas palabras.
refusal-menu-name = Ponle un nombre.
refusal-menu-purpose = Di para qué sirve, en una línea.
refusal-menu-long = Es demasiado largo. Un nombre tiene 80 caracteres como máximo, y para qué sirve, 200.
refusal-menu-formula = Empieza como una fórmula de hoja de cálculo. Escribe las palabras.
refusal-menu-level = Elige básico, estándar o ampliado.
refusal-menu-evidence = Elige una de las formas de la lista.
refusal-menu-minutes = Escribe los minutos como número, por ejemplo 45.
refusal-menu-interests = Escribe 8 intereses como máximo, de pocas palabras cada uno.
refusal-menu-resources = Escribe 6 líneas como máximo, de 300 caracteres cada una.
refusal-menu-private-link = Uno de estos enlaces solo se abre en tu centro o en tu ordenador. Usa uno que todos puedan abrir.
refusal-menu-link-with-key = Uno de estos enlaces lleva una contraseña o una clave. Usa el enlace sin ella.
refusal-menu-name-taken = Ya hay una actividad con este nombre. Cambia esa o elige otro nombre.
refusal-menu-changed = Alguien ha cambiado esta actividad o la ha quitado. Elige otra vez entre las que hay ahora.
refusal-menu-full = Un centro tiene 300 actividades como máximo. Quita antes una.
brought-read-menu = { $count ->
    [one] He leído una actividad en *{ $file }*.
   *[other] He leído { $count } actividades en *{ $file }*.
  }
brought-taken-menu = { $count ->
    [one] Tu actividad ya está en el menú.
   *[other] Tus { $count } actividades ya están en el menú.
  }
brought-dropped-menu = He descartado tu archivo. No ha cambiado nada.
brought-why-menu-empty = No hay ninguna actividad en él.
brought-why-menu-no-columns = La línea { $place } no nombra las columnas. Necesita las palabras nombre y propósito.
brought-why-menu-too-many = Tiene demasiadas líneas. Un centro tiene 300 actividades como máximo.
brought-line-menu-name = Línea { $line }: no tiene nombre.
brought-line-menu-purpose = Línea { $line }: no dice para qué sirve.
brought-line-menu-long = Línea { $line }: es demasiado larga. Un nombre tiene 80 caracteres como máximo, y para qué sirve, 200.
brought-line-menu-formula = Línea { $line }: contiene una fórmula. Escribe las palabras.
brought-line-menu-level = Línea { $line }: su nivel no es básico, estándar ni ampliado.
brought-line-menu-evidence = Línea { $line }: no conozco esta forma de demostrarlo. Escribe por ejemplo escrito, oral o foto.
brought-line-menu-minutes = Línea { $line }: sus minutos no son un número.
brought-line-menu-interests = Línea { $line }: tiene más de 8 intereses, o uno largo.
brought-line-menu-resources = Línea { $line }: tiene más de 6 ayudas, o una larga.
brought-line-menu-private-link = Línea { $line }: un enlace solo se abre en tu centro o en un ordenador.
brought-line-menu-link-with-key = Línea { $line }: un enlace lleva una contraseña o una clave.
brought-line-menu-twice = Línea { $line }: una línea anterior tiene su nombre.
refusal-menu-empty = No hay ninguna actividad en él.
refusal-menu-no-columns = La línea { $line } no nombra las columnas. Necesita las palabras nombre y propósito.
refusal-menu-too-many = Un centro tiene 300 actividades como máximo.
proposing-part-why = Por qué importa
proposing-ask-why = *¿Dónde vas a usar esto?*
proposing-hint-why = Una línea. Por ejemplo: en mi entrevista de trabajo en mayo
proposing-help-why = Di dónde lo necesitas, con tus palabras. Cuando se haga difícil, te lo muestro otra vez.
proposing-part-materials = Con qué trabajas
proposing-ask-materials = *¿Con qué trabajas?*
proposing-hint-materials = Libros, herramientas o personas, una cosa por línea. Por ejemplo: mi cuaderno
proposing-help-materials = Nombra lo que necesitas para practicar. Tu profesorado lo lee. Usa enlaces que todos puedan abrir.
proposing-took-materials-activity = Tu actividad trae esto. Ya está en tu contrato:
proposing-offered-materials = Esto ayuda con los estándares de tu objetivo:
proposing-take-materials-button = Tomar también esto
proposing-took-materials = Esto ayudó a otros con un objetivo como el tuyo, con cuántos fueron:
check-in-why = Dijiste dónde lo usarás: { $why }
