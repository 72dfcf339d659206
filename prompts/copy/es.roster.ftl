# Listas de clase.
roster-how = Envíame aquí la lista de tu clase como archivo. Te mostraré lo que encontré antes de cambiar nada.
roster-how-list = Una tabla con nombres y correos, guardada como CSV.
roster-how-set = Una exportación del sistema de tu centro: OneRoster (.zip) o School Data Sync. Envía todos sus archivos en un solo mensaje.
roster-how-next = Busco a las personas por su correo y no guardo ninguno. No leo cumpleaños, familias, marcas ni contraseñas.
roster-coming = { $count ->
    [one] 1 estudiante entraría en la clase: { $names }
   *[other] { $count } estudiantes entrarían en la clase: { $names }
  }
roster-state-coming = Estoy leyendo la lista de tu clase. Tardo menos de un minuto.
roster-state-taking = Estoy añadiendo a los estudiantes a *{ $classroom }*. Tardo menos de un minuto.
roster-state-dropped = Esta lista está descartada. No cambió nada.
roster-which = Leí la lista de tu clase. ¿Para qué clase es?
roster-which-button = Elegir la clase
roster-open-button = Revisar y añadir
roster-drop-button = Descartar lista
roster-nothing-yet = Todavía no ha cambiado nada.
roster-no-emails = No puedo ver correos en tu espacio de trabajo, así que busqué por usuario y nombre.
roster-title = Lista de { $classroom }
roster-counts = *{ $found }* en Slack, *{ $choose }* por elegir, *{ $nobody }* sin encontrar.
roster-here = { $count ->
    [one] 1 estudiante ya está en la clase.
   *[other] { $count } estudiantes ya están en la clase.
  }
roster-absent = { $count ->
    [one] 1 no está en el canal de la clase: { $names }
   *[other] { $count } no están en el canal de la clase: { $names }
  }
roster-beside = { $count ->
    [one] 1 estudiante de la clase no está en la lista, y sigue en la clase: { $names }
   *[other] { $count } estudiantes de la clase no están en la lista, y siguen en la clase: { $names }
  }
roster-teachers = Docentes en la lista: { $names }. Una lista no hace docente a nadie. Añádelos en los ajustes de la clase.
roster-term = En la lista el trimestre termina el { $date }. Para tu clase termina el { $now }.
roster-no-change = La lista no cambia nada en esta clase.
roster-faults = { $count ->
    [one] 1 línea tiene un problema:
   *[other] { $count } líneas tienen un problema:
  }
roster-faults-more = { $count ->
    [one] Hay un problema más.
   *[other] Hay { $count } problemas más.
  }
roster-fault-line = { $file }, línea { $line }: { $what }
roster-fault-lines = { $file }, línea { $line } y { $more } más: { $what }
roster-fault-header = la columna «{ $what }» está mal escrita, y no la necesitaba
roster-fault-no-header = una columna no tiene nombre
roster-fault-date = la fecha del último cambio no está escrita como año-mes-día
roster-fault-no-id-column = no hay columna «sourcedId»
roster-fault-no-id = no hay sourcedId, así que dejé fuera la línea
roster-fault-id-twice = «{ $what }» está en una línea anterior, así que dejé fuera esta
roster-fault-no-file = falta el archivo «{ $what }»
roster-fault-no-org = el centro «{ $what }» no está en orgs.csv
roster-fault-no-user = la persona «{ $what }» no está en users.csv, así que dejé fuera la línea
roster-fault-no-class = la clase «{ $what }» no está en classes.csv, así que dejé fuera la línea
roster-fault-no-term = el periodo «{ $what }» no está en academicSessions.csv
roster-fault-term-date = no entendí las fechas de este periodo
roster-fault-twice = «{ $what }» está dos veces en la lista, y cuenta una
roster-fault-gone = «{ $what }» está marcado como que ya no está, así que dejé fuera la línea
roster-fault-formula = una celda empieza como una fórmula, así que dejé fuera la línea
roster-fault-email = no entendí el correo
roster-fault-nobody = no hay nombre ni correo, así que dejé fuera la línea
roster-refused = No pude usar la lista de tu clase. No cambió nada.
roster-unread-empty = El archivo está vacío. Expórtalo otra vez y envíalo aquí.
roster-unread-too-big = El archivo es demasiado grande, o tarda demasiado en leerse. Envía la lista de una sola clase.
roster-unread-too-many = La lista tiene demasiadas líneas. Una clase puede tener 500 personas. Envía la lista de una sola clase.
roster-unread-page = El archivo es una página web, no una tabla. Guarda la tabla como CSV y envíala.
roster-unread-excel = No puedo leer archivos de Excel. En Excel elige «Guardar como», luego CSV, y envía ese archivo.
roster-unread-encoding = No puedo leer las letras de este archivo. Guárdalo como CSV en UTF-8 y envíalo otra vez.
roster-unread-broken = El archivo está dañado. Expórtalo otra vez y envíalo aquí.
roster-unread-locked = El archivo tiene contraseña. Envíalo sin ella.
roster-unread-no-list = No encontré estudiantes. Necesito una tabla con nombres, correos o usuarios.
roster-unread-no-users = Falta una parte. Necesito users.csv, classes.csv y enrollments.csv en un solo mensaje.
roster-unread-no-such-class = La clase que elegiste ya no está en el archivo. Envíalo otra vez.
roster-unread-not-sent = Slack no me dio el archivo. Envíalo otra vez.
roster-unread-not-allowed = Tu espacio de trabajo no me deja leer archivos. Pide a quien administra Accord que traiga la lista.
roster-done = { $count ->
    [0] Nadie nuevo entró en *{ $classroom }*.
    [one] *1 estudiante* entró en *{ $classroom }*.
   *[other] *{ $count } estudiantes* entraron en *{ $classroom }*.
  }
roster-invite = { $count ->
    [one] 1 estudiante de la clase no está en su canal. Invita a { $names }
   *[other] { $count } estudiantes de la clase no están en su canal. Invita a { $names }
  }
roster-done-next = No guardé nada del archivo. Sigue en nuestros mensajes: puedes borrarlo ahí.
roster-which-title = Elegir la clase
roster-which-submit = Elegir clase
roster-which-room = Tu clase en Slack
roster-which-class = La clase en el archivo
roster-class = { $title } ({ $count })
roster-confirm-title = Revisar y añadir
roster-confirm-submit = Añadir
roster-confirm = Estos estudiantes estarán en *{ $classroom }*. Nadie sale de la clase por esto.
roster-confirm-coming = Nuevos en la clase
roster-by-hand = { $person }
roster-by-hand-hint = Línea { $line }. No encontré a esta persona. Elige a alguien o déjalo vacío.
roster-by-hand-perhaps = { $person }
roster-by-hand-perhaps-hint = Línea { $line }. Puede ser { $perhaps }. Elige a alguien o déjalo vacío.
roster-confirm-rest = { $count ->
    [one] No encontré a 1 persona más. Envía la lista otra vez después.
   *[other] No encontré a { $count } personas más. Envía la lista otra vez después.
  }
roster-confirm-term = Fin del trimestre (ahora { $now })
roster-confirm-term-yes = Terminar el trimestre el { $date }
refusal-roster-no-change = Esta lista no cambia nada en tu clase. No tienes que hacer nada.
refusal-roster-no-teacher = Nadie enseña todavía en esta clase. Añade primero a alguien en los ajustes de la clase.
refusal-roster-empty = No hay ningún estudiante en esta lista.
