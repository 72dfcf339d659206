brought-read-standards = { $count ->
    [0] No encontré en *{ $file }* ningún estándar que pueda tomar.
    [one] Leí un estándar en *{ $file }*.
   *[other] Leí { $count } estándares en *{ $file }*.
  }
brought-left-out = { $count ->
    [one] Dejé fuera una línea:
   *[other] Dejé fuera { $count } líneas:
  }
brought-left-out-more = { $count ->
    [one] Y una línea más.
   *[other] Y { $count } líneas más.
  }
brought-line-no-code = Línea { $line }: no tiene código.
brought-line-no-statement = Línea { $line }: no tiene enunciado.
brought-line-formula = Línea { $line }: tiene una fórmula. Escribe las palabras mismas.
brought-line-too-long = Línea { $line }: es demasiado larga. Un código tiene 80 caracteres como máximo, un enunciado 2000.
brought-line-twice = Línea { $line }: una línea anterior dice lo mismo.
brought-line-code-twice = Línea { $line }: una línea anterior tiene su código, con otras palabras.
brought-line-item-too-long = Elemento { $line }: es demasiado largo. Un enunciado tiene 2000 caracteres como máximo.
brought-line-item-twice = Elemento { $line }: un elemento anterior dice lo mismo.
brought-line-item-code-twice = Elemento { $line }: un elemento anterior tiene su identificador, con otras palabras.
brought-next = En { $classroom } todavía no ha cambiado nada.
brought-take-button = Importar { $count }
brought-drop-button = Descartar
brought-taken-standards = { $count ->
    [one] *{ $classroom }* ya tiene el estándar de tu archivo.
   *[other] *{ $classroom }* ya tiene los { $count } estándares de tu archivo.
  }
brought-dropped-standards = Descarté tu archivo. En *{ $classroom }* no cambió nada.
brought-refused = No pude leer *{ $file }*. No cambió nada.
brought-refused-next = Corrige el archivo y envíalo otra vez, o escribe lo que contiene.
brought-why-too-big = Es demasiado grande: leo archivos de hasta 10 MB. Divídelo, o quita lo que tu clase no necesita.
brought-why-too-many = Tiene { $place } estándares, y una clase tiene 20 000 como máximo. Quita lo que tu clase no necesita.
brought-why-empty = No contiene nada.
brought-why-page = Es una página web. Abre la página y descarga el archivo mismo.
brought-why-not-csv = No es un CSV. En tu hoja de cálculo, elige «Guardar como» y después «CSV».
brought-why-encoding = No pude leer sus letras. Guárdalo como CSV en UTF-8.
brought-why-broken = Algo está mal en la línea { $place }: puede faltar una comilla o un corchete.
brought-why-endless = Tardo demasiado en leerlo. Quita lo que tu clase no necesita.
brought-why-no-columns = La línea { $place } no nombra las columnas. Necesita las palabras código y enunciado.
brought-why-no-items = No encontré una lista de estándares: falta { $place }.
brought-why-no-identifier = Un estándar no tiene identificador, en { $place }.
brought-why-no-statement = Un estándar no tiene enunciado, en { $place }.
brought-why-loop = Un estándar es parte de sí mismo: { $place }.
brought-why-not-allowed = Este espacio de trabajo no me deja leer archivos. Un administrador puede permitirlo.
brought-why-not-sent = Slack no me dio el archivo.
