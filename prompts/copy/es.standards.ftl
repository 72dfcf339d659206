standards-heading = Estándares de { $classroom }
standards-none = Esta clase todavía no tiene estándares. Escribe algunos, o trae un CSV o un paquete CASE. Después los alumnos pueden decir a cuáles sirve un objetivo.
standards-covered = { $named ->
    [0] { $count ->
        [one] Tiene un estándar. Ningún contrato firmado lo nombra todavía.
       *[other] Tiene { $count } estándares. Ningún contrato firmado nombra alguno todavía.
      }
   *[other] Los contratos firmados nombran *{ $named } de { $count }* estándares.
  }
standards-student = *{ $student }*: { $standards }
standards-student-more = { $count ->
    [one] *{ $student }*: { $standards } y uno más
   *[other] *{ $student }*: { $standards } y { $count } más
  }
standards-students-more = { $count ->
    [one] Otra persona nombra algunos.
   *[other] Otras { $count } personas nombran algunos.
  }
standards-students-without = { $count ->
    [one] Una persona no nombra ninguno todavía.
   *[other] { $count } personas no nombran ninguno todavía.
  }
standards-open = *Nadie los nombra todavía:*
standards-open-more = { $count ->
    [one] Y uno más.
   *[other] Y { $count } más.
  }
standards-how = Los alumnos los eligen antes de firmar. Su propia frase queda como la escribieron.
standards-add-button = Añadir estándares
standards-out-button = Quitar algunos
standards-add-title = Estándares
standards-add-submit = Añadir
standards-add-intro = Rellena lo que necesites.
standards-file = Un archivo
standards-file-hint = Un CSV con las columnas código y enunciado (y recursos), o un paquete CASE (JSON). Primero te muestro lo que leí.
standards-typed = O escríbelos
standards-typed-hint = Uno en cada línea: el código, dos puntos, el enunciado. Por ejemplo: LE.6.1: Cita pruebas del texto
standards-resources = Qué ayuda con un estándar
standards-resources-hint = Uno por línea. Por ejemplo: LE.6.1: El libro, página 12; https://example.org. Enlaces que todos puedan abrir.
standards-helping = { $count ->
    [one] Un estándar dice qué ayuda.
   *[other] { $count } estándares dicen qué ayuda.
  }
standards-out-title = Quitar
standards-out-submit = Quitar
standards-out-intro = Los contratos conservan los estándares que nombran.
standards-out-some = ¿Cuáles?
standards-out-some-hint = Escribe unas letras del código o de las palabras.
standards-out-or = O todos
standards-out-all = { $count ->
    [one] El único estándar de esta clase
   *[other] Los { $count } estándares de esta clase
  }
standards-search = Escribe para buscar
standards-choose-title = Estándares
standards-choose-submit = Guardar
standards-choice-intro = ¿A qué estándares de tu clase sirve cada objetivo? Puedes dejarlo vacío. Tu frase sigue siendo tuya.
standards-choice = { $target }: sirve a
standards-choice-hint = Escribe unas letras. Elige 5 como máximo.
proposing-standards-button = Añadir estándares
refusal-standards-which-class = Enseñas en más de una clase. Escribe /accord standards en el canal de la clase que quieres.
refusal-standards-nothing = Escribe al menos un estándar, o elige un archivo.
refusal-standards-none-chosen = Elige al menos uno, o marca todos.
refusal-standards-too-many = Una clase tiene 20 000 estándares como máximo. Quita algunos primero.
refusal-standard-line = La línea { $line } necesita un código, dos puntos y un enunciado. Por ejemplo: LE.6.1: Cita pruebas del texto
refusal-standard-resources-line = La línea { $line } necesita un código, dos puntos y qué ayuda. Por ejemplo: LE.6.1: El libro, página 12
refusal-standard-unknown = Esta clase no tiene el estándar { $code }. Añádelo primero, o revisa el código.
refusal-standard-twice = La línea { $line } tiene el código de una línea anterior. Escribe cada código una vez.
# Los estándares de un estudiante, según sus trabajos.
standards-mine-button = Mis estándares
standards-of-student-button = Estándares
standards-mine-title = Mis estándares
standards-of-student-title = Estándares
standards-mine-intro = Aquí ves qué trabajo tuyo muestra cada estándar, y qué viene después. Tus docentes también lo ven.
standards-of-student = *{ $student }*: qué trabajo muestra cada estándar, y qué viene después. { $student } dice qué muestra cada trabajo.
standards-mine-class = *{ $classroom }*
standards-mine-shown = Con trabajos que lo muestran:
standards-mine-next = Lo siguiente, en un objetivo pero sin trabajos todavía:
standards-mine-others = Otros estándares de la clase:
standards-mine-by-work = *{ $standard }*: { $work }
standards-mine-by-work-more = *{ $standard }*: { $work } y { $count } más
standards-mine-by-target = *{ $standard }*: { $target }
standards-mine-more = { $count ->
    [one] Hay uno más.
   *[other] Hay { $count } más.
  }
standards-mine-nothing = Ningún objetivo y ningún trabajo nombra un estándar todavía.
standards-mine-none = Tu clase todavía no tiene estándares. Tu docente puede añadirlos.
standards-mine-no-work = Cuando hayas mostrado un trabajo para un objetivo, aquí podrás decir qué estándar muestra.
standards-shows-button = Qué muestra
standards-shows-title = Qué muestra
standards-shows-submit = Guardar
standards-shows-piece = ¿Qué trabajo?
standards-shows-which = ¿Qué estándares muestra?
standards-shows-which-hint = Escribe un código o una palabra. Lo que elijas sustituye a lo que habías elegido para este trabajo.
refusal-standards-no-work = Todavía no hay trabajos que elegir. Muestra antes algo para un objetivo.
refusal-standards-choose-work = Elige uno de tus trabajos.
refusal-standards-most = Elige como mucho { $most }.
refusal-standards-gone = Uno de estos ya no es un estándar de la clase. Elige otra vez.
