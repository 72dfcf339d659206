home-calendar-button = Calendario
calendar-title = Calendario de { $classroom }
calendar-none = No hay días sin clase próximos. Pregunto en todos los días de seguimiento.
calendar-days-off = *Sin clase:*
# A day off in a list: { $when } is a day or several, { $name } is what a teacher or the school calls it.
calendar-entry = { $when }: { $name }
calendar-span = del { $first } al { $last }
calendar-day = { DAY($day) }
calendar-more = { $count ->
    [one] Hay uno más después de estos.
   *[other] Hay { $count } más después de estos.
  }
calendar-rule-move = En estos días no pregunto a nadie. Un seguimiento que cae en uno pasa al siguiente día de clase.
calendar-rule-leave-out = En estos días no pregunto a nadie. Un seguimiento que cae en uno se omite.
# The days on which the class is asked next.
calendar-next = Próximos seguimientos: { $days }
calendar-next-none = No hay más seguimientos antes del fin del trimestre.
calendar-school = { $count ->
    [0] Leí el calendario de tu centro el { DATETIME($date, dateStyle: "long") }. No tiene eventos próximos en este trimestre.
    [one] Leí el calendario de tu centro el { DATETIME($date, dateStyle: "long") }. Tiene un evento próximo en este trimestre.
   *[other] Leí el calendario de tu centro el { DATETIME($date, dateStyle: "long") }. Tiene { $count } eventos próximos en este trimestre.
  }
calendar-school-soon = Estoy leyendo el calendario de tu centro. Te escribiré cuando termine.
calendar-school-trouble = No pude leer el calendario de tu centro.
calendar-kept = Guardo lo que leí el { DATETIME($date, dateStyle: "long") } y lo intento de nuevo cada día.
calendar-none-kept = Todavía no tengo ninguna copia. Lo intento de nuevo cada día.
calendar-undecided = { $count ->
    [one] ¿Es un evento nuevo un día sin clase? Pulsa Elegir días.
   *[other] ¿Cuáles de { $count } eventos nuevos son días sin clase? Pulsa Elegir días.
  }
calendar-on-days-off = { $count ->
    [one] *Un contrato* tiene una fecha en un día sin clase:
   *[other] *{ $count } contratos* tienen una fecha en un día sin clase:
  }
calendar-more-contracts = { $count ->
    [one] Y un contrato más.
   *[other] Y { $count } contratos más.
  }
calendar-moves = *{ $student }*: { $day }. Puede pasar al { $to }.
calendar-stays = *{ $student }*: { $day }. Hay que cambiarlo entre los dos: pulsa Proponer un cambio en el contrato.
calendar-waiting = { $count ->
    [one] Una persona todavía no ha firmado su fecha nueva.
   *[other] { $count } personas todavía no han firmado sus fechas nuevas.
  }
calendar-change-button = Cambiar calendario
calendar-events-button = Elegir días
calendar-move-button = Proponer fechas
calendar-move-title = ¿Fechas nuevas?
calendar-move-what = { $count ->
    [one] Propongo a una persona pasar su fecha al siguiente día de clase. Cambia cuando la firme.
   *[other] Propongo a { $count } personas pasar sus fechas al siguiente día de clase. Cada una cambia cuando la persona la firme.
  }
calendar-move-yes = Proponer fechas
calendar-move-no = Dejar las fechas
calendar-read = { $count ->
    [one] Leí el calendario de tu centro para { $classroom }. Tiene un evento nuevo en este trimestre.
   *[other] Leí el calendario de tu centro para { $classroom }. Tiene { $count } eventos nuevos en este trimestre.
  }
calendar-read-likely = { $likely ->
    [0] Ninguno parece un día sin clase.
    [one] Uno parece un día sin clase.
   *[other] { $likely } parecen días sin clase.
  }
calendar-read-none = Leí el calendario de tu centro para { $classroom }. No tiene eventos de un día entero en este trimestre. Nada cambia.
calendar-read-next = Solo lo que marques es un día sin clase. Hasta entonces pregunto como antes.
calendar-trouble = No pude leer el calendario de tu centro para *{ $classroom }*.
calendar-unread-empty = El archivo está vacío.
calendar-unread-page = La dirección lleva a una página web, no a un archivo de calendario. Copia la dirección del archivo: muchas veces termina en .ics.
calendar-unread-too-big = El archivo pesa más de 1 MB. Pide a tu centro un calendario solo de este curso.
calendar-unread-too-many = El archivo tiene demasiados eventos. Pide a tu centro un calendario solo de vacaciones.
calendar-unread-encoding = El archivo no está en UTF-8 y no puedo leer sus letras. Expórtalo otra vez como .ics, en UTF-8.
calendar-unread-broken = El archivo está dañado o no es un calendario .ics. Expórtalo otra vez.
calendar-unread-endless = El archivo tiene eventos que se repiten sin fin y dejé de leerlo. Pide a tu centro un calendario solo de vacaciones.
calendar-unread-not-https = La dirección lleva a otra que no empieza por https. Solo leo esas.
calendar-unread-inside = La dirección está en una red privada. Solo leo direcciones a las que todo el mundo puede llegar.
calendar-unread-unknown = No encuentro ningún servidor en esta dirección. Comprueba cómo está escrita.
calendar-unread-silent = El servidor no respondió a tiempo.
calendar-unread-refused = El servidor no tiene ningún archivo para mí en esta dirección. Comprueba que el calendario es público.
calendar-unread-loops = La dirección me manda de un sitio a otro. Copia la dirección que ves al final.
calendar-unread-no-school-day = Con sus fechas nuevas no quedaría ningún día de clase en este trimestre. Dejé todos los días como estaban.
calendar-save-title = Calendario
calendar-save-submit = Guardar
calendar-days = Días sin clase
calendar-days-hint = Una línea para cada uno, con un nombre si quieres. Por ejemplo: del { DAY("02-15") } al { DAY("02-19") } semana blanca
calendar-remove = Quitar estos
calendar-when-off = Cuando un seguimiento cae en un día sin clase
calendar-when-off-move = Preguntar el siguiente día de clase
calendar-when-off-leave-out = Omitirlo
calendar-country = Días festivos de
calendar-no-country = Ningún país
calendar-region = Región
calendar-region-hint = Una comunidad, un estado u otra parte del país, por su nombre. Puedes dejarlo vacío.
calendar-address = Dirección del calendario de tu centro
calendar-address-hint = Empieza por https o webcal y muchas veces termina en .ics. La leo cada día.
calendar-file-hint = Todavía no puedo leer archivos en Slack. Quien gestiona Accord puede traer uno con “accord calendar import”.
calendar-choose-title = Elegir días
calendar-choose-submit = Guardar
calendar-choose-next = Guardar y seguir
calendar-events-what = Marca los días sin clase. En esos días no pregunto a nadie. El primer y el último día del trimestre son días de clase.
calendar-events-page = Página { $page } de { $pages }
# Above a group of events: the days on which the first and the last of them begin, as in calendar-span.
calendar-events-group = Eventos: { $days }
refusal-holiday-which-class = Das más de una clase. Escribe /accord holiday en el canal de la clase que quieres.
refusal-days-unread = No entendí la línea { $line } como días. Escríbela así: del { DAY("02-15") } al { DAY("02-19") }, o { DAY("03-19") }.
refusal-days-over = Esos días ya pasaron y ahora no cambia nada. Escribe días a partir de hoy. Para otro año, añade el año.
refusal-days-after-the-term = Esos días son después del fin del trimestre. Escribe días de este trimestre, o cambia su último día con /accord setup.
refusal-too-many-days = Son demasiados días sueltos. Escribe varios días seguidos como una, así: del { DAY("02-15") } al { DAY("02-19") }.
refusal-no-school-day-left = Así no queda ningún día de clase en este trimestre. Deja al menos uno, o cambia el fin del trimestre con /accord setup.
refusal-region-none = No conozco regiones de este país. Deja la región vacía.
refusal-region-without-country = Elige también el país de esta región, o deja la región vacía.
refusal-region-unknown = No conozco esta región. Escribe una de estas: { $regions }
refusal-address-not-https = Usa una dirección que empiece por https o webcal.
refusal-address-unknown = No entendí esto como una dirección. Cópiala de la web de tu centro. Se parece a https://example.org/calendar.ics.
refusal-no-events-to-choose = No hay eventos para elegir. Añade primero la dirección del calendario de tu centro.
refusal-nothing-on-days-off = Ahora no hay que mover ninguna fecha.
refusal-calendar-too-many = { calendar-unread-too-many }
refusal-calendar-no-school-day = { calendar-unread-no-school-day }
