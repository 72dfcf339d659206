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
standards-add-intro = Puedes hacer una de estas cosas, o las dos.
standards-file = Un archivo
standards-file-hint = Un CSV con las columnas código y enunciado, o un paquete CASE (JSON). Primero te muestro lo que leí.
standards-typed = O escríbelos
standards-typed-hint = Uno en cada línea: el código, dos puntos, el enunciado. Por ejemplo: LE.6.1: Cita pruebas del texto
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
refusal-standard-twice = La línea { $line } tiene el código de una línea anterior. Escribe cada código una vez.
